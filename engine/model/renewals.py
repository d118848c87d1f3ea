"""A new term after the one that runs: agreed for once, or by itself at every end."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from engine.model.cadence import TermLength


@dataclass(frozen=True, kw_only=True, slots=True)
class Renew:
    """A new term of `months` (or 0, and `days`) after the old one; each recurring price rises by `uplift` percent.

    `places`: the decimal places to which a raised price is rounded (None: it stays exact).
    """

    months: int
    uplift: Decimal = Decimal(0)
    places: int | None = None
    days: int = 0
    kind: Literal["renew"] = "renew"

    @property
    def length(self) -> TermLength:
        """How long the new term lasts."""
        return TermLength(months=self.months, days=self.days)


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreeRenewal:
    """What happens at the end of the term from now on: nothing (`months` and `days` 0), or a new term of so many by itself.

    `notice_days`: how long before the end a cancellation must be signed; `uplift`: percent on each recurring price.
    """

    months: int
    notice_days: int = 0
    uplift: Decimal = Decimal(0)
    days: int = 0
    kind: Literal["agree renewal"] = "agree renewal"

    @property
    def length(self) -> TermLength:
        """How long the new term lasts."""
        return TermLength(months=self.months, days=self.days)
