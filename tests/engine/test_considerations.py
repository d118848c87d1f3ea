"""What is given instead of cash, what is provided for, and the rate that figures imply."""

from datetime import date
from decimal import Decimal

import pytest
from controllers import Story, line, usd

from engine.model.calendar import ServicePeriod
from engine.model.considerations import NoncashReceived, Provided, ProvisionUsed
from engine.model.contracts import Contract
from engine.model.costs import CostFact, CostsTested, Financed
from engine.model.money import Money
from engine.model.policies import Policies
from engine.refusals import Refused
from engine.revenue.financing import accrued, implied_rate, in_price
from engine.revenue.foreseeing import shortfall
from engine.revenue.recording import record, told
from engine.revenue.scheduling import current_schedules, reschedule

SINCE = date(2026, 1, 1)
JANUARY = ServicePeriod(SINCE, date(2026, 1, 31))


class Told(Story):
    """A story in which finance records facts."""

    def records(self, fact: CostFact) -> None:
        made = self.book.add(record(self.book, "C-1", fact, self.today, self.today))
        for schedule in reschedule(self.book, made, self.today):
            self.book.add(schedule)
        self.until_quiet(made)


def told_story(**policies: str) -> Told:
    story = Told(spread="by month", **policies)
    story.signs(line(quantity=1, price="100"), every=12)
    return story


@pytest.mark.parametrize(
    ("paid", "cash", "minors"),
    [("in advance", "5000", [3_736, 47_214, 100_000]), ("in arrears", "3200", [2_989, 37_771, 80_000])],
)
def test_an_implied_rate_lets_both_prices_be_worth_the_same(paid: str, cash: str, minors: list[int]) -> None:
    # The root of 1.25 after a year of two; its 24th root after a month.
    policies = Policies(spread="by month")
    fact = Financed(amount=usd("4000"), cash_price=usd(cash), until=date(2027, 12, 31), paid=paid)  # type: ignore[arg-type]
    days = [date(2026, 1, 31), date(2026, 12, 31), date(2027, 12, 31)]
    assert [accrued(fact, SINCE, on, policies) for on in days] == minors
    assert in_price(fact, SINCE, policies) == usd("1000" if paid == "in advance" else "-800")


def test_the_rate_of_instalments_is_known_to_many_places_even_where_it_is_huge() -> None:
    # One instalment of 300.00 for 100.00 bears 200%; two of 100.00 for 150.00 bear 21.525%: 100/1.21525 + 100/1.21525^2.
    huge = Financed(amount=usd("300"), cash_price=usd("100"), until=date(2026, 1, 31), paid="in instalments")
    assert abs(implied_rate(huge, 1) - 2) < Decimal("1e-15")
    two = Financed(amount=usd("100"), cash_price=usd("150"), until=date(2026, 2, 28), paid="in instalments")
    assert round(implied_rate(two, 2) * 100_000) == 21_525


def test_instalments_ahead_bear_nothing_in_their_last_time() -> None:
    # 1,000.00 three times at 5%: 92.97 on 1,859.41, then 47.62 on 952.38, then nothing.
    fact = Financed(
        amount=usd("1000"),
        rate=Decimal(5),
        until=date(2028, 12, 31),
        paid="in instalments",
        every_months=12,
        at_beginning=True,
    )
    policies = Policies(spread="by month")
    assert [accrued(fact, SINCE, date(year, 12, 31), policies) for year in (2026, 2027, 2028)] == [
        9_297,
        14_059,
        14_059,
    ]


def test_nothing_has_grown_before_the_first_day() -> None:
    fact = Financed(amount=usd("1"), rate=Decimal(6), until=date(2030, 1, 1), paid="in advance")
    assert accrued(fact, SINCE, date(2025, 12, 31), Policies()) == 0


def test_shares_for_january_are_earned_in_january_and_those_for_everything_over_the_year() -> None:
    story = told_story()
    story.records(NoncashReceived(name="shares", amount=usd("50"), product="Seat", service=JANUARY))
    story.records(NoncashReceived(name="shares", amount=usd("120")))
    story.records(NoncashReceived(name="shares", amount=usd("120")))
    (schedule,) = current_schedules(story.book, "C-1")
    assert schedule.total == usd("1200") + usd("290")
    story.until("01-31")
    # A twelfth of 1,200.00 and of 240.00, and all of 50.00.
    assert story.balances()["Revenue"] == "-170.00"
    assert story.balances()["Noncash consideration"] == "290.00"
    assert story.balances()["Contract liability"] == "-1,320.00"


def test_a_provision_is_its_newest_estimate_less_what_was_spent() -> None:
    story = told_story()
    story.records(Provided(name="warranty", amount=usd("60")))
    story.records(ProvisionUsed(name="warranty", amount=usd("20")))
    story.records(Provided(name="warranty", amount=usd("50")))
    assert (story.balances()["Provisions"], story.balances()["Provisions expense"]) == ("-30.00", "50.00")
    story.records(ProvisionUsed(name="warranty", amount=usd("35")))
    assert "Provisions" not in story.balances()
    assert (story.balances()["Payables"], story.balances()["Provisions expense"]) == ("-55.00", "55.00")


def test_a_loss_is_provided_for_until_the_contract_ends_or_brings_more() -> None:
    story = told_story()
    contract = story.book.get(Contract, "C-1")
    assert shortfall(story.book, contract, story.today) == 0
    story.records(CostsTested(to_come_in=usd("100"), to_spend=usd("130")))
    assert story.balances()["Provisions"] == "-30.00"
    story.records(CostsTested(to_come_in=usd("100"), to_spend=usd("90")))
    assert "Provisions" not in story.balances()


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (NoncashReceived(name="shares", amount=usd("0")), "not-above-zero"),
        (NoncashReceived(name="shares", amount=Money(1, "EUR")), "other-currency"),
        (NoncashReceived(name="shares", amount=usd("1"), product="Chair"), "not-on-contract"),
        (Provided(name="warranty", amount=usd("0")), "not-above-zero"),
        (ProvisionUsed(name="warranty", amount=usd("1")), "nothing-provided"),
        (Financed(amount=usd("9"), cash_price=usd("8"), until=date(2027, 12, 31), paid="in advance"), "no-rate"),
        (Financed(amount=usd("9"), cash_price=usd("9"), until=date(2027, 12, 31), paid="in arrears"), "no-rate"),
        (Financed(amount=usd("9"), cash_price=usd("0"), until=date(2027, 12, 31), paid="in arrears"), "no-rate"),
    ],
)
def test_what_cannot_be_is_refused(fact: CostFact, code: str) -> None:
    with pytest.raises(Refused) as refused:
        told_story().records(fact)
    assert refused.value.code == code


def test_a_loss_is_tested_but_not_posted_where_it_is_not_provided_for() -> None:
    story = told_story(onerous="not provided for")
    before = story.balances()
    story.records(CostsTested(to_come_in=usd("1"), to_spend=usd("2")))
    story.records(CostsTested(to_come_in=usd("2"), to_spend=usd("1")))
    assert story.balances() == before


def test_they_are_told_in_words() -> None:
    assert told(NoncashReceived(name="shares", amount=usd("1"))) == "noncash received: shares"
    assert told(Provided(name="warranty", amount=usd("1"))) == "provided: warranty"
