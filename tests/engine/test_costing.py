"""Contract costs and goods that come back: what is posted, when, and what is refused."""

from datetime import date
from decimal import Decimal

import pytest
from controllers import Story, day, month, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.ledger.closing import close
from engine.model.costs import (
    CostImpaired,
    CostIncurred,
    CostTermRevised,
    CostWrittenOff,
    GoodsReturned,
    GoodsSold,
    ReturnsExpected,
)
from engine.model.journal import PeriodClose
from engine.model.money import Money
from engine.model.orders import Cancel
from engine.refusals import Refused
from engine.revenue.recording import record, told
from engine.revenue.scheduling import reschedule

COSTS = ("Contract costs", "Payables", "Acquisition", "Amortization", "Impairment")
GOODS = ("Inventory", "Right to recover goods", "Cost of sales")


class Spent(Story):
    """A story in which finance records costs; only their accounts are looked at."""

    def records(self, fact, on: str | None = None):
        made = self.book.add(record(self.book, "C-1", fact, day(on) if on else self.today, self.today))
        assert list(reschedule(self.book, made, self.today)) == []
        return self.until_quiet(made)

    def stands(self, of: tuple[str, ...] = COSTS) -> dict[str, str]:
        return {name: amount for name, amount in self.balances().items() if name in of}


def spent(**policies: str) -> Spent:
    story = Spent(spread="by month", **policies)
    story.signs()
    return story


def commission(amount: str = "1200", until: str = "2026-12-31", name: str = "commission", **more: str) -> CostIncurred:
    return CostIncurred(name=name, amount=usd(amount), until=date.fromisoformat(until), **more)


def test_a_cost_is_an_asset_and_amortized_at_month_ends() -> None:
    story = spent()
    story.records(commission())
    assert story.stands() == {"Contract costs": "1,200.00", "Payables": "-1,200.00"}
    story.until("01-30")
    assert story.stands() == {"Contract costs": "1,200.00", "Payables": "-1,200.00"}
    story.until("02-28")
    assert story.stands() == {"Contract costs": "1,000.00", "Payables": "-1,200.00", "Amortization": "200.00"}


def test_a_second_cost_in_the_middle_of_a_month_amortizes_nothing_of_the_first() -> None:
    story = spent()
    story.records(commission())
    story.until("02-10").records(commission("60", "2026-07-31", "bonus"), "2026-02-01")
    assert story.stands()["Amortization"] == "100.00"
    assert story.until("02-28").stands()["Amortization"] == "210.00"


@pytest.mark.parametrize(
    ("policy", "until", "purpose", "expensed"),
    [
        ("expensed at once", "2026-12-31", "obtain", True),
        ("expensed at once", "2027-01-01", "obtain", False),
        ("expensed at once", "2026-12-31", "fulfil", False),
        ("capitalized", "2026-12-31", "obtain", False),
    ],
)
def test_the_expedient_is_for_obtaining_within_a_year(policy: str, until: str, purpose: str, expensed: bool) -> None:
    story = spent(short_costs=policy)
    story.records(commission(until=until, purpose=purpose))
    assert ("Acquisition" in story.stands()) == expensed


def test_what_is_lost_given_up_or_lasts_longer() -> None:
    story = spent()
    story.records(commission())
    story.until("06-30").records(CostImpaired(name="commission", amount=usd("300")))
    assert story.stands()["Contract costs"] == "300.00"
    story.until("08-01").records(CostTermRevised(name="commission", until=date(2026, 10, 31)))
    story.until("08-31")
    assert story.stands()["Amortization"] == "733.33"
    story.until("09-01").records(CostWrittenOff(name="commission"))
    assert story.stands() == {"Payables": "-1,200.00", "Amortization": "733.33", "Impairment": "466.67"}


def test_a_canceled_contract_takes_its_costs_with_it_at_the_months_end() -> None:
    story = spent()
    story.records(commission())
    story.records(CostIncurred(name="travel", amount=usd("5")))
    story.until("06-10").changes(Cancel(), effective="07-01")
    assert story.until("06-30").stands()["Contract costs"] == "600.00"
    assert story.until("07-31").stands()["Impairment"] == "600.00"


