"""Journals that people write: prepared by one, approved by another, posted once or every month, and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.calendar import AccountingPeriod
from engine.model.document import Document
from engine.model.money import Money

# What another system keeps the documents of: a line that somebody writes there is in no document.
CONTROLLED = (
    "receivables",
    "contract liability",
    "unbilled receivable",
    "tax",
    "gateway clearing",
    "disputed funds",
    "unapplied cash",
    "exchange clearing",
    "customer credits",
    "refund payable",
    "refund liability",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class ManualLine:
    """A debit (positive `amount`) or a credit (negative) that somebody wrote, with what it is about. `region` and `channel`:
    "" means its contract's or customer's."""

    account: str
    amount: Money
    customer: str = ""
    contract: str | None = None
    product: str | None = None
    region: str = ""
    channel: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AllocationTarget:
    """Where a part of an allocated amount goes, and its weight beside the others (square meters, heads, a percentage)."""

    account: str
    share: Decimal
    customer: str = ""
    contract: str | None = None
    product: str | None = None
    region: str = ""
    channel: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CostAllocation:
    """An amount taken off an account (negative: put on it) and spread over others by weight; nothing is lost in rounding."""

    account: str
    amount: Money
    targets: tuple[AllocationTarget, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ManualDraft:
    """What somebody wants posted: the journal before it has a number.

    `on`: its day in the ledger. `reversed_on`: the day its mirror image is posted. `repeated_until`: it is posted again
    on that day of every month up to this one, or of every so many (`every_months`). `corrects`: the month in which it should
    have been posted (handbook, section 6). Instead of lines: `reverses`, the name of the journal that this one takes back; or an
    `allocation`. `opening`: what other books bring forward; only this may be written on accounts that documents keep.
    `entity`: the legal entity whose books it is written in ("": the company's first). `restates`: it changes what earlier years
    had earned, so that nobody may approve it who has prepared it.
    """

    name: str
    preparer: str
    on: date
    lines: tuple[ManualLine, ...] = ()
    reversed_on: date | None = None
    repeated_until: date | None = None
    every_months: int = 1
    corrects: AccountingPeriod | None = None
    reverses: str = ""
    allocation: CostAllocation | None = None
    opening: bool = False
    entity: str = ""
    restates: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ManualJournal(Document):
    """A journal as prepared; nothing of it is posted before somebody else has approved it. Fields as in `ManualDraft`."""

    entity: str
    currency: str
    name: str
    preparer: str
    lines: tuple[ManualLine, ...]
    reversed_on: date | None
    repeated_until: date | None
    corrects: AccountingPeriod | None
    reverses: str
    opening: bool
    restates: bool = False
    every_months: int = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalApproval(Document):
    """Somebody's word that a manual journal may be posted. `journal`: its number."""

    journal: str
    approver: str
