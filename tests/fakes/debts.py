"""A world of debtors: three customers who pay by card, debit and transfer, one of them in euros, and all that can happen to
what they owe."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from engine.billing.open_items import open_balance
from engine.model.bank import StatedLine
from engine.model.cash import EarlyPayment, KeptBack, RemittanceLine, Tolerance
from engine.model.company import Company, LegalEntity
from engine.model.currency import ExchangeRate
from engine.model.events import CourierFault, EventType, SystemFault
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money
from engine.model.orders import Billing, RequestedLine, Terms
from engine.model.payments import Payment, PaymentBehavior, PayoutTerms
from engine.model.policies import QUESTIONS
from engine.model.reversals import Chargeback
from engine.receivables.reversing import standing
from engine.refusals import Refused
from fakes.dialects.plain.operations import door
from fakes.world import World
from scenarios.world import find, load
from tests.fakes.arranged import Arranged

COMPANY = load(find("Northwind SaaS"))
COMPANY = replace(
    COMPANY,
    other_entities=(LegalEntity(code="NE", name="Northwind Europe", currency="EUR", prefix="NE"),),
    exchange_rates=(
        ExchangeRate(currency="EUR", into="USD", rate=Decimal("1.1"), on=date(2026, 1, 1)),
        ExchangeRate(currency="EUR", into="USD", rate=Decimal("1.2"), on=date(2026, 2, 10)),
    ),
    early_payment=(EarlyPayment(percent=Decimal(2), days=10),),
    tolerance=Tolerance(amount=Decimal(3)),
    payouts=PayoutTerms(percent_fee=Decimal("2.9"), chargeback_fee=Decimal(15), return_fee=Decimal(5)),
)
CUSTOMERS = ("Globex", "Initech", "Umbrella")
# Each entity sells in its own currency and in the other's; one customer owes both.
SALES = (("Globex", "", "USD"), ("Globex", "NE", "EUR"), ("Initech", "NE", "USD"), ("Umbrella", "", "EUR"))
ASKED = (
    "write_off tax_relief recovery dispute chargeback application surplus customer_credit early_payment_discount "
    "part_payment_discount short_payment tax_due paid_across"
).split()
POLICIES = st.fixed_dictionaries(
    {q.field: st.sampled_from([a.text for a in q.answers]) for q in QUESTIONS if q.field in ASKED}
)
TOLD: tuple[EventType, ...] = (
    "payment received", "payment failed", "payment applied", "payment returned", "payment reversed", "payment identified",
    "deduction taken", "chargeback opened", "chargeback decided", "dispute opened", "dispute resolved", "refund approved",
    "refund paid", "refund returned", "invoice posted", "credit memo posted", "invoice written off", "recovery received",
    "customer credit used", "payment plan agreed", "payment plan ended", "cash exchanged", "payout sent", "payment requested", "tax relief claimed",
)  # fmt: skip
COURIER = st.builds(
    CourierFault,
    type=st.sampled_from(TOLD),
    action=st.sampled_from(["repeat", "delay", "delay", "lose"]),
    nth=st.integers(1, 3),
    days=st.integers(1, 25),
)
UNANSWERED = st.builds(
    SystemFault,
    system=st.sampled_from(["billing", "payments", "erp"]),
    type=st.sampled_from(TOLD),
    kind=st.just("loses its answer"),
)
FAULTS = st.lists(st.one_of(COURIER, UNANSWERED), max_size=6).map(tuple)
NUMBER, PERCENT = st.integers(0, 5), st.integers(1, 130)
ACTS = st.one_of(
    st.tuples(st.sampled_from(["abroad", "advise_abroad"]), NUMBER, PERCENT),
    st.tuples(st.sampled_from(["transfer", "advise", "dispute", "credit", "write_off", "deduct"]), NUMBER, PERCENT),
    st.tuples(st.sampled_from(["charge_back", "decide", "resolve", "refund_cash", "refund_credit"]), NUMBER, PERCENT),
    st.tuples(st.sampled_from(["arrange", "cancel_plan"]), NUMBER, PERCENT),
    st.tuples(st.sampled_from(["apply", "use_credit", "unknown", "bank_line"]), NUMBER, PERCENT),
    st.tuples(st.sampled_from(["take_off", "send_back", "arbitrate", "claim", "identify", "refund_back"]), NUMBER),
    st.tuples(st.sampled_from(["pay_out", "small_rests"])),
)

BANK_RATE = ExchangeRate(currency="EUR", into="USD", rate=Decimal("1.13"))


def _other(currency: str) -> str:
    return "USD" if currency == "EUR" else "EUR"


class Debts(Arranged):
    """A world behind its door, and what is done to debts where the rules allow it."""

    def __init__(self, company: Company, faults: tuple[CourierFault | SystemFault, ...]) -> None:
        self.world = World(company, date(2026, 1, 5))
        self.door = door(self.world)
        for fault in faults:
            plan = self.world.plan_courier_fault if isinstance(fault, CourierFault) else self.world.plan_system_fault
            plan(fault)  # type: ignore[operator]  # each planner takes its own kind
        courses = {"Globex": "card", "Initech": "direct debit", "Umbrella": "card"}
        for customer, method in courses.items():
            outcomes = ("succeeds", "declined", "succeeds")
            self.world.payments.set_behavior(PaymentBehavior(customer=customer, method=method, outcomes=outcomes))  # type: ignore[arg-type]
        for customer, entity, currency in SALES:
            self.do(self._sign, customer, entity, currency)

    def _sign(self, customer: str, entity: str, currency: str) -> None:
        billing = Billing(every_months=1, timing="in advance", anchor="anniversary")
        signed: dict[str, Any] = {"start": date(2026, 1, 5), "months": 2, "currency": currency, "entity": entity}
        terms = Terms(**signed, billing=billing, net_days=14, tax_code="standard")
        asked = (RequestedLine(product="Platform seat", quantity=3, price=Decimal("33.33")),)
        self.world.crm.close_won(self.world.crm.quote(customer, terms, asked).number)

    def do(self, act: Any, *arguments: object) -> None:
        try:
            act(*arguments)
        except Refused:
            pass
        finally:
            self.world.settle()

    def step(self, days: int, act: tuple[Any, ...]) -> None:
        self.world.advance_to(self.world.today + timedelta(days=days))
        self.do(getattr(self, act[0]), *act[1:])

    def deliver_all(self) -> None:
        """Everything late arrives, and everything lost is delivered again, until no more arrives."""
        for days in (30, 30, 30, 0):
            for _ in range(3):
                self.world.repair()
            self.world.advance_to(self.world.today + timedelta(days=days))

    def invoice(self, number: int) -> Invoice:
        made = self.world.billing.invoices()
        if not made:
            raise Refused("none", "there is no invoice yet")
        return made[number % len(made)]

    def some(self, kind: type[Any], number: int, system: str = "payments") -> Any:
        made = getattr(self.world, system).book.all(kind)
        if not made:
            raise Refused("none", "there is none yet")
        return made[number % len(made)]

    def part(self, invoice: Invoice, percent: int) -> Money:
        open_ = open_balance(self.world.billing.book, invoice) or invoice.total
        return Money(open_.minor * percent // 100, invoice.currency)

    def paying(self) -> Iterator[tuple[str, str, Money]]:
        book = self.world.billing.book
        for payment in book.all(Payment):
            for invoice, amount in standing(book, payment).items():
                yield payment.number, invoice, amount

    def transfer(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        named = owed.number if percent % 3 else None
        self.world.payments.receive(owed.customer, self.part(owed, percent), named, "")

    def advise(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        kept = (
            KeptBack(kind="discount", amount=Money(percent, owed.currency)),
            KeptBack(kind="short", amount=Money(200, owed.currency)),
        )
        lines = (RemittanceLine(invoice=owed.number, amount=self.part(owed, percent), kept=kept),)
        self.world.payments.receive(owed.customer, self.part(owed, percent), None, "", lines)

    def abroad(self, number: int, percent: int) -> None:
        """A transfer in the other currency than the invoice's, at the rate of the day or of the payer's bank."""
        owed = self.invoice(number)
        came = Money(self.part(owed, percent).minor, _other(owed.currency))
        line = RemittanceLine(invoice=owed.number, rate=BANK_RATE if percent % 2 else None)
        self.world.payments.receive(owed.customer, came, None, "", (line,))

    def advise_abroad(self, number: int, percent: int) -> None:
        """One transfer for two invoices of a customer, at least one of them in another currency, in part and as agreed."""
        owed = self.invoice(number)
        more = [i for i in self.world.billing.invoices() if i.customer == owed.customer][-1]
        kept = (KeptBack(kind="bank charge", amount=Money(percent, _other(owed.currency))),)
        lines = (
            RemittanceLine(invoice=owed.number, amount=self.part(owed, percent), kept=kept),
            RemittanceLine(
                invoice=more.number,
                amount=Money(percent * 40, _other(more.currency)),
                settles=Money(percent * 37, more.currency) if percent % 2 else None,
            ),
        )
        self.world.payments.receive(owed.customer, Money(percent * 150, _other(owed.currency)), None, "", lines)

    def unknown(self, number: int, percent: int) -> None:
        self.world.payments.receive("", self.part(self.invoice(number), percent), None, "")

    def identify(self, number: int) -> None:
        payment = self.some(Payment, number, "billing")
        self.world.billing.identify(payment.number, CUSTOMERS[number % 3], None)

    def apply(self, number: int, percent: int) -> None:
        owed, paid = self.invoice(percent), self.some(Payment, number, "billing")
        self.world.billing.apply(paid.number, owed.number, None if percent % 2 else self.part(owed, percent))

    def use_credit(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.use_credit(owed.customer, owed.number, None if percent % 2 else self.part(owed, percent))

    def take_off(self, number: int) -> None:
        found = [*self.paying()]
        if found:
            payment, invoice, _ = found[number % len(found)]
            self.world.billing.take_off(payment, invoice)

    def charge_back(self, number: int, percent: int) -> None:
        paid = self.some(Payment, number)
        amount = None if percent > 100 else Money(paid.amount.minor * percent // 100, paid.amount.currency)
        self.world.payments.charge_back(paid.number, amount, "not recognized")

    def decide(self, number: int, percent: int) -> None:
        made = self.some(Chargeback, number)
        won = Money(made.amount.minor * max(percent - 30, 0) // 100, made.amount.currency)
        self.world.payments.decide(made.number, won, percent % 2 == 0)

    def arbitrate(self, number: int) -> None:
        made = self.some(Chargeback, number)
        self.world.payments.arbitrate(made.number, Money(1000 * number, made.amount.currency))

    def send_back(self, number: int) -> None:
        self.world.payments.send_back(self.some(Payment, number).number, "no funds")

    def dispute(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.dispute(owed.number, 1 if percent % 2 else None, self.part(owed, percent), "wrong price")

    def resolve(self, number: int, percent: int) -> None:
        made = self.world.billing.disputes()
        if made:
            dispute = made[number % len(made)]
            self.world.billing.resolve(
                dispute.number, Money(dispute.amount.minor * (percent - 30) // 100, dispute.amount.currency)
            )

    def credit(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.credit(owed.number, None, Money(owed.net.minor * percent // 100, owed.currency), "goodwill")

    def write_off(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.write_off(owed.number, None if percent % 2 else self.part(owed, percent))

    def small_rests(self) -> None:
        self.world.billing.write_off_small(Money(500, "USD"))

    def claim(self, number: int) -> None:
        self.world.billing.claim_relief(self.invoice(number).number)

    def deduct(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        kinds = ("bank charge", "small difference", "discount", "concession")
        self.world.billing.deduct(owed.number, kinds[percent % 4], Money(percent * 3, owed.currency), "")  # type: ignore[arg-type]

    def refund_cash(self, number: int, percent: int) -> None:
        self._refund(number, percent, "unapplied cash")

    def refund_credit(self, number: int, percent: int) -> None:
        self._refund(number, percent, "customer credit")

    def _refund(self, number: int, percent: int, source: Any) -> None:
        currency = "EUR" if number % 3 == 2 else "USD"
        self.world.billing.refund(CUSTOMERS[number % 3], Money(percent * 11, currency), source, "asked for")

    def refund_back(self, number: int) -> None:
        made = self.some_refund(number)
        (
            self.world.payments.return_refund(made, "account closed")
            if number % 2
            else self.world.payments.repay_refund(made)
        )

    def some_refund(self, number: int) -> str:
        made = self.world.billing.refunds()
        if not made:
            raise Refused("none", "nothing was refunded yet")
        return made[number % len(made)].number

    def pay_out(self) -> None:
        self.world.payments.pay_out(None)

    def bank_line(self, number: int, percent: int) -> None:
        """The bank tells of an entry, exactly or not quite, or of something nobody knows."""
        made = self.world.erp.book.all(JournalEntry)
        source = made[percent % len(made)].source if made else ""
        line = StatedLine(
            amount=Money(percent * 100 - 5000, "USD"), value_date=self.world.today, reference=source, id=f"B{number}"
        )
        self.world.erp.bring_in("", line)
