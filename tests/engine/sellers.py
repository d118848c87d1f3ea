"""A company that sells and bills: one billing book, lived through exactly the days on which something falls due."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from controllers import company

from engine.billing.bill_run import bill, due, plan_contract, planned
from engine.billing.crediting import credit_lines
from engine.billing.reissuing import reissue
from engine.book import Book, Stage, run
from engine.contracts.contracting import amend, sign
from engine.contracts.renewing import plan_renewal, renew
from engine.contracts.repricing import reprice
from engine.model.catalog import Charge
from engine.model.company import TaxRate
from engine.model.contracts import Amendment, Contract
from engine.model.discounts import Discount
from engine.model.invoices import CreditMemo, CreditReason, Invoice
from engine.model.money import Money
from engine.model.orders import AgreeRenewal, Billing, Cancel, Change, Order, OrderLine, TakesEffect, Terms
from engine.model.rebates import Rebate

SEAT, FLAT, FEE = (
    Charge(name="Seat"),
    Charge(name="Access", model="flat"),
    Charge(name="Set-up", kind="one-time", model="flat", per_months=0),
)


def sold(
    product: str = "Seat",
    quantity: int = 10,
    price: str = "10",
    per_months: int = 1,
    charge: Charge = SEAT,
    discount: str = "0",
    tax_code: str = "standard",
    id_: str = "1",
) -> OrderLine:
    """Ten seats at 10.00 a month, unless said otherwise."""
    once = charge.kind == "one-time"
    return OrderLine(
        id=id_,
        product=product,
        plan="plan",
        charge=charge,
        quantity=quantity,
        price=Decimal(price),
        per_months=0 if once else per_months,
        discount=Decimal(discount),
        tax_code=tax_code,
    )


class Seller:
    """Signs, changes and bills. Amounts come back as text in the contract's currency, without its code."""

    stages: tuple[Stage, ...] = (renew, reprice, reissue, bill)

    def __init__(
        self, today: str = "2026-01-01", currency: str = "USD", rates: tuple[TaxRate, ...] = (), **policies: str
    ) -> None:
        made = company(**policies)
        self.book = Book(replace(made, tax_rates=(*made.tax_rates, *rates), grace_days=4))
        self.today, self.currency = date.fromisoformat(today), currency

    def signs(
        self,
        *lines: OrderLine,
        start: str = "2026-01-01",
        months: int = 12,
        every: int = 1,
        timing: str = "in advance",
        anchor: str = "anniversary",
        renewal: AgreeRenewal | None = None,
        rebates: tuple[Rebate, ...] = (),
        discounts: tuple[Discount, ...] = (),
    ) -> Contract:
        """A contract, billed monthly in advance from its anniversary unless said otherwise."""
        terms = Terms(
            start=date.fromisoformat(start),
            months=months,
            currency=self.currency,
            billing=Billing(every_months=every, timing=timing, anchor=anchor),  # type: ignore[arg-type]
            tax_code="standard",
            renewal=renewal,
            rebates=rebates,
            discounts=discounts,
        )
        numbered = (replace(made, id=str(number)) for number, made in enumerate(lines or (sold(),), 1))
        contract = self.book.add(sign(self.book, self._order("new", terms=terms, lines=tuple(numbered)), self.today))
        self._plan()
        self.live()
        return contract

    def _plan(self) -> None:
        for contract in self.book.all(Contract):
            plan_contract(self.book, contract, self.today)
            plan_renewal(self.book, contract, self.today)

    def changes(
        self,
        *changes: Change,
        on: str,
        lines: Iterable[OrderLine] = (),
        contract: str = "C-1",
        live: bool = True,
        takes_effect: TakesEffect = "on its day",
    ) -> Amendment:
        """The customer signs changes today, effective on that day."""
        kind = "cancel" if any(isinstance(change, Cancel) for change in changes) else "amend"
        order = self._order(
            kind, contract=contract, changes=changes, lines=tuple(lines), effective=on, takes_effect=takes_effect
        )
        made = self.book.add(amend(self.book, order, self.today))
        self._plan()
        if live:
            self.live()
        return made

    def _order(self, kind: str, effective: str | None = None, **fields: object) -> Order:
        signed = self.book.count(Contract) + self.book.count(Amendment)
        return Order(
            number=f"O-{signed + 1}",
            event_date=self.today,
            effective_date=date.fromisoformat(effective) if effective else self.today,
            posting_date=self.today,
            kind=kind,  # type: ignore[arg-type]
            customer="Globex",
            **fields,  # type: ignore[arg-type]
        )

    def live(self) -> int:
        """Live today; how many documents that brought."""
        written = 0
        for document in run(self.stages, self.book, self.today):
            written += 1
            if isinstance(document, Amendment):
                self._plan()
        return written

    def until(self, text: str) -> Seller:
        """Time passes to that day, through every day on which something falls due."""
        end = date.fromisoformat(text)
        while (day := self.book.agenda.next_after(self.today)) and day <= end:
            self.today = day
            self.live()
        self.today = end
        self.live()
        return self

    def credits(self, invoice: str, net: str, line: int | None = None, reason: CreditReason = "goodwill") -> CreditMemo:
        """Give something back though nothing about the contract changes."""
        owed = self.book.get(Invoice, invoice)
        return self.book.add(credit_lines(self.book, owed, line, self.money(net), reason, self.today))

    def money(self, text: str) -> Money:
        return Money.parse(text, self.currency)

    def billed(self) -> Money:
        """Invoice nets less credit memo nets, concessions apart."""
        charged = sum(line.net.minor for invoice in self.book.all(Invoice) for line in invoice.lines)
        lines = [line for memo in self.book.all(CreditMemo) for line in memo.lines if not line.concession]
        return Money(charged - sum(line.net.minor for line in lines), self.currency)

    def due(self, contract: str = "C-1") -> Money:
        return due(self.book, self.book.get(Contract, contract), self.today)

    def planned(self, contract: str = "C-1") -> list[str]:
        return [plain(line.net) for line in planned(self.book, self.book.get(Contract, contract))]

    def lines(self, since: str = "0001-01-01") -> list[tuple[str, str, str, str, int, str, str]]:
        """Every line posted since a day: document, date, from, to, quantity, net, tax; credits below zero."""
        invoices = [(i, line, line.net, line.tax) for i in self.book.all(Invoice) for line in i.lines]
        memos = [(m, line, -line.net, -line.tax) for m in self.book.all(CreditMemo) for line in m.lines]
        return [
            (
                document.number.removeprefix("NW-"),
                str(document.event_date),
                str(line.service.start),
                str(line.service.end),
                line.quantity,
                plain(net),
                plain(tax),
            )
            for document, line, net, tax in (*invoices, *memos)
            if str(document.event_date) >= since
        ]

    def figures(self, since: str = "0001-01-01") -> list[tuple[str, str, str, str]]:
        """Every line posted since a day: date, from, to, net; credits below zero."""
        return [(date_, start, end, net) for _, date_, start, end, _, net, _ in self.lines(since)]


def plain(amount: Money) -> str:
    return str(amount).rpartition(" ")[0]
