"""The gateway's payouts: fees by payment, refunds deducted, nothing sent twice."""

from decimal import Decimal

import pytest
from debtors import company, day

from engine.book import Book
from engine.model.money import Money
from engine.model.payments import Payment, PaymentRequest, PayoutTerms, Refund
from engine.receivables import charging
from engine.receivables.paying_out import pay_out
from engine.refusals import Refused

TERMS = PayoutTerms(percent_fee=Decimal("2.9"), fixed_fee=Decimal("0.30"))


def card(book: Book, number: int, amount: str) -> Payment:
    money = Money.parse(amount)
    request = PaymentRequest(
        number=f"PR-NW-{number}-1",
        event_date=day("03-31"),
        effective_date=day("03-31"),
        posting_date=day("03-31"),
        entity="NW",
        customer="Globex",
        invoice=f"NW-{number}",
        amount=money,
        attempt=1,
    )
    return book.add(charging.collected(book, charging.attempt(request, "succeeds", day("03-31")), day("03-31")))


def refund(book: Book, number: int, amount: str) -> None:
    owed = Refund(
        number=f"RF-{number}",
        event_date=day("04-01"),
        effective_date=day("04-01"),
        posting_date=day("04-01"),
        entity="NW",
        customer="Globex",
        amount=Money.parse(amount),
        source="customer credit",
        reason="",
    )
    book.add(charging.pay_refund(book, owed, day("04-01")))


def send(book: Book, terms: PayoutTerms = TERMS):
    return book.add(pay_out(book, terms, day("04-02")))


def figures(payout):
    return payout.number, str(payout.gross), str(payout.fee), str(payout.net), payout.payments


def test_card_payments_are_paid_out_once_less_the_fee_of_each():
    book = Book(company())
    card(book, 1, "1320.00 USD")
    card(book, 2, "110.00 USD")
    expected = ("PO-1", "1,430.00 USD", "42.07 USD", "1,387.93 USD", ("PAY-NW-1-1", "PAY-NW-2-1"))
    assert figures(send(book)) == expected  # 38.28 + 0.30 and 3.19 + 0.30
    with pytest.raises(Refused, match="holds no card payment that is not yet paid out"):
        send(book)
    card(book, 3, "10.00 USD")
    assert figures(send(book, PayoutTerms())) == ("PO-2", "10.00 USD", "0.00 USD", "10.00 USD", ("PAY-NW-3-1",))


def test_refunds_are_deducted_once_and_bear_no_fee():
    book = Book(company())
    card(book, 1, "1320.00 USD")
    refund(book, 1, "880.00 USD")
    expected = ("PO-1", "440.00 USD", "38.58 USD", "401.42 USD", ("PAY-NW-1-1", "RP-RF-1"))
    assert figures(send(book)) == expected
    card(book, 2, "10.00 USD")
    assert figures(send(book, PayoutTerms()))[1] == "10.00 USD"


def test_each_currency_is_paid_out_by_itself_the_one_held_longest_first():
    book = Book(company())
    card(book, 1, "100.00 EUR")
    card(book, 2, "200.00 USD")
    card(book, 3, "300.00 EUR")
    refund(book, 1, "50.00 USD")
    assert [figures(send(book, PayoutTerms()))[1] for _ in range(2)] == ["400.00 EUR", "150.00 USD"]


def test_bank_transfers_go_straight_to_the_bank():
    book = Book(company())
    book.add(charging.transfer(book, "Globex", Money.parse("5.00 USD"), None, "", 1, day("03-31")))
    with pytest.raises(Refused, match="holds no card payment"):
        send(book)


@pytest.mark.parametrize("amount", ["100.00 USD", "99.90 USD", "96.80 USD"])
def test_nothing_is_paid_out_where_refunds_and_fees_take_it_all(amount):
    book = Book(company())
    card(book, 1, "100.00 USD")
    refund(book, 1, amount)
    with pytest.raises(
        Refused, match=f"nothing is left to pay out: 100.00 USD collected, {amount} paid back, 3.20 USD"
    ):
        send(book)
