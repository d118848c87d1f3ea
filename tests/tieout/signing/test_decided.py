"""What a controller reads of a failure in the filed PDF: owner, decision and its last day, each axis, money against materiality, age."""

from __future__ import annotations

import subprocess
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from reports.evidence.placing import by_gravity
from reports.evidence.seen import seen
from reports.signing.decided import exceptions, gate
from reports.signing.pdf import write_pdf
from scenarios.rollouts import load
from tests.reports.sample import FAILURE, sealed, told
from tieout.gating import decided, plan_of

# Performance materiality is 60% of 100.00.
PLAN = """
rollout: Sample
materiality: [{currency: USD, overall: "100.00"}]
phases: [{phase: pilot, signs: [Controller]}]
defects:
  - {id: D-1, title: The April credit is late, scenario: Older, owner: Priya Nair, disposition: defer, reason: fixed in May,
     expires: 2099-12-31, since: 2026-01-01}
"""


def failing(folder: Path, name: str, title: str, minor: int, **bears: list[str]) -> None:
    at_risk = [{"minor": minor, "currency": "USD"}] if minor else []
    failure: dict[str, Any] = FAILURE | {"title": title, "severity": None, "money_at_risk": at_risk, **bears}
    told(folder, name, "failed", ("failed", failure))


def sample(folder: Path) -> tuple[Path, Path]:
    run, plan = folder / "run", folder / "plan.yaml"
    failing(run, "Older", "Globex is invoiced", 3000, axes=["revenue"], natures=["customer billed wrongly"])
    failing(run, "Newer", "the tax ledger of January 2026", 0, natures=["tax misstated on a return"])
    told(run, "Good", "passed")
    plan.write_text(PLAN)
    return sealed(run, 3), plan


def test_each_failure_says_owner_decision_axes_share_of_materiality_and_age(tmp_path: Path) -> None:
    run, plan = sample(tmp_path)
    told_ = gate(decided(run, plan, "pilot"))
    assert told_
    newer, older = told_["failures"]
    assert (newer["severity"], newer["decided"], newer["age"], newer["risk"], newer["share"]) == (
        "S1",
        "no decision",
        "new",
        "\N{EN DASH}",
        "\N{EN DASH}",
    )
    # 30.00 of 60.00.
    assert (older["owner"], older["decided"], older["risk"], older["share"]) == (
        "Priya Nair",
        "D-1: defer until 2099-12-31",
        "30.00 USD",
        "50%",
    )
    assert told_["axes"] == ["Cash", "Revenue", "Tax and compliance", "Customer"]
    assert older["axes"] == ["\N{EN DASH}", "S2", "\N{EN DASH}", "S2"]
    (known,) = told_["register"]
    told_of = ["Priya Nair", "defer until 2099-12-31", "2026-01-01", "fixed in May", "fails; in the way"]
    assert known[2:] == told_of


def test_age_is_counted_to_the_day_of_the_gate(tmp_path: Path) -> None:
    from reports.signing.failings import failures

    run, plan = sample(tmp_path)
    rollout = load(plan)
    found = failures(seen(run), plan_of(rollout, rollout.phases[0], date(2026, 3, 1)))
    older = next(one for one in found if one.scenario == "Older")
    assert (older.age, older.expires, older.rating.impact) == (59, date(2099, 12, 31), Fraction(1, 2))


def test_without_a_plan_an_exception_still_says_its_axes_and_its_owner(tmp_path: Path) -> None:
    run, _ = sample(tmp_path)
    missed = sorted((one.outcome for one in seen(run) if one.outcome.verdict != "passed"), key=by_gravity)
    rows = exceptions(missed, {"failed": "failed"}, None)
    assert [row[1] for row in rows] == ["Newer", "Older"]
    assert rows[1][4] == "revenue S2, customer S2"


def test_the_pages_show_it(tmp_path: Path) -> None:
    run, plan = sample(tmp_path)
    path = write_pdf(run, decided(run, plan, "pilot"))
    text = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout
    table = text.partition("Failures and what was decided")[2].partition("Exceptions")[0]
    for word in ("Priya Nair", "D-1: defer", "50%", "30.00 USD", "no decision", "materiality", "days", "new"):
        assert word in table, table
