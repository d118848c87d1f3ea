"""Prepaid amounts: usage draws what is there, never more, and what is not covered is billed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold
from test_metering import metered, use

from engine.billing.bill_run import planned, prepaid
from engine.billing.drawing import TopUp, Use, draws
from engine.billing.releasing import usage_pieces
from engine.model.catalog import Charge
from engine.model.contracts import Contract
from engine.model.money import Money
from engine.model.revenue import RevenueSchedule
from engine.receiving import receive


def credit(price: str = "100", months: int = 2, breakage: str = "0"):
    """An amount paid ahead, of which so many percent is expected to expire."""
    kind = Charge(
        name="Credit",
        kind="one-time",
        model="flat",
        per_months=0,
        prepaid=True,
        prepaid_months=months,
        breakage=Decimal(breakage),
    )
    return replace(sold("Credit", 1, price, charge=kind), per_months=0)


def prepaid_seller(*lines, **policies) -> Seller:
    seller = Seller(**policies)
    seller.signs(*lines, months=4)
    return seller


def stands(seller: Seller, day: str) -> list[tuple[str, ...]]:
    found = prepaid(seller.book, seller.book.get(Contract, "C-1"), date.fromisoformat(f"2026-{day}"))
    return [tuple(str(amount) for amount in (one.topped_up, one.drawn, one.expired, one.left)) for one in found]


def test_what_expires_first_is_drawn_first_and_what_expires_is_gone():
    seller = prepaid_seller(metered(), credit(months=0), credit("30", months=1))
    seller.until("2026-01-10")
    use(seller, 1000, "01-10")
    assert stands(seller, "01-31") == [("130.00 USD", "20.00 USD", "0.00 USD", "110.00 USD")]
    assert stands(seller, "02-01") == [("130.00 USD", "20.00 USD", "10.00 USD", "100.00 USD")]
    assert [net for *_, net in seller.until("2026-12-31").figures()] == ["100.00", "30.00"]


def test_what_was_taken_back_is_drawn_no_more():
    seller = prepaid_seller(metered(), credit())
    seller.until("2026-01-20")
    use(seller, 3000, "01-10")
    use(seller, -1000, "01-15")
    use(seller, 500, "01-20")
    assert stands(seller, "01-31") == [("100.00 USD", "50.00 USD", "0.00 USD", "50.00 USD")]


def test_breakage_in_proportion_is_never_more_than_what_is_not_drawn():
    seller = prepaid_seller(metered(), credit(breakage="50"), breakage="in proportion to use")
    use(seller, 4000, "01-01")
    pieces = usage_pieces(seller.book, seller.book.get(Contract, "C-1"), ())
    assert [piece.amount.minor for piece in pieces["1"]] == [8000]
    assert [piece.amount.minor for piece in pieces["2"]] == [2000]


DAYS = st.integers(1, 28).map(lambda day: date(2026, 1, day))
USES = st.lists(
    st.builds(Use, DAYS, st.sampled_from(["1", "2"]), st.just(date(2026, 1, 1)), st.integers(-50, 90)), max_size=8
)
SPANS = st.tuples(DAYS, DAYS).map(sorted)


@settings(deadline=None, derandomize=True, max_examples=60, database=None)
@given(st.lists(st.tuples(SPANS, st.integers(1, 120)), max_size=4), USES)
def test_nothing_is_drawn_above_what_is_prepaid_or_above_what_is_used_nor_outside_its_days(spans, uses):
    found = [TopUp(str(number), "Credit", *days, minor, minor) for number, (days, minor) in enumerate(spans)]
    drawn = draws(found, uses)
    for top_up in found:
        assert sum(draw.minor for draw in drawn if draw.top_up == top_up) <= top_up.minor
    for line in "12":
        taken = sum(draw.minor for draw in drawn if draw.use.line == line)
        assert taken <= max(0, sum(use.minor for use in uses if use.line == line and use.minor > 0))
    assert all(draw.minor > 0 and draw.top_up.start <= draw.use.day <= draw.top_up.last for draw in drawn)


@settings(deadline=None, derandomize=True, max_examples=25, database=None)
@given(
    st.lists(st.tuples(st.integers(1, 28), st.sampled_from([1, 500, 2000])), max_size=4),
    st.sampled_from(["5", "33.33", "100"]),
    st.sampled_from(["at expiry", "in proportion to use"]),
)
def test_revenue_is_what_is_billed_however_much_is_drawn(uses, price, breakage):
    seller = prepaid_seller(metered(minimum="10"), credit(price, breakage="30"), breakage=breakage)
    for day, quantity in sorted(uses):
        seller.until(f"2026-01-{day:02}")
        use(seller, quantity, f"01-{day:02}")
    seller.until("2026-12-31")
    pieces = usage_pieces(seller.book, seller.book.get(Contract, "C-1"), ())
    assert seller.billed() == Money(sum(piece.amount.minor for own in pieces.values() for piece in own), "USD")
    assert seller.live() == 0


def test_a_concession_on_usage_lowers_its_revenue_and_what_is_not_billed_yet_counts():
    seller = prepaid_seller(metered())
    use(seller, 500, "01-01")
    contract = seller.book.get(Contract, "C-1")
    unbilled = usage_pieces(seller.book, contract, planned(seller.book, contract))
    assert [piece.amount.minor for piece in unbilled["1"]] == [1000]
    seller.until("2026-02-01")
    seller.credits("NW-000001", "4")
    assert [piece.amount.minor for piece in usage_pieces(seller.book, contract, ())["1"]] == [1000, -400]


def test_the_ledger_reschedules_by_each_reading_and_says_so():
    seller, books = prepaid_seller(metered()), Seller().book
    usage = use(seller, 500, "01-01", id="r-1")
    receive(books, seller.book.get(Contract, "C-1"), seller.today)
    receive(books, usage, seller.today)
    (schedule,) = books.all(RevenueSchedule)
    assert (schedule.reason, str(schedule.total)) == ("usage r-1 of 1 January 2026", "10.00 USD")
