"""A small company with debtors, and a book in which receivables are lived day by day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from engine.billing.crediting import credit_lines
from engine.billing.open_items import open_balance
from engine.book import Book, run
from engine.model.calendar import ServicePeriod
from engine.model.catalog import PriceBook
from engine.model.company import Company, Customer, DunningLevel, LegalEntity, TaxRate
from engine.model.document import Document
from engine.model.invoices import CreditMemo, CreditReason, Invoice, InvoiceLine
from engine.model.money import Money
from engine.model.payments import Decline, InvoiceDispute, Payment, PaymentRequest, WriteOff
from engine.model.plans import PaymentPlan, PlanEnd
from engine.model.policies import Policies
from engine.receivables import applying, arranging, collecting, disputing, refunding, writing_off
from engine.receivables.applying import Receipt
from engine.receivables.arranging import default
from engine.receivables.charging import attempt, collected
from engine.receivables.collecting import collect
from engine.receivables.dunning import dun
from engine.receivables.setting_off import use_credits

ISSUED, DUE = date(2026, 3, 1), date(2026, 3, 31)


def usd(text: str) -> Money:
    return Money.parse(text, "USD")


def day(text: str) -> date:
    """A day of 2026, as 03-31."""
    return date.fromisoformat(f"2026-{text}")


def company(**policies: str) -> Company:
    return Company(
        name="Northwind SaaS",
        entity=LegalEntity(code="NW", name="Northwind Inc", currency="USD", prefix="NW"),
        customers=tuple(
            Customer(name=name, number=name, email="", address="", tax_number="") for name in ("Globex", "Acme")
        ),
        products=(),
        price_book=PriceBook(name="list"),
        tax_rates=(TaxRate(code="standard", percent=Decimal(10)),),
        policies=replace(Policies(), **policies),  # type: ignore[arg-type]
        accounts=(),
        postings=(),
        dunning=(DunningLevel(days=10, letter="Reminder"), DunningLevel(days=20, letter="Final notice")),
    )


class Ledger:
    """A billing book with stages that are lived until quiet, as a system would."""

    def __init__(self, **policies: str) -> None:
        self.book = Book(company(**policies))
        self.today = ISSUED
        self.script: list[Decline] = []
        self.received = 0

    def invoice(
        self,
        *nets: str,
        customer: str = "Globex",
        issued: date = ISSUED,
        days: int = 30,
        percent: int | tuple[int, ...] = 10,
        currency: str = "USD",
    ) -> Invoice:
        """Post an invoice with a line for each net amount; tax in whole percent, one rate or one a line."""
        percents = percent if isinstance(percent, tuple) else (percent,) * len(nets)
        number = f"NW-{self.book.count(Invoice) + 1:06}"
        lines = enumerate(zip(nets, percents, strict=True), 1)
        made = Invoice(
            number=number,
            event_date=issued,
            effective_date=issued,
            posting_date=issued,
            entity="NW",
            customer=customer,
            contract="C-1",
            currency=currency,
            due_date=issued + timedelta(days=days),
            cause="regular",
            lines=tuple(_line(id_, Money.parse(net, currency), rate) for id_, (net, rate) in lines),
        )
        collecting.plan(self.book, made)
        return self.book.add(made)

    def live(self, until: str) -> list[Document]:
        """Time passes to that day, one day after the other, each lived until nothing is written any more."""
        end, written = day(until), list[Document]()
        while self.today <= end:
            for _ in range(20):
                made = list(run((use_credits, default, collect, dun), self.book, self.today))
                written += made
                for one in made:
                    if isinstance(one, PlanEnd):
                        arranging.plan_parts(self.book, one, self.today)
                self._answer(made)
                if not made:
                    break
            else:
                raise AssertionError(f"{self.today}: a day that never ends")
            self.today += timedelta(days=1)
        self.today = end
        return written

    def keep(self, document: PaymentPlan | PlanEnd) -> None:
        """Write down what is agreed on, or is over, and the days that follow from it, as billing does."""
        arranging.plan_parts(self.book, self.book.add(document), self.today)

    def _answer(self, made: Iterable[Document]) -> None:
        """The gateway answers every request by its script; without one it is silent."""
        for request in made:
            if isinstance(request, PaymentRequest) and self.script:
                how = self.script.pop(0) if len(self.script) > 1 else self.script[0]
                tried = attempt(request, how, self.today)
                if how == "succeeds":
                    self.take(self.book.add(collected(self.book, tried, self.today)))
                else:
                    self.book.add(collecting.failed(self.book, tried, self.today))

    def take(self, payment: Payment) -> Receipt:
        """Dispose of a payment as billing does."""
        receipt = applying.receive(self.book, payment, self.today)
        for document in receipt.documents():
            self.book.add(document)
        return receipt

    def pay(
        self, amount: str, invoice: Invoice | None = None, customer: str = "Globex", currency: str = "USD"
    ) -> Receipt:
        """A bank transfer, for that invoice if one is named."""
        return self.take(self.transfer(amount, invoice and invoice.number, customer, currency))

    def transfer(
        self, amount: str, invoice: str | None = None, customer: str = "Globex", currency: str = "USD"
    ) -> Payment:
        self.received += 1
        return self.book.add(
            Payment(
                number=f"BT-{self.received}",
                event_date=self.today,
                effective_date=self.today,
                posting_date=self.today,
                entity="NW",
                customer=customer,
                amount=Money.parse(amount, currency),
                method="bank transfer",
                invoice=invoice,
            )
        )

    def credit(
        self, invoice: Invoice, net: str, line: int | None = None, reason: CreditReason = "goodwill"
    ) -> CreditMemo:
        amount = Money.parse(net, invoice.currency)
        return self.book.add(credit_lines(self.book, invoice, line, amount, reason, self.today))

    def dispute(self, invoice: Invoice, amount: str, line: int | None = None) -> InvoiceDispute:
        made = disputing.dispute(self.book, invoice.number, line, usd(amount), "not as ordered", self.today)
        return self.book.add(made)

    def resolve(self, dispute: InvoiceDispute, credited: str) -> tuple[CreditMemo | None, Document]:
        memo, end = disputing.resolve(self.book, dispute.number, usd(credited), self.today)
        if memo:
            self.book.add(memo)
        return memo, self.book.add(end)

    def write_off(self, invoice: Invoice, amount: str | None = None) -> WriteOff:
        given_up = usd(amount) if amount else None
        return self.book.add(writing_off.write_off(self.book, invoice.number, given_up, self.today))

    def refund(self, amount: str, source: str, customer: str = "Globex", currency: str = "USD") -> Document:
        made = refunding.refund(
            self.book,
            customer,
            Money.parse(amount, currency),
            source,
            "overpaid",
            self.today,  # type: ignore[arg-type]
        )
        return self.book.add(made)

    def open(self, invoice: Invoice, as_of: str | None = None) -> str:
        return str(open_balance(self.book, invoice, day(as_of) if as_of else None))


def _line(id_: int, net: Money, percent: int) -> InvoiceLine:
    year = ServicePeriod(date(2026, 1, 1), date(2026, 12, 31))
    return InvoiceLine(
        id=id_,
        line=str(id_),
        product=f"Product {id_}",
        charge="Subscription",
        service=year,
        billing_period=year,
        quantity=1,
        price=Decimal(net.exact.numerator) / net.exact.denominator,
        per_months=12,
        discount=Decimal(0),
        net=net,
        tax_code="standard",
        tax_rate=Decimal(percent),
        tax=Money.of(net.exact * percent / 100, net.currency),
    )
