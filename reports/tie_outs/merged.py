"""Customers that became one, read as one: what was posted under a name stands in the books as it was posted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from engine.model.journal import JournalEntry
from reports.systems.snapshot import Snapshot


def through_merges(snapshot: Snapshot) -> Snapshot:
    """The same moment with every entry and balance under the name that its customer has now, as the documents have it."""
    if not snapshot.crm.merges:
        return snapshot
    became: dict[str, str] = {}
    for merge in snapshot.crm.merges:
        became |= {name: merge.customer for name, survivor in became.items() if survivor == merge.merged}
        became[merge.merged] = merge.customer
    balances = [replace(one, customer=became.get(one.customer or "", one.customer)) for one in snapshot.erp.balances]
    journal = [_read(entry, became) for entry in snapshot.erp.journal]
    return replace(snapshot, erp=replace(snapshot.erp, journal=journal, balances=balances))


def _read(entry: JournalEntry, became: Mapping[str, str]) -> JournalEntry:
    lines = tuple(replace(line, customer=became.get(line.customer, line.customer)) for line in entry.lines)
    return replace(entry, customer=became.get(entry.customer, entry.customer), lines=lines)
