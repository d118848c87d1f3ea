"""Giving up and getting back after all: the handbook's figures of 4.4 and 4.20, and what is refused."""

import pytest
from debtors import Ledger, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.open_items import open_balance, recovered
from engine.model.money import Money, total
from engine.model.payments import Recovery, WriteOff
from engine.receivables import writing_off
from engine.refusals import Refused


def unserved_credited(**policies):
    """Contract B unpaid, service ended on 30 April: 800 + 80 credited, 440 left."""
    ledger = Ledger(**policies)
    invoice = ledger.invoice("1200.00")
    ledger.credit(invoice, "800.00", reason="unserved")
    return ledger, invoice


def test_all_that_is_open_is_written_off_against_the_allowance_without_relief():
    ledger, invoice = unserved_credited()
    made = ledger.write_off(invoice)
    assert (made.number, made.amount, made.tax_relief, made.method) == (
        "WO-NW-000001",
        usd("440.00"),
        usd("0.00"),
        "allowance",
    )
    assert ledger.open(invoice) == "0.00 USD"


def test_with_relief_the_tax_share_is_reclaimed_and_the_direct_method_says_so():
    ledger, invoice = unserved_credited(tax_relief="at write-off", write_off="direct")
    made = ledger.write_off(invoice)
    assert (made.amount, made.tax_relief, made.method) == (usd("440.00"), usd("40.00"), "direct")


def test_a_part_can_be_written_off_and_then_another():
    ledger, invoice = unserved_credited(tax_relief="at write-off")
    first, second = ledger.write_off(invoice, "110.00"), ledger.write_off(invoice)
    assert [(made.number, made.amount, made.tax_relief) for made in (first, second)] == [
        ("WO-NW-000001", usd("110.00"), usd("10.00")),
        ("WO-NW-000001-2", usd("330.00"), usd("30.00")),
    ]


def test_relief_follows_the_rates_that_credits_have_left_of_the_invoice():
    ledger = Ledger(tax_relief="at write-off")
    invoice = ledger.invoice("1000.00", "1000.00", percent=(10, 20))
    ledger.credit(invoice, "1000.00", line=2)
    assert ledger.write_off(invoice, "550.00").tax_relief == usd("50.00")


def test_relief_is_never_negative_where_the_taxed_line_was_credited_after_a_write_off():
    ledger = Ledger(tax_relief="at write-off")
    invoice = ledger.invoice("1000.00", "1000.00", percent=(20, 0))
    assert ledger.write_off(invoice, "1100.00").tax_relief == usd("100.00")
    ledger.credit(invoice, "900.00", line=1)
    assert ledger.write_off(invoice).tax_relief == usd("0.00")


@given(st.integers(100, 90_000), st.integers(0, 25), st.lists(st.integers(1, 99), min_size=1, max_size=4))
@settings(deadline=None)
def test_parts_written_off_reclaim_together_what_the_whole_would_and_a_full_recovery_gives_it_back(net, percent, cuts):
    ledger = Ledger(tax_relief="at write-off")
    invoice = ledger.invoice(str(Money(net, "USD")), percent=percent)
    for cut in cuts:
        if open_balance(ledger.book, invoice) > Money(cut, "USD"):
            ledger.write_off(invoice, str(Money(cut, "USD")))
    ledger.write_off(invoice)
    reliefs = total((made.tax_relief for made in ledger.book.all(WriteOff)), "USD")
    assert reliefs == invoice.tax
    for cut in cuts:
        ledger.pay(str(Money(cut, "USD")), invoice)
    ledger.pay(str(invoice.total), invoice)
    assert recovered(ledger.book, invoice) == invoice.total
    assert total((made.tax for made in ledger.book.all(Recovery)), "USD") == reliefs


