"""The sign-off report as one would file it: a PDF made from the evidence of a run, its sign-offs and, if there is one, its gate.

The same evidence gives the same pages. Set with Typst, which needs nothing of the machine.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import typst

from reports.evidence.chain import Record, control_total, manifest_of, scenario_files, whole_lines
from reports.evidence.encoding import digest
from reports.evidence.figures import added, money
from reports.evidence.outcomes import Outcome, outcome, reading_order
from reports.evidence.placing import by_gravity
from reports.evidence.run_figures import RunFigure, run_figures
from reports.evidence.touched import key_figures
from reports.signing.decided import exceptions, gate
from reports.signing.gates import Decision
from reports.signing.sign_offs import sign_offs
from reports.signing.verifying import verify

TEMPLATE = Path(__file__).parent.parent / "templates" / "signoff.typ"
_KINDS = tuple(
    f'"kind":"{kind}"' for kind in ("scenario", "skipped", "failed", "result", "step", "reconciliation", "close_report")
)
_VERDICTS = {"passed": "passed", "failed": "failed", "not exercised": "not exercised", "skipped": "set aside"}


def write_pdf(folder: Path, decision: Decision | None = None) -> Path:
    """Write signoff.pdf into the run folder, all or nothing; answers where it is."""
    path = folder / "signoff.pdf"
    half = folder / ".signoff.pdf.part"
    half.write_bytes(pdf(folder, decision))
    os.replace(half, path)
    return path


def pdf(folder: Path, decision: Decision | None = None) -> bytes:
    """The bytes of the PDF."""
    told = json.dumps(_told(folder, decision), ensure_ascii=False, sort_keys=True)
    made = typst.compile(TEMPLATE, format="pdf", sys_inputs={"told": told})
    assert isinstance(made, bytes)
    return made


def _told(folder: Path, decision: Decision | None) -> dict[str, Any]:
    manifest = manifest_of(folder)
    scenarios = sorted(
        (_scenario(path.relative_to(folder).as_posix(), path) for path in scenario_files(folder)),
        key=lambda one: reading_order(one[0]),
    )
    outcomes = [one for one, _ in scenarios]
    missed = [one for one in outcomes if one.verdict != "passed"]
    findings = verify(folder)
    return {
        "verdict": _verdict(outcomes, [str(finding) for finding in findings], decision),
        "scope": _scope(manifest),
        "total": " ".join(f"{step.sign} {step.name} {step.count}".strip() for step in control_total(manifest)),
        "money": _money(outcomes),
        "areas": _areas(outcomes),
        "figures": [[one.name, one.said, one.part, str(one.closes)] for one in _figures(scenarios)],
        "ties": _ties([records for _, records in scenarios]),
        "gate": gate(decision),
        "exceptions": exceptions(sorted(missed, key=by_gravity), _VERDICTS, decision),
        "roles": manifest.get("sign_offs", []),
        "signed": _signed(folder),
        "scenarios": [_appendix(one, records) for one, records in scenarios],
        "seal": manifest.get("seal", ""),
        "manifest": digest((folder / "manifest.json").read_bytes()),
    }


def _figures(scenarios: list[tuple[Outcome, list[Record]]]) -> list[RunFigure]:
    return run_figures((one, "", "") for _, records in scenarios for one in key_figures(records))


def _scenario(name: str, path: Path) -> tuple[Outcome, list[Record]]:
    lines = [json.loads(line) for line in whole_lines(path) if any(kind in line for kind in _KINDS)]
    return outcome(name, lines), lines


def _verdict(outcomes: list[Outcome], findings: list[str], decision: Decision | None) -> dict[str, Any]:
    counts = Counter(one.verdict for one in outcomes)
    told = ", ".join(f"{counts[verdict]} {word}" for verdict, word in _VERDICTS.items() if counts[verdict])
    good = not findings and not counts["failed"] and bool(outcomes)
    if findings:
        sentence = f"The evidence is not what was sealed: {findings[0]}"
    elif counts["failed"]:
        sentence = f"{counts['failed']} of {len(outcomes)} scenarios failed: this run is not ready to sign."
    else:
        sentence = f"All that ran passed, and the systems tie out: {told}."
    gate = "" if decision is None else f"{decision.phase}: {'go' if decision.go else 'no-go'}"
    return {"good": good, "sentence": sentence, "counts": told, "gate": gate, "go": bool(decision and decision.go)}


def _scope(manifest: Record) -> list[list[str]]:
    versions = ", ".join(f"{name} {told}" for name, told in sorted(manifest.get("versions", {}).items()))
    return [
        ["Companies", ", ".join(manifest.get("world", [])) or "none"],
        ["Systems under test", str(manifest.get("stack", ""))],
        ["Commit of the features", str(manifest.get("commit") or "not in a repository")],
        ["Versions", versions],
    ]


def _money(outcomes: list[Outcome]) -> list[list[str]]:
    rows = [
        ("Amount in test", [a for one in outcomes for a in one.amount_in_test]),
        ("At risk in failed scenarios", [a for one in outcomes for a in one.at_risk]),
        ("Ledger out of balance", [a for one in outcomes for a in one.out_of_balance]),
    ]
    return [[name, ", ".join(money(amount) for amount in added(amounts)) or "0.00"] for name, amounts in rows]


def _areas(outcomes: list[Outcome]) -> list[list[str]]:
    areas: dict[str, Counter[str]] = {}
    for one in outcomes:
        areas.setdefault(one.scenario["area"], Counter())[one.verdict] += 1
    return [
        [_in_words(area), *(str(counts[verdict]) for verdict in _VERDICTS)] for area, counts in sorted(areas.items())
    ]


def _in_words(area: str) -> str:
    return area.replace("_", " ").replace("-", " ").capitalize()


def _ties(records: list[list[Record]]) -> list[list[str]]:
    """Each kind of tie-out at the end of scenarios: how many tied, how many differed as announced, how many did not."""
    found: dict[str, Counter[str]] = {}
    for record in (record for own in records for record in own):
        if record["kind"] == "reconciliation" and record["step"] is None:
            difference = record["difference"]
            off = bool(difference["minor"] if isinstance(difference, dict) else difference)
            state = "tied" if not off else "announced" if record["announced"] else "open"
            found.setdefault(record["title"].partition(" of ")[0], Counter())[state] += 1
    return [[title, *(str(c[state]) for state in ("tied", "announced", "open"))] for title, c in sorted(found.items())]


def _signed(folder: Path) -> list[list[str]]:
    given = [one.sign_off for one in sign_offs(folder) if one.sign_off]
    return [
        [
            one.role,
            one.name,
            one.meaning,
            "; ".join(one.conditions) + (f"; by {one.until}" if one.until else ""),
            one.signed_at,
        ]
        for one in given
    ]


def _appendix(one: Outcome, records: list[Record]) -> dict[str, Any]:
    steps = [record for record in records if record["kind"] == "step"]
    return {
        "name": one.scenario["name"],
        "feature": one.scenario["feature_path"],
        "area": one.scenario["area"],
        "verdict": _VERDICTS[one.verdict],
        "steps": [
            [f"{step['keyword']} {step['text']}", step["verdict"], step["business_date"] or ""] for step in steps
        ],
        "failures": [f"{failure['title']}\n{failure['message']}".strip() for failure in one.failures],
    }
