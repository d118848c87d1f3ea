"""Go or no-go of a phase, computed from the evidence of a run: every indicator with its figure and threshold, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

from reports.evidence.figures import added
from reports.evidence.placing import responsible
from reports.evidence.rating import Rating, rate
from reports.evidence.records import Amount
from reports.evidence.run_figures import run_figures
from reports.evidence.seen import Seen, seen
from reports.evidence.severity import Level, Materiality
from reports.signing.coverage import Covered, Pair, covered, untested
from reports.signing.defect_list import KnownDefect, as_run
from reports.signing.measured import share, text, worst
from reports.signing.sign_offs import APPROVED, sign_offs
from reports.signing.verifying import verify

KEY_FIGURES = (
    *("invoice accuracy", "billing exception rate", "revenue schedule accuracy", "manual entries", "manual amount"),
    *("close duration", "revenue leakage", "dso", "cash application cycle", "entries of closed months"),
)
"""The key figures of the close report that a phase can set a threshold for, in percent or days."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of a gate: what was asked, what was found, and whether it is enough."""

    kind: str
    name: str
    found: str
    wanted: str
    holds: bool
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Failing:
    """A failed scenario with its rating and what was decided about it."""

    scenario: str
    title: str
    rating: Rating
    at_risk: Sequence[Amount]
    defect: str
    owner: str
    disposition: str


