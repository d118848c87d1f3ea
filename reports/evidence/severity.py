"""How bad a finding is, S1 to S4, by the accounting handbook, section 8: its nature first, then its size.

A scheme for testing, not an audit opinion: a company's own figures override the scale.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from engine.model.money import Money

Level = Literal["S1", "S2", "S3", "S4"]
LEVELS: tuple[Level, ...] = ("S1", "S2", "S3", "S4")
MEANING: dict[Level, str] = {
    "S1": "block release and close",
    "S2": "fix before close",
    "S3": "fix in cycle",
    "S4": "note",
}
# Natures that decide whatever the amount. What is none of them is judged by its size.
NATURES: dict[str, Level] = {
    "unbalanced entry": "S1",
    "closed period changed": "S1",
    "duplicate": "S1",
    "wrong customer or entity": "S1",
    "tax misstated on a return": "S1",
    "wrong method": "S2",
    "cut-off": "S2",
    "customer billed wrongly": "S2",
    "cash not applied": "S2",
    "approval missing": "S2",
    "wrong class": "S3",
    "systematic": "S3",
}
# What raises a finding by one level, once, however many of them hold (SAB 99).
AGGRAVATING = frozenset(
    {
        "turns a loss into profit",
        "meets a covenant or target",
        "overstates revenue or cash",
        "repeats",
        "undetectable by tie-outs",
        "touches fraud, pay or law",
    }
)
PERFORMANCE, TRIVIAL = Fraction(60, 100), Fraction(5, 100)
PROFIT_SHARE, REVENUE_SHARE = Fraction(5, 100), Fraction(1, 100)


@dataclass(frozen=True, kw_only=True)
class Materiality:
    """The scale of an entity and period. `overall` misstatement matters to a reader of the accounts; `performance` (60% of
    it) is what the tests are set to find; below `trivial` (5% of it) nothing is summed up. Smallest units, exact."""

    currency: str
    overall: Fraction

    @property
    def performance(self) -> Fraction:
        """60% of overall materiality; practice is 50% to 75%."""
        return self.overall * PERFORMANCE

    @property
    def trivial(self) -> Fraction:
        """5% of overall materiality; practice is 3% to 5%."""
        return self.overall * TRIVIAL


def materiality(profit: Money, revenue: Money) -> Materiality:
    """5% of pre-tax profit or, where that is near break-even or a loss, 1% of revenue; the larger, so that a thin profit
    does not make everything material."""
    by_profit = max(profit.minor, 0) * PROFIT_SHARE
    return Materiality(currency=revenue.currency, overall=max(by_profit, abs(revenue.minor) * REVENUE_SHARE))


@dataclass(frozen=True, kw_only=True)
class Found:
    """A finding as it is judged: the absolute misstatement before netting, in the scale's currency; how much of the
    population was tested; its natures and what aggravates it; whether a cause is known."""

    amount: Money
    tested: int = 1
    population: int = 1
    natures: frozenset[str] = frozenset()
    aggravating: frozenset[str] = frozenset()
    explained: bool = True
    documents: int = 1


def impact(found: Found) -> Fraction:
    """The misstatement projected over the population: amount x population / tested."""
    return Fraction(abs(found.amount.minor) * found.population, max(found.tested, 1))


def severity(found: Found, scale: Materiality) -> Level:
    """The level of a finding: the worst of its natures and its size, raised by one where anything aggravates it.

    A rounding difference (at most one smallest unit a document) is a note; a difference that nobody can explain blocks
    once it is above trivial.
    """
    levels = [NATURES[nature] for nature in found.natures]
    levels.append(_by_size(found, scale))
    return raised(min(levels), found.aggravating)


def raised(level: Level, aggravating: frozenset[str]) -> Level:
    """A level, one graver where anything aggravates it, however many things do."""
    return LEVELS[max(LEVELS.index(level) - bool(aggravating & AGGRAVATING), 0)]


def _by_size(found: Found, scale: Materiality) -> Level:
    size = impact(found)
    if abs(found.amount.minor) <= found.documents and found.population == found.tested:
        return "S4"
    if size >= scale.performance or (not found.explained and size > scale.trivial):
        return "S1"
    return "S2" if size >= scale.trivial else "S4"
