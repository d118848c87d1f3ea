"""Exchange clearing: what one currency gives and the other takes is worth the same in the books."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.money import Money
from reports.systems.naming import entry_name
from reports.tie_outs.controls import Ledger, Place, reconciliation

TITLE = "Worth of exchange clearing"


def exchange_clearing(ledger: Ledger) -> Iterator[Reconciliation]:
    """What stands on exchange clearing is worth nothing, by legal entity, with the entries that left something there."""
    left: dict[Place, Counter[str]] = {}
    names: dict[str, str] = {}
    for entry, line in ledger.lines(["exchange clearing"]):
        if ledger.now(entry):
            place = Place(entry.entity, line.booked.currency)
            left.setdefault(place, Counter())[entry.number] += line.booked.minor
            names[entry.number] = entry_name(entry)
    for place, amounts in sorted(left.items()):
        balance = sum(amounts.values())
        items = [
            ReconcilingItem(document=number, amount=Money(-minor, place.currency), explanation=names[number])
            for number, minor in (amounts.items() if balance else ())
        ]
        yield reconciliation(ledger.snapshot, TITLE, ("nothing", "ledger"), place, (0, balance), items)
