"""How long parts of a billing period are where a change counts from the second it was made, clock changes included.

A day's terms begin in the second in which a change was made; the seconds before that belong to the terms of the day before.
Of several changes on one day at different times, the second has the terms of the next day, which begin before that day does.
The days of a contract begin at the time of day at which it began itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, long_date
from engine.model.contracts import Amendment, Contract
from engine.refusals import Refused
from engine.terms.periods import on_the_grid
from engine.terms.proration import Length
from engine.terms.zoning import home, midnight

_FIRST = datetime(1, 1, 1, tzinfo=UTC)
_SECONDS_A_DAY = 86_400


def placed(
    book: Book, contract: Contract, signed: Sequence[Amendment], day: date, at: int | None
) -> tuple[date, int | None]:
    """The day to whose terms a change made at a second of that day belongs, and that second counted from its midnight.

    Each day's terms begin once. Where those of its day begin at another second, by another change or because a billing period
    begins, the change has the terms of the next free day (or of the one before), which then begin earlier (or later) than it
    does. Refused where there is none.
    """
    if at is None and not any(_is_moved(amendment) for amendment in signed if amendment.effective_date == day):
        return day, None
    zone = home(book, contract.customer)
    moment, slot = _midnight(zone, day) + (at or 0), day
    begun = _begun(contract, signed, zone, slot)
    step = ONE_DAY if begun is None or begun < moment else -ONE_DAY
    while begun not in (None, moment):
        slot += step
        begun = _begun(contract, signed, zone, slot)
        if begun is not None and (begun > moment) == (step == ONE_DAY):
            raise Refused(
                "second-moment",
                f"contract {contract.number} changes on {long_date(day)} at another time of day already, and there is no day "
                f"before or after it in its billing period whose terms do not change; sign both for one time of day",
            )
    return slot, moment - _midnight(zone, slot)


def _is_moved(amendment: Amendment) -> bool:
    """Whether its terms are those of another day than the one on which it takes effect."""
    return amendment.at is not None and not 0 <= amendment.at < _SECONDS_A_DAY


def day_of(amendment: Amendment) -> date:
    """The day on which a change takes effect, whatever day's terms it has."""
    return amendment.effective_date + timedelta(days=(amendment.at or 0) // _SECONDS_A_DAY)


def _begun(contract: Contract, signed: Iterable[Amendment], zone: tzinfo, day: date) -> int | None:
    """The second in which the terms of a day are known to begin; None if nothing begins with them."""
    own = [amendment.at or 0 for amendment in signed if amendment.effective_date == day]
    if day <= contract.start:
        own = [contract.at]
    elif not own and on_the_grid(
        contract, day, [amendment.effective_date for amendment in signed if amendment.restarts]
    ):
        own = [_usual(contract)]
    return _midnight(zone, day) + own[0] if own else None


def _usual(contract: Contract) -> int:
    """The second of a day in which billing periods begin."""
    return contract.at if contract.billing.anchor == "anniversary" and not contract.billing.bill_day else 0


def clock_of(book: Book, contract: Contract) -> Length:
    """The length of a part of one of the contract's billing periods, in days of 24 hours, exactly."""
    signed = book.about(Amendment, "contract", contract.number)
    changed = {amendment.effective_date: amendment.at for amendment in signed if amendment.at is not None}
    return _Clock(
        home(book, contract.customer), changed | {contract.start: contract.at}, _usual(contract), contract.start
    )


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
