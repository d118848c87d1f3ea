"""What is charged beside an issued invoice: the lines of a debit memo as finance asks for them."""

from __future__ import annotations

from dataclasses import dataclass

from engine.model.calendar import ServicePeriod
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class DebitLine:
    """One additional charge: what for, and how much without tax. `line`: the line of the invoice that it adds to (None: none
    in particular). `service`: the days it is for (None: those of that line, or the day it is charged). `tax_code`: None for
    that line's, or the invoice's only one.
    """

    description: str
    net: Money
    line: int | None = None
    service: ServicePeriod | None = None
    tax_code: str | None = None
