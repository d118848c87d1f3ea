"""The levels of the handbook, section 8, on a scale worked by hand."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest

from engine.model.bearing import AXES, AXIS_OF, CASH, REVENUE, Bearing, Nature, of
from engine.model.money import Money
from reports.evidence.overstating import overstates, roles_of
from reports.evidence.rating import Rating, Weight, bearing, rate
from reports.evidence.severity import AGGRAVATING, NATURES, Found, Level, materiality, severity

# 5% of 2,000,000.00 is 100,000.00; performance 60,000.00; trivial 5,000.00.
SCALE = materiality(Money(200_000_000, "USD"), Money(500_000_000, "USD"))


def usd(amount: str) -> Money:
    return Money.parse(amount, "USD")


def test_the_scale_is_profit_or_near_break_even_revenue() -> None:
    assert (SCALE.overall, SCALE.performance, SCALE.trivial) == (10_000_000, 6_000_000, 500_000)
    assert materiality(Money(-5, "USD"), Money(500_000_000, "USD")).overall == 5_000_000


@pytest.mark.parametrize(
    ("found", "level"),
    [
        (Found(amount=usd("60,000.00")), "S1"),
        (Found(amount=usd("59,999.99")), "S2"),
        (Found(amount=usd("-5,000.00")), "S2"),
        (Found(amount=usd("4,999.99")), "S4"),
        (Found(amount=usd("600.00"), tested=1, population=100), "S1"),
        (Found(amount=usd("5,000.01"), explained=False), "S1"),
        (Found(amount=usd("10.00"), natures=frozenset({"systematic"})), "S3"),
        (Found(amount=usd("10.00"), natures=frozenset({"cut-off", "wrong class"})), "S2"),
        (Found(amount=usd("0.01"), natures=frozenset({"unbalanced entry"})), "S1"),
        (Found(amount=usd("0.01")), "S4"),
        (Found(amount=usd("0.03"), documents=3), "S4"),
        (Found(amount=usd("10.00"), natures=frozenset({"systematic"}), aggravating=frozenset({"repeats"})), "S2"),
        (Found(amount=usd("60,000.00"), aggravating=frozenset({"repeats", "overstates revenue or cash"})), "S1"),
    ],
)
def test_the_worst_of_nature_and_size_decides_and_aggravation_raises_it(found: Found, level: str) -> None:
    assert severity(found, SCALE) == level


NATURE_LEVELS: dict[str, Level] = {
    "unbalanced entry": "S1",
    "closed period changed": "S1",
    "duplicate": "S1",
    "wrong customer or entity": "S1",
    "tax misstated on a return": "S1",
    "wrong method": "S2",
    "cut-off": "S2",
    "customer billed wrongly": "S2",
    "cash not applied": "S2",
    "approval missing": "S2",
    "wrong class": "S3",
    "systematic": "S3",
}


@pytest.mark.parametrize(("nature", "level"), NATURE_LEVELS.items())
def test_every_nature_decides_whatever_the_amount_and_size_can_only_make_it_graver(nature: str, level: Level) -> None:
    small = Found(amount=usd("10.00"), natures=frozenset({nature}))
    assert severity(small, SCALE) == level
    assert severity(Found(amount=usd("60,000.00"), natures=frozenset({nature})), SCALE) == "S1"
    assert NATURES.keys() == NATURE_LEVELS.keys()


@pytest.mark.parametrize("why", sorted(AGGRAVATING))
def test_each_thing_that_aggravates_raises_by_one_level_and_two_of_them_by_no_more(why: str) -> None:
    for amount, level in (("4,999.99", "S3"), ("5,000.00", "S1"), ("60,000.00", "S1")):
        assert severity(Found(amount=usd(amount), aggravating=frozenset({why})), SCALE) == level
        assert severity(Found(amount=usd(amount), aggravating=AGGRAVATING), SCALE) == level


LIABILITY = REVENUE | Bearing(stays=True)
PRICES, INVOICED = Bearing(), of("customer billed wrongly")


def rated(bears: Bearing, amount: str = "10.00", cause: str = "expectation", **weight: object) -> Rating:
    minor = usd(amount).minor
    at_risk = [{"minor": minor, "currency": "USD"}] if minor else []
    return rate(bears, cause, at_risk, {"USD": SCALE}, Weight(**weight))  # type: ignore[arg-type]


@pytest.mark.parametrize("nature", get_args(Nature))
def test_the_nature_that_a_check_says_it_has_decides_and_no_word_does(nature: Nature) -> None:
    found = rated(of(nature))
    assert nature in found.reason
    assert found.severity == NATURES[nature]
    assert found.axes == (AXIS_OF.get(nature, "customer"),)
    for words in ("tax ledger", "invoiced twice", "a closed period", "debits", "another customer"):
        told = {"title": words, "message": words, "cause": "expectation", "money_at_risk": [], "natures": [nature]}
        assert bearing(told) == of(nature)


def test_a_misstatement_is_projected_from_what_was_tested_over_all_that_it_affects() -> None:
    # 60.00 x 1,000 / 1 = 60,000.00, performance materiality; of 1,001 tested ones it is 59.94, trivial.
    alone = rated(PRICES, "60.00")
    assert (alone.severity, alone.impact) == ("S4", Fraction(6_000, 6_000_000))
    all_of_them = rated(PRICES, "60.00", tested=1, population=1_000)
    assert (all_of_them.severity, all_of_them.impact) == ("S1", 1)
    assert all_of_them.reason == "at or above performance materiality; projected from 1 tested over 1,000"
    assert rated(PRICES, "59.99", tested=1, population=1_000).severity == "S2"
    assert rated(PRICES, "-60.00", tested=12, population=1_000).reason.startswith("above what is trivial")
    assert (
        rated(PRICES, "0.01", population=1_000_000).severity == "S4"
    )  # a rounding difference is projected over nobody


def test_what_several_scenarios_show_is_systematic_and_repeats() -> None:
    assert rated(PRICES).severity == "S4"
    again = rated(PRICES, shown_in=2)
    assert (again.severity, again.reason) == ("S2", "systematic; raised: repeats")
    assert rated(PRICES, "5,000.00", shown_in=2).severity == "S1"


def test_a_rounding_difference_is_a_note_once_and_graver_where_it_stays_in_the_liability() -> None:
    undetected = frozenset({"undetectable by tie-outs"})
    assert rated(INVOICED, "0.01", aggravating=undetected).severity == "S4"
    assert rated(CASH, "0.01", "tie-out").severity == "S4"
    assert rated(LIABILITY, "0.01", "tie-out").severity == "S2"
    assert rated(LIABILITY, "5,000.01", "tie-out").severity == "S1"


@pytest.mark.parametrize(("published", "level"), [(True, "S3"), (False, "S4")])
def test_a_published_figure_raises(published: bool, level: str) -> None:
    assert rated(Bearing(published=published)).severity == level


def test_each_failure_has_a_level_on_each_of_the_axes_it_touches_and_the_worst_decides() -> None:
    every = rated(Bearing(axes=AXES), "5,000.00")
    assert every.axes == ("cash", "revenue", "tax and compliance", "customer")
    assert every.levels == ("S2", "S2", "S2", "S2")
    # Billed wrongly is the customer's axis and worse than the money is on the other.
    unlike = rated(INVOICED | REVENUE)
    assert (unlike.axes, unlike.levels, unlike.severity) == (("revenue", "customer"), ("S4", "S2"), "S2")
    assert rated(Bearing()).axes == ("customer",)
    ledger = rated(REVENUE | of("tax misstated on a return"))
    assert (ledger.axes, ledger.levels) == (("revenue", "tax and compliance"), ("S4", "S1"))


def test_without_money_or_scale_nature_decides_and_what_aggravates_raises() -> None:
    published = rated(Bearing(natures=("wrong class",), published=True), "0.00")
    assert (published.severity, published.reason) == ("S2", "wrong class; raised: meets a covenant or target")
    assert (rated(Bearing(), "0.00").severity, rated(of("duplicate"), "0.00").severity) == ("S3", "S1")
    foreign = rate(CASH, "expectation", [{"minor": 500, "currency": "JPY"}], {"USD": SCALE})
    assert (foreign.severity, foreign.impact) == ("S2", 0)
    assert foreign.reason == "a wrong amount; the plan names no materiality in its currency"
    broken = rated(REVENUE, cause="bug")
    assert (broken.severity, broken.axes, broken.levels) == ("S1", ("revenue",), ("S1",))


CHART = [
    {"name": "Umsatz", "role": "revenue"},
    {"name": "Deferred revenue", "role": "contract liability"},
    {"name": "Till", "role": "cash"},
    {"name": "Gateway clearing", "role": "gateway clearing"},
    {"name": "Bank fees", "role": "fees"},
    {"name": "Receivables", "role": "receivables"},
]
ROLES = roles_of([{"accounts": CHART}])


def cell(expected: str | None, found: str | None) -> dict[str, object]:
    return {"expected": expected, "found": found, "equal": expected == found}


@pytest.mark.parametrize(
    ("account", "debit", "credit", "graver"),
    [
        ("Umsatz", ("", ""), ("100.00", "1,100.00"), True),
        ("Umsatz", ("", ""), ("1,100.00", "100.00"), False),
        ("Umsatz", ("5.00", None), ("", ""), True),
        ("Umsatz", ("", ""), (None, "5.00 USD"), True),
        ("Deferred revenue", ("", ""), ("100.00", "200.00"), False),
        ("Till", ("100.00", "200.00"), ("", ""), True),
        ("Gateway clearing", ("", ""), ("100.00", "200.00"), False),
        ("Gateway clearing", ("100.00", "200.00"), ("", ""), True),
        ("Bank fees", ("100.00", "200.00"), ("", ""), False),
        ("Receivables", ("100.00", "200.00"), ("", ""), False),
        ("Umsatz", ("", ""), ("10 * 3.00", "5.00"), False),
    ],
)
def test_more_revenue_or_cash_than_there_should_be_is_graver_than_less(account, debit, credit, graver) -> None:
    row = {"sign": "!", "cells": [cell(account, account), cell(*debit), cell(*credit)]}
    assert overstates({"columns": ["Account", "Debit", "Credit"], "rows": [row]}, ROLES) is graver
    assert not overstates({"columns": ["account", "amount"], "rows": [row]}, ROLES)
    assert not overstates({"columns": ["Account", "Debit", "Credit"], "rows": [row]}, dict.fromkeys(ROLES, "other"))
