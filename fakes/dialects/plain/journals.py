"""The ERP's operations on what people decide: manual journals, reopened months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.areas import Area, AreaClose, CloseKind
from engine.model.journal import PeriodReopening
from engine.model.manual import JournalApproval, ManualDraft, ManualJournal
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.requests import Month, period
from fakes.http.operations import Call, Operation
from ports.erp import ErpPort

if TYPE_CHECKING:
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class JournalApprovalRequest:
    """A manual journal, by its name, and who releases it."""

    name: str
    approver: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReopenRequest:
    """The month to be opened again, who asks, who approves, and why."""

    period: Month
    requester: str
    approver: str
    reason: str
    area: Area | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaCloseRequest:
    """The area of a month's ledger to be closed, how far, and whom a soft close still lets post."""

    area: Area
    period: Month
    kind: CloseKind
    admits: tuple[str, ...] = ()
    entity: str = ""


def operations(world: World) -> Iterator[Operation]:
    """Prepare and approve; what was written, and who released it."""
    forms = Forms(world, "erp", ErpPort)

    def prepare(call: Call) -> ManualJournal:
        return world.erp.prepare_journal(call.body)

    def approve(call: Call) -> JournalApproval:
        return world.erp.approve_journal(call.body.name, call.body.approver)

    def written(_: Call) -> object:
        return world.erp.manual_journals()

    def released(_: Call) -> object:
        return world.erp.journal_approvals()

    def reopen(call: Call) -> PeriodReopening:
        asked = call.body
        return world.erp.reopen(period(asked.period), asked.requester, asked.approver, asked.reason, asked.area)

    def close_area(call: Call) -> AreaClose:
        asked = call.body
        return world.erp.close_area(asked.area, period(asked.period), asked.kind, asked.admits, asked.entity)

    def reopened(_: Call) -> object:
        return world.erp.reopenings()

    yield forms.act("close_area", "/erp/area-closes", AreaCloseRequest, AreaClose, close_area)
    yield forms.view("area_closes", "/erp/area-closes", tuple[AreaClose, ...], lambda call: world.erp.area_closes())
    yield forms.act("reopen", "/erp/reopenings", ReopenRequest, PeriodReopening, reopen)
    yield forms.view("reopenings", "/erp/reopenings", tuple[PeriodReopening, ...], reopened)
    yield forms.act("prepare_journal", "/erp/manual-journals", ManualDraft, ManualJournal, prepare)
    yield forms.act("approve_journal", "/erp/journal-approvals", JournalApprovalRequest, JournalApproval, approve)
    yield forms.view("manual_journals", "/erp/manual-journals", tuple[ManualJournal, ...], written)
    yield forms.view("journal_approvals", "/erp/journal-approvals", tuple[JournalApproval, ...], released)
