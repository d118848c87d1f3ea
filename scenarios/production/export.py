"""Reads a production export by a mapping of its columns. All of it is read, or nothing, with every mistake at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from engine.model.company import Company
from scenarios.lines import Value, read
from scenarios.migration.case import Case
from scenarios.migration.findings import Finding, Record
from scenarios.migration.forms import ALSO_BILLINGS, BILLINGS, BY_NAME, Column, Form
from scenarios.migration.gathering import columns_of, record_of
from scenarios.migration.header import Header
from scenarios.migration.masters import unique_keys
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.production.checks import check_lines
from scenarios.tables.encodings import decoded
from scenarios.tables.reading import read_table
from scenarios.tables.sheet import Row, Sheet, plain
from scenarios.world import find, load

_SOLD = BY_NAME["subscriptions"]
_BILLED = BY_NAME["invoices"]
_NOT_NEEDED = ("next bill date", "currency", "billing")
CONTRACTS = Form(
    "contracts",
    tuple(replace(column, needed=column.needed and column.name not in _NOT_NEEDED) for column in _SOLD.columns),
    key=_SOLD.key,
)
INVOICES = Form(
    "invoices",
    (
        *(replace(c, needed=c.name in ("number", "contract", "date", "net")) for c in _BILLED.columns),
        Column("product", "text", True, ("product name", "item", "sku")),
        Column("from", "day", False, ("service start", "period start", "service from")),
        Column("to", "day", False, ("service end", "period end", "service to")),
        Column("quantity", "number", False, ("qty",)),
    ),
    key=("number", "product", "from"),
)
_KEYS = ("company", "seed", "scale", "day format", "currency", "billing", "contracts", "invoices", "values")
_DAY_FORMATS = ("dd/mm/yyyy", "mm/dd/yyyy")


@dataclass(frozen=True, slots=True)
class Export:
    """What was read. `seed` decides the pseudonyms; amounts are multiplied by `scale` in what is written, not in what is compared."""

    company: Company
    company_file: Path
    seed: str
    scale: Decimal
    contracts: dict[str, list[Record]]
    invoices: list[Record]
    remediated: tuple[Finding, ...]


def load_export(folder: Path, mapping: Path) -> Export:
    """The export of a folder. WorldError with every mistake in the mapping and the files."""
    root, found = _mapping(mapping)
    if found:
        raise WorldError(found)
    company_file = _company(mapping, root)
    header = Header.model_construct(cutover="", company="", date=date.max, day_format=root.text("day format"))
    case = Case(header=header, company=load(company_file), path=str(folder))
    for form in (CONTRACTS, INVOICES):
        found += _gather(folder, mapping, root, form, case)
    if found:
        raise WorldError(found)
    _check(case, root)
    wrong = [f for f in case.findings if f.verdict == "rejected"]
    if wrong:
        raise WorldError(_mistake(finding) for finding in wrong)
    contracts: dict[str, list[Record]] = {}
    for record in case.all("contracts"):
        contracts.setdefault(record["contract"], []).append(record)
    return Export(
        company=case.company,
        company_file=company_file,
        seed=root.text("seed") or "tieout",
        scale=Decimal(root.text("scale") or 1),
        contracts=contracts,
        invoices=case.all("invoices"),
        remediated=tuple(f for f in case.findings if f.verdict == "remediated"),
    )


def _mistake(finding: Finding) -> Mistake:
    path, _, rest = finding.place.partition(", ")[0].rpartition(":")
    digits = "".join(letter for letter in rest if letter.isdigit())
    cell = f"{rest}: " if not rest.isdigit() else f"{finding.place.partition(', ')[2]}: ".removeprefix(": ")
    return Mistake(path, int(digits or 1), f"{cell}{finding.record}: {finding.sentence}")


def _mapping(path: Path) -> tuple[Value, list[Mistake]]:
    try:
        text = decoded(str(path), path.read_bytes())[0]
    except OSError:
        raise WorldError([Mistake(str(path), 1, "there is no such mapping file")]) from None
    root, mistakes = read(str(path), text)
    return root, mistakes or list(_mapping_mistakes(str(path), root))


def _mapping_mistakes(path: str, root: Value) -> Iterator[Mistake]:
    if not isinstance(root.content, Mapping):
        yield Mistake(path, 1, "needs lines of 'key: value': company, contracts, invoices")
        return
    for key in root.content:
        if key not in _KEYS:
            yield Mistake(path, root.line_of(key), f"unknown key {key!r}{did_you_mean(key, _KEYS)}")
    for key in ("company", "contracts", "invoices"):
        if key not in root.content:
            yield Mistake(path, 1, f"{key!r} is missing")
    for form in (CONTRACTS, INVOICES):
        yield from _table_mistakes(path, root, form)
    if (written := root.text("day format")) and written not in _DAY_FORMATS:
        said = f"day format: {written!r} is not known{did_you_mean(written, _DAY_FORMATS)}"
        yield Mistake(path, root.line_of("day format"), said)
    scale = root.text("scale")
    if scale and not (scale.replace(".", "", 1).isdigit() and Decimal(scale) > 0):
        yield Mistake(path, root.line_of("scale"), f"scale: {scale!r} is not a number above zero, like 0.5")


def _table_mistakes(path: str, root: Value, form: Form) -> Iterator[Mistake]:
    names = [column.name for column in form.columns]
    child = root.child(form.name)
    if child is None:
        return
    if not isinstance(child.content, Mapping) or not child.text("file"):
        yield Mistake(path, child.line, f"{form.name}: needs 'file', and 'columns' as 'our name: name in the file'")
        return
    for ours, theirs in child.pairs("columns").items():
        if plain(ours) not in names:
            yield Mistake(path, theirs.line, f"{form.name} have no column {ours!r}{did_you_mean(ours, names)}")


def _company(mapping: Path, root: Value) -> Path:
    named = root.text("company") or ""
    try:
        return mapping.parent / named if named.endswith((".yaml", ".yml")) else find(named)
    except LookupError as unknown:
        raise WorldError([Mistake(str(mapping), root.line_of("company"), str(unknown))]) from None


def _gather(folder: Path, mapping: Path, root: Value, form: Form, case: Case) -> Iterator[Mistake]:
    """Read one table into the case, its columns by the mapping, the others by their own names."""
    told = root.child(form.name)
    assert told is not None
    file = told.text("file") or ""
    path = folder / file
    if not path.is_file():
        files = sorted(p.name for p in folder.iterdir()) if folder.is_dir() else []
        yield Mistake(str(mapping), told.line_of("file"), f"{folder} has no file {file!r}{did_you_mean(file, files)}")
        return
    try:
        sheet = read_table(path, str(path))
    except WorldError as wrong:
        yield from wrong.mistakes
        return
    renamed, names = [], {plain(column): column for column in sheet.columns}
    columns: dict[str, Column] = {}
    for ours, theirs in told.pairs("columns").items():
        written = str(theirs.content)
        if plain(written) not in names:
            said = f"{file} has no column {written!r}{did_you_mean(written, sheet.columns)}"
            yield Mistake(str(mapping), theirs.line, said)
            continue
        columns[names[plain(written)]] = next(c for c in form.columns if c.name == plain(ours))
        renamed.append(columns[names[plain(written)]].name)
    rest = Form(form.name, tuple(c for c in form.columns if c.name not in renamed), form.key)
    others = Sheet(sheet.path, tuple(c for c in sheet.columns if c not in columns), (), header_line=sheet.header_line)
    also, mistakes = columns_of(rest, others)
    yield from mistakes
    columns |= also
    case.sheets[form.name] = sheet
    case.headings |= {(form.name, column.name): written for written, column in columns.items()}
    values = root.pairs("values")
    case.records[form.name] = [record_of(case, form, columns, _valued(row, columns, values)) for row in sheet.rows]


def _valued(row: Row, columns: Mapping[str, Column], values: Mapping[str, Value]) -> Row:
    """A row with the values of production said in ours: PROD-01 is a Platform seat, Q is quarterly in advance."""
    cells = dict(row.cells)
    for written, column in columns.items():
        known = values[column.name].content if column.name in values else {}
        if isinstance(known, Mapping) and row.cells[written].strip() in known:
            cells[written] = str(known[row.cells[written].strip()].content)
    return Row(row.line, cells)


def _check(case: Case, root: Value) -> None:
    for form in (CONTRACTS, INVOICES):
        _unique(case, form)
    products = {p.name: p.name for p in case.company.products} | {p.code: p.name for p in case.company.products}
    numbers = {record["contract"] for record in case.all("contracts")}
    for record in (*case.all("contracts"), *case.all("invoices")):
        if record["product"] and record["product"] not in products:
            said = (
                f"{case.company.name} sells no product {record['product']!r}{did_you_mean(record['product'], products)}"
            )
            case.reject(record, "consistency", f"{said}; or map it under 'values'", "product")
        record.values["product"] = products.get(record["product"], record["product"])
        record.values.setdefault("currency", root.text("currency") or case.company.entity.currency)
    for record in case.all("invoices"):
        if record["contract"] and record["contract"] not in numbers:
            near = did_you_mean(record["contract"], numbers)
            said = f"there is no contract {record['contract']!r}{near if near.startswith('; did') else ''}"
            case.reject(record, "consistency", said, "contract")
    for record in case.all("contracts"):
        _check_contract(case, record, root.text("billing"))
    check_lines(case)


def _unique(case: Case, form: Form) -> None:
    """Keys of a mapped table; the form is given, for its name may be that of another one."""
    unique_keys(case, form.name, form)


def _check_contract(case: Case, record: Record, billing: str | None) -> None:
    record.values.setdefault("billing", ALSO_BILLINGS.get(billing or "", billing or "monthly in advance"))
    if record["billing"] not in BILLINGS:
        case.reject(
            record, "validity", f"{record['billing']!r} is no billing{did_you_mean(record['billing'], BILLINGS)}"
        )
    if record["quantity"] is not None and record["quantity"] <= 0:
        case.reject(record, "validity", f"the quantity {record['quantity']} is not above zero", "quantity")
    if record["start"] and record["end"] and record["end"] < record["start"]:
        said = f"the end {record['end']} is before the start {record['start']}"
        case.reject(record, "validity", said, "end")
    codes = {rate.code for rate in case.company.tax_rates}
    if record["tax code"] and record["tax code"] not in codes:
        said = f"there is no tax code {record['tax code']!r}{did_you_mean(record['tax code'], codes)}"
        case.reject(record, "consistency", said, "tax code")
