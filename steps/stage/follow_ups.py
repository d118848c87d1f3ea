"""What is witnessed at the end of a story: every follow-up that is missing, extra or late, and how good the masters are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from engine.model.bearing import CUSTOMER
from engine.model.close import ProcessStage
from engine.model.company import Company
from engine.model.event_contracts import BrokenContract, in_force
from engine.model.events import System
from ports.stack import Stack
from reports.close.header import Issue
from reports.systems.snapshot import Snapshot, with_masters
from reports.tie_outs.event_contracts import broken_contracts, unannounced
from reports.tie_outs.quality import TITLE, Quality, percent, quality
from steps.language.failures import NotMet, first_stage
from steps.language.story import Stage

MEASURED = ("of", "dimension", "field", "checked", "good", "share")
_SHOWS: dict[System, ProcessStage] = {"crm": "order", "billing": "bill", "payments": "collect", "erp": "close"}
"""Where it shows that a system has not done what should follow."""
COLUMNS = ("event", "document", "follow-up", "how", "finding", "trace")


def broken(seen: Snapshot, company: Company) -> tuple[BrokenContract, ...]:
    """The contracts that are broken by the end of the snapshot's day."""
    return broken_contracts(seen, in_force(company.governance.event_contracts), company.holidays)


def finish(stage: Stage, seen: Snapshot, company: Company, announced: Sequence[BrokenContract]) -> None:
    """Hold every event against its contracts, write down what is broken, and fail on what nothing accounts for."""
    found = broken(seen, company)
    _measured(stage, quality(seen, company, found))
    surprises = unannounced(found, announced)
    if found:
        rows = [{"sign": "!" if one in surprises else "=", "cells": _cells(one)} for one in found]
        verdict = "failed" if surprises else "passed"
        more: dict[str, object] = {"money_difference": [], "likely_cause": None}
        stage.evidence.write(
            "check", step=None, title="event contracts", verdict=verdict, columns=list(COLUMNS), rows=rows, **more
        )
    if surprises:
        listed = "\n".join(f"{one.event}: {one.finding} ({'; '.join(one.trace)})" for one in surprises)
        shows = first_stage(_SHOWS[one.contract.system] for one in surprises)
        raise NotMet("event contracts are broken", listed, kind="tie-out", stage=shows, bears=CUSTOMER)


def rated(issue: Issue, seen: Snapshot, stack: Stack, company: Company) -> Issue:
    """The same heading with how good the masters are, where the company has rules for it."""
    if not company.governance.quality:
        return issue
    whole = with_masters(seen, stack, company.governance.ownership)
    return replace(issue, quality=quality(whole, company, broken(whole, company)))


def _measured(stage: Stage, measured: Sequence[Quality]) -> None:
    """Write down how good the masters are; a threshold that is missed fails a gate, not the story."""
    rows = [{"sign": "=" if one.holds else "!", "cells": _figures(one)} for one in measured]
    if rows:
        more: dict[str, object] = {"money_difference": [], "likely_cause": None}
        stage.evidence.write(
            "check", step=None, title=TITLE, verdict="passed", columns=list(MEASURED), rows=rows, **more
        )


def _figures(one: Quality) -> list[dict[str, object]]:
    told = (one.rule.of, one.rule.dimension, one.rule.field, one.checked, one.good, f"{percent(one.share)}%")
    wanted = f"at least {one.rule.at_least.normalize():f}%"
    cells: list[dict[str, object]] = [{"expected": None, "found": str(text), "equal": True} for text in told]
    return [*cells[:-1], {"expected": wanted, "found": told[-1], "equal": one.holds}]


def _cells(one: BrokenContract) -> list[dict[str, object]]:
    follow_up = f"{one.contract.then} in {one.contract.system}"
    told = (one.event.partition(":")[0], one.document, follow_up, one.how, one.finding, "; ".join(one.trace))
    return [{"expected": None, "found": text, "equal": True} for text in told]
