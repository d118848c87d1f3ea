"""Invoices paid in another currency: what is exchanged, what is realized, and that the clearing between the two ends at nothing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from controllers import Story
from debtors import Ledger, day
from hypothesis import given, settings
from hypothesis import strategies as some

from engine.billing.open_items import customer_credit, open_balance, unapplied
from engine.ledger.general_ledger import balances
from engine.ledger.posting import post
from engine.model.currency import ExchangeRate
from engine.model.journal import LedgerAccount, PostingRule
from engine.model.money import Money
from engine.model.payments import PaymentApplication
from engine.receivables import reversing
from engine.receivables.applying import receive
from engine.receivables.converting import apply, undone
from engine.receivables.crossing import cross_rate
from engine.refusals import Refused

REALIZED = LedgerAccount(code="4900", name="Realized", type="income", role="realized exchange difference")
BACK = PostingRule(event="payment reversed", amount="to unapplied cash", debit="Receivables", credit="Unapplied cash")


def rates(*figures: str) -> tuple[ExchangeRate, ...]:
    """Of EUR and GBP into USD, and of EUR into GBP where a third is said."""
    pairs = (("EUR", "USD"), ("GBP", "USD"), ("EUR", "GBP"))
    return tuple(
        ExchangeRate(currency=one, into=other, rate=Decimal(figure), kind="spot", on=date.min)
        for (one, other), figure in zip(pairs, figures, strict=False)
    )


def desk(*figures: str, books: str = "USD", **policies: str) -> Ledger:
    ledger = Ledger(**policies)
    entity = replace(ledger.book.company.entity, currency=books)
    ledger.book.company = replace(ledger.book.company, exchange_rates=rates(*figures), entity=entity)
    return ledger


def owed(ledger: Ledger, amount: str = "1,000.00", currency: str = "EUR"):
    return ledger.invoice(amount, percent=0, currency=currency)


def came(ledger: Ledger, amount: str, currency: str = "USD", customer: str = "Globex", invoice: str | None = None):
    payment = ledger.transfer(amount, invoice, customer, currency)
    for document in receive(ledger.book, payment, ledger.today).documents():
        ledger.book.add(document)
    return payment


def kept(ledger: Ledger, made) -> list[str]:
    for document in (*made.exchanges, made.application):
        ledger.book.add(document)
    return [f"{side.number} {side.amount}" for side in made.exchanges]


def money(text: str) -> Money:
    return Money.parse(text[:-4], text[-3:])


@pytest.mark.parametrize(
    ("figures", "amount", "currency", "asked", "exchanged"),
    [
        (("1.12",), "560.00", "USD", None, ("560.00 USD", "500.00 EUR")),
        (("1.12",), "2,000.00", "USD", None, ("1,120.00 USD", "1,000.00 EUR")),
        (("1.12",), "2,000.00", "USD", "112.00 USD", ("112.00 USD", "100.00 EUR")),
        # 1.30 / 1.12 euros a pound, unless the rate of the two is stated: 0.80 pounds a euro
        (("1.12", "1.30"), "560.00", "GBP", None, ("560.00 GBP", "650.00 EUR")),
        (("1.12", "1.30", "0.80"), "560.00", "GBP", None, ("560.00 GBP", "700.00 EUR")),
    ],
)
def test_the_rate_of_the_day_says_what_cash_settles(figures, amount, currency, asked, exchanged):
    ledger = desk(*figures)
    invoice, payment = owed(ledger), came(ledger, amount, currency)
    made = apply(ledger.book, payment.number, invoice.number, asked and money(asked), None, ledger.today)
    assert kept(ledger, made) == [f"XC-BT-1-1-given {exchanged[0]}", f"XC-BT-1-1-taken {exchanged[1]}"]
    assert open_balance(ledger.book, invoice) == invoice.total - money(exchanged[1])
    assert unapplied(ledger.book, payment) == payment.amount - money(exchanged[0])


def test_in_one_currency_nothing_is_exchanged():
    ledger = desk("1.12")
    invoice, payment = owed(ledger, "100.00", "USD"), came(ledger, "200.00")
    assert (
        apply(
            desk_with(ledger, "50.00"), "BT-2", owed(ledger, "70.00", "USD").number, None, None, day("03-01")
        ).exchanges
        == ()
    )
    assert receive(ledger.book, replace(payment, invoice=invoice.number), ledger.today).across == ()
    assert not list(undone(ledger.book, payment.number, invoice.number, ledger.today))


def desk_with(ledger: Ledger, amount: str):
    came(ledger, amount)
    return ledger.book


@pytest.mark.parametrize(
    ("amount", "settles", "code"),
    [
        ("100.01 USD", "90.00 EUR", "above-what-is-there"),
        ("100.00 USD", "1,000.01 EUR", "above-what-is-there"),
        ("100.00 USD", "90.00 USD", "other-currency"),
        ("90.00 EUR", None, "other-currency"),
        ("0.00 USD", "90.00 EUR", "not-above-zero"),
        ("100.00 USD", "0.00 EUR", "not-above-zero"),
    ],
)
def test_what_cannot_be_exchanged(amount, settles, code):
    ledger = desk("1.12")
    invoice, payment = owed(ledger), came(ledger, "100.00")
    with pytest.raises(Refused) as refused:
        apply(ledger.book, payment.number, invoice.number, money(amount), settles and money(settles), ledger.today)
    assert refused.value.code == code


def test_who_cannot_exchange():
    ledger = desk("1.12")
    euros, dollars = owed(ledger), owed(ledger, "10.00", "USD")
    first = came(ledger, "112.00")
    other = came(ledger, "112.00", customer="Acme")
    book, today = ledger.book, ledger.today
    for payment, invoice, agreed, code in (
        (other, euros, None, "other-customer"),
        (first, dollars, money("10.00 USD"), "same-currency"),
    ):
        with pytest.raises(Refused) as refused:
            apply(book, payment.number, invoice.number, None, agreed, today)
        assert refused.value.code == code


def test_nothing_is_left_to_exchange_and_no_rate_is_known():
    ledger = desk("1.12")
    invoice, payment = owed(ledger), came(ledger, "112.00")
    kept(ledger, apply(ledger.book, payment.number, invoice.number, None, None, ledger.today))
    with pytest.raises(Refused, match=r"there is nothing to pay: 0.00 USD is unapplied of payment BT-1"):
        apply(ledger.book, payment.number, invoice.number, None, None, ledger.today)
    pounds = came(ledger, "100.00", "GBP", invoice=invoice.number)
    assert unapplied(ledger.book, pounds) == pounds.amount
    with pytest.raises(Refused, match="no exchange rate of GBP into USD"):
        cross_rate(ledger.book, "NW", "GBP", "EUR", ledger.today)


def test_whom_the_convention_lets_pay():
    for policy, customer, pays in (
        ("at the rate of the day", "Globex", True),
        ("at the rate of the day", "Acme", False),
        ("kept unapplied", "Globex", False),
    ):
        ledger = desk("1.12", paid_across=policy)
        invoice = owed(ledger)
        came(ledger, "112.00", invoice=invoice.number, customer=customer)
        assert (open_balance(ledger.book, invoice) == money("900.00 EUR")) is pays


@pytest.mark.parametrize(("amount", "credit"), [("112.00", "0.00 USD"), ("1,130.00", "10.00 USD")])
def test_what_is_kept_as_credit_is_only_what_is_not_exchanged(amount, credit):
    ledger = desk("1.12", surplus="customer credit")
    payment = came(ledger, amount, invoice=owed(ledger).number)
    made = ledger.book.about(PaymentApplication, "payment", payment.number)
    assert len({one.number for one in made}) == len(made)
    assert customer_credit(ledger.book, "Globex", "USD") == money(credit)
    assert unapplied(ledger.book, payment) == Money.zero("USD")


FIGURE = some.integers(5_000, 20_000).map(lambda number: f"{number / 10_000:.4f}")


@settings(max_examples=12, derandomize=True, deadline=None)
@given(
    some.lists(FIGURE, min_size=2, max_size=2),
    some.sampled_from(["USD", "EUR", "GBP"]),
    some.sampled_from([("USD", "EUR"), ("GBP", "EUR"), ("EUR", "USD"), ("EUR", "GBP")]),
    some.integers(5, 300_000),
    some.integers(1, 100_000) | some.none(),
    some.booleans(),
)
def test_clearing_ends_at_nothing_and_taking_off_restores(figures, books, pair, cents, agreed, takes_off):
    ledger, story = desk(*figures, f"{float(figures[0]) / float(figures[1]):.4f}", books=books), Story()
    company = story.book.company
    story.book.company = replace(
        company,
        exchange_rates=ledger.book.company.exchange_rates,
        entity=ledger.book.company.entity,
        accounts=(*company.accounts, REALIZED),
        postings=(*company.postings, BACK),
    )
    invoice, payment = owed(ledger, currency=pair[1]), came(ledger, f"{cents / 100:.2f}", pair[0])
    settles = Money(agreed, pair[1]) if agreed else None
    made = apply(ledger.book, "BT-1", invoice.number, payment.amount if agreed else None, settles, ledger.today)
    receipt = ledger.book.find(type(made.application), "AP-BT-1")
    written = [invoice, receipt, *made.exchanges, made.application]
    kept(ledger, made)
    assert open_balance(ledger.book, invoice).minor >= 0
    assert unapplied(ledger.book, payment).minor >= 0
    if takes_off:
        back = ledger.book.add(reversing.take_off(ledger.book, "BT-1", invoice.number, ledger.today))
        again = [ledger.book.add(one) for one in undone(ledger.book, "BT-1", invoice.number, ledger.today)]
        written += [back, *again]
        assert unapplied(ledger.book, payment) == payment.amount
        assert open_balance(ledger.book, invoice) == invoice.total
    for document in written:
        post(story.book, document)
    found = [(one.account, one.booked.minor) for one in balances(story.book, date(2030, 1, 1))]
    assert sum(minor for account, minor in found if account == "Exchange clearing") == 0
    assert sum(minor for _, minor in found) == 0
    if takes_off:
        # Each leg can be rounded by half a cent.
        assert abs(sum(minor for account, minor in found if account == "Realized")) <= 3
