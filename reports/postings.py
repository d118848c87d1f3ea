"""Journal entries and revenue schedules as a reader expects them, from the documents a system showed at the end of a story.

A journal line may say ``debit`` and ``credit``, or one signed ``amount`` (debit positive); a schedule line its ``period``,
``month`` or a date. Anything else in a document is shown as the system gave it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reports.evidence import Record
from reports.figures import is_amount

JOURNAL = "journal entry"
SCHEDULE = "revenue schedule"


def named(value: Any) -> str:
    """Say a reference in words: a text as it is, a coded thing by code and name."""
    if isinstance(value, dict):
        return " ".join(str(value[part]) for part in ("code", "number", "name") if value.get(part))
    return "" if value is None else str(value)


def _first(data: Record, *names: str) -> Any:
    return next((data[name] for name in names if data.get(name) is not None), None)


def _rows(data: Any) -> list[Record]:
    rows = _first(data, "lines", "portions", "months", "periods") if isinstance(data, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def journal(documents: Iterable[Record]) -> list[Record]:
    """List the journal entries with debits and credits side by side."""
    return [_entry(document) for document in documents if document["type"] == JOURNAL]


def _entry(document: Record) -> Record:
    data = document["data"] if isinstance(document["data"], dict) else {}
    return {
        "number": document["number"],
        "date": named(_first(data, "posting_date")) or document["date"],
        "source": named(_first(data, "source", "cause", "source_document")) or document["title"],
        "entity": named(_first(data, "entity", "legal_entity")),
        "lines": [_line(line) for line in _rows(data)],
    }


def _line(line: Record) -> Record:
    debit, credit = line.get("debit"), line.get("credit")
    amount = line.get("amount")
    if is_amount(amount):
        minor = -amount["minor"] if line.get("side") == "credit" else amount["minor"]
        side = {"minor": abs(minor), "currency": amount["currency"]}
        debit, credit = (side, None) if minor >= 0 else (None, side)
    return {"account": named(line.get("account")), "debit": _present(debit), "credit": _present(credit)}


def _present(amount: Any) -> Any:
    return amount if is_amount(amount) and amount["minor"] else None


def schedules(documents: Iterable[Record]) -> list[Record]:
    """List the revenue schedules with one amount per month."""
    return [_schedule(document) for document in documents if document["type"] == SCHEDULE]


def _schedule(document: Record) -> Record:
    data = document["data"] if isinstance(document["data"], dict) else {}
    months: dict[str, Record] = {}
    for row in _rows(data):
        amount = row.get("amount")
        month = named(_first(row, "period", "month", "date", "on", "from", "first"))[:7]
        if month and is_amount(amount):
            _add_to_month(months, month, amount, row.get("recognized"))
    return {
        "number": document["number"],
        "title": named(_first(data, "obligation", "product")) or document["title"],
        "months": [months[month] for month in sorted(months)],
    }


def _add_to_month(months: dict[str, Record], month: str, amount: Record, recognized: Any) -> None:
    before = months.get(month, {"minor": 0, "recognized": True})
    months[month] = {
        "month": month,
        "minor": before["minor"] + amount["minor"],
        "currency": amount["currency"],
        "recognized": bool(before["recognized"]) and bool(recognized),
    }
