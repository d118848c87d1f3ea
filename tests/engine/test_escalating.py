"""Prices that rise by themselves: when, by how much, and what cannot be agreed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller

from engine.contracts.escalating import clause_of, escalate, plan_uplifts, publish, uplift_on
from engine.model.contracts import Amendment, Contract
from engine.model.orders import Terms
from engine.model.uplifts import IndexValue, UpliftClause
from engine.refusals import Refused

TERMS = Terms(start=date(2026, 1, 1), months=36, currency="USD")


def agreed(**clause: object) -> UpliftClause:
    return UpliftClause(**clause)  # type: ignore[arg-type]


def risen(seller: Seller) -> list[tuple[str, str]]:
    seller.book.get(Contract, "C-1")
    made = seller.book.about(Amendment, "contract", "C-1")
    return [(str(a.effective_date), str(a.changes[0].uplift)) for a in made if a.cause == "uplift"]


@pytest.mark.parametrize(
    ("clause", "sentence"),
    [
        (agreed(at_least=Decimal(5), at_most=Decimal(4)), "an uplift of at least 5% cannot be at most 4%"),
        (agreed(percent=Decimal(-100)), "an uplift of -100% leaves no price"),
        (agreed(percent=Decimal(-120), at_least=Decimal(-100)), "an uplift of -120% leaves no price"),
    ],
)
def test_what_cannot_be_agreed(clause, sentence):
    with pytest.raises(Refused) as refused:
        clause_of(Seller().book, replace(TERMS, uplift=clause))
    assert refused.value.sentence == sentence


@pytest.mark.parametrize(
    "clause",
    [
        None,
        agreed(percent=Decimal(3)),
        agreed(at_least=Decimal(2)),
        agreed(at_most=Decimal(2)),
        agreed(at_least=Decimal(2), at_most=Decimal(2)),
        agreed(percent=Decimal(-100), at_least=Decimal(0)),
    ],
)
def test_what_can_be_agreed(clause):
    assert clause_of(Seller().book, replace(TERMS, uplift=clause)) == clause


def test_the_company_says_it_where_the_contract_does_not():
    seller = Seller()
    seller.book.company = replace(seller.book.company, uplift=agreed(percent=Decimal(3)))
    assert clause_of(seller.book, TERMS) == agreed(percent=Decimal(3))


def lived(clause: UpliftClause | None, months: int = 36, **policies: str) -> Seller:
    seller = Seller(**policies)
    seller.stages = (escalate, *seller.stages)
    seller.book.company = replace(seller.book.company, uplift=clause)
    contract = seller.signs(months=months, every=12)
    plan_uplifts(seller.book, contract, seller.today)
    seller.live()
    return seller


def test_a_contract_without_one_never_rises():
    assert risen(lived(None).until("2028-12-31")) == []


def test_a_fixed_percentage_is_known_at_once_and_a_day_lived_twice_adds_nothing():
    seller = lived(agreed(percent=Decimal(3)))
    assert risen(seller) == [("2027-01-01", "3"), ("2028-01-01", "3")]
    seller.live()
    assert len(risen(seller)) == 2


def test_nothing_percent_is_no_uplift():
    assert risen(lived(agreed())) == []


def test_the_last_word_about_an_index_counts_and_what_has_risen_stays():
    seller = lived(agreed(index="CPI"))
    for year, value in ((2026, 100), (2027, 110), (2027, 120)):
        publish(seller.book, IndexValue(index="CPI", month=date(year, 1, 1), value=Decimal(value)), seller.today)
    seller.until("2027-01-01")
    assert risen(seller) == [("2027-01-01", "20.00")]
    publish(seller.book, IndexValue(index="CPI", month=date(2027, 1, 1), value=Decimal(130)), seller.today)
    seller.live()
    assert risen(seller) == [("2027-01-01", "20.00")]


def test_an_index_of_nothing_is_none():
    with pytest.raises(Refused) as refused:
        publish(Seller().book, IndexValue(index="CPI", month=date(2026, 1, 1), value=Decimal(0)), date(2026, 1, 1))
    assert refused.value.sentence == "CPI cannot stand at 0 for January 2026; an index is above 0"


def test_a_raised_price_is_rounded_by_convention():
    seller = lived(agreed(percent=Decimal("3.333")), months=24, uplifted_price="rounded to the smallest unit")
    assert seller.until("2027-01-01").figures("2027-01-01") == [("2027-01-01", "2027-01-01", "2027-12-31", "1,239.60")]


@settings(deadline=None, derandomize=True, max_examples=50, database=None)
@given(
    st.integers(50, 200),
    st.integers(50, 200),
    st.integers(-5, 5),
    st.none() | st.integers(-3, 0),
    st.none() | st.integers(1, 4),
)
def test_an_uplift_stays_between_its_floor_and_its_cap(before, now, more, least, most):
    book = Seller().book
    low, high = (None if limit is None else Decimal(limit) for limit in (least, most))
    clause = agreed(index="CPI", percent=Decimal(more), at_least=low, at_most=high)
    book.index_values.append(IndexValue(index="CPI", month=date(2026, 1, 1), value=Decimal(before)))
    assert uplift_on(book, clause, date(2027, 1, 1)) is None
    book.index_values.append(IndexValue(index="CPI", month=date(2027, 1, 1), value=Decimal(now)))
    found = uplift_on(book, clause, date(2027, 1, 31))
    free = Decimal(now) / before * 100 - 100 + more
    assert low is None or found >= low
    assert high is None or found <= high
    if (low is None or free > low) and (high is None or free < high):
        assert abs(found - free) <= Decimal("0.005")
