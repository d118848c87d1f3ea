"""Units off usage: so many of what is used are not charged, for each billing period or once in all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge, Quantity
from engine.model.contracts import ChargeTerms
from engine.model.discounts import Discount, Reduction
from engine.model.orders import OrderLine
from engine.model.usage import Usage
from engine.refusals import Refused


def check_units(discount: Discount, lines: Iterable[OrderLine], where: str = "") -> None:
    """Refused for units off what counts none: nothing that is used, or usage that is not added up for its billing period. `where`:
    what the refusal begins with."""
    if discount.reduction.units is None:
        return
    covered = [line for line in lines if discount.covers(line.product, line.charge.name)]
    used = [line for line in covered if line.charge.kind == "usage"]
    what = f"{where}a discount of {discount.reduction.in_words}"
    if not used:
        raise Refused("what-is-it-off", f"{what} is off what is used, and none of what it is off is charged by usage")
    for line in used:
        if not _adds_up(line.charge):
            raise Refused(
                "what-is-it-off",
                f"{what} cannot be off {line.product!r}: its usage is not added up and priced once for its billing period",
            )


def _adds_up(charge: Charge) -> bool:
    once = charge.rated_per == charge.steps_over == "billing period"
    return once and charge.counted in ("sum", "uses") and charge.model != "percentage"


def counted_from(reduction: Reduction, start: date, in_all: bool) -> Reduction:
    """Units off that are counted from the day on which the discount begins."""
    return replace(reduction, since=start, in_all=in_all)


def charged_units(
    charge: Charge, terms: ChargeTerms, quantity: Quantity, usage: Sequence[Usage], period: date, days: ServicePeriod
) -> Quantity:
    """What of the units used on some days of a billing period (its first day) is charged."""
    off = [reduction for reduction in terms.reductions if reduction.units is not None]
    for reduction in off:
        quantity = max(Decimal(quantity) - _left(reduction, charge, usage, period, days), Decimal(0))
    return int(quantity) if off and quantity == int(quantity) else quantity


def _left(reduction: Reduction, charge: Charge, usage: Sequence[Usage], period: date, days: ServicePeriod) -> Decimal:
    """The units that what was used before, from where they are counted, has left."""
    assert reduction.units is not None
    assert reduction.since is not None  # as the discount was put into the terms
    since = reduction.since if reduction.in_all else max(reduction.since, period)
    before = [one for one in usage if since <= one.effective_date < days.start]
    used = len(before) if charge.counted == "uses" else sum(one.quantity for one in before)
    return max(reduction.units - Decimal(used), Decimal(0))
