"""What becomes of a running contract: amendments as a table of changes, plan changes, pauses, price lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import get_args

from engine.model.catalog import PriceBookEntry, Quantity
from engine.model.orders import (
    AddProduct,
    AgreeRenewal,
    Billing,
    Cancel,
    Change,
    ChangeBilling,
    ChangeDue,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    Renew,
    RequestedLine,
    Resume,
    SetQuantity,
    Suspend,
    TakesEffect,
    TermLength,
)
from scenarios.paying_words import ToPay
from steps.contracts.contracts import amend
from steps.language.failures import StoryError
from steps.language.parameters import read_date
from steps.language.phrases import given, parameter_type, when
from steps.language.tables import Column, Rows, Table
from steps.stage.kinds import Price
from steps.stage.names import contract_of
from steps.stage.world import World

KINDS = (
    *("add product", "add quantity", "remove quantity", "set quantity", "remove product", "price", "discount"),
    *("extension", "renewal", "renewal terms", "suspension", "resumption", "cancellation", "billing", "payment terms"),
)


@dataclass(frozen=True)
class Effect:
    """When changes take effect: on a day of their own, or at the end of the billing period or term."""

    day: date | None
    takes: TakesEffect


def read_effect(text: str) -> Effect:
    """Read "16 March 2026", "at the end of the billing period" or "at the end of the term"."""
    ends: dict[str, TakesEffect] = {
        "at the end of the billing period": "at period end",
        "at the end of the term": "at term end",
    }
    return Effect(None, ends[text]) if text in ends else Effect(read_date(text), get_args(TakesEffect)[0])


parameter_type(
    "effect",
    r"at the end of the (?:billing period|term)|\d{1,2} [A-Z][a-z]+ \d{4}|\d{4}-\d{2}-\d{2}",
    read_effect,
    noun="a day or an end",
    hint="16 March 2026, at the end of the billing period or at the end of the term",
)
parameter_type("change", "|".join(KINDS), str, noun="a change", hint=", ".join(KINDS))
CHANGES = Table(
    "changes",
    Column("change", "change", required=True),
    Column("product", "product"),
    Column("plan"),
    Column("charge"),
    Column("quantity", "quantity"),
    Column("price", "price"),
    Column("discount", "percent"),
    Column("term", "term"),
    Column("notice", "days", default=0),
    Column("uplift", "percent", default=Decimal(0)),
    Column("until", "date"),
    Column("billed", "billing"),
    Column("to pay", "to pay"),
)


def agree(world: World, customer: str, on: date, effect: Effect, changes: list[Change]) -> None:
    """The customer signs changes of the newest contract on a day; they take effect then, or at an end."""
    world.on(on)
    contract = contract_of(world.stack, customer, world.meant).number
    world.attempt(lambda: world.crm.amend(contract, changes, effect.day or on, effect.takes))


@when("{customer} signs an amendment on {date}, effective {effect}:", table=CHANGES)
def signs_an_amendment(world: World, customer: str, on: date, effect: Effect, table: Rows) -> None:
    """One amendment with all of these changes, signed on one day and in effect from another, or from an end on."""
    agree(world, customer, on, effect, [change_of(row) for row in table.records(world.currency)])


@when("{customer} sets the quantity of {product} to {count} from {date}")
def sets_quantity(world: World, customer: str, product: str, count: int, day: date) -> None:
    """So many units of a product from that day on, however many there were."""
    amend(world, customer, None, day, [SetQuantity(product=product, quantity=count)])


@when("{customer} replaces {product} with {count} {product} from {date}")
def replaces_at_list(world: World, customer: str, old: str, count: int, new: str, day: date) -> None:
    """One product takes the place of another at the price book's price: an upgrade or a change of plan."""
    line = RequestedLine(product=new, quantity=count)
    amend(world, customer, None, day, [RemoveProduct(product=old), AddProduct(line=line)])


@when("{customer} pauses from {date}")
def pauses(world: World, customer: str, day: date) -> None:
    """Service is suspended from that day on; whether it is billed is the company's convention."""
    amend(world, customer, None, day, [Suspend()])


@when("{customer} resumes on {date}")
def resumes(world: World, customer: str, day: date) -> None:
    """Service goes on from that day; whether the term becomes longer by the pause is the company's convention."""
    amend(world, customer, None, day, [Resume()])


@when("{customer} renews on {date} for {term}")
def renews(world: World, customer: str, on: date, length: TermLength) -> None:
    """A new term after the one that runs, or ran out; its service begins the day after, whenever it is signed."""
    agree(world, customer, on, Effect(None, "at term end"), [Renew(months=length.months, days=length.days)])


@when("{customer} renews on {date} for {term} at prices {percent} higher")
def renews_higher(world: World, customer: str, on: date, length: TermLength, uplift: Decimal) -> None:
    """A new term after the one that runs, at the contract's prices and so much more."""
    agree(world, customer, on, Effect(None, "at term end"), [_renewed(length, uplift)])


