"""Prices that hold the tax: what a new rate makes of the schedules, and of nothing else."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from controllers import Story, line

from engine.book import run
from engine.model.company import TaxRate
from engine.revenue.scheduling import current_schedules, follow_rates


def told(story: Story, percent: str, since: str) -> list[str]:
    """A new rate of the usual tax, told to both books: the reasons of the schedules that it brings."""
    rate = TaxRate(code="standard", percent=Decimal(percent), start=date.fromisoformat(since))
    story.billing.tax_rates.append(rate)
    story.book.tax_rates = story.billing.tax_rates
    return [schedule.reason for schedule in run((follow_rates,), story.book, story.today)]


def story(**policies: str) -> Story:
    made = Story(spread="by month", tax_price="inclusive", **policies)
    made.signs(line(quantity=1, price="110"), every=1)
    list(run((follow_rates,), made.book, made.today))
    return made


def test_the_days_taxed_anew_earn_less_and_a_day_lived_twice_adds_nothing() -> None:
    made = story()
    assert told(made, "21", "2026-07-01") == ["tax standard at 21% from 1 July 2026"]
    (schedule,) = current_schedules(made.book, "C-1")
    assert str(schedule.total) == "1,145.46 USD"  # six months of 100.00 and six of 90.91
    assert {piece.service.start.month for piece in schedule.pieces if piece.amount.minor < 0} == {7, 8, 9, 10, 11, 12}
    assert list(run((follow_rates,), made.book, made.today)) == []


def test_nothing_follows_from_a_rate_that_prices_do_not_hold_or_of_another_code() -> None:
    exclusive = Story(spread="by month")
    exclusive.signs(line(quantity=1, price="110"), every=1)
    assert told(exclusive, "21", "2026-07-01") == []
    made = story()
    other = replace(made.billing.tax_rates[0], code="other", start=date(2026, 7, 1))
    made.book.tax_rates = [*made.book.tax_rates, other]
    assert list(run((follow_rates,), made.book, made.today)) == []


def test_what_is_charged_once_is_served_to_its_last_day() -> None:
    made = Story(spread="by month")
    once = line("1", "Course", 1, "300", once=True)
    lasting = replace(once, end=date(2026, 3, 31), charge=replace(once.charge, recognition="over time"))
    made.signs(lasting, every=12)
    (schedule,) = current_schedules(made.book, "C-1")
    assert [(piece.service.start, piece.service.end) for piece in schedule.pieces] == [
        (date(2026, 1, 1), date(2026, 3, 31))
    ]
