"""Prices that are estimated, and schedules that add up whatever is delivered, estimated or changed."""

from datetime import date
from decimal import Decimal

import pytest
from controllers import line, usd
from hypothesis import given, settings
from hypothesis import strategies as st
from test_delivering import YEARLY_FEE, Works, pieces, works

from engine.model.money import Money
from engine.model.orders import AddProduct, ExtendTerm, GrantDiscount, RequestedLine
from engine.model.revenue import (
    Collectability,
    Delivered,
    ExpectedRefund,
    ExpectedUse,
    Expired,
    Outcome,
    PriceEstimate,
    Progressed,
    RevenueFact,
    RevenueSchedule,
    StandAlonePrice,
)
from engine.refusals import Refused
from engine.revenue.estimating import included


def sure(amount: str, name: str = "bonus", product: str | None = None, **more) -> PriceEstimate:
    return PriceEstimate(name=name, outcomes=(outcome(amount, 100),), product=product, **more)


def outcome(amount: str, probability: int) -> Outcome:
    return Outcome(amount=usd(amount), probability=Decimal(probability))


OUTCOMES = (outcome("0", 20), outcome("100.01", 40), outcome("300", 40))


@pytest.mark.parametrize(
    ("estimate", "amount"),
    [
        (PriceEstimate(name="b", outcomes=OUTCOMES, method="expected value"), "160.00"),
        (PriceEstimate(name="b", outcomes=OUTCOMES), "100.01"),
        (PriceEstimate(name="b", outcomes=OUTCOMES, method="expected value", limit=usd("150")), "150.00"),
        (PriceEstimate(name="b", outcomes=OUTCOMES, limit=usd("150")), "100.01"),
    ],
)
def test_an_estimate_is_the_expected_value_or_the_most_likely_amount_within_the_constraint(estimate, amount) -> None:
    assert str(included(estimate, "half up")) == f"{amount} USD"


def test_an_estimate_made_after_an_amendment_is_part_of_what_remains() -> None:
    # Half of 1,000.00 is delivered, 5 remain and 5 join for 300.00; 200.00 more are for the ten that remain: 100.00 each.
    story = works(modification="terminate and new")
    story.signs(pieces(alone="100"))
    story.until("01-31").delivers(5)
    added = AddProduct(line=RequestedLine(product="Piece", quantity=5, price=Decimal(60)))
    story.changes(added, effective="01-31", lines=[pieces("9", 5, "60")])
    story.records(sure("200"))
    story.until("02-28").delivers(2)
    assert story.revenue() == {"01": "500.00", "02": "200.00"}
    story.records(sure("100", "fee", "Piece"))
    assert story.revenue()["02"] == "246.67"  # that fee concerns all fifteen, of which seven are delivered: 46.67


def test_what_relates_to_one_product_is_its_alone_from_the_beginning() -> None:
    story = works()
    story.signs(pieces(), line("2", quantity=1, price="1200", per_months=12))
    story.records(sure("200", product="Piece"))
    story.delivers(5)
    story.until("01-31")
    assert story.revenue() == {"01": "700.00"}  # 100.00 of the service, half of 1,000.00 and of 200.00


def test_what_is_signed_on_the_same_day_is_part_of_the_contract() -> None:
    story = works()
    story.signs(line("1", quantity=1, price="1200", per_months=12))
    story.changes(GrantDiscount(percent=Decimal(50)), effective="07-01")
    assert story.pieces() == [("2026-01-01", "2026-12-31", story.pieces()[0][2])]
    assert story.reasons()[-1] == "discount on 1 July 2026, part of the contract"


def test_where_lines_are_not_allocated_an_estimate_follows_what_each_of_them_brings() -> None:
    # 100.00 a month, 240.00 more are 20.00 a month; a fee of 60.00 is for the pieces only.
    story = works(schedule="service period of each line")
    story.signs(line("1", quantity=1, price="1200", per_months=12), pieces("2", 2, "50"))
    story.records(sure("260"))
    story.records(sure("60", "fee", "Piece"))
    story.until("01-31")
    assert story.revenue() == {"01": "120.00"}
    assert story.undelivered("2") == "180.00 USD"
    story.records(sure("0", "fee", "Piece"))
    assert story.undelivered("2") == "120.00 USD"


def test_what_goes_back_follows_what_is_delivered_and_what_went_back_already() -> None:
    story = works()
    story.signs(pieces())
    story.delivers(5)
    story.records(ExpectedRefund(amount=usd("100"), product="Piece"))
    story.until("01-31")
    assert story.balances()["Refund liability"] == "-50.00"
    story.until("02-05").concedes("NW-000001", "130", "rebate")
    story.until("02-28")
    assert (story.revenue(), story.balances()["Refund liability"]) == ({"01": "450.00", "02": "-30.00"}, "50.00")
    story.delivers(5)
    assert story.revenue()["02"] == "420.00"
    assert "Refund liability" not in story.balances()


