"""A running contract that is billed in another rhythm: what of it is counted anew, and what stays as it was."""

from dataclasses import replace
from datetime import date

import pytest
from sellers import FLAT, Seller, sold

from engine.model.catalog import Charge
from engine.model.contracts import Contract
from engine.model.discounts import Discount, Reduction
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.orders import AgreeRenewal, Billing, ChangeBilling, ChangeDue, ChangePrice
from engine.model.rhythms import rhythm_on
from engine.refusals import Refused
from engine.terms.periods import billing_of
from engine.terms.rating import billed_now

MONTHLY = ChangeBilling(billing=Billing())
BY_CALENDAR = ChangeBilling(billing=Billing(every_months=3, anchor="calendar"))


def quarterly(**policies: str) -> Seller:
    """Ten seats at 10.00 a month, 300.00 a quarter, from 1 January."""
    seller = Seller(**policies)
    seller.signs(sold(), every=3)
    return seller


def test_what_renews_itself_is_billed_so_in_its_next_term_where_the_last_period_is_billed():
    seller = Seller()
    seller.signs(sold(), every=3, renewal=AgreeRenewal(months=12))
    seller.until("2026-11-15").changes(MONTHLY, on="2026-11-15")
    seller.until("2027-02-15")
    assert seller.figures("2026-10-01") == [
        ("2026-10-01", "2026-10-01", "2026-12-31", "300.00"),
        ("2027-01-01", "2027-01-01", "2027-01-31", "100.00"),
        ("2027-02-01", "2027-02-01", "2027-02-28", "100.00"),
    ]


def test_a_charge_that_is_billed_in_its_own_way_stays_as_it_was():
    seller = Seller(rhythm_change="at once")
    yearly = replace(FLAT, billing=Billing(every_months=12))
    seller.signs(sold(), sold("Access", 1, "120", 12, charge=yearly), every=3)
    seller.until("2026-02-15").changes(MONTHLY, on="2026-02-15")
    seller.until("2026-03-14")
    # 45 of the quarter's 90 days go back; a month from the 15th is billed.
    assert seller.figures("2026-02-01") == [
        ("2026-02-15", "2026-02-15", "2026-03-14", "100.00"),
        ("2026-02-15", "2026-02-15", "2026-03-31", "-150.00"),
    ]


def test_of_two_changes_for_one_day_the_one_signed_last_holds():
    seller = quarterly().until("2026-02-01")
    seller.changes(MONTHLY, on="2026-02-01")
    seller.changes(ChangeBilling(billing=Billing(every_months=9)), on="2026-02-01")
    seller.until("2026-12-31")
    assert seller.figures("2026-02-01") == [("2026-04-01", "2026-04-01", "2026-12-31", "900.00")]


def test_from_the_first_day_on_all_of_it_is_counted_so():
    seller = quarterly(rhythm_change="at once")
    seller.changes(MONTHLY, on="2026-01-01")
    seller.until("2026-02-28")
    assert seller.figures() == [
        ("2026-01-01", "2026-01-01", "2026-03-31", "300.00"),
        ("2026-01-01", "2026-01-01", "2026-01-31", "100.00"),
        ("2026-02-01", "2026-02-01", "2026-02-28", "100.00"),
        ("2026-01-01", "2026-01-01", "2026-03-31", "-300.00"),
    ]


def test_billed_days_ahead_the_first_period_that_is_not_billed_yet_is_counted_so():
    seller = Seller()
    seller.signs(sold())
    ahead = ChangeBilling(billing=Billing(days_ahead=20))
    seller.until("2026-02-20").changes(ahead, on="2026-02-20")
    seller.until("2026-03-12")
    # March begins in less than 20 days and is billed at once; April on 12 March, so that May is the next that is not billed.
    seller.until("2026-03-15").changes(ChangeBilling(billing=Billing(every_months=2)), on="2026-03-15")
    seller.until("2026-05-01")
    assert seller.figures("2026-02-15") == [
        ("2026-02-20", "2026-03-01", "2026-03-31", "100.00"),
        ("2026-03-12", "2026-04-01", "2026-04-30", "100.00"),
        ("2026-05-01", "2026-05-01", "2026-06-30", "200.00"),
    ]


