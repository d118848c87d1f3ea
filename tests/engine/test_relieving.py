"""After a write-off: tax that is claimed later, receivables that stand again, small rests, and who may sign."""

from dataclasses import replace
from decimal import Decimal

import pytest
from debtors import Ledger, usd
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.billing.open_items import recovered
from engine.model.company import ApprovalLimit, DisputeReason
from engine.model.losses import Signatures, TaxReliefClaim
from engine.model.payments import Refund, WriteOff
from engine.receivables import charging, disputing, refunding, relieving, writing_off
from engine.refusals import Refused

LATER = {"tax_relief": "claimed later"}
AGAIN = {"recovery": "receivable reinstated first"}


def claim(ledger, invoice):
    return ledger.book.add(relieving.claim_relief(ledger.book, invoice.number, ledger.today))


def reinstated(ledger, amount, invoice, customer="Globex", currency="USD"):
    payment = ledger.transfer(amount, invoice and invoice.number, customer, currency)
    made = relieving.reinstate(ledger.book, payment, ledger.today)
    return made and ledger.book.add(made)


def test_the_tax_of_a_loss_is_claimed_on_a_day_of_its_own():
    ledger = Ledger(**LATER)
    invoice = ledger.invoice("400.00")
    assert ledger.write_off(invoice).tax_relief == usd("0.00")
    made = claim(ledger, invoice)
    assert (made.number, made.amount, made.untaxed) == ("TC-NW-000001", usd("40.00"), usd("0.00"))
    with pytest.raises(Refused, match="no tax of invoice NW-000001 is left to claim"):
        claim(ledger, invoice)


def test_tax_that_went_with_the_write_off_is_not_claimed_once_more():
    """Tax that is due when paid was never due of what is lost: 10% of 400.00 went at the write-off, and all of it."""
    ledger = Ledger(**LATER, tax_due="when paid")
    invoice = ledger.invoice("400.00")
    assert ledger.write_off(invoice).tax_relief == usd("40.00")
    with pytest.raises(Refused, match="no tax of invoice NW-000001 is left to claim"):
        claim(ledger, invoice)


@pytest.mark.parametrize("answer", ["none", "at write-off"])
def test_who_does_not_claim_later_has_no_later_claim(answer):
    ledger = Ledger(tax_relief=answer)
    invoice = ledger.invoice("400.00")
    ledger.write_off(invoice)
    with pytest.raises(Refused, match=f"is '{answer}'"):
        claim(ledger, invoice)
    assert ledger.book.count(TaxReliefClaim) == 0


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.lists(st.integers(1, 9_000), min_size=1, max_size=5), st.integers(0, 4), st.sampled_from((7, 10, 19)))
def test_no_tax_is_claimed_of_what_came_and_all_that_comes_later_brings_its_tax_back(parts, before, percent):
    """Once everything has come, nothing is left claimed: what came first was never claimed, what came later was owed again."""
    ledger = Ledger(**LATER)
    invoice = ledger.invoice("500.00", percent=percent)
    ledger.write_off(invoice)
    for part in (usd(f"{minor / 100:.2f}") for minor in parts[:before]):
        ledger.pay(str(part).split()[0].replace(",", ""), invoice)
    made = claim(ledger, invoice) if recovered(ledger.book, invoice) < invoice.total else None
    rest = invoice.total - recovered(ledger.book, invoice)
    again = ledger.pay(str(rest).split()[0].replace(",", ""), invoice).recovery if rest else None
    assert (again.tax if again else None) == (made.amount if made else None)


def test_what_was_written_off_stands_again_as_far_as_money_comes_for_it():
    ledger = Ledger(**AGAIN, tax_relief="at write-off")
    invoice = ledger.invoice("400.00")
    ledger.write_off(invoice)
    made = reinstated(ledger, "110.00", invoice)
    assert (made.amount, made.tax, made.write_off, made.method) == (
        usd("110.00"),
        usd("10.00"),
        "WO-NW-000001",
        "allowance",
    )
    assert ledger.open(invoice) == "110.00 USD"
    assert recovered(ledger.book, invoice) == usd("110.00")


def test_nothing_stands_again_where_nothing_was_given_up_or_the_money_is_for_something_else():
    ledger = Ledger(**AGAIN)
    invoice, lost = ledger.invoice("400.00"), ledger.invoice("100.00")
    ledger.write_off(lost)
    assert reinstated(ledger, "440.00", invoice) is None
    assert reinstated(ledger, "440.00", None) is None
    assert reinstated(ledger, "110.00", lost, customer="Acme") is None
    assert reinstated(ledger, "110.00", lost, currency="EUR") is None


def test_straight_to_expense_nothing_stands_again():
    ledger = Ledger()
    lost = ledger.invoice("100.00")
    ledger.write_off(lost)
    assert reinstated(ledger, "110.00", lost) is None


def test_only_small_rests_of_overdue_invoices_are_given_up_as_small_differences():
    ledger = Ledger(tax_relief="at write-off")
    small, large, contested = (ledger.invoice("100.00") for _ in range(3))
    ledger.invoice("100.00", currency="EUR")
    young = ledger.invoice("100.00", days=60)
    for invoice, paid in ((small, "109.95"), (large, "109.94"), (contested, "109.99"), (young, "109.99")):
        ledger.pay(paid, invoice)
    ledger.dispute(contested, "0.01")
    ledger.live("04-01")
    made = list(writing_off.write_off_small(ledger.book, usd("0.05"), ledger.today))
    assert [(w.invoice, w.amount, w.tax_relief, w.method) for w in made] == [
        (small.number, usd("0.05"), usd("0.00"), "small difference")
    ]


