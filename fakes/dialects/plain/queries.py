"""What a view may be asked for: which days, which months."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from fakes.dialects.plain.requests import Month


@dataclass(frozen=True, kw_only=True, slots=True)
class Between:
    """From which day to which, both included."""

    start: date
    end: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ThroughMonth:
    """Up to and including which month; none means everything. `as_of`: schedules as they stood then; none means today."""

    through: Month | None = None
    as_of: date | None = None
