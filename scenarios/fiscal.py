"""The fiscal calendar of a company's file, where it counts in weeks."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, field_validator, model_validator

from engine.model.fiscal import calendar_ending, fiscal_calendar, year_end
from scenarios.words import Closed, Count, Day, Text, wrong

FOR_EXAMPLE = "the last Saturday of September 2026"


class FiscalShape(Closed):
    """Accounting periods of whole weeks: the weeks of a quarter's periods, a fiscal year, and when it begins or how it ends."""

    weeks: Literal["4-4-5", "4-5-4", "5-4-4", "13 periods"]
    fiscal_year: Count
    begins: Day | None = Field(
        None, description="The first day of that year; others begin on that weekday, nearest to it."
    )
    ends: Text | None = Field(None, description="Or how years end: the Saturday nearest to the end of January 2027.")

    @field_validator("ends")
    @classmethod
    def _ends_so(cls, words: str | None) -> str | None:
        try:
            year_end(words or FOR_EXAMPLE)
        except ValueError as error:
            raise wrong(str(error)) from error
        return words

    @model_validator(mode="after")
    def _begins_or_ends(self) -> Self:
        if (self.begins is None) == (self.ends is None):
            raise wrong("a fiscal calendar of weeks says when its year begins, or how it ends: one of the two")
        return self


def calendar_of(shape: FiscalShape | None) -> str:
    """The calendar as the engine writes it; months of the calendar, where the file has none."""
    if shape is None:
        return ""
    if shape.begins is not None:
        return fiscal_calendar(shape.weeks, shape.fiscal_year, shape.begins)
    return calendar_ending(shape.weeks, shape.fiscal_year, year_end(shape.ends or ""))
