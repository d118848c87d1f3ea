"""The loan within a price: what bears interest, how much of it by when, and what of it is price."""

from datetime import date
from decimal import Decimal

import pytest
from controllers import Story, line, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.costs import Financed
from engine.model.money import Money
from engine.model.policies import Policies
from engine.refusals import Refused
from engine.revenue.financing import accrued, in_price
from engine.revenue.recording import record, told
from engine.revenue.scheduling import reschedule

SINCE = date(2026, 1, 1)


def financed(amount: str, paid: str = "in advance", until: str = "2027-12-31", rate: str = "6") -> Financed:
    return Financed(amount=usd(amount), rate=Decimal(rate), until=date.fromisoformat(until), paid=paid)  # type: ignore[arg-type]


def test_an_advance_bears_interest_compounded_yearly() -> None:
    policies = Policies(spread="by month")
    fact = financed("4000")
    days = [date(2025, 12, 31), date(2026, 1, 31), date(2026, 12, 31), date(2027, 1, 31), date(2028, 6, 30)]
    assert [accrued(fact, SINCE, on, policies) for on in days] == [0, 2_000, 24_000, 26_120, 49_440]
    assert in_price(fact, SINCE, policies) == usd("494.40")


def test_a_payment_in_arrears_is_worth_less_now() -> None:
    policies = Policies(spread="by month")
    fact = financed("121", "in arrears", rate="10")
    assert [accrued(fact, SINCE, date(year, 12, 31), policies) for year in (2026, 2027)] == [1_000, 2_100]
    assert in_price(fact, SINCE, policies) == usd("-21")


@pytest.mark.parametrize(
    ("until", "policy", "minor"),
    [
        ("2026-12-31", "not adjusted", 0),
        ("2026-12-31", "adjusted", 6_000),
        ("2027-01-01", "not adjusted", 6_017),
    ],
)
def test_the_expedient_ends_after_a_year(until: str, policy: str, minor: int) -> None:
    # One day more than a year: 1,000.00 * 1.06 * (1 + 6% / 365) = 1,060.17.
    policies = Policies(spread="by day", short_financing=policy)  # type: ignore[arg-type]
    assert accrued(financed("1000", until=until), SINCE, date(2030, 1, 1), policies) == minor


class Lent(Story):
    """A story in which finance finds a loan in the price."""

    def records(self, fact: Financed) -> None:
        made = self.book.add(record(self.book, "C-1", fact, self.today, self.today))
        for schedule in reschedule(self.book, made, self.today):
            self.book.add(schedule)
        self.until_quiet(made)

    def stands(self) -> dict[str, str]:
        names = (
            "Contract liability",
            "Unbilled receivable",
            "Contract asset",
            "Interest expense",
            "Interest income",
            "Revenue",
        )
        return {name: amount for name, amount in self.balances().items() if name in names}


def lent(paid: str, **policies: str) -> Lent:
    story = Lent(spread="by month", short_financing="adjusted", **policies)
    story.signs(line(quantity=1, price="100"), every=12, timing="in arrears" if paid == "late" else "in advance")
    return story


@pytest.mark.parametrize(
    ("earned_ahead", "account"), [("unbilled receivable", "Unbilled receivable"), ("contract asset", "Contract asset")]
)
def test_interest_on_what_is_earned_ahead_is_a_claim(earned_ahead: str, account: str) -> None:
    # 1,200.00 at the end of the year at 20% are 1,000.00 now: 83.33 of revenue and 16.67 of interest in January.
    story = lent("late", earned_ahead=earned_ahead)
    story.records(financed("1200", "in arrears", "2026-12-31", "20"))
    assert story.until("01-31").stands() == {account: "100.00", "Interest income": "-16.67", "Revenue": "-83.33"}


def test_interest_on_what_is_billed_ahead_is_owed_in_service() -> None:
    # 1,200.00 ahead at 10%: 10.00 of interest in January, and 110.00 of revenue.
    story = lent("early")
    story.records(financed("1200", "in advance", "2026-12-31", "10"))
    expected = {"Contract liability": "-1,100.00", "Interest expense": "10.00", "Revenue": "-110.00"}
    assert story.until("01-31").stands() == expected
    assert story.until("02-01").stands() == expected


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (financed("0"), "not-above-zero"),
        (financed("1", rate="0"), "no-rate"),
        (financed("1", until="2025-12-31"), "ends-before-it-begins"),
    ],
)
def test_what_is_no_loan_is_refused(fact: Financed, code: str) -> None:
    story = lent("early")
    with pytest.raises(Refused) as refused:
        story.records(fact)
    assert refused.value.code == code


def test_the_rate_stands() -> None:
    story = lent("early")
    story.records(financed("1200"))
    with pytest.raises(Refused, match="bears interest already; its rate stands"):
        story.records(financed("1200", rate="7"))
    assert told(financed("1200")) == "financed: financing"


@settings(max_examples=30, deadline=None, derandomize=True)
@given(
    st.integers(1, 10**9),
    st.integers(1, 40),
    st.dates(date(2026, 1, 2), date(2032, 1, 1)),
    st.sampled_from(["in advance", "in arrears"]),
)
def test_interest_only_grows_and_ends_at_what_the_price_holds(minor: int, rate: int, until: date, paid: str) -> None:
    policies = Policies(short_financing="adjusted")
    fact = Financed(amount=Money(minor, "USD"), rate=Decimal(rate), until=until, paid=paid)  # type: ignore[arg-type]
    so_far = [accrued(fact, SINCE, date(year, 6, 30), policies) for year in range(2026, 2033)]
    assert so_far == sorted(so_far)
    assert abs(in_price(fact, SINCE, policies).minor) == so_far[-1]
