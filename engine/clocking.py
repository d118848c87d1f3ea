"""How long parts of a billing period are where a change counts from the second it was made, clock changes included.

A day's terms are those of its last change, from the second on in which it was made; the seconds of the day before that
belong to what held till then. The days of a contract begin at the time of day at which it began itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, tzinfo
from fractions import Fraction
from functools import lru_cache

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, long_date
from engine.model.contracts import Amendment, Contract
from engine.proration import Length
from engine.refusals import Refused
from engine.zoning import home, midnight

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
    zone = home(book, contract.customer)
    signed = book.about(Amendment, "contract", contract.number)
    changed = {amendment.effective_date: amendment.at for amendment in signed if amendment.at is not None}
    usual = contract.at if contract.billing.anchor == "anniversary" and not contract.billing.bill_day else 0
    changed.setdefault(contract.start, contract.at)

    def begins(day: date, whole: ServicePeriod) -> int:
        """The second in which a day's terms begin; a billing period begins at its usual time, whatever changes on its day."""
        bounds = day in (whole.start, whole.end + ONE_DAY) and day != contract.start
        return _midnight(zone, day) + (usual if bounds else changed.get(day, usual))

    def length(part: ServicePeriod, whole: ServicePeriod) -> Fraction:
        return Fraction(begins(part.end + ONE_DAY, whole) - begins(part.start, whole), _SECONDS_A_DAY)

    return length


@lru_cache(maxsize=65_536)
def _midnight(zone: tzinfo, day: date) -> int:
    """The second in which a day begins there, counted from the first of all."""
    return (midnight(zone, day) - _FIRST) // timedelta(seconds=1)
