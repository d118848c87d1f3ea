"""Days of open invoices against their contract: the year or the day and month that somebody mistyped."""

from __future__ import annotations

from datetime import date

from engine.model.calendar import add_months
from scenarios.migration.bill_periods import said
from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY

_AHEAD = 3
"""Months: no bill is sent longer before its contract begins, however long its billing periods are."""


def check_days_of(case: Case, record: Record, lines: list[Record]) -> None:
    """No bill of a contract is older than a billing period, or a quarter, before its start; one that is due in other days than its
    contract gives is looked at."""
    issued, due = record["date"], record["due date"]
    sound = [line for line in lines if line.sound and line["start"]]
    if not (sound and issued and due):
        return
    first = min(line["start"] for line in sound)
    cadence, _, _ = said(sound[0]["billing"])
    earliest = add_months(first, -min(EVERY.get(cadence, _AHEAD), _AHEAD), first.day)
    if issued < earliest:
        sentence = f"it is of {issued}, and contract {record['contract']} begins on {first}: no bill of it is so old"
        case.reject(record, "consistency", sentence, "date")
        return
    days, given = (due - issued).days, {line["net days"] for line in sound if line["net days"] is not None}
    if record.good and given and days not in given:
        case.note(record, "consistency", _other_days(record, days, sorted(given), issued), "due date")


def _other_days(record: Record, days: int, given: list[int], issued: date) -> str:
    told = f"it is due {days} days after {issued}, and contract {record['contract']} gives {', '.join(map(str, given))}"
    return f"{told}; is a year, a day or a month mistyped?"
