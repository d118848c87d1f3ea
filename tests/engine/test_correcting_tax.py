"""Tax that goes back by itself: what is credited in all is never more than was charged, whatever the order."""

from contextlib import nullcontext
from datetime import date

import pytest
from controllers import Story
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.crediting import left_of
from engine.billing.granting import give_back
from engine.model.invoices import CreditMemo, Invoice
from engine.model.losses import UNSIGNED
from engine.model.money import Money, total
from engine.refusals import Refused

GIVEN = st.lists(st.tuples(st.sampled_from(["goodwill", "tax correction"]), st.integers(1, 70_000)), max_size=6)


@settings(max_examples=20)
@given(GIVEN)
def test_price_and_tax_go_back_once_each_in_any_order(given_back):
    story = Story()
    story.signs()
    book = story.billing
    invoice = book.all(Invoice)[0]
    for reason, minor in [*given_back, ("goodwill", None), ("tax correction", None)]:
        left = left_of(book, invoice) if reason == "goodwill" else invoice.tax - _credited_tax(book)
        amount = Money(minor or left.minor, invoice.currency)
        wrong = not left or amount > left
        with pytest.raises(Refused, match="cannot be credited") if wrong else nullcontext():
            book.add(give_back(book, invoice, None, amount, reason, date(2026, 1, 2), UNSIGNED))
    assert all(line.tax.minor >= 0 for memo in book.all(CreditMemo) for line in memo.lines)
    assert (_credited_tax(book), left_of(book, invoice).minor) == (invoice.tax, 0)


def _credited_tax(book):
    return total((memo.tax for memo in book.all(CreditMemo)), "USD")
