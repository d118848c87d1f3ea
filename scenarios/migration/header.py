"""cutover.yaml: whose cutover it is, on which day, and how good its data must be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError, WithJsonSchema

from scenarios.complaints import complaints
from scenarios.lines import Value, read
from scenarios.migration.forms import FORMS
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.tables.cells import day_form
from scenarios.tables.encodings import decoded
from scenarios.tables.sheet import plain
from scenarios.words import Closed, Day, Percent, Text, reading, wrong

HEADER = "cutover.yaml"


class Thresholds(Closed):
    """The least percentage of each dimension of data quality, for every table."""

    completeness: Percent = Decimal(95)
    uniqueness: Percent = Decimal(95)
    validity: Percent = Decimal(95)
    consistency: Percent = Decimal(95)


def _day_form(said: str) -> str:
    if day_form(said) is None:
        raise wrong(f"{said!r} says no day; write it like dd/mm/yyyy, dd.mm.yy, yyyymmdd or dd-mmm-yyyy")
    return said


DayForm = Annotated[str, reading(_day_form), WithJsonSchema({"type": "string"})]


class TableWords(Closed):
    """How one table of the export is written: its file, the sheet of a workbook, `columns` as our name: the name in the file, and how
    its days and numbers are written."""

    file: Text | None = None
    sheet: Text | None = None
    columns: dict[Text, Text] = Field(default_factory=dict)
    day_format: DayForm | None = None
    number_format: Literal["1,234.56", "1.234,56"] | None = None


class Header(Closed):
    """`cutover`: its name. `company`: by its name, or by its file beside this one. `date`: the first day in the new systems.

    `revenue spread`: how the legacy waterfall spreads; the company's policy, if left out. `day format`: what 03/04/2026 means;
    `number format`: what 1.200 means. `tables`: where and how a table is written; `values`: by our column, what the old system's words
    mean. `may stay behind`: the share of a table's records that may be rejected when the set goes live.
    """

    cutover: Text
    company: Text
    date: Day
    revenue_spread: (
        Literal[
            "by day",
            "by month",
            "by half month",
            "by full month",
            "by mid-month",
            "by equal period",
            "by 30-day month",
            "by day in begun months",
        ]
        | None
    ) = None
    day_format: DayForm | None = None
    number_format: Literal["1,234.56", "1.234,56"] | None = None
    tables: dict[Text, TableWords] = Field(default_factory=dict)
    values: dict[Text, dict[Text, Text]] = Field(default_factory=dict)
    may_stay_behind: Percent = Decimal(0)
    thresholds: Thresholds = Thresholds()

    def words_of(self, table: str) -> TableWords:
        """How a table is written, where the file says it."""
        return next((words for name, words in self.tables.items() if plain(name) == table), TableWords())

    def day_format_of(self, table: str) -> str:
        """How the days of a table are written; "" where nobody says."""
        return self.words_of(table).day_format or self.day_format or ""

    def number_format_of(self, table: str) -> str:
        """How the numbers of a table are written; "" where nobody says."""
        return self.words_of(table).number_format or self.number_format or ""


def load_header(folder: Path, told: str) -> tuple[Header, Value]:
    """The header of a set, with its lines. WorldError with every mistake in it."""
    path = f"{told}/{HEADER}"
    try:
        data = (folder / HEADER).read_bytes()
    except OSError:
        said = f"a cutover set has a file {HEADER}: cutover, company and date"
        raise WorldError([Mistake(path, 1, said)]) from None
    root, mistakes = read(path, decoded(path, data)[0])
    if mistakes:
        raise WorldError(mistakes)
    try:
        header = Header.model_validate(root.plain())
    except ValidationError as found:
        raise WorldError(complaints(path, Header, root, found)) from None
    if unknown := list(_unknown(path, header, root)):
        raise WorldError(unknown)
    return header, root


def _unknown(path: str, header: Header, root: Value) -> Iterator[Mistake]:
    """Tables and columns of the mapping that the format does not have."""
    forms = {form.name: [column.name for column in form.columns] for form in FORMS}
    for table, words in header.tables.items():
        if plain(table) not in forms:
            yield Mistake(
                path, root.line_of("tables", table), f"there is no table {table!r}{did_you_mean(table, forms)}"
            )
            continue
        for ours in words.columns:
            if plain(ours) not in (names := forms[plain(table)]):
                said = f"{table} have no column {ours!r}{did_you_mean(ours, names)}"
                yield Mistake(path, root.line_of("tables", table, "columns", ours), said)
    every = sorted({name for names in forms.values() for name in names})
    for column in header.values:
        if plain(column) not in every:
            said = f"no table has a column {column!r}{did_you_mean(column, every)}"
            yield Mistake(path, root.line_of("values", column), said)
