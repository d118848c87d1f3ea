"""Contracts that pass to another customer or legal entity: what billing signed beside what the ledger handed over."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.contracts import Amendment
from engine.model.money import COUNT, Money
from engine.model.orders import Withdraw
from engine.model.transfers import Assign
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Items, Ledger, Place, reconciliation

ONE = Money(1, COUNT)


def transfers(ledger: Ledger) -> Iterator[Reconciliation]:
    """Transfers in effect = transfers that the ledger has followed: a contract is in one entity's books, not in two."""
    snapshot = ledger.snapshot
    followed = {made.amendment for made in snapshot.erp.transfers if made.posting_date <= snapshot.as_of}
    entities = {contract.number: contract.entity for contract in snapshot.billing.contracts}
    signed = defaultdict[Place, int](int)
    found: Items = defaultdict(list)
    for amendment in _in_effect(snapshot):
        place = Place(entities[amendment.contract], COUNT)
        signed[place] += 1
        if amendment.number not in followed:
            why = ledger.reasons.why_missing(amendment.number, "erp")
            told = f"contract {amendment.contract} has not passed on in the ledger{why}"
            found[place].append(ReconcilingItem(document=amendment.number, amount=ONE, explanation=told))
    for place, count in signed.items():
        amounts = count, count - len(found[place])
        yield reconciliation(snapshot, "Contract transfers", ("billing", "ledger"), place, amounts, found[place])


def _in_effect(snapshot: Snapshot) -> Iterator[Amendment]:
    signed = snapshot.billing.amendments
    withdrawn = {change.amendment for a in signed for change in a.changes if isinstance(change, Withdraw)}
    for amendment in signed:
        passes = any(isinstance(change, Assign) for change in amendment.changes)
        in_effect = max(amendment.effective_date, amendment.event_date) <= snapshot.as_of
        if passes and in_effect and amendment.number not in withdrawn:
            yield amendment
