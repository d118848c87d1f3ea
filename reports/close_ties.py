"""The tie-outs T1 to T16 of the accounting handbook, each with both sides; all differences must be zero."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.close import Cell, ReportSection, ReportTable
from engine.model.money import COUNT, Money
from reports.close_lists import named
from reports.close_month import Month

# Code, what must agree, and how the titles of the reconciliations that show it begin. Of what the books do not have
# (another currency, another entity, a migration) there is nothing to compare.
TIES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("T1", "every entry balances: debits = credits", ("Debits and credits",)),
    ("T2", "open invoices = receivables", ("Receivables of",)),
    (
        "T3, T4",
        "billed less recognized = contract liability less unbilled receivable and contract asset",
        ("Contract liability of",),
    ),
    ("T5", "recognized and remaining = allocated price", ("Contract value on schedules",)),
    ("T6", "scheduled to date = recognized: what remains is price less recognized", ("Schedules posted",)),
    ("T7", "loss allowance = matrix on the ageing", ("Loss allowance",)),
    ("T8", "tax of all lines = tax payable", ("Sales tax payable",)),
    ("T9", "receipts less applications less refunds = unapplied cash", ("Unapplied cash of", "Unidentified cash")),
    ("T10", "gateway report = gateway clearing", ("Gateway clearing",)),
    ("T11", "due from group = due to group", ("Intercompany",)),
    ("T12", "migration clearing = nothing", ("Migration clearing",)),
    ("T13", "schedules and manual list = revenue", ("Revenue",)),
    ("T14", "closed months = as they were closed", ("Closed months",)),
    ("T16", "receivables at the closing rate = receivables", ("Receivables at the closing rate",)),
)


def tie_outs(month: Month) -> ReportSection:
    """Each tie-out with its two sides added up, the worst difference deciding: two that cancel out do not agree."""
    lines = (("T1 to T16", sum(abs(t.difference.minor) for t in month.ties if t.left_amount.currency != COUNT)),)
    table = ReportTable(
        columns=("tie-out", "what must agree", "one side", "other side", "difference", "result"),
        rows=tuple(_rows(month)),
    )
    return ReportSection(
        title="Tie-outs", lines=tuple(month.line(f"Differences, {name}", minor) for name, minor in lines), table=table
    )


def _rows(month: Month) -> Iterator[tuple[Cell, ...]]:
    for code, sentence, titles in TIES:
        found = named(month.ties, *titles)
        if not found:
            yield (code, sentence, None, None, None, "nothing to compare")
            continue
        currency = found[0].left_amount.currency
        sums = [
            sum(minors)
            for minors in zip(
                *((t.left_amount.minor, t.right_amount.minor, abs(t.difference.minor)) for t in found), strict=True
            )
        ]
        shown: list[Cell] = [_cell(minor, currency) for minor in sums]
        yield (code, sentence, *shown, "differs" if sums[2] else "agrees")


def _cell(minor: int, currency: str) -> Cell:
    return minor if currency == COUNT else Money(minor, currency)
