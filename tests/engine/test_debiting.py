"""A debit memo's net is what was asked, however prices are said; its number has no gap; nothing empty is charged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller

from engine.billing.debiting import debit
from engine.model.debits import DebitLine
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.refusals import Refused


def usd(minor: int) -> Money:
    return Money(minor, "USD")


@pytest.mark.parametrize("tax_price", ["exclusive", "inclusive"])
def test_the_net_is_what_was_asked_and_the_tax_comes_to_it(tax_price):
    seller = Seller(tax_price=tax_price)
    seller.signs()
    made = debit(seller.book, seller.book.all(Invoice)[0], [DebitLine(description="More", net=usd(3000))], seller.today)
    assert (str(made.net), str(made.tax)) == ("30.00 USD", "3.00 USD")


def test_nothing_to_charge_is_refused():
    seller = Seller()
    seller.signs()
    with pytest.raises(Refused, match="no more can be charged"):
        debit(seller.book, seller.book.all(Invoice)[0], [], seller.today)


@settings(deadline=None, derandomize=True, max_examples=20, database=None)
@given(st.lists(st.integers(0, 20), max_size=5), st.sampled_from(["of their own", "of the invoices"]))
def test_numbers_have_no_gap_in_either_series(days, numbers):
    seller = Seller(debit_memo_numbers=numbers)
    seller.signs(months=3)
    for count, more in enumerate(sorted(days), 1):
        seller.until(f"2026-01-{1 + more:02}")
        lines = [DebitLine(description="More", net=usd(100 * count))]
        seller.book.add(debit(seller.book, seller.book.all(Invoice)[0], lines, seller.today))
    seller.until("2026-04-01")
    series = {}
    for invoice in seller.book.all(Invoice):
        series.setdefault(invoice.series, []).append(int(invoice.number.rpartition("-")[2]))
    assert all(used == list(range(1, len(used) + 1)) for used in series.values())
    assert len(series) == 1 + (numbers == "of their own" and bool(days))
