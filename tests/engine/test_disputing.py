"""Disputes: how much can be contested, what is reserved, and how they end (handbook 4.3)."""

from contextlib import nullcontext, suppress

import pytest
from debtors import Ledger, day, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.open_items import customer_credit
from engine.model.invoices import CreditMemo
from engine.model.money import Money
from engine.model.payments import DisputeResolution, InvoiceDispute
from engine.receivables import disputing
from engine.refusals import Refused


def reserving(on="12-31"):
    """A company that reserves what is in dispute, on a day of the year over which its invoices' service is given."""
    ledger = Ledger(dispute="reserve")
    ledger.today = day(on)
    return ledger


def test_a_dispute_is_a_flag_without_a_reserve_unless_the_company_reserves():
    ledger = Ledger()
    made = ledger.dispute(ledger.invoice("1200.00"), "330.00", 1)
    assert (made.number, made.reserve, made.invoice_line) == ("D-1", usd("0.00"), 1)
    assert (made.entity, made.customer, made.reason) == ("NW", "Globex", "not as ordered")


def test_the_reserve_is_the_net_share_of_the_line_or_of_the_mix_of_the_invoice():
    ledger = reserving()
    invoice = ledger.invoice("1000.00", "1000.00", percent=(10, 20))
    assert ledger.dispute(invoice, "330.00", 1).reserve == usd("300.00")
    assert ledger.dispute(invoice, "120.00", 2).reserve == usd("100.00")
    assert ledger.dispute(invoice, "230.00").reserve == usd("200.00")


