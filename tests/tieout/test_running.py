"""Features run as tests, end to end: what is printed, what is written down, and what the exit status says."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = ("--vocabulary", "tests.tieout.vocabulary")
PYTEST = ("pytest", "-p", "tieout.plugin", *VOCABULARY)
CONFTEST = """
import pytest
from steps.story import StoryWorld

class World(StoryWorld):
    gone = False

    def ask(self):
        if self.gone:
            raise OSError("nobody answers")
        return ()

    amount_in_test = out_of_balance = property(ask)
    today = property(lambda self: self.ask() or None)

    def finish(self):
        self.ask()

@pytest.fixture(scope="session")
def world_factory():
    return lambda stage: World()
"""
GOOD = """@amendments
Feature: Billing
  Background:
    Given the company "Nord"

  Scenario: Midterm upsell
    When Globex adds 20 "Seat" from 16 March 2026
    Then the invoice total is 119.00 USD

  Rule: Tax
    @slow
    Scenario Outline: Tax of <rate>
      When the tax is <rate>

      Examples:
        | rate |
        | 10%  |
        | 20%  |
"""
BAD = """Feature: Wrong
  Scenario: Lines differ
    Then the invoice shows:
      | account     | net    |
      | Receivables | 100.00 |
      | Revenue     | 100.00 |
    And the tax is 10%

  Scenario: A bug
    Then something breaks

  Scenario: Beyond the stack
    When time goes back
    And the tax is 10%
