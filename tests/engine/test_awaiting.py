"""Usage whose readings are late: worth what its invoice would be, until a reading or an invoice says better."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller
from test_drawing import credit
from test_metering import RATES, metered, use

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Volume
from engine.model.invoices import Invoice
from engine.model.revenue import RevenueFact, UsageEstimate
from engine.refusals import Refused
from engine.revenue.awaiting import awaited, replaces_an_estimate
from engine.revenue.recording import record, told

JANUARY = ServicePeriod(date(2026, 1, 1), date(2026, 1, 31))
FEBRUARY = ServicePeriod(date(2026, 2, 1), date(2026, 2, 28))


def selling(*lines, every: int = 1) -> Seller:
    seller = Seller()
    seller.signs(*(lines or (metered(),)), months=3, every=every, timing="in arrears")
    return seller


def estimates(seller: Seller, quantity: int, days: ServicePeriod = JANUARY, product: str = "API") -> RevenueFact:
    fact = UsageEstimate(product=product, quantity=quantity, service=days)
    return seller.book.add(record(seller.book, "C-1", fact, seller.today, seller.today))


def accrued(seller: Seller) -> list[int]:
    return [piece.amount.minor for _, own in awaited(seller.book, "C-1", {"1": "API"}) for piece in own]


@settings(deadline=None, derandomize=True, max_examples=12, database=None)
@given(st.sampled_from(RATES), st.sampled_from([None, "5", "40"]), st.integers(1, 300), st.integers(1, 300))
def test_it_is_worth_what_it_adds_to_the_invoice(rate, minimum, read, more):
    """Beside what is read already, below and above a minimum, in steps, packages and free units."""
    line, due = metered(rate[1], minimum=minimum), []
    for parts in ([read], [read, more]):
        seller = selling(line).until("2026-01-31")
        for part in parts:
            use(seller, part, "01-20")
        due.append(seller.until("2026-02-01").billed().minor)
    seller = selling(line).until("2026-01-31")
    use(seller, read, "01-20")
    assert estimates(seller, read + more).included.minor == due[1] - due[0]


def test_two_months_of_a_quarter_are_priced_together():
    # By volume 80 cost 0.50 each, 40.00; 160 cost 0.20 each and a fee of 3.00, 35.00: the second month takes 5.00 back.
    seller = selling(metered(Volume(tiers=dict(RATES)["volume"].tiers)), every=3).until("2026-02-28")
    assert [estimates(seller, 80, days).included.minor for days in (JANUARY, FEBRUARY)] == [4000, -500]
    assert accrued(seller) == [4000, -500]


def test_the_newest_counts_until_a_later_reading_of_its_days():
    seller = selling().until("2026-01-31")
    use(seller, 50, "01-10")
    estimates(seller, 100)
    assert accrued(seller) == [100]
    estimates(seller, 200)
    assert accrued(seller) == [300]
    seller.until("2026-02-01")
    assert accrued(seller) == []
    late = selling().until("2026-01-31")
    assert estimates(late, 200).readings == 0
    late.until("2026-02-03")
    use(late, 10, "02-02")
    assert accrued(late) == [400]
    use(late, 10, "01-30")
    assert accrued(late) == []


def test_less_than_is_read_is_nothing_more():
    seller = selling().until("2026-01-31")
    use(seller, 50, "01-10")
    estimates(seller, 20)
    assert accrued(seller) == [0]


def test_only_an_invoice_of_its_days_replaces_it():
    seller = selling().until("2026-01-31")
    use(seller, 50, "01-10")
    estimates(seller, 100)
    (invoice,) = seller.until("2026-02-01").book.all(Invoice)
    assert replaces_an_estimate(seller.book, invoice)
    other = replace(invoice.lines[0], service=FEBRUARY)
    assert not replaces_an_estimate(seller.book, replace(invoice, lines=(other,)))
    with pytest.raises(Refused, match="is invoiced for 1 January 2026 to 31 January 2026"):
        estimates(seller, 100)


@pytest.mark.parametrize(
    ("lines", "quantity", "last", "why"),
    [
        ([], 5, date(2026, 2, 1), "within no billing period"),
        ([], -1, JANUARY.end, "cannot have been used"),
        ([metered(), replace(metered(), id="2")], 5, JANUARY.end, "more than once by usage"),
        ([metered(counted="latest")], 5, JANUARY.end, "estimate it as an amount"),
        ([metered(rated_per="use")], 5, JANUARY.end, "estimate it as an amount"),
        ([metered(), credit("20", months=1)], 5, JANUARY.end, "estimate it as an amount"),
    ],
)
def test_what_has_no_price_of_its_own_is_not_estimated(lines, quantity, last, why):
    seller = selling(*lines).until("2026-01-31")
    with pytest.raises(Refused, match=why):
        estimates(seller, quantity, ServicePeriod(JANUARY.start, last))
    assert not seller.book.all(RevenueFact)


def test_it_is_told_in_words_and_what_is_not_sold_is_refused():
    assert told(UsageEstimate(product="API", quantity=1200, service=JANUARY)) == (
        "1,200 API estimated from 1 January 2026 on"
    )
    with pytest.raises(Refused, match="charges 'Seat' not by usage"):
        estimates(selling(), 5, product="Seat")
