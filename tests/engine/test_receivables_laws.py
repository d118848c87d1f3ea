"""Laws of receivables, whatever happens in whatever order."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from debtors import ISSUED, Ledger
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.crediting import credit_lines
from engine.billing.installments import open_items
from engine.billing.open_items import (
    customer_credit,
    disputed,
    open_balance,
    settled,
    unapplied,
    unapplied_cash,
)
from engine.book import run
from engine.model.cash import EarlyPayment, KeptBack, RemittanceLine, Tolerance
from engine.model.invoices import CreditUse, Invoice
from engine.model.money import Money, total
from engine.model.payments import InvoiceDispute, Payment, PaymentApplication, Recovery, Refund
from engine.model.plans import AgreedPart
from engine.receivables import applying, arranging, deducting, disputing, refunding, reversing, setting_off, writing_off
from engine.receivables.arranging import default
from engine.receivables.collecting import collect
from engine.receivables.dunning import dun
from engine.refusals import Refused

ACTS = (
    "invoice pay transfer credit dispute resolve write-off apply use refund-credit refund-cash day "
    "advise unknown identify take-off deduct arrange cancel"
).split()
Act = tuple[str, int, int]
acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 5), st.integers(-5, 40_000)), max_size=25)
conventions = st.fixed_dictionaries(
    {
        "application": st.sampled_from(["oldest due", "exact match, else oldest due", "pro rata", "by hand"]),
        "surplus": st.sampled_from(["unapplied cash", "customer credit"]),
        "early_payment_discount": st.sampled_from(["of the total, tax with it", "of the net amount, tax stays"]),
        "tax_relief": st.sampled_from(["none", "at write-off"]),
        "dispute": st.sampled_from(["no journal", "reserve"]),
        "customer_credit": st.sampled_from(["kept", "applied to the next invoice"]),
    }
)


def play(ledger: Ledger, act: Act) -> None:
    """One act on the `which`th invoice, dispute or payment, if the rules allow it."""
    what, which, cents = act
    book, today, amount = ledger.book, ledger.today, Money(cents, "USD")
    invoices = book.all(Invoice)
    invoice = invoices[which % len(invoices)]
    match what:
        case "day":
            ledger.live(str(today + timedelta(days=which))[5:])
        case "invoice":
            ledger.invoice(str(abs(amount)), percent=which * 5, issued=today, days=which)
        case "pay":
            ledger.take(ledger.transfer(str(amount), invoice.number))
        case "transfer":
            ledger.take(ledger.transfer(str(amount)))
        case "credit":
            book.add(credit_lines(book, invoice, None, amount, "goodwill", today))
        case "dispute":
            book.add(disputing.dispute(book, invoice.number, which % 2 or None, amount, "", today))
        case "resolve":
            memo, end = disputing.resolve(book, f"D-{which}", amount, today)
            for document in filter(None, (memo, end)):
                book.add(document)
        case "write-off":
            book.add(writing_off.write_off(book, invoice.number, amount if which % 2 else None, today))
        case _:
            play_cash(ledger, act, invoice)


def play_cash(ledger: Ledger, act: Act, invoice: Invoice) -> None:
    """One act on money that is there already."""
    what, which, cents = act
    book, today, amount = ledger.book, ledger.today, Money(cents, "USD")
    match what:
        case "apply":
            book.add(
                applying.apply_unapplied(book, f"BT-{which}", invoice.number, amount if which % 2 else None, today)
            )
        case "use":
            book.add(setting_off.use_credit(book, "Globex", invoice.number, amount if which % 2 else None, today))
        case "advise":
            kept = (
                KeptBack(kind="discount", amount=abs(amount)),
                KeptBack(kind="short", amount=Money(which * 100, "USD")),
            )
            advice = (RemittanceLine(invoice=invoice.number, amount=abs(amount), kept=kept),)
            ledger.take(replace(ledger.transfer(str(amount)), remittance=advice))
        case "unknown":
            ledger.take(ledger.transfer(str(amount), customer=""))
        case "identify":
            found, receipt = applying.identify(book, f"BT-{which}", "Globex", None, today)
            for document in (found, *receipt.documents()):
                book.add(document)
        case "take-off":
            book.add(reversing.take_off(book, f"BT-{which}", invoice.number, today))
            for document in deducting.undone(book, f"BT-{which}", invoice.number, today):
                book.add(document)
        case "deduct":
            book.add(deducting.deduct(book, invoice.number, "bank charge", amount, "", today))
        case "arrange":
            parts = (AgreedPart(due_date=today, amount=amount), AgreedPart(due_date=today + timedelta(days=which)))
            ledger.keep(arranging.agree(book, invoice.number, parts, which or None, today))
        case "cancel":
            ledger.keep(arranging.cancel(book, invoice.number, today))
        case "refund-credit":
            book.add(refunding.refund(book, "Globex", amount, "customer credit", "", today))
        case _:
            book.add(refunding.refund(book, "Globex", amount, "unapplied cash", "", today))


def lived(policies: dict[str, str], story: list[Act]) -> Ledger:
    ledger = Ledger(**policies)
    terms, tolerance = (EarlyPayment(percent=Decimal(2), days=20),), Tolerance(amount=Decimal(5))
    ledger.book.company = replace(ledger.book.company, early_payment=terms, tolerance=tolerance)
    ledger.script = ["declined", "succeeds"]
    ledger.invoice("1000.00", "200.00", percent=(10, 20))
    for act in story:
        with suppress(Refused):
            play(ledger, act)
    return ledger


@given(conventions, acts)
@settings(deadline=None)
def test_an_invoice_is_never_settled_above_its_total_nor_disputed_above_what_is_open(policies, story):
    book = lived(policies, story).book
    for invoice in book.all(Invoice):
        assert Money.zero("USD") <= settled(book, invoice) <= invoice.total
        assert Money.zero("USD") <= disputed(book, invoice) <= open_balance(book, invoice)


@given(conventions, acts)
@settings(deadline=None)
def test_every_payment_is_accounted_for_to_the_cent(policies, story):
    book = lived(policies, story).book
    for payment in book.all(Payment):
        applied = book.about(PaymentApplication, "payment", payment.number)
        back = book.about(Recovery, "payment", payment.number)
        if not applied and not back:
            continue  # refused: it had no amount
        first = [application for application in applied if not application.from_unapplied]
        came = total((document.amount for document in (*first, *back)), "USD")
        assert came == payment.amount
        for application in applied:
            parts = total((part.amount for part in application.settlements), "USD")
            assert parts + application.unapplied == application.amount
        assert Money.zero("USD") <= unapplied(book, payment) <= payment.amount
    left = total((unapplied(book, payment) for payment in book.all(Payment)), "USD")
    assert left == unapplied_cash(book, "Globex", "USD")


@given(conventions, acts)
@settings(deadline=None)
def test_credit_and_unapplied_cash_never_go_below_nothing(policies, story):
    book = lived(policies, story).book
    assert customer_credit(book, "Globex", "USD") >= Money.zero("USD")
    assert unapplied_cash(book, "Globex", "USD") >= Money.zero("USD")
    assert all(refund.amount > Money.zero("USD") for refund in book.all(Refund))
    assert all(use.amount > Money.zero("USD") for use in book.all(CreditUse))


@given(conventions, acts, acts)
@settings(deadline=None)
def test_what_was_open_on_a_past_day_is_never_changed_by_what_comes_later(policies, before, after):
    ledger = lived(policies, before)
    past = ledger.today
    stood = open_items(ledger.book, past)
    credit = customer_credit(ledger.book, "Globex", "USD", past)
    cash = unapplied_cash(ledger.book, "Globex", "USD", past)
    ledger.today += timedelta(days=1)
    for act in after:
        with suppress(Refused):
            play(ledger, act)
    assert open_items(ledger.book, past) == stood
    assert customer_credit(ledger.book, "Globex", "USD", past) == credit
    assert unapplied_cash(ledger.book, "Globex", "USD", past) == cash


@given(conventions, acts)
@settings(deadline=None)
def test_a_day_lived_twice_adds_nothing(policies, story):
    ledger = lived(policies, story)
    ledger.live(str(ledger.today)[5:])
    stages = (setting_off.use_credits, default, collect, dun)
    assert list(run(stages, ledger.book, ledger.today)) == []


@given(conventions, acts)
@settings(deadline=None)
def test_open_items_are_what_is_open(policies, story):
    book = lived(policies, story).book
    last = ISSUED + timedelta(days=400)
    whole = total((open_balance(book, invoice) for invoice in book.all(Invoice)), "USD")
    assert total((item.open for item in open_items(book, last)), "USD") == whole
    assert book.count(InvoiceDispute) >= len([item for item in open_items(book, last) if item.disputed])


@given(conventions, acts)
@settings(deadline=None)
def test_what_is_taken_off_leaves_the_invoice_as_if_it_had_never_been_paid(policies, story):
    ledger = lived(policies, story)
    book, invoice = ledger.book, ledger.book.all(Invoice)[0]
    before = open_balance(book, invoice)
    paid = ledger.transfer("12.34", invoice.number)
    ledger.take(paid)
    if before > Money.zero("USD") and reversing.standing(book, paid):
        book.add(reversing.take_off(book, paid.number, invoice.number, ledger.today))
        for document in deducting.undone(book, paid.number, invoice.number, ledger.today):
            book.add(document)
        assert open_balance(book, invoice) == before
        with pytest.raises(Refused):
            reversing.take_off(book, paid.number, invoice.number, ledger.today)
