"""One fact is broken at a time; exactly the reconciliations it concerns must show it, with the document and the reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from engine.model.money import COUNT
from reports.tie_outs.tie_out import tie_out
from tests.reports.agreeing import agreeing, open_item
from tests.reports.books import Books
from tests.reports.documents import MARCH, day
from tests.reports.faults import (
    RECEIVED,
    UPSELL,
    delivery,
    differences,
    everywhere,
    moved,
    rejection,
)


def posted_twice(books: Books) -> None:
    books.journal.append(replace(books.entry(UPSELL), number="JE-again"))


def sign_turned(books: Books) -> None:
    books.change_lines(UPSELL, lambda line: replace(line, amount=-line.amount))


def never_posted(books: Books) -> None:
    books.drop(UPSELL)


def posted_in_april(books: Books) -> None:
    books.change(UPSELL, posting_date=day(4, 1))


def posted_before_its_time(books: Books) -> None:
    books.invoices = [
        replace(found, posting_date=day(4, 1)) if found.number == UPSELL else found for found in books.invoices
    ]
    books.open_items.pop(0)
    books.due["C-1"] = 200000


def refused_by_the_ledger(books: Books) -> None:
    books.drop(UPSELL)
    books.erp_exceptions.append(rejection("invoice posted", UPSELL, "erp", "no account is determined"))


def delayed_on_the_way(books: Books) -> None:
    books.drop(UPSELL)
    books.deliveries.append(delivery("invoice posted", UPSELL, "nobody", "delayed"))


@pytest.mark.parametrize(
    ("fault", "sentence"),
    [
        (never_posted, "not posted"),
        (posted_twice, "posted twice"),
        (sign_turned, "posted with the sign turned"),
        (posted_in_april, "posted in April 2026"),
        (posted_before_its_time, "posted in March 2026"),
        (refused_by_the_ledger, "not posted: refused, no account is determined"),
        (delayed_on_the_way, "not posted: delayed on 16 March 2026"),
    ],
)
def test_an_invoice_amiss_in_the_ledger_is_named_with_the_reason(fault: Callable[[Books], None], sentence: str) -> None:
    books = agreeing()
    fault(books)
    assert differences(books) == everywhere(sentence)


def test_agreeing_books_show_no_difference_and_no_items() -> None:
    found = tie_out(agreeing().stack(), MARCH.end)
    assert [(one.title, one.items) for one in found if one.difference or one.items] == []
    assert len(found) == 26
    assert {one.left_amount.currency for one in found} == {"USD", COUNT}


def test_the_amounts_of_a_difference_stand_on_both_sides() -> None:
    books = agreeing()
    never_posted(books)
    found = {one.title: one for one in tie_out(books.stack(), MARCH.end)}["Receivables of Globex"]
    assert (found.left, str(found.left_amount)) == ("billing", "113.55 USD")
    assert (found.right, str(found.right_amount)) == ("ledger", "0.00 USD")
    assert [str(item.amount) for item in found.items] == ["113.55 USD"]


def test_an_event_that_was_repeated_and_ignored_is_no_difference() -> None:
    books = agreeing()
    books.deliveries.append(delivery("invoice posted", UPSELL, "erp", "repeated"))
    assert differences(books) == {}


def test_a_reason_that_was_repaired_since_is_not_told() -> None:
    books = agreeing()
    refused_by_the_ledger(books)
    books.deliveries.append(delivery("invoice posted", UPSELL, "erp", "refused"))
    books.deliveries.append(delivery("invoice posted", UPSELL, "erp", "delivered"))
    assert differences(books) == everywhere("not posted")


def test_an_invoice_posted_to_another_customer_is_missed_there_and_found_here() -> None:
    books = agreeing()
    books.change_lines(UPSELL, lambda line: replace(line, customer="Initech"))
    assert differences(books) == {
        "Receivables of Globex": ["NW-000004: upsell invoice posted to Initech"],
        "Receivables of Initech": ["NW-000004: upsell invoice of Globex posted to Initech"],
        "Contract liability of Globex": ["NW-000004: upsell invoice posted to Initech"],
        "Contract liability of Initech": ["NW-000004: upsell invoice of Globex posted to Initech"],
        "Documents": ["NW-000004: upsell invoice posted to Initech"],
    }


def test_tax_off_by_a_cent_is_seen_on_tax_and_receivables() -> None:
    books = agreeing()
    moved(books, UPSELL, Receivables=-1, Sales_tax_payable=1)
    assert differences(books) == {
        "Receivables of Globex": [f"{UPSELL}: upsell invoice posted with 113.54 USD instead of 113.55 USD"],
        "Sales tax payable": [f"{UPSELL}: upsell invoice posted with 10.31 USD instead of 10.32 USD"],
        "Documents": [f"{UPSELL}: upsell invoice posted with 113.54 USD instead of 113.55 USD"],
    }


def test_tax_under_another_code_is_seen_though_the_total_agrees() -> None:
    books = agreeing()
    books.change_lines(UPSELL, lambda line: replace(line, tax_code="reduced") if line.tax_code else line)
    assert differences(books) == {
        "Sales tax at reduced": [f"{UPSELL}: upsell invoice posted with 10.32 USD instead of 0.00 USD"],
        "Sales tax at standard": [f"{UPSELL}: upsell invoice posted with another tax code"],
    }


def test_a_payment_that_billing_never_heard_of_is_not_applied() -> None:
    books = agreeing()
    books.applications = [found for found in books.applications if found.payment != RECEIVED]
    books.billing_payments = [found for found in books.billing_payments if found.number != RECEIVED]
    books.drop(f"AP-{RECEIVED}")
    books.open_items.append(open_item("NW-000003", "Globex", day(3, 1), 110000, 110000, 0))
    told = [f"{RECEIVED}: payment {RECEIVED} not applied in billing"]
    assert differences(books) == {"Gateway clearing": told, "Payments received": told, "Documents": told}


def test_a_payment_applied_but_not_posted_is_missing_on_both_accounts() -> None:
    books = agreeing()
    books.drop(f"AP-{RECEIVED}")
    applied, received = (f"{number}: payment {RECEIVED} not posted" for number in (f"AP-{RECEIVED}", RECEIVED))
    assert differences(books) == {
        "Receivables of Globex": [applied],
        "Gateway clearing": [received],
        "Documents": [applied, received],
    }


def test_a_payment_that_billing_made_up_is_unknown_to_the_gateway() -> None:
    books = agreeing()
    books.payments = [found for found in books.payments if found.number != RECEIVED]
    assert differences(books) == {
        "Gateway clearing": [
            f"{RECEIVED}: payment AP-{RECEIVED} posted without a document in payments",
        ],
        "Payments received": [f"{RECEIVED}: payment {RECEIVED} not known to the gateway"],
        "Documents": [f"{RECEIVED}: payment AP-{RECEIVED} posted without a document in payments"],
    }


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "D-1",
            {
                "Refund liability of Initech": "D-1: dispute D-1",
                "Revenue": "D-1: dispute D-1",
                "Documents": "D-1: dispute D-1",
            },
        ),
        (
            "DR-2",
            {
                "Refund liability of Initech": "D-2: dispute resolution DR-2",
                "Revenue": "D-2: dispute resolution DR-2",
                "Documents": "D-2: dispute resolution DR-2",
            },
        ),
        (
            "RP-RF-1",
            {
                "Refund payable of Initech": "RP-RF-1: refund payment RP-RF-1",
                "Gateway clearing": "RP-RF-1: refund payment RP-RF-1",
                "Documents": "RP-RF-1: refund payment RP-RF-1",
            },
        ),
        (
            "RF-1",
            {
                "Unapplied cash of Initech": "RF-1: refund RF-1",
                "Refund payable of Initech": "RF-1: refund RF-1",
                "Documents": "RF-1: refund RF-1",
            },
        ),
        (
            "PO-1",
            {"Gateway clearing": "PO-1: payout PO-1", "Cash": "PO-1: payout PO-1", "Documents": "PO-1: payout PO-1"},
        ),
        (
            "CU-1",
            {
                "Receivables of Initech": "CU-1: customer credit CU-1",
                "Customer credits of Initech": "CU-1: customer credit CU-1",
                "Documents": "CU-1: customer credit CU-1",
            },
        ),
        (
            "WO-NW-000005",
            {
                "Receivables of Initech": "WO-NW-000005: write-off WO-NW-000005",
                "Sales tax payable": "WO-NW-000005: write-off WO-NW-000005",
                "Documents": "WO-NW-000005: write-off WO-NW-000005",
            },
        ),
    ],
)
def test_any_other_document_that_was_not_posted_is_named(source: str, expected: dict[str, str]) -> None:
    books = agreeing()
    books.drop(source)
    assert differences(books) == {title: [f"{told} not posted"] for title, told in expected.items()}


def test_a_recovery_that_was_not_posted_is_missing_from_cash_and_tax() -> None:
    books = agreeing()
    books.drop("RC-BT-2")
    assert differences(books) == {
        "Cash": ["BT-2: payment BT-2 not posted"],
        "Sales tax payable": ["RC-BT-2: recovery RC-BT-2 not posted"],
        "Documents": ["BT-2: payment BT-2 not posted", "RC-BT-2: recovery RC-BT-2 not posted"],
    }


def test_an_entry_without_a_document_is_named() -> None:
    books = agreeing()
    books.journal.append(replace(books.entry(UPSELL), source="NW-000099", number="JE-ghost"))
    told = ["NW-000099: upsell invoice NW-000099 posted without a document in billing"]
    titles = "Receivables of Globex", "Sales tax payable", "Contract liability of Globex", "Documents"
    assert differences(books) == dict.fromkeys(titles, told)


def test_a_refund_that_billing_does_not_know_was_paid_is_named() -> None:
    books = agreeing()
    books.refund_payments.clear()
    told = "RP-RF-1: refund payment RP-RF-1"
    assert differences(books) == {
        "Refund payable of Initech": [f"{told} posted without a document in billing"],
        "Refunds paid": [f"{told} not known to billing"],
        "Documents": [f"{told} posted without a document in billing"],
    }
