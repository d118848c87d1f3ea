"""Revenue of usage at the price that the expected use brings: what is billed is earned, neither more nor less."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller
from test_drawing import credit
from test_metering import RATES, metered, use

from engine.billing.owing import Agreement
from engine.billing.rating_ahead import check_expected, earned
from engine.billing.releasing import usage_pieces
from engine.model.calendar import ServicePeriod
from engine.model.contracts import Contract
from engine.model.revenue import ExpectedUsage
from engine.refusals import Refused
from engine.revenue.recording import record, told

JANUARY = ServicePeriod(date(2026, 1, 1), date(2026, 1, 31))


def seller_who_expects(quantity: int, *lines) -> Seller:
    seller = Seller(usage_revenue="at the expected price")
    seller.signs(*lines, months=2)
    day = date(2026, 1, 1)
    fact = ExpectedUsage(product=lines[0].product, quantity=quantity, service=JANUARY)
    seller.book.add(record(seller.book, "C-1", fact, day, day))
    return seller


def agreement(seller: Seller) -> Agreement:
    return Agreement(seller.book, seller.book.get(Contract, "C-1"))


@settings(deadline=None, derandomize=True, max_examples=20, database=None)
@given(
    st.sampled_from(RATES),
    st.integers(1, 500),
    st.lists(st.tuples(st.integers(1, 28), st.integers(1, 200)), min_size=1, max_size=4),
    st.sampled_from([(), (credit("20", months=1),)]),
)
def test_all_that_is_billed_is_earned_whatever_was_expected(rate, expected, uses, paid):
    seller = seller_who_expects(expected, metered(rate[1]), *paid)
    for day, quantity in sorted(uses):
        seller.until(f"2026-01-{day:02}")
        use(seller, quantity, f"01-{day:02}")
    seller.until("2026-04-01")
    found = usage_pieces(seller.book, seller.book.get(Contract, "C-1"), [])
    assert sum(piece.amount.minor for own in found.values() for piece in own) == seller.billed().minor


def test_the_first_use_costs_what_all_of_it_will():
    # 150 at 0.20 and a fee of 3.00 are 33.00 by volume: 11.00 for a third of it; without an estimate 50 * 0.50 = 25.00.
    seller = seller_who_expects(150, metered(dict(RATES)["volume"]))
    seller.until("2026-01-10")
    use(seller, 50, "01-10")
    assert [(str(one.day), one.minor) for one in earned(agreement(seller))] == [
        ("2026-01-10", 1100),
        ("2026-01-31", 1400),
    ]
    seller.until("2026-02-10")
    use(seller, 50, "02-10")
    assert [one.minor for one in earned(agreement(seller)) if one.day > JANUARY.end] == [2500]


def test_an_estimate_gives_its_own_words_as_a_reason_and_what_is_not_sold_by_usage_has_none():
    fact = ExpectedUsage(product="Seat", quantity=1200, service=JANUARY)
    assert told(fact) == "1,200 Seat expected from 1 January 2026 on"
    with pytest.raises(Refused, match="charges no 'Seat' by usage"):
        record(seller_who_expects(1, metered()).book, "C-1", fact, JANUARY.start, JANUARY.start)


@pytest.mark.parametrize(
    ("quantity", "last", "why"),
    [(0, 31, "nothing to expect"), (5, 30, "1 January 2026 to 30 January 2026 is no billing")],
)
def test_only_something_of_a_billing_period_is_expected(quantity, last, why):
    days = ServicePeriod(JANUARY.start, date(2026, 1, last))
    fact = ExpectedUsage(product=metered().product, quantity=quantity, service=days)
    with pytest.raises(Refused, match=why):
        check_expected(agreement(seller_who_expects(1, metered())), fact)


@pytest.mark.parametrize("how", [{"counted": "latest"}, {"rated_per": "use"}])
def test_what_has_no_price_for_all_that_is_used_is_not_expected(how):
    seller = Seller()
    seller.signs(metered(**how), months=2)
    fact = ExpectedUsage(product=metered().product, quantity=5, service=JANUARY)
    with pytest.raises(Refused, match="has no price for all that is used"):
        check_expected(agreement(seller), fact)
