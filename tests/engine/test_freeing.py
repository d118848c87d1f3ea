"""What was paid ahead and is freed: as it was applied, the oldest first, never more than waits."""

from dataclasses import replace

import pytest
from debtors import Ledger, day, usd

from engine.billing.open_items import prepaid, unapplied_cash
from engine.model.cadence import Billing
from engine.model.contracts import Contract
from engine.receivables.applying import receive
from engine.receivables.freeing import free
from engine.refusals import Refused


def paid_ahead(*amounts):
    ledger = Ledger()
    first = day("03-01")
    ledger.book.add(
        Contract(
            number="C-1",
            event_date=first,
            effective_date=first,
            posting_date=first,
            customer="Globex",
            entity="NW",
            currency="USD",
            order="O-1",
            start=first,
            end=day("12-31"),
            billing=Billing(),
            net_days=30,
            tax_code="none",
            lines=(),
        )
    )
    for amount in amounts:
        payment = replace(ledger.transfer(amount), contract="C-1")
        for document in receive(ledger.book, payment, ledger.today).documents():
            ledger.book.add(document)
    return ledger


def freed(ledger, amount=None):
    made = list(free(ledger.book, "C-1", amount and usd(amount), ledger.today))
    for document in made:
        ledger.book.add(document)
    return [(document.number, str(document.amount)) for document in made]


def test_cash_for_a_contract_of_somebody_else_is_no_prepayment_of_it():
    ledger = paid_ahead()
    payment = replace(ledger.transfer("50.00", customer="Acme"), contract="C-1")
    made = receive(ledger.book, payment, ledger.today).application
    assert (made.kept_as, made.contract, made.unapplied) == ("unapplied cash", None, usd("50.00"))


def test_the_oldest_is_freed_first_and_what_is_freed_stands_unapplied():
    ledger = paid_ahead("100.00", "50.00")
    assert freed(ledger, "120.00") == [("PL-BT-1", "100.00 USD"), ("PL-BT-2", "20.00 USD")]
    assert freed(ledger) == [("PL-BT-2-2", "30.00 USD")]
    assert unapplied_cash(ledger.book, "Globex", "USD") == usd("150.00")
    assert unapplied_cash(ledger.book, "Globex", "EUR").minor == 0
    assert not any(prepaid(ledger.book, "C-1", "USD").values())
    assert prepaid(ledger.book, "C-1", "EUR") == {}


@pytest.mark.parametrize(
    ("contract", "amount", "code"),
    [
        ("C-9", None, "unknown-contract"),
        ("C-1", usd("100.01"), "above-what-is-held"),
        ("C-1", usd("0.00"), "not-above-zero"),
        ("C-1", replace(usd("1.00"), currency="EUR"), "other-currency"),
    ],
)
def test_what_cannot_be_freed(contract, amount, code):
    with pytest.raises(Refused) as refused:
        list(free(paid_ahead("100.00").book, contract, amount, day("03-02")))
    assert refused.value.code == code
