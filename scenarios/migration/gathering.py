"""Finds the tables of a cutover set in its folder, and turns their rows into records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from scenarios.migration.case import Case, Counts
from scenarios.migration.findings import Record
from scenarios.migration.forms import ALSO_BILLINGS, BILLINGS, FORMS, MONTHS, Column, Form
from scenarios.migration.header import HEADER
from scenarios.migration.mapped import form_of_file, mapped_columns, missing_files, valued
from scenarios.migration.totals_rows import compare_totals, is_totals
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.tables import cells
from scenarios.tables.reading import ENDINGS, read_table, read_workbook
from scenarios.tables.sheet import Row, Sheet, plain

_WORKBOOK = "cutover.xlsx"
_ALSO_PER = {"monthly": "month", "quarterly": "quarter", "yearly": "year", "annual": "year", "annually": "year"}

_BILLING = cells.choice(BILLINGS, ALSO_BILLINGS)
_PRICE_PER = cells.choice(tuple(MONTHS), _ALSO_PER)


def gather(folder: Path, case: Case) -> None:
    """Read every table into the case. WorldError with all mistakes of all files that are no tables of the format."""
    found: list[Mistake] = []
    found += missing_files(case.header, folder, case.path)
    for form, sheet in _sheets(folder, case, found):
        if form.name in case.sheets:
            found.append(Mistake(sheet.path, 1, f"{form.name} stand in {case.sheets[form.name].path} already"))
            continue
        columns, mistakes = _columns(case, form, sheet)
        found += mistakes
        case.sheets[form.name] = sheet
        case.headings |= {(form.name, column.name): written for written, column in columns.items()}
        case.records[form.name] = (
            [] if mistakes else records_of(case, form, columns, valued(case.header, columns, sheet.rows))
        )
        note_columns(case, form, sheet, columns)
    missing = [form for form in FORMS if form.required and form.name not in case.sheets]
    if not found:
        found += [Mistake(case.path, 1, f"the set has no {form.name}; write {_file_name(form)}") for form in missing]
    if found:
        raise WorldError(found)


def _columns(case: Case, form: Form, sheet: Sheet) -> tuple[dict[str, Column], list[Mistake]]:
    """The columns that the mapping names, and of the others those that have a name of ours."""
    mapped, mistakes = mapped_columns(case.header, form, sheet, case.path)
    names = {column.name for column in mapped.values()}
    rest = Form(form.name, tuple(column for column in form.columns if column.name not in names), form.key)
    left = Sheet(
        sheet.path, tuple(one for one in sheet.columns if one not in mapped), (), header_line=sheet.header_line
    )
    own, missing = columns_of(rest, left)
    return mapped | own, [*mistakes, *missing]


def _file_name(form: Form) -> str:
    return f"{form.name.replace(' ', '_')}.csv"


def _sheets(folder: Path, case: Case, found: list[Mistake]) -> Iterator[tuple[Form, Sheet]]:
    for path in sorted(folder.iterdir()):
        name = f"{case.path}/{path.name}"
        if path.name == HEADER or path.name.startswith((".", "~$")) or path.suffix == ".md" or path.is_dir():
            continue
        try:
            if form := form_of_file(case.header, path):
                yield form, read_table(path, name, case.header.words_of(form.name).sheet)
            elif path.name == _WORKBOOK:
                yield from _workbook(path, name, found)
            elif form := _form(path, name, found):
                yield form, read_table(path, name)
        except WorldError as wrong:
            found += wrong.mistakes


def _workbook(path: Path, told: str, found: list[Mistake]) -> Iterator[tuple[Form, Sheet]]:
    for name, sheet in read_workbook(path, told).items():
        form = _named(name)
        if form is None:
            found.append(Mistake(sheet.path, 1, f"there is no table {name!r}{did_you_mean(name, _names())}"))
        else:
            yield form, sheet


def _form(path: Path, told: str, found: list[Mistake]) -> Form | None:
    form = _named(path.stem)
    if form is None and not _is_company(path):
        found.append(Mistake(told, 1, f"there is no table {path.stem!r}{did_you_mean(path.stem, _names())}"))
    elif form is not None and path.suffix not in ENDINGS:
        found.append(Mistake(told, 1, f"{path.suffix!r} is no table that can be read; save it as .csv or .xlsx"))
        return None
    return form


def _is_company(path: Path) -> bool:
    """A company's own file may lie beside its cutover."""
    if path.suffix not in (".yaml", ".yml"):
        return False
    return any(line.startswith("company:") for line in path.read_bytes().decode("utf-8", "replace").splitlines())


def _named(name: str) -> Form | None:
    return next((form for form in FORMS if plain(name) in (form.name, *form.also)), None)


def _names() -> list[str]:
    return [form.name for form in FORMS]


def columns_of(form: Form, sheet: Sheet) -> tuple[dict[str, Column], list[Mistake]]:
    """The sheet's columns that the form knows, and what is wrong with the others."""
    known: dict[str, Column] = {}
    for written in sheet.columns:
        column = next((c for c in form.columns if plain(written) == c.name), None)
        column = column or next((c for c in form.columns if plain(written) in c.also and c not in known.values()), None)
        # "amount" beside "net" is the other's name only where the other is not there.
        if column and not (plain(written) != column.name and column.name in map(plain, sheet.columns)):
            known[written] = column
    there = {column.name for column in known.values()}
    others = [written for written in sheet.columns if written not in known]
    return known, [
        Mistake(sheet.path, sheet.header_line, f"{form.name} need a column {name!r}{_hint(name, others)}")
        for name in form.needs
        if name not in there
    ]


