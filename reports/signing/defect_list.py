"""The list of known defects as a run finds it: who owns each, what was decided until when, and whether it still shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from reports.evidence.seen import Seen

Shows = Literal["fails", "passes now", "did not run"]


@dataclass(frozen=True, kw_only=True)
class KnownDefect:
    """A defect of the plan. `stands`: it is in the way of the gate; `shows`: what became of its scenario in this run;
    `age`: for so many days it is known."""

    id: str
    title: str
    scenario: str
    owner: str
    disposition: str
    reason: str
    expires: date | None
    stands: bool
    since: date | None = None
    age: int | None = None
    shows: Shows = "did not run"


def as_run(known: Iterable[KnownDefect], scenarios: Sequence[Seen]) -> tuple[KnownDefect, ...]:
    """The list with what became of each scenario, those that stand in the way first."""
    verdicts: dict[str, set[str]] = {}
    for one in scenarios:
        verdicts.setdefault(one.name, set()).add(one.outcome.verdict)
    found = [replace(one, shows=_shows(verdicts.get(one.scenario, set()))) for one in known]
    return tuple(sorted(found, key=lambda one: (not one.stands, one.id)))


def _shows(verdicts: set[str]) -> Shows:
    if "failed" in verdicts:
        return "fails"
    return "passes now" if verdicts == {"passed"} else "did not run"
