"""The report a controller would sign: one file, made from a run folder and nothing else.

The first screen, the list and the failures are plain HTML, so that they read and print without scripts. The rest of each
story lies packed in the page and is laid out when it is opened. No address outside the file is ever asked, and the page's own
security policy forbids it. The same evidence gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from reports.encoding import write_whole
from reports.evidence import BrokenEvidenceError, Finding, Record, read, scenario_files, verify
from reports.figures import DECIMALS, figure, money
from reports.outcomes import Outcome, control_total, distrusted, manifest_of, outcome, reading_order
from reports.overview import Told, overview
from reports.packing import Pack
from reports.story import stages, story

TEMPLATES = Path(__file__).parent / "templates"
SCRIPTS = ("core.js", "sentences.js", "papers.js", "books.js", "sequence.js", "list.js")
MARKS = {"passed": "✓", "failed": "✕", "not exercised": "○", "skipped": "\u2013", "not reached": "·", "untested": "○"}


def render(run_folder: Path) -> Path:
    """Write report.html beside the evidence of a run and answer where it is."""
    return write_whole(run_folder / "report.html", page(run_folder))


def page(run_folder: Path) -> str:
    """Compose the report of a run folder."""
    manifest = manifest_of(run_folder)
    sealed = {file["path"]: file for file in manifest.get("files", [])}
    pack = Pack()
    told = sorted(
        (_told(path, run_folder, sealed, pack) for path in scenario_files(run_folder)),
        key=lambda one: reading_order(one.outcome),
    )
    total = control_total(manifest)
    script = Markup("\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in SCRIPTS))
    return _template().render(
        overview(told, manifest, _findings(run_folder), total),
        told=told,
        manifest=manifest,
        packed=_embedded({**pack.tables(), "decimals": DECIMALS}),
        style=Markup((TEMPLATES / "report.css").read_text(encoding="utf-8")),
        script=script,
        script_hash=_policy_hash(script),
    )


def _findings(run_folder: Path) -> list[Finding]:
    # The control total has a place of its own on the page.
    return [finding for finding in verify(run_folder) if "control total" not in finding.sentence]


def _told(path: Path, run_folder: Path, sealed: dict[str, Record], pack: Pack) -> Told:
    name = path.relative_to(run_folder).as_posix()
    records: list[Record] = []
    try:
        records = read(path)
        one = outcome(name, records)
    except BrokenEvidenceError as broken:
        one = distrusted(name, broken.finding)
    ties = [record for record in records if record["kind"] == "reconciliation"]
    off = [tie for tie in ties if _off(tie["difference"])]
    announced = sum(1 for tie in off if tie["announced"])
    return Told(
        outcome=one,
        stages=stages(records),
        reference=pack.put(story(one, records, sealed.get(name, {}))),
        steps=_steps(one, records),
        tied=len(ties) - len(off),
        announced=announced,
        unexplained=len(off) - announced,
    )


def _off(difference: Any) -> bool:
    return bool(difference["minor"] if isinstance(difference, dict) else difference)


def _steps(one: Outcome, records: list[Record]) -> list[Record]:
    # Only failures are laid out before anything is opened: they must be on paper even where no script runs.
    return [record for record in records if record["kind"] == "step"] if one.verdict == "failed" else []


def _embedded(data: Any) -> Markup:
    """Write JSON that cannot end the element it stands in, whatever a customer is called."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)


def _policy_hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["figure"] = figure
    environment.filters["money"] = money
    environment.globals["marks"] = MARKS
    return environment.get_template("report.html")
