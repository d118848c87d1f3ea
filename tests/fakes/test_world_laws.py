"""The four systems tie out after whatever people do, under whatever conventions, with nothing lost on the way."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.model.calendar import AccountingPeriod, ServicePeriod
from engine.model.company import AccountingBook, Company
from engine.model.considerations import NoncashReceived, Provided
from engine.model.costs import CostIncurred, CostsTested, Financed, PaidOut
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.orders import (
    AddProduct,
    Billing,
    Cancel,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    RequestedLine,
    Terms,
)
from engine.model.payments import PaymentBehavior
from engine.model.policies import BY_BOOK, QUESTIONS
from engine.model.revenue import Collectability, EarnedUntil, ExpectedRefund, Outcome, PriceEstimate, StandAlonePrice
from engine.refusals import Refused
from fakes.dialects.plain.operations import door
from fakes.http.in_process import InProcess
from fakes.world import World
from ports.adapters import plain
from reports.tie_outs.tie_out import tie_out
from scenarios.world import find, load

EXAMPLES = settings(
    deadline=None, derandomize=True, max_examples=28, database=None, suppress_health_check=[HealthCheck.too_slow]
)
COMPANY = load(find("Northwind SaaS"))
POLICIES = st.fixed_dictionaries({q.field: st.sampled_from([a.text for a in q.answers]) for q in QUESTIONS})
SEAT, LICENSE = "Platform seat", "Annual license"
OTHER = "other books"
CHANGES = st.one_of(
    st.integers(-9, 9).filter(bool).map(lambda delta: ChangeQuantity(product=SEAT, delta=delta)),
    st.sampled_from(["0", "0.333", "9.99", "14"]).map(lambda price: ChangePrice(product=SEAT, price=Decimal(price))),
    st.integers(0, 100).map(lambda percent: GrantDiscount(percent=Decimal(percent))),
    st.just(RemoveProduct(product=SEAT)),
    st.just(AddProduct(line=RequestedLine(product=LICENSE, quantity=2))),
    st.just(AddProduct(line=RequestedLine(product="Platform package", quantity=3))),
    st.integers(1, 70).map(lambda days: ExtendTerm(end=date(2026, 12, 31) + timedelta(days=days))),
    st.sampled_from(["credited", "refunded", "non-refundable"]).map(lambda unused: Cancel(unused=unused)),
    st.just(Cancel(unused="refunded", fee=Money(5000, "USD"))),
)
MARCH = ServicePeriod(date(2026, 3, 1), date(2026, 3, 31))
FACTS = (
    PriceEstimate(name="bonus", outcomes=(Outcome(amount=Money(7_777, "USD"), probability=Decimal(100)),)),
    PriceEstimate(
        name="bonus", outcomes=(Outcome(amount=Money(-3_333, "USD"), probability=Decimal(100)),), product=SEAT
    ),
    ExpectedRefund(percent=Decimal("7.5")),
    ExpectedRefund(amount=Money(4_321, "USD"), product=SEAT),
    StandAlonePrice(product="Set-up", price=Decimal(450)),
    Collectability(probable=False),
    Collectability(probable=True),
    PaidOut(name="shelf", amount=Money(2_500, "USD")),
    Financed(amount=Money(100_000, "USD"), rate=Decimal(6), until=date(2027, 6, 30), paid="in advance"),
    CostIncurred(name="commission", amount=Money(12_345, "USD"), until=date(2026, 12, 31)),
    CostsTested(to_come_in=Money(9_000, "USD"), to_spend=Money(2_000, "USD")),
    CostsTested(to_come_in=Money(9_000, "USD"), to_spend=Money(12_000, "USD")),
    NoncashReceived(name="shares", amount=Money(3_210, "USD")),
    NoncashReceived(name="shares", amount=Money(1_230, "USD"), product=SEAT, service=MARCH),
    PriceEstimate(
        name="incentive",
        outcomes=(Outcome(amount=Money(2_222, "USD"), probability=Decimal(100)),),
        product=SEAT,
        service=MARCH,
    ),
    EarnedUntil(product=SEAT, until=date(2027, 2, 14)),
    Provided(name="warranty", amount=Money(4_000, "USD")),
)
ACTS = st.one_of(
    st.tuples(st.just("amend"), CHANGES, st.integers(-60, 40)),
    st.tuples(st.sampled_from(["pay", "dispute", "credit", "write off"]), st.integers(0, 5), st.integers(1, 120)),
    st.tuples(st.just("resolve"), st.integers(0, 2), st.integers(0, 100)),
    st.tuples(st.just("behave"), st.sampled_from([("succeeds",), ("declined", "succeeds"), ("declined for good",)])),
    st.tuples(st.sampled_from(["close", "pay out", "refund", "tax", "merge into", "merge away"])),
    st.tuples(st.just("record"), st.sampled_from(FACTS), st.integers(0, 40)),
)
STEPS = st.lists(st.tuples(st.integers(0, 45), ACTS), max_size=7)
SIGNED = st.fixed_dictionaries(
    {"every_months": st.sampled_from([1, 3, 12]), "timing": st.sampled_from(["in advance", "in arrears"]),
     "anchor": st.sampled_from(["anniversary", "calendar"])}
)  # fmt: skip


class History:
    """A world behind its door, a customer with a contract, and acts that are done where they are allowed."""

    def __init__(self, company: Company, billing: dict[str, object], start: date) -> None:
        self.world = World(company, date(2026, 1, 10))
        self.door = door(self.world)
        self.do(self.sign, Billing(**billing), start)

    def sign(self, billing: Billing, start: date) -> None:
        terms = Terms(start=start, months=12, currency="USD", billing=billing, net_days=14, tax_code="standard")
        asked = (
            RequestedLine(product=SEAT, quantity=10),
            RequestedLine(product="Set-up", stand_alone_price=Decimal(300)),
        )
        self.world.crm.close_won(self.world.crm.quote("Globex", terms, asked).number)

    def do(self, act, *arguments: object) -> bool:
        """Whether it was allowed. Either way everybody is then left in peace, and today once more changes nothing."""
        try:
            act(*arguments)
        except Refused:
            return False
        finally:
            self.world.settle()
            written = self.written()
            self.world.settle()
            assert self.written() == written
        return True

    def written(self) -> int:
        return sum(len(kind) for system in self.world.systems for kind in system.book._by_kind.values())

    def step(self, days: int, act: tuple) -> None:
        self.world.advance_to(self.world.today + timedelta(days=days))
        self.do(getattr(self, act[0].replace(" ", "_")), *act[1:])

    def invoice(self, number: int) -> Invoice:
        made = self.world.billing.invoices()
        if not made:
            raise Refused("none", "there is no invoice yet")
        return made[number % len(made)]

    def amend(self, change, shift: int) -> None:
        self.world.crm.amend("C-1", (change,), self.world.today + timedelta(days=shift))

    def pay(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        amount = Money(max(owed.total.minor * percent // 100, 1), "USD")
        self.world.payments.receive(self.customer, amount, owed.number if percent % 3 else None, "")

    def dispute(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.dispute(
            owed.number, 1 if percent % 2 else None, Money(owed.total.minor * percent // 150, "USD"), "wrong"
        )

    def resolve(self, number: int, percent: int) -> None:
        made = self.world.billing.disputes()
        if made:
            dispute = made[number % len(made)]
            self.world.billing.resolve(dispute.number, Money(dispute.amount.minor * percent // 100, "USD"))

    def credit(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        reason = "goodwill" if percent % 2 else "unserved"
        self.world.billing.credit(owed.number, None, Money(owed.net.minor * percent // 100, "USD"), reason)

    def write_off(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.write_off(owed.number, Money(percent, "USD") if percent % 2 else None)

    def behave(self, outcomes) -> None:
        self.world.payments.set_behavior(PaymentBehavior(customer="Globex", outcomes=outcomes))

    def close(self) -> None:
        self.world.erp.close(AccountingPeriod.of(self.world.today).previous)

    def record(self, fact, days: int) -> None:
        self.world.erp.record("C-1", fact, self.world.today - timedelta(days=days))

    def pay_out(self) -> None:
        self.world.payments.pay_out(None)

    def refund(self) -> None:
        self.world.billing.refund(self.customer, Money(1000, "USD"), "customer credit", "asked for")

    def merge_into(self) -> None:
        self.world.crm.merge_customers("Initech", self.customer)

    def merge_away(self) -> None:
        self.world.crm.merge_customers(self.customer, "Umbrella")

    @property
    def customer(self) -> str:
        """Whose contract it is by now."""
        return self.world.crm.orders()[0].customer

    def tax(self) -> None:
        rate = replace(self.world.billing.book.tax_rates[1], percent=Decimal("21.5"), start=self.world.today)
        self.world.billing.set_tax_rate(rate)

    def differences(self) -> list[str]:
        """What does not tie out, and what anybody refused or could not do."""
        with InProcess(self.door).client() as client:
            stack = plain.stack("built-in", client)
            policies = self.world.billing.book.company.policies
            how = policies.rounding, policies.rounded_at
            found = tie_out(stack, self.world.today, *how)
            found += tie_out(replace(stack, erp=stack.in_book(OTHER)), self.world.today, *how)
        if self.world.billing.exceptions():  # an order that billing refused is a difference, and rightly told as one
            assert {reconciliation.title for reconciliation in found if reconciliation.difference} >= {"Orders"}
            found = [reconciliation for reconciliation in found if reconciliation.title != "Orders"]
        bugs = [bug.told for bug in self.door.bugs]
        refused = [d.answer for d in self.world.deliveries() if d.outcome == "no answer"]
        return (
            [f"{r.title}: {r.left_amount} {r.right_amount} {r.items}" for r in found if r.difference] + bugs + refused
        )


@EXAMPLES
@given(POLICIES, SIGNED, st.sampled_from([date(2026, 1, 1), date(2026, 1, 31), date(2026, 3, 15)]), STEPS)
def test_the_systems_tie_out_after_any_history(policies, billing, start, steps):
    policies = replace(COMPANY.policies, **policies)
    others = replace(policies, **{name: getattr(COMPANY.policies, name) for name in BY_BOOK})
    other = AccountingBook(name=OTHER, policies=others)
    history = History(replace(COMPANY, policies=policies, books=(other,)), billing, start)
    for days, act in steps:
        history.step(days, act)
    assert history.differences() == []
    history.world.advance_to(date(2027, 6, 30))
    assert history.differences() == []
