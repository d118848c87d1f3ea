"""Prices that depend on the quantity, as a story's table of steps lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.catalog import Charge, PriceBookEntry, Product, Tier, Tiered, Volume
from steps.company.catalog import STEPS, decimal
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import given
from steps.language.tables import Column, Exact, Rows, Table
from steps.stage.world import World

TIERS = Table(
    "tiers",
    Column("charge"),
    Column("from", "number"),
    Column("to", "number"),
    Column("price per unit", "amount", default=Exact(Fraction(0), None)),
    Column("flat fee", "amount", default=Exact(Fraction(0), None)),
    Column("percent", "percent"),
    Column("package of", "number"),
)


@given("the tiers of {product}:", table=TIERS)
def the_tiers_of(world: World, product: str, table: Rows) -> None:
    """The steps of a price: graduated for a product charged "tiered", all units alike for one charged "volume"."""
    set_tiers(world, product, table, date.min)


@given("the tiers of {product} from {date}:", table=TIERS)
def the_tiers_of_from(world: World, product: str, day: date, table: Rows) -> None:
    """The steps of a price for contracts that begin on that day or later."""
    set_tiers(world, product, table, day)


def set_tiers(world: World, product: str, table: Rows, start: date) -> None:
    """Put a table of steps into the price book in place of what it had for that charge and day."""
    sold = {found.name: found for found in world.company.products}
    if product not in sold:
        raise StoryError(f"{world.company.name} sells no {product!r}{did_you_mean(product, sold)}")
    entry = _entry(world, sold[product], table.as_written(), start)
    kept = [e for e in world.company.price_book.entries if replace(e, price=entry.price, rate=entry.rate) != entry]
    world.change_company(price_book=replace(world.company.price_book, entries=(*kept, entry)))


def _entry(world: World, product: Product, rows: Sequence[Mapping[str, object]], start: date) -> PriceBookEntry:
    names = {str(row["charge"]) for row in rows if row["charge"]}
    plan, charge = _charge(product, names)
    tiers = _tiers(rows)
    return PriceBookEntry(
        product=product.name,
        plan=plan,
        charge=charge.name,
        currency=_currency(rows) or world.currency,
        price=Decimal(0),
        rate=Tiered(tiers=tiers) if charge.model == "tiered" else Volume(tiers=tiers),
        start=start,
    )


def _charge(product: Product, names: set[str]) -> tuple[str, Charge]:
    """The charge that the steps are of: the one named, or the only one of its product."""
    plan = product.plans[0]
    fitting = [c for c in plan.charges if c.model in STEPS and (not names or c.name in names)]
    if not fitting:
        raise StoryError(f'{product.name} is not charged by steps; list it as charged "tiered" or "volume"')
    if len(fitting) > 1 or len(names) > 1:
        raise StoryError(f"{product.name} has several charges by steps; name one of them in the column charge")
    return plan.name, fitting[0]


def _currency(rows: Iterable[Mapping[str, object]]) -> str | None:
    amounts = [row[name] for row in rows for name in ("price per unit", "flat fee")]
    return next((amount.currency for amount in amounts if isinstance(amount, Exact) and amount.currency), None)


def _tiers(rows: Sequence[Mapping[str, object]]) -> tuple[Tier, ...]:
    """The steps, each beginning where the one before ends; only the last is open, and it has to be."""
    tiers: list[Tier] = []
    for number, row in enumerate(rows):
        before = tiers[-1].up_to if tiers else Decimal(0)
        begin, end = row["from"], row["to"] if isinstance(row["to"], Decimal) else None
        assert before is not None
        if isinstance(begin, Decimal) and begin not in (before, before + 1):
            raise StoryError(f"a tier begins at {begin:f}, but the one before it ends at {before:f}; leave no gap")
        if (end is None) != (number == len(rows) - 1):
            raise StoryError("every tier but the last ends somewhere, and the last is open: leave its 'to' empty")
        if end is not None and end <= before:
            raise StoryError(f"a tier ends at {end:f} and begins at {before:f}; the steps must rise")
        size = row["package of"] if isinstance(row["package of"], Decimal) else None
        tiers.append(Tier(up_to=end, price=_price(row), fee=decimal(row["flat fee"]), package=size))
    return tuple(tiers)


def _price(row: Mapping[str, object]) -> Decimal:
    """A percentage of an amount is so much for each unit of it."""
    return row["percent"] if isinstance(row["percent"], Decimal) else decimal(row["price per unit"])
