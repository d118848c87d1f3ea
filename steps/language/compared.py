"""What a comparison of tables found: cells, rows and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.calendar import AccountingPeriod, long_date
from engine.model.money import Money
from steps.language.tables import Column

Sign = Literal["=", "!", "-", "+"]


@dataclass(frozen=True)
class Cell:
    """One cell: the values, None where there is none, and as people read them. `equal` is the verdict."""

    expected: object
    found: object
    equal: bool
    expected_text: str | None
    found_text: str | None


@dataclass(frozen=True)
class ComparedRow:
    """`=` as expected, `!` the same row with another value, `-` expected and missing, `+` found and not expected."""

    sign: Sign
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Comparison:
    """The verdict on a whole table. `money_difference` is found less expected, by currency."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[ComparedRow, ...]
    money_difference: tuple[Money, ...]
    likely_cause: str | None
    currency: str | None

    @property
    def holds(self) -> bool:
        """Whether everything is as expected."""
        return all(row.sign == "=" for row in self.rows)

    def record(self) -> dict[str, object]:
        """The fields of a `check` record of the evidence."""
        return {
            "title": self.title,
            "verdict": "passed" if self.holds else "failed",
            "columns": [column.name for column in self.columns],
            "rows": [_row_record(row) for row in self.rows],
            "money_difference": [{"currency": m.currency, "minor": m.minor} for m in self.money_difference],
            "likely_cause": self.likely_cause,
        }


def _row_record(row: ComparedRow) -> dict[str, object]:
    cells = [{"expected": c.expected_text, "found": c.found_text, "equal": c.equal} for c in row.cells]
    return {"sign": row.sign, "cells": cells}


def shown(value: object, currency: str | None = None) -> str | None:
    """A found value as the author would write it; amounts in the company's currency without its code."""
    if value is None:
        return None
    if isinstance(value, Money):
        return str(value).removesuffix(f" {currency}")
    if isinstance(value, date):
        return long_date(value)
    return f"{value:,}" if isinstance(value, int) and not isinstance(value, bool) else str(value)


def period_of(value: object) -> AccountingPeriod | None:
    """The month a cell speaks of, if it is a date or a month."""
    if isinstance(value, date):
        return AccountingPeriod.of(value)
    return value if isinstance(value, AccountingPeriod) else None
