"""The ERP's operations on what people decide: manual journals, reopened months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.areas import Area, AreaClose, CloseKind
from engine.model.findings import AccountsAuthorization, Finding, FindingDraft
from engine.model.journal import PeriodReopening
from engine.model.manual import JournalApproval, ManualDraft, ManualJournal
from fakes.dialects.plain.books import books_of
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
class AuthorizationRequest:
    """The period whose accounts may be issued, who says so, and whose books ("": the first entity's)."""

    period: Month
    by: str
    entity: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class AreaCloseRequest:
    """The area of a month's ledger to be closed, how far, and whom a soft close still lets post."""

    area: Area
    period: Month
    kind: CloseKind
    admits: tuple[str, ...] = ()
    entity: str = ""


def operations(world: World) -> Iterator[Operation]:
    """Prepare and approve; what was written, and who released it; months and areas closed and reopened."""
    forms = Forms(world, "erp", ErpPort)
    yield from _periods(world, forms)
    yield from _by_hand(world, forms)
    yield from _found_out(world, forms)


def _periods(world: World, forms: Forms) -> Iterator[Operation]:
    def reopen(call: Call) -> PeriodReopening:
        asked, books = call.body, books_of(world, call)
        return books.reopen(period(asked.period), asked.requester, asked.approver, asked.reason, asked.area)

    def close_area(call: Call) -> AreaClose:
        asked, books = call.body, books_of(world, call)
        return books.close_area(asked.area, period(asked.period), asked.kind, asked.admits, asked.entity)

    def closed(call: Call) -> object:
        return books_of(world, call).area_closes()

    def reopened(call: Call) -> object:
        return books_of(world, call).reopenings()

    yield forms.act("close_area", "/erp/area-closes", AreaCloseRequest, AreaClose, close_area)
    yield forms.view("area_closes", "/erp/area-closes", tuple[AreaClose, ...], closed)
    yield forms.act("reopen", "/erp/reopenings", ReopenRequest, PeriodReopening, reopen)
    yield forms.view("reopenings", "/erp/reopenings", tuple[PeriodReopening, ...], reopened)


def _by_hand(world: World, forms: Forms) -> Iterator[Operation]:
    def prepare(call: Call) -> ManualJournal:
        return books_of(world, call).prepare_journal(call.body)

    def approve(call: Call) -> JournalApproval:
        return books_of(world, call).approve_journal(call.body.name, call.body.approver)

    def written(call: Call) -> object:
        return books_of(world, call).manual_journals()

    def released(call: Call) -> object:
        return books_of(world, call).journal_approvals()

    yield forms.act("prepare_journal", "/erp/manual-journals", ManualDraft, ManualJournal, prepare)
    yield forms.act("approve_journal", "/erp/journal-approvals", JournalApprovalRequest, JournalApproval, approve)
    yield forms.view("manual_journals", "/erp/manual-journals", tuple[ManualJournal, ...], written)
    yield forms.view("journal_approvals", "/erp/journal-approvals", tuple[JournalApproval, ...], released)


def _found_out(world: World, forms: Forms) -> Iterator[Operation]:
    """What is found out about a period after its end, and which accounts may be issued."""

    def report(call: Call) -> Finding:
        return books_of(world, call).report(call.body)

    def findings(call: Call) -> object:
        return books_of(world, call).findings()

    def authorize(call: Call) -> AccountsAuthorization:
        return books_of(world, call).authorize(period(call.body.period), call.body.by, call.body.entity)

    def authorizations(call: Call) -> object:
        return books_of(world, call).authorizations()

    yield forms.act("report", "/erp/findings", FindingDraft, Finding, report)
    yield forms.view("findings", "/erp/findings", tuple[Finding, ...], findings)
    yield forms.act("authorize", "/erp/authorizations", AuthorizationRequest, AccountsAuthorization, authorize)
    yield forms.view("authorizations", "/erp/authorizations", tuple[AccountsAuthorization, ...], authorizations)
