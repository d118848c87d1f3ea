"""Typed business tables: a sentence declares its columns, and every cell is read as what its column holds.

Headers match ignoring case and spaces. An empty cell is the column's default, `-` says that nothing may stand there,
`*` that anything may. An amount may be written as arithmetic, `20 * 10.00 * 16/31`; it is exact until it is rounded half
up to the currency's smallest unit.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction
from functools import lru_cache

from engine.model.money import Money, known_currencies, plain_number
from steps.language.arithmetic import exact
from steps.language.nearest import did_you_mean
from steps.language.parameters import DECLARED, unquoted

Record = Mapping[str, object]


class Blank(Enum):
    """A cell that is no value: ABSENT (`-`) must be empty in what is found, ANY (`*`) is not compared."""

    ABSENT = "-"
    ANY = "*"


@dataclass(frozen=True)
class Column:
    """One column. `type` is "text", "amount" or a kind of value of sentences ("date", "count", "customer" ...).

    `required` columns must be in the header and their cells filled; an empty cell of another is `default`. `key` columns
    say which rows are the same row.
    """

    name: str
    type: str = "text"
    required: bool = False
    default: object = None
    key: bool = False


class TableError(ValueError):
    """Everything that is wrong with a table, as (line, sentence) pairs."""

    def __init__(self, mistakes: Sequence[tuple[int, str]]) -> None:
        super().__init__("; ".join(sentence for _, sentence in mistakes))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True)
class Exact:
    """An amount as written: exact, with or without a currency, not yet rounded to money."""

    value: Fraction
    currency: str | None

    def money(self, currency: str | None) -> Money:
        """The amount rounded half up to the smallest unit of its own currency, or of the company's."""
        code = self.currency or currency
        if code is None:
            raise ValueError("an amount without a currency, and the story has no company that would say which")
        return Money.of(self.value, code)


@dataclass(frozen=True, init=False, eq=False)
class Table:
    """The columns a sentence takes. `vertical`: one record, written as a column of names beside a column of values. `others`:
    columns of any other name may stand in it as well, as text."""

    name: str
    columns: tuple[Column, ...]
    vertical: bool
    optional: bool
    others: bool

    def __init__(
        self, name: str, *columns: Column, vertical: bool = False, optional: bool = False, others: bool = False
    ) -> None:
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "columns", columns)
        object.__setattr__(self, "vertical", vertical)
        object.__setattr__(self, "optional", optional)
        object.__setattr__(self, "others", others)

    def read(self, cells: Sequence[Sequence[str]], lines: Sequence[int] | None = None) -> Rows:
        """The rows, or TableError with every mistake. `lines` are the line numbers of the rows in the feature file."""
        lines = tuple(lines or range(1, len(cells) + 1))
        written = tuple(tuple(row) for row in cells)
        if self.vertical:
            return self._read_rows(tuple(zip(*written, strict=True)), (lines[0], lines[-1]))
        return self._read_rows(written, lines)

    # What was read before anything ran is read again when its step acts, and is the same.
    @lru_cache(maxsize=10_000)  # noqa: B019 - tables are declared once, for as long as the process lives
    def _read_rows(self, written: tuple[tuple[str, ...], ...], lines: tuple[int, ...]) -> Rows:
        header, body = written[0], written[1:]
        columns, wrong_header = self._columns(header)
        mistakes = [(lines[0], said) for said in wrong_header]
        rows = []
        for row, line in zip(body, lines[1:], strict=False):
            values = []
            for column, text in zip(columns, row, strict=False):
                value, wrong = _read_cell(column, text)
                mistakes.extend([(line, f"column {column.name}: {wrong}")] if column and wrong else [])
                values.append(value)
            rows.append(tuple(values))
        if mistakes:
            raise TableError(mistakes)
        return Rows(self, tuple(c for c in columns if c), tuple(rows), body, lines[1:])

    @lru_cache(maxsize=1000)  # noqa: B019 - tables are declared once, for as long as the process lives
    def _columns(self, header: tuple[str, ...]) -> tuple[tuple[Column | None, ...], tuple[str, ...]]:
        """What each cell of a header means, and what is wrong with it."""
        by_name = {_plain(column.name): column for column in self.columns}
        columns = tuple(by_name.get(_plain(name)) or (Column(name) if self.others else None) for name in header)
        present = [column.name for column in columns if column]
        others = [column.name for column in self.columns if column.name not in present]
        mistakes = [
            f"the table of {self.name} has no column {name!r}{did_you_mean(name, others)}"
            for name, column in zip(header, columns, strict=True)
            if column is None
        ]
        mistakes += [f"the column {name} stands twice in the table" for name in sorted(_repeated(present))]
        missing = [c.name for c in self.columns if c.required and c.name not in present]
        return columns, (*mistakes, *(f"the table of {self.name} needs the column {name}" for name in missing))


