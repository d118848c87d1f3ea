"""What a payer says the money is for, and what is borne of what was kept back."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from debtors import Ledger, usd

from engine.billing import discounting
from engine.billing.open_items import customer_credit, payer, prepaid, unapplied_cash
from engine.model.cash import EarlyPayment, KeptBack, RemittanceLine, Tolerance
from engine.model.payments import Payment
from engine.receivables import applying, deducting, disputing, reversing
from engine.refusals import Refused

NOTHING_SHORT = Tolerance()


def with_terms(ledger: Ledger, *terms: EarlyPayment, tolerance: Tolerance = NOTHING_SHORT) -> Ledger:
    ledger.book.company = replace(ledger.book.company, early_payment=terms, tolerance=tolerance)
    return ledger


def advised(ledger: Ledger, amount: str, *lines: RemittanceLine) -> applying.Receipt:
    payment = replace(ledger.transfer(amount), number="BT-99", remittance=lines)
    receipt = applying.receive(ledger.book, ledger.book.add(payment), ledger.today)
    for document in receipt.documents():
        ledger.book.add(document)
    return receipt


def kept(kind: str, amount: str, note: str = "") -> KeptBack:
    return KeptBack(kind=kind, amount=usd(amount), note=note)  # type: ignore[arg-type]


def test_an_invoice_that_stands_twice_in_an_advice_is_one_line() -> None:
    ledger = Ledger()
    invoice = ledger.invoice("1000.00", percent=10)
    line = RemittanceLine(invoice=invoice.number, amount=usd("500"), kept=(kept("bank charge", "5"),))
    only = RemittanceLine(invoice=invoice.number, kept=(kept("bank charge", "3"), kept("short", "2", "why")))
    receipt = advised(ledger, "1000.00", line, replace(line, kept=()), only)
    assert [str(made.amount) for made in receipt.deductions] == ["8.00 USD"]
    assert [(claim.reason, str(claim.amount)) for claim in receipt.claims] == [("why", "2.00 USD")]
    assert ledger.open(invoice) == "92.00 USD"


def test_lines_about_what_is_not_theirs_or_not_open_are_left_aside() -> None:
    ledger = Ledger()
    invoice = ledger.invoice("100.00", percent=0)
    ledger.pay("100.00", invoice)
    receipt = advised(ledger, "50.00", RemittanceLine(invoice=invoice.number), RemittanceLine(invoice="NW-9"))
    assert receipt.application is not None
    assert (receipt.application.settlements, str(receipt.application.unapplied)) == ((), "50.00 USD")


def test_an_advice_may_keep_back_everything() -> None:
    ledger = Ledger()
    invoice = ledger.invoice("100.00", percent=0)
    line = RemittanceLine(invoice=invoice.number, amount=usd("0"), kept=(kept("withholding tax", "100", "WT-1"),))
    receipt = advised(ledger, "1.00", line)
    assert receipt.application is not None
    assert receipt.application.settlements == ()
    assert ledger.open(invoice) == "0.00 USD"


def test_a_short_payment_claimed_within_tolerance_is_borne() -> None:
    ledger = with_terms(Ledger(), tolerance=Tolerance(amount=Decimal(5)))
    invoice = ledger.invoice("100.00", percent=0)
    line = RemittanceLine(invoice=invoice.number, kept=(kept("short", "5", "rounding"),))
    receipt = advised(ledger, "95.00", line)
    assert [(made.kind, made.note) for made in receipt.deductions] == [("small difference", "rounding")]


@pytest.mark.parametrize(("cash", "discount"), [("49.00", "1.00"), ("98.00", "2.00"), ("99.00", "1.00")])
def test_a_discount_is_a_part_of_what_is_settled(cash: str, discount: str) -> None:
    ledger = with_terms(Ledger(), EarlyPayment(percent=Decimal(2), days=30))
    invoice = ledger.invoice("100.00", percent=0)
    receipt = ledger.pay(cash, invoice)
    assert [str(made.amount) for made in receipt.deductions] == [f"{discount} USD"]


def test_the_best_of_the_terms_that_hold_counts() -> None:
    terms = EarlyPayment(percent=Decimal(2), days=40), EarlyPayment(percent=Decimal(3), days=30)
    ledger = with_terms(Ledger(), *terms)
    invoice = ledger.invoice("100.00", percent=0)
    assert [str(made.amount) for made in ledger.pay("97.00", invoice).deductions] == ["3.00 USD"]


def test_what_is_in_dispute_is_looked_at_by_people() -> None:
    ledger = with_terms(Ledger(), EarlyPayment(percent=Decimal(2), days=30))
    invoice = ledger.invoice("100.00", percent=0)
    ledger.dispute(invoice, "10.00")
    assert ledger.pay("98.00", invoice).deductions == ()


def test_a_deduction_is_undone_once_and_may_then_be_taken_again() -> None:
    ledger = with_terms(Ledger(), EarlyPayment(percent=Decimal(2), days=30))
    invoice = ledger.invoice("100.00", percent=0)
    ledger.pay("98.00", invoice)
    ledger.book.add(reversing.take_off(ledger.book, "BT-1", invoice.number, ledger.today))
    for made in deducting.undone(ledger.book, "BT-1", invoice.number, ledger.today):
        ledger.book.add(made)
    assert list(deducting.undone(ledger.book, "BT-1", invoice.number, ledger.today)) == []
    assert ledger.open(invoice) == "100.00 USD"
    again = deducting.deduction(ledger.book, invoice, "discount", usd("2.00"), ledger.today, payment="BT-1")
    assert again.number.endswith("-discount-2")


def test_money_from_nobody_known_is_nobodys_until_found_out() -> None:
    ledger = Ledger()
    invoice = ledger.invoice("100.00", percent=0)
    payment = ledger.transfer("150.00", customer="")
    receipt = applying.receive(ledger.book, payment, ledger.today)
    assert receipt.application is not None
    assert receipt.application.kept_as == "unidentified cash"
    ledger.book.add(receipt.application)
    with pytest.raises(Refused, match="an unknown payer"):
        applying.apply_unapplied(ledger.book, payment.number, invoice.number, None, ledger.today)
    found, paid = applying.identify(ledger.book, payment.number, "Globex", None, ledger.today)
    ledger.book.add(found)
    for document in paid.documents():
        ledger.book.add(document)
    assert payer(ledger.book, payment) == "Globex"
    assert ledger.open(invoice) == "0.00 USD"
    assert str(unapplied_cash(ledger.book, "Globex", "USD")) == "50.00 USD"
    assert str(unapplied_cash(ledger.book, "Globex", "EUR")) == "0.00 EUR"


def test_whoever_owes_nothing_is_found_out_too() -> None:
    ledger = Ledger()
    payment = ledger.transfer("150.00", customer="")
    _, receipt = applying.identify(ledger.book, payment.number, "Globex", None, ledger.today)
    assert receipt.application is None
    with pytest.raises(Refused, match="no payment 'BT-7'"):
        applying.identify(ledger.book, "BT-7", "Globex", None, ledger.today)


def test_what_pays_nothing_is_credit_by_convention_and_a_contract_that_is_not_theirs_is_none() -> None:
    ledger = Ledger(surplus="customer credit")
    payment: Payment = replace(ledger.transfer("10.00"), contract="C-7")
    receipt = applying.receive(ledger.book, payment, ledger.today)
    assert receipt.application is not None
    assert (receipt.application.kept_as, receipt.application.contract) == ("customer credit", None)
    ledger.book.add(receipt.application)
    assert str(customer_credit(ledger.book, "Globex", "USD")) == "10.00 USD"
    assert prepaid(ledger.book, "C-7", "USD") == {}


@pytest.mark.parametrize("answer", ["pro rata", "by hand", "oldest due"])
def test_without_open_invoices_every_convention_leaves_all_unapplied(answer: str) -> None:
    receipt = Ledger(application=answer).pay("10.00")
    assert receipt.application is not None
    assert str(receipt.application.unapplied) == "10.00 USD"


def test_a_claim_opens_a_dispute() -> None:
    ledger = Ledger()
    invoice = ledger.invoice("100.00", percent=0)
    receipt = advised(ledger, "90.00", RemittanceLine(invoice=invoice.number, kept=(kept("discount", "10"),)))
    [claim] = receipt.claims
    made = disputing.dispute(ledger.book, claim.invoice, None, claim.amount, claim.reason, ledger.today)
    assert (made.reason, str(made.amount)) == ("discount not earned", "10.00 USD")


OVER = Tolerance(over=Decimal(1))


@pytest.mark.parametrize(
    ("amount", "answer", "borne", "left"),
    [
        ("101.00", "small difference", ["-1.00 USD"], "0.00 USD"),
        ("101.01", "small difference", [], "1.01 USD"),
        ("101.00", "kept", [], "1.00 USD"),
        ("99.00", "small difference", [], "0.00 USD"),
    ],
)
def test_what_is_a_little_above_is_borne_with_the_invoice_it_pays_off(
    amount: str, answer: str, borne: list[str], left: str
) -> None:
    ledger = with_terms(Ledger(over_payment=answer), tolerance=OVER)
    ledger.invoice("100.00", percent=0)
    receipt = advised(ledger, amount)
    assert [str(made.amount) for made in receipt.deductions] == borne
    assert receipt.application is not None
    assert str(receipt.application.unapplied) == left


def test_what_is_above_a_part_of_an_invoice_stays_the_payers() -> None:
    """The advice pays 50.00 of 100.00 and leaves 0.50: the invoice is not paid off, so nothing is above it."""
    ledger = with_terms(Ledger(), tolerance=OVER)
    invoice = ledger.invoice("100.00", percent=0)
    receipt = advised(ledger, "50.50", RemittanceLine(invoice=invoice.number, amount=usd("50")))
    assert receipt.deductions == ()
    assert receipt.application is not None
    assert str(receipt.application.unapplied) == "0.50 USD"


@pytest.mark.parametrize(
    ("answer", "part"),
    [("of the net amount, tax stays", "1"), ("of the net amount, tax always reduced", "97/100")],
)
def test_the_part_that_bears_tax_follows_the_largest_discount_of_the_customer(answer: str, part: str) -> None:
    terms = EarlyPayment(percent=Decimal(2), days=10), EarlyPayment(percent=Decimal(3), days=5)
    ledger = with_terms(Ledger(early_payment_discount=answer), *terms)
    assert str(discounting.taxed_part(ledger.book, "Globex")) == part
    ledger.book.company = replace(ledger.book.company, early_payment=())
    assert discounting.taxed_part(ledger.book, "Globex") == 1
