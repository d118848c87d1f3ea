"""Reads a table from CSV, Excel or YAML. What cannot be read as rows and columns is refused at its place."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

from scenarios.lines import Value, read
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.tables.encodings import decoded
from scenarios.tables.headings import headed
from scenarios.tables.sheet import Row, Sheet, plain

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx", ".yaml", ".yml")
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 20_000


def read_table(path: Path, told: str, named: str | None = None) -> Sheet:
    """The table of a file; the first sheet of a workbook, or the one that is named. WorldError if it is none.

    `told`: the path people are told."""
    if path.suffix == ".xlsx":
        return _sheet_of(read_workbook(path, told), told, named)
    text, encoding = decoded(told, _bytes(path, told))
    if path.suffix in (".yaml", ".yml"):
        return _from_yaml(told, text)
    return _from_csv(told, text, encoding)


def _sheet_of(sheets: dict[str, Sheet], told: str, named: str | None) -> Sheet:
    if named is None:
        return next(iter(sheets.values()))
    if plain(named) not in sheets:
        raise _wrong(told, 1, f"the workbook has no sheet {named!r}{did_you_mean(named, sheets)}")
    return sheets[plain(named)]


def _bytes(path: Path, told: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as wrong:
        raise _wrong(told, 1, f"the file cannot be read: {(wrong.strerror or 'unknown reason').lower()}") from None


def _from_csv(path: str, text: str, encoding: str) -> Sheet:
    first = next((line for line in text.splitlines() if line.strip()), "")
    if not first:
        raise _wrong(path, 1, "the file is empty; its first line names the columns")
    delimiter = max(_DELIMITERS, key=first.count)
    lines = list(_csv_lines(path, text, delimiter))
    return _sheet(path, lines, encoding)


def _csv_lines(path: str, text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it begins on; a quoted cell may go over several."""
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    begins = 1
    try:
        for cells in reader:
            yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as wrong:
        said = "a quote is opened and never closed" if "unexpected end" in str(wrong) else str(wrong)
        raise _wrong(path, begins, f"this cannot be read as CSV: {said}") from None


def _sheet(
    path: str,
    lines: Iterable[tuple[int, list[str]]],
    encoding: str = "utf-8",
    lettered: bool = False,
    epoch: date | None = None,
) -> Sheet:
    """One line names the columns; every line below it has as many cells."""
    filled = [(line, cells) for line, cells in lines if any(cell.strip() for cell in cells)]
    if not filled:
        raise _wrong(path, 1, "the file is empty; its first line names the columns")
    header_line, names, rows = headed(filled)
    while names and not names[-1].strip():
        names = names[:-1]
    columns = tuple(" ".join(name.split()) for name in names)
    found = list(_header_mistakes(path, header_line, columns))
    found += [mistake for line, cells in rows for mistake in _width_mistakes(path, line, cells, columns)]
    if found:
        raise WorldError(found)
    made = tuple(Row(line, dict(zip(columns, _padded(cells, len(columns)), strict=True))) for line, cells in rows)
    return Sheet(path, columns, made, encoding, lettered, header_line, epoch)


def _header_mistakes(path: str, line: int, columns: tuple[str, ...]) -> Iterator[Mistake]:
    if not all(columns):
        yield Mistake(path, line, f"column {columns.index('') + 1} has no name")
    for name, count in Counter(map(plain, columns)).items():
        if name and count > 1:
            yield Mistake(path, line, f"the column {name!r} stands {count} times")


def _width_mistakes(path: str, line: int, cells: list[str], columns: tuple[str, ...]) -> Iterator[Mistake]:
    """More cells than columns mean a delimiter inside a text; fewer that the line was cut."""
    if any(cell.strip() for cell in cells[len(columns) :]):
        said = f"{len(cells)} cells under {len(columns)} columns; put a text that holds the delimiter into quotes"
        yield Mistake(path, line, said)
    elif len(cells) < len(columns):
        yield Mistake(path, line, f"{len(cells)} cells under {len(columns)} columns; the line was cut")


def _padded(cells: list[str], width: int) -> list[str]:
    return [*cells, *[""] * (width - len(cells))][:width]


def _from_yaml(path: str, text: str) -> Sheet:
    """A list of mappings. Columns are the keys in the order they first appear."""
    root, mistakes = read(path, text)
    if mistakes:
        raise WorldError(mistakes)
    rows = root.content if isinstance(root.content, tuple) else ()
    found = [Mistake(path, row.line, "needs lines of 'key: value'") for row in rows if isinstance(row.content, str)]
    if not isinstance(root.content, tuple):
        found.append(Mistake(path, 1, "needs a list: lines that begin with '-'"))
    cells = [(row.line, dict(_yaml_cells(path, row, found))) for row in rows]
    if found:
        raise WorldError(found)
    columns = tuple(dict.fromkeys(name for _, values in cells for name in values))
    made = tuple(Row(line, {name: values.get(name, "") for name in columns}) for line, values in cells)
    return Sheet(path, columns, made)


def _yaml_cells(path: str, row: Value, found: list[Mistake]) -> Iterator[tuple[str, str]]:
    for key, value in row.content.items() if isinstance(row.content, dict) else ():
        if isinstance(value.content, str):
            yield key, value.content
        else:
            found.append(Mistake(path, value.line, f"{key}: takes one value"))


def read_workbook(path: Path, told: str) -> dict[str, Sheet]:
    """Every sheet of an Excel workbook that is not empty, by its name in plain spelling."""
    from openpyxl import load_workbook  # type: ignore[import-untyped]  # half a second, only for workbooks

    data = _bytes(path, told)
    try:
        book = load_workbook(io.BytesIO(data), read_only=False, data_only=True)
    # What a damaged file makes zip and XML libraries raise has no common ancestor.
    except Exception as wrong:  # noqa: BLE001
        raise _wrong(told, 1, f"the Excel workbook is damaged: {type(wrong).__name__}") from None
    found = {plain(sheet.title): sheet for sheet in book.worksheets if sheet.max_row and _any_cell(sheet)}
    if not found:
        raise _wrong(told, 1, "the workbook has no sheet with anything on it")
    alone = len(found) == 1
    return {
        name: _sheet(
            told if alone else f"{told}:{sheet.title}", _sheet_lines(sheet), lettered=True, epoch=_first_day(book)
        )
        for name, sheet in found.items()
    }


def _any_cell(sheet: Any) -> bool:
    return any(value is not None for row in sheet.iter_rows(values_only=True) for value in row)


def _first_day(book: Any) -> date:
    """The day from which a workbook counts: 30 December 1899, or 1904 where it was made on an old Macintosh."""
    return date.fromisoformat(f"{book.epoch:%Y-%m-%d}")


def _sheet_lines(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
        yield number, [_cell_text(value) for value in row]


def _cell_text(value: object) -> str:
    """A cell as people would write it: days in ISO's way, whole numbers without decimals, binary fractions as shown."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == datetime.min.time() else value.isoformat(sep=" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "yes" if value else "no"
    return _figure_text(value) if isinstance(value, float) else str(value)


def _figure_text(value: float) -> str:
    """Excel keeps 15 digits; a sum it shows as 100.10 may be 100.09999999999999 inside. Three decimals get a fourth, so that
    they are not read as thousands."""
    shown = format(value, ".15g")
    return f"{shown}0" if len(shown.partition(".")[2]) == len("000") else shown


def _wrong(path: str, line: int, sentence: str) -> WorldError:
    return WorldError([Mistake(path, line, sentence)])
