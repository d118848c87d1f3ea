"""An invoice that is due in parts: what each part is, and what is open of it whatever settles the invoice."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sellers import Seller

from engine.billing.installments import debts, due_by, open_items
from engine.billing.maturing import check_shares, due_dates, installments
from engine.billing.open_items import collectible, open_balance
from engine.model.installments import Installment
from engine.model.invoices import Invoice
from engine.model.money import Money, total
from engine.model.orders import PaymentShare, PaymentTerms
from engine.model.payments import Letter, PaymentRequest
from engine.receivables import collecting
from engine.refusals import Refused
from tests.engine.debtors import ISSUED, Ledger, usd

percents = st.lists(st.integers(1, 60), min_size=1, max_size=5)


def in_parts(ledger: Ledger, *parts: tuple[int, str]) -> Invoice:
    """An invoice over the sum of the parts, each due so many days after it."""
    made = ledger.invoice(*(amount for _, amount in parts), percent=0)
    dues = [(made.event_date + timedelta(days=days), Money.parse(amount, "USD")) for days, amount in parts]
    due = tuple(Installment(due_date=day, amount=amount) for day, amount in dues)
    parted = replace(made, number=f"{made.number}-P", due_date=due[0].due_date, installments=due)
    ledger.book.add(parted)
    collecting.plan(ledger.book, parted)
    ledger.pay(str(made.total.exact.numerator), made)
    return parted


@given(st.integers(0, 5000), percents, st.integers(0, 2), st.none() | st.integers(1, 3000))
@settings(deadline=None, derandomize=True, max_examples=40, database=None)
def test_the_parts_are_never_negative_and_add_up_to_the_invoice(minor, agreed, equal, fixed):
    seller = Seller()
    contract = seller.signs()
    weights = [Decimal(percent) for percent in agreed if sum(agreed) < 100] or [Decimal(50)]
    shares = tuple(PaymentShare(percent=weight, net_days=9) for weight in weights) + (PaymentShare(),) * (equal + 1)
    if fixed:
        shares = (PaymentShare(amount=Decimal(fixed) / 100, net_days=20), *shares)
    due = PaymentTerms(shares=shares)
    check_shares(due)
    amount = Money(minor, "USD")
    parts = installments(seller.book, replace(contract, due=due), date(2026, 1, 1), amount)
    assert total((part.amount for part in parts), "USD") == amount
    assert all(part.amount.minor > 0 for part in parts)
    assert list(parts) == sorted(parts, key=lambda part: part.due_date)


@pytest.mark.parametrize("percents", [("30", "60"), ("0", "100"), ("100", None), ("-10", "110")])
def test_parts_that_are_not_the_whole_are_refused(percents):
    shares = tuple(PaymentShare(percent=None if p is None else Decimal(p)) for p in percents)
    with pytest.raises(Refused, match="add up to 100%"):
        check_shares(PaymentTerms(shares=shares))


def test_each_part_has_a_rule_of_its_own():
    seller = Seller()
    shares = PaymentShare(rule="months", months=1), PaymentShare(rule="fixed day", day=15, months=2), PaymentShare()
    contract = replace(seller.signs(), due=PaymentTerms(shares=shares))
    days = due_dates(seller.book, contract, date(2026, 1, 31))
    assert [str(day) for day in days] == ["2026-02-28", "2026-03-15", "2026-01-31"]


@given(st.lists(st.tuples(st.sampled_from(["pay", "credit", "dispute"]), st.integers(1, 60)), max_size=5))
@settings(deadline=None, derandomize=True, max_examples=25, database=None)
def test_what_is_open_of_the_parts_adds_up_to_what_is_open(acts):
    ledger = Ledger()
    invoice = in_parts(ledger, (10, "30"), (30, "70"))
    for act, amount in acts:
        try:
            if act == "pay":
                ledger.pay(str(amount), invoice)
            else:
                (ledger.credit if act == "credit" else ledger.dispute)(invoice, str(amount))
        except Refused:
            continue
    book = ledger.book
    found = debts(book, invoice)
    assert total((debt.open for debt in found), "USD") == open_balance(book, invoice)
    assert total((debt.collectible for debt in found), "USD") == collectible(book, invoice)
    assert all(0 <= debt.collectible.minor <= debt.open.minor <= debt.amount.minor for debt in found)


def test_before_it_was_posted_no_part_is_open():
    ledger = Ledger()
    invoice = in_parts(ledger, (10, "30"), (30, "70"))
    eve = ISSUED - timedelta(days=1)
    assert [debt.open for debt in debts(ledger.book, invoice, eve)] == [usd("0"), usd("0")]
    assert open_items(ledger.book, eve) == ()
    assert due_by(ledger.book, invoice, ISSUED) == usd("0")


def test_a_part_that_falls_due_after_a_decline_is_asked_for_and_retried_and_each_part_has_its_own_letters():
    ledger = Ledger()
    ledger.script += ["declined"] * 2
    invoice = in_parts(ledger, (10, "30"), (30, "70"))
    ledger.live("06-30")
    asked = [
        (str(made.event_date)[5:], made.amount) for made in ledger.book.about(PaymentRequest, "invoice", invoice.number)
    ]
    first = [(day, usd("30")) for day in ("03-11", "03-12", "03-14", "03-16", "03-18")]
    assert asked == [*first, *((day, usd("100")) for day in ("03-31", "04-01", "04-03", "04-05", "04-07"))]
    sent = [(letter.number.removeprefix("L-NW-000001-P-"), letter.open) for letter in ledger.book.all(Letter)]
    assert sent == [("1", usd("30")), ("2", usd("30")), ("2-1", usd("70")), ("2-2", usd("70"))]
