"""What every document carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TypedDict


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A dated, numbered fact that never changes; a correction is a new document.

    `event_date`: the day it happened. `effective_date`: the day it takes effect for service or contract.
    `posting_date`: the day that decides its accounting period. When the ledger recorded an entry, the entry says.
    """

    number: str
    event_date: date
    effective_date: date
    posting_date: date


class Dates(TypedDict):
    """The three dates of a document, as its constructor takes them."""

    event_date: date
    effective_date: date
    posting_date: date


def dated(day: date, *, effective: date | None = None) -> Dates:
    """What happened and counts in the accounts on one day; it takes effect that day too, unless another is named."""
    return {"event_date": day, "effective_date": effective or day, "posting_date": day}


def dates_of(cause: Document) -> Dates:
    """The dates of what was written because of another document: the cause's."""
    return {"event_date": cause.event_date, "effective_date": cause.effective_date, "posting_date": cause.posting_date}
