"""What is found out about a period after its end: errors, changes of estimate, events after it (IAS 8, IAS 10, ASC 250, ASC 855)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.calendar import AccountingPeriod
from engine.model.document import Document
from engine.model.manual import ManualLine
from engine.model.money import Money

FindingKind = Literal["error", "change of estimate", "adjusting event", "non-adjusting event"]
"""An error: what was known, or could have been, was left out or wrong (IAS 8.5). A change of estimate: new information. An event
after the period that tells of conditions at its end, or of conditions that arose later (IAS 10.3)."""
Treatment = Literal["own period", "current period", "restated", "disclosed"]
"""Where it goes: into the period it is about, into the open one, into opening retained earnings, or into the notes alone."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Materiality:
    """From what amount on errors are material: an `amount`, or a percentage of a year's revenue or profit before tax."""

    amount: Money | None = None
    percent: Decimal = Decimal(0)
    of: Literal["revenue", "profit"] = "revenue"


@dataclass(frozen=True, kw_only=True, slots=True)
class FindingDraft:
    """What somebody reports: about which period, found out `on` which day, and what has to be posted to put it right.

    `amount`: what an event that is only disclosed is estimated to come to. `entity`: whose books ("": the company's first).
    """

    name: str
    preparer: str
    kind: FindingKind
    period: AccountingPeriod
    on: date
    lines: tuple[ManualLine, ...] = ()
    amount: Money | None = None
    entity: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding(Document):
    """What was found out about a period after its end, and what is made of it.

    `impact`: what it comes to, as errors are measured. `measured`: that and, where errors count together, all others of that
    fiscal year. `materiality`: what that was held against (None: it decides nothing). `journal`: the manual journal that somebody
    else has to approve ("": nothing is posted). `lines`: what should have been posted in the period.
    """

    entity: str
    currency: str
    name: str
    preparer: str
    kind: FindingKind
    period: AccountingPeriod
    impact: Money
    measured: Money
    materiality: Money | None
    treatment: Treatment
    journal: str
    lines: tuple[ManualLine, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountsAuthorization(Document):
    """A legal entity's accounts of a period are authorized for issue: what happens after that is told in the next (IAS 10.17)."""

    entity: str
    period: AccountingPeriod
    authorized_by: str