"""


class Folder:
    """A folder of features outside of the repository, and what came of running it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "conftest.py").write_text(CONFTEST)

    def write(self, name: str, text: str) -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A fresh process, as a person would start it."""
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=self.path,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.call("tieout.cli", "run", *VOCABULARY, *(arguments or (".",)))

    def records(self, name: str, out: str = "out/latest") -> list[dict[str, object]]:
        [path] = (self.path / out / "evidence").glob(f"*/{name}.jsonl")
        return [json.loads(line) for line in path.read_text().splitlines()]

    def total(self) -> dict[str, int]:
        manifest = json.loads((self.path / "out/latest/manifest.json").read_text())
        return dict(manifest["control_total"])


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_scenarios_run_and_the_control_total_is_said(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    done = folder.run()
    assert done.returncode == 0, done.stdout + done.stderr
    assert "scenarios: 3 passed" in done.stdout
    assert "written 3 = collected 3 = run 3 = reported 3" in done.stdout
    assert "report: out/latest/report.html" in done.stdout
    assert sorted(p.name for p in (folder.path / "out/latest/").iterdir()) == [
        *("evidence", "junit.xml", "manifest.json", "report.html", "sources", "timings.json")
    ]


def test_evidence_holds_every_step_of_the_background_the_rule_and_the_row(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.run()
    first, *steps, result = folder.records("tax-of-rate-row-2")
    assert {k: first[k] for k in ("area", "rule", "name", "tags", "feature_path")} == {
        "area": "billing",
        "rule": "Tax",
        "name": "Tax of 20%",
        "tags": ["amendments", "slow"],
        "feature_path": f"{folder.path.name}/billing/upsell.feature",
    }
    assert [(s["text"], s["background"], s["verdict"]) for s in steps] == [
        ('the company "Nord"', True, "passed"),
        ("the tax is 20%", False, "passed"),
    ]
    assert result["verdict"] == "passed"


def test_failures_are_told_in_business_words_and_never_as_a_traceback(folder: Folder) -> None:
    folder.write("wrong.feature", BAD)
    done = folder.run()
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    assert "wrong.feature:3: Then the invoice shows:" in done.stdout
    assert "! | Revenue     | 100.00        |" in done.stdout
    assert "found: 119.00" in done.stdout
    assert "difference: 19.00 USD" in done.stdout
    assert "a bug in Tieout or in your steps: KeyError: 'qty'; run with --traceback" in done.stdout
    assert "scenarios: 2 failed, 1 not exercised" in done.stdout


def test_a_traceback_comes_when_it_is_asked_for(folder: Folder) -> None:
    folder.write("wrong.feature", BAD)
    assert 'raise KeyError("qty")' in folder.run(".", "--traceback").stdout


def test_a_failure_is_written_down_with_its_money_and_the_steps_never_reached(folder: Folder) -> None:
    folder.write("wrong.feature", BAD)
    folder.run()
    records = folder.records("lines-differ")
    [failed] = [r for r in records if r["kind"] == "failed"]
    assert (failed["cause"], failed["step"], failed["money_at_risk"]) == (
        "expectation",
        1,
        [{"currency": "USD", "minor": 1900}],
    )
    assert [r["verdict"] for r in records if r["kind"] == "step"] == ["failed", "not reached"]
    [skipped] = [r for r in folder.records("beyond-the-stack") if r["kind"] == "skipped"]
    assert skipped["capability"] == "travel in time"


@pytest.mark.parametrize(
    ("selection", "ran"),
    [
        (["-k", "upsell"], 3),  # the file's name fits
        (["-k", "Midterm"], 1),
        (["--tags", "@slow"], 2),
        (["--tags", "@amendments and not @slow"], 1),
        (["--tags", "not amendments"], 0),
    ],
)
def test_a_selection_is_part_of_the_control_total(folder: Folder, selection: list[str], ran: int) -> None:
    folder.write("billing/upsell.feature", GOOD)
    done = folder.run(".", *selection)
    assert done.returncode == (0 if ran else 5), done.stdout + done.stderr
    if ran:
        assert folder.total()["run"] == folder.total()["reported"] == ran
        assert f"run {ran} = reported {ran}" in done.stdout
        assert ("selected" in done.stdout) == (ran < 3)
    else:
        assert "nothing to run" in done.stdout


def test_plain_pytest_runs_the_same_in_two_processes_with_the_same_bytes(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("wrong.feature", BAD)
    assert folder.run().returncode == 1
    done = folder.call(*PYTEST, "-n", "2", "--out", "two", "billing", "wrong.feature")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "written 6 = collected 6 = run 6 = reported 6" in done.stdout
    one, two = folder.path / "out/latest/evidence", folder.path / "two/latest/evidence"
    assert _bytes(one) == _bytes(two)
    assert len(_bytes(one)) == 6


def _bytes(evidence: Path) -> dict[str, bytes]:
    return {str(path.relative_to(evidence)): path.read_bytes() for path in evidence.rglob("*.jsonl")}


def test_one_scenario_or_one_row_runs_by_its_name(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    for name in ("Midterm upsell", "Tax of 20% [row 2: 20%]"):
        done = folder.call(*PYTEST, "-v", f"billing/upsell.feature::{name}")
        assert f"billing/upsell.feature::{name} PASSED" in done.stdout, done.stdout + done.stderr
        assert "selected 1 = run 1 = reported 1" in done.stdout


def test_nothing_acts_while_anything_is_wrong(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("typo.feature", "Feature: T\n  Scenario: T\n    Then the invoice totals is 1.00 USD\n")
    for command in (["tieout.cli", "run", *VOCABULARY, "."], [*PYTEST, "."], [*PYTEST, "-n", "2", "."]):
        done = folder.call(*command)
        said = done.stdout + done.stderr
        assert done.returncode == 4
        assert "typo.feature:3: no sentence reads" in said
        assert "did you mean: the invoice total is 1.00 USD" in said
        assert "Traceback" not in said
        assert not (folder.path / "out").exists()
    checked = folder.call("tieout.cli", "check", *VOCABULARY, ".")
    assert (checked.returncode, checked.stdout.count("typo.feature:3:")) == (1, 1)


def test_a_scenario_set_aside_is_written_down_with_its_owner(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("tags.yaml", "amendments: changes\nslow: takes long\n")
    folder.write(
        "exceptions.yaml",
        "- scenario: Midterm upsell\n  feature: billing/upsell.feature\n  owner: Finance\n  reason: wait\n  until: 2999-12-31\n",
    )
    done = folder.run()
    assert "scenarios: 2 passed, 1 skipped" in done.stdout
    records = folder.records("midterm-upsell")
    assert [r["kind"] for r in records] == ["scenario", "skipped", "step", "step", "step", "result"]
    assert (records[1]["owner"], records[1]["until"]) == ("Finance", "2999-12-31")


def test_a_scenario_whose_systems_are_gone_still_gets_its_verdict(folder: Folder) -> None:
    folder.write("gone.feature", "Feature: G\n  Scenario: G\n    When the systems go away\n    And the tax is 10%\n")
    done = folder.run()
    assert done.returncode == 1
    assert "written 1 = collected 1 = run 1 = reported 1" in done.stdout
    assert "OSError: nobody answers" in done.stdout
    records = folder.records("g")
    assert (records[-1]["kind"], records[-1]["verdict"]) == ("result", "failed")
    assert [r["kind"] for r in records].count("failed") == 1


def test_no_tag_switches_a_scenario_off(folder: Folder) -> None:
    folder.write("skip.feature", "@skip @xfail\nFeature: S\n  Scenario: S\n    Then something breaks\n")
    done = folder.run()
    assert done.returncode == 1
    assert "scenarios: 1 failed" in done.stdout


def test_two_sentences_for_one_text_name_both_places(folder: Folder) -> None:
    folder.write("a.feature", "Feature: A\n  Scenario: A\n    When the tax is 10%\n")
    with (folder.path / "conftest.py").open("a") as file:
        file.write(
            '\nfrom steps.phrases import when\n@when("the {word} is {percent}")\ndef other(world, word, rate):\n    "Another."\n'
        )
    said = folder.run().stderr
    assert "can be read in 2 ways" in said
    assert re.search(r"conftest\.py:\d+", said)
    assert re.search(r"vocabulary\.py:\d+", said)


def test_a_sentence_written_badly_is_one_sentence_about_its_place(folder: Folder) -> None:
    folder.write("a.feature", "Feature: A\n  Scenario: A\n    When the tax is 10%\n")
    with (folder.path / "conftest.py").open("a") as file:
        file.write(
            '\nfrom steps.phrases import when\n@when("a {thing} happens")\ndef other(world, thing):\n    "Another."\n'
        )
    done = folder.run()
    assert done.returncode != 0
    assert "conftest.py" in done.stderr
    assert "{thing} is no declared kind of value" in done.stderr
    assert "Traceback" not in done.stderr


def test_features_from_several_places_are_all_counted(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder.write("billing/upsell.feature", GOOD)
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "other.feature"
    elsewhere.write_text(GOOD)
    done = folder.run("billing", str(elsewhere))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "written 6 = collected 6 = run 6 = reported 6" in done.stdout


def test_two_runs_at_once_keep_apart_and_latest_is_whole(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    assert folder.run().returncode == folder.run().returncode == 0
    runs = [path for path in (folder.path / "out").iterdir() if not path.is_symlink()]
    assert len(runs) == 2
    assert (folder.path / "out/latest").resolve() in runs


def test_what_earlier_runs_left_is_no_story(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("out/earlier/left.feature", GOOD)
    folder.write("notes/out/kept.feature", GOOD)
    assert "written 6 = collected 6 = run 6 = reported 6" in folder.run().stdout


def test_the_hooks_of_pytest_bdd_are_called_in_its_order(folder: Folder) -> None:
    hooks = ["before_scenario", "before_step", "before_step_call", "step_error", "after_step", "after_scenario"]
    told = "".join(f"\ndef pytest_bdd_{hook}(request):\n    CALLED.append({hook!r})\n" for hook in hooks)
    at_end = "\ndef pytest_sessionfinish():\n    open('called', 'w').write(' '.join(CALLED))\n"
    folder.write("conftest.py", f"{CONFTEST}\nCALLED = []\n{told}{at_end}")
    folder.write(
        "one.feature",
        "Feature: F\n  Scenario: S\n    Given the tax is 1%\n    And something breaks\n    And the tax is 2%\n",
    )
    assert folder.run().returncode == 1
    step = ["before_step", "before_step_call"]
    expected = ["before_scenario", *step, "after_step", *step, "step_error", "after_scenario"]
    assert (folder.path / "called").read_text().split() == expected


def test_an_output_folder_that_cannot_be_written_is_one_sentence(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.write("blocked", "a file")
    done = folder.run(".", "--out", "blocked/here")
    assert done.returncode == 4
    assert "cannot be written: Not a directory; choose another with --out" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_feature_that_is_not_there_suggests_the_one_that_is(folder: Folder) -> None:
    folder.write("upsell.feature", GOOD)
    done = folder.run("upsel.feature")
    assert done.returncode == 4
    assert "there is no feature file upsel.feature; did you mean upsell.feature?" in done.stderr


def test_allure_shows_the_steps_and_carries_the_evidence(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    assert folder.run(".", "-k", "Midterm", "--allure", "allure").returncode == 0
    [path] = (folder.path / "allure").glob("*-result.json")
    told = json.loads(path.read_text())
    assert [step["name"] for step in told["steps"]] == [
        'Given the company "Nord"',
        'When Globex adds 20 "Seat" from 16 March 2026',
        "Then the invoice total is 119.00 USD",
    ]
    [evidence] = [a["source"] for a in told["attachments"] if a["name"] == "evidence"]
    assert (folder.path / "allure" / evidence).read_bytes() == _only(folder.path / "out/latest/evidence")
    assert str(folder.path) not in path.read_text()


def _only(evidence: Path) -> bytes:
    [content] = _bytes(evidence).values()
    return content


def test_a_report_is_made_again_from_its_evidence_and_a_changed_line_is_found(folder: Folder) -> None:
    folder.write("billing/upsell.feature", GOOD)
    folder.run()
    run = (folder.path / "out/latest").resolve()
    first = (run / "report.html").read_bytes()
    assert folder.call("tieout.cli", "report", "out/latest").returncode == 0
    assert (run / "report.html").read_bytes() == first
    [changed] = run.glob("evidence/*/midterm-upsell.jsonl")
    changed.write_text(changed.read_text().replace("Globex", "Initech"))
    done = folder.call("tieout.cli", "report", "out/latest")
    assert done.returncode == 1
    assert "midterm-upsell.jsonl" in done.stdout


def test_a_feature_is_begun_and_says_what_it_lacks(folder: Folder) -> None:
    assert folder.call("tieout.cli", "new", "feature", "Retroactive discount", "--area", "pricing").returncode == 0
    again = folder.call("tieout.cli", "new", "feature", "Retroactive discount", "--area", "pricing")
    assert (again.returncode, "is there already" in again.stderr) == (1, True)
    checked = folder.call("tieout.cli", "check", *VOCABULARY, "features")
    assert checked.returncode == 1
    assert "features/pricing/retroactive_discount.feature:4:" in checked.stdout