def test_nothing_goes_into_a_closed_month() -> None:
    story = spent()
    story.until("01-31")
    for made in close(story.book, month("01"), story.today):
        assert isinstance(story.book.add(made), PeriodClose)
    story.records(commission(), "2026-01-01")
    assert story.stands() == {}
    story.until("02-28")
    assert story.stands() == {"Contract costs": "1,000.00", "Payables": "-1,200.00", "Amortization": "200.00"}


def test_goods_are_cost_of_sales_unless_they_are_expected_back() -> None:
    story = spent()
    story.records(ReturnsExpected(product="Lamp", quantity=3))
    assert story.stands(GOODS) == {}
    story.records(GoodsSold(product="Lamp", quantity=100, cost=usd("60")))
    assert story.stands(GOODS) == {
        "Inventory": "-6,000.00",
        "Right to recover goods": "180.00",
        "Cost of sales": "5,820.00",
    }
    story.records(GoodsReturned(product="Lamp", quantity=4))
    assert story.stands(GOODS) == {"Inventory": "-5,760.00", "Cost of sales": "5,760.00"}


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (commission(), "name-taken"),
        (commission("0", name="bonus"), "not-above-zero"),
        (commission(name="bonus", until="2025-12-31"), "ends-before-it-begins"),
        (CostTermRevised(name="commission", until=date(2025, 12, 31)), "ends-before-it-begins"),
        (CostImpaired(name="bonus", amount=usd("1")), "unknown-cost"),
        (CostImpaired(name="commission", amount=usd("1200")), "more-than-left"),
        (CostImpaired(name="commission", amount=usd("-1")), "more-than-lost"),
        (CostImpaired(name="commission", amount=Money.zero("EUR")), "other-currency"),
        (CostIncurred(name="bonus", amount=Money(1, "EUR")), "other-currency"),
        (CostWrittenOff(name="travel"), "nothing-left"),
        (GoodsSold(product="Lamp", quantity=0, cost=usd("1")), "not-above-zero"),
        (GoodsSold(product="Lamp", quantity=1, cost=usd("0")), "not-above-zero"),
        (GoodsReturned(product="Lamp", quantity=1), "more-than-sold"),
        (ReturnsExpected(product="Lamp", quantity=Decimal(-1)), "not-above-zero"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(fact: object, code: str) -> None:
    story = spent()
    story.records(commission())
    story.records(CostIncurred(name="travel", amount=usd("5")))
    before = story.balances()
    with pytest.raises(Refused) as refused:
        story.records(fact)
    assert (refused.value.code, story.balances()) == (code, before)


def test_what_comes_later_is_not_there_before() -> None:
    story = spent()
    story.until("02-01").records(commission())
    story.records(GoodsSold(product="Lamp", quantity=1, cost=usd("1")))
    for fact in (CostWrittenOff(name="commission"), GoodsReturned(product="Lamp", quantity=1)):
        with pytest.raises(Refused):
            story.records(fact, "2026-01-31")


def test_facts_have_words() -> None:
    assert told(commission()) == "cost incurred: commission"
    assert told(ReturnsExpected(product="Lamp", quantity=1)) == "returns expected: Lamp"


@settings(max_examples=15, deadline=None, derandomize=True)
@given(
    amount=st.integers(1, 10**7),
    loss=st.integers(0, 100),
    last=st.dates(date(2026, 3, 1), date(2026, 6, 30)),
    spread=st.sampled_from(["by day", "by month", "by half month", "by full month"]),
)
def test_a_cost_ends_at_nothing(amount: int, loss: int, last: date, spread: str) -> None:
    story = Spent(spread=spread)
    story.signs()
    story.records(CostIncurred(name="x", amount=Money(amount, "USD"), until=last))
    story.until("02-10")
    story.records(CostImpaired(name="x", amount=Money(amount * loss // 1000, "USD")))
    story.until("06-30")
    assert "Contract costs" not in story.stands()