@pytest.mark.parametrize(
    ("on", "reserve"), [("01-01", "1.00"), ("03-01", "60.00"), ("12-30", "364.00"), ("12-31", "365.00")]
)
def test_only_what_was_given_of_the_service_is_reserved(on, reserve):
    ledger = reserving(on)
    invoice = ledger.invoice("365.00", "365.00")
    assert ledger.dispute(invoice, "401.50", 1).reserve == usd(reserve)
    assert ledger.dispute(invoice, "200.75").reserve == Money(usd(reserve).minor // 2, "USD")


def test_a_credit_above_the_reserve_leaves_nothing_reserved():
    ledger = reserving("03-01")
    memo, end = ledger.resolve(ledger.dispute(ledger.invoice("365.00"), "401.50"), "401.50")
    assert (memo.net, end.released) == (usd("365.00"), usd("-305.00"))


@pytest.mark.parametrize(
    ("credited", "outcome", "net", "tax", "released", "left"),
    [
        ("330.00", "accepted", "300.00", "30.00", "0.00", "990.00 USD"),
        ("220.00", "partly accepted", "200.00", "20.00", "100.00", "1,100.00 USD"),
    ],
)
def test_a_settled_dispute_credits_with_tax_and_releases_the_rest_of_its_reserve(
    credited, outcome, net, tax, released, left
):
    ledger = reserving()
    invoice = ledger.invoice("1200.00")
    made = ledger.dispute(invoice, "330.00")
    memo, end = ledger.resolve(made, credited)
    assert (memo.net, memo.tax, memo.reason) == (usd(net), usd(tax), "dispute")
    assert (end.number, end.dispute, end.outcome, end.credit_memo) == ("DR-1", "D-1", outcome, memo.number)
    assert (end.credited, end.released) == (usd(credited), usd(released))
    assert ledger.open(invoice) == left


def test_a_rejected_dispute_releases_all_of_its_reserve_and_credits_nothing():
    ledger = reserving()
    invoice = ledger.invoice("1200.00")
    memo, end = ledger.resolve(ledger.dispute(invoice, "330.00"), "0.00")
    assert (memo, end.outcome, end.credited, end.credit_memo) == (None, "rejected", usd("0.00"), None)
    assert end.released == usd("300.00")
    assert ledger.open(invoice) == "1,320.00 USD"


def test_without_a_reserve_what_the_credit_would_take_of_one_is_put_back_so_that_none_is_left():
    ledger = Ledger()
    _, end = ledger.resolve(ledger.dispute(ledger.invoice("1200.00"), "330.00"), "110.00")
    assert end.released == usd("-100.00")


def test_a_dispute_of_a_line_credits_that_line_at_its_own_rate():
    ledger = Ledger()
    invoice = ledger.invoice("1000.00", "1000.00", percent=(10, 20))
    memo, _ = ledger.resolve(ledger.dispute(invoice, "120.00", 2), "120.00")
    assert [(line.invoice_line, line.net, line.tax) for line in memo.lines] == [(2, usd("100.00"), usd("20.00"))]


def test_what_was_paid_in_spite_of_the_dispute_comes_back_as_the_customers_credit():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    made = ledger.dispute(invoice, "330.00")
    ledger.pay("1320.00", invoice)
    ledger.resolve(made, "330.00")
    assert customer_credit(ledger.book, "Globex", "USD") == usd("330.00")


def test_a_whole_disputed_invoice_with_mixed_rates_is_credited_to_the_cent():
    ledger = Ledger()
    invoice = ledger.invoice("33.33", "66.67", "0.05", percent=(7, 19, 10))
    ledger.resolve(ledger.dispute(invoice, str(invoice.total)), str(invoice.total))
    assert ledger.open(invoice) == "0.00 USD"


def test_where_no_credit_comes_to_the_very_cent_the_nearest_below_is_given():
    ledger = Ledger()
    invoice = ledger.invoice("100.00")
    memo, end = ledger.resolve(ledger.dispute(invoice, "0.05"), "0.05")
    assert (memo.net, memo.tax, end.credited, end.outcome) == (
        usd("0.04"),
        usd("0.00"),
        usd("0.04"),
        "accepted",
    )


@given(st.integers(1, 200_000), st.integers(0, 30), st.data())
@settings(deadline=None)
def test_what_is_credited_is_never_above_and_at_most_a_cent_below_what_was_agreed(net, percent, data):
    ledger = reserving()
    invoice = ledger.invoice(str(Money(net, "USD")), percent=percent)
    amount = data.draw(st.integers(1, invoice.total.minor))
    asked = Money(data.draw(st.integers(1, amount)), "USD")
    made = ledger.dispute(invoice, str(Money(amount, "USD")))
    with suppress(Refused) if asked.minor == 1 else nullcontext():  # a cent may come to two with its tax
        memo, end = ledger.resolve(made, str(asked))
        assert 0 <= (asked - memo.total).minor <= 1
        assert end.released + memo.net == made.reserve


def test_a_cent_that_comes_to_two_with_its_tax_is_not_credited():
    ledger = Ledger()
    made = ledger.dispute(ledger.invoice("0.02", percent=25), "0.01")
    refused(ledger, lambda: ledger.resolve(made, "0.01"), "0.01 USD cannot be credited: the smallest credit of invoice")


def refused(ledger, act, sentence):
    """The act is refused with that sentence, and nothing is written."""
    kinds = (InvoiceDispute, CreditMemo, DisputeResolution)
    before = [ledger.book.count(kind) for kind in kinds], ledger.book.agenda.next_after(day("05-01"))
    with pytest.raises(Refused, match=sentence):
        act()
    assert before == ([ledger.book.count(kind) for kind in kinds], ledger.book.agenda.next_after(day("05-01")))


@pytest.mark.parametrize(
    ("amount", "line", "sentence"),
    [
        ("990.01", None, "990.01 USD cannot be disputed: 1,320.00 USD is open of .*, 330.00 USD of that already in"),
        ("110.01", 1, "110.01 USD cannot be disputed: 440.00 USD is left of line 1 .*, 330.00 USD of that already"),
        ("1.00", 7, "invoice NW-000001 has no line 7"),
        ("0.00", None, "0.00 USD cannot be disputed of invoice NW-000001; an amount has to be above zero"),
    ],
)
def test_no_more_is_disputed_than_is_open_and_not_in_dispute_already(amount, line, sentence):
    ledger = Ledger()
    invoice = ledger.invoice("400.00", "800.00")
    ledger.dispute(invoice, "330.00", 1)
    refused(ledger, lambda: ledger.dispute(invoice, amount, line), sentence)


def test_a_dispute_of_one_line_leaves_the_other_to_be_disputed_in_full():
    ledger = Ledger()
    invoice = ledger.invoice("400.00", "800.00")
    ledger.dispute(invoice, "330.00", 1)
    assert ledger.dispute(invoice, "880.00", 2).amount == usd("880.00")


def test_what_is_paid_or_in_dispute_altogether_cannot_be_disputed_and_the_refusal_says_which():
    ledger = Ledger()
    contested, paid = ledger.invoice("400.00"), ledger.invoice("800.00")
    ledger.dispute(contested, "440.00")
    ledger.pay("880.00", paid)
    refused(ledger, lambda: ledger.dispute(contested, "0.00"), "all that is open of it is in dispute already")
    refused(ledger, lambda: ledger.dispute(paid, "1.00"), "NW-000002 cannot be disputed: nothing of it is open")


def test_what_was_credited_of_a_line_cannot_be_disputed_any_more():
    ledger = Ledger()
    invoice = ledger.invoice("400.00", "800.00")
    ledger.credit(invoice, "300.00", 1)
    refused(ledger, lambda: ledger.dispute(invoice, "110.01", 1), "110.00 USD is left of line 1 of invoice NW-000001")
    ledger.dispute(invoice, "110.00", 1)


def test_an_invoice_that_is_not_there_or_in_another_currency_is_not_disputed():
    ledger = Ledger()
    euro = ledger.invoice("100.00", currency="EUR")
    refused(ledger, lambda: ledger.dispute(euro, "5.00"), "5.00 USD is in USD, invoice NW-000001 in EUR")
    act = lambda: disputing.dispute(ledger.book, "NW-9", None, usd("5.00"), "", ledger.today)  # noqa: E731
    refused(ledger, act, "there is no invoice 'NW-9'")


@pytest.mark.parametrize("credited", ["330.01", "-0.01"])
def test_no_more_is_credited_than_is_in_dispute_and_never_less_than_nothing(credited):
    ledger = Ledger()
    made = ledger.dispute(ledger.invoice("1200.00"), "330.00")
    refused(ledger, lambda: ledger.resolve(made, credited), f"{credited} USD cannot be credited: dispute D-1 is about")


def test_a_dispute_ends_once_and_has_to_be_there():
    ledger = Ledger()
    made = ledger.dispute(ledger.invoice("1200.00"), "330.00")
    ledger.resolve(made, "0.00")
    refused(ledger, lambda: ledger.resolve(made, "330.00"), "dispute D-1 is already settled: rejected")
    act = lambda: disputing.resolve(ledger.book, "D-7", usd("0.00"), ledger.today)  # noqa: E731
    refused(ledger, act, "there is no dispute 'D-7'")


def test_what_was_credited_otherwise_since_is_not_credited_again():
    ledger = Ledger()
    invoice = ledger.invoice("1200.00")
    made = ledger.dispute(invoice, "330.00")
    ledger.credit(invoice, "1000.00")
    refused(ledger, lambda: ledger.resolve(made, "220.01"), "220.01 USD cannot be credited: 220.00 USD is left of what")
    ledger.resolve(made, "220.00")
    assert ledger.open(invoice) == "0.00 USD"
