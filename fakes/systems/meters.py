"""Billing's desk for meters: what they report, what came again, and what was drawn from prepaid amounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.billing import bill_run as billing
from engine.billing import metering
from engine.model.company import Company
from engine.model.contracts import Contract
from engine.model.usage import PrepaidBalance, Reading, RepeatedReading, Usage
from fakes.systems.system import SystemOfRecord


class MeterDesk(SystemOfRecord):
    """What billing does with usage."""

    def __init__(self, company: Company, today: date) -> None:
        super().__init__(company, today)
        self._repeated: list[RepeatedReading] = []

    def record_usage(self, reading: Reading) -> Usage:
        """A meter reports; what is refused stays as an exception, what comes again counts once."""
        with self.taking("", reading):
            usage = metering.take(self.book, reading, self.today)
        known = self.book.find(Usage, usage.number)
        if known:
            self._repeated.append(metering.repeated(known, self.today))
        return known or self.written(usage)

    def usage(self) -> Sequence[Usage]:
        """Every reading taken, corrected ones included."""
        return self.book.all(Usage)

    def repeated_readings(self) -> Sequence[RepeatedReading]:
        """What came again, once for each time."""
        return tuple(self._repeated)

    def prepaid(self, as_of: date) -> Sequence[PrepaidBalance]:
        """What stands of each contract's prepaid amounts."""
        return tuple(found for c in self.book.all(Contract) for found in billing.prepaid(self.book, c, as_of))
