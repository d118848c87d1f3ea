"""Late fees are charged once by each rule, on what is open and not in dispute, and never on a fee."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from debtors import ISSUED, Ledger, day, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.book import run
from engine.model.company import LateFee, TaxRate
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.orders import Billing
from engine.model.payments import PaymentRequest
from engine.receivables import charging, collecting, penalizing
from engine.receivables.penalizing import charge_late_fees


def debtor(*rules, **policies):
    """Globex under contract, its company with these late fees; due on 31 March."""
    ledger = Ledger(**policies)
    rates = (TaxRate(code="none", percent=Decimal(0)), TaxRate(code="standard", percent=Decimal(10)))
    ledger.book.company = replace(ledger.book.company, late_fees=rules)
    ledger.book.tax_rates[:] = rates
    ledger.book.add(
        Contract(
            number="C-1",
            event_date=ISSUED,
            effective_date=ISSUED,
            posting_date=ISSUED,
            customer="Globex",
            entity="NW",
            currency="USD",
            order="O-1",
            start=ISSUED,
            end=date(2026, 12, 31),
            billing=Billing(every_months=1, timing="in advance"),
            net_days=30,
            tax_code="standard",
            lines=(),
        )
    )
    return ledger


def fees(ledger):
    return [str(made.total) for made in ledger.book.all(Invoice) if made.cause == collecting.LATE_FEE]


def live(ledger, until):
    """Every day is lived twice."""
    while ledger.today <= day(until):
        for _ in range(2):
            for made in list(run((charge_late_fees,), ledger.book, ledger.today)):
                collecting.plan(ledger.book, made)
        ledger.today += timedelta(days=1)


def test_a_percentage_an_amount_and_tax():
    ledger = debtor(LateFee(days_overdue=14, percent=Decimal(2), amount=Decimal(10), tax_code="standard"))
    ledger.invoice("1000.00")
    live(ledger, "04-13")
    assert fees(ledger) == []
    live(ledger, "12-31")
    assert fees(ledger) == ["35.20 USD"]


def test_nothing_on_what_is_disputed_paid_or_too_small():
    ledger = debtor(LateFee(days_overdue=14, percent=Decimal(1)))
    disputed, paid = ledger.invoice("100.00"), ledger.invoice("100.00")
    ledger.invoice("0.40", percent=0)
    ledger.dispute(disputed, "110.00")
    ledger.pay("110.00", paid)
    live(ledger, "12-31")
    assert fees(ledger) == []


def test_while_the_gateway_has_not_answered_the_fee_waits_a_day():
    """The retry of 1 April has no answer on the day of the fee; nothing more is asked for, and the day after it is charged."""
    ledger = debtor(LateFee(days_overdue=1, amount=Decimal(5)))
    ledger.book.company = replace(ledger.book.company, retry_days=(1,), dunning=())
    ledger.script = ["declined"]
    ledger.invoice("100.00")
    ledger.live("03-31")
    ledger.script = []
    ledger.today = day("04-01")
    list(run((collecting.collect,), ledger.book, ledger.today))
    assert list(run((charge_late_fees,), ledger.book, ledger.today)) == []
    ledger.today = day("04-02")
    assert [made.total for made in run((charge_late_fees,), ledger.book, ledger.today)] == [usd("5.00")]


@pytest.mark.parametrize("answer", ["declined", "succeeds"])
def test_while_a_payment_is_under_way_the_fee_waits_for_the_answer(answer):
    ledger = debtor(LateFee(days_overdue=1, amount=Decimal(5)))
    invoice = ledger.invoice("100.00")
    ledger.live("03-31")
    asked = ledger.book.about(PaymentRequest, "invoice", invoice.number)[-1]
    ledger.book.add(charging.pending(asked, ledger.today, "card"))
    for on in ("04-01", "04-02"):
        ledger.today = day(on)
        assert list(run((charge_late_fees,), ledger.book, ledger.today)) == []
    tried = charging.attempt(asked, answer, ledger.today)
    if answer == "succeeds":
        ledger.take(ledger.book.add(charging.collected(ledger.book, tried, ledger.today)))
    else:
        ledger.book.add(collecting.failed(ledger.book, tried, ledger.today))
    charged = [] if answer == "succeeds" else [usd("5.00")]
    assert [made.total for made in run((charge_late_fees,), ledger.book, ledger.today)] == charged


@settings(derandomize=True, max_examples=25, deadline=None)
@given(st.integers(1, 60), st.integers(0, 59), st.integers(0, 110_000))
def test_interest_is_on_the_balance_of_each_night(days, paid_after, paid):
    """The fee is nights before the payment at the whole, nights from it on at the rest, over 365."""
    ledger = debtor(LateFee(days_overdue=days, interest=Decimal(9)))
    invoice = ledger.invoice("1000.00")
    ledger.today = invoice.due_date + timedelta(days=paid_after)
    before = min(days, paid_after)
    rest = 110_000
    if paid and paid_after < days:
        ledger.pay(f"{paid / 100:.2f}", invoice)
        rest -= paid
    ledger.today = invoice.due_date + timedelta(days=days)
    made = list(run((charge_late_fees,), ledger.book, ledger.today))
    cents = (110_000 * before + rest * (days - before)) * 9
    due = (2 * cents + 36_500) // 73_000 if rest else 0
    assert [m.net.minor for m in made] == ([due] if due else [])


def test_what_was_in_dispute_bears_its_fee_once_when_the_dispute_ends():
    rule = LateFee(days_overdue=14, percent=Decimal(2), amount=Decimal(5), interest=Decimal(9))
    ledger = debtor(rule, fee_after_dispute="charged when it ends")
    overdue = ledger.invoice("1000.00")
    live(ledger, "04-09")
    made = ledger.dispute(overdue, "330.00")
    live(ledger, "04-20")
    # 770.00 * 2% + 5.00 + (10 * 1,100.00 + 4 * 770.00) * 9% / 365 = 15.40 + 5.00 + 3.4718.
    assert fees(ledger) == ["23.87 USD"]
    ledger.resolve(made, "0.00")
    live(ledger, "06-30")
    # 330.00 * 2% + 4 nights * 330.00 * 9% / 365 = 6.60 + 0.3255.
    assert fees(ledger) == ["23.87 USD", "6.93 USD"]


def test_a_dispute_that_gave_all_of_it_back_leaves_nothing_to_bear_a_fee():
    ledger = debtor(LateFee(days_overdue=14, percent=Decimal(2)), fee_after_dispute="charged when it ends")
    overdue = ledger.invoice("1000.00")
    made = ledger.dispute(overdue, "330.00")
    live(ledger, "04-20")
    ledger.resolve(made, "330.00")
    live(ledger, "06-30")
    assert fees(ledger) == ["15.40 USD"]


LATER = "charged when it is paid"


def paid_off(ledger, invoice, amount, on):
    """A transfer that pays the invoice on that day, and late interest looked at."""
    ledger.today = day(on)
    made = ledger.pay(amount, invoice).application
    assert made
    penalizing.paid(ledger.book, made, ledger.today)


def test_what_is_paid_off_late_bears_the_interest_of_its_nights_that_day():
    """1,000.00 for 40 nights at 10%: 10.9589. Its later day charges nothing more, and the fee itself bears none."""
    ledger = debtor(LateFee(days_overdue=100, interest=Decimal(10)), interest_when_paid=LATER)
    invoice = ledger.invoice("1000.00", percent=0)
    collecting.plan(ledger.book, invoice)
    paid_off(ledger, invoice, "1000.00", "05-10")
    live(ledger, "07-31")
    assert fees(ledger) == ["10.96 USD"]
    paid_off(ledger, ledger.book.all(Invoice)[-1], "10.96", "08-01")
    live(ledger, "08-31")
    assert fees(ledger) == ["10.96 USD"]


@pytest.mark.parametrize(("on", "answer"), [("03-31", LATER), ("05-10", "none")])
def test_what_is_paid_in_time_or_by_convention_bears_none(on, answer):
    ledger = debtor(LateFee(days_overdue=100, interest=Decimal(10)), interest_when_paid=answer)
    invoice = ledger.invoice("1000.00", percent=0)
    collecting.plan(ledger.book, invoice)
    paid_off(ledger, invoice, "1000.00", on)
    live(ledger, "08-31")
    assert fees(ledger) == []


def test_a_fee_keeps_within_its_limits():
    ledger = debtor(LateFee(days_overdue=1, percent=Decimal(5), minimum=Decimal(10), maximum=Decimal(50)))
    for net in ("100.00", "500.00", "5000.00"):
        collecting.plan(ledger.book, ledger.invoice(net, percent=0))
    live(ledger, "04-30")
    assert fees(ledger) == ["10.00 USD", "25.00 USD", "50.00 USD"]


@pytest.mark.parametrize(("answer", "fee"), [("of each night", "6.85 USD"), ("of the first day overdue", "5.48 USD")])
def test_a_rate_that_changes_holds_from_its_day_on(answer, fee):
    """Due on 31 March: 10 days to 10 April at 10%, 10 from 11 April at 15%: 2.7397 + 4.1096; or 20 days at 10%."""
    rules = (
        LateFee(days_overdue=20, interest=Decimal(10)),
        LateFee(days_overdue=20, interest=Decimal(15), since=date(2026, 4, 11)),
    )
    ledger = debtor(*rules, interest_rate=answer)
    collecting.plan(ledger.book, ledger.invoice("1000.00", percent=0))
    live(ledger, "04-30")
    assert fees(ledger) == [fee]
