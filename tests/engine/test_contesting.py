"""A second decision is about what was lost at first, and only one is made."""

from dataclasses import replace
from decimal import Decimal

import pytest
from debtors import Ledger, day, usd

from engine.receivables.contesting import arbitrate, charge_back, decide
from engine.refusals import Refused


def charged_back(won=None, policy="disputed funds"):
    ledger = Ledger(chargeback=policy)
    terms = replace(ledger.book.company.payouts, arbitration_fee=Decimal(250))
    ledger.book.company = replace(ledger.book.company, payouts=terms)
    payment = ledger.transfer("100.00")
    ledger.book._by_kind[type(payment)][payment.number] = replace(payment, method="card")
    ledger.book.add(charge_back(ledger.book, "BT-1", None, "not recognized", ledger.today))
    if won is not None:
        ledger.book.add(decide(ledger.book, "CB-1", usd(won), False, ledger.today))
    return ledger


@pytest.mark.parametrize(
    ("won", "outcome", "fee"),
    [("100.00", "won", "0.00 USD"), ("40.00", "partly lost", "-250.00 USD"), ("0.00", "lost", "-250.00 USD")],
)
def test_the_loser_pays(won, outcome, fee):
    end = arbitrate(charged_back("0.00").book, "CB-1", usd(won), day("04-01"))
    assert (end.outcome, str(end.fee_returned), end.held) == (outcome, fee, "receivable reopened")
    assert end.won + end.lost == usd("100.00")


def test_where_the_loss_is_borne_what_is_won_back_returns_to_revenue():
    end = arbitrate(charged_back("0.00", "taken out of revenue").book, "CB-1", usd("1.00"), day("04-01"))
    assert end.held == "taken out of revenue"


@pytest.mark.parametrize(
    ("first", "won", "code"),
    [
        (None, usd("1.00"), "not-decided"),
        ("100.00", usd("1.00"), "nothing-to-arbitrate"),
        ("40.00", usd("60.01"), "above-loss"),
        ("40.00", usd("-0.01"), "above-loss"),
        ("40.00", replace(usd("1.00"), currency="EUR"), "other-currency"),
    ],
)
def test_what_cannot_be_arbitrated(first, won, code):
    with pytest.raises(Refused) as refused:
        arbitrate(charged_back(first).book, "CB-1", won, day("04-01"))
    assert refused.value.code == code


def test_it_is_arbitrated_once():
    ledger = charged_back("0.00")
    ledger.book.add(arbitrate(ledger.book, "CB-1", usd("10.00"), day("04-01")))
    with pytest.raises(Refused, match="arbitrated already"):
        arbitrate(ledger.book, "CB-1", usd("10.00"), day("04-02"))
