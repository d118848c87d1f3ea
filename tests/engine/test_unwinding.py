"""Money that paid invoices in another currency and is taken back: they are owed again, and no cent is lost or found."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from test_converting import desk, kept, money, owed

from engine.billing.open_items import open_balance, unapplied
from engine.book import Book
from engine.model.cash import CashExchange
from engine.model.document import Document
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.payments import Payment
from engine.model.policies.receivables import OpenChargeback
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn
from engine.receivables import applying, reversing
from engine.receivables.converting import apply, exchanged_for
from engine.receivables.reversing import standing
from engine.receivables.unwinding import paid_again, unwound

EUROS = some.lists(some.integers(1, 60_000), min_size=1, max_size=2)


def back(
    kind: type, payment: Payment, minor: int, won: int = 0, held: OpenChargeback = "receivable reopened"
) -> Document:
    about = {
        "event_date": payment.event_date,
        "effective_date": payment.event_date,
        "posting_date": payment.event_date,
        "entity": payment.entity,
        "customer": payment.customer,
        "payment": payment.number,
    }
    lost, zero = Money(minor - won, "USD"), Money.zero("USD")
    if kind is PaymentReturn:
        return PaymentReturn(number="PR-1", invoice=None, amount=lost, fee=zero, reason="", **about)
    if kind is Chargeback:
        return Chargeback(number="CB-1", invoice=None, amount=lost, fee=zero, reason="", held=held, **about)
    return ChargebackOutcome(
        number="CO-1",
        chargeback="CB-1",
        invoice=None,
        outcome="partly lost",
        won=Money(won, "USD"),
        lost=lost,
        fee_returned=zero,
        held=held,
        **about,
    )


UNDOES = {PaymentReturn: reversing.returned, Chargeback: reversing.charged_back, ChargebackOutcome: reversing.decided}


def take(book: Book, document: Document, payment: Payment) -> None:
    """As billing does."""
    for one in unwound(book, document, payment.event_date):
        book.add(one)
    made = UNDOES[type(document)](book, document, payment.event_date)  # type: ignore[operator]  # each takes its own kind
    book.add(document)
    if made:
        book.add(made)
    for again in paid_again(book, document, payment.event_date):
        for one in (*again.exchanges, again.application):
            book.add(one)


def holds(book: Book, payment: Payment) -> int:
    """What of a payment pays something or stands unapplied, in its own currency."""
    across = [exchanged_for(book, payment, book.get(Invoice, number))[0] for number in standing(book, payment)]
    own = [part for part in standing(book, payment).values() if part.currency == "USD"]
    return sum(part.minor for part in (*across, *own)) + unapplied(book, payment).minor


@pytest.mark.parametrize(
    ("kind", "held", "leaves"),
    [
        (PaymentReturn, "disputed funds", True),
        (Chargeback, "receivable reopened", True),
        (Chargeback, "disputed funds", False),
        (ChargebackOutcome, "disputed funds", True),
        (ChargebackOutcome, "taken out of revenue", False),
    ],
)
@settings(max_examples=5, derandomize=True, deadline=None)
@given(some.integers(10_000, 20_000), EUROS, some.integers(1, 50_000), some.integers(1, 100_000), some.integers(0, 100))
def test_what_is_taken_back_is_owed_again_and_every_cent_is_somewhere(
    kind, held, leaves, rate, euros, dollars, minor, percent
):
    ledger = desk(f"{rate / 10_000:.4f}")
    book, today = ledger.book, ledger.today
    own = owed(ledger, f"{dollars / 100:.2f}", "USD")
    payment = replace(ledger.transfer("1,000.00", own.number), number="PAY-1", method="card")
    for document in (payment, *applying.receive(book, payment, today).documents()):
        book.add(document)
    invoices = [owed(ledger, f"{cents / 100:.2f}") for cents in euros]
    for invoice in invoices:
        if unapplied(book, payment):
            kept(ledger, apply(book, "PAY-1", invoice.number, None, None, today))
    take(book, back(kind, payment, minor, 0, held), payment)
    assert holds(book, payment) == payment.amount.minor - (minor if leaves else 0)
    if kind is Chargeback and leaves:
        take(book, back(ChargebackOutcome, payment, minor, minor * percent // 100, held), payment)
        assert holds(book, payment) == payment.amount.minor - minor + minor * percent // 100
    assert unapplied(book, payment).minor >= 0
    for invoice in (own, *invoices):
        assert Money.zero(invoice.currency) <= open_balance(book, invoice) <= invoice.total
    numbers = [one.number for one in book.all(CashExchange)]
    assert len(numbers) == len(set(numbers))


def test_a_part_smaller_than_a_cent_of_the_invoice_makes_a_cent_owed_again():
    ledger = desk("300.00")
    euros = owed(ledger)
    payment = replace(ledger.transfer("600.00"), number="PAY-1", method="card")
    for document in (payment, *applying.receive(ledger.book, payment, ledger.today).documents()):
        ledger.book.add(document)
    kept(ledger, apply(ledger.book, "PAY-1", euros.number, None, None, ledger.today))
    take(ledger.book, back(PaymentReturn, payment, 100), payment)
    assert open_balance(ledger.book, euros) == money("998.01 EUR")
    assert unapplied(ledger.book, payment) == Money.zero("USD")
