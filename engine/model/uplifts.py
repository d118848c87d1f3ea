"""How prices rise by themselves: what a contract says about it, and the indices it refers to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.policies.changes import UpliftApplies


@dataclass(frozen=True, kw_only=True, slots=True)
class UpliftClause:
    """A standing uplift of every recurring and usage price: `percent`, or what an index rose in a year and `percent` on top.

    It is never less than `at_least` and never more than `at_most` percent (None: no such limit). `months_before`: how many
    months before the day of the uplift the index is looked up. `applies`: None where the company's convention says when.
    """

    percent: Decimal = Decimal(0)
    index: str = ""
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    months_before: int = 0
    applies: UpliftApplies | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexValue:
    """What an index stands at for a month; `month`: its first day."""

    index: str
    month: date
    value: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class RaisePrices:
    """Prices rise by `uplift` percent, as the contract itself says.

    `places`: the decimal places to which a raised price is rounded (None: it stays exact).
    """

    uplift: Decimal
    places: int | None = None
    kind: Literal["raise prices"] = "raise prices"
