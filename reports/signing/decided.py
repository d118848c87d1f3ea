"""The gate, the failures and the known defects as rows of the PDF: who owns each, what was decided until when, on which axes it is how
grave, what it is worth against materiality, and how old it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import Any

from engine.model.bearing import AXES
from reports.evidence.figures import figure
from reports.evidence.outcomes import Outcome
from reports.evidence.placing import ratings, responsible, worst_of
from reports.evidence.rating import Rating
from reports.evidence.records import Amount
from reports.evidence.run_figures import in_words
from reports.signing.defect_list import KnownDefect
from reports.signing.gate_rows import Failing
from reports.signing.gates import Decision

NONE = "\N{EN DASH}"


def gate(decision: Decision | None) -> dict[str, Any] | None:
    """The gate of a phase, what is covered and never tested, the list of defects, and every failure with its decision."""
    if decision is None:
        return None
    return {
        "title": f"{decision.rollout}, {decision.phase}",
        "lines": [
            [line.holds, line.kind, line.name, line.found, line.wanted, list(line.missing)] for line in decision.lines
        ],
        "coverage": [
            [one.id, one.title, one.owner, one.state, str(one.scenarios), str(len(one.features))]
            for one in decision.requirements
        ],
        "untested": [str(pair) for pair in decision.untested],
        "register": [_known(one) for one in decision.defects],
        "axes": [axis.capitalize() for axis in AXES],
        "failures": [_failing(one) for one in decision.failing],
    }


def _known(one: KnownDefect) -> list[str]:
    stands = "in the way" if one.stands else "accepted"
    decided = f"{one.disposition} {_until(one.expires)}".strip()
    return [one.id, one.title, one.owner, decided, _day(one.since), one.reason, f"{one.shows}; {stands}"]


def _failing(one: Failing) -> dict[str, Any]:
    decided = f"{one.defect}: {one.disposition} {_until(one.expires)}".strip() if one.defect else "no decision"
    return {
        "severity": one.rating.severity,
        "scenario": one.scenario,
        "title": one.title,
        "reason": one.rating.reason,
        "axes": by_axis(one.rating),
        "risk": in_figures(one.at_risk) or NONE,
        "share": share(one.rating.impact),
        "owner": one.owner or "nobody named",
        "decided": decided,
        "age": f"{one.age:,} days" if one.age is not None else "new",
    }


def by_axis(rating: Rating) -> list[str]:
    """The level on each of the four axes; a dash where an axis is not touched."""
    levels = dict(zip(rating.axes, rating.levels, strict=True))
    return [levels.get(axis, NONE) for axis in AXES]


def share(impact: Fraction) -> str:
    """A misstatement in percent of performance materiality; a dash where there is no money or no scale for it."""
    return f"{in_words(impact * 100)}%" if impact else NONE


def in_figures(amounts: Sequence[Amount]) -> str:
    """Amounts, each with its currency."""
    return ", ".join(f"{figure(amount)} {amount['currency']}" for amount in amounts)


def _until(day: date | None) -> str:
    return f"until {day.isoformat()}" if day else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else NONE


def exceptions(missed: Sequence[Outcome], verdicts: Mapping[str, str], decision: Decision | None) -> list[list[str]]:
    """Every scenario that did not pass, the gravest failures first; rated by the plan's materiality where there is a plan, so that
    one document says it once."""
    rows = [_exception(one, verdicts[one.verdict], _rated(one, decision)) for one in missed]
    return sorted(rows, key=lambda row: (row[0] != verdicts["failed"], row[3] or "S9"))


def _rated(one: Outcome, decision: Decision | None) -> tuple[str, list[Rating]]:
    own = [told.rating for told in decision.failing if told.scenario == one.scenario["name"]] if decision else []
    return min((rating.severity for rating in own), default=worst_of(one)), own or ratings(one)


def _exception(one: Outcome, verdict: str, rated: tuple[str, list[Rating]]) -> list[str]:
    why = [failure["title"] for failure in one.failures] or [(one.skipped or {}).get("reason", "")]
    level, own = rated
    touched = {axis: worst for axis in AXES if (worst := _worst(axis, own))}
    axes = ", ".join(f"{axis} {worst}" for axis, worst in touched.items())
    return [verdict, one.scenario["name"], "; ".join(why), level, axes, in_figures(one.at_risk), responsible(one)]


def _worst(axis: str, rated: Sequence[Rating]) -> str:
    levels = [level for one in rated for named, level in zip(one.axes, one.levels, strict=True) if named == axis]
    return min(levels, default="")
