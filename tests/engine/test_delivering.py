"""Revenue by units, progress and use: what is delivered, what waits, and what a modification makes of both."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from controllers import Story, day, line

from engine.model.catalog import Charge, Product
from engine.model.orders import AddProduct, Cancel, ChangeQuantity, ExtendTerm, GrantDiscount, RequestedLine
from engine.model.revenue import (
    Delivered,
    ExpectedUse,
    Expired,
    Progressed,
)
from engine.refusals import Refused
from engine.revenue.recording import record
from engine.revenue.scheduling import reschedule

PIECES = Charge(name="piece", kind="one-time", per_months=0, recognition="as delivered")
YEARLY_FEE = Charge(name="fee", kind="one-time", per_months=0, recognition="over the term")


def pieces(id_: str = "1", quantity: int = 10, price: str = "100", alone: str | None = None, charge: Charge = PIECES):
    sold = line(id_, "Piece" if charge is PIECES else "Joining", quantity, price, once=True, alone=alone)
    return replace(sold, charge=charge)


class Works(Story):
    """A story in which finance records facts."""

    def records(self, fact, on: str | None = None, contract: str = "C-1"):
        made = record(self.book, contract, fact, day(on) if on else self.today, self.today)
        self.book.add(made)
        for schedule in reschedule(self.book, made, self.today):
            self.book.add(schedule)
        return self.until_quiet(made)

    def delivers(self, quantity: int | Decimal, on: str | None = None):
        return self.records(Delivered(product="Piece", quantity=quantity), on)

    def undelivered(self, line_: str = "1") -> str:
        return next(str(s.undelivered) for s in self.schedules() if s.obligation == f"C-1/{line_}")


def works(**policies: str) -> Works:
    story = Works(spread="by month", **policies)
    story.company = replace(story.company, products=(Product(name="Piece", code="P", plans=(), distinct=True),))
    return story


@pytest.mark.parametrize("schedule", ["contract term", "service period of each line"])
def test_units_are_revenue_when_delivered(schedule: str) -> None:
    story = works(schedule=schedule)
    story.signs(pieces())
    story.until("02-03").delivers(4)
    story.until("03-31").delivers(Decimal("2.5"))
    assert story.revenue() == {"02": "400.00", "03": "250.00"}
    assert story.undelivered() == "350.00 USD"


def test_a_product_by_two_lines_is_delivered_in_the_order_ordered() -> None:
    story = works()
    story.signs(pieces(quantity=2), pieces("2", 2, "50"))
    story.until("01-31").delivers(3)
    assert story.revenue() == {"01": "250.00"}
    assert (story.undelivered("1"), story.undelivered("2")) == ("0.00 USD", "50.00 USD")


def test_what_is_not_delivered_when_a_contract_ends_is_revenue_then() -> None:
    story = works()
    story.signs(pieces())
    story.until("02-10").delivers(4)
    story.until("03-31").changes(Cancel(unused="non-refundable"), effective="03-31")
    assert story.revenue() == {"02": "400.00", "03": "600.00"}


def test_a_fee_over_the_term_is_spread_anew_over_a_longer_one() -> None:
    # 120.00 over twelve months: six are earned; 60.00 over the eighteen that remain are 3.33 a month.
    story = works()
    story.signs(pieces(quantity=1, price="120", charge=YEARLY_FEE), line("2", quantity=1, price="1200", per_months=12))
    story.until("07-01").changes(ExtendTerm(end=date(2027, 12, 31)), effective="07-01")
    assert story.pieces("1")[0] == ("2026-01-01", "2026-06-30", "60.00")
    assert story.pieces("1")[1][:2] == ("2026-07-01", "2027-12-31")


def test_fewer_units_leave_what_is_delivered_as_it_is() -> None:
    # Of ten at 100.00 four are delivered; three go for 300.00; three remain for 300.00 and share it with nobody.
    story = works()
    story.signs(pieces(), pieces("2", 1, "60", charge=YEARLY_FEE))
    story.until("01-31").delivers(4)
    story.until("02-01").changes(ChangeQuantity(product="Piece", delta=-3), effective="02-01")
    assert story.undelivered() == "300.00 USD"
    story.until("02-28").delivers(3)
    assert (story.undelivered(), story.revenue()) == ("0.00 USD", {"01": "405.00", "02": "305.00"})
    with pytest.raises(Refused, match="no recurring 'Piece'"):
        story.changes(ChangeQuantity(product="Piece", delta=3), effective="02-28")


def test_all_that_is_undelivered_can_go() -> None:
    story = works()
    story.signs(pieces())
    story.changes(ChangeQuantity(product="Piece", delta=-10), effective="01-01")
    assert (story.revenue(), story.balances().get("Contract liability")) == ({}, None)


def test_a_discount_of_the_past_reduces_what_is_delivered_and_what_is_not_alike() -> None:
    story = works()
    story.signs(pieces(), line("2", quantity=1, price="1200", per_months=12))
    story.until("01-31").delivers(5)
    story.until("02-10").changes(GrantDiscount(percent=Decimal(10)), effective="01-01")
    assert story.revenue()["01"] == "600.00"
    assert story.undelivered() == "500.00 USD"


def test_below_stand_alone_what_remains_is_blended_by_what_it_costs_alone() -> None:
    # Six of ten delivered at 100.00; four more at 70.00, 100.00 alone: 680.00 for eight.
    story = works()
    story.signs(pieces(alone="100"))
    story.until("01-31").delivers(6)
    added = AddProduct(line=RequestedLine(product="Piece", quantity=4, price=Decimal(70)))
    story.changes(added, effective="01-31", lines=[pieces("9", 4, "70")])
    story.until("02-28").delivers(2)
    assert story.revenue() == {"01": "600.00", "02": "170.00"}


@pytest.mark.parametrize(
    ("fact", "words"),
    [
        (Progressed(product="Piece", done=3, of=2), "3 of 2 of 'Piece' cannot be done"),
        (Progressed(product="Piece", done=0, of=0), "0 of 'Piece' is nothing to record"),
        (ExpectedUse(product="Piece", quantity=0), "nothing to record"),
        (Delivered(product="Piece", quantity=11), "orders 10, of which 0 are delivered"),
        (Expired(product="Seat"), "is not recognized as delivered"),
        (Expired(product="Other"), "holds no 'Other'"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(fact, words: str) -> None:
    story = works()
    story.signs(pieces(), line("2"))
    with pytest.raises(Refused, match=words):
        story.records(fact)
    assert story.undelivered() == "1,000.00 USD"


def test_nothing_is_recorded_ahead_of_time_or_of_an_unknown_contract() -> None:
    story = works()
    story.signs(pieces())
    with pytest.raises(Refused, match="2 January 2026 has not come yet"):
        story.delivers(1, "01-02")
    with pytest.raises(Refused, match="no contract 'C-9'"):
        story.records(Expired(product="Piece"), contract="C-9")
