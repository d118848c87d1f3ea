"""What each document debits and credits: the handbook's own journals."""

from dataclasses import replace

import pytest
from controllers import FIRST, Story, application, company, day, line, make, month, settle, usd, written_off

from engine.book import Book
from engine.ledger.closing import close
from engine.model.company import Customer, Onboarding
from engine.model.invoices import CreditUse, Invoice
from engine.model.journal import JournalEntry, PostingRule
from engine.model.orders import Cancel
from engine.model.payments import (
    Payout,
    Recovery,
    Refund,
    RefundPayment,
)
from engine.receiving import receive
from engine.refusals import Refused

MONTHLY = {"spread": "by month", "proration": "months"}


@pytest.fixture
def story() -> Story:
    """A year for 1,200 and 120 tax, billed on 1 January, unpaid; it is 30 April."""
    story = Story(**MONTHLY)
    story.signs()
    return story.until("04-30")


def test_an_invoice_is_called_by_its_cause_and_says_where_it_comes_from(story):
    entry = story.book.get(JournalEntry, "JE-NW-000001")
    assert (entry.label, entry.source_kind, entry.source, entry.event) == (
        "regular",
        "invoice",
        FIRST,
        "invoice posted:NW-000001",
    )
    assert [
        (x.account, str(x.amount), x.contract, x.obligation, x.product, x.invoice, x.tax_code) for x in entry.lines
    ] == [
        ("Receivables", "1,320.00 USD", "C-1", None, None, FIRST, None),
        ("Contract liability", "-1,200.00 USD", "C-1", None, None, FIRST, None),
        ("Sales tax payable", "-120.00 USD", "C-1", None, None, FIRST, "standard"),
    ]


def test_a_card_payment_stands_with_the_gateway_until_it_is_paid_out(story):
    story.send(application("AP-1", "1320", "1320"))
    assert story.entry("JE-AP-1") == {"Gateway clearing": "1,320.00", "Receivables": "-1,320.00"}
    payout = make(Payout, "PO-1", "04-30", payments=("PAY-1",), gross=usd("1320"), fee=usd("15"), net=usd("1305"))
    assert story.send(payout).label == "payout"
    assert story.entry("JE-PO-1") == {
        "Cash": "1,305.00",
        "Gateway clearing": "-1,320.00",
        "Bank and gateway fees": "15.00",
    }
    assert story.balances()["Cash"] == "1,305.00"


def test_cash_that_settles_nothing_waits_until_it_is_applied_or_refunded(story):
    story.send(application("AP-1", "1400", "1320", "80", method="bank transfer"))
    assert story.entry("JE-AP-1") == {
        "Cash": "1,400.00",
        "Receivables": "-1,320.00",
        "Unapplied cash": "-80.00",
    }
    story.send(application("AP-1-2", "30", "30", from_unapplied=True))
    assert story.entry("JE-AP-1-2") == {"Unapplied cash": "30.00", "Receivables": "-30.00"}
    story.send(make(Refund, "RF-1", "04-30", amount=usd("50"), source="unapplied cash", reason="overpaid"))
    story.send(make(RefundPayment, "RP-RF-1", "04-30", refund="RF-1", amount=usd("50")))
    assert story.entry("JE-RF-1") == {"Unapplied cash": "50.00", "Refund payable": "-50.00"}
    assert story.entry("JE-RP-RF-1") == {"Refund payable": "50.00", "Gateway clearing": "-50.00"}
    assert "Unapplied cash" not in story.balances()


def test_a_card_overpayment_is_unapplied_with_the_gateway(story):
    story.send(application("AP-1", "20", None, "20"))
    assert story.entry("JE-AP-1") == {"Gateway clearing": "20.00", "Unapplied cash": "-20.00"}


def test_cancelled_and_refunded_leaves_what_was_served(story):
    """Handbook 4.10: paid 1,320, cancelled at the end of April, 880 refunded."""
    pay = application("AP-1", "1320", "1320")
    story.send(pay)
    story.billing.add(pay)
    story.until("05-01").changes(Cancel(unused="refunded"), effective="05-01")
    memo = story.entry("JE-NW-CM-000001")
    assert memo == {"Contract liability": "800.00", "Sales tax payable": "80.00", "Customer credits": "-880.00"}
    story.send(make(Refund, "RF-1", "05-01", amount=usd("880"), source="customer credit", reason="cancellation"))
    story.send(make(RefundPayment, "RP-RF-1", "05-01", refund="RF-1", amount=usd("880")))
    story.until("05-31")
    assert story.balances() == {"Gateway clearing": "440.00", "Sales tax payable": "-40.00", "Revenue": "-400.00"}


def test_credit_on_the_account_pays_an_invoice(story):
    story.send(make(CreditUse, "CU-1", "04-30", currency="USD", settlements=settle("30")))
    assert story.entry("JE-CU-1") == {"Customer credits": "30.00", "Receivables": "-30.00"}


