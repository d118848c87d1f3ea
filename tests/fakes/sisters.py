"""A group of three legal entities and two currencies: what its customers sign and do, and what sisters owe each other."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from engine.model.company import Company
from engine.model.manual import ManualDraft, ManualLine
from engine.model.money import Money
from engine.model.orders import AddProduct, Billing, Cancel, Change, ChangePrice, ChangeQuantity, RequestedLine, Terms
from engine.model.payments import PaymentBehavior
from engine.model.transfers import Assign
from engine.model.usage import Reading
from scenarios.world import find, load
from tests.fakes.test_world_laws import History

GROUP = load(find("Meridian Group"))
# Who buys, from whom, in which currency, under which tax; America sells in euros too, and passes a contract on to a sister.
SALES = (
    ("Pan Atlantic", "MI", "USD", "none"),
    ("Nibelungen Verlag", "MD", "EUR", "german"),
    ("Virtucon", "MI", "EUR", "none"),
)
BUYERS = {f"C-{number}": sale[0] for number, sale in enumerate(SALES, 1)}
CONTRACTS, SHARE = st.sampled_from([*BUYERS]), st.integers(1, 120)
CHANGES = st.one_of(
    st.integers(-9, 9).filter(bool).map(lambda delta: ChangeQuantity(product="Workspace", delta=delta)),
    st.sampled_from(["0", "0.333", "14"]).map(lambda price: ChangePrice(product="Workspace", price=Decimal(price))),
    st.just(AddProduct(line=RequestedLine(product="Migration"))),
    st.just(Cancel(unused="refunded")),
)
PASSES = st.sampled_from(["MI", "MD", "MA"]).map(lambda entity: Assign(entity=entity))
ENTITIES = st.permutations(["MI", "MD", "MA"]).map(lambda order: (order[0], order[1]))
CURRENCIES = st.sampled_from(["USD", "EUR"])
ACTS = st.one_of(
    st.tuples(st.just("change"), CONTRACTS, CHANGES, st.integers(-60, 40)),
    st.tuples(st.just("change"), CONTRACTS, PASSES, st.integers(-20, 20)),
    st.tuples(st.just("use"), CONTRACTS, st.integers(1, 5_000), st.integers(0, 40)),
    st.tuples(st.sampled_from(["receive", "concede", "give_up"]), st.integers(0, 8), SHARE),
    st.tuples(st.sampled_from(["charge", "settle"]), ENTITIES, CURRENCIES, SHARE),
    st.tuples(st.just("write"), st.sampled_from(["MI", "MD"]), SHARE),
    st.tuples(st.sampled_from(["close", "pay_out"])),
)
STEPS = st.lists(st.tuples(st.integers(0, 30), ACTS), max_size=6)


class Sisters(History):
    """A group in which every entity has sold, one has charged another, and one has brought its opening balance forward."""

    def __init__(self, company: Company, billing: dict[str, object], start: date) -> None:
        super().__init__(company, billing, start)
        self.do(self.use, "C-1", 1_234, 0)
        self.do(self.use, "C-2", 2_345, 0)
        self.do(self.charge, ("MI", "MD"), "EUR", 77)
        self.do(self.charge, ("MA", "MI"), "USD", 33)
        self.do(self.bring_forward)

    def sign(self, billing: Billing, start: date) -> None:
        for customer, entity, currency, code in SALES:
            self.world.payments.set_behavior(PaymentBehavior(customer=customer, outcomes=("declined for good",)))
            terms = Terms(
                start=start, months=6, currency=currency, billing=billing, net_days=14, tax_code=code, entity=entity
            )
            asked = RequestedLine(product="Workspace", quantity=10), RequestedLine(product="Data transfer")
            self.world.crm.close_won(self.world.crm.quote(customer, terms, asked).number)

    def change(self, contract: str, change: Change, shift: int) -> None:
        self.world.crm.amend(contract, (change,), self.world.today + timedelta(days=shift))

    def use(self, contract: str, units: int, ago: int) -> None:
        day = self.world.today - timedelta(days=ago)
        self.world.billing.record_usage(
            Reading(customer=BUYERS[contract], product="Data transfer", quantity=units, day=day)
        )

    def receive(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.payments.receive(
            owed.customer,
            Money(max(owed.total.minor * percent // 100, 1), owed.currency),
            owed.number if percent % 3 else None,
            "",
        )

    def concede(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.credit(owed.number, None, Money(owed.net.minor * percent // 100, owed.currency), "goodwill")

    def give_up(self, number: int, percent: int) -> None:
        owed = self.invoice(number)
        self.world.billing.write_off(owed.number, Money(percent, owed.currency) if percent % 2 else None)

    def charge(self, between: tuple[str, str], currency: str, units: int) -> None:
        self.world.erp.charge(*between, Money(units * 101, currency), "support")

    def settle(self, between: tuple[str, str], currency: str, units: int) -> None:
        self.world.erp.settle(*between, Money(units * 51, currency))

    def write(self, entity: str, units: int) -> None:
        """Rent that is accrued today and taken back on the first of the next month."""
        currency = "EUR" if entity == "MD" else "USD"
        rent = Money(units * 333, currency)
        lines = ManualLine(account="Cost of sales", amount=rent), ManualLine(account="Payables", amount=-rent)
        back = (self.world.today.replace(day=1) + timedelta(days=32)).replace(day=1)
        self.post(lines, entity, reversed_on=back)

    def bring_forward(self) -> None:
        """What other books had: cash through the clearing account, which is empty when all of it is there."""
        had = Money(50_000, "EUR")
        told = (("Cash", had), ("Migration clearing", -had), ("Migration clearing", had), ("Retained earnings", -had))
        self.post(tuple(ManualLine(account=account, amount=amount) for account, amount in told), "MD", opening=True)

    def post(self, lines: tuple[ManualLine, ...], entity: str, **more: Any) -> None:
        name = f"J{len(self.world.erp.manual_journals()) + 1}"
        draft = ManualDraft(name=name, preparer="Ann", on=self.world.today, lines=lines, entity=entity, **more)
        self.world.erp.prepare_journal(draft)
        self.world.erp.approve_journal(name, "Bob")
