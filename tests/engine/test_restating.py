"""What is found out about a period after its end: the laws, and what the stories of features/close do not reach."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book import Book, run
from engine.ledger.closing import close
from engine.ledger.general_ledger import balances
from engine.ledger.journaling import approve, journalize
from engine.ledger.restating import authorize, report
from engine.model.findings import Finding, FindingDraft, Materiality
from engine.model.journal import LedgerAccount
from engine.model.manual import ManualLine
from engine.model.money import Money
from engine.refusals import Refused
from tests.engine.controllers import company, day, month, usd

RETAINED = LedgerAccount(code="99", name="Retained earnings", type="equity", role="retained earnings")
LAST_YEAR = replace(month("12"), year=2025)


def books(retained: bool = True, material: str | None = "500", **policies: str) -> Book:
    """December 2025 is closed, and nothing after it."""
    made = company(**policies)
    book = Book(
        replace(
            made,
            accounts=(*made.accounts, RETAINED) if retained else made.accounts,
            materiality=Materiality(amount=usd(material)) if material else None,
        )
    )
    for closed in close(book, LAST_YEAR, day("01-10")):
        book.add(closed)
    return book


def lines(*parts: tuple[str, str]) -> tuple[ManualLine, ...]:
    return tuple(ManualLine(account=account, amount=usd(amount)) for account, amount in parts)


def draft(amount: str = "900", **more: object) -> FindingDraft:
    owed = lines(("Interest expense", amount), ("Payables", f"-{amount}"))
    known = {
        "name": "interest",
        "preparer": "Ann",
        "kind": "error",
        "period": LAST_YEAR,
        "on": day("03-15"),
        "lines": owed,
    }
    return FindingDraft(**(known | more))  # type: ignore[arg-type]


def told(book: Book, one: FindingDraft) -> Finding:
    return book.add(report(book, one, one.on))


def standing(book: Book) -> dict[str, str]:
    """What stands when everything reported is approved and posted."""
    for one in book.all(Finding):
        approve(book, one.name, "Bob", day("03-16"))
    list(run((journalize,), book, day("03-16")))
    return {balance.account: str(balance.amount.minor) for balance in balances(book, day("03-31"))}


@given(st.integers(1, 2_000), st.sampled_from(["restated through retained earnings", "in the current period"]))
def test_the_balance_sheet_is_put_right_whatever_becomes_of_income(minor: int, answer: str) -> None:
    book = books(prior_year_errors=answer)
    amount = f"{Decimal(minor):.2f}"
    found = told(book, draft(amount))
    restated = minor >= 500 and answer.startswith("restated")
    assert (found.treatment == "restated") == restated
    assert standing(book) == {
        "Payables": str(-100 * minor),
        "Retained earnings" if restated else "Interest expense": str(100 * minor),
    }


def test_a_name_is_used_once() -> None:
    book = books()
    told(book, draft())
    with pytest.raises(Refused, match="there is a finding 'interest' already"):
        report(book, draft(), day("03-15"))


def test_nothing_is_restated_in_a_chart_without_retained_earnings() -> None:
    with pytest.raises(Refused, match="no retained earnings to restate"):
        report(books(retained=False), draft(), day("03-15"))
    assert report(books(retained=False), draft("1"), day("03-15")).treatment == "current period"


def test_what_leaves_retained_earnings_as_they_were_is_only_disclosed() -> None:
    moved = lines(("Interest expense", "900"), ("Provisions expense", "-300"), ("Retained earnings", "-600"))
    found = report(books(), draft(lines=moved), day("03-15"))
    assert (found.treatment, found.journal, found.measured) == ("disclosed", "", usd("600"))


def test_errors_of_other_years_and_currencies_count_by_themselves() -> None:
    book = books()
    told(book, draft("300"))
    earlier = replace(LAST_YEAR, year=2024)
    assert report(book, draft("300", name="before", period=earlier), day("03-15")).measured == usd("300")
    assert report(book, draft("300", name="again"), day("03-15")).measured == usd("600")


def test_a_share_of_a_year_without_any_revenue_makes_everything_material() -> None:
    book = books()
    book.company = replace(book.company, materiality=Materiality(percent=Decimal(1)))
    assert report(book, draft("0.01"), day("03-15")).materiality == Money(0, "USD")


def test_accounts_are_authorized_by_entity_and_once() -> None:
    book = books()
    book.add(authorize(book, LAST_YEAR, "CFO", day("02-20"), "Northwind Inc"))
    with pytest.raises(Refused, match="authorized on 20 February 2026"):
        authorize(book, LAST_YEAR, "CFO", day("03-01"))
    late = draft(name="claim", kind="adjusting event", on=day("02-25"), entity="NW")
    assert report(book, late, day("02-25")).treatment == "current period"
