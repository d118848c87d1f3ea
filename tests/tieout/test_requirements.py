"""A requirement's number means one promise, and a scenario has a name, and with it evidence, of its own."""

from pathlib import Path

import pytest

from scenarios import rollouts
from tieout.feature_files import read
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


def test_the_plans_call_requirements_by_the_numbers_their_features_bear() -> None:
    known, mistakes = requirements(ROOT / "features")
    assert known
    assert not mistakes
    titles: dict[str, str] = {}
    for path in sorted((ROOT / "scenarios/rollouts").glob("*.yaml")):
        for one in rollouts.load(path).requirements:
            assert one.id in known
            assert titles.setdefault(one.id, one.title) == one.title, one.id
            proving = [
                file
                for file in map(read, sorted((ROOT / "features").rglob("*.feature")))
                if file.area in known[one.id].areas
                and any(
                    rollouts.fitting(one.proved_by)([tag.removeprefix("@") for tag in s.tags]) for s in file.scenarios
                )
            ]
            assert any(f"@req:{one.id}" in file.text for file in proving), one.id
