"""The tie-outs T1 to T16 of the accounting handbook, each with both sides; all differences must be zero."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from engine.model.close import Cell, CloseReport, ReconcilingItem, ReportSection, ReportTable
from engine.model.money import COUNT, Money
from reports.close.lists import named
from reports.tie_outs.contract_balances import ContractBalances, remaining
from reports.tie_outs.controls import Ledger
from reports.tie_outs.group import positions
from reports.tie_outs.merged import through_merges
from reports.tie_outs.month import Month
from reports.tie_outs.recognized import Recognition

TITLE = "Tie-outs"
RERUN = "T15"
# What is no reconciliation of its own: its difference is told by others, or found in no document.
ONLY_HERE = ("T4", "T6")


class Sides(NamedTuple):
    """What must agree: both sides in the smallest unit, and what they differ by, document by document. `counts`: they
    count something. `items`: the documents behind it, where reconciliations tell them."""

    left: int
    right: int
    difference: int
    counts: bool = False
    items: tuple[ReconcilingItem, ...] = ()


def _added(*titles: str, counts: bool = False) -> Callable[[Month], Sides]:
    """The reconciliations of those titles added up. Where there is none, there is nothing on either side."""

    def sides(month: Month) -> Sides:
        found = named(month.ties, *titles)
        left, right = sum(t.left_amount.minor for t in found), sum(t.right_amount.minor for t in found)
        items = tuple(item for tie in found if tie.difference for item in tie.items)
        return Sides(left, right, sum(abs(t.difference.minor) for t in found), counts, items)

    return sides


def _by_contract(month: Month) -> Sides:
    ours = (month.entity, month.currency)
    as_of_now = Ledger(through_merges(month.ledger.snapshot))
    found = [one for one in ContractBalances(Recognition(as_of_now)) if one.place[:2] == ours]
    off = sum(abs(one.billed_ahead - one.in_ledger) for one in found)
    behind = tuple(item for tie in named(month.ties, "Contract balances") for item in tie.items)
    return Sides(sum(one.billed_ahead for one in found), sum(one.in_ledger for one in found), off, items=behind)


def _remaining(month: Month) -> Sides:
    found = remaining(Recognition(month.ledger), month.entity, month.currency)
    return Sides(*found, abs(found.price_less_recognized - found.to_come))


def _among_entities(month: Month) -> Sides:
    """What the entity has to get from its sisters (less what it owes), and what they say they owe it."""
    found = positions(month.ledger)
    sisters = {other for one, other, _ in found if one == month.entity} | {one for one, _, _ in found} - {month.entity}
    ours = [found[month.entity, other, month.currency] for other in sorted(sisters)]
    theirs = [-found[other, month.entity, month.currency] for other in sorted(sisters)]
    return Sides(sum(ours), sum(theirs), sum(abs(one - other) for one, other in zip(ours, theirs, strict=True)))


# Code, what must agree, and where its two sides are found.
TIES: tuple[tuple[str, str, Callable[[Month], Sides]], ...] = (
    (
        "T1",
        "every entry balances: debits = credits",
        _added("Debits and credits", "Worth of debits and credits"),
    ),
    ("T2", "open invoices = receivables", _added("Receivables of")),
    (
        "T3",
        "by customer, billed and not yet recognized = contract liability less unbilled receivable and contract asset",
        _added("Contract liability of"),
    ),
    (
        "T4",
        "by contract, billed less recognized = contract liability less unbilled receivable and contract asset",
        _by_contract,
    ),
    ("T5", "recognized and remaining = allocated price", _added("Contract value on schedules")),
    ("T6", "price less recognized = remaining performance obligations", _remaining),
    ("T7", "matrix on the ageing = loss allowance", _added("Loss allowance")),
    ("T8", "tax of all lines = tax payable", _added("Sales tax payable")),
    (
        "T9",
        "receipts less applications less refunds = unapplied cash",
        _added("Unapplied cash of", "Unidentified cash"),
    ),
    ("T10", "gateway report = gateway clearing", _added("Gateway clearing")),
    ("T11", "due from group = due to group", _among_entities),
    ("T12", "nothing = migration clearing", _added("Migration clearing")),
    ("T13", "schedules and manual list = revenue", _added("Revenue")),
    ("T14", "closed months = as they were closed", _added("Closed months", counts=True)),
    (
        "T16",
        "receivables at the closing rate = receivables in the books",
        _added("Receivables of", "Receivables at the closing rate"),
    ),
)


def tie_outs(month: Month) -> Iterator[ReportSection]:
    """Each tie-out with its two sides added up, the worst difference deciding: two that cancel out do not agree. Beside it how many
    of the documents behind it are of months before, and how old the oldest is. Under it every reconciliation that differs, with
    the documents behind it."""
    rows = [(code, sentence, sides(month)) for code, sentence, sides in TIES]
    off = sum(abs(t.difference.minor) for t in month.ties if t.left_amount.currency != COUNT)
    off += sum(sides.difference for code, _, sides in rows if code in ONLY_HERE)
    since = _since(month) if off or any(sides.difference for _, _, sides in rows) else {}
    yield ReportSection(
        title=TITLE,
        lines=(month.line("Differences, T1 to T16", off),),
        table=ReportTable(columns=COLUMNS, rows=tuple(_row(month, since, *row) for row in rows)),
    )
    behind = tuple(_behind(month, since))
    if behind:
        yield ReportSection(title=TITLE, table=ReportTable(columns=BEHIND, rows=behind))


COLUMNS = (
    "tie-out",
    "what must agree",
    "one side",
    "other side",
    "difference",
    "carried over",
    "age in days",
    "result",
)
BEHIND = ("reconciliation", "document", "amount", "since", "age in days", "explanation")


def _since(month: Month) -> Mapping[str, date]:
    return {document.number: document.posting_date for _, document in month.snapshot.documents()}


def _row(month: Month, since: Mapping[str, date], code: str, sentence: str, sides: Sides) -> tuple[Cell, ...]:
    before = [item for item in sides.items if since.get(item.document, month.period.end) < month.period.start]
    known = [since[item.document] for item in sides.items if item.document in since]
    carried = min(sum(abs(item.amount.minor) for item in before), sides.difference)
    age = (month.period.end - min(known)).days if known and sides.difference else None
    return _told(month.currency, code, sentence, sides, carried, age)


def _told(currency: str, code: str, sentence: str, sides: Sides, carried: int, age: int | None) -> tuple[Cell, ...]:
    amounts = sides.left, sides.right, sides.difference, carried
    cells: list[Cell] = [minor if sides.counts else Money(minor, currency) for minor in amounts]
    return (code, sentence, *cells, age, "differs" if sides.difference else "agrees")


def _behind(month: Month, since: Mapping[str, date]) -> Iterator[tuple[Cell, ...]]:
    """Every document behind a difference, since when it stands there and how many days that is."""
    for tie in month.ties:
        for item in tie.items if tie.difference else ():
            amount: Cell = item.amount.minor if item.amount.currency == COUNT else item.amount
            day = since.get(item.document)
            age = (month.period.end - day).days if day else None
            yield (tie.title, item.document or None, amount, day, age, item.explanation)


def with_rerun(report: CloseReport, again: CloseReport) -> CloseReport:
    """The report with T15: its lines = lines that come out alike when the close is run again from the same facts."""
    lines, others = list(_figures(report)), set(_figures(again))
    alike = sum(line in others for line in lines)
    sentence = "lines of this report = lines that the close, run again, makes alike"
    row = _told("", RERUN, sentence, _counted(lines, alike), 0, None)
    return replace(report, sections=tuple(_inserted(section, row) for section in report.sections))


def _counted(lines: Sequence[object], alike: int) -> Sides:
    return Sides(len(lines), alike, len(lines) - alike, counts=True)


def _figures(report: CloseReport) -> Iterator[object]:
    for section in report.sections:
        yield from ((section.title, line) for line in section.lines)
        yield from ((section.title, row) for row in (section.table.rows if section.table else ()))


def _inserted(section: ReportSection, row: tuple[Cell, ...]) -> ReportSection:
    """T15 stands between T14 and T16."""
    if section.title != TITLE or not section.lines or section.table is None:
        return section
    *before, last = section.table.rows
    return replace(section, table=replace(section.table, rows=(*before, row, last)))
