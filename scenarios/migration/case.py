"""A cutover set as read: every table's records, the company they are for, and what was found so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from engine.model.company import Company
from scenarios.migration.alike import spellings
from scenarios.migration.findings import Dimension, Finding, Record, Verdict
from scenarios.migration.header import Header
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import Sheet, plain

_FEW, _LISTED = 200, 4
"""Among so many names the nearest is looked for by hand; so many are listed where none is near."""


@dataclass
class Counts:
    """What a table's completeness is measured by: the cells that are needed, and those of them that are empty."""

    needed: int = 0
    missing: int = 0


@dataclass
class Case:
    """What the checks read, and where they write what they find."""

    header: Header
    company: Company
    path: str
    sheets: dict[str, Sheet] = field(default_factory=dict)
    records: dict[str, list[Record]] = field(default_factory=dict)
    counts: dict[str, Counts] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)
    headings: dict[tuple[str, str], str] = field(default_factory=dict)
    _index: dict[tuple[str, str], dict[object, list[Record]]] = field(default_factory=dict)

    @property
    def date(self) -> date:
        """The first day in the new systems."""
        return self.header.date

    @property
    def spread(self) -> str:
        """How revenue is spread over months."""
        return self.header.revenue_spread or self.company.policies.spread

    def all(self, table: str) -> list[Record]:
        """Every record of a table, the rejected ones included."""
        return self.records.get(table, [])

    def good(self, table: str) -> Iterator[Record]:
        """The records of a table that can be loaded."""
        return (record for record in self.all(table) if record.good)

    def by(self, table: str, column: str, value: object) -> list[Record]:
        """The records of a table with that value when first asked, rejected ones included."""
        if (table, column) not in self._index:
            index = self._index.setdefault((table, column), defaultdict(list))
            for record in self.all(table):
                index[record[column]].append(record)
        return self._index[table, column].get(value, []) if value is not None else []

    def spelled(self, table: str, column: str, value: str) -> list[Record]:
        """The records of a table with that value in another case, or with other spaces and dashes."""
        return self._looked_up(table, f"{column}, spelled", column, lambda name: {plain(name)}).get(plain(value), [])

    def near(self, table: str, column: str, value: str) -> str:
        """Say "; did you mean 'X'?" of the value of a table that is a letter apart, or nearest; among many, nothing else."""
        index = self._looked_up(table, f"{column}, near", column, lambda name: spellings(plain(name)))
        close = [str(one[column]) for key in sorted(spellings(plain(value))) for one in index.get(key, [])]
        if close:
            return f"; did you mean {min(close, key=lambda name: (abs(len(name) - len(value)), name))!r}?"
        known = dict.fromkeys(str(one[column]) for one in self.all(table)[:_FEW] if one[column])
        said = did_you_mean(value, known)
        return said if said.startswith("; did") or len(known) <= _LISTED else ""

    def _looked_up(
        self, table: str, name: str, column: str, keys: Callable[[str], set[str]]
    ) -> dict[object, list[Record]]:
        if (table, name) not in self._index:
            index = self._index.setdefault((table, name), defaultdict(list))
            for record in self.all(table):
                for key in keys(str(record[column])) if record[column] else ():
                    index[key].append(record)
        return self._index[table, name]

    def forget(self, table: str) -> None:
        """What `by` knows of a table is looked up anew: a record of it was put right."""
        for key in [key for key in self._index if key[0] == table]:
            del self._index[key]

    def reject(
        self, record: Record, dimension: Dimension, sentence: str, column: str = "", follows: bool = False
    ) -> None:
        """The record is not loaded."""
        record.rejected = True
        record.wrong = record.wrong or not follows
        self._found("rejected", record, dimension, sentence, column, follows)

    def remediate(self, record: Record, column: str, sentence: str) -> None:
        """The record is loaded with something put right."""
        record.remediated = True
        self._found("remediated", record, "validity", f"{column}: {sentence}", column)

    def set_aside(self, record: Record, sentence: str, column: str = "", follows: bool = False) -> None:
        """The record goes to the exceptions list: nothing is wrong with it, but it cannot be loaded as it is."""
        record.exception = True
        self._found("exception", record, "terms", sentence, column, follows)

    def note(self, record: Record, dimension: Dimension, sentence: str, column: str = "") -> None:
        """The record is loaded; somebody should look at it."""
        self._found("noted", record, dimension, sentence, column)

    def refuse(self, table: str, dimension: Dimension, sentence: str, place: str = "") -> None:
        """The set as a whole cannot be loaded."""
        where = place or (self.sheets[table].path if table in self.sheets else self.path)
        self.findings.append(Finding("refused", dimension, table, "", where, sentence))

    def _found(
        self, verdict: Verdict, record: Record, dimension: Dimension, sentence: str, column: str, follows: bool = False
    ) -> None:
        place = self.sheets[record.table].place(record.line, self.heading(record.table, column))
        name, why = f"{record.table} {record.name}", f"{verdict}: {sentence}"
        if why in record.why:
            return
        record.why.append(why)
        self.findings.append(Finding(verdict, dimension, record.table, name, place, sentence, follows))

    def heading(self, table: str, column: str) -> str:
        """A column by the name it has in the file."""
        return self.headings.get((table, column), "")

    def line_of(self, record: Record) -> str:
        """Where a record stands, for sentences about others."""
        return self.sheets[record.table].place(record.line)


def amount(value: Any) -> Decimal:
    """An amount or nothing."""
    return value if isinstance(value, Decimal) else Decimal(0)
