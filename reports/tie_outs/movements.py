"""What each document does to receivables, credits, cash and tax, said by the documents themselves: the subledgers' side of a
reconciliation. It knows nothing of posting rules, so that a wrong rule shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, total
from engine.model.open_items import OpenItem
from reports.systems.carried import passed_on, signers
from reports.systems.snapshot import Snapshot

S = TypeVar("S", Invoice, CreditMemo)
POSITION = frozenset({"contract liability", "unbilled receivable", "contract asset"})
"""Where a contract stands: billed ahead of what is earned, or earned ahead of what is billed."""


@dataclass(frozen=True, slots=True)
class Movement:
    """A document's effect on one subledger: which document, whose, on which day, how much; and of which contract, where the
    document may be about several."""

    document: str
    entity: str
    customer: str
    day: date
    amount: Money
    contract: str = ""


class _Owned(Protocol):
    """A document that belongs to a legal entity's customer."""

    @property
    def number(self) -> str: ...
    @property
    def entity(self) -> str: ...
    @property
    def customer(self) -> str: ...
    @property
    def posting_date(self) -> date: ...


def moved(document: _Owned, amount: Money, about: str | None = None) -> Movement:
    """What a document does, in its own name, or that of what it is about."""
    return Movement(about or document.number, document.entity, document.customer, document.posting_date, amount)


def in_books_of(entity: str | None, movement: Movement) -> Movement:
    """The movement in the books of that legal entity, if one is named."""
    return replace(movement, entity=entity) if entity else movement


def receivables(snapshot: Snapshot) -> Iterator[Movement]:
    """Invoices add; whatever settles them takes away, until it is undone; what passes on leaves the one and comes to the other."""
    billing = snapshot.billing
    yield from (moved(made, made.open) for made in billing.takeovers)
    yield from (moved(invoice, invoice.total) for invoice in billing.invoices)
    for memo in billing.credit_memos:
        yield in_books_of(memo.holder, moved(memo, -total((part.amount for part in memo.settlements), memo.currency)))
    yield from (moved(use, -use.amount) for use in billing.credit_uses)
    for paid in billing.applications:
        yield from (in_books_of(part.holder, moved(paid, -part.amount)) for part in paid.settlements)
    for kept in billing.deductions:
        yield from (in_books_of(part.holder, moved(kept, -part.amount)) for part in kept.settlements)
    for undone in billing.reversals:
        yield from (in_books_of(part.holder, moved(undone, part.amount)) for part in undone.settlements)
    yield from (moved(given_up, -given_up.amount) for given_up in billing.write_offs)
    yield from (moved(again, again.amount) for again in billing.reinstatements)
    for made in billing.novated:
        yield from (moved(made, -made.amount), in_books_of(made.to, moved(made, made.amount)))


def _passed_on(snapshot: Snapshot, held_as: str) -> Iterator[Movement]:
    """What customers have to their credit leaves the one entity and comes to the other."""
    for made in snapshot.billing.balances_passed:
        if made.held_as == held_as:
            yield from (moved(made, -made.amount), in_books_of(made.to, moved(made, made.amount)))


def open_items(snapshot: Snapshot) -> Iterator[Movement]:
    """What billing says is open, invoice by invoice, each installment by itself."""
    return standing(snapshot, snapshot.billing.open_items)


def standing(snapshot: Snapshot, items: Iterable[OpenItem]) -> Iterator[Movement]:
    """What is open of these items on the day of the snapshot."""
    for item in items:
        yield Movement(item.invoice, item.entity, item.customer, snapshot.as_of, item.open)


def customer_credits(snapshot: Snapshot) -> Iterator[Movement]:
    """Credit memos beyond what was open add, payments kept as credit, and what an old system kept; uses and refunds take away."""
    billing = snapshot.billing
    yield from (moved(made, made.credited) for made in billing.takeovers)
    yield from (moved(paid, paid.unapplied) for paid in billing.applications if paid.kept_as == "customer credit")
    yield from (in_books_of(memo.holder, moved(memo, memo.held)) for memo in billing.credit_memos)
    yield from (moved(use, -use.amount) for use in billing.credit_uses)
    yield from (moved(refund, -refund.amount) for refund in billing.refunds if refund.source == "customer credit")
    yield from _passed_on(snapshot, "customer credit")


