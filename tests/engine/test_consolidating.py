"""Between legal entities, and all of them together."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
from controllers import Story, day, month

from engine.ledger.consolidating import _investments, consolidate
from engine.ledger.intercompany import charge, entered, position, settle
from engine.model.company import LegalEntity
from engine.model.currency import ExchangeRate
from engine.model.journal import JournalEntry, LedgerAccount, PostingRule
from engine.model.money import Money
from engine.refusals import Refused

ACCOUNTS = """
Due from group|asset|due from group
Due to group|liability|due to group
Translation difference|equity|translation difference
Intercompany revenue|income|intercompany revenue
Intercompany expenses|expense|intercompany expense
Realized|income|realized exchange difference
"""
RULES = """
intercompany charged|charged|Due from group|Intercompany revenue
intercompany charged|borne|Intercompany expenses|Due to group
intercompany settled|paid|Due to group|Cash
intercompany settled|received|Cash|Due from group
"""
EUROPE = LegalEntity(code="NE", name="Northwind Europe", currency="EUR", prefix="NE")


@pytest.fixture
def story() -> Story:
    story = Story()
    company = story.book.company
    accounts = [row.split("|") for row in ACCOUNTS.strip().splitlines()]
    rules = [row.split("|") for row in RULES.strip().splitlines()]
    story.book.company = replace(
        company,
        other_entities=(EUROPE,),
        exchange_rates=(
            ExchangeRate(currency="EUR", into="USD", rate=Decimal("1.10")),
            ExchangeRate(currency="EUR", into="USD", rate=Decimal("1.20"), kind="closing", on=day("01-31")),
        ),
        accounts=(
            *company.accounts,
            *(LedgerAccount(code=name, name=name, type=type_, role=role) for name, type_, role in accounts),  # type: ignore[arg-type]
        ),
        postings=(
            *company.postings,
            *(PostingRule(event=e, amount=a, debit=d, credit=c) for e, a, d, c in rules),
        ),
    )
    return story


def deal(story: Story, euros: int) -> None:
    made = charge(story.book, "NE", "Northwind Inc", Money(euros, "EUR"), "support", story.today)
    for entry in entered(story.book, made):
        story.book.add(entry)
    story.book.add(made)


def test_a_charge_stands_in_both_books_and_is_paid_down(story):
    deal(story, 20_000)
    assert position(story.book, "NE", "NW", "EUR") == -position(story.book, "NW", "NE", "EUR") == 20_000
    paid = settle(story.book, "NW", "NE", Money(15_000, "EUR"), story.today)
    for entry in entered(story.book, paid):
        story.book.add(entry)
    assert [entry.number for entry in story.book.all(JournalEntry)] == [
        "JE-IC-1-NE",
        "JE-IC-1-NW",
        "JE-IS-1-NW",
        "JE-IS-1-NE",
    ]
    with pytest.raises(Refused, match=r"NW owes NE 50\.00 EUR"):
        settle(story.book, "NW", "NE", Money(5_001, "EUR"), story.today)


def test_a_group_without_others_is_nothing_but_its_translation(story):
    deal(story, 20_000)
    rows = consolidate(story.book, month("01"), "USD")
    assert {row.account: (row.combined.minor, row.consolidated.minor) for row in rows} == {
        "Due from group": (24_000, 0),
        "Due to group": (-22_000, 0),
        "Translation difference": (-2_000, 0),
        "Intercompany revenue": (-22_000, 0),
        "Intercompany expenses": (22_000, 0),
    }
    for row in rows:
        assert row.combined.minor + row.eliminated.minor == row.consolidated.minor
    assert consolidate(story.book, month("01").next, "USD")


def test_a_translation_difference_needs_an_account(story):
    deal(story, 20_000)
    company = story.book.company
    story.book.company = replace(
        company, accounts=tuple(a for a in company.accounts if a.role != "translation difference")
    )
    with pytest.raises(Refused, match="no account for translation differences"):
        consolidate(story.book, month("01"), "USD")
    with pytest.raises(Refused, match="no exchange rate"):
        consolidate(story.book, month("01"), "GBP")


def test_what_comes_after_the_period_is_not_in_it(story):
    story.today = day("02-10")
    deal(story, 20_000)
    assert consolidate(story.book, month("01"), "USD") == ()
    with pytest.raises(Refused, match="NE cannot owe itself anything"):
        charge(story.book, "NE", "Northwind Europe", Money(1, "EUR"), "support", story.today)


def test_what_one_pays_for_another_stands_on_accounts_of_their_own(story):
    made = charge(story.book, "NW", "NE", Money(120_000, "USD"), "fees", story.today, "Cash", "Bank and gateway fees")
    entries = [story.book.add(entry) for entry in entered(story.book, made)]
    told = [(entry.entity, line.account, line.amount.minor) for entry in entries for line in entry.lines]
    assert told == [
        ("NW", "Due from group", 120_000),
        ("NW", "Cash", -120_000),
        ("NE", "Bank and gateway fees", 120_000),
        ("NE", "Due to group", -120_000),
    ]
    assert position(story.book, "NW", "NE", "USD") == 120_000 == -position(story.book, "NE", "NW", "USD")
    with pytest.raises(Refused, match="'Wages', which the chart of accounts does not have"):
        charge(story.book, "NW", "NE", Money(100, "USD"), "wages", story.today, "Cash", "Wages")
    with pytest.raises(Refused, match="posts to Receivables, which is kept by documents"):
        charge(story.book, "NW", "NE", Money(100, "USD"), "a debt", story.today, "Receivables")


@pytest.mark.parametrize(
    ("invested", "equity", "eliminated", "left"),
    [((500, 300), (800,), 800, 0), ((900,), (500, 100), 600, 300), ((400,), (1_000,), 400, 0), ((-50,), (80,), 0, -50)],
)
def test_investments_and_equity_of_the_group_are_eliminated_up_to_the_lesser(story, invested, equity, eliminated, left):
    company = story.book.company
    held = {f"Investment {at}": ("asset", "investment in group", one) for at, one in enumerate(invested)}
    held |= {f"Equity {at}": ("equity", "group equity", -one) for at, one in enumerate(equity)}
    made = (LedgerAccount(code=name, name=name, type=type_, role=role) for name, (type_, role, _) in held.items())  # type: ignore[arg-type]
    story.book.company = replace(company, accounts=(*company.accounts, *made))
    found = _investments(story.book, Counter({name: minor for name, (_, _, minor) in held.items()}))
    assert sum(found[name] for name in held if name.startswith("Investment")) == -eliminated
    assert sum(found.values()) == 0
    assert sum(invested) - eliminated == left
