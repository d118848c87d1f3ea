"""The named amounts of what follows a loss, of refunds that come back, and of doubts about who pays."""

import pytest
from controllers import FIRST, company, make, settle, usd

from engine.book import Book
from engine.ledger.deriving import KINDS
from engine.ledger.drafting import Draft, Owner
from engine.ledger.providing import required
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.payments import DisputeResolution, InvoiceDispute, RefundPayment
from engine.model.reversals import RefundReturn

BANK, CARD = "bank transfer", "card"


def back(method):
    return make(
        RefundReturn,
        "RR-1",
        "04-30",
        refund="RF-1",
        refund_payment="RP-RF-1",
        amount=usd("20"),
        method=method,
        reason="",
    )


def paid(method):
    return make(RefundPayment, "RP-RF-1", "04-30", refund="RF-1", amount=usd("20"), method=method)


def reinstated(method):
    of = {"write_off": "WO-1", "invoice": FIRST, "payment": "BT-1", "settlements": settle("110")}
    return make(Reinstatement, "RI-1", "04-30", amount=usd("110"), tax=usd("10"), method=method, **of)


def doubt(kind, reserve):
    of = {"invoice": FIRST, "invoice_line": None, "reason": "insolvency"}
    return make(InvoiceDispute, "D-1", "04-30", amount=usd("330"), reserve=usd(reserve), doubt=kind, **of)


def ended(kind, released):
    of = {"dispute": "D-1", "invoice": FIRST, "outcome": "rejected", "credit_memo": None}
    return make(DisputeResolution, "DR-1", "04-30", credited=usd("0"), released=usd(released), doubt=kind, **of)


def amounts(*documents):
    draft = Draft(Book(company()), "USD")
    for document in documents:
        KINDS[type(document)].amounts(draft, document)
    return draft, [(part.name, str(part.amount)) for part in draft.parts]


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (paid(CARD), [("paid", "20.00 USD")]),
        (paid(BANK), [("paid by bank", "20.00 USD")]),
        (back(CARD), [("returned", "20.00 USD")]),
        (back(BANK), [("returned to bank", "20.00 USD")]),
        (
            make(TaxReliefClaim, "TC-1", "04-30", invoice=FIRST, amount=usd("40"), untaxed=usd("0")),
            [("claimed", "40.00 USD")],
        ),
        (reinstated("direct"), [("reinstated direct", "100.00 USD"), ("tax", "10.00 USD")]),
        (doubt("price", "300"), [("reserved", "300.00 USD")]),
        (doubt("credit", "330"), [("doubted", "330.00 USD")]),
    ],
)
def test_a_document_is_posted_by_these_amounts(document, expected):
    assert amounts(document)[1] == expected


def test_a_doubt_that_ends_leaves_nothing_expected_to_be_lost():
    draft, found = amounts(doubt("credit", "330"), ended("credit", "330"))
    assert found == [("doubted", "330.00 USD"), ("doubt ended", "330.00 USD")]
    draft.commit("2026-04", Owner("Globex", "NW"))
    assert draft.book.tallies("doubted") == {}


def test_a_doubt_about_an_invoice_that_the_ledger_does_not_know_is_in_no_allowance_yet():
    draft, _ = amounts(doubt("credit", "330"))
    draft.commit("2026-04", Owner("Globex", "NW"))
    assert required(draft.book, "NW", "USD", doubt("credit", "330").event_date) == 0
