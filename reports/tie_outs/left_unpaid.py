"""What contracts left that ended because their customers do not pay: on their schedules, and as it was posted (handbook 4.10)."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.money import Money
from reports.systems.naming import entry_kind
from reports.systems.views import LedgerView
from reports.tie_outs.movements import POSITION


def losses(erp: LedgerView) -> Iterator[tuple[str, Money]]:
    """By contract, what is earned and payable by nobody, as its newest schedules say."""
    newest = {schedule.obligation: schedule for schedule in erp.schedules}
    yield from ((one.contract, one.lost) for one in newest.values() if one.lost)


def losses_posted(erp: LedgerView) -> Iterator[tuple[str, Money]]:
    """By contract, what was posted as lost: what left the contract's position."""
    positions = {account.name for account in erp.accounts if account.role in POSITION}
    for entry in erp.journal:
        for line in entry.lines if entry_kind(entry) == "loss of contract" else ():
            if line.account not in positions:
                yield entry.source, line.amount
