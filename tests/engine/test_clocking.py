"""By the second: a day's terms begin when they were changed, and a billing period when the contract began."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from sellers import Seller, sold

from engine.model.calendar import ServicePeriod
from engine.model.orders import ChangeQuantity
from engine.refusals import Refused
from engine.terms.clocking import clock_of, day_of, placed
from engine.terms.zoning import local_moment

MARCH = ServicePeriod(date(2026, 3, 1), date(2026, 3, 31))
NOON = 12 * 3600


def clock(at: int = 0, anchor: str = "anniversary", **changed: int):
    """The clock of a contract from 1 March that changed on the 16th, or as said."""
    seller = Seller("2026-03-01", proration_unit="second")
    contract = replace(seller.signs(sold(), start="2026-03-01", months=2, anchor=anchor), at=at)
    for day, second in changed.items():
        made = seller.changes(ChangeQuantity(product="Seat", delta=1), on=f"2026-03-{day[1:]}", live=False)
        number = f"{made.number}-at"
        seller.book.add(replace(made, number=number, at=second))
    return clock_of(seller.book, contract)


def test_a_day_without_a_moment_is_a_day():
    assert clock()(ServicePeriod(date(2026, 3, 16), MARCH.end), MARCH) == 16


def test_what_changed_at_noon_has_half_a_day_less_and_what_was_before_half_a_day_more():
    length = clock(d16=NOON)
    assert length(ServicePeriod(date(2026, 3, 16), MARCH.end), MARCH) == Fraction(31, 2)
    assert length(ServicePeriod(MARCH.start, date(2026, 3, 15)), MARCH) == Fraction(31, 2)
    assert length(MARCH, MARCH) == 31


def test_a_change_on_the_first_day_of_a_billing_period_leaves_the_period_as_it_is():
    april = ServicePeriod(date(2026, 4, 1), date(2026, 4, 30))
    assert clock(d31=NOON)(april, april) == 30


def test_by_the_calendar_only_the_contracts_own_first_day_begins_at_its_time():
    length = clock(at=NOON, anchor="calendar")
    assert length(MARCH, MARCH) == Fraction(61, 2)
    assert clock(at=NOON)(MARCH, MARCH) == 31


@pytest.mark.parametrize(
    ("day", "at", "found"),
    [
        (16, NOON, (16, NOON)),
        (16, None, (16, None)),
        (16, NOON + 3600, (17, 3600 - NOON)),
        (16, 3600, (15, 25 * 3600)),
        (18, NOON, (18, NOON)),
        (1, 0, (1, 0)),
        (1, NOON, (2, -NOON)),
        (31, 0, (31, 0)),
    ],
)
def test_a_second_time_of_one_day_has_the_terms_of_the_next_or_of_the_day_before(day, at, found):
    seller, contract, signed = changed_at_noon(16)
    slot, second = placed(seller.book, contract, signed, date(2026, 3, day), at)
    assert (slot.day, second) == found


def changed_at_noon(*days: int):
    """A contract from 1 March that changed at noon on those days."""
    seller = Seller("2026-03-01", proration_unit="second")
    contract = seller.signs(sold(), start="2026-03-01")
    made = seller.changes(ChangeQuantity(product="Seat", delta=1), on="2026-03-16", live=False)
    return seller, contract, [replace(made, effective_date=date(2026, 3, day), at=NOON) for day in days]


def test_a_change_without_a_time_keeps_its_midnight_where_its_day_was_taken():
    seller, contract, signed = changed_at_noon(16)
    moved = replace(signed[0], effective_date=date(2026, 3, 17), at=-3600)
    assert placed(seller.book, contract, [*signed, moved], date(2026, 3, 17), None) == (date(2026, 3, 18), -86400)
    assert day_of(moved) == date(2026, 3, 16)


@pytest.mark.parametrize(("day", "at"), [(31, NOON + 1), (30, NOON + 1), (2, 1)])
def test_a_second_time_is_refused_where_no_day_is_free(day, at):
    seller, contract, signed = changed_at_noon(2, 30, 31)
    with pytest.raises(
        Refused, match=f"changes on {day} March 2026 at another time of day already, and there is no day"
    ):
        placed(seller.book, contract, signed, date(2026, 3, day), at)


@pytest.mark.parametrize(
    ("moment", "day", "second"),
    [
        ("2026-03-28 23:30Z", date(2026, 3, 28), 23 * 3600 + 1800),
        ("2026-03-29 03:30 Europe/Berlin", date(2026, 3, 29), 5400),
        ("2026-03-16 00:00:01", date(2026, 3, 16), 1),
    ],
)
def test_how_much_of_its_day_is_over_at_a_moment(moment, day, second):
    assert local_moment(Seller().book, "Globex", moment) == (day, second)


def test_a_day_of_thirty_is_one_whatever_hours_it_has():
    length = clock(d16=NOON, d29=10 * 3600)
    assert length.late(date(2026, 3, 16), MARCH) == Fraction(1, 2)
    assert length.late(date(2026, 3, 17), MARCH) == 0
