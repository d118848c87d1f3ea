"""What each scenario of a run went through, read from its evidence: outcome, differences, and which events, products, legal
entities, currencies and payment flows it touched. What gates, coverage and roles are computed from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from engine.model.payments import Method
from reports.evidence.chain import Record, scenario_files, whole_lines
from reports.evidence.outcomes import Outcome, outcome
from reports.evidence.overstating import overstates, roles_of
from reports.evidence.touched import Figure, key_figures
from reports.tie_outs.quality import TITLE

_KINDS = tuple(
    f'"kind":"{kind}"'
    for kind in ("scenario", "skipped", "failed", "result", "reconciliation", "event", "document", "close_report")
)
_CHECK, _FAILED = '"kind":"check"', '"verdict":"failed"'
_LEDGER = '"kind":"ledger"'
_QUALITY = f'"title":"{TITLE}"'
_TOUCHED = ("product", "entity", "currency", "method")
_FLOWS = frozenset(get_args(Method))
"""Only payments, attempts, refunds and returns go by one of these; a method may also be how something is estimated."""


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A scenario: its outcome, how many differences nobody announced or explained, and what it touched. `tied`: its systems
    were compared at its end; `overstated`: a table that failed shows too much revenue or cash.

    `quality`: each rule of data quality that was measured, in words, with what was checked, what is good, whether that suffices.
    """

    outcome: Outcome
    unexplained: int
    events: frozenset[str]
    products: frozenset[str]
    entities: frozenset[str]
    currencies: frozenset[str]
    payment_flows: frozenset[str]
    quality: tuple[tuple[str, int, int, bool], ...] = ()
    figures: tuple[Figure, ...] = ()
    tied: bool = False
    overstated: bool = False

    @property
    def name(self) -> str:
        """The scenario as people call it."""
        return str(self.outcome.scenario["name"])


def seen(folder: Path) -> list[Seen]:
    """Every scenario of a run, in the order of its evidence."""
    return [_seen(path.relative_to(folder).as_posix(), list(_telling(path))) for path in scenario_files(folder)]


def _telling(path: Path) -> Iterator[Record]:
    lines = whole_lines(path)
    failed = any(_CHECK in line and _FAILED in line for line in lines)
    for line in lines:
        told = any(kind in line for kind in _KINDS) or _QUALITY in line or (_CHECK in line and _FAILED in line)
        if told or (failed and _LEDGER in line):
            yield json.loads(line)


def _seen(path: str, records: list[Record]) -> Seen:
    touched: dict[str, set[str]] = {key: set() for key in _TOUCHED}
    for record in records:
        if record["kind"] in ("document", "event"):
            _collect(record.get("data") or record.get("payload"), touched)
    roles = roles_of(record for record in records if record["kind"] == "ledger")
    return Seen(
        outcome=outcome(path, records),
        unexplained=sum(1 for record in records if _is_unexplained(record)),
        events=frozenset(record["type"] for record in records if record["kind"] == "event"),
        products=frozenset(touched["product"]),
        entities=frozenset(touched["entity"]),
        currencies=frozenset(touched["currency"]),
        payment_flows=_FLOWS & touched["method"],
        quality=tuple(_rule(row) for one in records if _is_measured(one) for row in one["rows"]),
        figures=key_figures(records),
        tied=any(record["kind"] == "reconciliation" and record["step"] is None for record in records),
        overstated=any(overstates(one, roles) for one in records if _is_failed(one)),
    )


def _is_measured(record: Record) -> bool:
    """What was measured at the end of the story; what the story itself asked of data quality is a check like any other."""
    return bool(record["kind"] == "check" and record["step"] is None and record["title"] == TITLE)


def _is_failed(record: Record) -> bool:
    return bool(record["kind"] == "check" and record["verdict"] == "failed")


def _rule(row: Any) -> tuple[str, int, int, bool]:
    of, dimension, field, checked, good, _ = (cell["found"] for cell in row["cells"])
    return " ".join(filter(None, [of, dimension, field])), int(checked), int(good), row["sign"] == "="


def _is_unexplained(record: Record) -> bool:
    if record["kind"] != "reconciliation" or record["step"] is not None or record["announced"]:
        return False
    difference = record["difference"]
    return bool(difference["minor"] if isinstance(difference, dict) else difference)


def _collect(value: Any, touched: dict[str, set[str]]) -> None:
    if isinstance(value, list):
        for part in value:
            _collect(part, touched)
    elif isinstance(value, dict):
        for key, part in value.items():
            if key in touched and isinstance(part, str) and part:
                touched[key].add(part)
            else:
                _collect(part, touched)
