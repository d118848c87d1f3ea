"""The first screen: the verdict in one sentence, the money, the process, who owns the exceptions and who must sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from engine.model.close import STAGES
from reports.evidence.chain import Counted, Finding, Record
from reports.evidence.figures import added
from reports.evidence.outcomes import VERDICTS, Outcome, agrees
from reports.evidence.placing import by_gravity, responsible, severity_of, stage_of_scenario, worst_of
from reports.evidence.records import Amount
from reports.evidence.run_figures import run_figures
from reports.evidence.touched import Touched
from reports.run.roles import role_views

SEVERITIES = {
    "S1": "blocks release and close",
    "S2": "fix before close",
    "S3": "fix in this cycle",
    "S4": "note",
    "": "not rated",
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """A scenario as the first screen and the list need it."""

    outcome: Outcome
    stages: list[str]
    reference: int
    steps: list[Record] = field(default_factory=list)
    tied: int = 0
    announced: int = 0
    unexplained: int = 0
    touched: Touched = field(default_factory=Touched)


@dataclass(frozen=True, kw_only=True)
class Tally:
    """How many scenarios of a kind ended how, and what their failures put at risk."""

    name: str
    counts: dict[str, int]
    at_risk: list[Amount]

    @property
    def scenarios(self) -> int:
        """Count the scenarios, whatever became of them."""
        return sum(self.counts.values())

    @property
    def missed(self) -> int:
        """Count those that did not pass."""
        return self.scenarios - self.counts["passed"]

    @property
    def state(self) -> str:
        """Say the worst that happened; ``untested`` when nothing ran."""
        if self.counts["failed"]:
            return "failed"
        return "passed" if self.counts["passed"] else "untested"


def tally(name: str, told: Iterable[Told]) -> Tally:
    """Count a group of scenarios."""
    group = list(told)
    counted = Counter(one.outcome.verdict for one in group)
    risks = added(amount for one in group for amount in one.outcome.at_risk)
    return Tally(name=name, counts={verdict: counted[verdict] for verdict in VERDICTS}, at_risk=risks)


@dataclass(frozen=True, kw_only=True)
class Area:
    """A process area with its families: those with a scenario that did not pass, the most first, and all others."""

    whole: Tally
    troubled: list[Tally]
    others: list[Tally]


def areas_of(told: list[Told]) -> list[Area]:
    """The process areas, those with failures first, so that the eye falls on them."""
    found = []
    for whole in _grouped(told, lambda one: [one.outcome.scenario["area"]]):
        own = [one for one in told if one.outcome.scenario["area"] == whole.name]
        families = _grouped(own, lambda one: _families(one, str(one.outcome.scenario["area"])))
        troubled = sorted((one for one in families if one.missed), key=lambda one: -one.counts["failed"])
        found.append(Area(whole=whole, troubled=troubled, others=[one for one in families if not one.missed]))
    return sorted(found, key=lambda area: not area.whole.counts["failed"])


def _families(one: Told, area: str) -> list[str]:
    """The tags that say what a story is about: not which requirement or wave asks for it, nor its area once more."""
    beside = {area, area.replace("_", "-")}
    return [tag for tag in one.outcome.tags if ":" not in tag and not tag.startswith("wave-") and tag not in beside]


def _grouped(told: list[Told], names: Callable[[Told], Iterable[str]]) -> list[Tally]:
    groups: dict[str, list[Told]] = {}
    for one in told:
        for name in names(one):
            groups.setdefault(name, []).append(one)
    return [tally(name, groups[name]) for name in sorted(groups)]


def overview(
    told: list[Told], manifest: dict[str, Any], findings: list[Finding], total: list[Counted]
) -> dict[str, Any]:
    """Answer everything that stands above the list of scenarios."""
    outcomes = [one.outcome for one in told]
    whole = tally("all", told)
    figures = run_figures(
        (found, one.outcome.anchor, str(one.outcome.scenario["name"])) for one in told for found in one.touched.figures
    )
    return {
        "verdict": verdict(whole, findings, total, tied_out=any(one.tied for one in told)),
        "tone": tone(whole, findings, total),
        "whole": whole,
        "total": total,
        "agrees": agrees(total),
        "findings": findings,
        "in_test": added(amount for one in outcomes for amount in one.amount_in_test),
        "risks": risks(outcomes),
        "out_of_balance": added(amount for one in outcomes for amount in one.out_of_balance),
        "tied": sum(one.tied for one in told),
        "announced": sum(one.announced for one in told),
        "unexplained": sum(one.unexplained for one in told),
        "stages": [tally(stage, (one for one in told if _went_through(one, stage))) for stage in STAGES],
        "areas": areas_of(told),
        "families": _grouped(told, lambda one: [tag for tag in one.outcome.tags if ":" not in tag]),
        "exceptions": [
            {"outcome": one, "severity": worst_of(one), "owner": responsible(one)}
            for one in sorted((one for one in outcomes if one.verdict != "passed"), key=by_gravity)
        ],
        "sign_offs": manifest.get("sign_offs", []),
        "severities": SEVERITIES,
        "figures": figures,
        "roles": role_views([(one.outcome, one.touched) for one in told], manifest.get("sign_offs", []), figures),
    }


def _went_through(one: Told, stage: str) -> bool:
    """Whether a story counts in a stage: wherever it went if it passed, where it fails if it failed and anybody can say where."""
    fails_in = stage_of_scenario(one.outcome)
    return stage == fails_in if fails_in else stage in one.stages


def risks(outcomes: Iterable[Outcome]) -> list[tuple[str, list[Amount]]]:
    """Add up the money at risk by severity, the gravest first."""
    sums: dict[str, list[Amount]] = {}
    for one in outcomes:
        for failure in one.failures:
            sums.setdefault(severity_of(failure), []).extend(failure["money_at_risk"])
    return [(severity, added(sums[severity])) for severity in SEVERITIES if severity in sums]


def tone(whole: Tally, findings: list[Finding], total: list[Counted]) -> str:
    """Choose the color of the verdict: failed, caution or passed."""
    if whole.counts["failed"] or findings or not agrees(total) or not whole.scenarios:
        return "failed"
    return "passed" if whole.counts["passed"] == whole.scenarios and not _left_out(total) else "caution"


def verdict(whole: Tally, findings: list[Finding], total: list[Counted], tied_out: bool) -> str:
    """Say in one sentence whether this run can be signed."""
    counts, scenarios = whole.counts, whole.scenarios
    if not agrees(total):
        return "Scenarios were lost between writing and reporting, so this run cannot be signed."
    if not scenarios:
        return "No scenario ran, so there is nothing to sign."
    if findings:
        return "The evidence is not what was sealed, so this run cannot be signed."
    if counts["failed"]:
        return f"{counts['failed']} of {_scenarios(scenarios)} failed, so this run is not ready to sign."
    if counts["passed"] < scenarios:
        passed = f"{counts['passed']} of {_scenarios(scenarios)} passed"
        return f"{passed} and none failed; sign with the exceptions in view."
    if left_out := _left_out(total):
        return f"{_scenarios(scenarios)} passed; {left_out:,} were not selected, so this run covers a part."
    passed = "The one scenario passed" if scenarios == 1 else f"All {scenarios:,} scenarios passed"
    return f"{passed} and the four systems tie out." if tied_out else f"{passed}."


def _left_out(total: list[Counted]) -> int:
    counts = {step.name: step.count or 0 for step in total}
    return counts["collected"] - counts.get("selected", counts["collected"])


def _scenarios(count: int) -> str:
    return "1 scenario" if count == 1 else f"{count:,} scenarios"
