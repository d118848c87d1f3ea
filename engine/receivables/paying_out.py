"""The gateway sends what it collected to the bank, less the refunds it paid and its fees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.exchanging import fee_in
from engine.model.document import Document, dated
from engine.model.money import Money, total
from engine.model.payments import Payment, Payout, PayoutTerms, RefundPayment
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, RefundReturn
from engine.refusals import Refused


def pay_out(book: Book, terms: PayoutTerms, today: date) -> Payout:
    """Everything the gateway holds for one legal entity in one currency: what it collected and has not paid out, less
    what it paid back since in refunds, chargebacks with their fees and returned direct debits.

    Bank transfers go straight to the bank. Of several entities and currencies what is held longest goes first. Each payment bears
    its percentage and fixed fee, rounded by itself. `payments` names every document that it settles.
    Refused when the gateway holds nothing, or less than its refunds and fees come to.
    """
    done = {number for payout in book.all(Payout) for number in payout.payments}
    held = [paid for paid in book.all(Payment) if paid.method != "bank transfer" and paid.number not in done]
    if not held:
        raise Refused("nothing-to-pay-out", "the gateway holds no card payment that is not yet paid out")
    place = entity, currency = held[0].entity, held[0].amount.currency
    payments = [payment for payment in held if (payment.entity, payment.amount.currency) == place]
    back = {d.number: m for d, e, m in _paid_back(book) if d.number not in done and (e, m.currency) == place}
    collected = total((payment.amount for payment in payments), currency)
    refunded = total(back.values(), currency)
    fee = _fee(book, payments, terms, currency, today)
    net = collected - refunded - fee
    if net.minor <= 0:
        raise Refused(
            "nothing-to-pay-out",
            f"nothing is left to pay out: {collected} collected, {refunded} paid back, {fee} in fees",
        )
    return Payout(
        number=f"PO-{book.count(Payout) + 1}",
        **dated(today),
        entity=entity,
        payments=(*(payment.number for payment in payments), *back),
        gross=collected - refunded,
        fee=fee,
        net=net,
    )


def _paid_back(book: Book) -> Iterator[tuple[Document, str, Money]]:
    """What left the gateway other than by payouts, document by document with its entity; negative where it came back."""
    yield from (
        (refund, refund.entity, refund.amount) for refund in book.all(RefundPayment) if refund.method != "bank transfer"
    )
    yield from ((back, back.entity, -back.amount) for back in book.all(RefundReturn) if back.method != "bank transfer")
    yield from ((made, made.entity, made.amount + made.fee) for made in book.all(Chargeback))
    yield from ((end, end.entity, -end.won - end.fee_returned) for end in book.all(ChargebackOutcome))
    yield from ((back, back.entity, back.amount) for back in book.all(PaymentReturn))


def _fee(book: Book, payments: Iterable[Payment], terms: PayoutTerms, currency: str, today: date) -> Money:
    percent, fixed = Fraction(terms.percent_fee) / 100, fee_in(book, terms.fixed_fee, currency, today)
    return total((Money.of(payment.amount.exact * percent + fixed, currency) for payment in payments), currency)
