"""Cash that an old system received and that settles nothing yet comes into the new one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.checking import above_zero, known_customer
from engine.entities import selling_entity
from engine.model.contracts import Contract
from engine.model.cutover import TAKEN_OVER, BookedRate, OpeningCash, Takeover
from engine.model.document import dated
from engine.model.money import Money
from engine.model.payments import Payment, PaymentApplication
from engine.refusals import Refused


def take_over_cash(book: Book, cash: OpeningCash, today: date) -> Takeover:
    """Cash that settles nothing yet, a customer's credit, or a prepayment of a contract (handbook 4.14). Refused from an unknown
    customer, without an amount, where it is here already, and ahead of a contract that is not the payer's."""
    known_customer(book, cash.customer)
    above_zero(cash.amount, "be taken over")
    number = f"TO-{cash.number}"
    if book.has(Payment, number):
        raise Refused("taken-over-already", f"payment {cash.number} is here already; nothing is taken over twice")
    ahead = _paid_ahead(book, cash)
    entity = ahead.entity if ahead else selling_entity(book, cash.customer, cash.entity).code
    nothing = Money.zero(cash.amount.currency)
    kept = _kept(cash, number, entity, today)
    return Takeover(
        number=number,
        **dated(today),
        entity=entity,
        customer=cash.customer,
        currency=cash.amount.currency,
        payments=(replace(payment_of(kept, today), reference=cash.reference),),
        applications=(kept,),
        billed=nothing,
        recognized=nothing,
        booked=() if cash.rate is None else (BookedRate(subject=number, rate=cash.rate),),
    )


def _kept(cash: OpeningCash, payment: str, entity: str, today: date) -> PaymentApplication:
    return PaymentApplication(
        number=f"{payment}-1",
        event_date=cash.received,
        effective_date=cash.received,
        posting_date=today,
        entity=entity,
        customer=cash.customer,
        currency=cash.amount.currency,
        payment=payment,
        amount=cash.amount,
        settlements=(),
        unapplied=cash.amount,
        method="bank transfer",
        kept_as=cash.kept_as,
        contract=cash.contract,
    )


def _paid_ahead(book: Book, cash: OpeningCash) -> Contract | None:
    """The contract that a prepayment is for."""
    if cash.contract is None:
        return None
    contract = book.find(Contract, cash.contract)
    if contract is None or (contract.customer, contract.currency) != (cash.customer, cash.amount.currency):
        said = f"{cash.number} is paid ahead of {cash.contract}, which is no contract of {cash.customer} in {cash.amount.currency}"
        raise Refused("not-theirs", said)
    return contract


def payment_of(applied: PaymentApplication, today: date) -> Payment:
    """The payment behind what an old system applied."""
    return Payment(
        number=applied.payment,
        event_date=applied.event_date,
        effective_date=applied.event_date,
        posting_date=today,
        entity=applied.entity,
        customer=applied.customer,
        amount=applied.amount,
        method=applied.method,
        reference=TAKEN_OVER,
    )
