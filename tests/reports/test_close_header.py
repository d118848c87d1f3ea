"""What the header of a close report says: of what it is, what is material, who made it, what it comes to."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from engine.model.calendar import AccountingPeriod
from engine.model.close import CloseReport
from engine.model.findings import Materiality
from engine.model.money import Money
from reports.close.header import Issue
from reports.close.report import close_report, close_reports
from reports.systems.snapshot import collect
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import MARCH


def report(books: Books, period: AccountingPeriod = MARCH) -> CloseReport:
    (only,) = close_report(books.stack(), period)
    return only


def test_two_issues_are_told_apart_by_their_policies_and_journals() -> None:
    found = dict(report(agreeing()).header)
    assert (found["Status"], found["Period"]) == ("open", "March 2026, 1 March 2026 to 31 March 2026")
    assert found["Journal hash"] == dict(report(agreeing()).header)["Journal hash"]


@pytest.mark.parametrize(
    ("stated", "told"),
    [
        (None, "not stated"),
        (Materiality(amount=Money(50_000, "USD")), "500.00 USD"),
        (Materiality(percent=Decimal("0.5"), of="profit"), "0.5% of the year's profit"),
    ],
)
def test_a_header_says_what_is_material_who_prepared_and_what_it_comes_to(stated, told) -> None:
    issue = Issue(entities=(("NW", "Northwind"),), materiality=stated)
    found = dict(close_reports(collect(agreeing().stack(), MARCH.end), issue)[0].header)
    assert (found["Materiality"], found["Prepared by"]) == (told, "not recorded, see section 19")
    assert found["Conclusion"] == "all reconciliations agree"
    books = agreeing()
    books.journal.pop()
    told_off = dict(report(books).header)["Conclusion"]
    assert " reconciliations differ, by " in told_off


def test_a_report_of_documents_in_a_foreign_currency_says_in_which_the_books_are() -> None:
    books = agreeing()
    assert dict(report(books).header)["Currency"] == "USD, every amount unless it names another"
    books.journal = [
        replace(
            entry,
            currency="EUR",
            lines=tuple(replace(one, amount=Money(one.amount.minor, "EUR"), base=one.amount) for one in entry.lines),
        )
        for entry in books.journal
    ]
    found = {one.currency: dict(one.header)["Currency"] for one in close_report(books.stack(), MARCH)}
    assert found["EUR"] == "EUR, of documents; the books are kept in USD"
    assert found["USD"] == "USD, every amount unless it names another"
