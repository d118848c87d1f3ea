"""`tieout gate`: go or no-go of a rollout's phase, from the evidence of a run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from tieout.clock import today

if TYPE_CHECKING:
    from reports.evidence.severity import Materiality
    from reports.signing.defect_list import KnownDefect
    from reports.signing.gate_rows import Plan
    from reports.signing.gates import Decision
    from scenarios.rollouts import Defect, Phase, Rollout

_NAMED = 8


def gate(
    plan: Annotated[Path, typer.Option(help="the rollout plan, a file of scenarios/rollouts")],
    phase: Annotated[str | None, typer.Argument(help="the phase, like pilot; without one, each of the plan")] = None,
    run: Annotated[Path, typer.Option(help="the run folder")] = Path("out/latest"),
    against: Annotated[
        Path | None,
        typer.Option(help="the features folder of today: what is written there for the phase must have run"),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="for other programs")] = False,
) -> None:
    """Say go or no-go: each indicator with its figure and threshold, what is missing, and what was never tested."""
    from reports.evidence.encoding import canonical, plain

    if not (run / "manifest.json").is_file():
        _stop(f"{run} is no finished run: it has no manifest.json")
    if against is not None and not against.is_dir():
        _stop(f"there is no folder {against}")
    decisions = [decided(run, plan, one, against) for one in ([phase] if phase else _phases(plan))]
    for decision in decisions:
        told = {"go": decision.go, **asdict(decision)}
        lines = [json.dumps(json.loads(canonical(plain(told))), indent=1)] if as_json else _lines(decision)
        for line in lines:
            typer.echo(line)
    raise typer.Exit(0 if all(decision.go for decision in decisions) else 1)


def _phases(plan: Path) -> list[str]:
    """The phases of a plan, in order; one that is wrong ends the command with its mistakes."""
    from scenarios.mistakes import WorldError
    from scenarios.rollouts import load

    try:
        return [phase.phase for phase in load(plan).phases]
    except WorldError as wrong:
        _stop(str(wrong))


def decided(run: Path, plan: Path, phase: str, against: Path | None = None) -> Decision:
    """The gate of a phase; a plan that is wrong, or has no such phase, ends the command with its mistakes."""
    from reports.signing.gates import decide
    from scenarios.mistakes import WorldError
    from scenarios.rollouts import load, phase_named
    from tieout.written import written

    try:
        rollout = load(plan)
        asked = plan_of(rollout, phase_named(rollout, phase), today())
        return decide(run.resolve(), replace(asked, written=written(run, asked.in_scope, against)))
    except (WorldError, LookupError) as wrong:
        _stop(str(wrong))


def plan_of(rollout: Rollout, phase: Phase, on: date) -> Plan:
    """A phase of a plan in the plain terms of the reports."""
    from reports.signing.gate_rows import Plan
    from scenarios.rollouts import fitting

    scope = phase.scope
    return Plan(
        rollout=rollout.rollout,
        phase=phase.phase,
        in_scope=fitting(scope.tags),
        pairs={
            "event": scope.events,
            "product": scope.products,
            "entity": scope.entities,
            "currency": scope.currencies,
            "payment flow": scope.payment_flows,
        },
        indicators=[(i.measure, _exact(i.at_least), _exact(i.at_most), fitting(i.tags)) for i in phase.indicators],
        control_gates=[(one.gate, one.owner, one.at_least, fitting(one.tags)) for one in phase.control_gates],
        requirements=[(one.id, one.title, one.owner, fitting(one.proved_by)) for one in rollout.promised_in(phase)],
        defects=[(one.id, one.scenario, one.owner, one.disposition, one.is_open(on)) for one in rollout.defects],
        scales={one.currency: _scale(one.currency, one.overall) for one in rollout.materiality},
        signs=phase.signs,
        today=on,
        register=[_known(one, on) for one in rollout.defects],
        populations=[(one.affected, fitting(one.tags)) for one in rollout.populations],
        raised=[(one.because, fitting(one.tags)) for one in rollout.raised],
    )


def _known(defect: Defect, on: date) -> KnownDefect:
    from reports.signing.defect_list import KnownDefect

    return KnownDefect(
        id=defect.id,
        title=defect.title,
        scenario=defect.scenario,
        owner=defect.owner,
        disposition=defect.disposition,
        reason=defect.reason,
        expires=defect.expires,
        stands=defect.is_open(on),
        since=defect.since,
        age=(on - defect.since).days if defect.since else None,
    )


def _exact(value: object) -> Fraction | None:
    return None if value is None else Fraction(str(value))


def _scale(currency: str, overall: Decimal) -> Materiality:
    from engine.model.money import exponent
    from reports.evidence.severity import Materiality

    return Materiality(currency=currency, overall=Fraction(overall) * 10 ** exponent(currency))


def _lines(decision: Decision) -> Iterator[str]:
    yield f"{decision.rollout}, {decision.phase}: {'GO' if decision.go else 'NO-GO'}"
    for line in decision.lines:
        what = line.name if line.kind == line.name else f"{line.kind}: {line.name}"
        yield f"  {'holds ' if line.holds else 'fails '} {what}: {line.found}; wanted: {line.wanted}"
        yield from _named(line.missing)
    for failing in decision.failing:
        decided = f"{failing.defect}, {failing.disposition}, {failing.owner}" if failing.defect else "no decision"
        rated = zip(failing.rating.axes, failing.rating.levels, strict=True)
        axes = ", ".join(f"{axis} {level}" for axis, level in rated)
        why = f"{axes}; {failing.rating.reason}; {', '.join(filter(None, (decided, _age(failing.age))))}"
        yield f"  {failing.rating.severity} {failing.scenario}: {failing.title} ({why})"
    for known in decision.defects:
        until = f" until {known.expires}" if known.expires else ""
        stands = ", ".join(filter(None, ("stands" if known.stands else "accepted", _age(known.age))))
        yield f"  defect {known.id}: {known.title}: {known.owner}, {known.disposition}{until}, {stands}; {known.scenario} {known.shows}"
    for state in ("failing", "not exercised", "untested"):
        yield from (f"  {state}: {one.id} {one.title}" for one in decision.requirements if one.state == state)
    if decision.pairs and not any(line.name == "pairs tested" for line in decision.lines):
        yield f"  pairs tested: {decision.pairs - len(decision.untested)} of {decision.pairs}"
        yield from _named([f"never together: {pair}" for pair in decision.untested])


def _age(days: int | None) -> str:
    """How long a defect is known; nothing where the plan does not say since when."""
    return "" if days is None else f"known for {days:,} {'day' if days == 1 else 'days'}"


def _named(missing: list[str] | tuple[str, ...]) -> Iterator[str]:
    yield from (f"           {one}" for one in missing[:_NAMED])
    if len(missing) > _NAMED:
        yield f"           and {len(missing) - _NAMED} more"


def _stop(sentence: str) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(1)
