"""What holds for billing whatever is signed, in whatever order, under whatever conventions."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import FEE, FLAT, Seller, sold

from engine.billing import due
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, months_of
from engine.model.contracts import Contract
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import (
    AddProduct,
    Billing,
    Cancel,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    RequestedLine,
)
from engine.model.policies import QUESTIONS
from engine.owing import Agreement
from engine.periods import billing_periods
from engine.proration import share
from engine.refusals import Refused

EXAMPLES = settings(deadline=None, derandomize=True, max_examples=60, database=None)
ASKED = "proration change_day last_day downgrade amendment_billing rounding tax_rounding".split()
ANSWERS = {question.field: [answer.text for answer in question.answers] for question in QUESTIONS}
POLICIES = st.fixed_dictionaries({field: st.sampled_from(ANSWERS[field]) for field in ASKED})
PRICES = st.sampled_from(["0", "0.005", "0.99", "9.99", "10", "33.33", "123.4567"])
STARTS = st.sampled_from(["2024-02-29", "2026-01-01", "2026-01-15", "2026-01-31", "2026-08-30"])
BILLED = st.fixed_dictionaries(
    {
        "every": st.sampled_from([1, 3, 6, 12]),
        "timing": st.sampled_from(["in advance", "in arrears"]),
        "anchor": st.sampled_from(["anniversary", "calendar"]),
        "months": st.sampled_from([1, 5, 12]),
        "start": STARTS,
    }
)
CHANGES = st.one_of(
    st.integers(-9, 9).filter(bool).map(lambda delta: ChangeQuantity(product="Seat", delta=delta)),
    PRICES.map(lambda price: ChangePrice(product="Seat", price=Decimal(price))),
    st.integers(0, 100).map(lambda percent: GrantDiscount(percent=Decimal(percent))),
    st.just(RemoveProduct(product="Access")),
    st.just("add"),
    st.integers(1, 70).map(lambda days: ("extend", days)),
    st.sampled_from(["credited", "refunded", "non-refundable"]).map(lambda unused: Cancel(unused=unused)),
    st.just(Cancel(fee=Money(5000, "USD"))),
)
STEPS = st.lists(st.tuples(st.integers(0, 120), st.integers(-90, 60), CHANGES), max_size=4)


def sign_somehow(seller: Seller, change: object, day: date) -> None:
    """Sign what can be signed; what is refused changes nothing."""
    lines = ()
    if change == "add":
        change = AddProduct(line=RequestedLine(product="Extra"))
        lines = (sold("Extra", 3, "7.77"), sold("Extra", 1, "50", charge=FEE))
    elif isinstance(change, tuple):
        change = ExtendTerm(end=max(seller.today, seller.book.get(Contract, "C-1").end) + timedelta(days=change[1]))
    try:
        seller.changes(change, on=str(day), lines=lines)
    except Refused:
        return


def lived(policies, billed, price, steps, check=lambda seller: None) -> Seller:
    """A contract of seats, flat access and a set-up fee, with whatever changes are allowed on the way, to its very end."""
    seller = Seller(billed["start"], **policies)
    seller.signs(
        sold(price=price), sold("Access", 1, "499.99", 12, charge=FLAT, tax_code="none"), sold("Set-up", charge=FEE), **billed
    )
    check(seller)
    for days, shift, change in steps:
        seller.until(str(seller.today + timedelta(days=days)))
        check(seller)
        sign_somehow(seller, change, seller.today + timedelta(days=shift))
        check(seller)
    return seller.until("2030-01-01")


STORIES = st.builds(lived, POLICIES, BILLED, PRICES, STEPS)


def tolerance(seller: Seller) -> Fraction:
    """Each posted line is rounded once, and what is due once for each charge and period: half a unit each. A line that alone
    bills its period is the due amount itself."""
    lines = Counter()
    for document in (*seller.book.all(Invoice), *seller.book.all(CreditMemo)):
        for line in document.lines:
            lines[line.line, line.billing_period] += 1
    return sum((Fraction(count + 1, 2) for count in lines.values() if count > 1), Fraction(0))


def check_billed_is_due(seller: Seller) -> None:
    assert abs((seller.billed() - seller.due()).minor) <= tolerance(seller), (seller.billed(), seller.due())


@EXAMPLES
@given(POLICIES, BILLED, PRICES, STEPS)
def test_on_every_day_billed_is_what_is_due_by_then(policies, billed, price, steps):
    seller = lived(policies, billed, price, steps, check_billed_is_due)
    check_billed_is_due(seller)
