"""What moved the bank's accounts: as the gateway says, and what the bank itself kept, as far as its statement confirms that."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.money import total
from reports.systems.naming import entry_kind
from reports.systems.snapshot import Snapshot
from reports.tie_outs.movements import Movement, bank_funds


def bank_movements(snapshot: Snapshot) -> Iterator[Movement]:
    """Everything that adds to or takes from the bank's accounts."""
    yield from bank_funds(snapshot)
    yield from _charges(snapshot)


def _charges(snapshot: Snapshot) -> Iterator[Movement]:
    """Charges that a bank line shows: with them it states to the cent what is booked."""
    cash = {account.name for account in snapshot.erp.accounts if account.role == "cash"}
    confirmed = {document for item in snapshot.erp.bank if item.state == "matched" for document in item.documents}
    for entry in snapshot.erp.journal:
        if entry_kind(entry) == "bank charge" and entry.source in confirmed:
            amount = total((line.amount for line in entry.lines if line.account in cash), entry.currency)
            yield Movement(entry.source, entry.entity, entry.customer, entry.posting_date, amount)