def recovery(tax: str, method: str = "card") -> Recovery:
    return make(
        Recovery,
        "RC-1",
        "06-10",
        write_off=f"WO-{FIRST}",
        invoice=FIRST,
        payment="PAY-1",
        amount=usd("110"),
        tax=usd(tax),
        method=method,
    )


@pytest.mark.parametrize("method", ["allowance", "direct"])
@pytest.mark.parametrize(
    ("relief", "tax", "before", "after"),
    [
        ("0", "0", {"Sales tax payable": "-40.00", "Credit loss expense": "440.00"}, ("-40.00", "330.00")),
        ("40", "10", {"Credit loss expense": "400.00"}, ("-10.00", "300.00")),
    ],
)
def test_a_write_off_and_its_recovery_leave_the_balances_of_the_handbook(story, method, relief, tax, before, after):
    """Handbook 4.4 and 4.20: unserved part credited, 440 given up, 110 comes after all."""
    story.until("05-01").changes(Cancel(), effective="05-01")
    story.send(written_off(relief, method))
    story.until("05-31")
    assert story.balances() == {"Revenue": "-400.00"} | before
    story.until("06-10").send(recovery(tax))
    story.until("06-30")
    assert story.balances() == {
        "Gateway clearing": "110.00",
        "Sales tax payable": after[0],
        "Revenue": "-400.00",
        "Credit loss expense": after[1],
    }


def test_a_recovery_by_bank_transfer_is_cash(story):
    story.send(recovery("10", "bank transfer"))
    assert story.entry("JE-RC-1") == {
        "Cash": "110.00",
        "Credit loss expense": "-100.00",
        "Sales tax payable": "-10.00",
    }


def test_the_same_document_again_answers_with_its_first_entry_and_writes_nothing(story):
    invoice = story.book.get(Invoice, FIRST)
    before = len(story.entries()), story.balances(), story.book.tallied("billed ahead", "USD", "C-1")
    assert story.send(invoice) == story.book.get(JournalEntry, "JE-NW-000001")
    assert (len(story.entries()), story.balances(), story.book.tallied("billed ahead", "USD", "C-1")) == before


def test_a_promise_or_a_new_customer_is_no_posting(story):
    record = Customer(name="Acme", number="2", email="", address="", tax_number="")
    assert story.send(make_onboarding(record)) is None


def make_onboarding(record: Customer) -> Onboarding:
    on = day("04-30")
    return Onboarding(
        number="ON-Acme", event_date=on, effective_date=on, posting_date=on, customer="Acme", record=record
    )


def test_what_comes_too_late_for_its_month_goes_into_the_first_open_one(story):
    late = replace(story.book.get(Invoice, FIRST), number="NW-000009", posting_date=day("02-10"))
    list(map(story.book.add, close(story.book, month("03"), story.today)))
    entry = story.send(late)
    assert (entry.posting_date, str(entry.origin_period), entry.event_date) == (
        day("04-01"),
        "February 2026",
        late.event_date,
    )
    on_time = story.send(replace(late, number="NW-000010", posting_date=day("04-10")))
    assert (on_time.posting_date, on_time.origin_period) == (day("04-10"), None)


def test_an_amount_without_a_rule_is_refused_and_nothing_is_written(story):
    invoice = replace(story.book.get(Invoice, FIRST), number="NW-000009")
    rules = tuple(rule for rule in story.company.postings if rule.amount != "tax")
    story.book.company = replace(story.company, postings=rules)
    before = story.balances(), story.book.tallied("billed ahead", "USD", "C-1")
    with pytest.raises(Refused) as refused:
        story.send(invoice)
    assert refused.value.sentence == (
        'no account is determined for "tax" of "invoice posted": NW-000009 cannot be posted (120.00 USD); '
        "add a posting rule to the company"
    )
    assert (story.balances(), story.book.tallied("billed ahead", "USD", "C-1")) == before
    assert not story.book.has(Invoice, "NW-000009")


def test_a_rule_that_names_an_unknown_account_is_refused():
    rule = PostingRule(event="invoice posted", amount="tax", debit="Receivables", credit="Taxes")
    made = company()
    book = Book(replace(made, postings=(rule, *made.postings)))
    story = Story()
    story.signs()
    with pytest.raises(Refused, match=r'"tax" of "invoice posted" names the account \'Taxes\', which the chart'):
        receive(book, story.billing.get(Invoice, FIRST), story.today)


def test_a_rule_that_posts_to_and_from_the_same_account_posts_nothing():
    made = company()
    rules = tuple(replace(rule, credit=rule.debit) for rule in made.postings)
    book = Book(replace(made, postings=rules))
    story = Story()
    story.signs(line(tax_code="none"))
    assert receive(book, story.billing.get(Invoice, FIRST), story.today) is None
