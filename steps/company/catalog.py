"""Products as a story's table lists them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from engine.model.cadence import Billing, TermLength
from engine.model.catalog import (
    AloneRange,
    Charge,
    Overage,
    Package,
    Percentage,
    PriceBookEntry,
    Product,
    Quantity,
    Rate,
    RatedPer,
    RatePlan,
    Recognition,
)
from steps.language.failures import StoryError
from steps.language.tables import Column, Exact, Table
from steps.stage.kinds import Charging, Price, Tax

PRODUCTS = Table(
    "products",
    Column("product", required=True, key=True),
    Column("charge", key=True),
    Column("charged", "charged", default=Charging("per unit", False)),
    Column("price", "price"),
    Column("per", "per", default=1),
    Column("percent", "percent"),
    Column("fixed fee", "amount"),
    Column("free units", "number", default=Decimal(0)),
    Column("minimum", "amount"),
    Column("minimum per", "minimum per", default="billing period"),
    Column("minimum of", "minimum of", default="charge"),
    Column("billed at", "amount"),
    Column("billed at of", "bound", default="charge"),
    Column("limit", "quantity"),
    Column("maximum", "amount"),
    Column("maximum of", "bound", default="charge"),
    Column("counted", "counted", default="sum"),
    Column("rated per", "rated per"),
    Column("steps over", "steps over", default="billing period"),
    Column("unused", "unused", default=0),
    Column("minimum per use", "amount"),
    Column("maximum per use", "amount"),
    Column("free uses", "count", default=0),
    Column("expires after", "term"),
    Column("expected breakage", "percent", default=Decimal(0)),
    Column("worth", "amount"),
    Column("drawn", "ordinal", default=0),
    Column("drawn by", "list", default=()),
    Column("billed", "charge billing"),
    Column("stand-alone price", "price"),
    Column("stand-alone range", "range"),
    Column("stand-alone", "stand-alone", default="known"),
    Column("revenue", "recognized", default="over time"),
    Column("tax", "line tax"),
    Column("distinct", "yes or no", default=True),
    Column("shipping", "yes or no", default=False),
)
PLAN = "Standard"
RECOGNIZED: dict[str, Recognition] = {
    "over time": "over time",
    "at once": "point in time",
    "over the term": "over the term",
    "as delivered": "as delivered",
}
STEPS = ("tiered", "volume")
WITH_FREE_UNITS = ("overage", "package", "percentage")


def products_of(rows: Iterable[Mapping[str, object]]) -> Iterator[Product]:
    """One product for each name, with its charges in the order of the rows."""
    by_name: dict[str, list[Charge]] = {}
    distinct: dict[str, bool] = {}
    for row in rows:
        by_name.setdefault(str(row["product"]), []).append(_charge(row))
        distinct[str(row["product"])] = bool(row["distinct"])
    for name, charges in by_name.items():
        plan = RatePlan(name=PLAN, charges=tuple(charges))
        yield Product(name=name, code=name.upper(), plans=(plan,), distinct=distinct[name])


def priced(rows: Iterable[Mapping[str, object]], currency: str) -> Iterator[PriceBookEntry]:
    """The price book's entry of every row that has a price; a table of steps is said by a sentence of its own."""
    for row in rows:
        price, percent, alone = row["price"], row["percent"], row["stand-alone price"]
        figure = percent * 100 if isinstance(percent, Decimal) else price.amount if isinstance(price, Price) else None
        if figure is not None:
            yield PriceBookEntry(
                product=str(row["product"]),
                plan=PLAN,
                charge=_name(row),
                currency=price.currency if isinstance(price, Price) else currency,
                price=figure,
                rate=_rate(row),
                stand_alone_price=alone.amount if isinstance(alone, Price) else None,
                alone_range=_range(row),
            )


def decimal(value: object) -> Decimal:
    """An exact amount, or a number, as a price."""
    if isinstance(value, Exact):
        return Decimal(value.value.numerator) / Decimal(value.value.denominator)
    assert isinstance(value, Decimal)
    return value


def _name(row: Mapping[str, object]) -> str:
    return str(row["charge"] or row["product"])


def _rate(row: Mapping[str, object]) -> Rate | None:
    charging = _charging(row)
    match charging.model:
        case "package":
            return Package(size=charging.size, included=charging.included, begun=charging.begun)
        case "overage":
            return Overage(included=charging.included)
        case "percentage":
            free = row["free units"]
            uses = int(str(row["free uses"]))
            return Percentage(fixed_fee=_amount(row, "fixed fee") or Decimal(0), free=decimal(free), free_uses=uses)
        case _:
            return None


