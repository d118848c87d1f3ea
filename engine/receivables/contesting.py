"""The gateway's side of money that goes back: chargebacks, what the card network decides of them, returned direct debits."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Literal

from engine.book import Book
from engine.checking import above_zero
from engine.exchanging import fee_in
from engine.model.document import dated
from engine.model.money import Money, total
from engine.model.payments import Fee, Payment
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn
from engine.refusals import Refused


def charge_back(book: Book, payment: str, amount: Money | None, reason: str, today: date) -> Chargeback:
    """The card holder's bank takes a card payment back, all that is left of it or that amount, for the gateway's fee.

    Refused for money that did not come by card, and above what the payment still holds.
    """
    paid = _collected(book, payment, "card", "charged back")
    left = paid.amount - _gone(book, paid)
    taken = left if amount is None else amount
    _check_part(paid, taken, left, "charged back")
    return Chargeback(
        number=f"CB-{book.count(Chargeback) + 1}",
        **dated(today),
        entity=paid.entity,
        customer=paid.customer,
        payment=payment,
        invoice=paid.invoice,
        amount=taken,
        fee=_fee(book, book.company.payouts.chargeback_fee, paid.amount.currency, today),
        reason=reason,
        held=book.company.policies.chargeback,
    )


def decide(book: Book, chargeback: str, won: Money, fee_returned: bool, today: date) -> ChargebackOutcome:
    """The card network decides: `won` of a chargeback comes back, the rest is lost.

    Refused for a chargeback that is decided already, and for more than it is about.
    """
    made = book.find(Chargeback, chargeback)
    if made is None:
        raise Refused("unknown-chargeback", f"there is no chargeback {chargeback!r}")
    for end in book.about(ChargebackOutcome, "chargeback", chargeback):
        raise Refused("already-decided", f"chargeback {chargeback} is already decided: {end.outcome}")
    if won.currency != made.amount.currency:
        raise Refused("other-currency", f"chargeback {chargeback} is in {made.amount.currency}, not {won.currency}")
    if won.minor < 0 or won > made.amount:
        raise Refused("above-chargeback", f"{won} cannot be won back: chargeback {chargeback} is about {made.amount}")
    lost = made.amount - won
    return ChargebackOutcome(
        number=f"CO-{chargeback.removeprefix('CB-')}",
        **dated(today),
        entity=made.entity,
        customer=made.customer,
        chargeback=chargeback,
        payment=made.payment,
        invoice=made.invoice,
        outcome=_outcome(won, lost),
        won=won,
        lost=lost,
        fee_returned=made.fee if fee_returned else Money.zero(made.fee.currency),
        held=made.held,
    )


def arbitrate(book: Book, chargeback: str, won: Money, today: date) -> ChargebackOutcome:
    """The card network decides once more, about what was lost of a chargeback: `won` comes back after all. Unless all of it
    does, the company pays the network's fee. What was owed again since the loss is then paid again.

    Refused for what was not decided, not lost, or arbitrated before, and for more than was lost.
    """
    ends = book.about(ChargebackOutcome, "chargeback", chargeback)
    if not ends:
        raise Refused("not-decided", f"chargeback {chargeback!r} is not decided; there is nothing to arbitrate")
    first = ends[0]
    if len(ends) > 1 or not first.lost:
        why = "arbitrated already" if len(ends) > 1 else "won; nothing of it is lost"
        raise Refused("nothing-to-arbitrate", f"chargeback {chargeback} is {why}")
    if won.currency != first.lost.currency:
        raise Refused("other-currency", f"chargeback {chargeback} is in {first.lost.currency}, not {won.currency}")
    if won.minor < 0 or won > first.lost:
        raise Refused("above-loss", f"{won} cannot be won back: {first.lost} of chargeback {chargeback} was lost")
    lost = first.lost - won
    fee = _fee(book, book.company.payouts.arbitration_fee, won.currency, today) if lost else Money.zero(won.currency)
    return replace(
        first,
        number=f"{first.number}-2",
        **dated(today),
        outcome=_outcome(won, lost),
        won=won,
        lost=lost,
        fee_returned=-fee,
        # Out of the disputed funds the loss was put back onto the receivable.
        held="receivable reopened" if first.held == "disputed funds" else first.held,
        arbitration=True,
    )


def _fee(book: Book, fee: Fee, currency: str, today: date) -> Money:
    return Money.of(fee_in(book, fee, currency, today), currency)


def _outcome(won: Money, lost: Money) -> Literal["won", "lost", "partly lost"]:
    return "won" if not lost else "partly lost" if won else "lost"


def send_back(book: Book, payment: str, reason: str, today: date) -> PaymentReturn:
    """The customer's bank returns a collected direct debit. Refused for other payments, and a second time."""
    paid = _collected(book, payment, "direct debit", "returned")
    if book.about(PaymentReturn, "payment", payment):
        raise Refused("already-returned", f"payment {payment} was returned already")
    return PaymentReturn(
        number=f"RT-{payment}",
        **dated(today),
        entity=paid.entity,
        customer=paid.customer,
        payment=payment,
        invoice=paid.invoice,
        amount=paid.amount,
        fee=_fee(book, book.company.payouts.return_fee, paid.amount.currency, today),
        reason=reason,
    )


def _collected(book: Book, number: str, method: str, act: str) -> Payment:
    paid = book.find(Payment, number)
    if paid is None:
        raise Refused("unknown-payment", f"there is no payment {number!r}")
    if paid.method != method:
        raise Refused("other-method", f"payment {number} came by {paid.method}; only a {method} payment can be {act}")
    return paid


def _gone(book: Book, paid: Payment) -> Money:
    """What chargebacks took of a payment and did not give back."""
    currency = paid.amount.currency
    taken = total((made.amount for made in book.about(Chargeback, "payment", paid.number)), currency)
    back = total((end.won for end in book.about(ChargebackOutcome, "payment", paid.number)), currency)
    return taken - back


def _check_part(paid: Payment, amount: Money, left: Money, act: str) -> None:
    if amount.currency != left.currency:
        raise Refused("other-currency", f"payment {paid.number} is in {left.currency}, not {amount.currency}")
    if not left:
        raise Refused("nothing-left", f"nothing is left of payment {paid.number} to be {act}")
    above_zero(amount, f"be {act}")
    if amount > left:
        raise Refused("above-payment", f"{amount} cannot be {act}: {left} is left of payment {paid.number}")
