"""Revenue: the handbook's own numbers, by hand."""

from decimal import Decimal

import pytest
from controllers import Story, day, line

from engine.model.orders import (
    AddProduct,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RequestedLine,
)

BOTH = pytest.mark.parametrize("schedule", ["contract term", "service period of each line"])
MONTHLY = {"spread": "by month", "proration": "months"}
EVERY_MONTH = [f"{number:02}" for number in range(1, 13)]


def added(product: str, quantity: int, price: str, alone: str | None = None):
    requested = RequestedLine(product=product, quantity=quantity, price=Decimal(price))
    return AddProduct(line=requested), line("9", product, quantity, price, alone=alone)


@BOTH
def test_a_year_of_1200_by_month_gives_100_every_month(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("12-31")

    assert story.revenue() == dict.fromkeys(EVERY_MONTH, "100.00")
    assert story.balances() == {"Receivables": "1,320.00", "Sales tax payable": "-120.00", "Revenue": "-1,200.00"}
    assert story.entry("JE-revenue-C-1-2026-04") == {"Contract liability": "100.00", "Revenue": "-100.00"}


@BOTH
def test_twenty_seats_on_15_april_are_recognized_over_their_261_days(schedule):
    """The walk of one datum: 100 seats at 1,200.00 a year all of 2025, 20 more on 15 April."""
    story = Story("2025-01-01", schedule=schedule)
    story.signs(line(quantity=100, price="1200", per_months=12, tax_code="none"), start="2025-01-01")
    story.until("2025-04-15").changes(ChangeQuantity(product="Seat", delta=20), effective="2025-04-15")
    story.until("2025-04-30")

    assert story.entry("JE-NW-000002") == {
        "Receivables": "17,161.64",
        "Contract liability": "-17,161.64",
    }
    assert story.entry("JE-revenue-C-1-2025-04") == {"Contract liability": "10,915.06", "Revenue": "-10,915.06"}
    assert story.balances() == {
        "Receivables": "137,161.64",
        "Contract liability": "-96,657.54",
        "Revenue": "-40,504.10",
    }
    assert 9_863_01 + 1_052_05 == 10_915_06


def test_a_monthly_upsell_in_the_middle_of_march_is_recognized_in_march():
    story = Story(schedule="service period of each line")
    story.signs(line(quantity=100), every=1)
    story.until("03-16").changes(ChangeQuantity(product="Seat", delta=20), effective="03-16")
    story.until("03-31")

    assert story.entry("JE-revenue-C-1-2026-03") == {"Contract liability": "1,103.23", "Revenue": "-1,103.23"}
    assert story.reasons() == ["contract signed", "upsell on 16 March 2026"]
    assert "Contract liability" not in story.balances()


def test_a_change_billed_on_the_next_regular_invoice_takes_nothing_out_of_revenue_twice():
    """10.00 to 12.00 on 16 March: March is recognized with 483.87 + 619.35, and on 1 April the documents follow."""
    story = Story(schedule="service period of each line", amendment_billing="on the next regular invoice")
    story.signs(line(quantity=100, tax_code="none"), every=1)
    change = ChangePrice(product="Seat", price=Decimal(12), per_months=1)
    story.until("03-16").changes(change, effective="03-16")
    story.until("04-01")

    assert story.entry("JE-revenue-C-1-2026-03") == {
        "Contract liability": "1,000.00",
        "Unbilled receivable": "103.22",
        "Revenue": "-1,103.22",
    }
    assert story.entry("JE-NW-CM-000001") == {"Unbilled receivable": "516.13", "Receivables": "-516.13"}
    assert story.entry("JE-NW-000004") == {
        "Receivables": "1,819.35",
        "Unbilled receivable": "-619.35",
        "Contract liability": "-1,200.00",
    }


def upsell(story: Story, alone: str | None, price: str = "10"):
    """July to December, 4 seats of another product at `price` a month: 240 at 10."""
    change, sold = added("Extra", 4, price, alone)
    story.signs(line(alone="10"))
    story.until("07-01").changes(change, effective="07-01", lines=[sold])
    return story.until("12-31")


def test_an_upsell_at_its_stand_alone_price_is_a_separate_contract():
    story = upsell(Story(**MONTHLY), alone="10")

    assert story.pieces("1") == [("2026-01-01", "2026-12-31", "1,200.00")]
    assert story.pieces("2") == [("2026-07-01", "2026-12-31", "240.00")]
    assert story.reasons("2") == ["upsell on 1 July 2026, separate contract"]
    assert story.revenue() == {**dict.fromkeys(EVERY_MONTH[:6], "100.00"), **dict.fromkeys(EVERY_MONTH[6:], "140.00")}


@pytest.mark.parametrize(("alone", "policy"), [("12.5", "by test"), ("12.5", "terminate and new")])
def test_an_upsell_under_its_stand_alone_price_ends_the_old_contract_and_begins_a_new_one(alone, policy):
    """840 split 600 to 300: 560 and 280, in sum still 140 a month."""
    story = upsell(Story(modification=policy, **MONTHLY), alone=alone)

    assert story.pieces("1") == [("2026-01-01", "2026-06-30", "600.00"), ("2026-07-01", "2026-12-31", "560.00")]
    assert story.pieces("2") == [("2026-07-01", "2026-12-31", "280.00")]
    assert story.reasons("1") == ["contract signed", "upsell on 1 July 2026, terminate and new"]
    assert story.revenue() == {**dict.fromkeys(EVERY_MONTH[:6], "100.00"), **dict.fromkeys(EVERY_MONTH[6:], "140.00")}


def test_the_policy_separate_contract_holds_for_what_is_added_under_its_price_too_but_never_for_less():
    story = upsell(Story(modification="separate contract", **MONTHLY), alone="12.5")
    assert story.pieces("2") == [("2026-07-01", "2026-12-31", "240.00")]

    story = Story(modification="separate contract", **MONTHLY)
    story.signs()
    story.until("07-01").changes(ChangeQuantity(product="Seat", delta=-4), effective="07-01")
    assert story.reasons()[-1] == "downgrade on 1 July 2026, terminate and new"


def test_more_seats_are_tested_at_the_price_of_all_seats():
    story = Story(**MONTHLY)
    story.signs(line(alone="10.01"))
    story.until("07-01").changes(ChangeQuantity(product="Seat", delta=4), effective="07-01")
    assert story.reasons()[-1] == "upsell on 1 July 2026, terminate and new"
    assert story.pieces() == [("2026-01-01", "2026-06-30", "600.00"), ("2026-07-01", "2026-12-31", "840.00")]


def test_more_seats_of_a_price_nobody_sells_alone_are_a_separate_contract():
    story = Story(**MONTHLY)
    story.signs()
    story.until("07-01").changes(ChangeQuantity(product="Seat", delta=4), effective="07-01")
    assert story.pieces() == [("2026-01-01", "2026-12-31", "1,200.00"), ("2026-07-01", "2026-12-31", "240.00")]


def test_blend_and_extend_spreads_the_rest_and_the_new_year_over_18_months():
    """600 not yet recognized and 960 for another year: 86.67 a month, not 100 and then 80."""
    story = Story(**MONTHLY)
    story.signs(line(quantity=1, price="100"))
    story.until("07-01").changes(
        ExtendTerm(end=day("2027-12-31")), ChangePrice(product="Seat", price=Decimal(80)), effective="2027-01-01"
    )
    story.until("2027-12-31")

    assert story.pieces() == [("2026-01-01", "2026-06-30", "600.00"), ("2026-07-01", "2027-12-31", "1,560.00")]
    assert story.revenue("2027") == dict(zip(EVERY_MONTH, ["86.67", "86.66", "86.67"] * 4, strict=True))
    assert story.balances()["Revenue"] == "-2,160.00"
    assert "Contract liability" not in story.balances()


@BOTH
def test_a_discount_back_to_january_reduces_the_past_months_at_once(schedule):
    """Handbook 4.2: 10% agreed on 30 April: 40 of 400 recognized, 80 of the liability; then 90 a month."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("04-30").changes(GrantDiscount(percent=Decimal(10)), effective="01-01")
    assert story.entry("JE-NW-CM-000001") == {
        "Contract liability": "80.00",
        "Revenue": "40.00",
        "Sales tax payable": "12.00",
        "Receivables": "-132.00",
    }
    assert story.balances() == {
        "Receivables": "1,188.00",
        "Contract liability": "-720.00",
        "Sales tax payable": "-108.00",
        "Revenue": "-360.00",
    }
    story.until("12-31")
    assert story.revenue()["05"] == story.revenue()["12"] == "90.00"
    assert story.balances()["Revenue"] == "-1,080.00"


@BOTH
def test_a_prospective_re_price_reduces_only_the_months_to_come(schedule):
    """Handbook 4.2: (800 - 120) / 8 = 85 a month."""
    story = Story(schedule=schedule, retroactive_discount="prospective re-price", **MONTHLY)
    story.signs()
    story.until("04-30").changes(GrantDiscount(percent=Decimal(10)), effective="01-01")
    assert story.balances()["Contract liability"] == "-680.00"
    story.until("12-31")
    assert story.revenue()["04"] == "100.00"
    assert story.revenue()["05"] == story.revenue()["12"] == "85.00"
    assert story.balances()["Revenue"] == "-1,080.00"


def test_a_re_price_agreed_on_the_last_day_has_no_months_to_come():
    story = Story(retroactive_discount="prospective re-price", **MONTHLY)
    story.signs()
    story.until("12-31").changes(GrantDiscount(percent=Decimal(10)), effective="01-01")
    assert story.pieces() == [("2026-01-01", "2026-12-31", "1,080.00")]
    assert story.balances()["Revenue"] == "-1,080.00"


@BOTH
def test_a_discount_from_today_on_changes_only_the_days_that_remain(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("07-01").changes(GrantDiscount(percent=Decimal(10)), effective="07-01")
    story.until("12-31")
    assert story.revenue()["08"] == "90.00"
    assert story.balances()["Revenue"] == "-1,140.00"


@BOTH
def test_a_downgrade_leaves_60_a_month(schedule):
    """Handbook 4.8."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("07-01").changes(ChangeQuantity(product="Seat", delta=-4), effective="07-01")
    assert story.entry("JE-NW-CM-000001") == {
        "Contract liability": "240.00",
        "Sales tax payable": "24.00",
        "Receivables": "-264.00",
    }
    story.until("12-31")
    assert story.revenue() == {**dict.fromkeys(EVERY_MONTH[:6], "100.00"), **dict.fromkeys(EVERY_MONTH[6:], "60.00")}
    assert story.balances()["Revenue"] == "-960.00"
