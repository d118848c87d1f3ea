"""The failures of a phase in the order in which they are to be looked at: severity, then impact against performance
materiality, then age; and what a plan says of populations and of what makes them graver."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.reports.sample import FAILURE, sealed, told
from tests.tieout.test_gating import run_gate

# Performance materiality is 60.00, trivial 5.00.
PLAN = """
rollout: Sample
materiality: [{currency: USD, overall: "100.00"}]
populations:
  - {of: contracts with seats, tags: "@seats", affected: 100}
  - {of: all contracts, tags: "@seats and not @none", affected: 10}
raised:
  - {because: "touches fraud, pay or law", tags: "@law"}
phases: [{phase: pilot}]
defects:
  - {id: D-1, title: a, scenario: Older, owner: A, disposition: fix, since: 2026-01-01}
  - {id: D-2, title: b, scenario: Newer, owner: A, disposition: fix, since: 2026-06-01}
"""


def failed(
    folder: Path, name: str, title: str, minor: int, tags: str = "@x", *records: Any, natures: tuple[str, ...] = ()
) -> None:
    failure = FAILURE | {"title": title, "severity": None, "money_at_risk": [{"minor": minor, "currency": "USD"}]}
    failure |= {"natures": list(natures)}
    told(folder, name, "failed", *records, ("failed", failure), tags=tags.split())


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    folder = tmp_path_factory.mktemp("gravity")
    run = folder / "run"
    failed(run, "Newer", "a price", 3000)
    failed(run, "Larger", "another price", 5000)
    failed(run, "Unknown", "a third price", 3000)
    failed(run, "Older", "a fourth price", 3000)
    failed(run, "Forbidden", "a title that says nothing", 600, natures=("closed period changed",))
    failed(run, "Wide", "a fifth price", 600, "@seats")
    failed(run, "Lawful", "a sixth price", 600, "@law")
    told(run, "Good", "passed", tags=["@seats"])
    sealed(run, 8)
    lines = run_gate(folder, PLAN)[1].splitlines()
    return [line.strip() for line in lines if line.startswith("  S")]


def test_the_gravest_comes_first_then_the_larger_share_of_materiality_then_the_older(said: list[str]) -> None:
    # Wide: 6.00 x 100 / 2 tested = 300.00, five times performance materiality. Larger: 50.00 of 60.00; the others half of it.
    assert [line.split(":")[0] for line in said] == [
        "S1 Wide",
        "S1 Forbidden",
        "S1 Lawful",
        "S2 Larger",
        "S2 Older",
        "S2 Newer",
        "S2 Unknown",
    ]


def test_each_line_says_the_axes_and_why(said: list[str]) -> None:
    assert said[0].endswith(
        "(customer S1; at or above performance materiality; projected from 2 tested over 100; no decision)"
    )
    assert said[1].endswith("(tax and compliance S1; closed period changed; no decision)")
    assert said[2].endswith("(customer S1; above what is trivial; raised: touches fraud, pay or law; no decision)")
    assert "(customer S2; above what is trivial; D-1, fix, A, known for " in said[4]


NOTHING_LEFT = {"minor": 0, "currency": "USD"}
TIED: dict[str, Any] = {
    "step": None,
    "title": "Receivables",
    "as_of": "2026-03-31",
    "announced": False,
    "currency": "USD",
    "entity": "S",
    "period": None,
    "left": "billing",
    "right": "erp",
    "left_amount": NOTHING_LEFT,
    "right_amount": NOTHING_LEFT,
    "difference": NOTHING_LEFT,
    "items": [],
}
TOO_MUCH_REVENUE: dict[str, Any] = {
    "step": 1,
    "title": "the balances",
    "verdict": "failed",
    "columns": ["account", "debit", "credit"],
    "rows": [
        {
            "sign": "!",
            "cells": [
                {"expected": "Revenue", "found": "Revenue", "equal": True},
                {"expected": "", "found": "", "equal": True},
                {"expected": "1.00", "found": "7.00", "equal": False},
            ],
        }
    ],
    "money_difference": [],
    "likely_cause": None,
}


CHART: dict[str, Any] = {
    "accounts": [{"code": "4000", "name": "Revenue", "type": "income", "role": "revenue"}],
    "months": [],
}


def test_what_fails_in_two_scenarios_repeats_and_what_no_tie_out_sees_or_overstates_is_graver(tmp_path: Path) -> None:
    failed(tmp_path / "run", "Once", "a price", 200)
    failed(tmp_path / "run", "Again", "a price", 200)
    failed(tmp_path / "run", "Unseen", "another price", 600, "@x", ("reconciliation", TIED))
    failed(tmp_path / "run", "Too much", "a third price", 600, "@x", ("check", TOO_MUCH_REVENUE), ("ledger", CHART))
    sealed(tmp_path / "run", 4)
    lines = run_gate(tmp_path, PLAN)[1]
    for line in (
        "S2 Once: a price (customer S2; systematic; raised: repeats; no decision)",
        "S1 Unseen: another price (customer S1; above what is trivial; raised: undetectable by tie-outs; no decision)",
        "S1 Too much: a third price (customer S1; above what is trivial; raised: overstates revenue or cash; no dec",
    ):
        assert line in lines


def test_a_plan_may_only_raise_for_what_the_handbook_names(tmp_path: Path) -> None:
    failed(tmp_path / "run", "Once", "a price", 200)
    sealed(tmp_path / "run", 1)
    status, lines = run_gate(tmp_path, PLAN.replace("touches fraud, pay or law", "touches fraud, pay or lav"))
    assert status != 0
    assert "because: unknown answer 'touches fraud, pay or lav'; did you mean 'touches fraud, pay or law'?" in lines
