"""What a contract leaves that ends because its customer does not pay."""

from datetime import date
from decimal import Decimal

from controllers import line
from test_delivering import Works
from test_recognizing import MONTHLY

from engine.model.company import AllowanceBucket
from engine.model.orders import Cancel, ChangePrice
from engine.model.revenue import EarnedUntil

ASSET = {"schedule": "contract term", "earned_ahead": "contract asset", **MONTHLY}


def ramp(*matrix: AllowanceBucket, **policies: str) -> Works:
    """10 seats for nothing to June, 10.00 a seat from July: 600.00 a year, 50.00 a month; three months of it are earned."""
    story = Works(allowance=matrix, **ASSET, **policies)
    story.signs(line(price="0"), every=1)
    story.changes(ChangePrice(product="Seat", price=Decimal(10)), effective="07-01")
    return story.until("03-31")


def test_it_is_lost_once_and_a_day_lived_twice_loses_nothing_more():
    story = ramp()
    story.until("04-01").changes(Cancel(reason="insolvency"), effective="04-01")
    story.until("04-30").until_quiet(None)
    assert story.entry("JE-loss-of-contract-C-1-2026-04") == {
        "Credit loss expense": "150.00",
        "Contract asset": "-150.00",
    }
    assert story.until("06-30").balances() == {"Revenue": "-150.00", "Credit loss expense": "150.00"}


def test_an_end_that_is_to_come_loses_nothing_yet():
    story = ramp()
    story.changes(Cancel(reason="non-payment"), effective="05-01")
    assert story.until("04-30").balances() == {"Contract asset": "200.00", "Revenue": "-200.00"}
    assert story.until("05-31").balances() == {"Revenue": "-200.00", "Credit loss expense": "200.00"}


def test_a_matrix_that_begins_with_the_first_day_overdue_has_nothing_for_it():
    story = ramp(AllowanceBucket(days=1, percent=Decimal(5)), unbilled_losses="as what is not yet due")
    story.until("04-01").changes(Cancel(reason="insolvency"), effective="04-01")
    assert story.until("04-30").balances() == {"Revenue": "-150.00", "Credit loss expense": "150.00"}


def test_no_more_of_the_allowance_is_used_than_stands():
    """10% of 150.00 = 15.00 stand; the contract ends with 150.00 left: 15.00 of it and 135.00 more."""
    story = ramp(AllowanceBucket(days=0, percent=Decimal(10)), unbilled_losses="as what is not yet due")
    assert story.balances()["Loss allowance"] == "-15.00"
    story.until("04-01").changes(Cancel(reason="insolvency"), effective="04-01")
    story.until("04-30")
    assert story.entry("JE-loss-of-contract-C-1-2026-04") == {
        "Loss allowance": "15.00",
        "Credit loss expense": "135.00",
        "Contract asset": "-150.00",
    }
    assert story.balances() == {"Revenue": "-150.00", "Credit loss expense": "150.00"}


def test_what_is_expected_of_unbilled_amounts_alone_is_used_likewise():
    """10% of the 150.00 that are not billed = 15.00 stand, though nothing is expected of invoices."""
    story = ramp(AllowanceBucket(days=0, percent=Decimal(10), of="unbilled"))
    assert story.balances()["Loss allowance"] == "-15.00"
    story.until("04-01").changes(Cancel(reason="insolvency"), effective="04-01")
    story.until("04-30")
    assert story.entry("JE-loss-of-contract-C-1-2026-04") == {
        "Loss allowance": "15.00",
        "Credit loss expense": "135.00",
        "Contract asset": "-150.00",
    }


def test_what_is_earned_over_a_longer_life_is_lost_all_the_same():
    """Told at the end of March that 450.00 more are earned to June 2027: when the contract ends all that was earned stays."""
    story = ramp()
    story.records(EarnedUntil(product="Seat", until=date(2027, 6, 30)))
    story.until("04-01").changes(Cancel(reason="insolvency"), effective="04-01")
    found = story.until("04-30").balances()
    assert found == {"Revenue": "-150.00", "Credit loss expense": "150.00"}
