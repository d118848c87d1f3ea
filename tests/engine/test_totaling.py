"""The laws of totals that are rounded to what can be paid: every paper is a multiple of the step, and nothing is left over."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold

from engine.billing.open_items import open_balance
from engine.billing.totaling import left_of_total, payable
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.orders import Cancel, ChangeQuantity

BOUNDED = settings(deadline=None, derandomize=True, max_examples=40, database=None)
CENTS = st.integers(1, 4_000)


def seller(step: int, price: str = "33.33", **policies: str) -> Seller:
    made = Seller(**policies)
    made.book.company = replace(made.book.company, payable_steps=(Money(step, "USD"),))
    made.signs(sold(price=price, quantity=3), sold("Other", 1, "0.07"), months=2)
    return made


@pytest.mark.parametrize(
    ("amount", "step", "mode", "expected"),
    [
        (1998, 5, "half up", 2000),
        (1997, 5, "half up", 1995),
        (1025, 10, "half up", 1030),
        (1025, 10, "half even", 1020),
        (1021, 10, "up", 1030),
        (1029, 10, "down", 1020),
        (40, 100, "half up", 0),
        (1997, 1, "half up", 1997),
    ],
)
def test_an_amount_is_rounded_to_the_step(amount: int, step: int, mode: str, expected: int) -> None:
    book = seller(step, total_rounding=mode).book
    assert payable(book, Money(amount, "USD")) == Money(expected, "USD")
    assert payable(book, Money(amount, "CHF")) == Money(amount, "CHF")


@BOUNDED
@given(
    st.sampled_from([5, 10, 100]),
    st.sampled_from(["each memo by itself", "what is left is rounded"]),
    st.lists(CENTS, max_size=3),
    st.sampled_from([-2, 2]),
)
def test_every_paper_can_be_paid_and_nothing_is_left_over(step: int, how: str, credits: list[int], delta: int) -> None:
    made = seller(step, credit_total=how).until("2026-01-10")
    made.changes(ChangeQuantity(product="Seat", delta=delta), on="2026-01-10")
    for cents in credits:
        made.credits("NW-000001", f"{cents // 100}.{cents % 100:02}")
    made.until("2026-02-03").changes(Cancel(), on="2026-01-01")
    invoices, memos = made.book.all(Invoice), made.book.all(CreditMemo)
    for document in (*invoices, *memos):
        assert document.total.minor % step == 0
        assert document.total.minor >= 0
    for invoice in invoices:
        assert left_of_total(made.book, invoice).minor >= 0
        assert open_balance(made.book, invoice).minor >= 0
    assert made.billed().minor + sum(m.net.minor for m in memos if m.reason == "goodwill") >= 0


@BOUNDED
@given(st.sampled_from([5, 50, 100]), st.sampled_from(["33.33", "9.99", "0.01", "133.37"]), CENTS)
def test_a_credit_of_all_that_is_left_leaves_nothing(step: int, price: str, first: int) -> None:
    made = seller(step, price)
    invoice = made.book.get(Invoice, "NW-000001")
    before = min(first, invoice.net.minor - 1)
    for cents in (before, invoice.net.minor - before):
        made.credits("NW-000001", f"{cents // 100}.{cents % 100:02}")
    assert not left_of_total(made.book, invoice)
    assert not open_balance(made.book, invoice)
    assert sum(memo.total.minor for memo in made.book.all(CreditMemo)) == invoice.total.minor
