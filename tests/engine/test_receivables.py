"""What is open, in dispute, credited and unapplied, on any day."""

from debtors import Ledger, day, usd

from engine.billing.installments import open_items
from engine.billing.open_items import (
    collectible,
    customer_credit,
    disputed,
    open_balance,
    unapplied,
    unapplied_cash,
    written_off,
)
from engine.receivables import setting_off


def test_an_invoice_is_open_from_the_day_it_is_posted():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    assert ledger.open(invoice, "02-28") == "0.00 USD"
    assert ledger.open(invoice, "03-01") == "1,320.00 USD"
    assert open_items(ledger.book, day("02-28")) == ()


def test_credits_payments_credit_uses_and_write_offs_each_settle_from_their_own_day_on():
    ledger = Ledger()
    other = ledger.invoice("200.00")
    ledger.pay("220.00", other)
    ledger.credit(other, "100.00")
    invoice = ledger.invoice("1200.00")
    ledger.live("03-05")
    ledger.pay("300.00", invoice)
    ledger.live("03-10")
    ledger.credit(invoice, "200.00")
    ledger.live("03-15")
    ledger.book.add(setting_off.use_credit(ledger.book, "Globex", invoice.number, None, ledger.today))
    ledger.live("03-20")
    ledger.write_off(invoice)
    standing = [ledger.open(invoice, at) for at in ("03-04", "03-05", "03-10", "03-15", "03-20")]
    assert standing == ["1,320.00 USD", "1,020.00 USD", "800.00 USD", "690.00 USD", "0.00 USD"]
    assert ledger.open(invoice) == "0.00 USD"
    assert written_off(ledger.book, invoice) == usd("690.00")
    assert written_off(ledger.book, invoice, day("03-19")) == usd("0.00")


def test_a_memo_that_credits_two_lines_of_an_invoice_settles_it_once():
    ledger = Ledger()
    invoice = ledger.invoice("100.00", "100.00")
    assert len(ledger.credit(invoice, "50.00").lines) == 2
    assert ledger.open(invoice) == "165.00 USD"


def test_a_dispute_counts_from_its_opening_to_its_end():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.live("03-05")
    made = ledger.dispute(invoice, "330.00")
    ledger.live("03-09")
    ledger.resolve(made, "0.00")
    at = [str(disputed(ledger.book, invoice, day(text))) for text in ("03-04", "03-05", "03-08", "03-09")]
    assert at == ["0.00 USD", "330.00 USD", "330.00 USD", "0.00 USD"]


def test_what_is_paid_in_spite_of_a_dispute_is_not_in_dispute_any_more():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    ledger.dispute(invoice, "330.00")
    assert collectible(ledger.book, invoice) == usd("990.00")
    ledger.pay("1200.00", invoice)
    assert disputed(ledger.book, invoice) == usd("120.00")
    assert collectible(ledger.book, invoice) == usd("0.00")


def test_open_items_say_what_is_open_and_what_of_it_is_in_dispute():
    ledger = Ledger()
    invoice, paid = ledger.invoice("1200.00"), ledger.invoice("50.00")
    ledger.dispute(invoice, "330.00")
    ledger.pay("55.00", paid)
    [item] = open_items(ledger.book, ledger.today)
    assert (item.invoice, item.customer, item.entity, item.currency) == (invoice.number, "Globex", "NW", "USD")
    assert (item.total, item.open, item.disputed) == (usd("1320.00"), usd("1320.00"), usd("330.00"))
    assert (item.invoice_date, item.due_date) == (invoice.event_date, invoice.due_date)


def test_customer_credit_is_what_memos_held_less_what_was_used_or_refunded_by_currency():
    ledger = Ledger()
    paid, euro = ledger.invoice("1200.00"), ledger.invoice("100.00", currency="EUR")
    ledger.pay("1320.00", paid)
    ledger.pay("110.00", euro, currency="EUR")
    ledger.credit(paid, "800.00")
    ledger.credit(euro, "10.00")
    ledger.live("03-02")
    ledger.refund("200.00", "customer credit")
    following = ledger.invoice("100.00", issued=day("03-02"))
    ledger.book.add(setting_off.use_credit(ledger.book, "Globex", following.number, None, ledger.today))
    assert customer_credit(ledger.book, "Globex", "USD", day("03-01")) == usd("880.00")
    assert customer_credit(ledger.book, "Globex", "USD") == usd("570.00")
    assert str(customer_credit(ledger.book, "Globex", "EUR")) == "11.00 EUR"
    assert customer_credit(ledger.book, "Acme", "USD") == usd("0.00")


def test_refunds_of_unapplied_cash_take_the_oldest_payment_first():
    ledger = Ledger()
    first, second, euro = ledger.transfer("100.00"), ledger.transfer("50.00"), ledger.transfer("9.00", currency="EUR")
    for payment in (first, second, euro):
        ledger.take(payment)
    ledger.live("03-02")
    ledger.refund("120.00", "unapplied cash")
    left = [str(unapplied(ledger.book, payment)) for payment in (first, second, euro)]
    assert left == ["0.00 USD", "30.00 USD", "9.00 EUR"]
    assert unapplied(ledger.book, first, day("03-01")) == usd("100.00")
    assert unapplied_cash(ledger.book, "Globex", "USD") == usd("30.00")


def test_a_payment_not_yet_disposed_of_has_nothing_unapplied():
    ledger = Ledger()
    assert unapplied(ledger.book, ledger.transfer("5.00")) == usd("0.00")


def test_the_balance_of_an_invoice_looks_at_its_own_settlements_only():
    ledger = Ledger()
    first, second = ledger.invoice("100.00"), ledger.invoice("200.00")
    ledger.pay("250.00")
    assert (ledger.open(first), ledger.open(second)) == ("0.00 USD", "80.00 USD")
    assert open_balance(ledger.book, second, day("03-01")) == usd("80.00")