@when("{customer} agrees on {date} that the contract renews by itself for {term}, with {days} of notice")
def agrees_to_renew(world: World, customer: str, on: date, length: TermLength, days: int) -> None:
    """From now on the term is renewed at its end unless a cancellation is signed so many days before."""
    agree(world, customer, on, Effect(None, "on its day"), [_renews_by_itself(length, days)])


def _renewed(length: TermLength, uplift: Decimal) -> Renew:
    return Renew(months=length.months, days=length.days, uplift=uplift * 100)


def _renews_by_itself(length: TermLength, notice: int) -> AgreeRenewal:
    return AgreeRenewal(months=length.months, days=length.days, notice_days=notice)


@given("the price of {product} is {price} from {date}")
@when("the price of {product} becomes {price} from {date}")
def price_of(world: World, product: str, price: Price, day: date) -> None:
    """The list price of a product from a day on; running contracts follow it as the company's convention has it."""
    world.when_started(lambda: set_price(world, product, price, day))


def set_price(world: World, product: str, price: Price, day: date) -> None:
    """Tell the CRM and billing the price of each charge of a product's first rate plan."""
    plan = next(known for known in world.company.products if known.name == product).plans[0]
    for charge in plan.charges:
        entry = PriceBookEntry(
            product=product,
            plan=plan.name,
            charge=charge.name,
            currency=price.currency,
            price=price.amount,
            start=day,
        )
        world.crm.set_price(entry)
        world.billing.set_price(entry)


def change_of(row: Mapping[str, object]) -> Change:
    """A row of the table as a change. StoryError for a row that lacks what its change needs."""
    kind = str(row["change"])
    return _MAKERS[kind](_Cells(kind, row))


@dataclass(frozen=True)
class _Cells:
    """The cells of a row; one that its change needs and the author left empty is a mistake."""

    kind: str
    row: Mapping[str, object]

    def text(self, name: str) -> str:
        return str(self._needed(name))

    def maybe(self, name: str) -> str | None:
        return str(self.row[name]) if self.row[name] else None

    def count(self, name: str) -> int:
        found = self._needed(name)
        assert isinstance(found, int)
        return found

    def length(self) -> TermLength:
        found = self._needed("term")
        assert isinstance(found, TermLength)
        return found

    def quantity(self) -> Quantity:
        found = self._needed("quantity")
        assert isinstance(found, int | Decimal)
        return found

    def price(self) -> Price:
        found = self._needed("price")
        assert isinstance(found, Price)
        return found

    def percent(self, name: str) -> Decimal:
        found = self._needed(name)
        assert isinstance(found, Decimal)
        return found * 100

    def day(self, name: str) -> date:
        found = self._needed(name)
        assert isinstance(found, date)
        return found

    def billing(self) -> Billing:
        found = self._needed("billed")
        assert isinstance(found, Billing)
        return found

    def to_pay(self) -> ToPay:
        found = self._needed("to pay")
        assert isinstance(found, ToPay)
        return found

    def _needed(self, name: str) -> object:
        if self.row[name] is None:
            raise StoryError(f"a change {self.kind!r} needs its cell {name!r}; fill it in")
        return self.row[name]


def _payable(due: ToPay) -> ChangeDue:
    return ChangeDue(net_days=due.days, due=due.terms)


def _added(cells: _Cells) -> Change:
    price = cells.row["price"]
    assert price is None or isinstance(price, Price)
    line = RequestedLine(
        product=cells.text("product"),
        plan=cells.maybe("plan"),
        quantity=cells.quantity() if cells.row["quantity"] is not None else 1,
        price=price.amount if price else None,
        per_months=price.per_months or None if price else None,
        discount=cells.percent("discount") if cells.row["discount"] is not None else Decimal(0),
    )
    return AddProduct(line=line)


def _priced(cells: _Cells) -> Change:
    price = cells.price()
    return ChangePrice(
        product=cells.text("product"), price=price.amount, per_months=price.per_months, charge=cells.maybe("charge")
    )


def _agreed(cells: _Cells) -> Change:
    length = cells.length() if cells.row["term"] is not None else TermLength()
    return replace(_renews_by_itself(length, cells.count("notice")), uplift=cells.percent("uplift"))


_MAKERS: dict[str, Callable[[_Cells], Change]] = {
    "add product": _added,
    "add quantity": lambda c: ChangeQuantity(product=c.text("product"), delta=c.quantity()),
    "remove quantity": lambda c: ChangeQuantity(product=c.text("product"), delta=-c.quantity()),
    "set quantity": lambda c: SetQuantity(product=c.text("product"), quantity=c.quantity()),
    "remove product": lambda c: RemoveProduct(product=c.text("product")),
    "price": _priced,
    "discount": lambda c: GrantDiscount(percent=c.percent("discount"), product=c.maybe("product")),
    "extension": lambda c: ExtendTerm(end=c.day("until")),
    "renewal": lambda c: _renewed(c.length(), c.percent("uplift") / 100),
    "renewal terms": _agreed,
    "suspension": lambda c: Suspend(),
    "resumption": lambda c: Resume(),
    "cancellation": lambda c: Cancel(),
    "billing": lambda c: ChangeBilling(billing=c.billing()),
    "payment terms": lambda c: _payable(c.to_pay()),
}
