"""Remittance advice across two currencies: which lines pay, how much each gives and takes, and what is refused at the bank."""

from dataclasses import replace
from decimal import Decimal

import pytest
from debtors import Ledger
from test_converting import came, desk, money, owed

from engine.billing.open_items import disputed, open_balance, unapplied
from engine.model.cash import CashExchange, KeptBack, RemittanceLine
from engine.model.currency import ExchangeRate
from engine.model.money import Money
from engine.receivables import applying
from engine.receivables.remitting import check_advice
from engine.refusals import Refused


def at(rate: str, currency: str = "EUR", into: str = "USD") -> ExchangeRate:
    return ExchangeRate(currency=currency, into=into, rate=Decimal(rate))


def line(number: str = "NW-000001", amount: str = "", settles: str = "", rate: ExchangeRate | None = None, *kept: str):
    held = tuple(KeptBack(kind="bank charge", amount=money(one)) for one in kept)
    said = [money(text) if text else None for text in (amount, settles)]
    return RemittanceLine(invoice=number, amount=said[0], kept=held, settles=said[1], rate=rate)


def advised(ledger: Ledger, amount: str, *lines: RemittanceLine, method: str = "bank transfer"):
    payment = replace(ledger.transfer(amount), remittance=lines, method=method)
    for document in applying.receive(ledger.book, payment, ledger.today).documents():
        ledger.book.add(document)
    return payment


def sides(ledger: Ledger) -> list[str]:
    return [str(one.amount) for one in ledger.book.all(CashExchange)]


@pytest.mark.parametrize(
    ("lines", "exchanged"),
    [
        ((line(),), ["1,120.00 USD", "1,000.00 EUR"]),
        ((line(amount="560.00 USD"),), ["560.00 USD", "500.00 EUR"]),
        ((line(amount="500.00 EUR"),), ["560.00 USD", "500.00 EUR"]),
        ((line(settles="500.00 EUR"),), ["560.00 USD", "500.00 EUR"]),
        ((line(amount="600.00 USD", settles="500.00 EUR"),), ["600.00 USD", "500.00 EUR"]),
        # Agreed amounts of which not all is there, or not all is open, hold in proportion.
        ((line(amount="3,000.00 USD", settles="2,000.00 EUR"),), ["1,500.00 USD", "1,000.00 EUR"]),
        ((line(amount="6,000.00 USD", settles="1,500.00 EUR"),), ["2,000.00 USD", "500.00 EUR"]),
        ((line(rate=at("1.25")),), ["1,250.00 USD", "1,000.00 EUR"]),
        ((line(rate=at("0.8", "USD", "EUR")),), ["1,250.00 USD", "1,000.00 EUR"]),
        # What an invoice is paid in two lines is paid in one; of two currencies the first counts.
        ((line(amount="112.00 USD"), line(amount="112.00 USD", rate=at("1.12"))), ["224.00 USD", "200.00 EUR"]),
        ((line(amount="112.00 USD"), line(amount="112.00 EUR")), ["112.00 USD", "100.00 EUR"]),
        # 20.00 USD kept back are 17.86 EUR: 982.14 * 1.12 = 1,100.00.
        ((line("NW-000001", "", "", None, "20.00 USD"),), ["1,100.00 USD", "982.14 EUR"]),
        ((line("NW-000001", "", "", None, "20.00 EUR", "30.00 EUR"),), ["1,064.00 USD", "950.00 EUR"]),
        ((line("NW-000001", "", "", None, "1,200.00 EUR"),), []),
        ((line(amount="500.00 GBP"),), []),
        ((line(rate=at("1.3", "GBP")),), []),
        ((line(rate=at("0")),), []),
        ((line("NW-000009"),), []),
        ((line(amount="0.01 USD", rate=at("9.99")),), []),
    ],
)
def test_how_much_an_advice_gives_and_takes(lines, exchanged):
    ledger = desk("1.12", "1.30")
    invoice = owed(ledger)
    payment = advised(ledger, "2,000.00", *lines)
    assert sides(ledger) == exchanged
    assert unapplied(ledger.book, payment) == payment.amount - money(exchanged[0] if exchanged else "0.00 USD")
    assert open_balance(ledger.book, invoice).minor >= 0


def test_in_the_order_of_the_advice_as_far_as_the_money_goes():
    ledger = desk("1.12")
    euros, dollars = owed(ledger), owed(ledger, "300.00", "USD")
    advised(ledger, "1,000.00", line(dollars.number), line(euros.number), line(dollars.number))
    assert open_balance(ledger.book, dollars) == Money.zero("USD")
    assert sides(ledger) == ["700.00 USD", "625.00 EUR"]


def test_a_line_in_another_currency_than_an_invoice_in_the_payments_is_left_aside():
    ledger = desk("1.12")
    dollars = owed(ledger, "300.00", "USD")
    assert unapplied(ledger.book, advised(ledger, "100.00", line(amount="50.00 EUR"))) == money("100.00 USD")
    assert open_balance(ledger.book, dollars) == dollars.total


@pytest.mark.parametrize("method", ["card", "direct debit"])
def test_who_collects_collects_in_the_currency_of_the_invoice(method):
    ledger = desk("1.12")
    owed(ledger)
    advised(ledger, "112.00", line(), method=method)
    assert sides(ledger) == []


def test_what_was_kept_back_of_an_invoice_in_another_currency_stays_in_dispute():
    ledger = desk("1.12")
    invoice = owed(ledger)
    short = RemittanceLine(invoice=invoice.number, kept=(KeptBack(kind="short", amount=money("112.00 USD")),))
    receipt = applying.receive(ledger.book, replace(ledger.transfer("5,000.00"), remittance=(short,)), ledger.today)
    assert [(one.invoice, str(one.amount)) for one in receipt.claims] == [(invoice.number, "100.00 EUR")]
    assert disputed(ledger.book, invoice) == Money.zero("EUR")  # a claim is taken down by the cash desk


def test_money_of_an_unknown_payer_pays_across_once_they_are_known():
    ledger = desk("1.12")
    invoice, payment = owed(ledger), came(ledger, "112.00", customer="")
    found, receipt = applying.identify(ledger.book, payment.number, "Globex", invoice.number, ledger.today)
    for document in (found, *receipt.documents()):
        ledger.book.add(document)
    assert open_balance(ledger.book, invoice) == money("900.00 EUR")
    assert unapplied(ledger.book, payment) == Money.zero("USD")


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (line(rate=at("1.15", "GBP", "EUR")), "1.15 EUR per GBP is no rate for a transfer in USD"),
        (line(rate=at("0")), "0 USD per EUR is no rate for a transfer in USD"),
        (
            line(settles="5.00 USD"),
            "5.00 USD of invoice NW-000001 is in the currency of the transfer; there is nothing to",
        ),
    ],
)
def test_what_the_bank_does_not_take_down(said, sentence):
    with pytest.raises(Refused, match=sentence):
        check_advice(replace(desk("1.12").transfer("1.00"), remittance=(said,)))
