"""What became of each scenario of a run, and the run in a few figures, read back from its evidence."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from reports.evidence.chain import Counted, Finding, Record, control_total, manifest_of, scenario_files, whole_lines
from reports.evidence.figures import added
from reports.evidence.records import Amount

VERDICTS = ("passed", "failed", "not exercised", "skipped")
_TELLING = tuple(f'"kind":"{kind}"' for kind in ("scenario", "skipped", "failed", "result"))


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """One scenario and its verdict. A scenario without a result was interrupted, and counts as failed."""

    path: str
    scenario: Record
    verdict: str
    skipped: Record | None
    failures: list[Record]
    amount_in_test: list[Amount]
    out_of_balance: list[Amount]

    @property
    def anchor(self) -> str:
        """Name the scenario in an address: feature, then scenario, as its file is named."""
        return ".".join(Path(self.path).with_suffix("").parts[-2:])

    @property
    def tags(self) -> list[str]:
        """List the tags without their at sign."""
        return [tag.removeprefix("@") for tag in self.scenario["tags"]]

    @property
    def at_risk(self) -> list[Amount]:
        """Add up what the failures put at risk, by currency."""
        return added(amount for failure in self.failures for amount in failure["money_at_risk"])

    @property
    def severity(self) -> str:
        """Say the worst severity of the failures, or nothing."""
        return min((failure["severity"] for failure in self.failures if failure["severity"]), default="")

    @property
    def owner(self) -> str:
        """Say who must act: the owner of a skip, or whom the tag ``owner:`` names."""
        named = [tag.removeprefix("owner:") for tag in self.tags if tag.startswith("owner:")]
        return (self.skipped or {}).get("owner") or ", ".join(named)


@dataclass(frozen=True, kw_only=True)
class Summary:
    """A run for the console: how many of each verdict, what failed, and whether the control total agrees."""

    counts: dict[str, int]
    control_total: list[Counted]
    agrees: bool
    failed: list[Outcome]
    skipped: list[Outcome]
    amount_in_test: list[Amount]
    at_risk: list[Amount]
    out_of_balance: list[Amount]

    @property
    def passed(self) -> bool:
        """Tell whether the run may end with success: nothing failed and nothing got lost."""
        return self.agrees and not self.counts["failed"]


def outcome(path: str, records: list[Record]) -> Outcome:
    """Say what became of a scenario from the records of its file."""
    by_kind: dict[str, list[Record]] = {}
    for record in records:
        by_kind.setdefault(record["kind"], []).append(record)
    result = by_kind.get("result", [_no_result()])[-1]
    failures = by_kind.get("failed", [])
    return Outcome(
        path=path,
        scenario=by_kind["scenario"][0] if "scenario" in by_kind else _unnamed(path),
        verdict=result["verdict"],
        skipped=by_kind.get("skipped", [None])[0],
        failures=failures if "result" in by_kind else [*failures, _interrupted()],
        amount_in_test=result["amount_in_test"],
        out_of_balance=result["out_of_balance"],
    )


def distrusted(path: str, finding: Finding) -> Outcome:
    """Stand in for a scenario whose evidence was changed: whatever it said, it is not believed."""
    told = outcome(path, [])
    failure = _failure("The evidence was changed after the run", f"{finding}\nRun this scenario again.")
    return Outcome(**{**vars(told), "failures": [failure]})


def _failure(title: str, message: str) -> Record:
    return {
        "step": None,
        "title": title,
        "message": message,
        "cause": "bug",
        "money_at_risk": [],
        "severity": "S1",
    }


def _interrupted() -> Record:
    return _failure("The scenario was interrupted", "The evidence ends before a verdict. Run this scenario again.")


def _no_result() -> Record:
    return {"verdict": "failed", "amount_in_test": [], "out_of_balance": []}


def _unnamed(path: str) -> Record:
    feature, name = Path(path).with_suffix("").parts[-2:]
    return {
        "feature_path": f"{feature}.feature",
        "feature_name": feature,
        "area": feature.split(".")[0],
        "rule": None,
        "name": name,
        "example": None,
        "tags": [],
        "line": 0,
        "description": "",
    }


def in_order(outcomes: list[Outcome]) -> list[Outcome]:
    """Order scenarios as a reader meets them: by area, feature file and line."""
    return sorted(outcomes, key=reading_order)


def reading_order(told: Outcome) -> tuple[str, str, int, str]:
    """Give the key of the reading order."""
    scenario = told.scenario
    return scenario["area"], scenario["feature_path"], scenario["line"], told.path


def outcomes(folder: Path) -> list[Outcome]:
    """Read the outcomes of a run: quick, and trusting; ``verify`` is what checks that nothing was changed."""
    found = []
    for path in scenario_files(folder):
        records = [json.loads(line) for line in whole_lines(path) if any(kind in line for kind in _TELLING)]
        found.append(outcome(path.relative_to(folder).as_posix(), records))
    return in_order(found)


def agrees(total: list[Counted]) -> bool:
    """Tell whether no scenario got lost between writing and reporting."""
    return all(step.sign != "\u2260" for step in total)


def summary(folder: Path) -> Summary:
    """Sum up a run folder for the console."""
    told = outcomes(folder)
    total = control_total(manifest_of(folder))
    counted = Counter(one.verdict for one in told)
    return Summary(
        counts={verdict: counted[verdict] for verdict in VERDICTS},
        control_total=total,
        agrees=agrees(total),
        failed=[one for one in told if one.verdict == "failed"],
        skipped=[one for one in told if one.skipped],
        amount_in_test=added(amount for one in told for amount in one.amount_in_test),
        at_risk=added(amount for one in told for amount in one.at_risk),
        out_of_balance=added(amount for one in told for amount in one.out_of_balance),
    )
