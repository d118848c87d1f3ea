"""The weeks after go-live: a series of runs side by side, each with its exceptions, cash, differences and closes, and what is
new, fixed or regressed since the run before. One file, from the evidence of the runs alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from reports.evidence.chain import contents_of, manifest_of, seal_findings
from reports.evidence.figures import added, money
from reports.evidence.outcomes import Outcome, distrusted, outcome
from reports.evidence.run_figures import RunFigure, run_figures
from reports.evidence.touched import Touched, touched
from reports.pages import style, template
from reports.run.charts import HIGH, STEP

SHOWN = 40
CASH = ("Cash application cycle", "DSO", "Unapplied cash to receivables")
CASH_TIES = ("Unapplied cash", "Unidentified cash", "Payments received", "Receivables")


@dataclass(frozen=True, kw_only=True)
class Day:
    """One run of the series. `outcomes`: by the scenario's anchor; `sound`: its evidence is as it was sealed."""

    name: str
    outcomes: dict[str, Outcome]
    ties: Counter[str]
    cash_off: int
    closes: int
    figures: dict[str, RunFigure]
    at_risk: str
    sound: bool

    @property
    def exceptions(self) -> list[Outcome]:
        """Every scenario that did not pass, the failed ones first."""
        found = (one for one in self.outcomes.values() if one.verdict != "passed")
        return sorted(found, key=lambda one: (one.verdict != "failed", one.anchor))


@dataclass(frozen=True, kw_only=True)
class Change:
    """A scenario that ended otherwise than in the run before. `what`: new, fixed, regressed, gone or still failing."""

    what: str
    scenario: str
    before: str
    now: str
    owner: str
    why: str


def day(folder: Path) -> Day:
    """A run of the series, read from its folder."""
    manifest = manifest_of(folder)
    told: dict[str, tuple[Outcome, Touched]] = {}
    sound = bool(manifest) and not any(True for _ in seal_findings(manifest))
    for name, records, wrong in contents_of(folder, manifest):
        one = outcome(name, records) if records or not wrong else distrusted(name, wrong[0])
        told[one.anchor] = one, touched(records)
        sound = sound and not wrong
    ties, cash_off = Counter[str](), 0
    for _, what in told.values():
        for (title, state), count in what.ties.items():
            ties[state] += count
            cash_off += count if title in CASH_TIES and state != "tied" else 0
    figures = run_figures((found, one.anchor, "") for one, what in told.values() for found in what.figures)
    return Day(
        name=folder.resolve().name,
        outcomes={anchor: one for anchor, (one, _) in told.items()},
        ties=ties,
        cash_off=cash_off,
        closes=sum(what.closed for _, what in told.values()),
        figures={one.name: one for one in figures},
        at_risk=", ".join(money(amount) for amount in added(a for one, _ in told.values() for a in one.at_risk))
        or "0.00",
        sound=sound,
    )


def changes(before: Day, now: Day) -> list[Change]:
    """What a run has that the one before had not, scenario by scenario; what passed in both is not told."""
    found = [
        _change(anchor, before.outcomes.get(anchor), now.outcomes.get(anchor))
        for anchor in sorted({*before.outcomes, *now.outcomes})
    ]
    order = ("regressed", "new", "still failing", "gone", "fixed")
    return sorted((one for one in found if one), key=lambda one: (order.index(one.what), one.scenario))


def _change(anchor: str, before: Outcome | None, now: Outcome | None) -> Change | None:
    was, is_ = before.verdict if before else "", now.verdict if now else ""
    failing = {"failed", "not exercised", "skipped"}
    if not is_:
        what = "gone"
    elif is_ in failing:
        what = "new" if not was else "regressed" if was == "passed" else "still failing"
    elif was in failing:
        what = "fixed"
    else:
        return None
    one = now or before
    assert one is not None
    why = one.failures[0]["title"] if one.failures else (one.skipped or {}).get("reason", "")
    return Change(
        what=what,
        scenario=str(one.scenario["name"]),
        before=was or "not there",
        now=is_ or "not there",
        owner=one.owner,
        why=str(why),
    )


def page(days: Sequence[Day]) -> str:
    """Compose the page."""
    told = [changes(before, now) for before, now in pairwise(days)]
    return template("hypercare.html").render(
        days=days,
        last=days[-1],
        changed=told[-1][:SHOWN] if told else [],
        more=max(len(told[-1]) - SHOWN, 0) if told else 0,
        counts=[Counter(one.what for one in found) for found in told],
        rows=list(_rows(days)),
        style=style("report.css"),
    )


def _rows(days: Sequence[Day]) -> list[dict[str, Any]]:
    """The lines of the series: a number for each run, and a bar for it."""
    lines: list[tuple[str, list[str], list[int]]] = [
        ("Exceptions", [f"{len(one.exceptions):,}" for one in days], [len(one.exceptions) for one in days]),
        *_ties(days),
        ("Cash not in place", [f"{one.cash_off:,}" for one in days], [one.cash_off for one in days]),
        ("Months closed", [f"{one.closes:,}" for one in days], [one.closes for one in days]),
    ]
    for name in dict.fromkeys(name for one in days for name in one.figures):
        found = [one.figures.get(name) for one in days]
        lines.append(
            (name, [one.said if one else "none" for one in found], [int(one.value or 0) if one else 0 for one in found])
        )
    return [
        {"name": name, "said": said, "bars": _bars(values), "width": len(values) * STEP} for name, said, values in lines
    ]


def _ties(days: Sequence[Day]) -> list[tuple[str, list[str], list[int]]]:
    states = (
        ("Reconciliations tied out", "tied"),
        ("Differences announced", "announced"),
        ("Differences unexplained", "unexplained"),
    )
    return [
        (name, [f"{one.ties[state]:,}" for one in days], [one.ties[state] for one in days]) for name, state in states
    ]


def _bars(values: Sequence[int]) -> list[tuple[int, int, int]]:
    most = max([*values, 1])
    heights = [max(value * HIGH // most, 1) for value in values]
    return [(place * STEP, HIGH - height, height) for place, height in enumerate(heights)]
