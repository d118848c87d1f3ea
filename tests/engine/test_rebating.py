"""What volume rebates come to at, below and above their thresholds; a period settled twice gives back once."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FLAT, Seller, sold

from engine.billing.bill_run import bill
from engine.billing.crediting import credit_lines
from engine.billing.settling import plan_rebates, rebates, settle_rebates
from engine.book import run
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import AddProduct, ChangePrice, RequestedLine
from engine.model.rebates import Rebate, RebateSettlement, RebateTier
from engine.terms.rating import subscription
from engine.terms.rebating import earned, expected_share, rebate_periods


def tier(threshold: int, percent: str = "10", beyond: bool = False, each: int | None = None) -> RebateTier:
    money = None if each is None else Money(each, "USD")
    return RebateTier(threshold=Decimal(threshold), beyond=beyond, percent=Decimal(percent), each=money)


@pytest.mark.parametrize(
    ("of", "units", "back"),
    [("all", 9, 0), ("all", 10, 10), ("all", 20, 40), ("what is above", 10, 0), ("what is above", 25, 20)],
)
def test_each_threshold_gives_back_of_all_or_of_its_own_band(of, units, back):
    # 10.00 each: 10% from 10, 20% from 20; 25 units: 10 * 10.00 * 10% + 5 * 10.00 * 20%
    rebate = Rebate(tiers=(tier(10), tier(20, "20")), of=of)
    assert earned(rebate, Fraction(units), Fraction(units * 10)) == back


def test_more_than_the_price_never_goes_back():
    assert earned(Rebate(tiers=(tier(0, "0", each=5000),)), Fraction(3), Fraction(30)) == 30


def test_what_is_taken_back_in_excess_earns_nothing():
    assert earned(Rebate(tiers=(tier(-5),)), Fraction(-1), Fraction(-10)) == 0


VOLUMES = st.fractions(0, 10_000, max_denominator=4)
TIERS = st.lists(st.integers(1, 5000), min_size=1, max_size=4, unique=True).map(
    lambda thresholds: tuple(tier(t, str(5 * n)) for n, t in enumerate(sorted(thresholds), 1))
)


@settings(deadline=None, derandomize=True, max_examples=100, database=None)
@given(TIERS, VOLUMES, VOLUMES, st.sampled_from(["units", "amount"]))
def test_buying_more_never_earns_less_and_above_never_earns_more_than_all(tiers, one, other, counted):
    for of in ("all", "what is above"):
        rebate = Rebate(tiers=tiers, of=of, counted=counted)
        less, more = sorted((one, other))
        assert earned(rebate, less, less) <= earned(rebate, more, more) <= more
    above, everything = (Rebate(tiers=tiers, of=of, counted=counted) for of in ("what is above", "all"))
    assert earned(above, one, one) <= earned(everything, one, one)


def seller_with(*agreed: Rebate, months: int = 3, timing: str = "in advance", lines=()) -> Seller:
    seller = Seller()
    seller.stages = (bill, settle_rebates)
    made = seller.signs(*lines, months=months, timing=timing, rebates=agreed)
    plan_rebates(seller.book, made.number, seller.today)
    return seller


def test_a_period_is_settled_once_with_what_was_bought_in_it_and_lived_twice_adds_nothing():
    seller = seller_with(Rebate(tiers=(tier(30),), every_months=3))
    seller.until("2026-04-01")
    [memo] = seller.book.all(CreditMemo)
    assert (str(memo.net), str(memo.tax), memo.cause) == ("30.00 USD", "3.00 USD", "volume rebate")
    assert list(run(seller.stages, seller.book, seller.today)) == []
    [settlement] = seller.book.all(RebateSettlement)
    assert (settlement.volume, settlement.memo) == (30, memo.number)


def test_a_period_that_reached_nothing_is_settled_with_nothing():
    seller = seller_with(Rebate(tiers=(tier(31),), every_months=0))
    seller.until("2026-04-01")
    [settlement] = seller.book.all(RebateSettlement)
    assert (settlement.credited, settlement.memo) == (Money(0, "USD"), None)
    assert seller.book.all(CreditMemo) == ()


def test_in_arrears_it_waits_until_the_last_of_it_is_billed():
    seller = seller_with(Rebate(tiers=(tier(1),), every_months=2), timing="in arrears", months=4)
    contract = seller.book.get(Contract, "C-1")
    assert [str(one.settles) for one in rebates(seller.book, contract, date(2026, 12, 31))] == [
        "2026-03-01",
        "2026-05-01",
    ]
    assert [str(one.settles) for one in rebates(seller.book, contract, date(2026, 1, 31))] == ["2026-03-01"]


def test_what_was_given_back_before_is_not_given_back_again():
    seller = seller_with(Rebate(tiers=(tier(1, "100"),), every_months=0), months=1)
    seller.book.add(
        credit_lines(
            seller.book, seller.book.get(Invoice, "NW-000001"), None, Money(4000, "USD"), "goodwill", seller.today
        )
    )
    seller.until("2026-02-01")
    [_, memo] = seller.book.all(CreditMemo)
    assert str(memo.net) == "60.00 USD"


def test_a_line_that_joins_later_counts_too_and_other_products_do_not():
    agreed = Rebate(tiers=(tier(1),), product="Seat", every_months=0)
    seller = seller_with(agreed, lines=(sold(), sold("Access", 1, "500", charge=FLAT)))
    seller.changes(
        AddProduct(line=RequestedLine(product="Seat")), on="2026-02-01", lines=[sold("Seat", 5, "8")], live=False
    )
    seller.changes(ChangePrice(product="Seat", price=Decimal(9)), on="2026-03-01", live=False)
    seller.until("2026-04-01")
    contract = seller.book.get(Contract, "C-1")
    [standing] = rebates(seller.book, contract, seller.today)
    assert (standing.volume, standing.reached) == (40, 1)
    assert list(rebate_periods(contract, subscription(seller.book, contract), agreed)) == [standing.period]


def test_what_is_expected_to_go_back_of_what_is_not_sold_is_nothing():
    contract = Seller().signs(sold(), sold("Access", 1, "500", charge=FLAT))
    assert expected_share(contract, Rebate(tiers=(tier(1),), product="Other"), Decimal(5)) == 0
    assert expected_share(contract, Rebate(tiers=(tier(1),), product="Access"), Decimal(5)) == Fraction(1, 10)
    assert expected_share(contract, Rebate(tiers=(tier(100),), counted="amount"), Decimal(200)) == Fraction(1, 10)


@pytest.mark.parametrize("calendar", [True, False])
def test_what_all_contracts_of_a_customer_buy_counts_and_each_has_its_share(calendar):
    # Ten seats a month each: 30 in three months and 20 from February on; in a quarter of the calendar 50 reach the threshold
    # of both, by anniversaries January does not count for the second.
    rebate = Rebate(tiers=(tier(50),), every_months=3, calendar=calendar, across=True)
    seller = seller_with(rebate)
    seller.until("2026-02-01")
    second = seller.signs(start="2026-02-01", months=2, rebates=(rebate,))
    plan_rebates(seller.book, second.number, seller.today)
    plan_rebates(seller.book, "C-9", seller.today)
    seller.until("2026-05-02")
    share = {settled.contract: str(settled.earned) for settled in seller.book.all(RebateSettlement)}
    assert share == {"C-1": "30.00 USD", second.number: "20.00 USD" if calendar else "0.00 USD"}


def test_only_what_the_rebate_is_on_decides_when_it_is_settled():
    seller = seller_with(Rebate(tiers=(tier(1),), product="Seat"), lines=(sold(), sold("Access", 1, "5", charge=FLAT)))
    seller.until("2026-04-01")
    assert [str(settled.earned) for settled in seller.book.all(RebateSettlement)] == ["30.00 USD"]
