"""What a run leaves behind: evidence of every step, the same bytes in any number of processes, and what is made of it."""

import json
import subprocess
import sys
from pathlib import Path

from engine.model.policies import QUESTIONS
from tests.tieout.folders import BAD, GOOD, PYTEST, ROOT, Folder

CONVENTIONS = """Feature: Conventions
  Scenario: The company's own
    Given the company "Sakura Cloud"
    And today is 1 March 2026
    Then every event contract is kept

  Scenario: The story's
    Given the company "Sakura Cloud"
    And these conventions:
      | question       | answer              |
      | proration      | 30/360              |
      | downgrade      | at once with credit |
      | revenue spread | by month            |
    And today is 1 March 2026
    Then every event contract is kept
"""


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


def test_every_convention_is_written_down_with_the_answer_in_force_and_who_gave_it(tmp_path: Path) -> None:
    (tmp_path / "conventions.feature").write_text(CONVENTIONS)
    call = [
        sys.executable,
        "-m",
        "tieout.cli",
        "run",
        str(tmp_path / "conventions.feature"),
        "--out",
        str(tmp_path / "out"),
    ]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    told = {}
    for path in (tmp_path / "out/latest/evidence").glob("*/*.jsonl"):
        [record] = [json.loads(line) for line in path.read_text().splitlines() if '"kind":"policies"' in line]
        assert [one["question"] for one in record["applied"]] == [question.question for question in QUESTIONS]
        told[path.stem] = {one["question"]: (one["answer"], one["source"]) for one in record["applied"]}
    assert {
        question: told["the-company-s-own"][question] for question in ("proration", "downgrade", "revenue spread")
    } == {
        "proration": ("months", "company"),
        "downgrade": ("at period end without credit", "company"),
        "revenue spread": ("by day", "default"),
    }
    changed = {
        question: answer
        for question, answer in told["the-story-s"].items()
        if answer != told["the-company-s-own"][question]
    }
    assert changed == {
        "proration": ("30/360", "story"),
        "downgrade": ("at once with credit", "story"),  # the house's own answer, but the story gave it
        "revenue spread": ("by month", "story"),
    }


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


def _bytes(evidence: Path) -> dict[str, bytes]:
    return {str(path.relative_to(evidence)): path.read_bytes() for path in evidence.rglob("*.jsonl")}


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
