"""Roll-forwards: what stood on an account, what moved it by the kind of entry, what stands; beside the same of the month before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.model.calendar import AccountingPeriod
from engine.model.close import ReportLine, ReportSection
from reports.systems.naming import entry_kind
from reports.tie_outs.month import Month

# What moves an account, by the kind of entry: the line's name, and 1 where it counts as the account itself does.
Movements = dict[str, tuple[str, int]]
RECEIVABLES: Movements = {
    "invoice": ("Invoiced", 1),
    "credit memo": ("Credited", -1),
    "payment": ("Cash applied", -1),
    "payment reversal": ("Payments reversed", 1),
    "customer credit": ("Customer credit used", -1),
    "write-off": ("Written off", -1),
    "reinstatement": ("Reinstated", 1),
    "deduction": ("Deductions taken", -1),
}
LIABILITY: Movements = {
    "invoice": ("Billed ahead", 1),
    "revenue": ("Released", -1),
    "credit memo": ("Contract liability credited", -1),
    "payment": ("Paid ahead", 1),
    "interest": ("Interest", 1),
    "paid out": ("Paid out of the price", -1),
    "noncash consideration": ("Given instead of cash", 1),
    "tax borne": ("Taxes borne", 1),
}
UNBILLED: Movements = {
    "revenue": ("Earned ahead of billing", 1),
    "invoice": ("Unbilled receivable billed", -1),
    "credit memo": ("Unbilled receivable credited", -1),
    "interest": ("Interest on what is unbilled", 1),
    "paid out": ("Paid out ahead of billing", 1),
    "noncash consideration": ("Unbilled receivable settled in kind", -1),
    "tax borne": ("Taxes billed of what was unbilled", -1),
    "loss of contract": ("Unbilled receivable lost with contracts", -1),
}
ASSET: Movements = {
    "revenue": ("Earned on condition", 1),
    "invoice": ("Contract asset billed", -1),
    "credit memo": ("Contract asset credited", -1),
    "interest": ("Interest on the contract asset", 1),
    "paid out": ("Paid out on condition", 1),
    "noncash consideration": ("Contract asset settled in kind", -1),
    "tax borne": ("Taxes billed of what was conditional", -1),
    "loss of contract": ("Contract asset lost with contracts", -1),
}
TAX: Movements = {
    "invoice": ("Tax invoiced", 1),
    "credit memo": ("Tax credited", -1),
    "write-off": ("Tax relief", -1),
    "tax relief claim": ("Tax relief claimed", -1),
    "recovery": ("Tax on recoveries", 1),
    "reinstatement": ("Tax on reinstatements", 1),
    "deduction": ("Tax on deductions", -1),
}
COSTS: Movements = {
    "contract cost": ("Costs capitalized", 1),
    "amortization": ("Costs amortized", -1),
    "impairment": ("Costs impaired or given up", -1),
}
PASSED_ON = ("transfer", "novation")
"""What passes to or from another legal entity, or another customer, with a contract."""
INVENTORY: Movements = {"goods": ("Goods that left the stock", -1), "returned goods": ("Goods that came back", 1)}
RECOVERABLE: Movements = {
    "goods": ("Goods expected back", 1),
    "returned goods": ("Goods expected back that came", -1),
}
COST_ACCOUNTS = (
    ("Contract costs", "contract costs", 1, COSTS),
    ("Inventory", "inventory", 1, INVENTORY),
    ("Right to recover goods", "recoverable goods", 1, RECOVERABLE),
)


def roll_forward(month: Month, name: str, role: str, sign: int, named: Movements) -> Iterator[ReportLine]:
    """Opening, what moved by kind of entry, and closing; kinds without a name of their own stand together. Beside it, the same of
    the month before."""
    now, before = (_moved(month, role, sign, period) for period in (month.period, month.period.previous))
    yield month.line(f"{name}, opening", now[OPENING], before[OPENING])
    for kind, (line_name, direction) in named.items():
        yield month.line(line_name, direction * now[kind], direction * before[kind], direction)
    if any(counted[kind] for counted in (now, before) for kind in PASSED_ON):
        passed, then = (sum(counted[kind] for kind in PASSED_ON) for counted in (now, before))
        yield month.line(f"{name}, passed on", passed, then, 1)
    # A line of its own for each kind nobody named, so that the column foots and nothing hides in "other".
    for kind in sorted({*now, *before} - {OPENING, *named, *PASSED_ON}):
        yield month.line(f"{name}, {kind}", now[kind], before[kind], 1)
    yield month.line(f"{name}, closing", now.total(), before.total())


def costs(month: Month) -> Iterator[ReportSection]:
    """What contracts and goods have cost and is not expense yet, where anything ever stood there."""
    used = [account for account in COST_ACCOUNTS if any(True for _ in month.lines(account[1]))]
    if used:
        lines = tuple(line for account in used for line in roll_forward(month, *account))
        yield ReportSection(title="Contract costs and goods", lines=lines)


OPENING = ""


def _moved(month: Month, role: str, sign: int, period: AccountingPeriod) -> Counter[str]:
    """What stood on the accounts of a role when a period began, and what moved them in it by kind of entry."""
    moved = Counter[str]()
    for entry, line in month.lines(role):
        if entry.posting_date <= period.end:
            moved[OPENING if entry.posting_date < period.start else entry_kind(entry)] += sign * line.amount.minor
    return moved
