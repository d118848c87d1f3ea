"""Whether a subscription's next bill date is a day on which its own terms bill."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.model.calendar import ONE_DAY, add_months
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY


def bill_day_mistakes(record: Record) -> Iterator[tuple[str, str]]:
    """A next bill date that no billing period begins on (in advance) or ends before (in arrears), or that is after the end."""
    start, end, bill = record["start"], record["end"], record["next bill date"]
    cadence, _, timing = (record["billing"] or "").partition(" in ")
    if not (start and end and bill and start <= end) or cadence not in EVERY or bill < start:
        return
    if bill > end + ONE_DAY:
        yield "next bill date", f"the next bill date {bill} is after the end {end}: nothing is billed then"
    elif not _is_bill_day(start, end, bill, EVERY[cadence], timing):
        near = list(_days(start, end, EVERY[cadence]))
        before = max((day for day in near if day < bill), default=start)
        after = min((day for day in near if day > bill), default=end + ONE_DAY)
        said = f"the next bill date {bill} is none of its terms: {record['billing']} from {start} it is {before} or {after}"
        yield "next bill date", said


def _days(start: date, end: date, every: int) -> Iterator[date]:
    number = 0
    while (day := add_months(start, every * number, start.day)) <= end:
        yield day
        number += 1
    yield end + ONE_DAY


def _is_bill_day(start: date, end: date, bill: date, every: int, timing: str) -> bool:
    days = {bill, bill + ONE_DAY} if timing == "arrears" else {bill}
    return bool(days & set(_days(start, end, every)))
