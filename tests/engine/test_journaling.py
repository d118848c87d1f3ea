"""Manual journals: the laws, and what the stories of features/close do not reach."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book import Book, run
from engine.ledger.closing import close
from engine.ledger.general_ledger import balances
from engine.ledger.journaling import approve, journalize, prepare
from engine.model.journal import JournalEntry
from engine.model.manual import AllocationTarget, CostAllocation, ManualDraft, ManualLine
from engine.model.money import Money
from engine.refusals import Refused
from tests.engine.controllers import company, day, month, usd


def lines(*parts: tuple[str, str]) -> tuple[ManualLine, ...]:
    return tuple(ManualLine(account=account, amount=usd(amount)) for account, amount in parts)


FEES = lines(("Bank and gateway fees", "10.00"), ("Cash", "-10.00"))


def draft(name: str = "fees", **more: object) -> ManualDraft:
    return ManualDraft(**({"name": name, "preparer": "Ann", "on": day("01-31"), "lines": FEES} | more))  # type: ignore[arg-type]


def posted(book: Book, text: str) -> list[JournalEntry]:
    return [entry for entry in run((journalize,), book, day(text)) if isinstance(entry, JournalEntry)]


def test_a_day_lived_twice_posts_nothing_more() -> None:
    book = Book(company())
    prepare(book, draft(reversed_on=day("02-01"), repeated_until=day("03-31")), day("01-31"))
    approve(book, "fees", "Bob", day("01-31"))
    for text in ("01-31", "01-31", "02-01", "02-28", "02-28", "03-31", "03-31"):
        posted(book, text)
    assert [entry.number for entry in book.all(JournalEntry)] == ["JE-MJ-1", "JE-MJ-1-R", "JE-MJ-1-2", "JE-MJ-1-3"]


def test_a_journal_of_every_quarter_skips_the_months_between() -> None:
    book = Book(company())
    prepare(book, draft(repeated_until=day("12-31"), every_months=3), day("01-31"))
    approve(book, "fees", "Bob", day("01-31"))
    days = [
        entry.posting_date
        for text in ("01-31", "02-28", "04-30", "06-30", "07-31", "10-31", "12-31")
        for entry in posted(book, text)
    ]
    assert days == [day("01-31"), day("04-30"), day("07-31"), day("10-31")]
    with pytest.raises(Refused, match="repeats every 0 months; write 1 or more"):
        prepare(book, draft("never", every_months=0), day("01-31"))


def test_a_journal_for_several_customers_names_none_of_them() -> None:
    book = Book(company())
    both = (ManualLine(account="Cash", amount=usd("1.00"), customer="Globex"), *lines(("Revenue", "-1.00")))
    prepare(book, draft(lines=both), day("01-31"))
    approve(book, "fees", "Bob", day("01-31"))
    (entry,) = posted(book, "01-31")
    assert (entry.customer, [line.customer for line in entry.lines]) == ("", ["Globex", ""])


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"lines": ()}, "the manual journal 'fees' has no lines"),
        (
            {"lines": (*lines(("Cash", "1.00")), ManualLine(account="Revenue", amount=Money(-100, "EUR")))},
            "the manual journal 'fees' mixes EUR and USD; write one journal for each",
        ),
        ({"repeated_until": day("01-30")}, "the manual journal 'fees' repeats until 30 January 2026, before"),
        ({"reverses": "nothing"}, "there is no manual journal 'nothing'"),
    ],
)
def test_what_is_not_sound_is_refused(wrong: dict[str, object], sentence: str) -> None:
    book = Book(company())
    with pytest.raises(Refused, match=sentence):
        prepare(book, draft(**wrong), day("01-31"))
    assert not balances(book, day("12-31"))


@given(amount=st.integers(-(10**6), 10**6).filter(bool), shares=st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_an_allocation_balances_whatever_the_shares(amount: int, shares: list[int]) -> None:
    book = Book(company())
    targets = tuple(AllocationTarget(account="Credit loss expense", share=Decimal(share)) for share in shares)
    spread = CostAllocation(account="Bank and gateway fees", amount=Money(amount, "USD"), targets=targets)
    if not any(shares):
        with pytest.raises(Refused):
            prepare(book, draft(lines=(), allocation=spread), day("01-31"))
        return
    journal = prepare(book, draft(lines=(), allocation=spread), day("01-31"))
    assert sum(line.amount.minor for line in journal.lines) == 0
    assert len(journal.lines) == 1 + sum(1 for line in journal.lines if line.account == "Credit loss expense")


def test_only_who_did_not_prepare_it_approves_it_and_once() -> None:
    book = Book(company())
    prepare(book, draft(), day("01-31"))
    for approver, sentence in (("Ann", "Ann prepared"), ("Bob", ""), ("Bob", "approved already")):
        if not sentence:
            approve(book, "fees", approver, day("01-31"))
            continue
        with pytest.raises(Refused, match=sentence):
            approve(book, "fees", approver, day("01-31"))
    with pytest.raises(Refused, match="there is a manual journal 'fees' already"):
        prepare(book, draft(), day("01-31"))


@pytest.mark.parametrize(
    ("account", "amount", "sentence"),
    [
        ("Cash", "-9.00", "it debits 10.00 USD and credits 9.00 USD"),
        ("Petty cash", "-10.00", "'Petty cash', which the chart of accounts does not have"),
        ("Receivables", "-10.00", "Receivables, which is kept by documents"),
    ],
)
def test_what_cannot_be_posted_is_refused(account: str, amount: str, sentence: str) -> None:
    book = Book(company())
    with pytest.raises(Refused, match=sentence):
        prepare(book, draft(lines=lines(("Bank and gateway fees", "10.00"), (account, amount))), day("01-31"))


def test_what_is_taken_back_leaves_nothing() -> None:
    book = Book(company())
    for one in (draft(), draft("back", lines=(), reverses="fees")):
        prepare(book, one, day("01-31"))
        approve(book, one.name, "Bob", day("01-31"))
    assert len(posted(book, "01-31")) == 2
    assert not balances(book, day("01-31"))


def test_a_closed_month_takes_none_where_nothing_is_posted_late() -> None:
    book = Book(company(late_posting="refused"))
    prepare(book, draft(), day("01-31"))
    list(map(book.add, close(book, month("01"), day("01-31"))))
    with pytest.raises(Refused, match="the manual journal 'fees' belongs to January 2026, which is closed"):
        approve(book, "fees", "Bob", day("02-01"))