def unapplied_cash(snapshot: Snapshot) -> Iterator[Movement]:
    """What of a payment settled nothing adds; later applications and refunds take away."""
    yield from (moved(made, made.unapplied) for made in snapshot.billing.takeovers)
    for paid in snapshot.billing.applications:
        if paid.kept_as == "unapplied cash":
            yield moved(paid, paid.unapplied - paid.amount if paid.from_unapplied else paid.unapplied)
    yield from (moved(found, found.amount) for found in snapshot.billing.identifications)
    yield from (moved(freed, freed.amount) for freed in snapshot.billing.freed)
    yield from (replace(one, amount=-one.amount) for one in exchange_clearing(snapshot))
    for undone in snapshot.billing.reversals:
        yield moved(undone, undone.amount if undone.to == "unapplied cash" else -undone.unapplied)
    for refund in snapshot.billing.refunds:
        if refund.source == "unapplied cash":
            yield moved(refund, -refund.amount)
    yield from _passed_on(snapshot, "unapplied cash")


def exchange_clearing(snapshot: Snapshot) -> Iterator[Movement]:
    """The other side of what unapplied cash gives of a currency, or takes."""
    for made in snapshot.billing.exchanged:
        yield moved(made, made.amount if made.side == "given" else -made.amount)


def unidentified_cash(snapshot: Snapshot) -> Iterator[Movement]:
    """Money from nobody known adds; finding out who sent it takes away."""
    kept = (paid for paid in snapshot.billing.applications if paid.kept_as == "unidentified cash")
    yield from (moved(paid, paid.unapplied) for paid in kept)
    yield from (moved(found, -found.amount) for found in snapshot.billing.identifications)


def prepayments(snapshot: Snapshot) -> Iterator[Movement]:
    """What is paid ahead of a contract's invoices adds; what of it pays them takes away."""
    for made in snapshot.billing.takeovers:
        kept = (paid for paid in made.applications if paid.kept_as == "prepayment")
        yield from (_about(paid.contract, moved(made, paid.unapplied)) for paid in kept)
    for paid in snapshot.billing.applications:
        if paid.kept_as == "prepayment":
            yield _about(paid.contract, moved(paid, -paid.amount if paid.from_unapplied else paid.unapplied))
    yield from (_about(freed.contract, moved(freed, -freed.amount)) for freed in snapshot.billing.freed)


def _about(contract: str | None, movement: Movement) -> Movement:
    return replace(movement, contract=contract or "")


def deducted(kinds: tuple[str, ...], snapshot: Snapshot) -> Iterator[Movement]:
    """What payers kept back for those reasons and the company bears, without the tax that falls with it."""
    kept = (one for one in snapshot.billing.deductions if one.kind in kinds)
    yield from (moved(one, one.amount - one.tax) for one in kept)


def refunds_payable(snapshot: Snapshot) -> Iterator[Movement]:
    """Approved refunds add; paid ones take away."""
    yield from (moved(refund, refund.amount) for refund in snapshot.billing.refunds)
    yield from (moved(paid, -paid.amount) for paid in snapshot.billing.refund_payments)
    yield from (moved(back, back.amount) for back in snapshot.billing.refund_returns)


def open_reserves(snapshot: Snapshot) -> Iterator[Movement]:
    """Net amounts taken out of revenue for disputes, each until its dispute ends."""
    reserves = {dispute.number: dispute for dispute in snapshot.billing.disputes if dispute.doubt == "price"}
    yield from (moved(dispute, dispute.reserve) for dispute in reserves.values())
    for resolution in snapshot.billing.resolutions:
        if resolution.dispute in reserves:
            yield moved(resolution, -reserves[resolution.dispute].reserve, resolution.dispute)