@dataclass(frozen=True, kw_only=True)
class Decision:
    """The gate of a phase."""

    rollout: str
    phase: str
    lines: tuple[Line, ...]
    requirements: tuple[Covered, ...]
    failing: tuple[Failing, ...]
    pairs: int
    untested: tuple[Pair, ...]
    defects: tuple[KnownDefect, ...] = ()

    @property
    def go(self) -> bool:
        """Whether every row holds."""
        return all(line.holds for line in self.lines)


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A phase as this room needs it: plain values and tests of tags, so that it knows nothing of files."""

    rollout: str
    phase: str
    in_scope: Callable[[Sequence[str]], bool]
    pairs: Mapping[str, Sequence[str]]
    indicators: Sequence[tuple[str, Fraction | None, Fraction | None, Callable[[Sequence[str]], bool]]]
    control_gates: Sequence[tuple[str, str, int, Callable[[Sequence[str]], bool]]]
    requirements: Sequence[tuple[str, str, str, Callable[[Sequence[str]], bool]]]
    defects: Sequence[tuple[str, str, str, str, bool]]
    scales: Mapping[str, Materiality]
    signs: Sequence[str]
    today: date
    register: Sequence[KnownDefect] = ()


def decide(folder: Path, plan: Plan) -> Decision:
    """Compute the gate. Nothing is taken on trust: evidence that is not as it was sealed is a no-go."""
    scenarios = [one for one in seen(folder) if plan.in_scope(one.outcome.tags)]
    requirements = tuple(covered(*told, scenarios) for told in plan.requirements)
    failing = tuple(_failing(scenarios, plan))
    pairs, missing = untested(dict(plan.pairs), scenarios)
    measure = _Measures(scenarios, requirements, failing, plan, (pairs, missing))
    lines = [
        _evidence(folder, scenarios),
        *(measure.line(*told) for told in plan.indicators),
        *(_control(*told, scenarios) for told in plan.control_gates),
        *_unlisted(failing, scenarios, plan),
        *_signed(folder, plan),
    ]
    return Decision(
        rollout=plan.rollout,
        phase=plan.phase,
        lines=tuple(lines),
        requirements=requirements,
        failing=failing,
        pairs=pairs,
        untested=tuple(missing),
        defects=as_run(plan.register, scenarios),
    )


def _evidence(folder: Path, scenarios: list[Seen]) -> Line:
    findings = verify(folder)
    found = "every byte as it was sealed" if not findings else str(findings[0])
    line = Line(kind="evidence", name="evidence", found=found, wanted="as it was sealed", holds=not findings)
    return line if scenarios else replace(line, found="no scenario of this phase ran", holds=False)


def _failing(scenarios: list[Seen], plan: Plan) -> Iterator[Failing]:
    decided = {scenario: (id_, owner, disposition) for id_, scenario, owner, disposition, _ in plan.defects}
    told = []
    for one in scenarios:
        for failure in one.outcome.failures:
            rating = rate(failure["title"], failure["cause"], failure["money_at_risk"], plan.scales)
            told_by_tag: Level = failure["severity"] or "S4"
            rating = replace(rating, severity=min(rating.severity, told_by_tag))
            defect, owner, disposition = decided.get(one.name, ("", responsible(one.outcome), ""))
            told.append(
                Failing(
                    scenario=one.name,
                    title=failure["title"],
                    rating=rating,
                    at_risk=failure["money_at_risk"],
                    defect=defect,
                    owner=owner,
                    disposition=disposition,
                )
            )
    yield from sorted(told, key=_by_gravity)


def _by_gravity(one: Failing) -> tuple[str, int, str]:
    return one.rating.severity, -sum(abs(amount["minor"]) for amount in one.at_risk), one.scenario


def _control(
    name: str, owner: str, at_least: int, fits: Callable[[Sequence[str]], bool], scenarios: list[Seen]
) -> Line:
    own = [one for one in scenarios if fits(one.outcome.tags)]
    passed = [one for one in own if one.outcome.verdict == "passed"]
    missing = tuple(f"{one.name}: {one.outcome.verdict}" for one in own if one.outcome.verdict != "passed")
    if len(own) < at_least:
        missing = (*missing, f"{at_least - len(own)} more scenarios")
    return Line(
        kind="control",
        name=f"{name} ({owner})" if owner else name,
        found=f"{len(passed)} of {len(own)} passed",
        wanted=f"all, and at least {at_least}",
        holds=not missing,
        missing=missing,
    )


def _unlisted(failing: Sequence[Failing], scenarios: list[Seen], plan: Plan) -> Iterator[Line]:
    """Every failure is in the list of defects, and no defect of the list is over its day or forgotten."""
    unlisted = tuple(dict.fromkeys(f"{one.scenario}: {one.title}" for one in failing if not one.defect))
    found = f"{len(unlisted)} of {len(failing)} failures without a decision"
    yield Line(kind="defects", name="defect list", found=found, wanted="0", holds=not unlisted, missing=unlisted)
    names = {one.name for one in scenarios}
    expired = tuple(
        f"{id_}: {scenario}" for id_, scenario, _, how, stands in plan.defects if how == "accept" and stands
    )
    if expired:
        told = "accepted until a day that is over"
        yield Line(kind="defects", name="expired decisions", found=told, wanted="none", holds=False, missing=expired)
    gone = tuple(f"{id_}: {scenario}" for id_, scenario, *_ in plan.defects if scenario not in names)
    if gone:
        told = "defects of scenarios that did not run"
        yield Line(kind="defects", name="defects out of sight", found=told, wanted="none", holds=False, missing=gone)


def _signed(folder: Path, plan: Plan) -> Iterator[Line]:
    last = {one.sign_off.role: one.sign_off for one in sign_offs(folder) if one.sign_off}
    for role in plan.signs:
        given = last.get(role)
        holds = given is not None and given.approves(plan.today)
        found = f"{given.meaning} by {given.name} on {given.signed_at[:10]}" if given else "not signed"
        if given and given.lapsed(plan.today):
            found += f"; the conditions ran out on {given.until}"
        yield Line(
            kind="sign-off",
            name=role,
            found=found,
            wanted=APPROVED,
            holds=holds,
            missing=given.conditions if given else (),
        )


class _Measures:
    """The figures that indicators ask for, over the scenarios of the phase."""

    def __init__(
        self,
        scenarios: list[Seen],
        requirements: Sequence[Covered],
        failing: Sequence[Failing],
        plan: Plan,
        pairs: tuple[int, Sequence[Pair]] = (0, ()),
    ) -> None:
        self._pairs, self._apart = pairs
        self._all = scenarios
        self._requirements = requirements
        self._failing = failing
        self._plan = plan

    def line(
        self, measure: str, at_least: Fraction | None, at_most: Fraction | None, fits: Callable[[Sequence[str]], bool]
    ) -> Line:
        """An indicator with its figure."""
        scenarios = [one for one in self._all if fits(one.outcome.tags)]
        value, found = self._figure(measure, scenarios)
        holds = value is not None and _within(value, at_least, at_most)
        wanted = f"at least {text(at_least)}%" if at_least is not None else f"at most {text(at_most)}"
        missing = tuple(self._missing(measure, scenarios)) if not holds else ()
        return Line(kind="indicator", name=measure, found=found, wanted=wanted, holds=holds, missing=missing)

    def _figure(self, measure: str, scenarios: list[Seen]) -> tuple[Fraction | None, str]:
        if measure == "scenarios passed":
            return share(sum(one.outcome.verdict == "passed" for one in scenarios), len(scenarios))
        if measure == "requirements covered":
            return share(sum(one.state == "covered" for one in self._requirements), len(self._requirements))
        if measure == "pairs tested":
            return share(self._pairs - len(self._apart), self._pairs)
        if measure == "money at risk":
            return worst(added(amount for one in scenarios for amount in one.outcome.at_risk))
        if measure == "ledger out of balance":
            return worst(added(amount for one in scenarios for amount in one.outcome.out_of_balance))
        if measure == "data quality":
            rules = [rule for one in scenarios for rule in one.quality]
            return share(sum(good for _, _, good, _ in rules), sum(checked for _, checked, _, _ in rules))
        if measure in KEY_FIGURES:
            return _key_figure(measure, scenarios)
        count = self._count(measure, scenarios)
        return Fraction(count), f"{count:,}"

    def _count(self, measure: str, scenarios: list[Seen]) -> int:
        verdicts = {
            "scenarios failed": "failed",
            "scenarios set aside": "skipped",
            "scenarios not exercised": "not exercised",
        }
        if measure in verdicts:
            return sum(one.outcome.verdict == verdicts[measure] for one in scenarios)
        if measure == "unexplained differences":
            return sum(one.unexplained for one in scenarios)
        if measure == "data quality thresholds missed":
            return sum(not holds for one in scenarios for *_, holds in one.quality)
        if measure == "open defects":
            return sum(stands for *_, stands in self._plan.defects)
        return sum(one.rating.severity == "S1" and one.disposition != "accept" for one in self._failing)

    def _missing(self, measure: str, scenarios: list[Seen]) -> Iterator[str]:
        if measure == "requirements covered":
            yield from (f"{one.id} {one.title}: {one.state}" for one in self._requirements if one.state != "covered")
        elif measure == "pairs tested":
            yield from (f"never together: {pair}" for pair in self._apart)
        elif measure == "open defects":
            yield from (f"{id_}: {scenario}" for id_, scenario, *_, stands in self._plan.defects if stands)
        elif measure.startswith("data quality"):
            rules = [(one.name, rule) for one in scenarios for rule in one.quality]
            yield from (f"{name}: {rule}, {good} of {checked}" for name, (rule, checked, good, ok) in rules if not ok)
        elif measure in KEY_FIGURES:
            figures = run_figures((one, own.name, own.name) for own in scenarios for one in own.figures)
            off = [close for figure in figures if figure.name.casefold() == measure for close in figure.off]
            yield from (f"{name}, {one.month}: {one.said}" for one, name, _ in off)
        else:
            yield from (f"{one.name}: {one.outcome.verdict}" for one in scenarios if one.outcome.verdict != "passed")


def _within(value: Fraction, at_least: Fraction | None, at_most: Fraction | None) -> bool:
    return (at_least is None or value >= at_least) and (at_most is None or value <= at_most)


def _key_figure(measure: str, scenarios: list[Seen]) -> tuple[Fraction | None, str]:
    """A key figure of all closes of the run, added up; there is none where nothing was closed."""
    found = run_figures((one, "", "") for own in scenarios for one in own.figures)
    named = next((one for one in found if one.name.casefold() == measure.casefold()), None)
    return (named.value, f"{named.said} ({named.part})") if named else (None, "no close has it")
