"""A hand-made stack: plain lists that agree, to be broken one fact at a time.

Globex (C-1) was billed for January and March and upsold on 16 March; Initech (C-3) overpaid, was refunded, credited, is in
dispute, was partly written off and paid some of that after all. Amounts are cents of USD.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any, TypeVar

from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document
from engine.model.events import Delivery
from engine.model.invoices import CreditMemo, CreditMemoLine, CreditUse, Invoice, InvoiceLine, OpenItem, Settlement
from engine.model.journal import (
    AccountBalance,
    JournalEntry,
    JournalLine,
    LedgerAccount,
    PeriodClose,
    Rejection,
    TrialBalanceRow,
)
from engine.model.money import Money
from engine.model.orders import Billing, Order
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Payment,
    PaymentApplication,
    PaymentAttempt,
    PaymentRequest,
    Payout,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.revenue import RevenueMonth
from ports.stack import Capability, Stack
from reports.snapshot import FAR_AWAY

D = TypeVar("D", bound=Document)
JANUARY, FEBRUARY, MARCH, APRIL = (AccountingPeriod(2026, month) for month in (1, 2, 3, 4))
CHART = (
    ("1100", "Receivables", "asset", "receivables"),
    ("1150", "Unbilled receivable", "asset", "unbilled receivable"),
    ("1200", "Gateway clearing", "asset", "gateway clearing"),
    ("1000", "Cash", "asset", "cash"),
    ("2000", "Contract liability", "liability", "contract liability"),
    ("2100", "Sales tax payable", "liability", "tax"),
    ("2200", "Unapplied cash", "liability", "unapplied cash"),
    ("2300", "Customer credits", "liability", "customer credits"),
    ("2400", "Refund payable", "liability", "refund payable"),
    ("2500", "Refund liability", "liability", "refund liability"),
    ("1190", "Loss allowance", "asset", "allowance"),
    ("4000", "Revenue", "income", "revenue"),
    ("6000", "Credit loss expense", "expense", "credit loss"),
    ("6100", "Bank and gateway fees", "expense", "fees"),
)


def usd(cents: int) -> Money:
    return Money(cents, "USD")


def day(month: int, number: int) -> date:
    return date(2026, month, number)


def dated(on: date) -> dict[str, date]:
    return {"event_date": on, "effective_date": on, "posting_date": on}


def of(customer: str, on: date) -> dict[str, Any]:
    return {"entity": "NW", "customer": customer, **dated(on)}


def order(number: str, kind: Any, customer: str, on: date, contract: str | None = None) -> Order:
    return Order(number=number, kind=kind, customer=customer, contract=contract, **dated(on))


def contract(number: str, customer: str, order_number: str) -> Contract:
    return Contract(
        number=number,
        **of(customer, day(1, 1)),
        currency="USD",
        order=order_number,
        start=day(1, 1),
        end=day(12, 31),
        billing=Billing(),
        net_days=30,
        tax_code="standard",
        lines=(),
    )


def _charge(service: ServicePeriod, net: int, tax: int) -> dict[str, Any]:
    return {
        "line": "L1",
        "product": "Platform seat",
        "charge": "Seat",
        "service": service,
        "billing_period": service,
        "quantity": 1,
        "price": Decimal(net) / 100,
        "per_months": 1,
        "discount": Decimal(0),
        "net": usd(net),
        "tax_code": "standard",
        "tax_rate": Decimal(10),
        "tax": usd(tax),
    }


def invoice(number: str, customer: str, contract_number: str, on: date, cause: str, net: int, tax: int) -> Invoice:
    service = ServicePeriod(on, AccountingPeriod.of(on).end)
    return Invoice(
        number=number,
        **of(customer, on),
        contract=contract_number,
        currency="USD",
        due_date=date.fromordinal(on.toordinal() + 30),
        cause=cause,
        lines=(InvoiceLine(id=1, **_charge(service, net, tax)),),
    )


def credit_memo(number: str, on: date, net: int, tax: int, concession: bool = False) -> CreditMemo:
    service = ServicePeriod(day(1, 1), day(1, 31))
    credited = _charge(service, net, tax)
    return CreditMemo(
        number=number,
        **of("Initech", on),
        contract="C-3",
        currency="USD",
        reason="amendment",
        cause="downgrade",
        lines=(
            CreditMemoLine(
                invoice="NW-000002", invoice_line=1, revenue_service=service, concession=concession, **credited
            ),
        ),
        settlements=(),
        held=usd(net + tax),
    )


def settles(number: str, cents: int) -> tuple[Settlement, ...]:
    return (Settlement(invoice=number, amount=usd(cents)),)


def payment(number: str, customer: str, on: date, cents: int, method: Any) -> Payment:
    return Payment(number=number, **of(customer, on), amount=usd(cents), method=method)


def application(paid: Payment, number: str, settled: int) -> PaymentApplication:
    return PaymentApplication(
        number=f"AP-{paid.number}",
        **of(paid.customer, paid.posting_date),
        currency="USD",
        payment=paid.number,
        amount=paid.amount,
        settlements=settles(number, settled),
        unapplied=paid.amount - usd(settled),
        method=paid.method,
    )


def entry(event: str, source: Any, *lines: tuple[str, int], label: str = "", about: str | None = None) -> JournalEntry:
    """Lines are account and cents, debit positive; the customer is the document's."""
    customer = getattr(source, "customer", "")
    return JournalEntry(
        number=f"JE-{event}:{source.number}",
        **of(customer, source.posting_date),
        currency="USD",
        source_kind=event.split()[0],
        source=source.number,
        label=label or getattr(source, "cause", ""),
        event=f"{event}:{source.number}",
        lines=tuple(
            JournalLine(
                account=account,
                amount=usd(cents),
                customer=customer,
                contract=about,
                product="Platform seat" if account == "Revenue" else None,
                tax_code="standard" if account == "Sales tax payable" else None,
            )
            for account, cents in lines
        ),
    )


