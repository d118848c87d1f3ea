"""To which legal entity an invoice is owed, and which one issued it, where the two are not the same (handbook P19: novation)."""

from __future__ import annotations

from collections.abc import Mapping

from reports.systems.snapshot import Snapshot


def issuers(snapshot: Snapshot) -> Mapping[str, str]:
    """The invoices that passed on by novation, each with the legal entity that issued it: whose its tax is."""
    found: dict[str, str] = {}
    for made in snapshot.billing.novated:
        found.setdefault(made.invoice, made.entity)
    return found


def owed_to(snapshot: Snapshot) -> Mapping[str, str]:
    """The same invoices, each with the legal entity that it is owed to at the end of the snapshot's day."""
    return {made.invoice: made.to for made in snapshot.billing.novated if made.posting_date <= snapshot.as_of}
