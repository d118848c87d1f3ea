"""What had fallen due by the end of a month and was a draft then: still one now, or issued since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from engine.model.money import Money
from reports.systems.snapshot import Snapshot


def drafted(snapshot: Snapshot, entity: str, end: date) -> Iterator[tuple[str, date, Money]]:
    """Customer, day of issue and amount without tax of each draft of a legal entity that was open at the end of a day."""
    for draft in snapshot.billing.drafts:
        if draft.entity == entity and draft.opened <= end < draft.issues_on:
            yield draft.customer, draft.issues_on, draft.net
    grace = {contract.number: contract.billing.grace_days for contract in snapshot.billing.contracts}
    for invoice in snapshot.billing.invoices:
        opened = invoice.event_date - timedelta(days=grace.get(invoice.contract, 0))
        if invoice.entity == entity and opened <= end < invoice.event_date:
            yield invoice.customer, invoice.event_date, invoice.net
