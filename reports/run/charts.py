"""Small charts as drawings inside the page: bars by month, no script and no address."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from reports.evidence.run_figures import RunFigure, in_words

HIGH, STEP, GAP = 44, 16, 4
"""Units of the drawing: the tallest bar, the width of a month, and what is left free of it."""


class Bar(NamedTuple):
    """A month's bar, in whole units of the drawing, with what it says."""

    x: int
    y: int
    height: int
    said: str
    month: str


def bars(figure: RunFigure) -> list[Bar]:
    """A bar for each month: percentages against a hundred, days against the longest. What is there is at least a line."""
    most = max(
        [*(abs(value) for _, value in figure.months), Fraction(1) if figure.days else Fraction(0)], default=Fraction(1)
    )
    top = max(most, Fraction(1)) if figure.days or figure.low_is_good else Fraction(100)
    return [_bar(place, month, value, top, figure.days) for place, (month, value) in enumerate(figure.months)]


def _bar(place: int, month: str, value: Fraction, top: Fraction, days: bool) -> Bar:
    height = max(int(min(max(value, Fraction(0)) / top, Fraction(1)) * HIGH), 1)
    said = f"{month}: {in_words(value)}{' days' if days else '%'}"
    return Bar(x=place * STEP, y=HIGH - height, height=height, said=said, month=month)


def width(figure: RunFigure) -> int:
    """How wide the drawing of a figure is."""
    return max(len(figure.months), 1) * STEP - GAP
