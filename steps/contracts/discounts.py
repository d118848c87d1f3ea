"""Discounts agreed with a contract or during it: percentages and amounts, for a time or to the end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from engine.model.discounts import Discount, Reduction
from engine.model.money import Money, plain_number
from engine.model.orders import AddDiscount
from steps.contracts.contracts import amend
from steps.language.parameters import read_date
from steps.language.phrases import given, parameter_type, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

INVOICE = "invoice"


@dataclass(frozen=True)
class Lasting:
    """How long a discount holds."""

    periods: int | None = None
    until: date | None = None
    used_up: bool = False


def read_reduction(text: str) -> Reduction:
    """Read "10%", "20.00 USD" or "500 units"."""
    if text.endswith((" unit", " units")):
        return Reduction(units=plain_number(text.split(" ")[0]))
    if not text.endswith("%"):
        return Reduction(amount=Money.parse(text))
    percent = plain_number(text.removesuffix("%").strip())
    if percent > 100:
        raise ValueError(f"not a discount: {text}; a discount lies between 0% and 100%")
    return Reduction(percent=percent)


def read_lasting(text: str) -> Lasting:
    """Read "once", "3 periods", "until 30 June 2026", "to the end" or "until it is used up"."""
    if text == "until it is used up":
        return Lasting(used_up=True)
    if text.startswith("until "):
        return Lasting(until=read_date(text.removeprefix("until ")))
    if text == "to the end":
        return Lasting()
    return Lasting(periods=1 if text == "once" else int(text.split()[0]))


_NUMBER = r"\d[\d.,]*\d|\d"
parameter_type(
    "reduction",
    rf"(?:{_NUMBER}) ?%|(?:{_NUMBER}) [A-Z]{{3}}|(?:{_NUMBER}) units?",
    read_reduction,
    noun="a discount",
    hint="10%, 20.00 USD or, off usage, 500 units",
)
parameter_type(
    "lasting",
    r"once|[1-9]\d* periods?|to the end|until .+",
    read_lasting,
    noun="a time",
    hint="once, 3 periods, until 30 June 2026, until it is used up or to the end",
)
DISCOUNTS = Table(
    "discounts",
    Column("discount", "reduction", required=True),
    Column("off", default=INVOICE),
    Column("for", "lasting", default=Lasting()),
    Column("at most", "money"),
)


@given("{customer} is promised with the next contract:", table=DISCOUNTS)
def is_promised(world: World, customer: str, table: Rows) -> None:
    """Discounts that begin with the contract the customer signs next, taken in the order of the rows: each off the invoice, or
    off products and single charges, with commas between. An amount is off what recurs; where nothing does, off what is
    charged once and off usage. Units are off each charge by usage: the first ones of a billing period, or until they are used up."""
    world.promised[customer] = _discounts(table)


@when("{customer} is granted from {date}:", table=DISCOUNTS)
def is_granted(world: World, customer: str, day: date, table: Rows) -> None:
    """More discounts on the running contract, beside those that hold; a day gone by makes them retroactive."""
    amend(world, customer, None, day, [AddDiscount(discount=discount) for discount in _discounts(table)])


@when("on {date} {customer} is granted from {date}:", table=DISCOUNTS)
def is_granted_on(world: World, on: date, customer: str, day: date, table: Rows) -> None:
    """More discounts, agreed on one day, that hold from another."""
    amend(world, customer, on, day, [AddDiscount(discount=discount) for discount in _discounts(table)])


def _discounts(table: Rows) -> tuple[Discount, ...]:
    return tuple(_discount(row) for row in table.as_written())


def _discount(row: dict[str, object]) -> Discount:
    reduction, lasting = row["discount"], row["for"]
    assert isinstance(reduction, Reduction)
    assert isinstance(lasting, Lasting)
    most = row["at most"] if isinstance(row["at most"], Money) else None
    on = () if row["off"] == INVOICE else tuple(name.strip() for name in str(row["off"]).split(","))
    return Discount(
        reduction=replace(reduction, most=most),
        on=on,
        periods=lasting.periods,
        until=lasting.until,
        used_up=lasting.used_up,
    )
