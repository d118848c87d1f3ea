"""One price, several promises: ranges, bundles, and what takes what the others leave."""

from dataclasses import replace
from decimal import Decimal

import pytest
from controllers import Story, line
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.catalog import AloneRange, Bundle
from engine.model.orders import Billing, Terms
from engine.refusals import Refused
from engine.revenue.scheduling import current_schedules
from engine.revenue.splitting import alone_in, check_residual, provisional

D = Decimal


@pytest.mark.parametrize(
    ("price", "outside", "alone"),
    [
        ("80", "midpoint", "80"),
        ("120", "nearest edge", "120"),
        ("79.99", "midpoint", "100"),
        ("79.99", "nearest edge", "80"),
        ("121", "nearest edge", "120"),
        ("121", "stated price", "121"),
    ],
)
def test_within_its_range_a_price_counts_as_it_is(price: str, outside, alone: str) -> None:
    assert alone_in(AloneRange(low=D(80), high=D(120)), D(price), outside) == D(alone)


def test_a_range_may_have_no_end() -> None:
    assert alone_in(AloneRange(low=D(80), high=None), D(1000), "midpoint") == D(1000)
    assert alone_in(AloneRange(low=D(80), high=None), D(60), "nearest edge") == D(80)


def once(id_: str, product: str, price: str, alone: str | None = None, **more):
    return replace(line(id_, product, 1, price, once=True, alone=alone), **more)


def story(*bundles: Bundle) -> Story:
    told = Story(spread="by month")
    told.company = told.book.company = told.billing.company = replace(told.company, bundles=bundles)
    return told


def split_of(told: Story) -> dict[str, str]:
    return {schedule.product: str(schedule.total).removesuffix(" USD") for schedule in told.schedules()}


def test_a_bundle_counts_only_where_its_products_are_held_once_and_its_discount_is_the_whole() -> None:
    bundle = Bundle(products=("B", "C"), price=D(60))
    lines = once("1", "A", "40", "40"), once("2", "B", "30", "55"), once("3", "C", "30", "45")
    told = story(bundle)
    told.signs(*lines)
    assert split_of(told) == {"A": "40.00", "B": "33.00", "C": "27.00"}
    told = story(bundle)
    told.signs(*lines, once("4", "C", "0", "0"))
    assert split_of(told)["A"] == "28.57"


def test_a_bundle_of_what_costs_nothing_alone_is_worth_nothing() -> None:
    told = story(Bundle(products=("B", "C"), price=D(0)))
    told.signs(once("1", "A", "40", "40"), once("2", "B", "0", "0"), once("3", "C", "0", "0"))
    assert split_of(told) == {"A": "40.00"}


def offer(told: Story, *lines):
    terms = Terms(start=told.today, months=12, currency="USD", billing=Billing(every_months=12))
    return provisional(told.billing, terms, "Globex", lines)


@pytest.mark.parametrize(("low", "high"), [("15", "45"), ("31", None)])
def test_what_the_others_leave_must_have_been_seen(low: str, high: str | None) -> None:
    seen = AloneRange(low=D(low), high=D(high) if high else None, varies=True)
    told = story()
    given = once("1", "A", "80", "80")
    check_residual(told.billing, offer(told, given, once("2", "D", "40", residual=seen)))
    with pytest.raises(Refused, match=f"10.00 USD would be left for 'D', which was seen to sell alone for {low}"):
        check_residual(told.billing, offer(told, given, once("2", "D", "10", residual=seen)))


def test_what_is_sold_for_nothing_of_no_units_leaves_nothing_to_look_at() -> None:
    told = story()
    seen = AloneRange(low=D(0), high=None, varies=True)
    check_residual(
        told.billing, offer(told, once("1", "A", "80", "80"), once("2", "D", "0", residual=seen, quantity=0))
    )


def test_several_that_vary_share_what_the_others_leave_by_their_prices() -> None:
    seen = AloneRange(low=D(0), high=None, varies=True)
    told = story()
    told.signs(once("1", "A", "70", "50"), once("2", "D", "10", residual=seen), once("3", "E", "20", residual=seen))
    assert split_of(told) == {"A": "50.00", "D": "16.67", "E": "33.33"}


CENTS = st.integers(0, 20_000).map(lambda minor: str(D(minor) / 100))


@settings(deadline=None, derandomize=True, max_examples=30, database=None)
@given(st.lists(st.tuples(CENTS, st.none() | CENTS, st.booleans()), min_size=1, max_size=5), CENTS)
def test_no_split_loses_a_cent(lines, bundled: str) -> None:
    told = story(Bundle(products=("P0", "P1"), price=D(bundled)))
    seen = AloneRange(low=D(0), high=None, varies=True)
    sold = [
        once(str(place), f"P{place}", price, alone, residual=seen if varies else None)
        for place, (price, alone, varies) in enumerate(lines)
    ]
    told.signs(*sold)
    assert sum(s.total.minor for s in told.schedules()) == sum(int(D(price) * 100) for price, _, _ in lines)


def test_shipping_takes_no_part_of_the_price_where_it_is_part_of_the_goods() -> None:
    goods, way = line("1", "Set-up", 1, "950", once=True), line("2", "Way", 1, "50", once=True)
    shipping = replace(way, charge=replace(way.charge, shipping=True))
    for policy, recognized in (
        ("a service of its own", ["950.00", "50.00"]),
        ("part of the goods", ["1,000.00", "0.00"]),
    ):
        story = Story(spread="by month", shipping=policy)
        story.signs(goods, shipping)
        totals = [str(schedule.total).removesuffix(" USD") for schedule in current_schedules(story.book, "C-1")]
        assert totals == [amount for amount in recognized if amount != "0.00"]
