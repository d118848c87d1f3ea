"""What is given back though the contract stays as it is: over the days its service was or is to be given."""

from dataclasses import replace
from decimal import Decimal

import pytest
from controllers import Story

from engine.billing.granting import give_back
from engine.model.company import ApprovalLimit
from engine.model.invoices import CreditMemo, Invoice
from engine.model.losses import UNSIGNED, Signatures
from engine.model.money import Money
from engine.model.orders import Cancel
from engine.refusals import Refused

BOTH = pytest.mark.parametrize("schedule", ["contract term", "service period of each line"])
MONTHLY = {"spread": "by month", "proration": "months"}


@BOTH
def test_goodwill_reduces_the_price_and_what_was_served_at_once(schedule):
    """120 back on 30 June of a year: 60 falls on the half year served."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("06-30").concedes("NW-000001", "120")
    assert story.entry("JE-NW-CM-000001") == {
        "Contract liability": "60.00",
        "Revenue": "60.00",
        "Sales tax payable": "12.00",
        "Receivables": "-132.00",
    }
    assert story.reasons()[-1] == "credited by NW-CM-000001, goodwill"
    story.until("12-31")
    assert story.revenue()["07"] == "90.00"
    assert story.balances()["Revenue"] == "-1,080.00"


@BOTH
def test_goodwill_after_a_cancellation_falls_on_the_days_the_contract_kept(schedule):
    """Cancelled after four months; 100 back afterwards is all earned, and nothing follows to the old end."""
    story = Story(schedule=schedule, **MONTHLY)
    story.signs()
    story.until("05-01").changes(Cancel(), effective="05-01")
    memo = story.until("05-20").concedes("NW-000001", "100")
    assert [str(line.service) for line in memo.lines] == ["1 January 2026 to 30 April 2026"]
    assert story.entry(f"JE-{memo.number}") == {
        "Revenue": "100.00",
        "Sales tax payable": "10.00",
        "Receivables": "-110.00",
    }
    story.until("12-31")
    assert story.balances() == {"Receivables": "330.00", "Sales tax payable": "-30.00", "Revenue": "-300.00"}


def given_back(reason, amount, signed):
    """Goodwill up to 50.00 without tax is for the team lead; nobody may approve more."""
    story = Story()
    story.signs()
    book = story.billing
    limit = ApprovalLimit(act="credit", role="Team lead", up_to=Decimal(50))
    book.company = replace(book.company, limits=(limit,))
    invoice = book.get(Invoice, "NW-000001")
    try:
        return give_back(book, invoice, None, Money.parse(amount, "USD"), reason, invoice.posting_date, signed)
    finally:
        assert book.count(CreditMemo) == 0


@pytest.mark.parametrize(
    ("amount", "preparer", "approver", "sentence"),
    [
        ("50.00", "", "", "a credit of 50.00 USD needs the approval of Team lead; nobody approved it"),
        ("50.01", "Clerk", "Team lead", "needs the approval of nobody; Team lead may not approve it"),
        ("50.00", "Team lead", "Team lead", "another role has to approve"),
        ("99,999.00", "Clerk", "Team lead", "without tax is left of what was billed"),
    ],
)
def test_goodwill_needs_the_approval_of_its_amount_without_tax(amount, preparer, approver, sentence):
    with pytest.raises(Refused, match=sentence):
        given_back("goodwill", amount, Signatures(prepared_by=preparer, approved_by=approver))


def test_who_prepared_and_who_approved_stands_on_the_memo_and_what_is_owed_anyway_needs_neither():
    memo = given_back("goodwill", "50.00", Signatures(prepared_by="Clerk", approved_by="Team lead"))
    assert (memo.net, memo.prepared_by, memo.approved_by) == (Money.parse("50.00", "USD"), "Clerk", "Team lead")
    owed = given_back("unserved", "50.01", UNSIGNED)
    assert (owed.reason, owed.prepared_by, owed.approved_by) == ("unserved", "", "")
