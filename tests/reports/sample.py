"""A small run to write pages of: scenarios with just the records a test is about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.samples.evidence import scenario
from reports.evidence.chain import ScenarioEvidence, seal

RESULT: dict[str, Any] = {"amount_in_test": [], "out_of_balance": []}
STEP: dict[str, Any] = {
    "index": 1,
    "keyword": "When",
    "text": "Globex pays",
    "line": 9,
    "pattern": "{customer} pays",
    "background": False,
    "table": None,
    "docstring": None,
    "verdict": "passed",
    "business_date": "2026-03-16",
}
FAILURE: dict[str, Any] = {
    "step": 1,
    "title": "The invoice differs",
    "message": "expected 119.00, found 19.00",
    "cause": "expectation",
    "money_at_risk": [{"minor": 10000, "currency": "USD"}],
    "severity": "S2",
}


def told(
    folder: Path, name: str, verdict: str | None = "passed", *records: tuple[str, dict[str, Any]], **more: Any
) -> Path:
    """Write one scenario; a verdict of None leaves it interrupted."""
    facts = scenario("amendments/upsell", "Upsell", name, "@upsell", 7)
    path = folder / "evidence" / "amendments.upsell" / f"{name.lower().replace(' ', '-')}.jsonl"
    with ScenarioEvidence(path) as evidence:
        evidence.write("scenario", **{**facts, **more})
        for kind, record in records:
            evidence.write(kind, **record)
        if verdict:
            evidence.write("result", verdict=verdict, **RESULT)
    return path


def sealed(folder: Path, count: int, **facts: Any) -> Path:
    """Seal a run in which so many scenarios were written, collected and run."""
    seal(folder, **{"control_total": {"written": count, "collected": count, "run": count}, **facts})
    return folder