def test_a_refund_of_an_amount_needs_something_that_it_is_part_of() -> None:
    story = works()
    story.signs(pieces(price="0"), line("2"))
    story.records(ExpectedRefund(amount=usd("100"), product="Piece"))
    story.until("01-31")
    assert "Refund liability" not in story.balances()


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (PriceEstimate(name="b", outcomes=OUTCOMES[:2]), "60% in all"),
        (sure("1", product="Other"), "holds no 'Other'"),
        (sure("1", limit=Money(1, "EUR")), "is in USD"),
        (ExpectedRefund(percent=Decimal(101)), "101% of the price cannot"),
        (ExpectedRefund(amount=usd("-1")), "-1.00 USD of the price cannot"),
        (StandAlonePrice(product="Piece", price=Decimal(-1)), "below zero"),
    ],
)
def test_an_estimate_that_cannot_be_is_refused(fact, words: str) -> None:
    story = works()
    story.signs(pieces(), line("2"))
    with pytest.raises(Refused, match=words):
        story.records(fact)


def test_every_version_says_why() -> None:
    story = works()
    story.signs(pieces(), line("2"))
    for fact in (
        Progressed(product="Piece", done=Decimal("2.5"), of=10),
        ExpectedUse(product="Piece", quantity=8),
        sure("10"),
        StandAlonePrice(product="Piece", price=Decimal(90)),
        Collectability(probable=False),
        Collectability(probable=True),
        Expired(product="Piece"),
    ):
        story.records(fact)
    assert story.reasons() == [
        "contract signed",
        "2.5 of 10 done of Piece",
        "8 Piece expected to be used in all",
        "bonus estimated",
        "stand-alone price of Piece set to 90",
        "payment is not probable",
        "payment is probable again",
        "Piece expired",
    ]
    story.records(ExpectedRefund(percent=Decimal(10)))
    story.records(ExpectedRefund(amount=usd("3"), product="Piece"))
    versions = story.book.about(RevenueSchedule, "obligation", "C-1/1/refunds")
    assert [version.reason for version in versions] == [
        "10% of the price expected to go back",
        "3.00 USD of Piece expected to go back",
    ]


FACTS = st.one_of(
    st.integers(1, 4).map(lambda n: Delivered(product="Piece", quantity=n)),
    st.tuples(st.integers(0, 9), st.integers(1, 9)).map(lambda t: Progressed(product="Piece", done=t[0], of=t[1])),
    st.integers(1, 15).map(lambda n: ExpectedUse(product="Piece", quantity=n)),
    st.just(Expired(product="Piece")),
    st.integers(-50, 300).map(lambda n: sure(str(n), "bonus")),
    st.integers(0, 300).map(lambda n: sure(str(n), "fee", "Joining")),
    st.integers(0, 100).map(lambda n: ExpectedRefund(percent=Decimal(n))),
    st.booleans().map(lambda probable: Collectability(probable=probable)),
    st.sampled_from(["70", "100", "130"]),
    st.integers(1, 28).map(lambda n: ExtendTerm(end=date(2027, 1, n))),
)
MODIFIED = st.sampled_from(["by test", "separate contract", "terminate and new", "cumulative catch-up"])


def happens(story: Works, number: int, fact) -> int:
    """One thing after another; what is refused changes nothing. The price that it adds, in cents."""
    try:
        if isinstance(fact, ExtendTerm):
            story.changes(fact, effective=str(story.today))
        elif isinstance(fact, str):
            added = AddProduct(line=RequestedLine(product="Piece", quantity=3, price=Decimal(fact)))
            story.changes(added, effective=str(story.today), lines=[pieces("9", 3, fact)])
            return 300 * int(fact)
        else:
            story.records(fact)
    except Refused:
        return 0
    return 0


def estimated(story: Works) -> int:
    newest = {f.fact.name: f.included.minor for f in story.book.all(RevenueFact) if isinstance(f.fact, PriceEstimate)}
    return sum(newest.values())


@settings(deadline=None, derandomize=True, max_examples=40, database=None)
@given(MODIFIED, st.lists(st.tuples(st.integers(0, 40), FACTS), max_size=5))
def test_schedules_add_up_to_the_price_whatever_is_delivered_or_changed(modification, steps) -> None:
    story = works(modification=modification)
    story.signs(pieces(alone="100"), pieces("2", 1, "60", charge=YEARLY_FEE))
    price = 106_000
    for number, (days, fact) in enumerate(steps):
        story.until(str(date.fromordinal(story.today.toordinal() + days)))
        price += happens(story, number, fact)
        assert sum(s.total.minor for s in story.schedules() if not s.refunds) == price + estimated(story)
    story.until(str(date.fromordinal(story.today.toordinal() + 31)))
    liability = usd(story.balances().get("Contract liability", "0")).minor
    unbilled = usd(story.balances().get("Unbilled receivable", "0")).minor
    owed_back = usd(story.balances().get("Refund liability", "0")).minor
    recognized = -usd(story.balances().get("Revenue", "0")).minor - owed_back
    assert price - recognized == -liability - unbilled  # all of it is billed
