"""A day at a rate of whole cents, and units at a rounded price: parts of a billing period are none below nothing and add up to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FLAT, SEAT

from engine.model.calendar import ServicePeriod
from engine.model.contracts import ChargeTerms
from engine.model.discounts import Reduction
from engine.model.money import Money
from engine.model.orders import Billing
from engine.model.policies import QUESTIONS
from engine.terms.periods import BillingPeriod
from engine.terms.proration import Stubs, share
from engine.terms.rating import Manner, exact_amount

ANSWERS = {question.field: [answer.text for answer in question.answers] for question in QUESTIONS}
YEAR = date(2024, 2, 1)
MANNERS = st.builds(
    Manner,
    proration=st.sampled_from(ANSWERS["proration"]),
    rounding=st.sampled_from(ANSWERS["rounding"]),
    daily_rate=st.just("rounded to the smallest unit"),
    unit_rounding=st.sampled_from(ANSWERS["unit_rounding"]),
    stubs=st.builds(Stubs, st.sampled_from(ANSWERS["first_short"]), st.sampled_from(ANSWERS["last_short"])),
    currency=st.just("USD"),
)


def days(first: int, last: int) -> ServicePeriod:
    return ServicePeriod(YEAR + timedelta(first), YEAR + timedelta(last))


def cost(manner: Manner, part: ServicePeriod, term: ServicePeriod, how: Billing, price: str, count: int) -> Fraction:
    terms = ChargeTerms(quantity=count, price=Decimal(price), per_months=1)
    whole = WHOLE[how.every_months]
    return exact_amount(SEAT, terms, part, BillingPeriod(whole, term, whole, YEAR), how, manner)


WHOLE = {1: days(0, 28), 3: days(0, 89), 12: days(0, 365)}


@settings(deadline=None, derandomize=True, max_examples=60, database=None)
@given(
    MANNERS,
    st.builds(Billing, every_months=st.sampled_from([1, 3, 12]), timing=st.sampled_from(["in advance", "in arrears"])),
    st.lists(st.integers(0, 28), min_size=4, max_size=4, unique=True).map(sorted),
    st.sampled_from(["0.0001", "0.005", "0.99", "10", "123.4567"]),
)
def test_days_and_units_add_up_whatever_is_rounded(manner, how, cuts, price):
    first, one, two, last = cuts
    term = days(first, last)
    parts = [days(first, one), days(one + 1, two), days(two + 1, last)]
    costs = [cost(manner, part, term, how, price, 7) for part in parts if part.start <= part.end]
    assert min(costs) >= 0
    assert sum(costs) == cost(manner, term, term, how, price, 7)
    assert costs[0] == sum(cost(manner, parts[0], term, how, price, count) for count in (1, 4, 2))
    whole = WHOLE[how.every_months]
    assert sum(costs) <= cost(manner, whole, whole, how, price, 7)


def test_each_month_has_its_own_day_where_months_are_weighed():
    """30.00 for February to April 2024, 10.00 a month: a day of March costs 0.32 (10.00/31) and one of April 0.33 (10.00/30)."""
    whole = days(0, 89)
    manner = Manner(proration="months", daily_rate="rounded to the smallest unit", currency="USD")
    terms = ChargeTerms(quantity=1, price=Decimal(10), per_months=1)
    place = BillingPeriod(whole, whole, whole, YEAR)
    found = exact_amount(FLAT, terms, days(58, 89), place, Billing(every_months=3), manner)
    assert found == 2 * Fraction("0.32") + 30 * Fraction("0.33")


def test_what_is_priced_together_has_one_rate_a_day():
    """Ten at 10.00 with 1.00 off all of them: 99.00/29 = 3.41 a day; each alone would be 0.34."""
    whole = days(0, 28)
    manner = Manner(daily_rate="rounded to the smallest unit", currency="USD")
    terms = ChargeTerms(quantity=10, price=Decimal(10), per_months=1)
    less = replace(terms, reductions=(Reduction(amount=Money(100, "USD")),))
    place = BillingPeriod(whole, whole, whole, YEAR)
    amounts = [exact_amount(SEAT, some, days(19, 28), place, Billing(), manner) for some in (terms, less)]
    assert amounts == [Fraction("34.00"), Fraction("34.10")]


def test_the_full_price_of_a_short_period_of_no_day():
    """The 30th of January to the 31st has no day of 30/360; at the full price it costs that all the same."""
    whole = ServicePeriod(date(2026, 1, 1), date(2026, 1, 31))
    term = ServicePeriod(date(2026, 1, 30), date(2026, 1, 30))
    place = BillingPeriod(whole, term, whole, whole.start)
    assert share(term, place, Billing(), "30/360", stubs=Stubs("full price")) == 1
