"""What every document carries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """A dated, numbered fact that never changes; a correction is a new document.

    `event_date`: the day it happened. `effective_date`: the day it takes effect for service or contract.
    `posting_date`: the day that decides its accounting period. When it was recorded belongs to the evidence.
    """

    number: str
    event_date: date
    effective_date: date
    posting_date: date
