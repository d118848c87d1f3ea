"""A gate asks that everything written for its phase ran: who chooses the scenarios that pass has shown nothing of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from reports.evidence.sources import keep
from tests.reports.sample import sealed, told
from tests.tieout.test_gating import run_gate

PLAN = "rollout: S\nphases:\n  - phase: pilot\n    scope: {tags: '@upsell and not @later'}\n"
FEATURE = """@upsell
Feature: Upsell

  Scenario: Added
    When Globex adds 1 "Seat" from 1 March 2026

  Scenario Outline: Taxed
    When the tax is <rate>

    Examples:
      | rate |
      | 10%  |
      | 20%  |

  @later
  Scenario: Of the next phase
    When the tax is 10%
"""


@pytest.fixture
def features(tmp_path: Path) -> Path:
    path = tmp_path / "features" / "amendments" / "upsell.feature"
    path.parent.mkdir(parents=True)
    path.write_text(FEATURE, encoding="utf-8")
    (tmp_path / "features" / "tags.yaml").write_text("upsell: more\n", encoding="utf-8")
    return tmp_path / "features"


def gate_after(features: Path, *ran: str, against: Path | None = None) -> tuple[int, str]:
    folder = features.parent / "run"
    for name in ran:
        told(folder, name, "passed")
    kept = keep(folder, {"features/amendments/upsell.feature": features / "amendments" / "upsell.feature"}, {})
    sealed(folder, len(ran), sources=kept)
    return run_gate(features.parent, PLAN, *(("--against", str(against)) if against else ()))


def test_all_that_is_written_for_the_phase_ran(features: Path) -> None:
    status, said = gate_after(features, "Added", "Taxed row 1", "Taxed row 2")
    assert status == 0, said
    assert "holds  scope: 3 of 3 written ran; wanted: all" in said


def test_a_scenario_and_a_row_that_nobody_selected_are_a_no_go_and_named(features: Path) -> None:
    status, said = gate_after(features, "Added", "Taxed row 1")
    assert status == 1
    assert "fails  scope: 2 of 3 written ran; wanted: all" in said
    assert "Taxed [row 2: 20%]: did not run" in said
    assert "Of the next phase" not in said


def test_what_was_written_since_the_run_is_asked_for_where_the_features_are_named(features: Path) -> None:
    assert gate_after(features, "Added", "Taxed row 1", "Taxed row 2", against=features)[0] == 0
    later = features / "amendments" / "downgrade.feature"
    later.write_text("@upsell\nFeature: D\n  Scenario: Fewer\n    When the tax is 10%\n", encoding="utf-8")
    status, said = run_gate(features.parent, PLAN, "--against", str(features))
    assert status == 1
    assert "3 of 4 written ran" in said
    assert "Fewer: did not run" in said


def test_features_that_are_nowhere_are_said_so(features: Path) -> None:
    status, said = gate_after(features, "Added", against=features / "nowhere")
    assert status == 1
    assert "there is no folder" in said


FLOWS = """rollout: S
phases:
  - phase: pilot
    scope: {currencies: [USD], events: [payment received], payment flows: [card, direct debit, bank transfer]}
    indicators: [{measure: pairs tested, at least: 100%}]
"""
EVENT: dict[str, object] = {
    "number": "E-1",
    "source": "payments",
    "on": "2026-03-16",
    "subject": "P-1",
    "customer": "Globex",
    "deliveries": [],
}


def test_a_phase_covers_ways_of_paying_each_with_each_event_and_currency(tmp_path: Path) -> None:
    def paid(method: str) -> tuple[str, dict[str, object]]:
        payload = {"amount": {"currency": "USD", "minor": 100}, "method": method}
        return "event", EVENT | {"type": "payment received", "payload": payload}

    folder = tmp_path / "run"
    told(folder, "By card", "passed", paid("card"))
    estimate = ("event", EVENT | {"type": "delivery recorded", "payload": {"method": "expected value"}})
    told(folder, "By transfer", "passed", paid("bank transfer"), estimate)
    told(folder, "By debit", "failed", paid("direct debit"))  # what failed has tested nothing
    sealed(folder, 3)
    status, said = run_gate(tmp_path, FLOWS)
    # payment received x USD, x 3 flows, USD x 3 flows: seven pairs, of which no direct debit passed.
    assert status == 1
    assert "pairs tested: 71.4% (5 of 7)" in said
    assert "never together: event payment received with payment flow direct debit" in said
    assert "never together: currency USD with payment flow direct debit" in said
    assert "bank transfer" not in said


def test_a_way_of_paying_that_nobody_knows_is_told(tmp_path: Path) -> None:
    told(tmp_path / "run", "By card", "passed")
    sealed(tmp_path / "run", 1)
    status, said = run_gate(tmp_path, FLOWS.replace("direct debit", "direct debt"))
    assert status != 0
    assert "payment flows: unknown answer 'direct debt'; did you mean 'direct debit'?" in said
