"""What a won quote said its contract comes to, beside what it comes to."""

from __future__ import annotations

from dataclasses import replace

from engine.model.quotes import ChangePreview
from tests.reports.agreeing import agreeing
from tests.reports.books import Books
from tests.reports.documents import day, usd
from tests.reports.faults import differences


def quoted(cents_less: int) -> Books:
    """The books in which order O-2 was won with a quote, that said so much less than its contract comes to."""
    books = agreeing()
    books.orders = [replace(o, quote="Q-2") if o.number == "O-2" else o for o in books.orders]
    told = usd(books.whole["C-1"] - cents_less)
    preview = ChangePreview(
        number="PV-Q-2", event_date=day(3, 1), effective_date=day(3, 16), posting_date=day(3, 1), quote="Q-2", contract="C-1",
        customer="Globex", currency="USD", recurring=told, recurring_without=told, contract_total=told, contract_total_without=told,
    )  # fmt: skip
    books.change_previews = [preview]
    return books


def test_a_contract_that_comes_to_more_than_was_quoted_is_named() -> None:
    books = quoted(100)
    now, told = usd(books.whole["C-1"]), usd(books.whole["C-1"] - 100)
    said = f"Q-2: quote Q-2 said {told} for contract C-1, which comes to {now}"
    assert differences(books) == {"Contract value as quoted": [said]}


def test_what_was_quoted_holds_until_something_else_is_signed() -> None:
    assert differences(quoted(0)) == {}
    books = quoted(100)
    books.amendments.append(replace(books.amendments[0], number="A-9", order=""))
    assert differences(books) == {}


def test_a_preview_of_another_contract_says_nothing() -> None:
    books = quoted(100)
    books.change_previews = [replace(books.change_previews[0], contract="C-9")]
    assert differences(books) == {}
