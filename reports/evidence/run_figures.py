"""The key figures of a whole run: every close's figure added up, month by month, with the closes that are off.

Formulas are those of the close (handbook, section 7). A figure that divides two numbers is divided again after adding them
up, by currency, and the worst currency counts; of one in days the middle of all closes that have it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

from reports.evidence.touched import Figure

MONTHS_SHOWN, OFF_SHOWN = 24, 8
_GOOD_IS_HIGH = ("accuracy", "cei", "data quality")
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
    low = not any(word in name.casefold() for word in _GOOD_IS_HIGH)
    months = sorted({one.month for one in figures})[-MONTHS_SHOWN:]
    value = _together(figures, low)
    off = sorted((one for one in own if _is_off(one[0], low)), key=lambda one: _badness(one[0], low))
    return RunFigure(
        name=name,
        value=value,
        said=f"{in_words(value)} days" if days else f"{in_words(value)}%",
        part=_parts(figures),
        days=days,
        low_is_good=low,
        closes=len(figures),
        months=[(month, _together([one for one in figures if one.month == month], low)) for month in months],
        off=off[:OFF_SHOWN],
        more=max(len(off) - OFF_SHOWN, 0),
    )


def _together(figures: Sequence[Figure], low_is_good: bool) -> Fraction:
    """Part over whole, added up by currency, of which the worst counts; the middle of the values where nothing can be added up."""
    shares = [part * 100 / whole for part, whole in _by_unit(figures).values() if whole]
    if shares:
        return max(shares) if low_is_good else min(shares)
    return median(one.value for one in figures if one.value is not None)


def _by_unit(figures: Sequence[Figure]) -> dict[str, tuple[Fraction, Fraction]]:
    """What the closes' parts and wholes come to by currency ("": counts); nothing if one of them tells no two numbers."""
    sums: dict[str, tuple[Fraction, Fraction]] = {}
    for one in figures:
        if one.days or one.unit is None:
            return {}
        part, whole = sums.get(one.unit, (Fraction(0), Fraction(0)))
        sums[one.unit] = part + one.part, whole + one.whole
    return dict(sorted(sums.items()))


def _parts(figures: Sequence[Figure]) -> str:
    """Part of whole by currency, or the range where the closes cannot be added up."""
    by_unit = _by_unit(figures)
    if not any(whole for _, whole in by_unit.values()):
        values = [one.value for one in figures if one.value is not None]
        return f"the middle of closes from {in_words(min(values))} to {in_words(max(values))}"
    told = [f"{in_words(part)} of {in_words(whole)} {unit}".strip() for unit, (part, whole) in by_unit.items() if whole]
    return "; ".join(told) + ("; the worst of them counts" if len(told) > 1 else "")


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
