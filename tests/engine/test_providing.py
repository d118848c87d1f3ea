"""The loss allowance: its matrix, and what a write-off leaves to be topped up."""

from dataclasses import replace
from decimal import Decimal

import pytest
from controllers import Story, application, day, make, month, settle, written_off

from engine.ledger.closing import close
from engine.ledger.providing import required
from engine.model.company import AllowanceBucket
from engine.model.invoices import CreditUse
from engine.refusals import Refused

MONTHLY = {"spread": "by month", "proration": "months"}


def test_the_allowance_follows_the_matrix_and_is_topped_up_after_a_write_off():
    """Buckets of 1, 10 and 50 percent. Due on 31 January: 13.20 while current, 132.00 when overdue, 660.00 after 60 days."""
    matrix = tuple(AllowanceBucket(days=days, percent=Decimal(p)) for days, p in ((0, 1), (1, 10), (60, 50)))
    story = Story(allowance=matrix, **MONTHLY)
    story.signs()
    allowance = {}
    for end in ("01-30", "01-31", "02-28", "03-31", "04-30", "05-31"):
        allowance[end] = story.until(end).balances().get("Loss allowance")
    assert allowance == {
        "01-30": None,
        "01-31": "-13.20",
        "02-28": "-132.00",
        "03-31": "-132.00",
        "04-30": "-660.00",
        "05-31": "-660.00",
    }
    assert story.entry("JE-allowance-2026-04") == {"Credit loss expense": "528.00", "Loss allowance": "-528.00"}
    story.until("06-01").send(application("AP-1", "880", "880"))
    story.send(written_off("0"))
    story.until("06-30")
    assert story.entry("JE-allowance-2026-06") == {"Credit loss expense": "-220.00", "Loss allowance": "220.00"}
    assert story.balances()["Credit loss expense"] == "440.00"
    assert [entry.customer for entry in story.entries() if entry.label == "allowance"] == [""] * 4


def test_a_second_adjustment_of_a_day_has_its_own_number():
    matrix = (AllowanceBucket(days=0, percent=Decimal(1)),)
    story = Story(allowance=matrix)
    story.signs()
    story.until("01-31").send(application("AP-1", "320", "320"))
    story.until_quiet(None)
    assert story.entry("JE-allowance-2026-01") == {"Credit loss expense": "13.20", "Loss allowance": "-13.20"}
    assert story.entry("JE-allowance-2026-01-2") == {"Credit loss expense": "-3.20", "Loss allowance": "3.20"}


def test_no_allowance_before_the_first_bucket_or_for_what_the_ledger_does_not_know():
    story = Story(allowance=(AllowanceBucket(days=30, percent=Decimal(50)),))
    story.signs()
    story.send(application("AP-1", "320", None, "320"))
    story.send(make(CreditUse, "CU-1", "01-01", currency="USD", settlements=settle("30", "NW-000077")))
    assert "Loss allowance" not in story.until("01-31").balances()


def test_the_allowance_of_a_closed_month_is_adjusted_in_the_next():
    story = Story(allowance=(AllowanceBucket(days=0, percent=Decimal(1)),))
    story.signs()
    story.until("01-30")
    story.today = day("01-31")
    list(map(story.book.add, close(story.book, month("01"), story.today)))
    story.until_quiet(None)
    assert [entry.number for entry in story.until("02-28").entries() if entry.label == "allowance"] == [
        "JE-allowance-2026-02"
    ]


def test_a_chart_without_an_allowance_account_refuses_to_provide():
    story = Story(allowance=(AllowanceBucket(days=0, percent=Decimal(1)),))
    chart = tuple(account for account in story.company.accounts if account.role != "allowance")
    story.book.company = replace(story.company, accounts=chart)
    story.signs()
    with pytest.raises(Refused, match="'Loss allowance', which the chart of accounts does not have"):
        story.until("01-31")


def test_what_is_overdue_counts_as_lost_from_the_day_after_and_comes_back_as_it_is_paid():
    """Due on 31 January, 1,320.00; 880.00 of it are paid on 5 February. A day lived twice adds nothing."""
    story = Story(overdue="full loss at the due date", **MONTHLY)
    story.signs()
    assert story.until("01-31").balances().get("Loss allowance") is None
    assert story.until("02-01").balances()["Loss allowance"] == "-1,320.00"
    story.until("02-05").send(application("AP-1", "880", "880"))
    story.until_quiet(None)
    assert story.balances()["Loss allowance"] == "-440.00"
    entries = len(story.entries())
    story.until_quiet(None)
    assert len(story.entries()) == entries


def test_without_that_convention_only_month_ends_are_looked_at():
    """The matrix waits for the month's end, whatever is paid in between."""
    story = Story(allowance=(AllowanceBucket(days=0, percent=Decimal(10)),), **MONTHLY)
    story.signs()
    story.until("02-05").send(application("AP-1", "880", "880"))
    story.until_quiet(None)
    assert story.balances()["Loss allowance"] == "-132.00"


UNBILLED = {"unbilled_losses": "as what is not yet due", **MONTHLY}


def test_what_is_earned_ahead_of_billing_bears_the_loss_of_what_is_not_yet_due():
    """1,200.00 a year billed in arrears: 100.00 a month are earned, 1% of it is 1.00; in the new year 1,320.00 are billed."""
    matrix = (AllowanceBucket(days=0, percent=Decimal(1)), AllowanceBucket(days=1, percent=Decimal(5)))
    story = Story(allowance=matrix, **UNBILLED)
    story.signs(timing="in arrears")
    assert story.until("02-28").balances()["Loss allowance"] == "-2.00"
    entries = len(story.entries())
    story.until_quiet(None)
    assert len(story.entries()) == entries
    assert required(story.book, "NW", "USD", day("02-28")) == 200
    assert required(story.book, "XX", "USD", day("02-28")) == 0
    story.book.tally(-5000, "balance", "NW", "Contract asset", "USD", "Globex")
    assert required(story.book, "NW", "USD", day("02-28")) == 150
    story.book.tally(-99_900, "balance", "NW", "Contract asset", "USD", "Initech")
    assert required(story.book, "NW", "USD", day("02-28")) == 150


def test_a_matrix_that_begins_with_what_is_overdue_asks_nothing_of_what_is_not_billed():
    story = Story(allowance=(AllowanceBucket(days=1, percent=Decimal(5)),), **UNBILLED)
    story.signs(timing="in arrears")
    assert "Loss allowance" not in story.until("02-28").balances()


def test_what_is_not_billed_may_have_a_rate_of_its_own_and_a_customer_one_before_that():
    """200.00 are earned by the end of February: 2.5% is 5.00, and 4% of Globex alone 8.00; nothing where others have a rate."""
    everybody, theirs, others = (
        AllowanceBucket(days=0, percent=Decimal(percent), customer=customer, of="unbilled")
        for percent, customer in (("2.5", None), ("4", "Globex"), ("50", "Initech"))
    )
    billed = AllowanceBucket(days=0, percent=Decimal(1))
    for matrix, wanted in (((billed, everybody), 500), ((billed, everybody, theirs), 800), ((billed, others), 0)):
        story = Story(allowance=matrix, **MONTHLY)
        story.signs(timing="in arrears")
        story.until("02-28")
        assert required(story.book, "NW", "USD", day("02-28")) == wanted
