"""What a run has that the run before had not, scenario by scenario: new, regressed, fixed, still failing.

The verdicts of the run before are kept beside the evidence (`since.json`), as wall times are: no two runs have them in common.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reports.encoding import write_whole
from reports.evidence import manifest_of
from reports.outcomes import Outcome
from reports.placing import responsible

FILE = "since.json"
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


def keep_verdicts(folder: Path, before: Path) -> None:
    """Write down how the scenarios of the run before ended, by evidence file; nothing if the two have none in common."""
    then, now = _verdicts(before), _verdicts(folder)
    if then.keys() & now.keys():
        told = {"run": before.name, "verdicts": dict(sorted(then.items()))}
        write_whole(folder / FILE, json.dumps(told, indent=1))


def _verdicts(folder: Path) -> dict[str, str]:
    return {file["path"]: file["verdict"] or "interrupted" for file in manifest_of(folder).get("files", [])}


def since(folder: Path, outcomes: Iterable[Outcome]) -> dict[str, Any]:
    """What stands on the first screen; nothing where there was no run before."""
    path = folder / FILE
    if not path.is_file():
        return {}
    told = json.loads(path.read_text(encoding="utf-8"))
    before, now = told["verdicts"], {one.path: one for one in outcomes}
    changes = [found for path, one in now.items() if (found := _changed(before.get(path), one))]
    changes.sort(key=lambda one: (KINDS.index(one.what), one.scenario))
    counts = Counter(one.what for one in changes)
    return {
        "run": told["run"],
        "common": len(before.keys() & now.keys()),
        "added": len(now.keys() - before.keys()),
        "gone": len(before.keys() - now.keys()),
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