def test_an_amount_off_each_invoice_is_off_each_of_the_new_periods():
    seller = Seller()
    off = Discount(reduction=Reduction(amount=Money(3000, "USD")))
    seller.signs(sold(), sold("Access", 1, "100", charge=FLAT), every=3, discounts=(off,))
    seller.until("2026-02-01").changes(MONTHLY, on="2026-02-01")
    seller.until("2026-04-30")
    # 30.00 off 300.00 and 300.00, then off 100.00 and 100.00.
    assert [net for *_, net in seller.figures()] == ["285.00", "285.00", "85.00", "85.00"]


def test_back_to_quarters_within_the_quarter_is_refused_and_the_price_for_a_period_named():
    seller = Seller(rhythm_change="at once")
    seller.signs(sold(), every=3, anchor="calendar")
    seller.until("2026-02-01").changes(ChangeBilling(billing=Billing(anchor="calendar")), on="2026-02-01")
    with pytest.raises(Refused) as refused:
        seller.until("2026-03-01").changes(BY_CALENDAR, on="2026-03-01")
    assert refused.value.code == "same-period"
    assert "1 April 2026" in str(refused.value)


def test_a_price_for_each_billing_period_may_go_with_another_day_but_not_with_another_length():
    seller = Seller()
    seller.signs(sold(per_months=0))
    seller.until("2026-02-10")
    with pytest.raises(Refused, match="agree a price for a month"):
        seller.changes(ChangeBilling(billing=Billing(every_months=2)), on="2026-02-10")
    seller.changes(ChangeBilling(billing=Billing(timing="in arrears")), on="2026-02-10")
    seller.changes(
        ChangePrice(product="Seat", price=seller.book.get(Contract, "C-1").lines[0].price, per_months=1),
        on="2026-03-01",
    )
    seller.changes(ChangeBilling(billing=Billing(every_months=2, timing="in arrears")), on="2026-03-01")
    seller.until("2026-05-01")
    assert seller.figures("2026-02-02") == [("2026-05-01", "2026-03-01", "2026-04-30", "200.00")]


def test_other_days_to_pay_hold_from_the_next_invoice_on():
    seller = Seller()
    seller.signs(sold())
    seller.until("2026-02-10").changes(ChangeDue(net_days=10), on="2026-03-01")
    seller.until("2026-03-01")
    assert [invoice.due_date for invoice in seller.book.all(Invoice)] == [
        date(2026, 1, 31),
        date(2026, 3, 3),
        date(2026, 3, 11),
    ]


def test_after_the_last_period_nothing_is_left_to_count_and_what_is_not_divided_waits_for_the_next():
    seller = quarterly().until("2026-11-15")
    with pytest.raises(Refused, match="agree the change with its renewal"):
        seller.changes(MONTHLY, on="2026-11-15")
    whole = quarterly(rhythm_change="at once", proration="full price at once").until("2026-02-15")
    with pytest.raises(Refused, match="let it begin with the next one, 1 April 2026"):
        whole.changes(MONTHLY, on="2026-02-15")


def test_usage_follows_the_contract_and_stays_in_arrears():
    seller = quarterly().until("2026-02-15")
    seller.changes(MONTHLY, on="2026-02-15")
    contract = billed_now(seller.book, seller.book.get(Contract, "C-1"))
    how = billing_of(contract, Charge(name="Calls", kind="usage", per_months=0))
    found = [(day, rhythm_on(how, day)) for day in (date(2026, 3, 31), date(2026, 4, 1))]
    assert [(every.every_months, every.timing) for _, every in found] == [(3, "in arrears"), (1, "in arrears")]
