from datetime import date

import pytest
from sellers import Seller

from engine.model.calendar import ServicePeriod
from engine.model.orders import Billing
from engine.model.policies import QUESTIONS
from engine.terms.periods import BillingPeriod, billing_periods, ended, one_time_period
from engine.terms.proration import month_weight, share


def told(seller: Seller, **signed: object) -> list[tuple[str, str, str]]:
    """From, to, bill date of each period of a contract."""
    contract = seller.signs(**signed)
    periods = billing_periods(contract, contract.end)
    return [(str(p.service.start), str(p.service.end), str(p.bill_date)) for p in periods]


def test_an_anniversary_on_the_31st_is_clipped_and_never_drifts():
    assert told(Seller(), start="2026-01-31", months=4) == [
        ("2026-01-31", "2026-02-27", "2026-01-31"),
        ("2026-02-28", "2026-03-30", "2026-02-28"),
        ("2026-03-31", "2026-04-29", "2026-03-31"),
        ("2026-04-30", "2026-05-30", "2026-04-30"),
    ]


def test_calendar_periods_have_a_stub_at_either_end_and_arrears_are_billed_the_day_after():
    assert told(Seller(), start="2026-02-15", months=4, every=3, anchor="calendar", timing="in arrears") == [
        ("2026-02-15", "2026-03-31", "2026-04-01"),
        ("2026-04-01", "2026-06-14", "2026-06-15"),
    ]


@pytest.mark.parametrize(("every", "first"), [(6, "2026-12-31"), (12, "2026-12-31"), (24, "2027-12-31")])
def test_long_calendar_periods_end_with_a_half_year_or_a_year(every, first):
    assert told(Seller(), start="2026-08-10", months=30, every=every, anchor="calendar")[0][1] == first


def test_a_year_from_29_february_ends_on_the_27th():
    assert told(Seller(), start="2024-02-29", months=24, every=12) == [
        ("2024-02-29", "2025-02-27", "2024-02-29"),
        ("2025-02-28", "2026-02-27", "2025-02-28"),
    ]


def test_periods_can_be_read_from_the_one_that_holds_a_day():
    contract = Seller().signs(start="2026-01-31", months=12)
    found = billing_periods(contract, contract.end, since=date(2026, 3, 30))
    assert next(found).service == ServicePeriod(date(2026, 2, 28), date(2026, 3, 30))
    assert next(billing_periods(contract, contract.end, since=date(2020, 1, 1))).service.start == contract.start


def test_a_period_that_ends_early_is_billed_early_in_arrears():
    contract = Seller().signs(timing="in arrears")
    march = list(billing_periods(contract, contract.end))[2]
    cut = ended(contract, march, date(2026, 3, 15))
    assert (cut.service.end, cut.bill_date) == (date(2026, 3, 15), date(2026, 3, 16))
    assert cut.whole == march.whole
    assert ended(contract, march, date(2026, 2, 15)) == march
    assert ended(contract, march, date(2026, 3, 31)) == march


MARCH = ServicePeriod(date(2026, 3, 1), date(2026, 3, 31))
FEBRUARY = ServicePeriod(date(2026, 2, 1), date(2026, 2, 28))


def part(whole: ServicePeriod, first: int, last: int) -> ServicePeriod:
    return ServicePeriod(whole.start.replace(day=first), whole.start.replace(day=last))


def of(
    whole: ServicePeriod, first: int, last: int, convention: str, timing: str, term: ServicePeriod | None = None
) -> str:
    period = BillingPeriod(whole, term or whole, whole, whole.start)
    return str(share(part(whole, first, last), period, Billing(timing=timing), convention))


