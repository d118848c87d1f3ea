"""The tax return of a month from the documents themselves, tax by tax and rate by rate, beside what the ledger posted for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from engine.model.close import Cell, ReportSection, ReportTable
from engine.model.money import Money
from reports.close.tax_ledger import tax_ledger
from reports.tie_outs.control_accounts import TAXES
from reports.tie_outs.month import Month

TITLE = "Sales tax return"
COLUMNS = ("tax", "rate", "treatment", "taxable", "charged", "credited", "return", "ledger", "difference")
ALL = "all rates"


def tax_return(month: Month) -> ReportSection:
    """Invoices less credits by tax and rate = what is to be declared = what the ledger posted for that tax (handbook, section 5.7).

    The ledger knows the tax of a line, not its rate; where a tax had several rates in the month, its sum stands under them. An
    entry counts to the month that its document belongs to. What names no tax (relief, recoveries) stands in the roll-forward.
    """
    declared, posted = list(_declared(month)), _posted(month)
    rows: list[tuple[Cell, ...]] = []
    for tax in sorted({str(row["tax"]) for row in declared} | {*posted}):
        own = [row for row in declared if row["tax"] == tax]
        rows += _of(month, tax, own, posted[tax])
    return ReportSection(title=TITLE, table=ReportTable(columns=COLUMNS, rows=tuple(rows)) if rows else None)


def _of(month: Month, tax: str, own: list[dict[str, object]], posted: int) -> Iterator[tuple[Cell, ...]]:
    due = sum(_minor(row["due"]) for row in own)
    closing = (_amount(month, due), _amount(month, posted), _amount(month, due - posted))
    if len(own) == 1:
        yield (*_base(own[0]), *closing)
        return
    for row in own:
        yield (*_base(row), _amount(month, _minor(row["due"])), None, None)
    yield (tax, ALL, None, None, None, None, *closing)


def _base(row: dict[str, object]) -> tuple[Cell, ...]:
    percent = f"{(Decimal(str(row['rate'])) * 100).normalize():f}%"
    cells = (row["taxable"], row["charged"], row["credited"])
    return (str(row["tax"]), percent, str(row["treatment"]), *(cell for cell in cells if isinstance(cell, Money)))


def _declared(month: Month) -> Iterator[dict[str, object]]:
    billing, ours = month.snapshot.billing, (month.entity, month.currency)
    invoices = [one for one in billing.invoices if (one.entity, one.currency) == ours]
    memos = [one for one in billing.credit_memos if (one.entity, one.currency) == ours]
    for row in tax_ledger(invoices, memos, month.period.start, month.period.end):
        if any(_minor(row[name]) for name in ("taxable", "charged", "credited")):
            yield row


def _posted(month: Month) -> Counter[str]:
    found, ours = Counter[str](), (month.entity, month.currency)
    for entry, line in month.ledger.lines(TAXES):
        belongs = entry.origin_period or month.snapshot.period_of(entry.posting_date)
        if line.tax_code and belongs == month.period and (entry.entity, entry.currency) == ours:
            found[line.tax_code] -= line.amount.minor
    return found


def _minor(cell: object) -> int:
    assert isinstance(cell, Money)
    return cell.minor


def _amount(month: Month, minor: int) -> Money:
    return Money(minor, month.currency)
