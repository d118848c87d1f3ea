"""Money that was paid ahead of a contract is freed: it stands unapplied, to be applied elsewhere or given back (handbook 4.14)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.billing.open_items import prepaid
from engine.book import Book
from engine.checking import above_zero
from engine.model.cash import PrepaymentRelease
from engine.model.contracts import Contract
from engine.model.document import dated
from engine.model.money import Money, total
from engine.model.payments import Payment
from engine.refusals import Refused


def free(book: Book, contract: str, amount: Money | None, today: date) -> Iterator[PrepaymentRelease]:
    """That much of what was paid ahead of a contract, or all of it, the oldest payment first.

    Refused for an unknown contract, and above what no invoice has used yet.
    """
    signed = book.find(Contract, contract)
    if signed is None:
        raise Refused("unknown-contract", f"billing has no contract {contract!r}")
    held = prepaid(book, contract, signed.currency)
    there = total(held.values(), signed.currency)
    left = there if amount is None else amount
    above_zero(left, f"be freed of what was paid ahead of contract {contract}")
    if left.currency != there.currency:
        raise Refused("other-currency", f"contract {contract} is in {there.currency}, not {left.currency}")
    if left > there:
        raise Refused("above-what-is-held", f"{left} cannot be freed: {there} is paid ahead of contract {contract}")
    for payment, ahead in held.items():
        if part := min(ahead, left):
            yield _release(book, signed, book.get(Payment, payment), part, today)
            left -= part


def _release(book: Book, contract: Contract, paid: Payment, amount: Money, today: date) -> PrepaymentRelease:
    earlier = len(book.about(PrepaymentRelease, "payment", paid.number))
    return PrepaymentRelease(
        number=f"PL-{paid.number}" + (f"-{earlier + 1}" if earlier else ""),
        **dated(today, effective=paid.event_date),
        entity=paid.entity,
        customer=contract.customer,
        contract=contract.number,
        payment=paid.number,
        amount=amount,
    )
