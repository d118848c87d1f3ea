"""Journal entries and revenue schedules among the documents of a story, as the page lays them out."""

from __future__ import annotations

from collections.abc import Iterable

from reports.evidence.chain import Record

JOURNAL = "journal entry"
SCHEDULE = "revenue schedule"


def journal(documents: Iterable[Record]) -> list[Record]:
    """List the journal entries: what each is about, and its lines with debit and credit."""
    return [_entry(document) for document in documents if document["type"] == JOURNAL]


def _entry(document: Record) -> Record:
    data = document["data"]
    return {
        "number": document["number"],
        "date": document["date"],
        "title": document["title"],
        "source": data.get("source") or "",
        "entity": data.get("entity") or "",
        "lines": [{part: line[part] for part in ("account", "debit", "credit")} for line in data["lines"]],
    }


def schedules(documents: Iterable[Record]) -> list[Record]:
    """List the revenue schedules: an amount for each month, and whether it is recognized."""
    return [_schedule(document) for document in documents if document["type"] == SCHEDULE]


def _schedule(document: Record) -> Record:
    data = document["data"]
    return {
        "number": document["number"],
        "title": data.get("product") or document["title"],
        "reason": data.get("reason") or "",
        "months": [
            {"month": line["period"], **line["amount"], "recognized": line["recognized"]} for line in data["lines"]
        ],
    }
