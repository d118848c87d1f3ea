"""Each phase of each shipped plan can be decided: there are scenarios of its scope, for each control gate, requirement, indicator and
population enough of them, what its pairs name is sold, and the roles that sign are the companies' own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cache

import pytest

from reports.signing.gate_rows import Plan
from scenarios.rollouts import Phase, load
from scenarios.world import load as company
from tests.tieout.test_requirements import ROOT
from tieout.feature_files import read
from tieout.gating import plan_of

PLANS = sorted((ROOT / "scenarios" / "rollouts").glob("*.yaml"))
PHASES = [
    *(("northwind", phase) for phase in ("pilot", "wave 2", "wave 3", "scale")),
    *(("contoso", phase) for phase in ("pilot", "receivables")),
    *(("meridian", phase) for phase in ("cutover", "group month")),
]


@cache
def written() -> tuple[tuple[str, ...], ...]:
    """The tags of every scenario there is."""
    files = (read(path) for path in sorted((ROOT / "features").rglob("*.feature")))
    return tuple(tuple(tag.removeprefix("@") for tag in one.tags) for file in files for one in file.scenarios)


@cache
def phases() -> dict[tuple[str, str], tuple[Phase, Plan]]:
    return {
        (path.stem, phase.phase): (phase, plan_of(rollout, phase, date(2026, 3, 1)))
        for path in PLANS
        for rollout in [load(path)]
        for phase in rollout.phases
    }


def of(plan: Plan) -> list[tuple[str, ...]]:
    return [tags for tags in written() if plan.in_scope(tags)]


def count(fits: Callable[[Sequence[str]], bool], own: Sequence[Sequence[str]]) -> int:
    return sum(map(fits, own))


def test_every_phase_is_looked_at() -> None:
    assert sorted(phases()) == sorted(PHASES)


@pytest.mark.parametrize(("rollout", "name"), PHASES)
def test_a_phase_has_what_it_is_decided_by(rollout: str, name: str) -> None:
    _, plan = phases()[rollout, name]
    own = of(plan)
    assert own
    short = {gate: (count(fits, own), least) for gate, _, least, fits in plan.control_gates}
    assert {gate: told for gate, told in short.items() if told[0] < told[1]} == {}
    assert [id_ for id_, _, _, fits in plan.requirements if not count(fits, own)] == []
    assert plan.requirements
    assert [measure for measure, _, _, fits in plan.indicators if not count(fits, own)] == []
    assert all(least is not None or most is not None for _, least, most, _ in plan.indicators)
    assert plan.signs


@pytest.mark.parametrize("rollout", sorted({rollout for rollout, _ in PHASES}))
def test_what_affects_many_is_tested_by_some_and_roles_are_of_a_company(rollout: str) -> None:
    own = [(phase, plan) for (of_plan, _), (phase, plan) in phases().items() if of_plan == rollout]
    for place, (affected, _) in enumerate(own[0][1].populations):
        tested = sum(count(plan.populations[place][1], of(plan)) for _, plan in own)
        assert 0 < tested < affected
    (path,) = (ROOT / "scenarios" / "companies").glob(f"{rollout}*.yaml")
    known = company(path)
    roles, codes = {one.role for one in known.signs}, {one.code for one in known.entities}
    for phase, plan in own:
        assert set(plan.signs) <= roles
        assert set(phase.scope.entities) <= codes
        assert set(phase.scope.products) <= {product.name for product in known.products}


def test_every_scenario_is_in_some_phase_of_the_house_plan() -> None:
    plans = [plan for (rollout, _), (_, plan) in phases().items() if rollout == "northwind"]
    assert [tags for tags in written() if not any(plan.in_scope(tags) for plan in plans)] == []
