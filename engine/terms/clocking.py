"""How long parts of a billing period are where a change counts from the second it was made, clock changes included.

A day's terms are those of its last change, from the second on in which it was made; the seconds of the day before that
belong to what held till then. The days of a contract begin at the time of day at which it began itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, long_date
from engine.model.contracts import Amendment, Contract
from engine.refusals import Refused
from engine.terms.proration import Length
from engine.terms.zoning import home, midnight

_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_SECONDS_A_DAY = 86_400


def check_moment(contract: Contract, signed: Iterable[Amendment], day: date, at: int | None) -> None:
    """Refused where another change of that day has a time of day of its own: a day's terms begin once."""
    for amendment in signed if at is not None else ():
        if amendment.effective_date == day and amendment.at not in (None, at):
            raise Refused(
                "second-moment",
                f"contract {contract.number} changes on {long_date(day)} at another time of day already, by amendment "
                f"{amendment.number}; of one day, one time can be billed by the second",
            )


def clock_of(book: Book, contract: Contract) -> Length:
    """The length of a part of one of the contract's billing periods, in days of 24 hours, exactly."""
    signed = book.about(Amendment, "contract", contract.number)
    changed = {amendment.effective_date: amendment.at for amendment in signed if amendment.at is not None}
    usual = contract.at if contract.billing.anchor == "anniversary" and not contract.billing.bill_day else 0
    changed.setdefault(contract.start, contract.at)
    return _Clock(home(book, contract.customer), changed, usual, contract.start)


@dataclass(frozen=True, slots=True)
class _Clock:
    """The time of day at which the terms of each day begin: `changed` says it in seconds, or it is the `usual` one."""

    zone: tzinfo
    changed: Mapping[date, int]
    usual: int
    first: date

    def __call__(self, part: ServicePeriod, whole: ServicePeriod) -> Fraction:
        return Fraction(self._begins(part.end + ONE_DAY, whole) - self._begins(part.start, whole), _SECONDS_A_DAY)

    def late(self, day: date, whole: ServicePeriod) -> Fraction:
        """How much of a day is over when its terms begin, of however many seconds it has."""
        seconds = _midnight(self.zone, day + ONE_DAY) - _midnight(self.zone, day)
        return Fraction(self._at(day, whole), seconds)

    def _begins(self, day: date, whole: ServicePeriod) -> int:
        return _midnight(self.zone, day) + self._at(day, whole)

    def _at(self, day: date, whole: ServicePeriod) -> int:
        """The second in which a day's terms begin; a billing period begins at its usual time, whatever changes on its day."""
        bounds = day in (whole.start, whole.end + ONE_DAY) and day != self.first
        return self.usual if bounds else self.changed.get(day, self.usual)


@lru_cache(maxsize=65_536)
def _midnight(zone: tzinfo, day: date) -> int:
    """The second in which a day begins there, counted from the first of all."""
    return (midnight(zone, day) - _FIRST) // timedelta(seconds=1)
