"""What is counted: orders, numbers, documents, accounts."""

from __future__ import annotations

from dataclasses import replace

from reports.tie_outs.tie_out import tie_out
from tests.reports.agreeing import agreeing
from tests.reports.documents import MARCH, credit_memo, day
from tests.reports.faults import (
    UPSELL,
    differences,
    moved,
    rejection,
)


def test_differences_that_cancel_out_are_seen_by_counting_documents() -> None:
    books = agreeing()
    moved(books, "NW-000001", Receivables=100, Contract_liability=-100)
    moved(books, "NW-000003", Receivables=-100, Contract_liability=100)
    assert differences(books) == {
        "Documents": [
            "NW-000001: January invoice posted with 1,101.00 USD instead of 1,100.00 USD",
            "NW-000003: March invoice posted with 1,099.00 USD instead of 1,100.00 USD",
        ]
    }


def test_a_gap_in_invoice_numbers_is_named() -> None:
    books = agreeing()
    books.invoices = [replace(i, number="NW-000006") if i.number == "NW-000005" else i for i in books.invoices]
    books.change("NW-000005", source="NW-000006")
    assert differences(books) == {"Invoice numbers": ["NW-000005: NW-000005 is missing"]}


def test_a_credit_memo_number_used_twice_is_named_even_beside_a_gap() -> None:
    books = agreeing()
    empty = replace(credit_memo("NW-CM-000003", day(3, 20), 0, 0), lines=())
    books.credit_memos += [empty, empty]
    assert differences(books) == {
        "Credit memo numbers": ["NW-CM-000002: NW-CM-000002 is missing", "NW-CM-000003: NW-CM-000003 is used twice"]
    }


def test_an_order_that_billing_refused_is_named_with_its_sentence() -> None:
    books = agreeing()
    books.amendments.clear()
    assert differences(books) == {"Orders": ["O-2: order O-2 has no amendment in billing"]}
    books.billing_exceptions.append(rejection("order closed-won", "O-2", "billing", "the contract has ended"))
    assert differences(books) == {
        "Orders": ["O-2: order O-2 has no amendment in billing: refused, the contract has ended"]
    }


def test_a_contract_without_an_order_is_named() -> None:
    books = agreeing()
    books.orders.pop()
    assert differences(books) == {"Orders": ["O-3: order O-3 is not closed-won in the CRM"]}


def test_a_payment_request_that_never_arrived_is_named() -> None:
    books = agreeing()
    books.gateway_requests.pop()
    assert differences(books) == {
        "Payment requests": ["PR-NW-000003-1: payment request PR-NW-000003-1 never reached the gateway"]
    }


def test_an_account_outside_the_chart_is_named() -> None:
    books = agreeing()
    books.change_lines(UPSELL, lambda line: replace(line, account=line.account.replace("Receivables", "Debtors")))
    told = f"{UPSELL}: upsell invoice posted to other accounts"
    assert differences(books) == {
        "Receivables of Globex": [told],
        "Documents": [told],
        "Chart of accounts": [
            f"JE-invoice posted:{UPSELL}: upsell invoice posted to Debtors, which is not in the chart"
        ],
    }


def test_an_entry_that_does_not_balance_is_named() -> None:
    books = agreeing()
    entry = books.entry(UPSELL)
    object.__setattr__(entry, "lines", entry.lines[:2])
    assert differences(books)["Debits and credits"] == [f"JE-invoice posted:{UPSELL}: upsell invoice does not balance"]


def test_a_balance_that_its_entries_do_not_add_up_to_is_named() -> None:
    books = agreeing()
    books.misstated["Receivables", "Globex"] = 1
    assert differences(books) == {
        "Receivables of Globex": [": unexplained"],
        "Account balances": ["Receivables: Receivables of Globex: balance 113.56 USD, entries 113.55 USD"],
    }


def test_open_items_that_their_documents_do_not_add_up_to_stay_unexplained() -> None:
    books = agreeing()
    books.open_items.pop(0)
    assert differences(books) == {"Receivables of Globex": [": unexplained"]}


def test_every_view_is_asked_once_and_only_what_is_due_by_contract() -> None:
    books = agreeing()
    tie_out(books.stack(), MARCH.end)
    asked = {name: books.asked.count(name) for name in books.asked}
    # Two systems each have payments, refunds and exceptions; due is asked for today and for the whole term, and open items
    # for today and for the end of the month before.
    assert {name: count for name, count in asked.items() if count > 1} == {
        "due": 2 * len(books.contracts),
        "payments": 2,
        "refunds": 2,
        "refund_returns": 2,
        "exceptions": 2,
        "open_items": 2,
    }
