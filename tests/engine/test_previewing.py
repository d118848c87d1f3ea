"""A draft is what the bill run will write, and writes nothing."""

from dataclasses import replace
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller, sold

from engine.billing.bill_run import bill
from engine.billing.previewing import drafts
from engine.book import run
from engine.model.catalog import Charge
from engine.model.invoices import Invoice
from engine.model.orders import Billing, ChangeQuantity

WAITS = "after days of grace as a draft"


def test_where_nothing_waits_there_is_no_draft():
    seller = Seller()
    seller.signs()
    seller.book.company = replace(seller.book.company, grace_days=0)
    assert drafts(seller.book, seller.today) == ()


def test_a_charge_billed_its_own_way_waits_as_long_as_its_contract():
    seller = Seller(finalization=WAITS)
    seller.signs(sold(charge=Charge(name="Seat", billing=Billing(every_months=3))))
    (draft,) = drafts(seller.book, seller.today)
    assert (str(draft.opened), str(draft.issues_on), str(draft.net)) == ("2026-01-01", "2026-01-05", "300.00 USD")
    assert str(draft.total) == "330.00 USD"


@settings(deadline=None, derandomize=True, max_examples=25, database=None)
@given(st.integers(0, 40), st.integers(-9, 9).filter(bool))
def test_what_a_draft_says_on_its_last_day_is_what_is_issued(days, delta):
    seller = Seller(finalization=WAITS)
    seller.signs(months=2)
    seller.until(str(seller.today + timedelta(days=days)))
    seller.changes(ChangeQuantity(product="Seat", delta=delta), on=str(seller.today))
    while waiting := drafts(seller.book, seller.today):
        before = [(one.issues_on, one.due_date, one.lines) for one in waiting]
        known = seller.book.count(Invoice)
        seller.until(str(max(one.issues_on for one in waiting)))
        issued = [(i.event_date, i.due_date, i.lines) for i in seller.book.all(Invoice)]
        assert issued[known:] == before
        assert list(run((bill,), seller.book, seller.today)) == []
