"""Manual journals among the documents: what people wrote and others approved stands behind the ledger as a document does.

On accounts that documents keep, only opening balances count: anything else written there is a difference.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.journal import JournalEntry
from engine.model.manual import CONTROLLED, ManualJournal, ManualLine
from reports.systems.naming import MANUAL, entry_kind
from reports.systems.snapshot import Snapshot
from reports.tie_outs.movements import Movement

Written = tuple[JournalEntry, ManualJournal, ManualLine, Movement]


def written(snapshot: Snapshot) -> tuple[Written, ...]:
    """Every line of every approved manual journal, once for each entry that posts it."""
    released = {approval.journal for approval in snapshot.erp.journal_approvals}
    journals = {journal.number: journal for journal in snapshot.erp.manual_journals if journal.number in released}
    return tuple(
        (entry, journals[entry.source], line, movement)
        for entry in snapshot.erp.journal
        if entry_kind(entry) == MANUAL and entry.source in journals
        for line, movement in _lines(entry, journals[entry.source])
    )


def _lines(entry: JournalEntry, journal: ManualJournal) -> Iterator[tuple[ManualLine, Movement]]:
    for line in journal.lines:
        amount = -line.amount if entry.number.endswith("-R") else line.amount
        yield line, Movement(journal.number, entry.entity, line.customer, entry.posting_date, amount)


def counts(role: str, journal: ManualJournal) -> bool:
    """Whether a line on an account of that role is as good as a document."""
    return journal.opening or role not in CONTROLLED