def refund_liability(snapshot: Snapshot) -> Iterator[Movement]:
    """What disputes reserve, and what of recognized revenue is expected to go back until it does."""
    yield from open_reserves(snapshot)
    for month in snapshot.erp.revenue:
        if month.refunds:
            yield Movement(month.contract, month.entity, month.customer, month.period.end, -month.posted)
    yield from (moved(memo, -net) for memo, net in rebates(snapshot))
    yield from (Movement(*found) for found in passed_on(snapshot))


def rebates(snapshot: Snapshot) -> Iterator[tuple[CreditMemo, Money]]:
    """Credit memos that give back what was expected to go back, without tax."""
    memos = (memo for memo in snapshot.billing.credit_memos if memo.reason == "rebate")
    yield from ((part, part.net) for part in signed_for(snapshot, memos))


def net_billed_by_contract(snapshot: Snapshot) -> Iterator[tuple[Movement, str]]:
    """Invoices without tax add; credit memos without tax take away; each with its contract."""
    yield from ((moved(made, made.deferred), made.contract) for made in snapshot.billing.takeovers if made.contract)
    for invoice in signed_for(snapshot, snapshot.billing.invoices):
        yield replace(moved(invoice, invoice.net), contract=invoice.contract), invoice.contract
    for memo in signed_for(snapshot, snapshot.billing.credit_memos):
        yield replace(moved(memo, -memo.net), contract=memo.contract), memo.contract


def signed_for(snapshot: Snapshot, documents: Iterable[S]) -> Iterator[S]:
    """What each contract sees of invoices or memos, as those of the customer who signed it: another may pay for them. Where a
    contract passed on, the document says whose it was."""
    customers = signers(snapshot)
    for part in (part for document in documents for part in document.by_contract()):
        yield replace(part, customer=customers.get(part.contract, part.customer))


def gateway_funds(snapshot: Snapshot) -> Iterator[Movement]:
    """What is collected adds, and what is won of a chargeback; refunds, chargebacks, returns and payouts take away.

    As the gateway says. What happens to a payment is about that payment.
    """
    gateway = snapshot.payments
    yield from (moved(payment, payment.amount) for payment in gateway.payments if payment.method != "bank transfer")
    yield from (moved(made, -made.amount - made.fee, made.payment) for made in gateway.chargebacks)
    yield from (moved(end, end.won + end.fee_returned, end.payment) for end in gateway.chargeback_outcomes)
    yield from (moved(back, -back.amount, back.payment) for back in gateway.returns)
    yield from (moved(paid, -paid.amount) for paid in gateway.refunds if paid.method != "bank transfer")
    yield from (moved(back, back.amount) for back in gateway.refund_returns if back.method != "bank transfer")
    for payout in gateway.payouts:
        yield Movement(payout.number, payout.entity, "", payout.posting_date, -payout.gross)


def disputed_funds(snapshot: Snapshot) -> Iterator[Movement]:
    """Chargebacks that are kept as disputed funds add; what the card network decides of them takes away."""
    gateway, held = snapshot.payments, "disputed funds"
    yield from (moved(made, made.amount, made.payment) for made in gateway.chargebacks if made.held == held)
    yield from (moved(end, -end.won - end.lost, end.payment) for end in gateway.chargeback_outcomes if end.held == held)


def concessions(snapshot: Snapshot) -> Iterator[Movement]:
    """Chargebacks that are taken out of revenue at once add; what is won back of them takes away. Discounts for early
    payment and concessions to short payers add."""
    yield from deducted(("discount", "concession"), snapshot)
    gateway, held = snapshot.payments, "taken out of revenue"
    yield from (moved(made, made.amount) for made in gateway.chargebacks if made.held == held)
    yield from (moved(end, -end.won) for end in gateway.chargeback_outcomes if end.held == held)


def small_differences(snapshot: Snapshot) -> Iterator[Movement]:
    """What payers kept back within tolerance adds, and small rests that were given up; what comes of them after all takes
    away."""
    small = "small difference"
    yield from deducted((small,), snapshot)
    yield from (moved(rest, rest.amount) for rest in snapshot.billing.write_offs if rest.method == small)
    yield from (moved(m, m.tax - m.amount) for m in snapshot.billing.reinstatements if m.method == small)