@pytest.mark.parametrize(("relief", "tax"), [("none", "0.00"), ("at write-off", "10.00")])
def test_money_for_a_written_off_invoice_is_a_recovery_with_the_tax_share_that_was_relieved(relief, tax):
    ledger, invoice = unserved_credited(tax_relief=relief)
    ledger.write_off(invoice)
    receipt = ledger.pay("110.00", invoice)
    assert receipt.application is None
    made = receipt.recovery
    assert (made.number, made.amount, made.tax, made.write_off) == (
        "RC-BT-1",
        usd("110.00"),
        usd(tax),
        "WO-NW-000001",
    )
    assert (made.method, made.payment, made.invoice, made.customer) == (
        "bank transfer",
        "BT-1",
        "NW-000001",
        "Globex",
    )


def test_what_comes_above_what_was_written_off_stays_unapplied():
    ledger, invoice = unserved_credited()
    ledger.write_off(invoice)
    ledger.invoice("50.00")
    ledger.pay("400.00", invoice)
    receipt = ledger.pay("100.00", invoice)
    assert receipt.recovery.amount == usd("40.00")
    assert (receipt.application.amount, receipt.application.unapplied) == (usd("60.00"), usd("60.00"))
    third = ledger.pay("55.00", invoice)
    assert (third.recovery, third.application.settlements[0].invoice) == (None, "NW-000002")


def test_what_is_still_open_of_a_partly_written_off_invoice_is_paid_before_anything_is_recovered():
    ledger, invoice = unserved_credited()
    ledger.write_off(invoice, "100.00")
    receipt = ledger.pay("400.00", invoice)
    assert [str(part.amount) for part in receipt.application.settlements] == ["340.00 USD"]
    assert (receipt.application.unapplied, receipt.recovery.amount) == (usd("0.00"), usd("60.00"))


def test_a_recovery_names_the_write_off_it_begins_with():
    ledger, invoice = unserved_credited()
    ledger.write_off(invoice, "100.00")
    ledger.write_off(invoice)
    names = [ledger.pay(amount, invoice).recovery.write_off for amount in ("99.00", "1.00", "10.00")]
    assert names == ["WO-NW-000001", "WO-NW-000001", "WO-NW-000001-2"]


@pytest.mark.parametrize(
    ("amount", "sentence"),
    [
        ("440.01", "440.01 USD cannot be written off: 440.00 USD is open of invoice NW-000001"),
        ("0.00", "0.00 USD cannot be written off of invoice NW-000001; an amount has to be above zero"),
        ("-1.00", "-1.00 USD cannot be written off"),
        (None, "440.00 USD cannot be written off: 100.00 USD of the 440.00 USD open of .* settle the dispute first"),
        ("340.01", "340.01 USD cannot be written off: 100.00 USD of the 440.00 USD open"),
    ],
)
def test_no_more_is_written_off_than_is_open_and_not_in_dispute(amount, sentence):
    ledger, invoice = unserved_credited()
    ledger.dispute(invoice, "100.00")
    with pytest.raises(Refused, match=sentence):
        writing_off.write_off(ledger.book, invoice.number, amount and usd(amount), ledger.today)
    assert (ledger.open(invoice), ledger.book.count(WriteOff)) == ("440.00 USD", 0)
    ledger.write_off(invoice, "340.00")


def test_what_is_not_open_not_there_or_of_another_currency_is_not_written_off():
    ledger, invoice = unserved_credited()
    ledger.write_off(invoice)
    for number, amount, sentence in (
        (invoice.number, None, "nothing is open of invoice NW-000001 to write off"),
        ("NW-9", None, "there is no invoice 'NW-9'"),
        (invoice.number, Money(1, "EUR"), "0.01 EUR is in EUR, invoice NW-000001 in USD"),
    ):
        with pytest.raises(Refused, match=sentence):
            writing_off.write_off(ledger.book, number, amount, ledger.today)
    assert ledger.book.count(WriteOff) == 1


def test_to_have_recovered_more_than_was_written_off_is_a_bug():
    ledger = Ledger()
    with pytest.raises(AssertionError, match=r"0.01 USD more was recovered"):
        writing_off.begun(ledger.book, ledger.invoice("10.00"), usd("0.01"))
