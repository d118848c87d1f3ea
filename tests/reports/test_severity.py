"""The levels of the handbook, section 8, on a scale worked by hand."""

from __future__ import annotations

import pytest

from engine.model.money import Money
from reports.evidence.severity import Found, materiality, severity

# 5% of 2,000,000.00 is 100,000.00; performance 60,000.00; trivial 5,000.00.
SCALE = materiality(Money(200_000_000, "USD"), Money(500_000_000, "USD"))


def usd(amount: str) -> Money:
    return Money.parse(amount, "USD")


def test_the_scale_is_profit_or_near_break_even_revenue() -> None:
    assert (SCALE.overall, SCALE.performance, SCALE.trivial) == (10_000_000, 6_000_000, 500_000)
    assert materiality(Money(-5, "USD"), Money(500_000_000, "USD")).overall == 5_000_000


@pytest.mark.parametrize(
    ("found", "level"),
    [
        (Found(amount=usd("60,000.00")), "S1"),
        (Found(amount=usd("59,999.99")), "S2"),
        (Found(amount=usd("-5,000.00")), "S2"),
        (Found(amount=usd("4,999.99")), "S4"),
        (Found(amount=usd("600.00"), tested=1, population=100), "S1"),
        (Found(amount=usd("5,000.01"), explained=False), "S1"),
        (Found(amount=usd("10.00"), natures=frozenset({"systematic"})), "S3"),
        (Found(amount=usd("10.00"), natures=frozenset({"cut-off", "wrong class"})), "S2"),
        (Found(amount=usd("0.01"), natures=frozenset({"unbalanced entry"})), "S1"),
        (Found(amount=usd("0.01")), "S4"),
        (Found(amount=usd("0.03"), documents=3), "S4"),
        (Found(amount=usd("10.00"), natures=frozenset({"systematic"}), aggravating=frozenset({"repeats"})), "S2"),
        (Found(amount=usd("60,000.00"), aggravating=frozenset({"repeats", "overstates revenue or cash"})), "S1"),
    ],
)
def test_the_worst_of_nature_and_size_decides_and_aggravation_raises_it(found: Found, level: str) -> None:
    assert severity(found, SCALE) == level
