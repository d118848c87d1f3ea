"""What moved the bank's accounts: as the gateway says, and what the bank itself kept, as far as its statement confirms that."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.intercompany import IntercompanyCharge
from engine.model.money import Money, total
from reports.systems.naming import entry_kind
from reports.systems.snapshot import Snapshot
from reports.tie_outs.movements import Movement


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


def bank_funds(snapshot: Snapshot) -> Iterator[Movement]:
    """What entities paid each other or lent, bank transfers and payouts after fees add; fees of returned direct debits take away.

    As the gateway says, and the ledger of what entities paid each other.
    """
    for settled in snapshot.erp.settlements:
        yield Movement(settled.number, settled.entity, "", settled.posting_date, -settled.amount)
        yield Movement(settled.number, settled.to, "", settled.posting_date, settled.amount)
    cash = {account.name for account in snapshot.erp.accounts if account.role == "cash"}
    for charged in snapshot.erp.charges:
        yield from _paid(charged, cash)
    gateway = snapshot.payments
    for back in gateway.returns:
        yield Movement(back.payment, back.entity, back.customer, back.posting_date, -back.fee)
    for payment in gateway.payments:
        if payment.method == "bank transfer":
            yield Movement(payment.number, payment.entity, payment.customer, payment.posting_date, payment.amount)
    for refund in gateway.refunds:
        if refund.method == "bank transfer":
            yield Movement(refund.number, refund.entity, refund.customer, refund.posting_date, -refund.amount)
    for returned in gateway.refund_returns:
        if returned.method == "bank transfer":
            yield Movement(returned.number, returned.entity, returned.customer, returned.posting_date, returned.amount)
    for payout in gateway.payouts:
        yield Movement(payout.number, payout.entity, "", payout.posting_date, payout.net)


def _paid(charged: IntercompanyCharge, cash: set[str]) -> Iterator[Movement]:
    """What one entity paid for another, or lent it."""
    sides: tuple[tuple[str, str, Money], ...] = (
        (charged.gives, charged.entity, -charged.amount),
        (charged.takes, charged.to, charged.amount),
    )
    for account, entity, amount in sides:
        if account in cash:
            yield Movement(charged.number, entity, "", charged.posting_date, amount)
