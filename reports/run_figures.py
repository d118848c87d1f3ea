"""The key figures of a whole run: every close's figure added up, month by month, with the closes that are off.

Formulas are those of the close (handbook, section 7). A figure that divides two numbers is divided again after adding them
up, by currency; one in days is averaged over the closes that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from reports.touched import Figure

MONTHS_SHOWN, OFF_SHOWN = 24, 8
_GOOD_IS_LOW = ("rate", "manual", "leakage", "closed months", "duration", "dso", "cycle", "delinquent", "write-offs")
Found = tuple[Figure, str, str]
"""A figure with the anchor and the name of its scenario."""


@dataclass(frozen=True, kw_only=True)
class RunFigure:
    """A key figure of a run. `value`: in percent or days; `said`: as people read it; `part` and `whole`: in words.

    `months`: the figure of each month, oldest first; `off`: closes that are not perfect, the worst first; `closes`: of how many.
    """

    name: str
    value: Fraction | None
    said: str
    part: str
    days: bool
    low_is_good: bool
    closes: int
    months: Sequence[tuple[str, Fraction]]
    off: Sequence[Found]
    more: int


def run_figures(found: Iterable[Found]) -> list[RunFigure]:
    """Every key figure that some close of the run has a value for, in the order of the close report."""
    by_name: dict[str, list[Found]] = {}
    for one in found:
        if one[0].value is not None:
            by_name.setdefault(one[0].name, []).append(one)
    return [_run_figure(name, own) for name, own in by_name.items()]


def _run_figure(name: str, own: list[Found]) -> RunFigure:
    figures = [one for one, *_ in own]
    days = figures[0].days
    low = days or any(word in name.casefold() for word in _GOOD_IS_LOW)
    months = sorted({one.month for one in figures})[-MONTHS_SHOWN:]
    value = _together(figures)
    off = sorted((one for one in own if _is_off(one[0], low)), key=lambda one: _badness(one[0], low))
    return RunFigure(
        name=name,
        value=value,
        said=f"{in_words(value)} days" if days else f"{in_words(value)}%",
        part=_parts(figures),
        days=days,
        low_is_good=low,
        closes=len(figures),
        months=[(month, _together([one for one in figures if one.month == month])) for month in months],
        off=off[:OFF_SHOWN],
        more=max(len(off) - OFF_SHOWN, 0),
    )


def _together(figures: Sequence[Figure]) -> Fraction:
    """Part over whole, added up, where all are of one kind and there is a whole; else the middle of the values."""
    whole = sum((one.whole for one in figures), Fraction(0))
    if len({one.unit for one in figures}) == 1 and figures[0].unit is not None and whole and not figures[0].days:
        return sum((one.part for one in figures), Fraction(0)) * 100 / whole
    return median(one.value for one in figures if one.value is not None)


def _parts(figures: Sequence[Figure]) -> str:
    """Part of whole by currency, or the range where the closes cannot be added up."""
    units = sorted({one.unit for one in figures if one.unit is not None})
    if figures[0].days or len(units) < 1 or any(one.unit is None for one in figures):
        values = [one.value for one in figures if one.value is not None]
        return f"between {in_words(min(values))} and {in_words(max(values))}"
    told = []
    for unit in units:
        part = sum((one.part for one in figures if one.unit == unit), Fraction(0))
        whole = sum((one.whole for one in figures if one.unit == unit), Fraction(0))
        told.append(f"{in_words(part)} of {in_words(whole)} {unit}".strip())
    return "; ".join(told)


def _is_off(figure: Figure, low: bool) -> bool:
    return figure.value is not None and (figure.value > 0 if low else figure.value < 100)


def _badness(figure: Figure, low: bool) -> Fraction:
    value = figure.value or Fraction(0)
    return -value if low else value


def in_words(value: Fraction | None) -> str:
    """A number with at most two decimals, cut and never rounded up to something that it is not."""
    cents = int((value or Fraction(0)) * 100)
    if value and not cents:
        return "under 0.01"
    sign, whole, rest = "-" if cents < 0 else "", abs(cents) // 100, abs(cents) % 100
    return f"{sign}{whole:,}" + (f".{rest:02}".rstrip("0") if rest else "")
