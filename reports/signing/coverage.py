"""What was promised against what was run: each requirement, and each pair of event, product, entity, currency and payment flow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Literal

from reports.evidence.seen import Seen

State = Literal["covered", "failing", "not exercised", "untested"]
DIMENSIONS = ("event", "product", "entity", "currency", "payment flow")


@dataclass(frozen=True, kw_only=True)
class Covered:
    """A requirement, how many scenarios prove it, and in which features they stand: several may prove one."""

    id: str
    title: str
    owner: str
    state: State
    scenarios: int
    features: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Pair:
    """Two things of the scope that no passed scenario has had together."""

    one: tuple[str, str]
    other: tuple[str, str]

    def __str__(self) -> str:
        return f"{self.one[0]} {self.one[1]} with {self.other[0]} {self.other[1]}"


def covered(
    id_: str, title: str, owner: str, fits: Callable[[Sequence[str]], bool], scenarios: Iterable[Seen]
) -> Covered:
    """How a requirement stands: failing if one of its scenarios failed, covered if one passed, else why not."""
    proving = [one.outcome for one in scenarios if fits(one.outcome.tags)]
    state = _state([one.verdict for one in proving])
    features = tuple(sorted({str(one.scenario["feature_name"]) for one in proving}))
    return Covered(id=id_, title=title, owner=owner, state=state, scenarios=len(proving), features=features)


def _state(verdicts: list[str]) -> State:
    if "failed" in verdicts:
        return "failing"
    if "passed" in verdicts:
        return "covered"
    return "not exercised" if verdicts else "untested"


def untested(scope: dict[str, Sequence[str]], scenarios: Iterable[Seen]) -> tuple[int, list[Pair]]:
    """How many pairs the scope has, and which of them no passed scenario went through."""
    passed = [_touched(one) for one in scenarios if one.outcome.verdict == "passed"]
    wanted = [
        Pair(one=(first, a), other=(second, b))
        for first, second in combinations(DIMENSIONS, 2)
        for a, b in product(scope.get(first, ()), scope.get(second, ()))
    ]
    missing = [pair for pair in wanted if not any(_has(one, pair) for one in passed)]
    return len(wanted), missing


def _touched(one: Seen) -> dict[str, frozenset[str]]:
    return dict(
        zip(DIMENSIONS, (one.events, one.products, one.entities, one.currencies, one.payment_flows), strict=True)
    )


def _has(touched: dict[str, frozenset[str]], pair: Pair) -> bool:
    return all(value in touched[dimension] for dimension, value in (pair.one, pair.other))
