"""What customers were told a change would make of their contract, beside what the contract comes to in billing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.contracts import Amendment
from engine.model.quotes import ChangePreview
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Items, Ledger, Place, reconciliation


def quoted_values(ledger: Ledger) -> Iterator[Reconciliation]:
    """Contract totals as previewed with the quotes that were won = what those contracts come to over their whole term.

    A contract counts as long as the quoted change is the last word about it; what is metered nobody could be told.
    """
    snapshot = ledger.snapshot
    entities = {contract.number: contract.entity for contract in snapshot.billing.contracts}
    told, comes_to = defaultdict[Place, int](int), defaultdict[Place, int](int)
    found: Items = defaultdict(list)
    for preview in _standing(snapshot):
        place = Place(entities[preview.contract], preview.currency)
        now = snapshot.billing.whole[preview.contract]
        told[place] += preview.contract_total.minor
        comes_to[place] += now.minor
        if difference := preview.contract_total - now:
            said = f"quote {preview.quote} said {preview.contract_total} for contract {preview.contract}, which comes to {now}"
            found[place].append(ReconcilingItem(document=preview.quote, amount=difference, explanation=said))
    for place, minor in told.items():
        amounts = minor, comes_to[place]
        yield reconciliation(snapshot, "Contract value as quoted", ("quotes", "billing"), place, amounts, found[place])


def _standing(snapshot: Snapshot) -> Iterator[ChangePreview]:
    """The last preview of each quote whose change is the last that was signed about its contract."""
    metered = {usage.contract for usage in snapshot.billing.usage}
    quotes = {order.number: order.quote for order in snapshot.crm.orders}
    previews = {preview.quote: preview for preview in snapshot.billing.change_previews}
    newest: dict[str, Amendment] = {amendment.contract: amendment for amendment in snapshot.billing.amendments}
    for number, amendment in newest.items():
        preview = previews.get(quotes.get(amendment.order) or "")
        if preview and preview.contract == number and number not in metered:
            yield preview
