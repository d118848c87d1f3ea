"""What a run has that the run before had not, and where a failure shows."""

from pathlib import Path
from typing import Any

import pytest

from reports.evidence.outcomes import outcomes
from reports.evidence.placing import responsible, severity_of
from reports.run.page import page
from reports.run.since import since
from tests.reports.sample import sealed, told

FAILURE: dict[str, Any] = {
    "step": None,
    "message": "m",
    "cause": "expectation",
    "severity": None,
    "stage": "close",
    "owner": "Controller",
}


def failed(title: str, *amounts: int) -> tuple[str, dict[str, Any]]:
    risk = [{"minor": minor, "currency": "USD"} for minor in amounts]
    return "failed", {**FAILURE, "title": title, "money_at_risk": risk}


@pytest.fixture
def runs(tmp_path: Path) -> tuple[Path, Path]:
    before, now = tmp_path / "20260301-080000", tmp_path / "20260302-080000"
    for name, verdict in (
        ("Same", "passed"),
        ("Worse", "passed"),
        ("Bad", "failed"),
        ("Better", "failed"),
        ("Gone", "passed"),
    ):
        told(before, name, verdict, *([failed("the journal")] if verdict == "failed" else []))
    sealed(before, 5)
    for name, verdict in (
        ("Same", "passed"),
        ("Worse", "failed"),
        ("Bad", "failed"),
        ("Better", "passed"),
        ("New", "failed"),
        ("Fresh", "passed"),
    ):
        told(now, name, verdict, *([failed("the journal", 500)] if verdict == "failed" else []))
    sealed(now, 6)
    return before, now


def test_what_changed_since_the_run_before(runs):
    before, now = runs
    assert since(None, outcomes(now)) == {}
    found = since(before, outcomes(now))
    assert (found["run"], found["common"], found["added"], found["gone"]) == ("20260301-080000", 4, 2, 1)
    assert found["counts"] == {"regressed": 1, "new failure": 1, "still failing": 1, "fixed": 1}
    assert [(one.what, one.scenario, one.before, one.now, one.owner) for one in found["changes"]] == [
        ("regressed", "Worse", "passed", "failed", "Controller"),
        ("new failure", "New", "not there", "failed", "Controller"),
        ("still failing", "Bad", "failed", "failed", "Controller"),
        ("fixed", "Better", "failed", "passed", ""),
    ]
    html = page(now, before=before)
    assert "Since the run before" in html
    assert "<b>1</b> regressed" in html
    assert "Since the run before" not in page(now)


def test_a_run_of_other_scenarios_is_compared_with_nothing(runs, tmp_path):
    before, _ = runs
    other = tmp_path / "20260303-080000"
    told(other, "Unheard of", "passed")
    sealed(other, 1)
    assert since(before, outcomes(other)) == {}


def test_a_failure_nobody_rated_is_rated_by_its_nature_and_nobody_named_is_the_role_of_its_stage(runs):
    _, now = runs
    worse = next(one for one in outcomes(now) if one.scenario["name"] == "Worse")
    assert (severity_of(worse.failures[0]), responsible(worse)) == ("S2", "Controller")
    assert severity_of({**worse.failures[0], "severity": "S4"}) == "S4"
    assert severity_of({**worse.failures[0], "cause": "bug"}) == "S1"
