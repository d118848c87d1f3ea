"""The fiscal calendar of a company's file, where it counts in weeks."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from engine.model.fiscal import fiscal_calendar
from scenarios.words import Closed, Count, Day


class FiscalShape(Closed):
    """Accounting periods of whole weeks: the weeks of a quarter's periods, a fiscal year, and the day on which it begins."""

    weeks: Literal["4-4-5", "4-5-4", "5-4-4", "13 periods"]
    fiscal_year: Count
    begins: Day = Field(description="The first day of that year; others begin on that weekday, nearest to that day.")


def calendar_of(shape: FiscalShape | None) -> str:
    """The calendar as the engine writes it; months of the calendar, where the file has none."""
    return fiscal_calendar(shape.weeks, shape.fiscal_year, shape.begins) if shape else ""