def _range(row: Mapping[str, object]) -> AloneRange | None:
    """Where a price varies so widely that it takes what the others leave, any price was seen if no range is given."""
    varies, seen = row["stand-alone"] == "residual", row["stand-alone range"]
    if isinstance(seen, AloneRange):
        return replace(seen, varies=varies)
    return AloneRange(low=Decimal(0), high=None, varies=True) if varies else None


def _charging(row: Mapping[str, object]) -> Charging:
    charging = row["charged"]
    assert isinstance(charging, Charging)
    return charging


def _charge(row: Mapping[str, object]) -> Charge:
    charging, per_months = _charging(row), _per_months(row)
    billed = row["billed"] if isinstance(row["billed"], Billing) else None
    recurs = bool(per_months or _per_period(row))
    _refuse_what_is_not_sold(row, charging, billed, recurs)
    kind: Literal["usage", "recurring", "one-time"] = "recurring" if recurs else "one-time"
    return Charge(
        name=_name(row),
        kind="usage" if charging.by_usage else kind,
        model=charging.model,
        per_months=0 if charging.by_usage else per_months,
        recognition=RECOGNIZED[str(row["revenue"])],
        minimum=_amount(row, "minimum"),
        tax_code=row["tax"].code if isinstance(row["tax"], Tax) else None,
        minimum_per=row["minimum per"],  # type: ignore[arg-type]  # by the pattern
        prepaid=charging.prepaid,
        prepaid_months=life.months if isinstance(life := row["expires after"], TermLength) else 0,
        prepaid_days=life.days if isinstance(life, TermLength) else 0,
        breakage=breakage * 100 if isinstance(breakage := row["expected breakage"], Decimal) else Decimal(0),
        limit=limit if isinstance(limit := row["limit"], Quantity) else None,
        shipping=bool(row["shipping"]),
        billing=billed,
        counted=row["counted"],  # type: ignore[arg-type]  # by the pattern
        rated_per=_rated_per(row),
        steps_over=row["steps over"],  # type: ignore[arg-type]  # by the pattern
        carried_over=row["unused"],  # type: ignore[arg-type]  # by the kind of its column
        least=_amount(row, "minimum per use"),
        most=_amount(row, "maximum per use"),
        maximum=_amount(row, "maximum"),
        threshold=_amount(row, "billed at"),
        threshold_of=row["billed at of"],  # type: ignore[arg-type]  # by the pattern
        maximum_of=row["maximum of"],  # type: ignore[arg-type]  # by the pattern
        minimum_of="contract" if row["minimum of"] == "contract" else "charge",
        worth=_amount(row, "worth"),
        rank=int(str(row["drawn"])),
        covers=row["drawn by"],  # type: ignore[arg-type]  # by the kind of its column
    )


def _refuse_what_is_not_sold(
    row: Mapping[str, object], charging: Charging, billed: Billing | None, recurs: bool
) -> None:
    if billed and billed.timing == "when delivered" and (recurs or row["revenue"] != "as delivered"):
        raise StoryError(
            f"{row['product']} is billed when delivered: give it a price like 250.00 USD once, and revenue as delivered"
        )
    if row["unused"] != 0 and not (charging.by_usage and charging.model in WITH_FREE_UNITS and _rated_as_a_whole(row)):
        raise StoryError(
            f"{row['product']} has no free units to carry over: it is not charged by usage above what is free, priced together "
            "for its billing period"
        )


def _amount(row: Mapping[str, object], name: str) -> Decimal | None:
    return decimal(row[name]) if row[name] else None


def _rated_per(row: Mapping[str, object]) -> RatedPer:
    """What one use costs at least or at most says that uses are priced by themselves, unless another word is said."""
    bounded = row["minimum per use"] or row["maximum per use"]
    return row["rated per"] or ("use" if bounded else "billing period")  # type: ignore[return-value]  # by the pattern


def _rated_as_a_whole(row: Mapping[str, object]) -> bool:
    return _rated_per(row) == row["steps over"] == "billing period"


def _per_period(row: Mapping[str, object]) -> bool:
    price = row["price"]
    return isinstance(price, Price) and price.per_period


def _per_months(row: Mapping[str, object]) -> int:
    """The time its price is for: the price says it, or the column "per" where there is none."""
    price, per = row["price"], row["per"]
    assert isinstance(per, int)
    return price.per_months if isinstance(price, Price) else per