def revenue_entry(contract_number: str, customer: str, period: AccountingPeriod, cents: int) -> JournalEntry:
    about = SimpleNamespace(number=contract_number, customer=customer, posting_date=period.end)
    posted = entry("revenue posted", about, ("Contract liability", cents), ("Revenue", -cents), about=contract_number)
    return replace(posted, number=f"JE-revenue-{contract_number}-{period.year}-{period.month:02}")


def month(contract_number: str, customer: str, period: AccountingPeriod, scheduled: int, posted: int) -> RevenueMonth:
    return RevenueMonth(
        contract=contract_number,
        customer=customer,
        product="Platform seat",
        period=period,
        scheduled=usd(scheduled),
        posted=usd(posted),
    )


@dataclass
class Books:
    """The four systems' lists. `balances`: None follows the entries."""

    orders: list[Order] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    credit_memos: list[CreditMemo] = field(default_factory=list)
    credit_uses: list[CreditUse] = field(default_factory=list)
    billing_payments: list[Payment] = field(default_factory=list)
    applications: list[PaymentApplication] = field(default_factory=list)
    payment_requests: list[PaymentRequest] = field(default_factory=list)
    refunds: list[Refund] = field(default_factory=list)
    refund_payments: list[RefundPayment] = field(default_factory=list)
    disputes: list[InvoiceDispute] = field(default_factory=list)
    resolutions: list[DisputeResolution] = field(default_factory=list)
    write_offs: list[WriteOff] = field(default_factory=list)
    recoveries: list[Recovery] = field(default_factory=list)
    open_items: list[OpenItem] = field(default_factory=list)
    due: dict[str, int] = field(default_factory=dict)
    whole: dict[str, int] = field(default_factory=dict)
    billing_exceptions: list[Rejection] = field(default_factory=list)
    attempts: list[PaymentAttempt] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    gateway_refunds: list[RefundPayment] = field(default_factory=list)
    payouts: list[Payout] = field(default_factory=list)
    journal: list[JournalEntry] = field(default_factory=list)
    revenue: list[RevenueMonth] = field(default_factory=list)
    closes: list[PeriodClose] = field(default_factory=list)
    erp_exceptions: list[Rejection] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    misstated: dict[tuple[str, str], int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def accounts(self) -> list[LedgerAccount]:
        return [LedgerAccount(code=code, name=name, type=kind, role=role) for code, name, kind, role in CHART]  # type: ignore[arg-type]

    def entry(self, source: str) -> JournalEntry:
        return next(found for found in self.journal if source in (found.source, found.number))

    def drop(self, source: str) -> None:
        self.journal.remove(self.entry(source))

    def change(self, wanted: str, **what: Any) -> None:
        at = self.journal.index(self.entry(wanted))
        self.journal[at] = replace(self.journal[at], **what)

    def change_lines(self, source: str, how: Callable[[JournalLine], JournalLine]) -> None:
        self.change(source, lines=tuple(map(how, self.entry(source).lines)))

    def balances(self, as_of: date) -> list[AccountBalance]:
        sums: dict[tuple[str, str, str], int] = defaultdict(int)
        for found in self.journal:
            for line in found.lines if found.posting_date <= as_of else ():
                sums[found.entity, line.account, line.customer] += line.amount.minor
        return [
            AccountBalance(
                entity=entity,
                account=account,
                currency="USD",
                customer=customer,
                amount=usd(cents + self.misstated.get((account, customer), 0)),
            )
            for (entity, account, customer), cents in sums.items()
        ]

    def trial_balance(self, period: AccountingPeriod) -> list[TrialBalanceRow]:
        rows = []
        for account in self.accounts():
            lines = [(found, line) for found in self.journal for line in found.lines if line.account == account.name]
            opening = sum(line.amount.minor for found, line in lines if found.posting_date < period.start)
            within = [line.amount.minor for found, line in lines if period.start <= found.posting_date <= period.end]
            rows.append(
                TrialBalanceRow(
                    account=account.name,
                    currency="USD",
                    opening=usd(opening),
                    debits=usd(sum(cents for cents in within if cents > 0)),
                    credits=usd(-sum(cents for cents in within if cents < 0)),
                    closing=usd(opening + sum(within)),
                )
            )
        return rows

    def stack(self) -> Stack:
        return Stack(
            name="hand-made",
            crm=self._door(customers=list, quotes=list, decisions=list, orders=lambda: self.orders),
            billing=self._billing(),
            payments=self._door(
                attempts=lambda: self.attempts,
                payments=lambda: self.payments,
                refunds=lambda: self.gateway_refunds,
                payouts=lambda: self.payouts,
            ),
            erp=self._door(
                accounts=self.accounts,
                journal=lambda start, end: self.journal,
                balances=self.balances,
                trial_balance=self.trial_balance,
                schedules=list,
                revenue=lambda through: self.revenue,
                closes=lambda: self.closes,
                exceptions=lambda: self.erp_exceptions,
            ),
            clock=self._door(deliveries=lambda: self.deliveries),
            capabilities=frozenset(Capability),
        )

    def _billing(self) -> Any:
        same = "contracts amendments invoices credit_memos credit_uses applications payment_requests refunds"
        names = f"{same} refund_payments disputes resolutions write_offs recoveries".split()
        return self._door(
            **{name: (lambda name=name: getattr(self, name)) for name in names},
            payments=lambda: self.billing_payments,
            letters=list,
            open_items=lambda as_of: self.open_items,
            due=lambda number, through: usd((self.whole if through == FAR_AWAY else self.due)[number]),
            exceptions=lambda: self.billing_exceptions,
        )

    def _door(self, **views: Any) -> Any:
        def counted(name: str, view: Any) -> Any:
            def ask(*given: Any) -> Any:
                self.asked.append(name)
                return view(*given)

            return ask

        return SimpleNamespace(**{name: counted(name, view) for name, view in views.items()})


def agreeing() -> Books:
    """Books in which everything ties out on 31 March 2026."""
    books = Books()
    _globex(books)
    _initech(books)
    _initech_disputes(books)
    payout = Payout(
        number="PO-1",
        entity="NW",
        **dated(day(2, 5)),
        payments=("PAY-NW-000001-1",),
        gross=usd(110000),
        fee=usd(3000),
        net=usd(107000),
    )
    books.payouts.append(payout)
    books.journal.append(
        entry("payout sent", payout, ("Cash", 107000), ("Bank and gateway fees", 3000), ("Gateway clearing", -110000))
    )
    return books


def _bill(books: Books, found: Invoice) -> None:
    books.invoices.append(found)
    net, tax = found.net.minor, found.tax.minor
    lines = ("Receivables", net + tax), ("Contract liability", -net), ("Sales tax payable", -tax)
    books.journal.append(entry("invoice posted", found, *lines, about=found.contract))


def _pay(books: Books, paid: Payment, number: str, settled: int) -> None:
    books.payments.append(paid)
    books.billing_payments.append(paid)
    applied = application(paid, number, settled)
    books.applications.append(applied)
    account = "Gateway clearing" if paid.method == "card" else "Cash"
    lines = [(account, paid.amount.minor), ("Receivables", -settled)]
    if applied.unapplied:
        lines.append(("Unapplied cash", -applied.unapplied.minor))
    books.journal.append(entry("payment applied", applied, *lines))


def _globex(books: Books) -> None:
    books.orders += [order("O-1", "new", "Globex", day(1, 1)), order("O-2", "amend", "Globex", day(3, 16), "C-1")]
    books.contracts.append(contract("C-1", "Globex", "O-1"))
    books.amendments.append(
        Amendment(
            number="A-2",
            contract="C-1",
            customer="Globex",
            order="O-2",
            changes=(),
            cause="upsell",
            **dated(day(3, 16)),
        )
    )
    _bill(books, invoice("NW-000001", "Globex", "C-1", day(1, 1), "regular", 100000, 10000))
    _bill(books, invoice("NW-000003", "Globex", "C-1", day(3, 1), "regular", 100000, 10000))
    _bill(books, invoice("NW-000004", "Globex", "C-1", day(3, 16), "upsell", 10323, 1032))
    for number, on in (("NW-000001", day(1, 31)), ("NW-000003", day(3, 31))):
        asked = {"invoice": number, "amount": usd(110000), **of("Globex", on)}
        books.payment_requests.append(PaymentRequest(number=f"PR-{number}-1", attempt=1, **asked))
        books.attempts.append(
            PaymentAttempt(number=f"PA-{number}-1", request=f"PR-{number}-1", outcome="succeeds", **asked)
        )
        _pay(books, payment(f"PAY-{number}-1", "Globex", on, 110000, "card"), number, 110000)
    books.due["C-1"] = books.whole["C-1"] = 210323
    books.revenue += [month("C-1", "Globex", JANUARY, 100000, 100000), month("C-1", "Globex", MARCH, 110323, 110323)]
    books.journal += [
        revenue_entry("C-1", "Globex", JANUARY, 100000),
        revenue_entry("C-1", "Globex", MARCH, 110323),
    ]
    books.open_items.append(_open("NW-000004", "Globex", day(3, 16), 11355, 11355, 0))


def _open(number: str, customer: str, on: date, total: int, still: int, disputed: int) -> OpenItem:
    return OpenItem(
        invoice=number,
        entity="NW",
        customer=customer,
        currency="USD",
        invoice_date=on,
        due_date=date.fromordinal(on.toordinal() + 30),
        total=usd(total),
        open=usd(still),
        disputed=usd(disputed),
    )


def _initech(books: Books) -> None:
    books.orders.append(order("O-3", "new", "Initech", day(1, 1)))
    books.contracts.append(contract("C-3", "Initech", "O-3"))
    _bill(books, invoice("NW-000002", "Initech", "C-3", day(1, 1), "regular", 50000, 5000))
    _bill(books, invoice("NW-000005", "Initech", "C-3", day(3, 16), "regular", 50000, 5000))
    _pay(books, payment("BT-1", "Initech", day(2, 5), 60000, "bank transfer"), "NW-000002", 55000)
    refund = Refund(
        number="RF-1", **of("Initech", day(2, 6)), amount=usd(2000), source="unapplied cash", reason="overpaid"
    )
    paid_out = RefundPayment(number="RP-RF-1", **of("Initech", day(2, 7)), refund="RF-1", amount=usd(2000))
    memo = credit_memo("NW-CM-000001", day(3, 10), 10000, 1000)
    use = CreditUse(number="CU-1", **of("Initech", day(3, 16)), currency="USD", settlements=settles("NW-000005", 6000))
    books.refunds.append(refund)
    books.refund_payments.append(paid_out)
    books.gateway_refunds.append(paid_out)
    books.credit_memos.append(memo)
    books.credit_uses.append(use)
    books.journal += [
        entry("refund approved", refund, ("Unapplied cash", 2000), ("Refund payable", -2000)),
        entry("refund paid", paid_out, ("Refund payable", 2000), ("Gateway clearing", -2000)),
        entry(
            "credit memo posted",
            memo,
            ("Revenue", 10000),
            ("Sales tax payable", 1000),
            ("Customer credits", -11000),
            about="C-3",
        ),
        entry("customer credit used", use, ("Customer credits", 6000), ("Receivables", -6000)),
        revenue_entry("C-3", "Initech", JANUARY, 50000),
        revenue_entry("C-3", "Initech", MARCH, 25000),
    ]
    books.due["C-3"] = books.whole["C-3"] = 90000
    books.revenue += [
        month("C-3", "Initech", JANUARY, 40000, 50000),
        month("C-3", "Initech", MARCH, 25000, 15000),
        month("C-3", "Initech", APRIL, 25000, 0),
    ]
    books.open_items.append(_open("NW-000005", "Initech", day(3, 16), 55000, 38000, 4400))


def _initech_disputes(books: Books) -> None:
    about = {"invoice": "NW-000005", "invoice_line": None, "reason": "price"}
    for number, reserve in (("D-1", 4000), ("D-2", 3000)):
        dispute = InvoiceDispute(
            number=number, **of("Initech", day(3, 17)), **about, amount=usd(reserve * 11 // 10), reserve=usd(reserve)
        )
        books.disputes.append(dispute)
        lines = ("Revenue", reserve), ("Refund liability", -reserve)
        books.journal.append(entry("dispute opened", dispute, *lines, about="C-3"))
    ended = DisputeResolution(
        number="DR-2",
        **of("Initech", day(3, 18)),
        dispute="D-2",
        invoice="NW-000005",
        outcome="rejected",
        credited=usd(0),
        credit_memo=None,
        released=usd(3000),
    )
    given_up = WriteOff(
        number="WO-NW-000005",
        **of("Initech", day(3, 20)),
        invoice="NW-000005",
        amount=usd(11000),
        tax_relief=usd(1000),
        method="allowance",
        settlements=settles("NW-000005", 11000),
    )
    came = payment("BT-2", "Initech", day(3, 25), 5500, "bank transfer")
    recovery = Recovery(
        number="RC-BT-2",
        **of("Initech", day(3, 25)),
        write_off="WO-NW-000005",
        invoice="NW-000005",
        payment="BT-2",
        amount=usd(5500),
        tax=usd(500),
        method="bank transfer",
    )
    books.resolutions.append(ended)
    books.write_offs.append(given_up)
    books.payments.append(came)
    books.billing_payments.append(came)
    books.recoveries.append(recovery)
    books.journal += [
        entry("dispute resolved", ended, ("Refund liability", 3000), ("Revenue", -3000), about="C-3"),
        entry(
            "invoice written off",
            given_up,
            ("Loss allowance", 10000),
            ("Sales tax payable", 1000),
            ("Receivables", -11000),
        ),
        entry(
            "recovery received", recovery, ("Cash", 5500), ("Credit loss expense", -5000), ("Sales tax payable", -500)
        ),
    ]
