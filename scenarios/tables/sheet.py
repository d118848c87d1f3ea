"""A table of texts: columns by name, and every row with the place it stands in its file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Row:
    """One record as written. `line`: its line or row; `cells`: texts by column, what is empty included."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file, or one sheet of a workbook. `encoding`: how its bytes were read; `lettered`: its cells have names like B4.

    `header_line`: where its columns are named; `epoch`: the day from which its workbook counts days, if it is of one.
    """

    path: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = "utf-8"
    lettered: bool = False
    header_line: int = field(default=1)
    epoch: date | None = None

    def place(self, line: int, column: str = "") -> str:
        """Where something stands: file:line, with the cell's name in a workbook and its column elsewhere."""
        if column in self.columns and self.lettered:
            return f"{self.path}:{_letters(self.columns.index(column))}{line}"
        return f"{self.path}:{line}" + (f", {column}" if column in self.columns else "")


def plain(name: str) -> str:
    """A column's name without what people write differently: case, underscores, dashes, spaces."""
    return " ".join(name.replace("_", " ").replace("-", " ").split()).casefold()


def _letters(number: int) -> str:
    """The spreadsheet's name of a column, counted from zero: A, B ... Z, AA."""
    more, last = divmod(number, 26)
    return (_letters(more - 1) if more else "") + chr(ord("A") + last)
