"""Reads a production export by a mapping of its columns, with every mistake at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from engine.model.company import Company
from scenarios.lines import Value
from scenarios.migration.case import Case
from scenarios.migration.findings import Finding, Record
from scenarios.migration.forms import Column, Form
from scenarios.migration.gathering import columns_of, note_columns, records_of
from scenarios.migration.header import Header
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.production.checks import check_export
from scenarios.production.forms import TABLES
from scenarios.production.mapping import agreed, company_of, read_mapping
from scenarios.tables.reading import ENDINGS, read_table
from scenarios.tables.sheet import Row, Sheet, plain
from scenarios.world import load


@dataclass(frozen=True, slots=True)
class Export:
    """What was read. `seed` decides the pseudonyms; amounts are multiplied by `scale` in what is written, not in what is compared.
    `conventions`: the answers that are not the company's own.

    `through`: the last day of a document in it; nothing after it was billed, or is asked for.
    """

    company: Company
    company_file: Path
    seed: str
    scale: Decimal
    contracts: dict[str, list[Record]]
    conventions: Mapping[str, str]
    invoices: list[Record]
    case: Case
    through: date

    def of(self, table: str, contract: str) -> list[Record]:
        """A contract's records of a table."""
        return self.case.by(table, "contract", contract)

    @property
    def rejected(self) -> tuple[Finding, ...]:
        """Records that cannot be read, or contradict themselves or others; and files that are not what their totals say."""
        return tuple(f for f in self.case.findings if f.verdict in ("rejected", "refused"))

    @property
    def remediated(self) -> tuple[Finding, ...]:
        """What was put right, and what somebody should look at."""
        return tuple(f for f in self.case.findings if f.verdict in ("remediated", "noted"))

    @property
    def spoiled(self) -> frozenset[str]:
        """The contracts of which some record is rejected."""
        records = [record for form in TABLES for record in self.case.all(form.name) if record.rejected]
        return frozenset(str(record["contract"]) for record in records if record["contract"])

    def name_of(self, customer: str) -> str:
        """A customer's name, where the contract gives its number."""
        known = self.case.by("customers", "number", customer)
        return str(known[0]["name"] or customer) if known else customer


def load_export(folder: Path, mapping: Path) -> Export:
    """The export of a folder. WorldError with every mistake in the mapping, and for files that are no tables of the format."""
    root = read_mapping(mapping)
    company_file = company_of(mapping, root)
    header = Header.model_construct(
        cutover="",
        company="",
        date=date.max,
        day_format=root.text("day format"),
        number_format=root.text("number format"),
    )
    case = Case(header=header, company=agreed(load(company_file), root), path=str(folder))
    named = [form for form in TABLES if root.child(form.name)]
    found = [mistake for form in named for mistake in _gather(folder, mapping, root, form, case)]
    if found:
        raise WorldError(found)
    _note_unread(folder, root, case)
    check_export(case, root.text("currency"), root.text("billing"))
    contracts: dict[str, list[Record]] = {}
    for record in case.all("contracts"):
        if record["contract"]:
            contracts.setdefault(record["contract"], []).append(record)
    return Export(
        company=case.company,
        company_file=company_file,
        seed=root.text("seed") or "tieout",
        scale=Decimal(root.text("scale") or 1),
        contracts=contracts,
        conventions={question: str(answer.content) for question, answer in root.pairs("conventions").items()},
        invoices=case.all("invoices"),
        case=case,
        through=_through(case),
    )


def _through(case: Case) -> date:
    documents = [*case.all("invoices"), *case.all("credit memos")]
    first = max((line["start"] for line in case.all("contracts") if line["start"]), default=date.min)
    return max((date.fromisoformat(str(one["date"])) for one in documents if one["date"]), default=first)


def mistake_of(finding: Finding) -> Mistake:
    """A finding about a record as a mistake of its file: at its line, with the cell and what the record is called."""
    path, _, rest = finding.place.partition(", ")[0].rpartition(":")
    digits = "".join(letter for letter in rest if letter.isdigit())
    cell = f"{rest}: " if not rest.isdigit() else f"{finding.place.partition(', ')[2]}: ".removeprefix(": ")
    said = f"{finding.record}: {finding.sentence}" if finding.record else finding.sentence
    return Mistake(path, int(digits or 1), f"{cell}{said}")


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
    if path.suffix not in ENDINGS:
        yield Mistake(str(path), 1, f"{path.suffix!r} is no table that can be read; save it as .csv or .xlsx")
        return
    try:
        sheet = read_table(path, str(path), told.text("sheet"))
    except WorldError as wrong:
        yield from wrong.mistakes
        return
    columns, mistakes = _columns(mapping, told, form, sheet)
    yield from mistakes
    if mistakes:
        return
    case.sheets[form.name] = sheet
    case.headings |= {(form.name, column.name): written for written, column in columns.items()}
    note_columns(case, form, sheet, columns)
    values = root.pairs("values")
    rows = [_valued(row, columns, values) for row in sheet.rows]
    case.records[form.name] = records_of(case, form, columns, rows)


def _columns(mapping: Path, told: Value, form: Form, sheet: Sheet) -> tuple[dict[str, Column], list[Mistake]]:
    """The columns that the mapping names, and those that have a name of ours; and what is wrong with them."""
    columns: dict[str, Column] = {}
    mistakes: list[Mistake] = []
    names = {plain(column): column for column in sheet.columns}
    for ours, theirs in told.pairs("columns").items():
        written = str(theirs.content)
        if plain(written) not in names:
            said = f"{told.text('file')} has no column {written!r}{did_you_mean(written, sheet.columns)}"
            mistakes.append(Mistake(str(mapping), theirs.line, said))
            continue
        columns[names[plain(written)]] = next(c for c in form.columns if c.name == plain(ours))
    mapped = {column.name for column in columns.values()}
    rest = Form(form.name, tuple(c for c in form.columns if c.name not in mapped), form.key)
    others = Sheet(sheet.path, tuple(c for c in sheet.columns if c not in columns), (), header_line=sheet.header_line)
    also, missing = columns_of(rest, others)
    return columns | also, [*mistakes, *missing]


def _valued(row: Row, columns: Mapping[str, Column], values: Mapping[str, Value]) -> Row:
    """A row with the values of production said in ours: PROD-01 is a Platform seat, Q is quarterly in advance."""
    cells = dict(row.cells)
    for written, column in columns.items():
        known = values[column.name].content if column.name in values else {}
        if isinstance(known, Mapping) and row.cells[written].strip() in known:
            cells[written] = str(known[row.cells[written].strip()].content)
    return Row(row.line, cells)


def _note_unread(folder: Path, root: Value, case: Case) -> None:
    """A table of the folder that the mapping does not name."""
    read = {child.text("file") for form in TABLES if (child := root.child(form.name))}
    for path in sorted(folder.iterdir()):
        form = next((f for f in TABLES if plain(path.stem) in (f.name, *f.also)), None)
        if form and path.suffix in ENDINGS and path.name not in read:
            case.ignored.append(f"{path}:1: the mapping does not name this file, so no {form.name} are read from it")
