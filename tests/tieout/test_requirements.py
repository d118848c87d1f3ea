"""A requirement's number means one promise, and a scenario has a name, and with it evidence, of its own."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scenarios import rollouts
from tieout.feature_files import WrittenScenario, read
from tieout.naming import name_mistakes, same_evidence
from tieout.requirements import requirement_mistakes, requirements

ROOT = Path(__file__).parents[2]
LIST = "R-1: {promise: Invoices are right, areas: [billing, tax]}\nR-22: {promise: Money comes in, areas: [cash]}\n"
STORY = "{tags}\nFeature: F\n  Scenario: S\n    Given the company\n"


def told(root: Path, listed: str, **tags: str) -> list[str]:
    (root / "tags.yaml").write_text("x: y\n")
    (root / "requirements.yaml").write_text(listed)
    files = []
    for area, text in tags.items():
        path = root / area / "a.feature"
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY.format(tags=text))
        files.append(read(path))
    return [f"{Path(m.path).relative_to(root).as_posix()}:{m.line}: {m.sentence}" for m in requirement_mistakes(files)]


def test_several_features_and_areas_may_prove_one_promise(tmp_path: Path) -> None:
    assert told(tmp_path, LIST, billing="@req:R-1", tax="@req:R-1 # @req:R-9", cash="@req:R-22 @slow") == []


def test_a_number_used_for_something_else_or_never_promised_is_a_mistake(tmp_path: Path) -> None:
    assert told(tmp_path, LIST, billing="@req:R-1", cash="@slow\n@req:R-1", tax="@req:R-2") == [
        "cash/a.feature:2: the requirement R-1 is 'Invoices are right' of billing and tax, and this is cash: give this feature"
        " a number of its own, or add cash to its areas in " + f"{tmp_path.name}/requirements.yaml",
        f"tax/a.feature:1: the requirement R-2 is not in {tmp_path.name}/requirements.yaml; say there what it promises",
    ]


@pytest.mark.parametrize(
    ("listed", "said"),
    [
        (
            "R-1: {promise: This; and that, areas: [a]}",
            "requirements.yaml:1: the requirement R-1 promises several things",
        ),
        (
            LIST + "R-3: {promise: money comes IN, areas: [a]}",
            "requirements.yaml:3: the requirement R-3 promises what R-22 does",
        ),
        (LIST + LIST, "requirements.yaml:3: the requirement R-1 stands here twice"),
        ("R-1: Invoices", "requirements.yaml:1: the requirement R-1 cannot be read; write `NUMBER:"),
        ("R-1: {promise: p}", "requirements.yaml:1: the requirement R-1 cannot be read"),
        ("- R-1", "requirements.yaml:1: this is no list of requirements"),
        ("R-1: {promise: p", "requirements.yaml:1: this is not readable YAML"),
    ],
)
def test_a_list_that_cannot_be_read_is_told(tmp_path: Path, listed: str, said: str) -> None:
    assert any(one.startswith(said) for one in told(tmp_path, listed, billing="@slow"))


def test_without_a_list_every_number_goes(tmp_path: Path) -> None:
    path = tmp_path / "a.feature"
    path.write_text(STORY.format(tags="@req:R-1"))
    assert list(requirement_mistakes([read(path)])) == []


def test_names_that_differ_in_signs_alone_are_one_name(tmp_path: Path) -> None:
    path = tmp_path / "a.feature"
    names = ("Tax of 10%", "Tax of 10 %", "Tax of 10 EUR", "tax of 10%", "Steuer", "税", "税金", "Steuer")
    path.write_text("Feature: F\n" + "".join(f"  Scenario: {name}\n    Given a\n" for name in names))
    assert list(name_mistakes(read(path))) == [
        (
            4,
            'the scenario "Tax of 10 %" differs from "Tax of 10%" on line 2 in signs or case alone; give this one another name',
        ),
        (
            8,
            'the scenario "tax of 10%" differs from "Tax of 10%" on line 2 in signs or case alone; give this one another name',
        ),
        (16, 'the scenario "Steuer" already stands on line 10; give this one another name'),
    ]


def test_two_features_never_share_a_folder_of_evidence(tmp_path: Path) -> None:
    (tmp_path / "tags.yaml").write_text("x: y\n")
    paths = [tmp_path / "a.b.feature", tmp_path / "a" / "b.feature", tmp_path / "a" / "c.feature"]
    (tmp_path / "a").mkdir()
    for path in paths:
        path.write_text(STORY.format(tags=""))
    [one] = same_evidence([read(path) for path in paths])
    assert one.sentence.startswith(f"its evidence would lie with that of {tmp_path.name}/a.b.feature")


def written(tags: str) -> Callable[[WrittenScenario], bool]:
    fits = rollouts.fitting(tags)
    return lambda scenario: fits([tag.removeprefix("@") for tag in scenario.tags])


def test_the_plans_ask_for_every_requirement_by_its_number_and_promise_and_their_features_can_prove_it() -> None:
    known, mistakes = requirements(ROOT / "features")
    assert known
    assert not mistakes
    files = [read(path) for path in sorted((ROOT / "features").rglob("*.feature"))]
    asked: set[str] = set()
    for path in sorted((ROOT / "scenarios/rollouts").glob("*.yaml")):
        plan = rollouts.load(path)
        for phase in plan.phases:
            in_scope = written(phase.scope.tags or "")
            own = [(file.area, one) for file in files for one in file.scenarios if in_scope(one)]
            for gate in phase.control_gates:
                assert sum(written(gate.tags)(one) for _, one in own) >= gate.at_least, gate.gate
            for needed in plan.promised_in(phase):
                assert needed.title == known[needed.id].promise, needed.id
                proving = {area for area, one in own if written(needed.proved_by)(one)}
                assert proving & set(known[needed.id].areas), f"{phase.phase}: {needed.id}"
                asked.add(needed.id)
    missing = sorted(set(known) - asked)
    assert not missing, "no plan of scenarios/rollouts asks for these"


def test_northwind_goes_from_a_pilot_over_two_waves_to_scale_past_its_control_gates() -> None:
    plan = rollouts.load(ROOT / "scenarios/rollouts/northwind.yaml")
    gates = {phase.phase: [gate.gate for gate in phase.control_gates] for phase in plan.phases}
    assert list(gates) == ["pilot", "wave 2", "wave 3", "scale"]
    assert {
        "product master rationalized",
        "billing exception handling approved",
        "cutover reconciliation ready",
    } == set(gates["pilot"])
    assert "revenue scenarios complete" in gates["wave 3"]
    assert "data quality" in [one.measure for one in plan.phases[0].indicators]
