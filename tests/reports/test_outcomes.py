from __future__ import annotations

from pathlib import Path

import pytest

from reports.evidence.chain import control_total, verify
from reports.evidence.outcomes import agrees, outcomes, summary
from tests.reports.sample import FAILURE, STEP, sealed, told


def test_a_run_is_summed_up_for_the_console(tmp_path: Path) -> None:
    told(tmp_path, "Good")
    told(tmp_path, "Bad", "failed", ("step", STEP), ("failed", FAILURE))
    told(tmp_path, "Later", "skipped", ("skipped", {"owner": "Ana", "reason": "tax table", "until": "2026-09-30"}))
    told(tmp_path, "Live", "not exercised", ("skipped", {"reason": "cannot travel", "capability": "travel in time"}))
    found = summary(sealed(tmp_path, 4))
    assert found.counts == {"passed": 1, "failed": 1, "not exercised": 1, "skipped": 1}
    assert found.agrees
    assert not found.passed
    assert [one.scenario["name"] for one in found.failed] == ["Bad"]
    assert [one.owner for one in found.skipped] == ["Ana", ""]
    assert found.at_risk == [{"minor": 10000, "currency": "USD"}]


def test_a_run_without_failures_has_passed(tmp_path: Path) -> None:
    told(tmp_path, "Good")
    assert summary(sealed(tmp_path, 1)).passed


def test_a_lost_scenario_is_no_success(tmp_path: Path) -> None:
    told(tmp_path, "Good")
    assert not summary(sealed(tmp_path, 2)).passed


def test_an_interrupted_scenario_has_failed(tmp_path: Path) -> None:
    told(tmp_path, "Cut short", None)
    (one,) = outcomes(tmp_path)
    assert one.verdict == "failed"
    assert [failure["title"] for failure in one.failures] == ["The scenario was interrupted"]


def test_who_must_act_can_be_named_by_a_tag(tmp_path: Path) -> None:
    told(tmp_path, "Bad", "failed", ("failed", FAILURE), tags=["@owner:Priya", "@upsell"])
    (one,) = outcomes(tmp_path)
    assert (one.owner, one.severity) == ("Priya", "S2")


def test_the_worst_severity_counts(tmp_path: Path) -> None:
    failures = [("failed", {**FAILURE, "severity": severity}) for severity in (None, "S3", "S1", "S2")]
    told(tmp_path, "Bad", "failed", *failures)
    assert outcomes(tmp_path)[0].severity == "S1"


@pytest.mark.parametrize(
    ("counts", "signs", "whole"),
    [
        ({"written": 3, "collected": 3, "run": 3, "reported": 3}, "===", True),
        ({"written": 3, "collected": 2, "run": 2, "reported": 2}, "≠==", False),
        ({"written": 3, "collected": 3, "run": 3, "reported": 4}, "==≠", False),
        ({"written": 3, "collected": 3, "selected": 1, "run": 1, "reported": 1}, "=>==", True),
        ({"written": 3, "collected": 3, "selected": 1, "run": 3, "reported": 3}, "=>≠=", False),
        ({"written": 3, "collected": 3, "selected": 4, "run": 4, "reported": 4}, "=≠==", False),
        ({"reported": 3}, "≠≠≠", False),
        ({}, "≠≠≠", False),
    ],
)
def test_the_control_total_shows_where_scenarios_were_lost(counts: dict[str, int], signs: str, whole: bool) -> None:
    total = control_total({"control_total": counts})
    assert "".join(step.sign for step in total) == signs
    assert agrees(total) is whole


def test_a_selection_is_a_whole_run_of_a_part(tmp_path: Path) -> None:
    told(tmp_path, "Good")
    total = {"written": 5, "collected": 5, "selected": 1, "run": 1}
    assert verify(sealed(tmp_path, 1, control_total=total)) == []
