"""Whether a subscription's next bill date is a day on which its own terms bill."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.model.calendar import ONE_DAY
from scenarios.migration.bill_periods import bills, said
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY


def bill_day_mistakes(record: Record) -> Iterator[tuple[str, str]]:
    """A next bill date that no billing period begins on (in advance) or ends before (in arrears), or that is after the end."""
    start, end, bill = record["start"], record["end"], record["next bill date"]
    words = record["billing"] or ""
    if not (start and end and bill and start <= end) or said(words)[0] not in EVERY or bill < start:
        return
    days = _days(record)
    if bill > end + ONE_DAY:
        yield "next bill date", f"the next bill date {bill} is after the end {end}: nothing is billed then"
    elif not _is_bill_day(days, bill, words):
        before = max((day for day in days if day < bill), default=start)
        after = min((day for day in days if day > bill), default=end + ONE_DAY)
        told = f"the next bill date {bill} is none of its terms: {words} from {start} it is {before} or {after}"
        yield "next bill date", told + _otherwise(record, bill, words)


def _otherwise(record: Record, bill: date, words: str) -> str:
    """The words under which it would be billed on that day, where those of the calendar are meant."""
    other = f"{words} by the calendar"
    meant = Record(record.table, record.name, record.line, {**record.values, "billing": other})
    return f"; {other!r} bills on that day" if not said(words)[2] and _is_bill_day(_days(meant), bill, other) else ""


def _days(record: Record) -> list[date]:
    """The first day of every billing period, and the day after the last."""
    return [*(bill.service.start for bill in bills(record)), record["end"] + ONE_DAY]


def _is_bill_day(days: list[date], bill: date, words: str) -> bool:
    arrears = said(words)[1] == "arrears"
    return bill in days or (arrears and bill + ONE_DAY in days)
