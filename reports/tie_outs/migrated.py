"""Migration clearing: what a cutover loads and what the old trial balance brings must cancel out (handbook 4.18, T12)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.money import Money
from reports.systems.naming import entry_name
from reports.tie_outs.controls import Ledger, Place, reconciliation

TITLE = "Migration clearing"


def migration_clearing(ledger: Ledger) -> Iterator[Reconciliation]:
    """What stands on migration clearing = nothing, by legal entity and currency, with the entries that left it there."""
    balance: Counter[Place] = Counter()
    left: dict[Place, Counter[str]] = {}
    names: dict[str, str] = {}
    for entry, line in ledger.lines(["migration clearing"]):
        if ledger.now(entry):
            place = Place(entry.entity, entry.currency)
            balance[place] += line.amount.minor
            left.setdefault(place, Counter())[entry.number] += line.amount.minor
            names[entry.number] = entry_name(entry)
    for place, minor in sorted(balance.items()):
        items = [
            ReconcilingItem(document=number, amount=Money(-amount, place.currency), explanation=names[number])
            for number, amount in left[place].items()
            if amount
        ]
        yield reconciliation(ledger.snapshot, TITLE, ("nothing", "ledger"), place, (0, minor), items)
