"""How grave a failed scenario is: which of the four axes it touches and how gravely, by the natures that the failed check says it
has, by its money projected over whom it affects, by materiality, and by what raises it (accounting handbook, section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from engine.model.bearing import AXIS_OF, Axis, Bearing
from engine.model.money import Money
from reports.evidence.records import Amount
from reports.evidence.severity import AGGRAVATING, NATURES, Found, Level, Materiality, impact, raised, severity

# Natures that a single smallest unit has none of: it is a rounding difference.
_BY_MONEY = frozenset({"customer billed wrongly", "cash not applied", "wrong method", "cut-off", "wrong class"})
_AXIS_OF: Mapping[str, Axis] = {str(nature): axis for nature, axis in AXIS_OF.items()}


@dataclass(frozen=True, kw_only=True)
class Rating:
    """The axes a failure touches, each with its own level; the worst is the severity. `reason`: in words; `impact`: the
    misstatement, projected, in parts of performance materiality (nothing where there is no money or no scale for it)."""

    axes: tuple[str, ...]
    levels: tuple[Level, ...]
    severity: Level
    reason: str
    impact: Fraction = Fraction(0)


@dataclass(frozen=True, kw_only=True)
class Weight:
    """What the check and its money do not say: of how many the failure tested how many, in how many scenarios it shows, and what
    raises it."""

    tested: int = 1
    population: int = 1
    shown_in: int = 1
    aggravating: frozenset[str] = frozenset()


ALONE = Weight()


def bearing(failure: Mapping[str, Any]) -> Bearing:
    """What a failure bears on, as the check that failed has written down beside it."""
    return Bearing(
        axes=tuple(failure.get("axes", ())),
        natures=tuple(failure.get("natures", ())),
        published=bool(failure.get("published")),
        stays=bool(failure.get("stays")),
    )


def rate(
    bears: Bearing, cause: str, at_risk: Iterable[Amount], scales: Mapping[str, Materiality], weight: Weight = ALONE
) -> Rating:
    """Rate a failure; a run that broke proves nothing and blocks."""
    if cause == "bug":
        said = "the run itself broke, so nothing was proved"
        levels: tuple[Level, ...] = tuple("S1" for _ in bears.touches)
        return Rating(axes=bears.touches, levels=levels, severity="S1", reason=said)
    return _rated(_Case(bears, cause, tuple(at_risk), scales, weight))


@dataclass(frozen=True)
class _Case:
    """A failure as it is judged: what it bears on, what it is worth, the scales, and what the run says of it."""

    bears: Bearing
    cause: str
    amounts: tuple[Amount, ...]
    scales: Mapping[str, Materiality]
    weight: Weight

    @property
    def natures(self) -> frozenset[str]:
        """What it is by the check that failed, and that several scenarios show it."""
        repeated = {"systematic"} if self.weight.shown_in > 1 else set[str]()
        return frozenset({*self.bears.natures, *repeated})

    @property
    def raising(self) -> frozenset[str]:
        """What raises it by a level. What is published is a target, whatever it is off by."""
        repeats = {"repeats"} if self.weight.shown_in > 1 else set()
        target = {"meets a covenant or target"} if self.bears.published else set()
        return self.weight.aggravating | repeats | target

    def found(self, amount: Amount, natures: frozenset[str]) -> Found:
        """The finding of an amount. A single smallest unit is a rounding difference, which tie-outs leave alone by design and
        which is projected over nobody."""
        rounding = abs(amount["minor"]) <= 1
        return Found(
            amount=Money(amount["minor"], amount["currency"]),
            tested=1 if rounding else self.weight.tested,
            population=1 if rounding else self.weight.population,
            natures=natures - _BY_MONEY if rounding else natures,
            aggravating=self.raising - {"undetectable by tie-outs"} if rounding else self.raising,
            explained=self.cause != "tie-out",
        )

    def share(self, amount: Amount) -> Fraction:
        """The projected misstatement in parts of performance materiality."""
        scale = self.scales.get(amount["currency"])
        return (
            impact(self.found(amount, frozenset())) / scale.performance if scale and scale.performance else Fraction(0)
        )


def _rated(case: _Case) -> Rating:
    axes = case.bears.touches
    levels = tuple(_of_axis(case, axis) for axis in axes)
    return Rating(
        axes=axes,
        levels=levels,
        severity=min(levels),
        reason=_reason(case),
        impact=max(map(case.share, case.amounts), default=Fraction(0)),
    )


def _of_axis(case: _Case, axis: Axis) -> Level:
    """The level on one axis: by the natures that are of it or of none, and by the money, which is the same on all of them."""
    own = frozenset(nature for nature in case.natures if _AXIS_OF.get(nature, axis) == axis)
    if not case.amounts:
        return raised(min((NATURES[nature] for nature in own), default="S3"), case.raising)
    return min(_by_money(case, amount, own) for amount in case.amounts)


def _by_money(case: _Case, amount: Amount, natures: frozenset[str]) -> Level:
    scale = case.scales.get(amount["currency"])
    if scale is None:
        return raised(min((NATURES[nature] for nature in natures), default="S2"), case.raising)
    level = severity(case.found(amount, natures), scale)
    # A rounding difference is a note once; what stays there has accumulated.
    return min(level, "S2") if case.cause == "tie-out" and case.bears.stays else level


def _reason(case: _Case) -> str:
    """Why, in words: the natures or the size of the gravest amount, over whom it is projected, and what raised it."""
    worst = max(case.amounts, key=case.share, default=None)
    if worst is None:
        natures, raising, size = case.natures, case.raising, "no money, but not as it was promised"
    else:
        found = case.found(worst, case.natures)
        natures, raising, size = found.natures, found.aggravating, _size(found, case.scales)
    said = ", ".join(sorted(natures)) or size
    if worst and case.weight.population > case.weight.tested:
        said += f"; projected from {case.weight.tested:,} tested over {case.weight.population:,}"
    because = ", ".join(sorted(raising & AGGRAVATING))
    return f"{said}; raised: {because}" if because else said


def _size(found: Found, scales: Mapping[str, Materiality]) -> str:
    scale = scales.get(found.amount.currency)
    if scale is None:
        return "a wrong amount; the plan names no materiality in its currency"
    size = impact(found)
    if size >= scale.performance:
        return "at or above performance materiality"
    return "above what is trivial" if size >= scale.trivial else "below what is trivial"
