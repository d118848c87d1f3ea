"""Contracts that are accounted for as one: whatever they cost, nothing is lost and nothing stays behind."""

from decimal import Decimal

import pytest
from controllers import line
from hypothesis import given, settings
from hypothesis import strategies as st
from test_delivering import Works, works

from engine.model.revenue import CombinedWith
from engine.refusals import Refused
from engine.revenue.recording import told
from engine.terms.combining import group_of, lead_of

CENTS = st.integers(1, 20_000).map(lambda minor: str(Decimal(minor) / 100))


def two(first: str, alone: str, monthly: str, per_month: str) -> Works:
    """Something given at once, and a service billed monthly afterwards, untaxed."""
    story = works()
    story.signs(line("1", "Seat", 1, first, once=True, alone=alone, tax_code="none"), months=3, every=3)
    story.signs(line("1", "Care", 1, monthly, alone=per_month, tax_code="none"), months=3, every=1, timing="in arrears")
    return story


@settings(deadline=None, derandomize=True, max_examples=6, database=None)
@given(CENTS, CENTS, CENTS, CENTS, st.sampled_from(["01-01", "01-31", "02-10", "03-31"]))
def test_what_combined_contracts_cost_is_earned_and_no_balance_stays(first, alone, monthly, per_month, on) -> None:
    story = two(first, alone, monthly, per_month)
    story.until(on).records(CombinedWith(contract="C-1"), contract="C-2")
    price = int(Decimal(first) * 100) + 3 * int(Decimal(monthly) * 100)
    assert sum(s.total.minor for c in ("C-1", "C-2") for s in story.schedules(c)) == price
    story.until("04-30")
    assert sorted(story.balances()) == ["Receivables", "Revenue"]
    assert story.balances()["Revenue"] == f"-{Decimal(price) / 100:,.2f}"


def test_each_of_the_contracts_knows_with_whom_it_is_combined() -> None:
    story = two("150", "100", "50", "100")
    story.records(CombinedWith(contract="C-1"), contract="C-2")
    assert group_of(story.book, "C-1") == group_of(story.book, "C-2") == ("C-1", "C-2")
    assert (lead_of(story.book, "C-2"), lead_of(story.book, "C-3")) == ("C-1", "C-3")


def test_a_fact_says_with_whom_and_is_refused_for_nobody() -> None:
    assert told(CombinedWith(contract="C-1")) == "combined with C-1"
    with pytest.raises(Refused, match="the ledger has no contract 'C-7'"):
        two("1", "1", "1", "1").records(CombinedWith(contract="C-7"))