@dataclass(frozen=True)
class Rows:
    """A table of a story, read: its columns in the author's order, values, the text as written, and line numbers."""

    table: Table
    columns: tuple[Column, ...]
    values: tuple[tuple[object, ...], ...]
    written: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...]

    def records(self, currency: str | None = None) -> list[dict[str, object]]:
        """One record per row, by column name; columns the author left out are their defaults.

        `currency` is the company's, for amounts written without one.
        """
        defaults = {column.name: column.default for column in self.table.columns}
        return [defaults | self._record(row, currency) for row in self.values]

    def as_written(self) -> list[dict[str, object]]:
        """One record per row, amounts exact as the author wrote them: for prices, which are not rounded."""
        defaults = {column.name: column.default for column in self.table.columns}
        names = [column.name for column in self.columns]
        return [defaults | dict(zip(names, row, strict=True)) for row in self.values]

    def _record(self, row: Sequence[object], currency: str | None) -> dict[str, object]:
        return {column.name: in_currency(value, currency) for column, value in zip(self.columns, row, strict=True)}

    def __len__(self) -> int:
        return len(self.values)


def in_currency(value: object, currency: str | None) -> object:
    """The value, an amount as money."""
    return value.money(currency) if isinstance(value, Exact) else value


def _plain(name: str) -> str:
    return "".join(name.lower().split())


def _repeated(names: Sequence[str]) -> set[str]:
    return {name for name in names if names.count(name) > 1}


def _read_cell(column: Column | None, text: str) -> tuple[object, str | None]:
    """The value of a cell, or what is wrong with it."""
    if column is None:
        return None, None
    if text == "":
        return column.default, ("this cell must be filled" if column.required else None)
    if text in ("-", "*"):
        return Blank(text), None
    try:
        return _value(column.type, text), None
    except ValueError as wrong:
        return None, str(wrong)


@lru_cache(maxsize=10_000)
def _value(type_: str, text: str) -> object:
    if type_ == "text":
        return text
    if type_ == "amount":
        return read_amount(text)
    parameter = DECLARED[type_]
    return unquoted(text) if parameter.transform is unquoted else parameter.read(text)


_CURRENCY = re.compile(r"(?:(?P<before>[A-Z]{3})\s+)?(?P<amount>.*?)(?:\s+(?P<after>[A-Z]{3}))?")


def read_amount(text: str) -> Exact:
    """An amount cell: `1,320.00`, `1.320,00 EUR`, `20 * 10.00 * 16/31`. ValueError with a sentence for the author."""
    found = _CURRENCY.fullmatch(text.strip())
    assert found is not None  # every text fits: the amount is whatever is left
    currency = found["before"] or found["after"]
    if currency and currency not in known_currencies():
        raise ValueError(f"not a currency: {currency}; write a code such as USD, EUR or JPY")
    if re.fullmatch(r"[-+]?[\d.,]+", found["amount"]):
        return Exact(Fraction(plain_number(found["amount"])), currency)
    return Exact(exact(found["amount"]), currency)
