"""Usage: taken once, rated for its billing period whatever the order, and billed as due."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold

from engine.billing.bill_run import plan_usage, released
from engine.billing.holding import open_hold
from engine.billing.metering import take
from engine.model.catalog import Charge, Overage, Package, Percentage, Rate, Tier, Tiered, Volume
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import Cancel
from engine.model.usage import Reading, Usage
from engine.refusals import Refused
from engine.terms.zoning import local_day

CALLS = Charge(name="Calls", kind="usage", per_months=0)
STEPS = (Tier(up_to=100, price=Decimal("0.5")), Tier(price=Decimal("0.2"), fee=Decimal(3)))
RATES: list[tuple[str, Rate | None]] = [
    ("per unit", None),
    ("tiered", Tiered(tiers=STEPS)),
    ("volume", Volume(tiers=STEPS)),
    ("package", Package(size=10)),
    ("overage", Overage(included=50)),
    ("percentage", Percentage(fixed_fee=Decimal("0.3"), free=20)),
]


def metered(
    rate: Rate | None = None, price: str = "0.02", minimum: str | None = None, per: str = "billing period", **more
):
    least = Decimal(minimum) if minimum else None
    charge = replace(CALLS, model=rate.kind if rate else "per unit", minimum=least, minimum_per=per, **more)
    return replace(sold("API", 1, price, charge=charge), per_months=0, rate=rate)


def use(seller: Seller, quantity, day: str, year: int = 2026, **more) -> Usage:
    """Report today what was used on a day of a year."""
    usage = take(seller.book, reading(quantity, day, year, **more), seller.today)
    if not seller.book.has(Usage, usage.number):
        seller.book.add(usage)
        plan_usage(seller.book, usage, seller.today)
    seller.live()
    return usage


def reading(quantity, day: str | None, year: int = 2026, **more) -> Reading:
    return Reading(
        customer="Globex",
        product="API",
        quantity=quantity,
        day=date.fromisoformat(f"{year}-{day}") if day else None,
        **more,
    )


def test_what_falls_short_of_the_minimum_of_a_period_is_charged_beside_the_usage():
    seller = Seller()
    seller.signs(metered(minimum="10"), months=2)
    use(seller, 300, "01-01")
    seller.until("2026-03-31")
    assert seller.figures() == [
        ("2026-02-01", "2026-01-01", "2026-01-31", "6.00"),
        ("2026-02-01", "2026-01-01", "2026-01-31", "4.00"),
        ("2026-03-01", "2026-02-01", "2026-02-28", "10.00"),
    ]


def test_the_minimum_of_a_term_is_settled_once_at_its_end():
    seller = Seller()
    seller.signs(metered(minimum="50", per="term"), months=3)
    use(seller, 300, "01-01")
    seller.until("2026-03-15")
    use(seller, 700, "03-10")
    seller.until("2026-05-31")
    assert seller.figures() == [
        ("2026-02-01", "2026-01-01", "2026-01-31", "6.00"),
        ("2026-04-01", "2026-03-01", "2026-03-31", "14.00"),
        ("2026-04-01", "2026-01-01", "2026-03-31", "30.00"),
    ]


def test_a_term_that_is_cancelled_on_its_first_day_has_no_minimum_and_one_cut_short_its_share():
    never = Seller()
    never.signs(metered(minimum="90", per="term"), months=3)
    never.changes(Cancel(), on="2026-01-01")
    never.until("2026-05-31")
    assert never.figures() == []
    short = Seller()
    short.signs(metered(minimum="90", per="term"), months=3)
    short.changes(Cancel(), on="2026-02-15")
    short.until("2026-05-31")
    assert short.figures() == [("2026-02-15", "2026-01-01", "2026-02-14", "45.00")]  # 45 of 90 days


def test_a_minimum_that_is_reached_charges_nothing():
    seller = Seller()
    seller.signs(metered(minimum="10"), months=1)
    use(seller, 500, "01-01")
    assert [net for *_, net in seller.until("2026-03-31").figures()] == ["10.00"]


def test_late_usage_lowers_the_true_up_that_was_charged_for_its_period():
    seller = Seller()
    seller.signs(metered(minimum="10"), months=3)
    use(seller, 300, "01-01")
    seller.until("2026-02-10")
    use(seller, 50, "01-31")
    seller.until("2026-03-01")
    assert seller.figures("2026-02-10") == [
        ("2026-03-01", "2026-01-01", "2026-01-31", "1.00"),
        ("2026-03-01", "2026-02-01", "2026-02-28", "10.00"),
        ("2026-03-01", "2026-01-01", "2026-01-31", "-1.00"),
    ]


def test_usage_after_the_last_bill_date_is_billed_when_it_comes():
    seller = Seller()
    seller.signs(metered(), months=1)
    seller.until("2026-04-10")
    use(seller, 100, "01-31")
    assert seller.figures() == [("2026-04-10", "2026-01-01", "2026-01-31", "2.00")]
    assert [invoice.cause for invoice in seller.book.all(Invoice)] == ["late usage"]


@pytest.mark.parametrize(
    ("report", "code"),
    [
        (reading(1, "03-01"), "not-used-yet"),
        (Reading(customer="Hooli", product="API", quantity=1), "unknown-customer"),
        (reading(0, "01-10"), "nothing-used"),
        (reading(31, "01-10"), "over-limit"),
        (reading(5, "01-10", id="r-1"), "usage-id-taken"),
        (reading(5, "01-10", replaces="r-9"), "unknown-usage"),
        (reading(5, "01-10", charge="Scans"), "not-by-usage"),
    ],
)
def test_what_cannot_be_taken_is_refused(report, code):
    seller = Seller("2026-01-20")
    seller.signs(metered(limit=100))
    use(seller, 70, "01-05", id="r-1")
    with pytest.raises(Refused) as refused:
        take(seller.book, report, seller.today)
    assert refused.value.code == code
    assert take(seller.book, reading(30, "01-10"), seller.today).quantity == 30


@pytest.mark.parametrize(
    ("moment", "code"),
    [("soon", "no-moment"), ("2026-13-01 10:00", "no-moment"), ("2026-01-01 10:00 Mars", "unknown-time-zone")],
)
def test_a_moment_that_is_none_is_refused(moment, code):
    with pytest.raises(Refused) as refused:
        local_day(Seller().book, "Globex", moment)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-29 01:30 Europe/Berlin", "2026-03-29"),
        ("2026-03-29T00:30:00+02:00", "2026-03-28"),
        ("2026-03-28 20:00-05:00", "2026-03-29"),
        ("2026-03-28T23:59Z", "2026-03-28"),
        ("2026-03-28 23:59", "2026-03-28"),
    ],
)
def test_the_day_of_a_moment_is_the_one_where_the_books_are_kept(moment, day):
    assert str(local_day(Seller().book, "Globex", moment)) == day
    assert str(local_day(Seller(time_zone="of the customer").book, "Globex", moment)) == day


USES = st.lists(
    st.tuples(st.integers(1, 28), st.sampled_from([1, 7, 60, Decimal("12.5")]), st.integers(0, 50)), max_size=5
)
POLICIES = st.sampled_from(["next invoice", "credit and rebill"])


def lived(rate, policy, minimum, uses, every=1) -> Seller:
    """Uses of January, each reported so many days after its day."""
    seller = Seller(late_usage=policy)
    seller.signs(metered(rate, "0.35", minimum), months=3, every=every, timing="in arrears")
    for number, (day, quantity, late) in sorted(enumerate(uses), key=lambda one: one[1][0] + one[1][2]):
        seller.until(str(date.fromordinal(date(2026, 1, day).toordinal() + late)))
        for _ in range(2):
            use(seller, quantity, f"01-{day:02}", id=f"r-{number}")
        assert seller.live() == 0
    return seller.until("2026-06-30")


@settings(deadline=None, derandomize=True, max_examples=40, database=None)
@given(st.sampled_from(RATES), POLICIES, st.sampled_from([None, "20"]), USES, st.sampled_from([1, 3]))
def test_usage_is_billed_as_due_under_every_rate_however_late_and_a_day_lived_twice_adds_nothing(
    rate, policy, minimum, uses, every
):
    seller = lived(rate[1], policy, minimum, uses, every)
    lines = sum(len(document.lines) for kind in (Invoice, CreditMemo) for document in seller.book.all(kind))
    assert abs(seller.billed() - seller.due()) <= Money(lines // 2, "USD")
    assert seller.planned() == []
    assert seller.live() == 0


@settings(deadline=None, derandomize=True, max_examples=25, database=None)
@given(st.sampled_from(RATES), st.data(), USES)
def test_usage_in_any_order_and_with_repeats_gives_the_same_invoices(rate, data, uses):
    """As long as it comes before the bill."""
    orders = [list(enumerate(uses)), data.draw(st.permutations(list(enumerate(uses))))]
    figures = []
    for order in orders:
        seller = Seller()
        seller.signs(metered(rate[1], "0.35"), months=1)
        seller.until("2026-01-31")
        for number, (day, quantity, _) in [*order, *order[:2]]:
            use(seller, quantity, f"01-{day:02}", id=f"r-{number}")
        figures.append(seller.until("2026-03-31").lines())
    assert figures[0] == figures[1]


HELD = "held in the exceptions queue"


def held(*quantities: int) -> Seller:
    """A month of calls, at most 100 of them, where what cannot be billed is held."""
    seller = Seller(unbillable=HELD)
    seller.signs(metered(limit=100), sold(), months=2)
    for quantity in quantities:
        use(seller, quantity, "01-01")
    return seller.until("2026-02-01")


def test_use_above_the_limit_is_held_and_billed_once_it_is_released():
    seller = held(60, 41)
    reason = open_hold(seller.book, "C-1").reason
    assert reason.endswith("101 'API' used from 1 January 2026 to 31 January 2026 is above the limit of 100")
    seller.book.add(released(seller.book, seller.book.get(Contract, "C-1"), "account manager", seller.today))
    seller.live()
    assert sorted(net for *_, net in seller.figures("2026-02-01")) == ["100.00", "2.02"]
    assert seller.live() == 0


def test_less_than_nothing_is_held_and_at_the_limit_is_billed():
    assert "is less than nothing" in open_hold(held(10, -11).book, "C-1").reason
    assert open_hold(held(60, 40).book, "C-1") is None


def test_usage_outside_the_term_or_of_one_of_several_charges_is_refused_until_it_is_named():
    seller = Seller("2026-01-20")
    seller.signs(metered(), replace(metered(), charge=replace(CALLS, name="Reads")), months=1)
    for report, code in ((reading(1, "01-05"), "which-charge"), (reading(1, "01-05", charge="Scans"), "not-by-usage")):
        with pytest.raises(Refused) as refused:
            take(seller.book, report, seller.today)
        assert refused.value.code == code
    seller.until("2026-03-01")
    with pytest.raises(Refused) as refused:
        take(seller.book, reading(1, "02-01", charge="Calls"), seller.today)
    assert refused.value.code == "outside-term"


def test_a_reading_is_corrected_once_and_no_later_than_convention_says():
    seller = Seller(late_usage="rejected")
    seller.signs(metered(), months=3)
    use(seller, 100, "01-01", id="r-1")
    use(seller, 90, "01-01", id="r-2", replaces="r-1")
    with pytest.raises(Refused) as refused:
        take(seller.book, reading(80, "01-01", id="r-3", replaces="r-1"), seller.today)
    assert refused.value.code == "corrected-already"
    seller.until("2026-02-01")
    with pytest.raises(Refused) as refused:
        take(seller.book, reading(80, "01-01", id="r-3", replaces="r-2"), seller.today)
    assert refused.value.code == "late-usage"
    assert seller.figures() == [("2026-02-01", "2026-01-01", "2026-01-31", "1.80")]


def test_the_day_of_a_reading_is_today_unless_a_day_or_a_moment_says_otherwise():
    seller = Seller("2026-01-20")
    seller.signs(metered())
    assert str(take(seller.book, reading(1, None), seller.today).effective_date) == "2026-01-20"
    assert (
        str(take(seller.book, reading(1, None, moment="2026-01-10T23:30-02:00"), seller.today).effective_date)
        == "2026-01-11"
    )
