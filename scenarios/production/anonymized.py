"""Writes an export again under other names, with a mapping of its own: to hand on, and to import once more."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from engine.model.money import exponent
from scenarios.migration.findings import Record
from scenarios.migration.forms import Column, Form
from scenarios.production.export import Export
from scenarios.production.forms import TABLES
from scenarios.production.secrets import Secrets, customer_number

_DOCUMENTS = {"contract": "contracts", "invoice": "invoices"}


def write_export(out: Path, export: Export, secrets: Secrets, company: str) -> list[Path]:
    """Every table as CSV with our names of columns, and the mapping that reads it. Records that are rejected are left out."""
    out.mkdir(parents=True, exist_ok=True)
    spoiled = export.spoiled
    written = []
    for form in TABLES:
        if form.name in export.case.sheets:
            path = out / f"{form.name.replace(' ', '_')}.csv"
            kept = [r for r in export.case.good(form.name) if r["contract"] is None or r["contract"] not in spoiled]
            _write(path, export, secrets, form, kept)
            written.append(path)
    mapping: dict[str, Any] = {"company": company, "seed": "anonymous"}
    mapping |= {"conventions": dict(export.conventions)} if export.conventions else {}
    mapping |= {
        form.name: {"file": f"{form.name.replace(' ', '_')}.csv"} for form in TABLES if form.name in export.case.sheets
    }
    (out / "mapping.yaml").write_text(yaml.safe_dump(mapping, sort_keys=False), encoding="utf-8")
    return [*written, out / "mapping.yaml"]


def _write(path: Path, export: Export, secrets: Secrets, form: Form, records: list[Record]) -> None:
    # A table without a record still names its columns: an empty file cannot be imported.
    columns = [c for c in form.columns if c.needed or any(record[c.name] is not None for record in records)]
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow([column.name for column in columns])
        rows.writerows(list(_cells(export, secrets, record, columns)) for record in records)


def _cells(export: Export, secrets: Secrets, record: Record, columns: list[Column]) -> Iterator[str]:
    for column in columns:
        value = record[column.name]
        if value is None:
            yield ""
        elif isinstance(value, date):
            yield value.isoformat()
        elif isinstance(value, Decimal):
            yield _figure(export, record, column, value)
        else:
            yield _text(export, secrets, record, column.name, str(value))


def _figure(export: Export, record: Record, column: Column, value: Decimal) -> str:
    if column.kind == "price":
        return f"{value * export.scale:f}"
    if column.kind != "money":
        return f"{value:f}"
    places = exponent(record["currency"] or export.company.entity.currency)
    if column.name == "total" and record["net"] is not None and record["tax"] is not None:
        return f"{round(record['net'] * export.scale, places) + round(record['tax'] * export.scale, places):f}"
    return f"{round(value * export.scale, places):f}"


def _text(export: Export, secrets: Secrets, record: Record, column: str, value: str) -> str:
    if record.table == "customers":
        return _of_customer(secrets, column, value)
    if record.table == "usage" and column in ("id", "replaces"):
        return secrets.number("usage", value)
    if column == "number":
        return secrets.number(record.table, value)
    if column in _DOCUMENTS:
        return secrets.number(_DOCUMENTS[column], value)
    if column == "customer":
        known = export.case.by("customers", "number", value)
        return customer_number(secrets, value) if known else secrets.customers[value]
    return secrets.scrub(value) if column in ("reason", "description", "reference", "special terms") else value


def _of_customer(secrets: Secrets, column: str, value: str) -> str:
    made: dict[str, Callable[[str], str]] = {
        "number": lambda written: customer_number(secrets, written),
        "name": lambda written: secrets.customers[written],
        "tax number": secrets.shaped,
        "email": secrets.mail,
        "address": secrets.address,
        "phone": secrets.shaped,
        "contact": secrets.person,
    }
    return made[column](value) if column in made else value
