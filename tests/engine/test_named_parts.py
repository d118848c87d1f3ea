"""A part of an invoice that is paid, contested, given up or taken back by name: the parts still add up to what is open."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.discounting import ALWAYS_REDUCED, taxed_part
from engine.billing.installments import debts
from engine.billing.open_items import collectible, disputed, open_balance, unapplied
from engine.model.cash import EarlyPayment, RemittanceLine
from engine.model.money import total
from engine.model.payments import Payment
from engine.receivables import disputing, reversing, writing_off
from engine.receivables.deducting import discount_rate
from engine.refusals import Refused
from tests.engine.debtors import ISSUED, Ledger, usd
from tests.engine.test_installments import in_parts

ACTS = ("pay", "credit", "dispute", "write off", "take off", "settle")
acts = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(1, 60), st.integers(0, 2)), max_size=6)


def remit(ledger, invoice, *lines):
    """A transfer with a remittance advice: amount and part of each line."""
    amount = total((usd(amount) for amount, _ in lines), "USD")
    advice = tuple(RemittanceLine(invoice=invoice.number, amount=usd(paid), installment=part) for paid, part in lines)
    payment = replace(ledger.transfer("1"), amount=amount, remittance=advice, number=f"RT-{ledger.received}")
    return ledger.take(ledger.book.add(payment))


def act_on(ledger, invoice, act, amount, part):
    book, number = ledger.book, invoice.number
    match act:
        case "pay":
            remit(ledger, invoice, (str(amount), part))
        case "credit":
            ledger.credit(invoice, str(amount))
        case "dispute":
            book.add(disputing.dispute(book, number, None, usd(str(amount)), "price", ISSUED, part=part))
        case "write off":
            book.add(writing_off.write_off(book, number, usd(str(amount)), ISSUED, part=part))
        case "take off":
            book.add(reversing.take_off(book, book.all(Payment)[-1].number, number, ISSUED))
        case _:
            ledger.pay(str(amount), invoice)


@given(acts, st.sampled_from(["last due first", "first due first"]))
@settings(deadline=None, derandomize=True, max_examples=25, database=None)
def test_whatever_is_named_the_parts_add_up(acts, credited):
    ledger = Ledger(credited_installment=credited)
    invoice = in_parts(ledger, (10, "30"), (30, "70"))
    for act, amount, part in acts:
        try:
            act_on(ledger, invoice, act, amount, part)
        except Refused:
            continue
        found = debts(ledger.book, invoice)
        assert total((debt.open for debt in found), "USD") == open_balance(ledger.book, invoice)
        assert total((debt.disputed for debt in found), "USD") == disputed(ledger.book, invoice)
        assert total((debt.collectible for debt in found), "USD") == collectible(ledger.book, invoice)
        assert all(0 <= debt.collectible.minor <= debt.open.minor <= debt.amount.minor for debt in found)


def test_a_payment_of_a_named_part_that_is_taken_off_leaves_that_part_open():
    ledger = Ledger()
    invoice = in_parts(ledger, (10, "30"), (30, "70"))
    remit(ledger, invoice, ("70", 2))
    assert [debt.open for debt in debts(ledger.book, invoice)] == [usd("30"), usd("0")]
    [payment] = [paid for paid in ledger.book.all(Payment) if paid.remittance]
    ledger.book.add(reversing.take_off(ledger.book, payment.number, invoice.number, ISSUED))
    assert [debt.open for debt in debts(ledger.book, invoice)] == [usd("30"), usd("70")]
    assert reversing.standing(ledger.book, payment) == {}
    assert unapplied(ledger.book, payment) == usd("70")


def test_the_lines_of_one_advice_never_pay_the_same_money_twice():
    ledger = Ledger()
    invoice = in_parts(ledger, (10, "30"), (30, "70"))
    receipt = remit(ledger, invoice, ("90", 0), ("70", 2))
    assert [(part.installment, part.amount) for part in receipt.application.settlements] == [
        (0, usd("90")),
        (2, usd("10")),
    ]
    assert receipt.application.unapplied == usd("60")


@pytest.mark.parametrize("part", [0, 1])
def test_what_is_named_of_an_invoice_that_is_due_at_once(part):
    ledger = Ledger()
    invoice = ledger.invoice("100", percent=0)
    receipt = remit(ledger, invoice, ("40", part))
    assert receipt.application.unapplied == (usd("40") if part else usd("0"))
    if part:
        with pytest.raises(Refused, match="has no part 1: it is not due in parts"):
            writing_off.write_off(ledger.book, invoice.number, None, ISSUED, part=part)


@pytest.mark.parametrize(("answer", "part"), [("of each part", "98/100"), ("none", "1")])
def test_an_invoice_of_which_nothing_may_be_deducted_is_taxed_in_full(answer, part):
    ledger = Ledger(early_payment_discount=ALWAYS_REDUCED, installment_discount=answer)
    ledger.book.company = replace(ledger.book.company, early_payment=(EarlyPayment(percent=Decimal(2), days=10),))
    assert taxed_part(ledger.book, "Globex", in_parts=True) == Fraction(part)
    assert taxed_part(ledger.book, "Globex") == Fraction(98, 100)
    assert discount_rate(ledger.book, in_parts(ledger, (10, "30"), (30, "70")), ISSUED) == 1 - Fraction(part)
