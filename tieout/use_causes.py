"""Why a line of what was used is another one in production: readings counted twice, left out, or of another billing period."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.model.calendar import ServicePeriod
from engine.model.company import Company
from engine.model.invoices import InvoiceLine
from engine.model.money import exponent
from engine.model.usage import Reading
from scenarios.migration.findings import Record
from scenarios.production.deals import Metered
from tieout.replaying import Line, amount_of

_LISTED = 3
"""So many readings of one quantity are named, where each may be the one."""


def is_use(line: InvoiceLine, company: Company) -> bool:
    """Whether a line bills what was used."""
    product = next((one for one in company.products if one.name == line.product), None)
    charges = (charge for plan in product.plans for charge in plan.charges) if product else ()
    return any(charge.name == line.charge and charge.kind == "usage" for charge in charges)


def use_causes(record: Record, line: InvoiceLine, others: Sequence[Line], readings: Sequence[Metered]) -> Iterator[str]:
    """The causes in the order in which they are likely. `readings`: the contract's, `others`: its lines of the reference."""
    own = [one for one in readings if one.reading.product == line.product]
    counted = _counted(record, line)
    if counted is not None and counted != line.quantity:
        said = f"usage: production billed {_figure(counted)}, the readings come to {_figure(Decimal(line.quantity))}"
        yield f"{said}{_which(counted - Decimal(line.quantity), counted, line, others, own)}"
    yield from _without_steps(record, line)


def _counted(record: Record, line: InvoiceLine) -> Decimal | None:
    """How much production billed: as it says, or as its amount comes to where each unit has one price."""
    if record["quantity"] is not None:
        return Decimal(record["quantity"])
    net = amount_of(line.net)
    units = (
        Fraction(record["net"]) / Fraction(net) * Fraction(line.quantity)
        if net and line.rate is None
        else Fraction(1, 2)
    )
    return Decimal(units.numerator) if units.denominator == 1 else None


def _which(
    off: Decimal, counted: Decimal, line: InvoiceLine, others: Sequence[Line], readings: Sequence[Metered]
) -> str:
    like = [one.reading for one in readings if one.reading.day and abs(off) == Decimal(one.reading.quantity)]
    within = [one for one in like if one.day and one.day in line.service]
    if within:
        return f"; reading {_any_of(within, line.service)} is {'counted twice' if off > 0 else 'not billed'}"
    if like and off > 0:
        return f"; reading {_any_of(like, line.service)} is of another billing period"
    other = next((period for period in _periods(line, others) if _sum(readings, period) == counted), None)
    return f"; that is what was used from {other.start} to {other.end}" if other else ""


def _any_of(readings: Sequence[Reading], period: ServicePeriod) -> str:
    """The readings that it may be, those nearest to a period first: production's amount cannot tell two of one quantity apart."""
    nearest = sorted(readings, key=lambda one: _away(one.day, period))[:_LISTED]
    return " or ".join(f"{one.id} of {one.day}" for one in nearest)


def _away(day: date | None, period: ServicePeriod) -> int:
    """How many days before or after a period."""
    if day is None or day in period:
        return 0
    return (period.start - day).days if day < period.start else (day - period.end).days


def _periods(line: InvoiceLine, others: Sequence[Line]) -> Iterator[ServicePeriod]:
    yield from (one.service for _, one in others if one.charge == line.charge and one.service != line.service)


def _sum(readings: Sequence[Metered], period: ServicePeriod) -> Decimal:
    own = (Decimal(one.reading.quantity) for one in readings if (one.reading.day or date.min) in period)
    return sum(own, Decimal(0))


def _without_steps(record: Record, line: InvoiceLine) -> Iterator[str]:
    """All units at the price of one step of a table."""
    smallest = Fraction(1, 10 ** exponent(line.net.currency))
    for tier in getattr(line.rate, "tiers", ()):
        if tier.price and abs(Fraction(tier.price) * Fraction(line.quantity) - Fraction(record["net"])) < smallest:
            yield f"price: production bills every unit at {_figure(tier.price)}, the contract by steps"


def _figure(number: Decimal) -> str:
    return f"{number.normalize():f}"
