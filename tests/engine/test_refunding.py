"""Refunds never pay out more than is the customer's (handbook 4.5)."""

import pytest
from debtors import Ledger, usd

from engine.billing.open_items import customer_credit, unapplied_cash
from engine.model.payments import Refund
from engine.refusals import Refused


def overpaid_and_credited():
    """Globex paid 1,400.00 for 1,320.00, and was given 880.00 of it back."""
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.pay("1400.00", invoice)
    ledger.credit(invoice, "800.00")
    return ledger


def test_an_overpayment_is_refunded_from_unapplied_cash_and_a_credit_from_the_customers_credit():
    ledger = overpaid_and_credited()
    first, second = ledger.refund("80.00", "unapplied cash"), ledger.refund("880.00", "customer credit")
    assert [(made.number, made.amount, made.source, made.reason) for made in (first, second)] == [
        ("RF-1", usd("80.00"), "unapplied cash", "overpaid"),
        ("RF-2", usd("880.00"), "customer credit", "overpaid"),
    ]
    assert first.entity == "NW"
    assert customer_credit(ledger.book, "Globex", "USD") == unapplied_cash(ledger.book, "Globex", "USD") == usd("0.00")


@pytest.mark.parametrize(
    ("amount", "source", "customer", "currency", "sentence"),
    [
        ("30.01", "unapplied cash", "Globex", "USD", "30.01 USD cannot be refunded: Globex has 30.00 USD of unapplied"),
        ("880.01", "customer credit", "Globex", "USD", "Globex has 880.00 USD of customer credit"),
        ("1.00", "customer credit", "Globex", "EUR", "1.00 EUR cannot be refunded: Globex has 0.00 EUR"),
        ("1.00", "customer credit", "Acme", "USD", "Acme has 0.00 USD of customer credit"),
        ("1.00", "customer credit", "Initech", "USD", "no customer 'Initech'"),
        ("0.00", "unapplied cash", "Globex", "USD", "0.00 USD cannot be refunded; an amount has to be above zero"),
        ("-1.00", "unapplied cash", "Globex", "USD", "-1.00 USD cannot be refunded"),
    ],
)
def test_what_is_not_the_customers_is_not_refunded(amount, source, customer, currency, sentence):
    ledger = overpaid_and_credited()
    ledger.refund("50.00", "unapplied cash")
    with pytest.raises(Refused, match=sentence):
        ledger.refund(amount, source, customer, currency)
    assert ledger.book.count(Refund) == 1
