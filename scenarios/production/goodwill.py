"""Credit memos that nothing about the contract asks for: their reason says so."""

from __future__ import annotations

from scenarios.migration.findings import Record

_WORDS = ("goodwill", "courtesy", "outage", "sla", "service level", "complaint", "concession", "kulanz", "gesture")


def is_goodwill(record: Record) -> bool:
    """Whether a memo's reason says that it was given though the contract stayed as it is."""
    return any(word in (record["reason"] or "").casefold() for word in _WORDS)
