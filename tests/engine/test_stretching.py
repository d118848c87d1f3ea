"""Revenue over the life that finance expects, and over the notice of an early end."""

from datetime import date
from decimal import Decimal

import pytest
from controllers import Story, line, usd

from engine.model.calendar import ServicePeriod
from engine.model.revenue import EarnedUntil, Fact, Outcome, PriceEstimate
from engine.refusals import Refused
from engine.revenue.recording import record, told
from engine.revenue.scheduling import current_schedules, reschedule


class Told(Story):
    """A story in which finance records facts."""

    def records(self, fact: Fact) -> None:
        made = self.book.add(record(self.book, "C-1", fact, self.today, self.today))
        for schedule in reschedule(self.book, made, self.today):
            self.book.add(schedule)
        self.until_quiet(made)

    def months(self) -> list[tuple[str, str]]:
        (schedule,) = current_schedules(self.book, "C-1")
        return [(f"{p.service.start} to {p.service.end}", str(p.amount)) for p in schedule.pieces]


def told_story() -> Told:
    story = Told(spread="by month")
    story.signs(line(quantity=1, price="100"), every=12)
    return story


def test_what_is_left_is_earned_until_the_day_that_was_said_last() -> None:
    story = told_story()
    story.records(EarnedUntil(product="Seat", until=date(2027, 12, 31)))
    assert story.months() == [("2026-01-01 to 2027-12-31", "1,200.00 USD")]
    story.until("07-01")
    story.records(EarnedUntil(product="Seat", until=date(2026, 12, 31)))
    assert story.months() == [("2026-01-01 to 2026-06-30", "300.00 USD"), ("2026-07-01 to 2026-12-31", "900.00 USD")]


def test_a_day_that_is_over_means_at_once() -> None:
    story = told_story()
    story.until("07-01")
    story.records(EarnedUntil(product="Seat", until=date(2026, 2, 1)))
    assert story.months() == [("2026-01-01 to 2026-06-30", "600.00 USD"), ("2026-07-01 to 2026-07-01", "600.00 USD")]


def test_another_product_is_left_alone_and_an_unknown_one_refused() -> None:
    story = told_story()
    with pytest.raises(Refused, match="holds no 'Chair'"):
        story.records(EarnedUntil(product="Chair", until=date(2027, 12, 31)))
    assert story.months() == [("2026-01-01 to 2026-12-31", "1,200.00 USD")]
    assert told(EarnedUntil(product="Seat", until=date(2027, 12, 31))) == "Seat earned until 31 December 2027"


def estimate(minor: str, days: ServicePeriod | None) -> PriceEstimate:
    outcomes = (Outcome(amount=usd(minor), probability=Decimal(100)),)
    return PriceEstimate(name="incentive", outcomes=outcomes, product="Seat", service=days)


def test_an_estimate_may_belong_to_certain_days_and_a_later_one_replaces_it() -> None:
    march, april = (ServicePeriod(date(2026, m, 1), date(2026, m, last)) for m, last in ((3, 31), (4, 30)))
    story = told_story()
    story.records(estimate("30", None))
    assert story.months() == [("2026-01-01 to 2026-12-31", "1,230.00 USD")]
    story.records(estimate("50", march))
    assert story.months() == [("2026-01-01 to 2026-12-31", "1,200.00 USD"), ("2026-03-01 to 2026-03-31", "50.00 USD")]
    story.records(estimate("70", april))
    assert story.months() == [("2026-01-01 to 2026-12-31", "1,200.00 USD"), ("2026-04-01 to 2026-04-30", "70.00 USD")]
    story.records(estimate("0", april))
    assert story.months() == [("2026-01-01 to 2026-12-31", "1,200.00 USD")]
