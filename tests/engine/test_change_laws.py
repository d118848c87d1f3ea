"""What holds for changes: signed in any order they come to the same, whatever the price is made of and comes off it."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from allowances import allowed
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FLAT, SEAT, Seller, sold
from test_laws import BILLED, EXAMPLES, POLICIES, PRICES, STEPS, check_billed_is_due, lived, sign_somehow

from engine.model.catalog import Package, Tier, Tiered, Volume
from engine.model.contracts import Amendment
from engine.model.discounts import Discount, Reduction
from engine.model.money import Money
from engine.model.orders import AddDiscount, ChangePrice, ChangeQuantity, GrantDiscount, RemoveProduct

TIERS = (
    Tier(up_to=5, price=Decimal("9.99")),
    Tier(up_to=12, price=Decimal("7.005"), fee=Decimal(20)),
    Tier(price=Decimal(3)),
)
SEATS = st.sampled_from(
    [
        replace(sold(charge=replace(SEAT, model=rate.kind)), rate=rate)
        for rate in (
            Tiered(tiers=TIERS),
            Volume(tiers=TIERS),
            Package(size=4, included=2),
            Package(size=3, begun=False),
        )
    ]
)
OFF = st.builds(
    Discount,
    reduction=st.one_of(
        st.sampled_from(["0.07", "33.33", "400"]).map(lambda text: Reduction(amount=Money.parse(text, "USD"))),
        st.just(Reduction(percent=Decimal("12.5"), most=Money(2500, "USD"))),
    ),
    on=st.sampled_from([(), ("Seat",), ("Seat", "Access")]),
    periods=st.sampled_from([None, 2]),
    used_up=st.booleans(),
)
OFFS = st.tuples(st.integers(0, 60), st.integers(-60, 30), OFF.map(lambda off: AddDiscount(discount=off)))


@settings(EXAMPLES, max_examples=30)
@given(POLICIES, BILLED, SEATS, STEPS)
def test_what_is_priced_by_steps_and_packages_is_billed_as_due(policies, billed, seats, steps):
    check_billed_is_due(lived(policies, billed, "10", steps, check_billed_is_due, seats))


@settings(EXAMPLES, max_examples=20)
@given(POLICIES, BILLED, SEATS, OFFS, OFFS, STEPS)
def test_amounts_off_are_billed_as_due(policies, billed, seats, off, more, steps):
    steps = [off, *steps, more]
    check_billed_is_due(lived(policies, billed, "10", steps, check_billed_is_due, seats))


CHANGES = st.one_of(
    st.integers(-3, 9).filter(bool).map(lambda delta: ChangeQuantity(product="Seat", delta=delta)),
    st.integers(1, 5).map(lambda delta: ChangeQuantity(product="Access", delta=delta)),
    st.tuples(st.sampled_from(["Seat", "Access"]), PRICES).map(
        lambda to: ChangePrice(product=to[0], price=Decimal(to[1]))
    ),
    st.integers(0, 100).map(lambda percent: GrantDiscount(percent=Decimal(percent), product="Seat")),
    st.just(RemoveProduct(product="Access")),
)
SIGNED = st.lists(st.tuples(CHANGES, st.integers(-60, 40)), min_size=2, max_size=4, unique_by=lambda signed: signed[1])


@settings(EXAMPLES, max_examples=40)
@given(POLICIES, BILLED, st.one_of(st.just(sold()), SEATS), st.integers(0, 80), SIGNED, st.data())
def test_changes_of_different_days_come_to_the_same_in_any_order(policies, billed, seats, days, signed, data):
    def told(changes) -> Seller:
        seller = Seller(billed["start"], **policies)
        seller.signs(seats, sold("Access", 1, "499.99", 12, charge=FLAT), **billed)
        seller.until(str(seller.today + timedelta(days=days)))
        for change, shift in changes:
            sign_somehow(seller, change, seller.today + timedelta(days=shift))
        return seller.until("2030-01-01")

    first, second = told(signed), told(data.draw(st.permutations(signed)))
    # What one allows the other to be is not independent.
    if first.book.count(Amendment) == second.book.count(Amendment) == len(signed):
        assert first.due() == second.due()
        assert abs((first.billed() - second.billed()).minor) <= allowed(first) + allowed(second)
