"""What a customer has to their credit passes on with their contract to another legal entity, where the company says so: cash that
settled nothing, and credit on their account (handbook P19, 4.13). It pays invoices of the entity that has it now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Literal

from engine.billing.novating import TASK
from engine.billing.open_items import customer_credit, payer, unapplied, unapplied_payments
from engine.book import Book
from engine.entities import as_owed
from engine.model.contracts import Amendment, Contract
from engine.model.document import dated
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.payments import Payment, PaymentApplication
from engine.model.transfers import BalanceTransfer
from engine.terms.belonging import as_of
from engine.terms.rating import subscription


def pass_on(book: Book, today: date) -> Iterator[BalanceTransfer]:
    """What the customers of contracts that pass on today have to their credit with legal entities that sell them nothing any
    more."""
    if book.company.policies.transferred_balances != "novated":
        return
    for number in book.agenda.on(today, TASK):
        contract = as_of(book, book.get(Contract, number), today)
        selling = _selling(book, contract.customer, today)
        for entity in book.company.entities:
            if entity.code not in selling | {contract.entity}:
                yield from _of_entity(book, contract, entity.code, today)


def _selling(book: Book, customer: str, today: date) -> set[str]:
    """The legal entities with which a customer has a contract that has not ended."""
    signed = [contract.number for contract in book.about(Contract, "customer", customer)]
    signed += [amendment.contract for amendment in book.about(Amendment, "passes_to", customer)]
    held = [as_of(book, book.get(Contract, number), today) for number in signed]
    return {one.entity for one in held if one.customer == customer and subscription(book, one).end >= today}


def _of_entity(book: Book, contract: Contract, entity: str, today: date) -> Iterator[BalanceTransfer]:
    customer = contract.customer
    for currency in _currencies(book, customer):
        for payment, amount in unapplied_payments(book, customer, currency, entity=entity).items():
            if amount.minor > 0:
                yield _passed(book, contract, entity, amount, payment, today)
        if credit := customer_credit(book, customer, currency, entity=entity):
            yield _passed(book, contract, entity, credit, None, today)


def _currencies(book: Book, customer: str) -> list[str]:
    """The currencies in which a customer may have something to their credit, in order."""
    paid = {made.currency for made in book.about(PaymentApplication, "customer", customer)}
    return sorted(paid | {memo.currency for memo in book.about(CreditMemo, "customer", customer)})


def _passed(
    book: Book, contract: Contract, entity: str, amount: Money, payment: str | None, today: date
) -> BalanceTransfer:
    held: Literal["unapplied cash", "customer credit"] = "unapplied cash" if payment else "customer credit"
    return BalanceTransfer(
        number=_number(book, payment or f"{contract.number}-{amount.currency}"),
        **dated(today),
        entity=entity,
        to=contract.entity,
        customer=contract.customer,
        contract=contract.number,
        held_as=held,
        amount=amount,
        payment=payment,
    )


def _number(book: Book, subject: str) -> str:
    """NB-PY-1, then NB-PY-1-2 ...; each of them is found by its number, for a subject has few."""
    number, again = f"NB-{subject}", 1
    while book.has(BalanceTransfer, number):
        again += 1
        number = f"NB-{subject}-{again}"
    return number


def as_kept(book: Book, paid: Payment, owed: Invoice) -> Payment:
    """The payment in the name of the legal entity that an invoice is owed to, if cash of it has passed on to that one and stands
    unapplied there; else as it came in."""
    there = replace(paid, entity=as_owed(book, owed).entity)
    return there if there.entity != paid.entity and unapplied(book, there).minor > 0 else paid


def passes_back(book: Book, paid: Payment, amount: Money, today: date) -> Iterator[BalanceTransfer]:
    """That much of a payment is to leave unapplied cash where it came in: what is lacking there passes back from whoever has it,
    since the bank takes it from the account it was paid to."""
    lacking = amount - max(unapplied(book, paid), Money.zero(amount.currency))
    for entity in book.company.entities:
        kept = replace(paid, entity=entity.code)
        if entity.code != paid.entity and (part := min(lacking, unapplied(book, kept))).minor > 0:
            yield BalanceTransfer(
                number=_number(book, paid.number),
                **dated(today),
                entity=entity.code,
                to=paid.entity,
                customer=payer(book, paid),
                contract="",
                held_as="unapplied cash",
                amount=part,
                payment=paid.number,
            )
            lacking -= part
