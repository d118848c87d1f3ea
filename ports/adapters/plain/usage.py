"""What billing knows of what customers use and buy, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.model.contracts import Subscription
from engine.model.rebates import RebateBalance
from engine.model.usage import PrepaidBalance, Reading, RepeatedReading, Usage
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

    def repeated_readings(self) -> Sequence[RepeatedReading]:
        """What came again."""
        return self._wire.every(RepeatedReading, "/billing/repeated-readings")

    def subscribed(self, as_of: date) -> Sequence[Subscription]:
        """What contracts and amendments of up to that day add up to."""
        return self._wire.every(Subscription, "/billing/subscribed", as_of=as_of)

    def prepaid(self, as_of: date) -> Sequence[PrepaidBalance]:
        """What stood of prepaid amounts at the end of that day, by contract and product."""
        return self._wire.every(PrepaidBalance, "/billing/prepaid", as_of=as_of)

    def rebates(self, as_of: date) -> Sequence[RebateBalance]:
        """How rebates stood on that day."""
        return self._wire.every(RebateBalance, "/billing/rebates", as_of=as_of)
