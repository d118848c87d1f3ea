"""A small company whose contracts are billed by the engine and whose ledger receives every document the same day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from charts import ACCOUNTS, RULES

from engine.billing.bill_run import bill, plan_contract
from engine.billing.crediting import credit_lines
from engine.book import Book, run
from engine.contracts.contracting import amend
from engine.ledger.general_ledger import balances, journal
from engine.ledger.providing import provide
from engine.model.calendar import ONE_DAY, AccountingPeriod, add_months
from engine.model.catalog import Charge, PriceBook
from engine.model.company import AllowanceBucket, Company, Customer, LegalEntity, TaxRate
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document
from engine.model.invoices import CreditMemo, CreditReason, Invoice, Settlement
from engine.model.journal import JournalEntry, LedgerAccount, PostingRule
from engine.model.money import Money
from engine.model.orders import Billing, Cancel, Change, Order, OrderLine
from engine.model.payments import PaymentApplication, Payout, WriteOff
from engine.model.policies import Policies
from engine.model.revenue import RevenueSchedule
from engine.receiving import receive
from engine.revenue.accompanying import accompany
from engine.revenue.recognizing import recognize
from engine.revenue.scheduling import current_schedules

D = TypeVar("D", bound=Document | None)

FIRST = "NW-000001"


def usd(text: str) -> Money:
    return Money.parse(text, "USD")


def day(text: str) -> date:
    """A day of 2026, as 03-31; another year in full."""
    return date.fromisoformat(text if len(text) > 5 else f"2026-{text}")


def month(text: str) -> AccountingPeriod:
    return AccountingPeriod.of(day(f"{text}-01"))


def company(allowance: tuple[AllowanceBucket, ...] = (), **policies: str) -> Company:
    accounts = [row.split("|") for row in ACCOUNTS.strip().splitlines()]
    return Company(
        name="Northwind SaaS",
        entity=LegalEntity(code="NW", name="Northwind Inc", currency="USD", prefix="NW"),
        customers=tuple(
            Customer(name=name, number=str(number), email="", address="", tax_number="")
            for number, name in enumerate(("Globex", "Initech"), 1)
        ),
        products=(),
        price_book=PriceBook(name="list"),
        tax_rates=(TaxRate(code="standard", percent=Decimal(10)), TaxRate(code="none", percent=Decimal(0))),
        policies=replace(Policies(), **policies),  # type: ignore[arg-type]
        accounts=tuple(
            LedgerAccount(code=str(number), name=name, type=type_, role=role)  # type: ignore[arg-type]
            for number, (name, type_, role) in enumerate(accounts)
        ),
        postings=tuple(
            PostingRule(event=event, amount=amount, debit=debit, credit=credit)
            for event, amount, debit, credit in (row.split("|") for row in RULES.strip().splitlines())
        ),
        allowance=allowance,
    )


def line(
    id_: str = "1",
    product: str = "Seat",
    quantity: int = 10,
    price: str = "10",
    per_months: int = 1,
    alone: str | None = None,
    tax_code: str = "standard",
    once: bool = False,
) -> OrderLine:
    kind = Charge(name="fee", kind="one-time", per_months=0, model="flat", recognition="point in time")
    return OrderLine(
        id=id_,
        product=product,
        plan="plan",
        charge=kind if once else Charge(name="seat"),
        quantity=quantity,
        price=Decimal(price),
        per_months=0 if once else per_months,
        stand_alone_price=None if alone is None else Decimal(alone),
        tax_code=tax_code,
    )


class Story:
    """Two books, billing and ledger, and the days between. What billing writes reaches the ledger at once, unless held."""

    def __init__(self, start: str = "01-01", allowance: tuple[AllowanceBucket, ...] = (), **policies: str) -> None:
        self.company = company(allowance, **policies)
        self.billing, self.book = Book(self.company), Book(self.company)
        self.today = day(start)
        self.sent: list[tuple[date, Document]] = []
        self.lost: set[str] = set()
        self.orders = 1

    def signs(
        self, *lines: OrderLine, start: str = "01-01", months: int = 12, every: int = 12, **more: str
    ) -> Contract:
        first = day(start)
        contract = Contract(
            number=f"C-{self.billing.count(Contract) + 1}",
            event_date=self.today,
            effective_date=first,
            posting_date=self.today,
            customer="Globex",
            entity="NW",
            currency="USD",
            order="O-1",
            start=first,
            end=add_months(first, months) - ONE_DAY,
            billing=Billing(every_months=every, **more),  # type: ignore[arg-type]
            net_days=30,
            tax_code="standard",
            lines=lines or (line(),),
        )
        self.write(contract)
        plan_contract(self.billing, contract, self.today)
        return self.until_quiet(contract)

    def changes(self, *changes: Change, effective: str, lines: Iterable[OrderLine] = ()) -> Amendment:
        """The customer signs changes of contract C-1 today."""
        self.orders += 1
        order = Order(
            number=f"O-{self.orders}",
            event_date=self.today,
            effective_date=day(effective),
            posting_date=self.today,
            kind="cancel" if isinstance(changes[0], Cancel) else "amend",
            customer="Globex",
            contract="C-1",
            changes=changes,
            lines=tuple(lines),
        )
        amendment = amend(self.billing, order, self.today)
        self.write(amendment)
        plan_contract(self.billing, self.billing.get(Contract, "C-1"), self.today)
        return self.until_quiet(amendment)

    def concedes(self, invoice: str, net: str, reason: CreditReason = "goodwill") -> CreditMemo:
        memo = credit_lines(self.billing, self.billing.get(Invoice, invoice), None, usd(net), reason, self.today)
        self.write(memo)
        return self.until_quiet(memo)

    def write(self, document: D) -> D:
        """Billing writes a document and tells the ledger."""
        self.billing.add(document)
        self.send(document)
        return document

    def send(self, document: Document) -> JournalEntry | None:
        """The ledger receives a document, unless its number is lost on the way."""
        if document.number in self.lost:
            return None
        self.sent.append((self.today, document))
        return receive(self.book, document, self.today)

    def until_quiet(self, document: D) -> D:
        """Live today in both systems."""
        for written in list(run((bill,), self.billing, self.today)):
            self.send(written)
        list(run((accompany, recognize, provide), self.book, self.today))
        return document

    def until(self, text: str) -> Story:
        """Time passes to that day, every day lived; on a day that has come nothing happens twice."""
        while self.today < day(text):
            self.today += timedelta(days=1)
            self.until_quiet(None)
        return self

    def entries(self, start: str = "2026-01-01", end: str = "2030-12-31") -> tuple[JournalEntry, ...]:
        return journal(self.book, day(start), day(end))

    def entry(self, number: str) -> dict[str, str]:
        """An entry as account -> amount, debit positive; what is on several lines of an account is added up."""
        return totals((line.account, line.amount) for line in self.book.get(JournalEntry, number).lines)

    def balances(self, as_of: str | None = None) -> dict[str, str]:
        """What stands on each account, debit positive."""
        on = day(as_of) if as_of else self.today
        return totals((balance.account, balance.amount) for balance in balances(self.book, on))

    def revenue(self, year: str = "2026") -> dict[str, str]:
        """What the ledger recognized in each month: 03 -> 100.00, credits of earned revenue included."""
        lines = [(e.month, line.amount) for e in self.entries() for line in e.lines if line.account == "Revenue"]
        found = totals((month[5:], -amount) for month, amount in lines if month.startswith(year))
        return dict(sorted(found.items()))

    def schedules(self, contract: str = "C-1") -> tuple[RevenueSchedule, ...]:
        return current_schedules(self.book, contract)

    def pieces(self, line: str = "1") -> list[tuple[str, str, str]]:
        """The current schedule of a line of C-1: from, to, amount."""
        found = next(schedule for schedule in self.schedules() if schedule.obligation == f"C-1/{line}")
        return [(str(p.service.start), str(p.service.end), plain(p.amount)) for p in found.pieces]

    def reasons(self, line: str = "1") -> list[str]:
        """Why each version of the schedule of a line of C-1 was made."""
        versions = self.book.about(RevenueSchedule, "obligation", f"C-1/{line}")
        return [schedule.reason for schedule in versions]


def plain(amount: Money) -> str:
    return str(amount).removesuffix(" USD")


def totals(amounts: Iterable[tuple[str, Money]]) -> dict[str, str]:
    """Amounts added up by name; what comes to nothing is left out."""
    found: dict[str, Money] = {}
    for name, amount in amounts:
        found[name] = found.get(name, Money.zero(amount.currency)) + amount
    return {name: plain(amount) for name, amount in found.items() if amount}


def make(kind: Callable[..., D], number: str, on: str, **fields: object) -> D:
    """A document of Globex (a payout is of nobody) that happens on that day."""
    whose = {} if kind is Payout else {"customer": "Globex"}
    dates = {"event_date": day(on), "effective_date": day(on), "posting_date": day(on)}
    return kind(number=number, entity="NW", **whose, **dates, **fields)


def settle(amount: str, invoice: str = FIRST) -> tuple[Settlement, ...]:
    return (Settlement(invoice=invoice, amount=usd(amount)),)


def application(
    number: str, amount: str, settled: str | None, unapplied: str = "0", **fields: object
) -> PaymentApplication:
    fields = {"method": "card", "currency": "USD", "payment": "PAY-1", **fields}
    settlements = settle(settled) if settled else ()
    return make(
        PaymentApplication,
        number,
        "04-30",
        amount=usd(amount),
        settlements=settlements,
        unapplied=usd(unapplied),
        **fields,
    )


def written_off(relief: str, method: str = "allowance") -> WriteOff:
    return make(
        WriteOff,
        f"WO-{FIRST}",
        "05-01",
        invoice=FIRST,
        amount=usd("440"),
        tax_relief=usd(relief),
        method=method,
        settlements=settle("440"),
    )
