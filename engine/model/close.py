"""What a close finds and reports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.bearing import Bearing
from engine.model.calendar import AccountingPeriod
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class ReconcilingItem:
    """A document that explains (part of) a difference."""

    document: str
    amount: Money
    explanation: str


ProcessStage = Literal["", "lead", "quote", "order", "bill", "collect", "recognize", "close"]
"""Where in the process from lead to close something shows; "": in none of them."""
STAGES: tuple[ProcessStage, ...] = ("lead", "quote", "order", "bill", "collect", "recognize", "close")


@dataclass(frozen=True, kw_only=True, slots=True)
class Reconciliation:
    """Two sides that must agree, by title ("Receivables of Globex"): what each says, and the documents that explain a difference.

    `stage`: where in the process a difference shows, as the tie-out that found it says; `bears`: what a difference hurts.
    """

    title: str
    left: str
    right: str
    entity: str
    left_amount: Money
    right_amount: Money
    as_of: date
    items: tuple[ReconcilingItem, ...] = ()
    stage: ProcessStage = ""
    bears: Bearing = Bearing()

    @property
    def difference(self) -> Money:
        """Left less right; zero when the two tie out."""
        return self.left_amount - self.right_amount


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportLine:
    """One line of a close report: its name and its amount. `prior`: the amount of the month before, where it is shown beside.
    `moves`: of a movement in a roll-forward, 1 where it adds and -1 where its amount is taken off; 0 of any other line."""

    line: str
    amount: Money
    prior: Money | None = None
    moves: int = 0


Cell = str | int | date | Money | None


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportTable:
    """A list in a close report: documents, findings, signatures. Each row has a cell for each column."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ReportSection:
    """A section of a close report, in the order a controller reads it: lines that foot, a list, or both.

    `number`: as the close report of the handbook counts its sections; empty for a list that belongs to the one before.
    `sides`: where lines are read beside each other, what their names end in after a comma. `note`: how to read its signs, and where
    it comes from.
    """

    title: str
    lines: tuple[ReportLine, ...] = ()
    number: str = ""
    table: ReportTable | None = None
    sides: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class CloseReport:
    """A month as the ledger and the other systems show it, entity by entity and currency by currency.

    `header`: what identifies the report to whoever files it. `run`: how many times the month has been closed by then.
    """

    entity: str
    currency: str
    period: AccountingPeriod
    status: Literal["open", "soft closed", "closed"]
    sections: tuple[ReportSection, ...]
    reconciliations: tuple[Reconciliation, ...]
    header: tuple[tuple[str, str], ...] = ()
    run: int = 1

    @property
    def differences(self) -> tuple[Reconciliation, ...]:
        """The reconciliations that do not tie out."""
        return tuple(found for found in self.reconciliations if found.difference)
