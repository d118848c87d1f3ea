"""What a gate is made of: the phase as the plan has it, the rows of the gate, and the failures behind them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from reports.evidence.rating import Rating
from reports.evidence.records import Amount
from reports.evidence.severity import Materiality
from reports.signing.defect_list import KnownDefect


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
    """A failed scenario with its rating, since when it is known (`age`: so many days), and what was decided until when."""

    scenario: str
    title: str
    rating: Rating
    at_risk: Sequence[Amount]
    defect: str
    owner: str
    disposition: str
    since: date | None = None
    age: int | None = None
    expires: date | None = None


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A phase as this room needs it: plain values and tests of tags, so that it knows nothing of files.

    `populations`: how many there will be of what scenarios with tags test; `raised`: what makes failures of tags graver.
    `written`: the scenarios that its features hold for the phase, by the path of the evidence that each would leave.
    """

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
    populations: Sequence[tuple[int, Callable[[Sequence[str]], bool]]] = ()
    raised: Sequence[tuple[str, Callable[[Sequence[str]], bool]]] = ()
    written: Mapping[str, str] = field(default_factory=dict)
