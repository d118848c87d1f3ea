"""What of a price goes to others, what contract costs are tested for, and instalments: what is posted, and what is refused."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from controllers import Story, line, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.model.company import Company
from engine.model.considerations import SupplierShare
from engine.model.costs import CostIncurred, CostsTested, Financed, PaidOut
from engine.model.money import Money
from engine.model.policies import Policies
from engine.refusals import Refused
from engine.revenue.financing import accrued, in_price, instalments
from engine.revenue.recognizing import revenue
from engine.revenue.recording import record, told
from engine.revenue.scheduling import reschedule

NAMES = ("Contract liability", "Unbilled receivable", "Contract asset", "Payables", "Revenue")
COSTS = ("Contract costs", "Amortization", "Impairment")
SINCE = date(2026, 1, 1)


class Told(Story):
    """A story in which finance records facts."""

    def records(self, fact) -> None:
        made = self.book.add(record(self.book, "C-1", fact, self.today, self.today))
        for schedule in reschedule(self.book, made, self.today):
            self.book.add(schedule)
        self.until_quiet(made)

    def stands(self, names: tuple[str, ...] = NAMES) -> dict[str, str]:
        return {name: amount for name, amount in self.balances().items() if name in names}


def story(timing: str = "in advance", **policies: str) -> Told:
    told_ = Told(spread="by month", **policies)
    told_.signs(line(quantity=1, price="100"), every=12, timing=timing)
    return told_


def test_what_is_paid_out_is_owed_at_once_and_less_revenue() -> None:
    told_ = story()
    told_.records(PaidOut(name="shelf", amount=usd("240")))
    assert told_.stands() == {"Contract liability": "-960.00", "Payables": "-240.00"}
    told_.records(PaidOut(name="shelf", amount=usd("120")))
    assert told_.stands() == {"Contract liability": "-1,080.00", "Payables": "-120.00"}
    assert told_.until("01-31").stands() == {
        "Contract liability": "-990.00",
        "Payables": "-120.00",
        "Revenue": "-90.00",
    }


@pytest.mark.parametrize(
    ("policy", "account"), [("unbilled receivable", "Unbilled receivable"), ("contract asset", "Contract asset")]
)
def test_what_is_paid_out_before_anything_is_billed_is_a_claim(policy: str, account: str) -> None:
    told_ = story("in arrears", earned_ahead=policy)
    told_.records(PaidOut(name="shelf", amount=usd("240"), product="Seat"))
    assert told_.stands() == {account: "240.00", "Payables": "-240.00"}
    assert told_.until("01-31").stands() == {account: "320.00", "Payables": "-240.00", "Revenue": "-80.00"}


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (SupplierShare(name="partner", product="Chair", percent=Decimal(10)), "not-on-contract"),
        (SupplierShare(name="partner", product="Seat", percent=Decimal("100.5")), "more-than-the-price"),
        (PaidOut(name="shelf", amount=usd("0")), "not-above-zero"),
        (PaidOut(name="shelf", amount=Money(1, "EUR")), "other-currency"),
        (PaidOut(name="shelf", amount=usd("1"), product="Chair"), "not-on-contract"),
        (CostsTested(to_come_in=usd("1"), to_spend=usd("0")), "unknown-cost"),
        (CostsTested(to_come_in=usd("1"), to_spend=usd("-1")), "below-zero"),
        (CostsTested(to_come_in=Money(1, "EUR"), to_spend=usd("0")), "other-currency"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(fact, code: str) -> None:
    told_ = story()
    before = told_.stands()
    with pytest.raises(Refused) as refused:
        told_.records(fact)
    assert refused.value.code == code
    assert told_.stands() == before


def test_suppliers_together_get_no_more_than_the_price() -> None:
    told_ = story()
    told_.records(SupplierShare(name="partner", product="Seat", percent=Decimal(60)))
    with pytest.raises(Refused, match=r"^41% of the price cannot belong to 'reseller', where 60% of it is others'$"):
        told_.records(SupplierShare(name="reseller", product="Seat", percent=Decimal(41)))
    told_.records(SupplierShare(name="reseller", product="Seat", percent=Decimal(40)))
    told_.records(SupplierShare(name="partner", product="Seat", percent=Decimal(50)))
    assert told_.until("01-31").stands()["Payables"] == "-90.00"


def test_what_comes_in_and_what_is_spent_are_told_in_one_currency() -> None:
    told_ = story()
    told_.book.company = in_books_of(told_.book.company, "EUR")
    with pytest.raises(Refused, match=r"^the costs of contract C-1 are in EUR; 1\.00 USD is not$"):
        told_.records(CostsTested(to_come_in=usd("1"), to_spend=Money(1, "EUR")))


def in_books_of(company: Company, currency: str) -> Company:
    return replace(company, entity=replace(company.entity, currency=currency))


def test_shares_of_suppliers_are_owed_as_the_price_is_earned() -> None:
    """Two suppliers of one product add up; a later share of one of them counts from the beginning."""
    told_ = story("in arrears")
    told_.records(SupplierShare(name="partner", product="Seat", percent=Decimal(50)))
    told_.records(SupplierShare(name="reseller", product="Seat", percent=Decimal(10)))
    assert told_.until("01-31").stands() == {"Unbilled receivable": "100.00", "Payables": "-60.00", "Revenue": "-40.00"}
    told_.records(SupplierShare(name="partner", product="Seat", percent=Decimal(20)))
    assert told_.until("02-28").stands()["Payables"] == "-60.00"
    months = [month for month in revenue(told_.book) if month.passed_on and month.posted]
    assert [str(month.posted) for month in months] == ["-30.00 USD", "-30.00 USD"]


def test_facts_are_told_in_words() -> None:
    assert told(SupplierShare(name="partner", product="Seat", percent=Decimal(50))) == "supplier share: partner"
    assert told(PaidOut(name="shelf", amount=usd("1"))) == "paid out: shelf"
    tested = CostsTested(to_come_in=usd("2"), to_spend=usd("1"))
    assert told(tested) == "costs tested: 2.00 USD to come in, 1.00 USD to spend"


@pytest.mark.parametrize(
    ("policy", "again", "left", "lost"),
    [
        ("reversed", "900", "500.00", "33.33"),
        ("reversed", "400", "400.00", "133.33"),
        ("never", "900", "333.33", "200.00"),
    ],
)
def test_a_loss_on_costs_comes_back_as_far_as_it_may(policy: str, again: str, left: str, lost: str) -> None:
    # 600.00 of 1,200.00 are left on 30 June, 200.00 are lost; a month later 500.00 would be left without the loss, 333.33 with it.
    told_ = story(cost_reversal=policy)
    told_.records(CostIncurred(name="commission", amount=usd("1200"), until=date(2026, 12, 31)))
    told_.until("06-30").records(CostsTested(to_come_in=usd("700"), to_spend=usd("300")))
    assert told_.stands(COSTS) == {"Contract costs": "400.00", "Amortization": "600.00", "Impairment": "200.00"}
    told_.until("07-31").records(CostsTested(to_come_in=usd(again), to_spend=usd("0")))
    stands = told_.stands(COSTS)
    assert (stands["Contract costs"], stands["Impairment"]) == (left, lost)
    told_.records(CostsTested(to_come_in=usd(again), to_spend=usd("0")))
    assert told_.stands(COSTS) == stands


def test_instalments_that_do_not_end_on_the_last_day_are_refused() -> None:
    told_ = story("in arrears")
    loan = Financed(amount=usd("100"), rate=Decimal(6), until=date(2027, 6, 15), paid="in instalments")
    with pytest.raises(Refused, match="instalments every 1 months from 1 January 2026 do not end on 15 June 2027"):
        told_.records(loan)


def test_instalments_end_on_the_last_day_or_are_none() -> None:
    quarterly = Financed(
        amount=usd("10"), rate=Decimal(8), until=date(2026, 12, 31), paid="in instalments", every_months=3
    )
    assert instalments(quarterly, SINCE) == 4
    assert instalments(quarterly, date(2026, 1, 2)) == 0


@settings(max_examples=25, deadline=None, derandomize=True, database=None)
@given(st.integers(100, 10**8), st.integers(1, 30), st.integers(1, 48), st.sampled_from([1, 3, 12]))
def test_interest_of_instalments_grows_less_each_month_and_ends_at_what_the_price_holds(
    minor: int, rate: int, count: int, every: int
) -> None:
    until = date(2026 + (count * every - 1) // 12, (count * every - 1) % 12 + 1, 28)
    policies = Policies(short_financing="adjusted", spread="by month")
    last = date(until.year + until.month // 12, until.month % 12 + 1, 1).toordinal() - 1
    fact = Financed(
        amount=Money(minor, "USD"),
        rate=Decimal(rate),
        until=date.fromordinal(last),
        paid="in instalments",
        every_months=every,
    )
    assert instalments(fact, SINCE) == count
    ends = [accrued(fact, SINCE, date(year, 12, 31), policies) for year in range(2026, 2076)]
    assert ends == sorted(ends)
    assert in_price(fact, SINCE, policies).minor == -ends[-1]
    assert 0 <= ends[-1] < minor * count
