"""How grave a failed scenario is: which of the four axes it touches and how gravely, its natures by what differs, its money,
projected over whom it affects, by materiality, and what raises it (accounting handbook, section 8)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from engine.model.money import Money
from reports.evidence.records import Amount
from reports.evidence.severity import AGGRAVATING, NATURES, Found, Level, Materiality, impact, raised, severity

# What a difference is about tells the axis and the nature; the words stand in the titles of reconciliations and of tables.
_AXES = {
    "cash": ("payment", "cash", "clearing", "payout", "refund", "chargeback", "receivable", "open invoices"),
    "revenue": ("revenue", "liability", "schedule", "unbilled", "journal", "ledger", "debits"),
    "tax and compliance": ("tax", "gapless", "numbers", "closed"),
    "customer": ("invoice", "credit", "letter", "contract", "order", "subscribed"),
}
_NATURES = {
    "unbalanced entry": ("debits", "out of balance"),
    "closed period changed": ("closed period",),
    "duplicate": ("twice", "duplicate", "gapless"),
    "wrong customer or entity": ("another customer", "another entity"),
    "tax misstated on a return": ("tax ledger", "tax due and not yet due", "tax claimed back", "tax return"),
    "wrong method": ("schedule version", "modification", "allocat", "exchange difference", "revaluation"),
    "cut-off": ("revenue of", "still to be recognized", "cut-off", "unbilled"),
    "customer billed wrongly": ("invoiced", "invoices", "credited", "credit memo"),
    "cash not applied": ("unapplied", "open invoices"),
    "approval missing": ("exceptions contracts stand on", "expired exception", "waits for", "manual journals"),
    "wrong class": ("ageing", "key figures", "contract asset"),
}
# What is published is a target, whatever it is off by.
_PUBLISHED = re.compile(r"\b(arr|mrr|nrr|grr|rpo)\b|recurring revenue|key figures")
# Natures that a single smallest unit has none of: it is a rounding difference.
_BY_MONEY = frozenset({"customer billed wrongly", "cash not applied", "wrong method", "cut-off", "wrong class"})
_OF_AXIS = {
    "unbalanced entry": "revenue",
    "closed period changed": "tax and compliance",
    "duplicate": "customer",
    "wrong customer or entity": "customer",
    "tax misstated on a return": "tax and compliance",
    "wrong method": "revenue",
    "cut-off": "revenue",
    "customer billed wrongly": "customer",
    "cash not applied": "cash",
    "approval missing": "tax and compliance",
}


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
    """What the scenario's name and money do not say: of how many the failure tested how many, in how many scenarios it shows,
    and what raises it."""

    tested: int = 1
    population: int = 1
    shown_in: int = 1
    aggravating: frozenset[str] = frozenset()


ALONE = Weight()


def rate(
    title: str, cause: str, at_risk: Iterable[Amount], scales: Mapping[str, Materiality], weight: Weight = ALONE
) -> Rating:
    """Rate a failure; a run that broke proves nothing and blocks."""
    text = title.lower()
    if cause == "bug":
        axes = _named(_AXES, text) or ("customer",)
        said = "the run itself broke, so nothing was proved"
        levels: tuple[Level, ...] = tuple("S1" for _ in axes)
        return Rating(axes=axes, levels=levels, severity="S1", reason=said)
    return _rated(_Case(text, cause, tuple(at_risk), scales, weight))


@dataclass(frozen=True)
class _Case:
    """A failure as it is judged: its title in small letters, what it is worth, the scales, and what the run says of it."""

    text: str
    cause: str
    amounts: tuple[Amount, ...]
    scales: Mapping[str, Materiality]
    weight: Weight

    @property
    def natures(self) -> frozenset[str]:
        """What it is by its title, and that several scenarios show it."""
        named = frozenset(_named(_NATURES, self.text))
        return named | {"systematic"} if self.weight.shown_in > 1 else named

    @property
    def raising(self) -> frozenset[str]:
        """What raises it by a level."""
        repeats = {"repeats"} if self.weight.shown_in > 1 else set()
        target = {"meets a covenant or target"} if _PUBLISHED.search(self.text) else set()
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
    touched = _named(_AXES, case.text)
    axes = tuple(
        axis for axis in _AXES if axis in touched or any(_OF_AXIS.get(nature) == axis for nature in case.natures)
    ) or ("customer",)
    levels = tuple(_of_axis(case, axis) for axis in axes)
    return Rating(
        axes=axes,
        levels=levels,
        severity=min(levels),
        reason=_reason(case),
        impact=max(map(case.share, case.amounts), default=Fraction(0)),
    )


def _named(words_of: Mapping[str, tuple[str, ...]], text: str) -> tuple[str, ...]:
    return tuple(name for name, words in words_of.items() if any(word in text for word in words))


def _of_axis(case: _Case, axis: str) -> Level:
    """The level on one axis: by the natures that are of it or of none, and by the money, which is the same on all of them."""
    own = frozenset(nature for nature in case.natures if _OF_AXIS.get(nature, axis) == axis)
    if not case.amounts:
        return raised(min((NATURES[nature] for nature in own), default="S3"), case.raising)
    return min(_by_money(case, amount, own) for amount in case.amounts)


def _by_money(case: _Case, amount: Amount, natures: frozenset[str]) -> Level:
    scale = case.scales.get(amount["currency"])
    if scale is None:
        return raised(min((NATURES[nature] for nature in natures), default="S2"), case.raising)
    level = severity(case.found(amount, natures), scale)
    # A rounding difference is a note once; what stays in the liability has accumulated there.
    return min(level, "S2") if case.cause == "tie-out" and "liability" in case.text else level


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
