"""What billing knows of what customers use and buy, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.model.rebates import RebateBalance
from engine.model.usage import PrepaidBalance, Reading, Usage
from ports.adapters.plain.wire import Wire


class PlainUsage:
    """Readings, what is drawn from prepaid amounts, and rebates."""

    _wire: Wire

    def record_usage(self, reading: Reading) -> Usage:
        """A meter reports."""
        return self._wire.act(Usage, "/billing/usage", reading)

    def usage(self) -> Sequence[Usage]:
        """Every reading."""
        return self._wire.every(Usage, "/billing/usage")

    def prepaid(self, as_of: date) -> Sequence[PrepaidBalance]:
        """What stood of prepaid amounts at the end of that day, by contract and product."""
        return self._wire.every(PrepaidBalance, "/billing/prepaid", as_of=as_of)

    def rebates(self, as_of: date) -> Sequence[RebateBalance]:
        """How rebates stood on that day."""
        return self._wire.every(RebateBalance, "/billing/rebates", as_of=as_of)
