"""Laws of parting: periods tile a term, and the parts of a period or of an amount add up to the whole."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from test_laws import ANSWERS, EXAMPLES

from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, months_of
from engine.model.contracts import Contract
from engine.model.money import Money
from engine.model.orders import (
    Billing,
)
from engine.terms.periods import billing_periods
from engine.terms.proration import share

WHOLES = st.builds(
    lambda start, months, every, anchor, short: Contract(
        number="C-1", event_date=start, effective_date=start, posting_date=start, customer="", entity="", currency="USD",
        order="", start=start, end=add_months(start, months) - ONE_DAY,
        billing=Billing(every_months=every, anchor=anchor, short_month=short), net_days=0, tax_code="none", lines=(),
    ),
    st.dates(date(2023, 1, 1), date(2029, 1, 1)),
    st.integers(1, 40),
    st.sampled_from([1, 2, 3, 4, 6, 12, 24]),
    st.sampled_from(["anniversary", "calendar"]),
    st.sampled_from(ANSWERS["short_month"]),
)  # fmt: skip


@EXAMPLES
@given(WHOLES, st.integers(0, 2000))
def test_periods_tile_the_term_without_gap_or_overlap_and_never_drift(contract, days):
    periods = list(billing_periods(contract, contract.end))
    assert periods[0].service.start == contract.start
    assert periods[-1].service.end == contract.end
    for before, after in pairwise(periods):
        assert before.service.end + ONE_DAY == after.service.start
        assert before.whole.end + ONE_DAY == after.whole.start
    every = contract.billing.every_months
    for period in periods:
        assert round(sum(Fraction(part.days, 30) for part in months_of(period.whole))) == every
        day = contract.start.day if contract.billing.anchor == "anniversary" else 1
        assert period.whole.start == add_months(period.whole.start, 0, day)
        assert period.term == period.service
    since = contract.start + timedelta(days=days)
    assert list(billing_periods(contract, contract.end, since)) == [p for p in periods if p.whole.end >= since]


@EXAMPLES
@given(WHOLES, st.sampled_from(ANSWERS["proration"]), st.sampled_from(["in advance", "in arrears"]), st.data())
def test_parts_of_a_period_add_up_under_every_convention(contract, convention, timing, data):
    billing = Billing(every_months=contract.billing.every_months, timing=timing, anchor=contract.billing.anchor)
    for period in billing_periods(contract, contract.end):
        days = period.service.days
        cuts = sorted(data.draw(st.sets(st.integers(1, days - 1), max_size=3))) if days > 1 else []
        starts = [period.service.start + timedelta(days=cut) for cut in (0, *cuts)]
        ends = [*(start - ONE_DAY for start in starts[1:]), period.service.end]
        parts = [share(ServicePeriod(*part), period, billing, convention) for part in zip(starts, ends, strict=True)]
        whole = share(period.service, period, billing, convention)
        assert sum(parts) == whole
        assert all(0 <= part <= whole <= 1 for part in parts)
        assert whole == 1 or period.service != period.whole


@EXAMPLES
@given(st.integers(-(10**9), 10**9), st.lists(st.fractions(0, 1000), min_size=1, max_size=7))
def test_an_amount_that_is_split_loses_nothing(minor, weights):
    if not any(weights):
        return
    parts = Money(minor, "USD").allocate(weights)
    exact = [Fraction(minor) * weight / sum(weights) for weight in weights]
    assert sum(part.minor for part in parts) == minor
    assert all(abs(part.minor - share) < 1 for part, share in zip(parts, exact, strict=True))
    assert [-part for part in parts] == list(Money(-minor, "USD").allocate(weights))
