"""Rollout plans in YAML: phases with their scope, indicators and control gates, requirements, known defects, and who signs.

plan = rollouts.load(Path("scenarios/rollouts/northwind.yaml"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from cucumber_tag_expressions import TagExpressionError
from cucumber_tag_expressions import parse as parse_tags
from pydantic import AfterValidator

from engine.model.event_contracts import STANDARD
from engine.model.events import EVENT_TYPES
from engine.model.payments import Method
from scenarios.complaints import complaints
from scenarios.lines import Value, read
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.words import Closed, Count, Currency, Day, Percent, Price, Text, wrong

Measure = Literal[
    "scenarios passed",
    "scenarios failed",
    "scenarios set aside",
    "scenarios not exercised",
    "requirements covered",
    "pairs tested",
    "unexplained differences",
    "money at risk",
    "ledger out of balance",
    "open defects",
    "blocking defects",
    "data quality",
    "data quality thresholds missed",
    "invoice accuracy",
    "billing exception rate",
    "revenue schedule accuracy",
    "manual entries",
    "manual amount",
    "entries of closed months",
    "close duration",
    "revenue leakage",
    "dso",
    "cash application cycle",
]
MEASURES: tuple[str, ...] = Measure.__args__  # type: ignore[attr-defined]  # a Literal's own values
Disposition = Literal["fix", "defer", "accept"]
Because = Literal[
    "turns a loss into profit",
    "meets a covenant or target",
    "overstates revenue or cash",
    "undetectable by tie-outs",
    "touches fraud, pay or law",
]


def _fits(text: str) -> str:
    try:
        parse_tags(text)
    except TagExpressionError as mistake:
        said = " ".join(part for part in str(mistake).split() if part.strip("^"))
        raise wrong(f"{text!r} is no expression of tags ({said}); write it like @amendments and not @slow") from None
    return text


Tags = Annotated[Text, AfterValidator(_fits)]


class Indicator(Closed):
    """A figure of the run and its threshold; a percentage or a count or an amount in every currency."""

    measure: Measure
    at_least: Percent | None = None
    at_most: Price | None = None
    tags: Tags | None = None


class ControlGate(Closed):
    """A control that must have been proved: scenarios with these tags, at least so many, and every one passed."""

    gate: Text
    tags: Tags
    at_least: Count = 1
    owner: Text = ""


class Scope(Closed):
    """What a phase covers: scenarios by tag, and the pairs of event, product, entity, currency and payment flow that must be
    tested."""

    tags: Tags | None = None
    events: tuple[Text, ...] = ()
    products: tuple[Text, ...] = ()
    entities: tuple[Text, ...] = ()
    currencies: tuple[Currency, ...] = ()
    payment_flows: tuple[Method, ...] = ()


class Phase(Closed):
    """A step of the rollout: pilot, wave 2 ... with what decides about it."""

    phase: Text
    scope: Scope = Scope()
    indicators: tuple[Indicator, ...] = ()
    control_gates: tuple[ControlGate, ...] = ()
    signs: tuple[Text, ...] = ()


class Requirement(Closed):
    """Something that was promised: scenarios with these tags prove it (none: those tagged with its number, `@req:Q2C-014`), in
    the phases named (none: in every phase)."""

    id: Text
    title: Text
    tags: Tags | None = None
    owner: Text = ""
    phases: tuple[Text, ...] = ()

    @property
    def proved_by(self) -> str:
        """The tags of the scenarios that prove it."""
        return self.tags or f"@req:{self.id}"

    def belongs_to(self, phase: Phase) -> bool:
        """Whether that phase has to prove it."""
        return not self.phases or phase.phase in self.phases


class Population(Closed):
    """How many there will be of what scenarios with these tags test a few of: a misstatement is projected over all of them."""

    of: Text
    tags: Tags
    affected: Count


class Raised(Closed):
    """What makes failures of scenarios with these tags graver by a level, whatever their amount (SAB 99)."""

    because: Because
    tags: Tags


class Defect(Closed):
    """A known defect: the scenario that shows it, who owns it, since when it is known, and what was decided until when."""

    id: Text
    title: Text
    scenario: Text
    owner: Text
    disposition: Disposition
    reason: Text = ""
    since: Day | None = None
    expires: Day | None = None

    def is_open(self, on: date) -> bool:
        """Whether it still stands in the way on a day: what was accepted does not until it expires."""
        return self.disposition != "accept" or (self.expires is not None and self.expires < on)


class Materiality(Closed):
    """Overall materiality in one currency; performance is 60% and trivial 5% of it (handbook, section 8)."""

    currency: Currency
    overall: Price


class Rollout(Closed):
    """The whole plan."""

    rollout: Text
    materiality: tuple[Materiality, ...] = ()
    populations: tuple[Population, ...] = ()
    raised: tuple[Raised, ...] = ()
    phases: tuple[Phase, ...]
    requirements: tuple[Requirement, ...] = ()
    defects: tuple[Defect, ...] = ()

    def promised_in(self, phase: Phase) -> list[Requirement]:
        """The requirements that a phase has to prove."""
        return [one for one in self.requirements if one.belongs_to(phase)]


def load(path: Path) -> Rollout:
    """The plan of a file. WorldError with every mistake: file, line, what is wrong, the nearest right spelling."""
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise WorldError([Mistake(str(path), 1, "the file is not text in UTF-8; save it so")]) from None
    except OSError as missing:
        said = f"the plan cannot be read: {(missing.strerror or 'unknown reason').lower()}"
        raise WorldError([Mistake(str(path), 1, said)]) from None
    root, mistakes = read(str(path), text)
    if mistakes and not root.content:  # nothing of it was read, so nothing more can be said
        raise WorldError(mistakes)
    found = list(mistakes)
    plan: Rollout | None = None
    try:
        plan = Rollout.model_validate(root.plain())
    except ValueError as invalid:
        found += complaints(str(path), Rollout, root, invalid)  # type: ignore[arg-type]  # pydantic's, which is a ValueError
    if plan is not None:
        found += [Mistake(str(path), line, said) for line, said in _mistakes(root, plan)]
    if found or plan is None:
        raise WorldError(found)
    return plan


def _mistakes(root: Value, plan: Rollout) -> Iterator[tuple[int, str]]:
    yield from _twice(root, "phases", [phase.phase for phase in plan.phases])
    yield from _twice(root, "requirements", [one.id for one in plan.requirements])
    yield from _twice(root, "defects", [one.id for one in plan.defects])
    yield from _unknown(root, plan)
    for number, phase in enumerate(plan.phases):
        for place, indicator in enumerate(phase.indicators):
            if (indicator.at_least is None) == (indicator.at_most is None):
                line = root.line_of("phases", number, "indicators", place)
                yield line, f"{indicator.measure}: give one threshold, either 'at least' or 'at most'"
    for number, defect in enumerate(plan.defects):
        if defect.disposition != "fix" and not (defect.reason and defect.expires):
            yield (
                root.line_of("defects", number),
                f"{defect.id}: to {defect.disposition} needs a reason and an 'expires' day",
            )


def _unknown(root: Value, plan: Rollout) -> Iterator[tuple[int, str]]:
    """Phases that requirements name and nobody plans; events that no system takes, so that no scenario can show them."""
    phases, taken = [phase.phase for phase in plan.phases], list(dict.fromkeys(one.event for one in STANDARD))
    for number, one in enumerate(plan.requirements):
        for name in one.phases:
            if name not in phases:
                line = root.line_of("requirements", number, "phases")
                yield line, f"{one.id}: there is no phase {name!r}{did_you_mean(name, phases)}"
    for number, phase in enumerate(plan.phases):
        for event in phase.scope.events:
            if event not in taken:
                line = root.line_of("phases", number, "scope", "events")
                what = "no system takes the event" if event in EVENT_TYPES else "there is no event"
                yield line, f"{what} {event!r}{did_you_mean(event, taken)}"


def _twice(root: Value, key: str, names: list[str]) -> Iterator[tuple[int, str]]:
    for number, name in enumerate(names):
        if name in names[:number]:
            yield root.line_of(key, number), f"{name!r} stands twice in {key}"


def phase_named(plan: Rollout, name: str) -> Phase:
    """The phase of that name, ignoring case. LookupError with one sentence if there is none."""
    found = next((phase for phase in plan.phases if phase.phase.casefold() == name.casefold()), None)
    if found is None:
        names = [phase.phase for phase in plan.phases]
        raise LookupError(f"{plan.rollout} has no phase {name!r}{did_you_mean(name, names)}")
    return found


def fitting(tags: str | None) -> Callable[[Any], bool]:
    """A test of a scenario's tags (without their at sign) by an expression; without one, all fit."""
    if tags is None:
        return lambda _: True
    expression = parse_tags(tags)
    return lambda found: bool(expression.evaluate([f"@{tag}" for tag in found]))