def _hint(name: str, others: list[str]) -> str:
    return f"; is it one of these: {', '.join(map(repr, others))}?" if others else ""


def note_columns(case: Case, form: Form, sheet: Sheet, known: dict[str, Column]) -> None:
    """Tell what of a file is not loaded, and how it was read."""
    for written in sheet.columns:
        if written not in known:
            said = f"the column {written!r} is not known and not loaded"
            near = did_you_mean(written, [column.name for column in form.columns if column not in known.values()])
            case.ignored.append(f"{sheet.path}:{sheet.header_line}: {said}{near if near.startswith('; did') else ''}")
    if sheet.header_line > 1:
        case.ignored.append(
            f"{sheet.path}:{sheet.header_line}: the columns are named here; what stands above is not loaded"
        )
    if sheet.encoding == "cp1252":
        case.ignored.append(f"{sheet.path}:1: the file is read as Windows-1252; save it as UTF-8")


def records_of(case: Case, form: Form, columns: dict[str, Column], rows: Iterable[Row]) -> list[Record]:
    """Every row as a record; a row of totals is none, and its sums are compared."""
    found: list[Record] = []
    sums: list[Row] = []
    for row in rows:
        if is_totals(form, columns, row):
            sums.append(row)
        else:
            found.append(record_of(case, form, columns, row))
    for row in sums:
        compare_totals(case, form, columns, row, found)
    return found


def record_of(case: Case, form: Form, columns: dict[str, Column], row: Row) -> Record:
    """A record with every cell read; what cannot be read, or is missing, rejects it."""
    record = Record(form.name, "", row.line, {})
    said: list[tuple[str, Column, str]] = []
    # The currency first: amounts are read in it.
    for written, column in sorted(columns.items(), key=lambda pair: pair[1].kind != "currency"):
        _read(case, record, column, row.cells[written], said)
    named = [(key, record.values[key]) for key in form.key if record[key] is not None]
    record.name = (
        " ".join(f"{value:%Y-%m}" if key == "month" else str(value) for key, value in named) or f"on line {row.line}"
    )
    counts = case.counts.setdefault(form.name, Counts())
    for kind, column, sentence in said:
        if kind == "missing":
            counts.missing += 1
            nobody = ": cash of nobody" if (form.name, column.name) == ("unapplied cash", "customer") else ""
            case.reject(record, "completeness", f"{column.name} is missing{nobody}", column.name)
        elif kind == "unreadable":
            case.reject(record, "validity", f"{column.name}: {sentence}", column.name)
        else:
            case.remediate(record, column.name, sentence)
    counts.needed += len(form.needs)
    return record


def _read(case: Case, record: Record, column: Column, written: str, said: list[tuple[str, Column, str]]) -> None:
    if _is_empty(column, written):
        if column.needed:
            said.append(("missing", column, ""))
        return
    try:
        value = _READERS[column.kind](written, case, record)
    except cells.Unreadable as wrong:
        said.append(("unreadable", column, str(wrong)))
        return
    record.values[column.name] = value.value
    if value.put_right:
        said.append(("put right", column, value.put_right))


def _is_empty(column: Column, written: str) -> bool:
    """Whether nothing stands there, or a word that systems export for it; a tax code may be called "none"."""
    nothing = ("", "n/a", "null", "#n/a") if column.name == "tax code" else ("", "n/a", "null", "none", "#n/a")
    return written.strip().casefold() in nothing


_Read = Callable[[str, Case, Record], cells.Said[Any]]


def _decimal(case: Case, record: Record) -> str | None:
    return cells.NUMBER_FORMATS.get(case.header.number_format_of(record.table))


def _day(written: str, case: Case, record: Record) -> cells.Said[date]:
    said = case.header.day_format_of(record.table)
    form = cells.day_form(said) if said and said not in cells.DAY_FORMATS else None
    declared = cells.day_of_form(written, form) if form else None
    return declared or cells.day(written, cells.DAY_FORMATS.get(said), case.sheets[record.table].epoch)


_READERS: dict[str, _Read] = {
    "text": lambda written, _case, _record: cells.text(written),
    "day": _day,
    "month": lambda written, case, record: cells.month(
        written, cells.DAY_FORMATS.get(case.header.day_format_of(record.table))
    ),
    "money": lambda written, case, record: cells.money(written, record["currency"], _decimal(case, record)),
    "price": lambda written, case, record: cells.price(written, record["currency"], _decimal(case, record)),
    "number": lambda written, case, record: cells.number(written, _decimal(case, record)),
    "percent": lambda written, case, record: cells.percent(written, _decimal(case, record)),
    "currency": lambda written, _case, _record: cells.currency(written),
    "billing": lambda written, _case, _record: _BILLING(written),
    "price per": lambda written, _case, _record: _PRICE_PER(written),
}
