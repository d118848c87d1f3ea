"""The gateway sends what it collected to the bank, less the refunds it paid and its fees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.model.money import Money, total
from engine.model.payments import Payment, Payout, PayoutTerms, RefundPayment
from engine.refusals import Refused


def pay_out(book: Book, terms: PayoutTerms, today: date) -> Payout:
    """Everything the gateway holds in one currency: card payments not yet paid out, less refunds paid since.

    Bank transfers go straight to the bank. With several currencies the one held longest goes first. Each payment bears
    its percentage and fixed fee, rounded by itself. `payments` names the payments and the refunds that it settles.
    Refused when the gateway holds nothing, or less than its refunds and fees come to.
    """
    done = {number for payout in book.all(Payout) for number in payout.payments}
    held = [paid for paid in book.all(Payment) if paid.method == "card" and paid.number not in done]
    if not held:
        raise Refused("nothing-to-pay-out", "the gateway holds no card payment that is not yet paid out")
    currency = held[0].amount.currency
    payments = [payment for payment in held if payment.amount.currency == currency]
    refunds = [r for r in book.all(RefundPayment) if r.number not in done and r.amount.currency == currency]
    collected = total((payment.amount for payment in payments), currency)
    refunded = total((refund.amount for refund in refunds), currency)
    fee = _fee(payments, terms, currency)
    net = collected - refunded - fee
    if net.minor <= 0:
        raise Refused(
            "nothing-to-pay-out",
            f"nothing is left to pay out: {collected} collected, {refunded} refunded, {fee} in fees",
        )
    return Payout(
        number=f"PO-{book.count(Payout) + 1}",
        event_date=today,
        effective_date=today,
        posting_date=today,
        entity=book.company.entity.code,
        payments=tuple(document.number for document in (*payments, *refunds)),
        gross=collected - refunded,
        fee=fee,
        net=net,
    )


def _fee(payments: Iterable[Payment], terms: PayoutTerms, currency: str) -> Money:
    percent, fixed = Fraction(terms.percent_fee) / 100, Fraction(terms.fixed_fee)
    return total((Money.of(payment.amount.exact * percent + fixed, currency) for payment in payments), currency)
