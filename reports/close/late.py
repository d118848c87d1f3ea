"""What came too late for a closed month: entries the ledger had to move, and documents for service of a closed month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, AccountingPeriod, ServicePeriod
from engine.model.invoices import CreditMemo, DocumentLine, Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money
from reports.systems.naming import document_name, entry_name
from reports.systems.snapshot import Snapshot

# The other credits give back money for service that stays: a new fact, not a late one.
_CHANGES = ("amendment", "cancellation", "retroactive discount")


def late_events(snapshot: Snapshot, entries: Iterable[JournalEntry]) -> Iterator[tuple[str, Money]]:
    """The late ones among some entries: a name with the closed month, and an amount (handbook, section 6).

    An entry that the ledger moved counts by its debits. An invoice or credit memo that is dated in an open month and
    changes service that began in a closed one counts by the total of those lines, tax included.
    """
    both: list[Invoice | CreditMemo] = [*snapshot.billing.invoices, *snapshot.billing.credit_memos]
    documents = {document.number: document for document in both}
    for entry in entries:
        if entry.origin_period:
            debits = sum(max(line.amount.minor, 0) for line in entry.lines)
            name = document_name(documents[entry.source]) if entry.source in documents else entry_name(entry)
            yield f"{name} {entry.source} of {entry.origin_period}", Money(debits, entry.currency)
        elif document := documents.get(entry.source):
            for period, amount in _of_closed(snapshot, document).items():
                yield f"{document_name(document)} {document.number} of {period}", amount


def _of_closed(snapshot: Snapshot, document: Invoice | CreditMemo) -> dict[AccountingPeriod, Money]:
    closed = [
        close.period
        for close in snapshot.erp.closes
        if close.entity == document.entity and close.event_date <= document.event_date
    ]
    return back_dated(snapshot, document, max(closed)) if closed else {}


def back_dated(
    snapshot: Snapshot, document: Invoice | CreditMemo, last: AccountingPeriod
) -> dict[AccountingPeriod, Money]:
    """What a document changes of months up to the last one, tax included: by the month in which that service began, and only
    where it is later than its regular bill date."""
    found: dict[AccountingPeriod, Money] = {}
    if isinstance(document, CreditMemo) and document.reason not in _CHANGES:
        return found
    how = {contract.number: contract.billing for contract in snapshot.billing.contracts}
    for line in document.lines:
        period = snapshot.period_of(line.service.start)
        regular = _regular_bill_date(line.billing_period, how.get(line.contract or document.contract, Billing()))
        if period <= last and document.event_date > regular:
            found[period] = found.get(period, Money.zero(document.currency)) + _gross(line)
    return found


def _regular_bill_date(billing_period: ServicePeriod, billing: Billing) -> date:
    due = billing_period.end + ONE_DAY if billing.timing == "in arrears" else billing_period.start
    return due + timedelta(days=billing.grace_days)


def _gross(line: DocumentLine) -> Money:
    return line.net + line.tax
