"""Holds, previews, voids and days to pay: what a bill run leaves out, what it will write, what is taken back whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold

from engine.billing.bill_run import released
from engine.billing.holding import open_hold
from engine.billing.maturing import due_dates
from engine.billing.previewing import preview
from engine.billing.voiding import credit_account, void
from engine.model.contracts import Contract
from engine.model.holds import BillingHold
from engine.model.invoices import CreditMemo, Invoice
from engine.model.orders import ChangePrice, ChangeQuantity, PaymentTerms
from engine.refusals import Refused

BOUNDED = settings(deadline=None, derandomize=True, max_examples=30, database=None)


def release(seller: Seller, role: str = "billing analyst") -> None:
    seller.book.add(released(seller.book, seller.book.get(Contract, "C-1"), role, seller.today))
    seller.live()


def with_company(seller: Seller, **changes) -> Seller:
    seller.book.company = replace(seller.book.company, **changes)
    return seller


def test_a_held_contract_bills_nothing_until_released_and_then_once():
    seller = with_company(Seller(), standard_months=(12,))
    seller.signs(months=3)
    held = open_hold(seller.book, "C-1")
    assert (held.code, held.owner) == ("nonstandard-frequency", "deal desk")
    seller.until("2026-02-10")
    assert seller.book.count(BillingHold) == 1
    assert not seller.book.all(Invoice)
    release(seller)
    assert [net for *_, net in seller.figures()] == ["100.00", "100.00"]
    assert seller.live() == 0
    assert seller.until("2026-04-01").billed() == seller.due()
    assert seller.book.count(BillingHold) == 1


def test_a_hold_stops_nobody_else():
    seller = with_company(Seller(), unmapped=("Seat",))
    seller.signs(months=1)
    seller.signs(sold("Other"), months=1)
    assert [invoice.contract for invoice in seller.book.all(Invoice)] == ["C-2"]


def test_what_must_be_gone_first_is_not_released():
    seller = Seller(unbillable="held in the exceptions queue")
    seller.signs(replace(sold(price="0"), unpriced=True), months=1)
    with pytest.raises(Refused, match="no price for 'Seat'"):
        release(seller)
    seller.changes(ChangePrice(product="Seat", price=Decimal(3)), on="2026-01-01")
    assert not seller.book.all(Invoice)
    release(seller)
    assert [net for *_, net in seller.figures()] == ["30.00"]
    with pytest.raises(Refused, match="not in the exceptions queue"):
        release(seller)


@BOUNDED
@given(
    st.sampled_from(["in advance", "in arrears"]),
    st.lists(st.tuples(st.integers(0, 40), st.sampled_from([-4, 3, 9])), max_size=3),
    st.integers(0, 120),
)
def test_a_preview_is_the_run(timing, changes, ahead):
    seller = Seller()
    seller.signs(sold(price="33.33"), sold("Other", 3, "0.335"), months=5, timing=timing)
    for days, delta in changes:
        try:
            day = str(date.fromordinal(seller.today.toordinal() + days))
            seller.changes(ChangeQuantity(product="Seat", delta=delta), on=day)
        except Refused:
            pass
    through = date.fromordinal(seller.today.toordinal() + ahead)
    before = seller.book.all(Invoice)
    seen = preview(seller.book, "Globex", seller.today, through)
    assert seller.book.all(Invoice) == before
    seller.until(str(through))
    assert seen == seller.book.all(Invoice)[len(before) :]


def test_a_preview_is_of_one_customer_only():
    seller = Seller()
    seller.signs(months=3)
    assert preview(seller.book, "Initech", seller.today, date(2026, 3, 1)) == ()


def test_a_void_gives_everything_back_and_bills_it_anew_once():
    seller = Seller()
    seller.signs(months=1)
    memo = seller.book.add(void(seller.book, seller.book.all(Invoice)[0], True, seller.today))
    seller.live()
    assert (memo.cause, memo.net.minor, seller.book.count(Invoice)) == ("void and rebill", 10000, 2)
    assert seller.live() == 0
    seller.book.add(void(seller.book, seller.book.all(Invoice)[1], False, seller.today))
    assert seller.live() == 0
    with pytest.raises(Refused, match="cannot be voided"):
        void(seller.book, seller.book.all(Invoice)[0], True, seller.today)


@BOUNDED
@given(st.lists(st.integers(1, 15000), min_size=1, max_size=4))
def test_credit_on_the_account_never_exceeds_what_is_left_of_any_line(cents):
    seller = Seller()
    seller.signs(sold(price="3.33"), months=3)
    seller.until("2026-03-01")
    left = sum(invoice.net.minor for invoice in seller.book.all(Invoice))
    for amount in cents:
        net = seller.money(str(Decimal(amount) / 100))
        if amount > left:
            with pytest.raises(Refused, match="is left of Globex's invoices"):
                list(credit_account(seller.book, "Globex", net, seller.today))
            continue
        left -= amount
        for memo in credit_account(seller.book, "Globex", net, seller.today):
            seller.book.add(memo)
    for invoice in seller.book.all(Invoice):
        credited = [
            line for memo in seller.book.all(CreditMemo) for line in memo.lines if line.invoice == invoice.number
        ]
        assert sum(line.net.minor for line in credited) <= invoice.net.minor
        assert sum(line.tax.minor for line in credited) <= invoice.tax.minor


@pytest.mark.parametrize(
    ("rule", "day", "days", "policy", "due"),
    [
        ("net", 0, 30, "days, then end of month", "2026-02-19"),
        ("end of month", 0, 45, "days, then end of month", "2026-03-31"),
        ("end of month", 0, 45, "end of month, then days", "2026-03-17"),
        ("fixed day", 20, 0, "days, then end of month", "2026-02-20"),
        ("fixed day", 31, 0, "days, then end of month", "2026-01-31"),
        ("fixed day", 30, 15, "days, then end of month", "2026-02-28"),
    ],
)
def test_days_to_pay(rule, day, days, policy, due):
    seller = Seller(end_of_month=policy)
    contract = replace(seller.signs(), due=PaymentTerms(rule=rule, day=day), net_days=days)
    assert due_dates(seller.book, contract, date(2026, 1, 20)) == (date.fromisoformat(due),)


def test_nothing_to_pay_needs_no_invoice_where_it_is_suppressed():
    seller = Seller(zero_invoice="suppressed")
    seller.signs(sold(price="0"), months=1)
    assert not seller.book.all(Invoice)
