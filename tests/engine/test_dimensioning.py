"""Region and channel of journal lines, and trial balances told apart by them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from controllers import Story, line, month

from engine.ledger.dimensioning import DIMENSIONS, dimensions, trial_balance_by
from engine.ledger.general_ledger import trial_balance
from engine.model.contracts import Contract
from engine.refusals import Refused

CUSTOMER = "of the customer"


def sold(start: str = "01-01", **policies: str) -> Story:
    """Globex of Europe buys ten seats at 10.00 a month for two months."""
    story = Story(start, **policies)
    story.book.customers["Globex"] = replace(story.book.customers["Globex"], region="Europe", channel="Direct")
    story.signs(line(), start=start, months=2)
    return story


def test_a_line_has_what_the_contract_was_sold_as_else_what_the_customer_is() -> None:
    story = sold()
    ahead = replace(story.book.get(Contract, "C-1"), number="C-2", region="Asia")
    story.book.add(ahead)
    assert dimensions(story.book, "Globex", "C-2") == {"region": "Asia", "channel": "Direct"}
    assert dimensions(story.book, "Globex", "C-1") == {"region": "Europe", "channel": "Direct"}
    assert dimensions(story.book, "Globex", None, "NW-000001") == {"region": "Europe", "channel": "Direct"}
    assert dimensions(story.book, "Globex", "C-9") == {"region": "Europe", "channel": "Direct"}
    assert dimensions(story.book, "", "C-9") == {"region": "", "channel": ""}


def test_or_always_what_the_customer_is() -> None:
    story = sold(dimensions=CUSTOMER)
    story.book.add(replace(story.book.get(Contract, "C-1"), number="C-2", region="Asia"))
    assert dimensions(story.book, "Globex", "C-2") == {"region": "Europe", "channel": "Direct"}


@pytest.mark.parametrize("dimension", DIMENSIONS)
def test_a_trial_balance_told_apart_adds_up_to_the_whole(dimension: str) -> None:
    """Over a year's end, so that some of it is retained."""
    story = sold("12-01")
    story.book.customers["Initech"] = replace(story.book.customers["Initech"], region="America")
    story.until("12-31")
    for period in (month("11"), month("12"), month("12").next):
        apart = Counter[tuple[str, str]]()
        for row in trial_balance_by(story.book, period, dimension):  # type: ignore[arg-type]
            apart[row.account, "debits"] += row.debits.minor
            apart[row.account, "credits"] += row.credits.minor
            apart[row.account, "closing"] += row.closing.minor
            assert row.opening + row.debits - row.credits == row.closing
        whole = Counter[tuple[str, str]]()
        for row in trial_balance(story.book, period):
            whole[row.account, "debits"] += row.debits.minor
            whole[row.account, "credits"] += row.credits.minor
            whole[row.account, "closing"] += row.closing.minor
        assert apart == whole


def test_lines_have_no_other_dimension() -> None:
    with pytest.raises(Refused, match="lines have no 'weather'; they have region, channel"):
        trial_balance_by(sold().book, month("01"), "weather")  # type: ignore[arg-type]
