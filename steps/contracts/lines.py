"""The products of a quote or contract as a story's table lists them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.catalog import Quantity
from engine.model.orders import RequestedLine
from steps.language.failures import StoryError
from steps.language.tables import Column, Exact, Rows, Table
from steps.stage.kinds import MONTHS_OF, Tax
from steps.stage.world import World

_PER: dict[str, int | None] = {f"price per {unit}": months for unit, months in MONTHS_OF.items()}
_PER |= {"price per billing period": 0, "price": None}
ORDER_LINES = Table(
    "ordered products",
    Column("product", required=True, key=True),
    Column("plan"),
    Column("quantity", "quantity", default=1),
    *(Column(name, "amount") for name in _PER),
    Column("from", "date"),
    Column("to", "date"),
    Column("stand-alone price", "amount"),
    Column("discount", "percent", default=Decimal(0)),
    Column("tax", "line tax"),
)


@dataclass(frozen=True)
class Lines:
    """The lines asked for, and the one currency they are in."""

    lines: tuple[RequestedLine, ...]
    currency: str


def requested(world: World, rows: Rows, currency: str | None = None) -> Lines:
    """The table as lines of an order, in `currency` (the company's, if None) where it says none; or in the only one in which
    the price book has all of what is ordered.

    StoryError if a row has two prices, or a price for a time where its product is charged once; or the table two currencies."""
    records = rows.as_written()
    currencies = {price.currency for row in records for price in _prices(row)} - {None}
    if len(currencies) > 1:
        raise StoryError(
            f"one contract is in one currency; this table has {' and '.join(sorted(map(str, currencies)))}"
        )
    lines = tuple(_line(world, row) for row in records)
    usual = currency or world.currency
    return Lines(lines, next(iter(currencies), None) or _listed(world, {line.product for line in lines}, usual))


def _listed(world: World, products: set[str], usual: str) -> str:
    """The one currency in which all of the products have a price, if they have none in the usual one."""
    entries = world.company.price_book.entries
    listed = [{entry.currency for entry in entries if entry.product == product} for product in products]
    common = set.intersection(*listed) if listed else set()
    return next(iter(common)) if usual not in common and len(common) == 1 else usual


def _prices(row: Mapping[str, object]) -> list[Exact]:
    return [value for name in _PER if isinstance(value := row[name], Exact)]


def _line(world: World, row: Mapping[str, object]) -> RequestedLine:
    named = {name: value for name in _PER if isinstance(value := row[name], Exact)}
    if len(named) > 1:
        raise StoryError(f"{row['product']} has two prices: {' and '.join(named)}; leave one of the cells empty")
    name, price = next(iter(named.items()), ("price", None))
    _refuse_a_time(world, str(row["product"]), name)
    alone = row["stand-alone price"]
    discount = row["discount"]
    assert isinstance(discount, Decimal)
    assert isinstance(row["quantity"], Quantity)
    return RequestedLine(
        product=str(row["product"]),
        plan=str(row["plan"]) if row["plan"] else None,
        quantity=row["quantity"],
        price=_decimal(price) if price else None,
        per_months=_PER[name],
        discount=discount * 100,
        stand_alone_price=_decimal(alone) if isinstance(alone, Exact) else None,
        tax_code=world.tax_code(row["tax"]) if isinstance(row["tax"], Tax) else None,
        start=_day(row["from"]),
        end=_day(row["to"]),
    )


def _refuse_a_time(world: World, product: str, column: str) -> None:
    """What is charged once has no price for a time: read as one for all, it would be a year for a month's money."""
    plans = [plan for known in world.company.products if known.name == product for plan in known.plans]
    charges = [charge for plan in plans for charge in plan.charges]
    if _PER[column] is not None and charges and all(charge.kind == "one-time" for charge in charges):
        raise StoryError(
            f"{product} is charged once, so it has no {column}: say a price per time where it is sold (10.00 USD per month), "
            'or use the column "price"'
        )


def _day(cell: object) -> date | None:
    return cell if isinstance(cell, date) else None


def _decimal(price: Exact) -> Decimal:
    return Decimal(price.value.numerator) / Decimal(price.value.denominator)