def limited(*limits):
    ledger = Ledger()
    ledger.book.company = replace(ledger.book.company, limits=tuple(ApprovalLimit(**limit) for limit in limits))
    return ledger


@pytest.mark.parametrize(
    ("prepared", "approved", "sentence"),
    [
        ("", "", "needs the approval of Director; nobody approved it"),
        ("Clerk", "Lead", "Lead may not approve it"),
        ("Director", "Director", "another role has to approve"),
        ("Clerk", "Director", None),
    ],
)
def test_a_loss_above_a_limit_needs_a_role_that_may_approve_it(prepared, approved, sentence):
    ledger = limited(
        {"act": "write-off", "role": "Lead", "up_to": Decimal(100)}, {"act": "write-off", "role": "Director"}
    )
    invoice = ledger.invoice("100.00")
    signed = Signatures(prepared_by=prepared, approved_by=approved)
    if sentence:
        with pytest.raises(Refused, match=sentence):
            writing_off.write_off(ledger.book, invoice.number, None, ledger.today, signed)
        assert ledger.book.count(WriteOff) == 0
    else:
        made = writing_off.write_off(ledger.book, invoice.number, None, ledger.today, signed)
        assert (made.prepared_by, made.approved_by) == ("Clerk", "Director")


def test_where_nobody_may_approve_so_much_nobody_does():
    ledger = limited({"act": "refund", "role": "Lead", "up_to": Decimal(10)})
    ledger.pay("50.00")
    with pytest.raises(Refused, match="needs the approval of nobody"):
        ledger.refund("50.00", "unapplied cash")


def test_a_refund_by_a_method_is_never_above_what_was_paid_by_it():
    ledger = Ledger()
    ledger.pay("50.00")
    book, day = ledger.book, ledger.today
    with pytest.raises(Refused, match=r"0\.00 USD is left of what Globex paid that way"):
        refunding.refund(book, "Globex", usd("10.00"), "unapplied cash", "", day, "card")
    made = book.add(refunding.refund(book, "Globex", usd("30.00"), "unapplied cash", "", day, "bank transfer"))
    invoice = ledger.invoice("60.00")
    ledger.pay("66.00", invoice)
    ledger.credit(invoice, "60.00")
    with pytest.raises(Refused, match=r"86\.00 USD is left"):
        refunding.check_method(book, "Globex", "bank transfer", usd("86.01"), usd("30.00"))
    assert charging.pay_refund(book, made, day).method == "bank transfer"
    with pytest.raises(Refused, match=r"116\.00 USD is left"):
        charging.pay_refund(book, replace(made, amount=usd("116.01")), day)


@settings(derandomize=True, max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(("pay", "return", "again")), max_size=8))
def test_a_refund_is_paid_out_at_most_once_more_than_it_came_back(acts):
    ledger = Ledger()
    ledger.pay("50.00")
    refund, book = ledger.refund("50.00", "unapplied cash"), ledger.book
    paid = back = 0
    book.add(charging.pay_refund(book, refund, ledger.today))
    paid += 1
    for act in acts:
        try:
            if act == "return":
                book.add(charging.return_refund(book, refund.number, "closed", ledger.today))
                back += 1
            else:
                book.add(charging.repay_refund(book, refund.number, ledger.today))
                paid += 1
        except Refused:
            pass
        assert paid - back in (0, 1)
    assert book.count(Refund) == 1


def doubting():
    ledger = Ledger()
    codes = (DisputeReason(reason="Insolvency", doubt="credit"), DisputeReason(reason="outage", doubt="price"))
    ledger.book.company = replace(ledger.book.company, dispute_reasons=codes)
    return ledger


def expect(ledger, invoice, reason, expected):
    book, amount = ledger.book, invoice.total
    return book.add(disputing.dispute(book, invoice.number, None, amount, reason, ledger.today, expected))


def test_a_reason_says_what_is_in_doubt_and_finance_what_it_expects_to_lose():
    ledger = doubting()
    price, credit = ledger.invoice("120.00"), ledger.invoice("120.00")
    ledger.live("03-31")
    by_price, by_credit = (
        expect(ledger, price, "outage", usd("10.00")),
        expect(ledger, credit, "insolvency", usd("132.00")),
    )
    assert (by_price.doubt, by_price.reserve) == ("price", usd("10.00"))
    assert (by_credit.doubt, by_credit.reserve) == ("credit", usd("132.00"))
    with pytest.raises(Refused, match="doubts that Globex can pay"):
        ledger.resolve(by_credit, "1.00")
    assert ledger.resolve(by_credit, "0.00")[1].released == usd("132.00")


@pytest.mark.parametrize(("reason", "expected"), [("outage", "120.00"), ("outage", "-0.01"), ("insolvency", "132.01")])
def test_no_more_is_reserved_than_is_contested(reason, expected):
    ledger = doubting()
    with pytest.raises(Refused, match="cannot be reserved of invoice NW-000001"):
        expect(ledger, ledger.invoice("120.00"), reason, usd(expected))


def test_a_dispute_may_be_withdrawn():
    ledger = Ledger()
    made = ledger.dispute(ledger.invoice("100.00"), "110.00")
    memo, end = disputing.resolve(ledger.book, made.number, usd("0.00"), ledger.today, withdrawn=True)
    assert (memo, end.outcome) == (None, "withdrawn")
