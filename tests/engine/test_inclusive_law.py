"""Prices that hold the tax: what is billed is what is due, whenever a rate changes and whatever day decides about it."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold
from test_laws import ANSWERS, BILLED, CHANGES, check_billed_is_due, sign_somehow

from engine.model.company import TaxRate
from engine.model.orders import ChangeQuantity

POLICIES = st.fixed_dictionaries(
    {
        field: st.sampled_from(ANSWERS[field])
        for field in ("tax_point", "amendment_billing", "proration", "tax_rounding")
    }
)
STEPS = st.lists(st.tuples(st.integers(0, 60), st.integers(-60, 40), CHANGES), max_size=3)


@settings(deadline=None, derandomize=True, max_examples=30, database=None)
@given(POLICIES, BILLED, STEPS, st.integers(0, 100))
def test_a_new_rate_leaves_due_what_is_billed(policies, billed, steps, told):
    rates = (TaxRate(code="city", percent=Decimal(20)),)
    seller = Seller(billed["start"], rates=rates, tax_price="inclusive", **policies)
    seller.signs(sold(price="33.33", tax_code="city"), **billed)
    seller.until(str(seller.today + timedelta(days=told)))
    seller.book.tax_rates.append(TaxRate(code="city", percent=Decimal(25), start=seller.today))
    for days, shift, change in steps:
        check_billed_is_due(seller)
        sign_somehow(seller, change, seller.today + timedelta(days=shift))
        check_billed_is_due(seller)
        seller.until(str(seller.today + timedelta(days=days)))
    check_billed_is_due(seller.until("2029-01-01"))


def test_what_is_billed_keeps_its_rate_and_what_comes_takes_the_new_one():
    rates = (TaxRate(code="city", percent=Decimal(20)),)
    seller = Seller("2026-04-01", rates=rates, tax_price="inclusive", tax_point="service period start")
    seller.signs(sold(price="12", quantity=10, tax_code="city"), start="2026-04-01", months=1)
    seller.book.tax_rates.append(TaxRate(code="city", percent=Decimal(25), start=date(2026, 4, 16)))
    assert (str(seller.billed()), str(seller.due())) == ("100.00 USD", "100.00 USD")
    seller.until("2026-04-16")
    seller.changes(ChangeQuantity(product="Seat", delta=10), on="2026-04-16")
    assert (str(seller.billed()), str(seller.due())) == ("148.00 USD", "148.00 USD")
