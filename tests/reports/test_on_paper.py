"""A paper that says something else than was issued is found, whatever it is that it says."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from engine.model.money import Money
from engine.receivables.presenting import printed
from reports.tie_outs.on_paper import papers_agree
from tests.engine.debtors import Ledger as Debtors


def seen(papers, invoices, memos):
    billing = SimpleNamespace(printed=papers, invoices=invoices, credit_memos=memos)
    return SimpleNamespace(as_of=date(2026, 3, 31), billing=billing)


def tied(change=lambda papers: papers):
    debtors = Debtors()
    invoice = debtors.invoice("100.00")
    later = debtors.invoice("7.00", issued=date(2026, 4, 1))
    memo = debtors.credit(invoice, "10.00")
    papers = change(list(printed(debtors.book)))
    ledger = SimpleNamespace(snapshot=seen(papers, [invoice, later], [memo]))
    return list(papers_agree(ledger))  # type: ignore[arg-type]  # all that is asked of a ledger


def first(**changes):
    return lambda papers: [replace(papers[0], **changes), *papers[1:]]


def test_what_was_issued_by_then_reads_as_it_is():
    (one,) = tied()
    assert (one.left_amount.minor, one.right_amount.minor, one.items) == (2, 2, ())


def test_without_any_paper_there_is_nothing_to_compare():
    assert tied(lambda papers: []) == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda papers: papers[1:], "the customer was shown no NW-000001"),
        (first(net=Money(1, "USD")), "net of NW-000001: 100.00 USD issued, 0.01 USD on the paper"),
        (first(lines=()), "lines of NW-000001: 110.00 USD issued, 0.00 USD on the paper"),
        (first(taxes=()), "tax summary of NW-000001: 10.00 USD issued, 0.00 USD on the paper"),
        (first(customer="Acme"), "customer of NW-000001: Globex issued, Acme on the paper"),
        (first(pay_by=date(2026, 5, 1)), "day to pay of NW-000001: 2026-03-31 issued, 2026-05-01 on the paper"),
    ],
)
def test_every_difference_is_told(change, told):
    (one,) = tied(change)
    assert (one.difference.minor, [item.explanation for item in one.items]) == (1, [told])
