"""A cutover set in the words of the old system: its files, columns and values, as `cutover.yaml` explains them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from scenarios.migration.forms import FORMS, Column, Form
from scenarios.migration.header import HEADER, Header
from scenarios.mistakes import Mistake, did_you_mean
from scenarios.tables.sheet import Row, Sheet, plain

Columns = dict[str, Column]


def form_of_file(header: Header, path: Path) -> Form | None:
    """The table that a file is said to hold."""
    return next((form for form in FORMS if header.words_of(form.name).file == path.name), None)


def missing_files(header: Header, folder: Path, told: str) -> Iterator[Mistake]:
    """Files that are named and not there."""
    there = sorted(path.name for path in folder.iterdir())
    for table, words in header.tables.items():
        if words.file and words.file not in there:
            said = f"{table}: there is no file {words.file!r}{did_you_mean(words.file, there)}"
            yield Mistake(f"{told}/{HEADER}", 1, said)


def mapped_columns(header: Header, form: Form, sheet: Sheet, told: str) -> tuple[Columns, list[Mistake]]:
    """The sheet's columns that the mapping names, and those it names that are not there."""
    names = {plain(column): column for column in sheet.columns}
    found: Columns = {}
    mistakes = []
    for ours, theirs in header.words_of(form.name).columns.items():
        if plain(theirs) in names:
            found[names[plain(theirs)]] = next(column for column in form.columns if column.name == plain(ours))
        else:
            said = f"{sheet.path} has no column {theirs!r}{did_you_mean(theirs, sheet.columns)}"
            mistakes.append(Mistake(f"{told}/{HEADER}", 1, said))
    return found, mistakes


def valued(header: Header, columns: Columns, rows: Iterable[Row]) -> Iterator[Row]:
    """Rows with the old system's words said in ours: P-SEAT is a Platform seat."""
    meant = {
        plain(column): {one.casefold(): ours for one, ours in words.items()} for column, words in header.values.items()
    }
    for row in rows:
        cells = {
            written: meant.get(columns[written].name, {}).get(cell.strip().casefold(), cell)
            if written in columns
            else cell
            for written, cell in row.cells.items()
        }
        yield Row(row.line, cells)