@pytest.mark.parametrize(
    ("convention", "after", "before"),
    [
        ("actual days of the period", "16/31", "15/31"),
        ("30/360", "1/2", "1/2"),  # 15 of 30 days: the 31st counts as the 30th
        ("30/360 US", "1/2", "1/2"),
        ("actual/365", "192/365", "173/365"),  # 16 * 12/365 of a month; the rest of it
        ("actual/actual", "192/365", "173/365"),
        ("fixed 30 days", "8/15", "7/15"),  # 16/30; the rest of it
        ("months", "16/31", "15/31"),
    ],
)
def test_in_advance_the_days_to_the_end_are_measured_and_those_before_are_the_rest(convention, after, before):
    assert of(MARCH, 16, 31, convention, "in advance") == after
    assert of(MARCH, 1, 15, convention, "in advance") == before


@pytest.mark.parametrize(
    ("convention", "before", "after"),
    [
        ("actual days of the period", "15/31", "16/31"),
        ("30/360", "1/2", "1/2"),
        ("actual/365", "36/73", "37/73"),  # 15 * 12/365
        ("fixed 30 days", "1/2", "1/2"),
        ("months", "15/31", "16/31"),
    ],
)
def test_in_arrears_the_days_from_the_beginning_are_measured_and_those_after_are_the_rest(convention, before, after):
    assert of(MARCH, 1, 15, convention, "in arrears") == before
    assert of(MARCH, 16, 31, convention, "in arrears") == after


@pytest.mark.parametrize("convention", next(q for q in QUESTIONS if q.field == "proration").answers)
@pytest.mark.parametrize("timing", ["in advance", "in arrears"])
def test_a_whole_period_is_one(convention, timing):
    assert of(MARCH, 1, 31, convention.text, timing) == of(FEBRUARY, 1, 28, convention.text, timing) == "1"


def test_february_is_short_and_pays_for_the_days_it_lacks():
    assert of(FEBRUARY, 15, 28, "fixed 30 days", "in advance") == "7/15"  # 14/30
    assert of(FEBRUARY, 15, 28, "30/360", "in advance") == "8/15"  # 16/30: from the 15th to before 1 March
    assert of(FEBRUARY, 15, 28, "actual/365", "in arrears") == "197/365"  # what 14 * 12/365 leaves


@pytest.mark.parametrize("timing", ["in advance", "in arrears"])
def test_a_stub_is_measured_by_itself_and_a_later_extension_is_the_rest(timing):
    """A contract ends on 15 March: 15/30. Extended to the end of March, the whole costs one month, no more."""
    term = part(MARCH, 1, 15)
    assert of(MARCH, 1, 15, "fixed 30 days", timing, term) == "1/2"
    assert of(MARCH, 16, 31, "fixed 30 days", timing, term) == "1/2"
    assert (
        of(MARCH, 10, 20, "fixed 30 days", "in advance", term) == "1/3"
    )  # 6/30 to the 15th, 15/30 less 11/30 after it
    assert of(MARCH, 10, 20, "fixed 30 days", "in arrears", term) == "11/30"  # 15/30 less 9/30, and 5/30


def test_never_more_than_the_whole_is_paid():
    assert of(MARCH, 2, 31, "fixed 30 days", "in advance") == "1"
    assert of(MARCH, 1, 1, "fixed 30 days", "in advance") == "0"
    assert of(MARCH, 1, 30, "fixed 30 days", "in arrears") == "1"


def test_months_weigh_one_each_and_a_begun_one_by_its_days():
    # 17 of 31 days of January, February, 3 of 31 days of March
    assert str(month_weight(ServicePeriod(date(2026, 1, 15), date(2026, 3, 3)))) == "51/31"


def test_a_one_time_charge_has_a_day_of_its_own():
    day = date(2026, 3, 5)
    assert one_time_period(Seller().signs(), day) == BillingPeriod(*[ServicePeriod(day, day)] * 3, day)


def test_days_of_grace_count_from_the_bill_date_or_from_the_signature_if_that_is_later():
    waits = Seller("2026-02-15", finalization="after days of grace as a draft")
    assert told(waits, start="2026-01-01", months=3) == [
        ("2026-01-01", "2026-01-31", "2026-02-19"),
        ("2026-02-01", "2026-02-28", "2026-02-19"),
        ("2026-03-01", "2026-03-31", "2026-03-05"),
    ]
