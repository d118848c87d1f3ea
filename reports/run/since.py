"""What a run has that a run before had not, scenario by scenario: new, regressed, fixed, still failing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.evidence.chain import manifest_of
from reports.evidence.outcomes import Outcome
from reports.evidence.placing import responsible

SHOWN = 10
KINDS = ("regressed", "new failure", "still failing", "fixed")


@dataclass(frozen=True, kw_only=True)
class Changed:
    """A scenario that ended otherwise than before, or failed again."""

    what: str
    scenario: str
    feature: str
    anchor: str
    before: str
    now: str
    owner: str


def _verdicts(folder: Path) -> dict[str, str]:
    return {file["path"]: file["verdict"] or "interrupted" for file in manifest_of(folder).get("files", [])}


def since(before: Path | None, outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """What stands on the first screen beside a run before; nothing where there is none, or none with a scenario in common."""
    then = _verdicts(before) if before else {}
    now = {one.path: one for one in outcomes}
    if before is None or not then.keys() & now.keys():
        return {}
    changes = [found for path, one in now.items() if (found := _changed(then.get(path), one))]
    changes.sort(key=lambda one: (KINDS.index(one.what), one.scenario))
    counts = Counter(one.what for one in changes)
    return {
        "run": before.name,
        "common": len(then.keys() & now.keys()),
        "added": len(now.keys() - then.keys()),
        "gone": len(then.keys() - now.keys()),
        "counts": {what: counts[what] for what in KINDS},
        "changes": changes[:SHOWN],
        "more": max(len(changes) - SHOWN, 0),
    }


def _changed(before: str | None, now: Outcome) -> Changed | None:
    if now.verdict == "passed":
        what = "fixed" if before not in (None, "passed") else ""
    else:
        what = "new failure" if before is None else "regressed" if before == "passed" else "still failing"
    if not what:
        return None
    return Changed(
        what=what,
        scenario=str(now.scenario["name"]),
        feature=str(now.scenario["feature_name"]),
        anchor=now.anchor,
        before=before or "not there",
        now=now.verdict,
        owner=responsible(now),
    )
