"""The periods in which a subscription's own terms bill it, from its first day or by the calendar, and what each is worth.

Computed here on its own, not by the engine: what a set says was billed, and what is open of it, is compared with this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, last_of_month, months_of
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY

_CALENDAR = " by the calendar"
_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Bill:
    """A billing period: the days that are billed, the whole period they are of, and the day they are billed on."""

    service: ServicePeriod
    whole: ServicePeriod
    day: date


def said(words: str) -> tuple[str, str, bool]:
    """How often, when (in advance or arrears), and whether by the calendar."""
    cadence, _, timing = words.removesuffix(_CALENDAR).partition(" in ")
    return cadence, timing, words.endswith(_CALENDAR)


def billing_of(words: str, months: int) -> Billing:
    """The words as billing terms; what is billed once is billed once in so many months."""
    cadence, timing, calendar = said(words)
    return Billing(
        every_months=EVERY.get(cadence, months),
        timing="in arrears" if timing == "arrears" else "in advance",
        anchor="calendar" if calendar else "anniversary",
    )


def bills(line: Record) -> Iterator[Bill]:
    """Every bill of a line from its first day to its last."""
    cadence, timing, calendar = said(line["billing"])
    start, end = line["start"], line["end"]
    every = EVERY.get(cadence)
    if every is None:
        yield Bill(ServicePeriod(start, end), ServicePeriod(start, end), start)
        return
    first = _calendar_start(start, every) if calendar else start
    number = 0
    while (begins := add_months(first, every * number, first.day)) <= end:
        whole = ServicePeriod(begins, add_months(first, every * (number + 1), first.day) - ONE_DAY)
        service = ServicePeriod(max(begins, start), min(whole.end, end))
        yield Bill(service, whole, service.end + ONE_DAY if timing == "arrears" else service.start)
        number += 1


def _calendar_start(day: date, every: int) -> date:
    return date(day.year, (day.month - 1) // every * every + 1, 1)


def part_of(bill: Bill, proration: str) -> Fraction | None:
    """The share of a whole period that a bill is for, by the convention; None where this cannot be said here."""
    if bill.service == bill.whole:
        return Fraction(1)
    measure = _MEASURES.get(proration)
    return min(measure(bill.service, bill.whole), Fraction(1)) if measure else None


def _length(whole: ServicePeriod) -> int:
    after = whole.end + ONE_DAY
    return (after.year - whole.start.year) * _A_YEAR + after.month - whole.start.month


def _thirty(part: ServicePeriod, whole: ServicePeriod) -> Fraction:
    after = part.end + ONE_DAY
    months = (after.year - part.start.year) * _A_YEAR + after.month - part.start.month
    return Fraction(months * 30 + min(after.day, 30) - min(part.start.day, 30), 30 * _length(whole))


def _weight(days: ServicePeriod) -> Fraction:
    return sum((Fraction(each.days, last_of_month(each.start).day) for each in months_of(days)), Fraction(0))


_MEASURES: dict[str, Callable[[ServicePeriod, ServicePeriod], Fraction]] = {
    "actual days of the period": lambda part, whole: Fraction(part.days, whole.days),
    "30/360": _thirty,
    "actual/365": lambda part, whole: Fraction(part.days * _A_YEAR, 365 * _length(whole)),
    "fixed 30 days": lambda part, whole: Fraction(part.days, 30 * _length(whole)),
    "months": lambda part, whole: _weight(part) / _weight(whole),
}
