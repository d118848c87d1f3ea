"""How much of a month people wrote by hand: by number, by amount, by who prepared it, and by what it was for (handbook, section 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from engine.model.journal import JournalEntry
from engine.model.manual import ManualJournal
from engine.model.money import Money
from reports.close.key_figure import KeyFigure, percent
from reports.systems.naming import MANUAL, entry_kind
from reports.tie_outs.month import Month


def written_by_hand(month: Month) -> Iterator[KeyFigure]:
    """Manual entries over all; what they debit over what all debit, and of that each preparer's and each reason's; entries moved
    out of a closed month."""
    entries = list(month.entries())
    manual = [entry for entry in entries if entry_kind(entry) == MANUAL]
    yield _counted("Manual entries", manual, entries)
    yield _amount(month, "Manual amount", manual, entries)
    yield from _told_apart(month, manual, entries)
    yield _counted("Entries of closed months", [entry for entry in entries if entry.origin_period], entries)


def _told_apart(month: Month, manual: Iterable[JournalEntry], entries: list[JournalEntry]) -> Iterator[KeyFigure]:
    journals = {journal.number: journal for journal in month.snapshot.erp.manual_journals}
    parts = defaultdict[str, list[JournalEntry]](list)
    for entry in manual:
        if journal := journals.get(entry.source):
            parts[f"prepared by {journal.preparer}"].append(entry)
            parts[_reason(journal)].append(entry)
    yield from (_amount(month, f"Manual amount, {name}", parts[name], entries) for name in sorted(parts))


def _reason(journal: ManualJournal) -> str:
    """What a journal is for, as far as it says so itself."""
    told = (
        (journal.opening, "opening balances"),
        (journal.reverses, "reversals"),
        (journal.restates or journal.corrects, "corrections"),
        (journal.reversed_on, "accruals that reverse"),
        (journal.repeated_until, "repeated"),
    )
    return next((reason for holds, reason in told if holds), "other")


def _counted(name: str, some: list[JournalEntry], entries: list[JournalEntry]) -> KeyFigure:
    part, whole = len(some), len(entries)
    return KeyFigure(name, percent(part, whole), str(part), str(whole), [entry.number for entry in some])


def _amount(month: Month, name: str, some: list[JournalEntry], entries: list[JournalEntry]) -> KeyFigure:
    part, whole = (sum(max(line.amount.minor, 0) for e in of for line in e.lines) for of in (some, entries))
    shown = str(Money(part, month.currency)), str(Money(whole, month.currency))
    return KeyFigure(name, percent(part, whole), *shown, [entry.number for entry in some])
