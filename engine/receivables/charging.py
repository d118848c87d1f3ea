"""The gateway's side: attempts to collect, money that arrives, refunds that go out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from engine.book import Book
from engine.checking import above_zero, known_customer
from engine.entities import holder, receiving_entity
from engine.model.document import dated
from engine.model.money import Money, total
from engine.model.payments import (
    AnswerDelay,
    Course,
    Decline,
    Method,
    Payment,
    PaymentAttempt,
    PaymentBehavior,
    PaymentRequest,
    PendingAttempt,
    Refund,
    RefundPayment,
)
from engine.model.reversals import RefundReturn
from engine.receivables.refunding import check_method
from engine.refusals import Refused


def attempt_number(request: PaymentRequest) -> str:
    """The number of the attempt that a request leads to."""
    return f"PA-{request.invoice}-{request.attempt}"


def check_behavior(book: Book, behavior: PaymentBehavior) -> None:
    """Refused for an unknown customer, or a means of payment of which no attempt is said how it goes."""
    known_customer(book, behavior.customer)
    if not behavior.outcomes:
        raise Refused("no-outcome", f"how the payments of {behavior.customer} go needs at least one outcome")
    if behavior.taken_back_after < 0:
        raise Refused("before-payment", f"a payment of {behavior.customer} cannot be taken back before it is made")


def check_delay(book: Book, delay: AnswerDelay) -> None:
    """Refused for an unknown customer, or for an answer before the question."""
    known_customer(book, delay.customer)
    if delay.days is not None and delay.days < 0:
        raise Refused("before-attempt", f"the gateway cannot answer about {delay.customer} before it is asked")


def outcome(behavior: PaymentBehavior, earlier: int) -> Course:
    """How the next attempt goes after so many `earlier` ones; the last outcome of the script holds for all that follow."""
    return behavior.outcomes[min(earlier, len(behavior.outcomes) - 1)]


def attempt(
    request: PaymentRequest, how: Decline, today: date, method: Literal["card", "direct debit"] = "card"
) -> PaymentAttempt:
    """The gateway tries to collect what was requested."""
    return PaymentAttempt(
        number=attempt_number(request),
        **dated(today),
        request=request.number,
        entity=request.entity,
        customer=request.customer,
        invoice=request.invoice,
        amount=request.amount,
        outcome=how,
        method=method,
    )


def pending(request: PaymentRequest, today: date, method: Literal["card", "direct debit"]) -> PendingAttempt:
    """The gateway tries to collect and has no answer yet."""
    return PendingAttempt(
        number=attempt_number(request),
        **dated(today),
        request=request.number,
        entity=request.entity,
        customer=request.customer,
        invoice=request.invoice,
        amount=request.amount,
        method=method,
    )


def unanswered(book: Book, number: str) -> PendingAttempt:
    """The attempt of that number, of which it is not known what became. Refused if there is none, or it is known."""
    waiting = book.find(PendingAttempt, number)
    if waiting is None:
        raise Refused("not-pending", f"no attempt {number!r} waits for an answer")
    if answer := book.find(PaymentAttempt, number):
        raise Refused("already-answered", f"it is known what became of attempt {number}: {answer.outcome}")
    return waiting


def collected(book: Book, made: PaymentAttempt, today: date) -> Payment:
    """The payment that a successful attempt brings, for the invoice it was requested for: to whom that is owed by now."""
    return Payment(
        number=made.number.replace("PA-", "PAY-", 1),
        **dated(today),
        entity=holder(book, made.invoice, made.entity),
        customer=made.customer,
        amount=made.amount,
        method=made.method,
        invoice=made.invoice,
        reference=made.number,
    )


def transfer(
    book: Book, customer: str, amount: Money, invoice: str | None, reference: str, number: int, today: date
) -> Payment:
    """The `number`th bank transfer arrives. Refused from a customer the gateway does not know, or without an amount.

    `customer`: "" if nobody knows who sent it. What invoice the payer names is taken down as it is: whether it is theirs
    and open, billing knows.
    """
    if customer:
        known_customer(book, customer)
    above_zero(amount, "arrive as a payment")
    return Payment(
        number=f"BT-{number}",
        **dated(today),
        entity=receiving_entity(book, customer, invoice).code,
        customer=customer,
        amount=amount,
        method="bank transfer",
        invoice=invoice,
        reference=reference,
    )


def pay_refund(book: Book, refund: Refund, today: date) -> RefundPayment:
    """An approved refund is paid out, once more if it came back. Refused for a customer the gateway does not know, and
    above what is left of what they paid by the method it goes back to."""
    known_customer(book, refund.customer)
    if refund.method:
        gone = _paid_back(book, refund.customer, refund.method, refund.amount.currency)
        check_method(book, refund.customer, refund.method, refund.amount, gone)
    earlier = len(book.about(RefundPayment, "refund", refund.number))
    return RefundPayment(
        number=f"RP-{refund.number}" + (f"-{earlier + 1}" if earlier else ""),
        **dated(today),
        entity=refund.entity,
        customer=refund.customer,
        refund=refund.number,
        amount=refund.amount,
        method=refund.method,
        payee=refund.payee,
    )


def _paid_back(book: Book, customer: str, method: Method, currency: str) -> Money:
    """Refunds that went back by that method and did not come back."""
    paid, back = book.about(RefundPayment, "customer", customer), book.about(RefundReturn, "customer", customer)
    went = (made.amount for made in paid if (made.method, made.amount.currency) == (method, currency))
    came = (made.amount for made in back if (made.method, made.amount.currency) == (method, currency))
    return total(went, currency) - total(came, currency)


def return_refund(book: Book, refund: str, reason: str, today: date) -> RefundReturn:
    """A refund that was paid comes back. Refused where none was paid, or the last one is back already."""
    paid = book.about(RefundPayment, "refund", refund)
    back = book.about(RefundReturn, "refund", refund)
    if len(paid) == len(back):
        raise Refused("nothing-paid", f"refund {refund} cannot come back: nothing of it is paid out")
    return RefundReturn(
        number=f"RR-{paid[-1].number.removeprefix('RP-')}",
        **dated(today),
        entity=paid[-1].entity,
        customer=paid[-1].customer,
        refund=refund,
        refund_payment=paid[-1].number,
        amount=paid[-1].amount,
        method=paid[-1].method,
        reason=reason,
    )


def repay_refund(book: Book, refund: str, today: date) -> RefundPayment:
    """Pay a refund again that came back. Refused where it did not."""
    paid = book.about(RefundPayment, "refund", refund)
    if not paid or len(paid) > len(book.about(RefundReturn, "refund", refund)):
        raise Refused("not-returned", f"refund {refund} cannot be paid again: it did not come back")
    return pay_refund(book, book.get(Refund, refund), today)
