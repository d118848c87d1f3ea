"""Revenue where service ends, comes late, or is lost on the way."""

from dataclasses import replace

from controllers import Story, day, line, month, usd
from test_recognizing import BOTH, EVERY_MONTH, MONTHLY, added

from engine.ledger.closing import close
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.orders import (
    Cancel,
    ChangeQuantity,
    RemoveProduct,
)
from engine.revenue.recognizing import revenue


@BOTH
def test_a_cancellation_with_credit_leaves_what_was_served(schedule):
    """Handbook 4.10, and 4.4 before the write-off."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("05-01").changes(Cancel(), effective="05-01")
    assert story.entry("JE-NW-CM-000001") == {
        "Contract liability": "800.00",
        "Sales tax payable": "80.00",
        "Receivables": "-880.00",
    }
    story.until("12-31")
    assert story.revenue() == dict.fromkeys(EVERY_MONTH[:4], "100.00")
    assert story.balances() == {"Receivables": "440.00", "Sales tax payable": "-40.00", "Revenue": "-400.00"}


@BOTH
def test_what_is_not_refundable_is_revenue_on_the_day_of_the_cancellation(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("05-01").changes(Cancel(unused="non-refundable"), effective="05-01")
    assert story.pieces() == [("2026-01-01", "2026-04-30", "400.00"), ("2026-05-01", "2026-05-01", "800.00")]
    story.until("12-31")
    assert story.revenue() == {**dict.fromkeys(EVERY_MONTH[:4], "100.00"), "05": "800.00"}
    assert story.reasons()[-1].startswith("cancellation on 1 May 2026")


@BOTH
def test_a_day_that_is_billed_as_the_last_is_the_day_of_the_cancellation(schedule):
    story = Story(schedule=schedule, last_day="billed", **MONTHLY)
    story.signs()
    story.until("04-30").changes(Cancel(unused="non-refundable"), effective="04-30")
    assert story.pieces() == [("2026-01-01", "2026-04-30", "400.00"), ("2026-04-30", "2026-04-30", "800.00")]
    assert story.balances()["Revenue"] == "-1,200.00"


@BOTH
def test_a_cancellation_fee_is_revenue_at_the_end_of_its_month(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("05-01").changes(Cancel(fee=usd("100")), effective="05-01")
    story.until("05-31")
    assert story.entry("JE-revenue-C-1-2026-05") == {"Contract liability": "100.00", "Revenue": "-100.00"}
    assert story.balances()["Revenue"] == "-500.00"


@BOTH
def test_a_cancellation_by_days_trues_up_on_its_day(schedule):
    """Four months of twelve cost 400.00; by days 1,200 x 120/365 = 394.52 was earned."""
    story = Story(schedule=schedule, proration="months")
    story.signs()
    story.until("05-01").changes(Cancel(), effective="05-01")
    story.until("05-31")
    assert story.revenue()["05"] == "5.48"
    assert story.balances()["Revenue"] == "-400.00"


@BOTH
def test_a_back_dated_downgrade_takes_back_what_was_served_too_much(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("08-31").changes(ChangeQuantity(product="Seat", delta=-4), effective="07-01")
    story.until("12-31")
    assert story.balances()["Revenue"] == "-960.00"
    assert story.revenue()["09"] == "60.00"


def test_a_product_that_leaves_is_spread_over_what_remains():
    story = Story(**MONTHLY)
    story.signs(line(), line("2", "Support", 1, "40"))
    story.until("07-01").changes(RemoveProduct(product="Support"), effective="07-01")
    assert story.pieces("1") == [("2026-01-01", "2026-06-30", "600.00"), ("2026-07-01", "2026-12-31", "600.00")]
    assert story.pieces("2") == [("2026-01-01", "2026-06-30", "240.00")]


def test_the_last_product_that_leaves_ends_the_service():
    story = Story(**MONTHLY)
    story.signs()
    story.until("07-01").changes(RemoveProduct(product="Seat"), effective="07-01")
    story.until("12-31")
    assert story.pieces() == [("2026-01-01", "2026-06-30", "600.00")]
    assert story.balances()["Revenue"] == "-600.00"


def test_a_set_up_for_nothing_takes_its_share_of_the_price():
    """Handbook, section 3: set-up 0 (alone 300), subscription 1,200: 240 and 960."""
    story = Story(**MONTHLY)
    story.signs(line("1", "Set-up", 1, "0", alone="300", once=True), line("2", alone="10"))
    assert story.pieces("1") == [("2026-01-01", "2026-01-01", "240.00")]
    assert story.pieces("2") == [("2026-01-01", "2026-12-31", "960.00")]
    assert story.until("03-31").entry("JE-revenue-C-1-2026-01") == {
        "Contract liability": "320.00",
        "Revenue": "-320.00",
    }
    assert story.balances()["Contract liability"] == "-720.00"
    assert story.balances()["Revenue"] == "-480.00"


def test_a_contract_for_nothing_has_no_schedule():
    story = Story(**MONTHLY)
    story.signs(line(price="0"))
    assert story.schedules() == ()


def test_lines_follow_their_stated_prices_under_service_periods():
    story = Story(schedule="service period of each line", **MONTHLY)
    story.signs(line("1", "Set-up", 1, "300", once=True), line("2"))
    assert story.pieces("1") == [("2026-01-01", "2026-01-01", "300.00")]
    assert story.pieces("2") == [("2026-01-01", "2026-12-31", "1,200.00")]


@BOTH
def test_service_in_arrears_is_unbilled_receivable_until_it_is_billed(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs(every=3, timing="in arrears")
    story.until("03-31")
    assert story.balances() == {"Unbilled receivable": "300.00", "Revenue": "-300.00"}
    story.until("04-01")
    assert story.entry("JE-NW-000001") == {
        "Receivables": "330.00",
        "Unbilled receivable": "-300.00",
        "Sales tax payable": "-30.00",
    }


@BOTH
def test_a_lost_amendment_leaves_its_invoice_unrecognized(schedule):
    change, sold = added("Extra", 4, "10")
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.lost = {"A-2"}
    story.until("07-01").changes(change, effective="07-01", lines=[sold])
    assert story.pieces("2") == [("2026-07-01", "2026-12-31", "240.00")]
    assert story.reasons("2") == ["billed by invoice NW-000002, upsell"]
    story.until("07-15").concedes("NW-000002", "24")
    assert ("2026-07-01", "2026-12-31", "216.00") in story.pieces("2")


def test_a_lost_contract_has_no_revenue():
    story = Story()
    story.lost = {"C-1"}
    story.signs()
    story.until("01-31")
    assert story.revenue() == {}
    assert story.schedules() == ()


def test_a_late_contract_is_caught_up_at_the_next_month_end():
    story = Story(**MONTHLY)
    story.lost = {"C-1"}
    contract = story.signs(months=2)
    story.lost = set()
    story.until("05-10").send(contract)
    story.until("05-31")
    assert story.revenue() == {"05": "200.00"}


def test_what_changes_on_a_closed_month_end_is_recognized_in_the_next_month():
    story = Story(**MONTHLY)
    story.signs()
    story.until("03-31")
    list(map(story.book.add, close(story.book, month("03"), story.today)))
    story.concedes("NW-000001", "120")
    assert story.revenue() == {"01": "100.00", "02": "100.00", "03": "100.00", "04": "-30.00"}
    story.until("04-30")
    assert story.revenue()["04"] == "60.00"


def test_a_month_closed_before_its_revenue_is_caught_up_in_the_next():
    story = Story(**MONTHLY)
    story.signs(months=1)
    story.until("01-30")
    story.today = day("01-31")
    list(map(story.book.add, close(story.book, month("01"), story.today)))
    story.until_quiet(None)
    story.until("02-28")
    assert story.revenue() == {"02": "100.00"}


def test_revenue_is_shown_by_contract_product_and_month_as_scheduled_and_as_posted():
    story = Story(**MONTHLY)
    story.signs(line(), line("2", "Support", 1, "40"), months=3, every=3)
    story.until("02-28").concedes("NW-000001", "42")
    found = [(m.product, str(m.period), str(m.scheduled), str(m.posted)) for m in revenue(story.book, month("03"))]
    assert found == [
        ("Seat", "January 2026", "90.00 USD", "100.00 USD"),
        ("Seat", "February 2026", "90.00 USD", "80.00 USD"),
        ("Seat", "March 2026", "90.00 USD", "0.00 USD"),
        ("Support", "January 2026", "36.00 USD", "40.00 USD"),
        ("Support", "February 2026", "36.00 USD", "32.00 USD"),
        ("Support", "March 2026", "36.00 USD", "0.00 USD"),
    ]
    assert len(revenue(story.book, month("02"))) == 4
    assert len(revenue(story.book)) == 6


def test_revenue_as_of_a_day_knows_only_the_schedules_of_that_day():
    """Ten seats at 10.00 a month for three months; two are dropped from March on, which is signed on 10 February."""
    story = Story(**MONTHLY)
    story.signs(line(), months=3, every=3)
    story.until("02-10").changes(ChangeQuantity(product="Seat", delta=-2), effective="03-01")
    then, now = (
        [str(one.scheduled.minor) for one in revenue(story.book, as_of=day(text))] for text in ("02-09", "02-10")
    )
    assert then == ["10000", "10000", "10000"]
    assert now == ["10000", "10000", "8000"]
    assert not any(one.scheduled for one in revenue(story.book, as_of=day("01-01") - ONE_DAY))


def test_a_schedule_of_a_closed_month_stands_from_the_first_open_day_on():
    story = Story(**MONTHLY)
    story.signs(line(), months=3)
    story.until("01-31")
    list(map(story.book.add, close(story.book, month("01"), story.today)))
    change = story.changes(ChangeQuantity(product="Seat", delta=-2), effective="02-01")
    assert change.posting_date == day("01-31")
    assert [str(one.posting_date) for one in story.schedules()] == ["2026-02-01"]


@BOTH
def test_a_contract_cancelled_before_it_begins_has_nothing_to_recognize(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.changes(Cancel(), effective="01-01")
    story.until("01-31")
    assert [schedule.pieces for schedule in story.schedules()] == [()]
    assert revenue(story.book) == ()
    assert story.balances() == {}
    story.send(replace(story.book.get(Contract, "C-1"), number="C-2"))
    assert {found.contract for found in revenue(story.book)} == {"C-2"}


@BOTH
def test_an_invoice_that_bills_what_was_planned_makes_no_new_version(schedule):
    story = Story(schedule=schedule, **MONTHLY)
    story.signs(every=1)
    story.until("12-31")
    assert story.reasons() == ["contract signed"]


@BOTH
def test_an_invoice_over_another_amount_than_planned_changes_what_is_planned(schedule):
    """Billed 30.00 too much for March: until it is credited the contract is still worth what was agreed."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs(every=1)
    story.until("02-28")
    story.lost = {"NW-000003"}
    story.until("03-02")
    invoice = story.billing.get(Invoice, "NW-000003")
    story.lost = set()
    story.send(replace(invoice, lines=(replace(invoice.lines[0], net=usd("130"), quantity=13),)))
    story.until("12-31")
    assert story.balances()["Contract liability"] == "-30.00"
    assert story.balances()["Revenue"] == "-1,200.00"
