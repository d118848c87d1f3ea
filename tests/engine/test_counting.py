"""How readings become a quantity, and what uses cost that are priced by themselves."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from sellers import Seller
from test_metering import metered, use

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge, Overage, Percentage, Tier, Tiered
from engine.model.contracts import ChargeTerms
from engine.model.invoices import CreditMemo, Invoice
from engine.model.usage import Usage
from engine.terms.counting import Counted, counted_terms
from engine.terms.pricing import charged_uses, full_amount

JUNE = ServicePeriod(date(2026, 6, 1), date(2026, 6, 30))
STEPS = Tiered(tiers=(Tier(up_to=10, price=Decimal(1)), Tier(price=Decimal("0.5"))))


def readings(*found: tuple[str, int, str]) -> list[Usage]:
    return [
        Usage(
            number=f"U-{number}",
            event_date=date.fromisoformat(day),
            effective_date=date.fromisoformat(day),
            posting_date=date.fromisoformat(day),
            customer="Globex",
            contract="C-1",
            line="1",
            product="API",
            charge="Calls",
            quantity=quantity,
            subject=subject or None,
        )
        for number, (day, quantity, subject) in enumerate(found)
    ]


def came_to(usage: list[Usage], price: str = "1", rate=None, since: date = JUNE.start, each=None, **charge):
    terms = ChargeTerms(quantity=1, price=Decimal(price), per_months=0, rate=rate)
    found = Counted(usage, JUNE, since, each or (lambda cost: cost))
    terms = counted_terms(Charge(name="Calls", kind="usage", per_months=0, **charge), terms, found)
    return terms.quantity, full_amount(terms)


@pytest.mark.parametrize(
    ("counted", "quantity"),
    [
        ("sum", 6),
        ("highest", 3),
        ("latest", 2),
        ("average", 2),
        ("95th percentile", 3),
        ("uses", 3),
        ("distinct", 2),
        ("by time", Decimal("4.266667")),  # (30 * 1 + 30 * 1 + 20 * 3 + 4 * 2) / 30
        ("sum ever", 7),
        ("latest ever", 2),
    ],
)
def test_every_way_of_counting(counted, quantity):
    usage = readings(("2026-05-31", 1, ""), ("2026-06-01", 1, "a"), ("2026-06-11", 3, "b"), ("2026-06-27", 2, "a"))
    usage += readings(("2026-07-01", 50, ""))
    assert came_to(usage, counted=counted)[0] == quantity


@pytest.mark.parametrize("counted", ["highest", "latest", "average", "95th percentile", "by time"])
def test_where_nothing_is_read_nothing_is_counted(counted):
    assert came_to([], counted=counted) == (0, 0)


def test_five_in_a_hundred_readings_may_be_above_what_is_paid_for():
    usage = readings(*(("2026-06-01", number, "") for number in range(1, 21)))
    assert came_to(usage, counted="95th percentile")[0] == 19


def test_uses_and_days_are_priced_by_themselves():
    usage = readings(("2026-06-01", 6, ""), ("2026-06-01", 6, ""), ("2026-06-02", 12, ""))
    assert came_to(usage, rate=STEPS, model="tiered")[1] == 10 + 7
    assert came_to(usage, rate=STEPS, model="tiered", rated_per="day")[1] == 11 + 11
    assert came_to(usage, rate=STEPS, model="tiered", rated_per="use")[1] == 6 + 6 + 11
    assert came_to(usage, price="2", model="flat", rated_per="use")[1] == 6


def test_one_use_costs_so_much_at_least_and_at_most_and_what_is_free_nothing():
    usage = readings(("2026-06-01", 1, ""), ("2026-06-01", 5, ""), ("2026-06-02", 20, ""))
    bounds = {"rated_per": "use", "least": Decimal(2), "most": Decimal(9)}
    assert came_to(usage, **bounds)[1] == 2 + 5 + 9
    assert came_to(usage, rate=Overage(included=2), model="overage", **bounds)[1] == 0 + 3 + 9


def test_each_use_can_be_rounded():
    usage = readings(("2026-06-01", 3, ""), ("2026-06-01", 3, ""))
    assert came_to(usage, price="0.5", rated_per="use", each=lambda cost: Fraction(round(cost)))[1] == 4


def test_the_first_uses_are_free_but_no_more_than_the_free_amount():
    assert charged_uses(Percentage(free_uses=2), [10, 20, 30]) == Percentage(free_uses=2, free=30, charged=1)
    assert charged_uses(Percentage(free=15, free_uses=2), [10, 20, 30]).free == 15
    usage = readings(("2026-06-01", 10, ""), ("2026-06-01", 20, ""), ("2026-06-02", 30, ""))
    rate = Percentage(free_uses=2, fixed_fee=Decimal(1))
    assert came_to(usage, price="10", rate=rate, model="percentage") == (60, 4)
    assert came_to(usage, price="10", rate=rate, model="percentage", rated_per="use") == (60, 4)
    assert came_to(usage, price="10", rate=Percentage(), model="percentage") == (60, 6)


def test_steps_go_on_where_they_were_before():
    usage = readings(("2026-05-31", 8, ""), ("2026-06-01", 6, ""))
    assert came_to(usage, rate=STEPS, model="tiered", steps_over="term", since=date(2026, 5, 1))[1] == 4
    assert came_to(usage, rate=STEPS, model="tiered", steps_over="year")[1] == 6


def test_a_billing_period_costs_so_much_at_most_whatever_the_terms_in_it():
    seller = Seller()
    seller.signs(metered(price="1", maximum=Decimal(20)), months=2)
    seller.until("2026-01-10")
    use(seller, 15, "01-10")
    seller.until("2026-01-20")
    use(seller, 15, "01-20")
    seller.until("2026-02-20")
    use(seller, 5, "02-20")
    seller.until("2026-03-05")
    assert [net for *_, net in seller.figures()] == ["20.00", "5.00"]
    assert seller.book.all(Invoice)[0].lines[0].quantity == 30
    assert not seller.book.all(CreditMemo)


@pytest.mark.parametrize(("over", "second"), [("billing period", "11.00"), ("year", "11.00"), ("term", "6.00")])
def test_a_second_year_begins_its_steps_anew(over, second):
    seller = Seller()
    seller.signs(metered(rate=STEPS, steps_over=over), months=13)
    use(seller, 12, "01-01")
    seller.until("2027-01-10")
    use(seller, 12, "01-10", year=2027)
    assert [net for *_, net in seller.until("2027-02-05").figures()] == ["11.00", second]


@pytest.mark.parametrize(("rounded", "net"), [("all together", "0.05"), ("each use", "0.06")])
def test_uses_are_rounded_by_themselves_or_together(rounded, net):
    seller = Seller(use_rounding=rounded)
    seller.signs(metered(price="0.015", rated_per="use"), months=1)
    for _ in range(3):
        use(seller, 1, "01-01")
    assert [found for *_, found in seller.until("2026-02-05").figures()] == [net]
