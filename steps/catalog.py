"""Products as a story's table lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Literal

from engine.model.catalog import Charge, PriceBookEntry, Product, RatePlan
from steps.kinds import Price
from steps.tables import Column, Table

PRODUCTS = Table(
    "products",
    Column("product", required=True, key=True),
    Column("charge", key=True),
    Column("charged", "charged", default="per unit"),
    Column("price", "price"),
    Column("stand-alone price", "price"),
    Column("revenue", "recognized", default="over time"),
)
PLAN = "Standard"


def products_of(rows: Iterable[Mapping[str, object]]) -> Iterator[Product]:
    """One product for each name, with its charges in the order of the rows."""
    by_name: dict[str, list[Charge]] = {}
    for row in rows:
        by_name.setdefault(str(row["product"]), []).append(_charge(row))
    for name, charges in by_name.items():
        yield Product(name=name, code=name.upper(), plans=(RatePlan(name=PLAN, charges=tuple(charges)),))


def priced(rows: Iterable[Mapping[str, object]]) -> Iterator[PriceBookEntry]:
    """The price book's entry of every row that has a price."""
    for row in rows:
        price, alone = row["price"], row["stand-alone price"]
        if isinstance(price, Price):
            yield PriceBookEntry(
                product=str(row["product"]),
                plan=PLAN,
                charge=_name(row),
                currency=price.currency,
                price=price.amount,
                stand_alone_price=alone.amount if isinstance(alone, Price) else None,
            )


def _name(row: Mapping[str, object]) -> str:
    return str(row["charge"] or row["product"])


def _charge(row: Mapping[str, object]) -> Charge:
    price = row["price"] if isinstance(row["price"], Price) else Price(Decimal(0), "USD", 1)
    model: Literal["flat", "per unit"] = "flat" if row["charged"] == "flat" else "per unit"
    at_once: Literal["over time", "point in time"] = "point in time" if row["revenue"] == "at once" else "over time"
    return Charge(
        name=_name(row),
        kind="recurring" if price.per_months else "one-time",
        model=model,
        per_months=price.per_months,
        recognition=at_once if price.per_months else "point in time",
    )
