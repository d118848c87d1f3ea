"""The ledger as people ask for it."""

from dataclasses import replace

import pytest
from controllers import Story, application, day, month

from engine.ledger.general_ledger import balances, trial_balance
from engine.model.journal import LedgerAccount


@pytest.fixture
def story() -> Story:
    """100.00 a month and 10 tax, billed monthly; January is paid on 20 February. It is 10 March."""
    story = Story(spread="by month")
    story.signs(every=1)
    paid = application("AP-1", "110", "110")
    object.__setattr__(paid, "posting_date", day("02-20"))
    story.until("02-20").send(paid)
    return story.until("03-10")


def test_the_journal_is_in_order_of_days_within_its_bounds(story):
    found = [(str(entry.posting_date), entry.label) for entry in story.entries("01-31", "02-28")]
    assert found == [
        ("2026-01-31", "revenue"),
        ("2026-02-01", "regular"),
        ("2026-02-20", "payment"),
        ("2026-02-28", "revenue"),
    ]


def test_balances_on_a_past_day_leave_out_what_came_later(story):
    assert story.balances("02-19") == {
        "Receivables": "220.00",
        "Contract liability": "-100.00",
        "Sales tax payable": "-20.00",
        "Revenue": "-100.00",
    }
    assert story.balances("02-20")["Gateway clearing"] == "110.00"
    assert story.balances("2025-12-31") == {}


def test_balances_are_by_customer_in_the_order_of_the_chart(story):
    found = [(b.account, b.customer, b.entity, b.currency, str(b.amount)) for b in balances(story.book, story.today)]
    assert found == [
        ("Gateway clearing", "Globex", "NW", "USD", "110.00 USD"),
        ("Receivables", "Globex", "NW", "USD", "220.00 USD"),
        ("Contract liability", "Globex", "NW", "USD", "-100.00 USD"),
        ("Sales tax payable", "Globex", "NW", "USD", "-30.00 USD"),
        ("Revenue", "Globex", "NW", "USD", "-200.00 USD"),
    ]


def test_a_trial_balance_carries_opening_movements_and_closing(story):
    rows = [
        [row.account, *(str(x).removesuffix(" USD") for x in (row.opening, row.debits, row.credits, row.closing))]
        for row in trial_balance(story.book, month("02"))
    ]
    assert rows == [
        ["Gateway clearing", "0.00", "110.00", "0.00", "110.00"],
        ["Receivables", "110.00", "110.00", "110.00", "110.00"],
        ["Contract liability", "0.00", "100.00", "100.00", "0.00"],
        ["Sales tax payable", "-10.00", "0.00", "10.00", "-20.00"],
        ["Revenue", "-100.00", "0.00", "100.00", "-200.00"],
    ]


def year_change(story: Story, retained: bool = True, **policies: str) -> dict[str, dict[str, tuple[str, str]]]:
    """Opening and closing of each account in December 2026 and January 2027."""
    company = story.book.company
    account = LedgerAccount(code="3800", name="Retained earnings", type="equity", role="retained earnings")
    accounts = (*company.accounts, account) if retained else company.accounts
    story.book.company = replace(company, accounts=accounts, policies=replace(company.policies, **policies))  # type: ignore[arg-type]
    story.until("2027-01-31")
    return {
        name: {
            row.account: (str(row.opening).removesuffix(" USD"), str(row.closing).removesuffix(" USD"))
            for row in trial_balance(story.book, period)
        }
        for name, period in (("December", month("2026-12")), ("January", month("2027-01")))
    }


def test_a_new_year_opens_with_retained_earnings_and_writes_nothing(story):
    found = year_change(story)
    assert found["December"]["Revenue"] == ("-1,100.00", "-1,200.00")
    assert "Retained earnings" not in found["December"]
    assert "Revenue" not in found["January"]
    assert found["January"]["Retained earnings"] == ("-1,200.00", "-1,200.00")
    assert story.balances("2027-01-31")["Revenue"] == "-1,200.00"


def test_a_year_may_begin_in_another_month(story):
    assert year_change(story, fiscal_year_begins="December")["December"] == {
        "Gateway clearing": ("110.00", "110.00"),
        "Receivables": ("1,100.00", "1,210.00"),
        "Sales tax payable": ("-110.00", "-120.00"),
        "Contract liability": ("0.00", "0.00"),
        "Retained earnings": ("-1,100.00", "-1,100.00"),
        "Revenue": ("0.00", "-100.00"),
    }


def test_without_an_account_to_retain_on_income_runs_on(story):
    assert year_change(story, retained=False)["January"]["Revenue"] == ("-1,200.00", "-1,200.00")


def test_every_opening_is_the_closing_before_or_begins_a_year(story):
    year_change(story)
    for period in (month("2026-02"), month("2026-12"), month("2027-01"), month("2027-02")):
        rows = trial_balance(story.book, period)
        assert sum(row.opening.minor for row in rows) == sum(row.closing.minor for row in rows) == 0
