"""A row of totals at the end of a table: no record, and one more proof that everything arrived."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record
from scenarios.migration.forms import Column, Form
from scenarios.tables import cells
from scenarios.tables.sheet import Row, plain

_WORDS = ("total", "totals", "sum", "grand total", "gesamt", "gesamtsumme", "summe", "total general", "totale", "somme")
_ADDED = ("money", "number", "price")


def is_totals(form: Form, columns: Mapping[str, Column], row: Row) -> bool:
    """Whether a row begins with a word for a total and lacks most of what a record needs."""
    first = next((cell for cell in row.cells.values() if cell.strip()), "")
    word = plain(first.strip(" :.")).partition(":")[0].strip()
    needed = [row.cells[written] for written, column in columns.items() if column.needed and column.kind not in _ADDED]
    lacking = sum(not cell.strip() for cell in needed)
    return word in _WORDS and lacking * 2 >= len(needed)


def compare_totals(case: Case, form: Form, columns: Mapping[str, Column], row: Row, records: Iterable[Record]) -> None:
    """The set is refused where the row says another sum than its records have."""
    decimal = cells.NUMBER_FORMATS.get(case.header.number_format_of(form.name))
    found, place = list(records), case.sheets[form.name].place(row.line)
    for written, column in columns.items():
        text = row.cells[written].strip()
        if column.kind not in _ADDED or not text:
            continue
        try:
            said = cells.price(text, None, decimal).value
        except cells.Unreadable:
            continue
        added = sum((amount(record[column.name]) for record in found), Decimal(0))
        if column.name != "price" and added != said:
            wrong = f"wrong total: the row of totals says {column.name} {said}, the records add up to {added}, {added - said:+}"
            case.refuse(form.name, "control total", wrong, place)
    case.ignored.append(f"{place}: a row of totals; it is compared with the records and not loaded")
