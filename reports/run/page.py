"""The report a controller would sign: one file, made from a run folder and nothing else.

The first screen, the list and the failures are plain HTML, so that they read and print without scripts. The rest of each
story lies packed in the page and is laid out when it is opened. No address outside the file is ever asked, and the page's own
security policy forbids it. The same evidence gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from markupsafe import Markup

from reports.evidence.chain import Finding, Record, contents_of, control_total, manifest_of, seal_findings
from reports.evidence.encoding import write_whole
from reports.evidence.figures import DECIMALS, figure, money
from reports.evidence.outcomes import Outcome, distrusted, outcome, reading_order
from reports.evidence.touched import touched
from reports.pages import TEMPLATES, environment, style
from reports.run.charts import bars, width
from reports.run.overview import Told, overview
from reports.run.packing import Pack
from reports.run.since import since
from reports.run.story import stages, story

if TYPE_CHECKING:
    # Gates know signatures, whose cryptography a report without a gate need not load.
    from reports.signing.gates import Decision

SCRIPTS = ("core.js", "sentences.js", "papers.js", "sheet.js", "posted.js", "books.js", "sequence.js", "list.js")
SYSTEMS = {"crm": "CRM", "billing": "Billing", "payments": "Payments", "erp": "ERP"}
MARKS = {"passed": "✓", "failed": "✕", "not exercised": "○", "skipped": "\u2013", "not reached": "·", "untested": "○"}


def render(run_folder: Path, decision: Decision | None = None, before: Path | None = None) -> Path:
    """Write report.html beside the evidence of a run, with its gate if there is one, and answer where it is."""
    return write_whole(run_folder / "report.html", page(run_folder, decision, before))


def page(run_folder: Path, decision: Decision | None = None, before: Path | None = None) -> str:
    """Compose the report of a run folder; with the gate of a rollout's phase, if it was decided, and beside a run `before`."""
    manifest, pack = manifest_of(run_folder), Pack()
    hashes = {file["path"]: file["sha256"] for file in manifest.get("files", [])}
    told, findings = [], list(_manifest_findings(manifest))
    for name, records, wrong in contents_of(run_folder, manifest):
        findings += wrong if manifest else []
        told.append(_told(name, records, wrong, hashes.get(name, ""), pack))
    told.sort(key=lambda one: reading_order(one.outcome))
    seen = overview(told, manifest, findings, control_total(manifest))
    seen["gate"] = decision
    seen["since"] = since(before, (one.outcome for one in told))
    return _written(seen, told, manifest, pack)


def _manifest_findings(manifest: Record) -> Iterator[Finding]:
    if manifest:
        yield from seal_findings(manifest)
    else:
        yield Finding(path="manifest.json", line=None, sentence="this run was never sealed, so nothing vouches for it.")


def _written(seen: dict[str, Any], told: list[Told], manifest: Record, pack: Pack) -> str:
    script = Markup("\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in SCRIPTS))
    return _template().render(
        seen,
        told=told,
        manifest=manifest,
        packed=_embedded({**pack.tables(), "decimals": DECIMALS}),
        style=style("report.css"),
        script=script,
        script_hash=_policy_hash(script),
    )


def _told(name: str, records: list[Record], wrong: list[Finding], sha256: str, pack: Pack) -> Told:
    one = outcome(name, records) if records or not wrong else distrusted(name, wrong[0])
    # What a sentence saw on the way, it judged itself; the tie-out at the end is the verdict on the systems.
    ties = [record for record in records if record["kind"] == "reconciliation" and record["step"] is None]
    off = [tie for tie in ties if _off(tie["difference"])]
    announced = sum(1 for tie in off if tie["announced"])
    return Told(
        outcome=one,
        stages=stages(records),
        reference=pack.put(story(one, records, sha256)),
        steps=_steps(one, records),
        tied=len(ties) - len(off),
        announced=announced,
        unexplained=len(off) - announced,
        touched=touched(records),
    )


def _off(difference: Any) -> bool:
    return bool(difference["minor"] if isinstance(difference, dict) else difference)


def _steps(one: Outcome, records: list[Record]) -> list[Record]:
    # Only failures are laid out before anything is opened: they must be on paper even where no script runs.
    return [record for record in records if record["kind"] == "step"] if one.verdict == "failed" else []


def _embedded(data: Any) -> str:
    """Deflated JSON in base 64: a quarter of its size, and nothing in it can end the element it stands in."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return base64.b64encode(zlib.compress(text.encode())).decode()


def _policy_hash(script: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _template() -> Template:
    found = environment()
    found.filters["figure"] = figure
    found.filters["money"] = money
    found.globals |= {"marks": MARKS, "systems": SYSTEMS, "bars": bars, "chart_width": width}
    return found.get_template("report.html")
