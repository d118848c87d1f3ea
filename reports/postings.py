"""Journal entries and revenue schedules as a reader expects them, from the documents a system showed at the end of a story.

A journal line says one signed ``amount`` (debit positive), or ``debit`` and ``credit``. A schedule shows as months where its
``months`` (or ``lines``) name a period and an amount, ``scheduled`` and ``posted`` as the ERP's door gives them; one that has
only pieces of service is shown as a document, for to spread it here would be to compute what is under test.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reports.evidence import Record
from reports.figures import is_amount
from reports.records import Amount

JOURNAL = "journal entry"
SCHEDULE = "revenue schedule"


def named(value: Any) -> str:
    """Say a reference in words: a text as it is, a coded thing by code and name, a month as 2026-03."""
    if isinstance(value, dict):
        if value.keys() == {"year", "month"}:
            return f"{value['year']}-{value['month']:02d}"
        return " ".join(str(value[part]) for part in ("code", "number", "name") if value.get(part))
    return "" if value is None else str(value)


def _first(data: Record, *names: str) -> Any:
    return next((data[name] for name in names if data.get(name) is not None), None)


def _rows(data: Any) -> list[Record]:
    rows = _first(data, "lines", "months") if isinstance(data, dict) else None
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def journal(documents: Iterable[Record]) -> list[Record]:
    """List the journal entries with debits and credits side by side."""
    return [_entry(document) for document in documents if document["type"] == JOURNAL]


def _entry(document: Record) -> Record:
    data = document["data"] if isinstance(document["data"], dict) else {}
    return {
        "number": document["number"],
        "date": named(_first(data, "posting_date")) or document["date"],
        "source": _source(data) or document["title"],
        "entity": named(_first(data, "entity", "legal_entity")),
        "lines": [_line(line) for line in _rows(data)],
    }


def _source(data: Record) -> str:
    words = [named(data.get("source_kind")), named(data.get("source"))]
    source = " ".join(word for word in words if word)
    return f"{source}, {data['label']}" if data.get("label") else source


def _line(line: Record) -> Record:
    debit, credit = line.get("debit"), line.get("credit")
    if is_amount(amount := line.get("amount")):
        side = {"minor": abs(amount["minor"]), "currency": amount["currency"]}
        debit, credit = (side, None) if amount["minor"] >= 0 else (None, side)
    return {"account": named(line.get("account")), "debit": _present(debit), "credit": _present(credit)}


def _present(amount: Any) -> Any:
    return amount if is_amount(amount) and amount["minor"] else None


def has_months(document: Record) -> bool:
    """Tell whether a document is a revenue schedule laid out by month."""
    return document["type"] == SCHEDULE and bool(_months(document))


def schedules(documents: Iterable[Record]) -> list[Record]:
    """List the revenue schedules with one amount per month."""
    return [_schedule(document) for document in documents if has_months(document)]


def _schedule(document: Record) -> Record:
    months = _months(document)
    return {
        "number": document["number"],
        "title": named(_first(document["data"], "product", "obligation")) or document["title"],
        "months": [months[month] for month in sorted(months)],
    }


def _months(document: Record) -> dict[str, Record]:
    months: dict[str, Record] = {}
    for row in _rows(document["data"]):
        amount = _first(row, "scheduled", "amount")
        month = named(_first(row, "period", "month", "date"))[:7]
        if month and is_amount(amount):
            done = row["posted"] == amount if "posted" in row else row.get("recognized")
            _add_to_month(months, month, amount, bool(done))
    return months


def _add_to_month(months: dict[str, Record], month: str, amount: Amount, recognized: bool) -> None:
    before = months.get(month, {"minor": 0, "recognized": True})
    months[month] = {
        "month": month,
        "minor": before["minor"] + amount["minor"],
        "currency": amount["currency"],
        "recognized": before["recognized"] and recognized,
    }
