"""Go or no-go of a phase, computed from the evidence of a run: every indicator with its figure and threshold, what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reports.evidence.seen import Seen, seen
from reports.signing.coverage import Covered, Pair, covered, untested
from reports.signing.defect_list import KnownDefect, as_run
from reports.signing.failings import failures
from reports.signing.gate_rows import Failing, Line, Plan
from reports.signing.indicators import Measures
from reports.signing.sign_offs import APPROVED, sign_offs
from reports.signing.verifying import verify


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


def decide(folder: Path, plan: Plan) -> Decision:
    """Compute the gate. Nothing is taken on trust: evidence that is not as it was sealed is a no-go."""
    scenarios = [one for one in seen(folder) if plan.in_scope(one.outcome.tags)]
    requirements = tuple(covered(*told, scenarios) for told in plan.requirements)
    failing = failures(scenarios, plan)
    pairs, missing = untested(dict(plan.pairs), scenarios)
    measure = Measures(scenarios, requirements, failing, plan, (pairs, missing))
    lines = [
        _evidence(folder, scenarios),
        *_scope(scenarios, plan),
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


def _scope(scenarios: list[Seen], plan: Plan) -> Iterator[Line]:
    """Every scenario that is written for the phase ran: a figure of those that somebody chose says nothing of the rest."""
    ran = {one.outcome.path for one in scenarios}
    missing = tuple(f"{name}: did not run" for path, name in plan.written.items() if path not in ran)
    if plan.written:
        found = f"{len(plan.written) - len(missing)} of {len(plan.written)} written ran"
        yield Line(kind="scope", name="scope", found=found, wanted="all", holds=not missing, missing=missing)


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
