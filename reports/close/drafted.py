"""What had fallen due by the end of a month and was a draft then: still one now, or issued since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from engine.model.money import Money
from reports.systems.snapshot import Snapshot


class Drafted(NamedTuple):
    """A draft: whose, about which contract, its day of issue, and its amount without tax."""

    customer: str
    contract: str
    issues_on: date
    net: Money


def drafted(snapshot: Snapshot, entity: str, end: date) -> Iterator[Drafted]:
    """Each draft of a legal entity that was open at the end of a day."""
    for draft in snapshot.billing.drafts:
        if draft.entity == entity and draft.opened <= end < draft.issues_on:
            yield Drafted(draft.customer, draft.contract, draft.issues_on, draft.net)
    grace = {contract.number: contract.billing.grace_days for contract in snapshot.billing.contracts}
    for invoice in snapshot.billing.invoices:
        opened = invoice.event_date - timedelta(days=grace.get(invoice.contract, 0))
        if invoice.entity == entity and opened <= end < invoice.event_date:
            yield Drafted(invoice.customer, invoice.contract, invoice.event_date, invoice.net)
