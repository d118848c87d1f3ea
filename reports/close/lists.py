"""The lists of a close report: what a controller reads through item by item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from engine.model.close import Cell, Reconciliation, ReportLine, ReportSection, ReportTable
from engine.model.holds import BillingHold
from engine.model.manual import ManualJournal
from engine.model.money import Money, total
from reports.close.drafted import drafted
from reports.systems.naming import MANUAL, entry_kind
from reports.tie_outs.granted import stands_on
from reports.tie_outs.month import Month

OWNERS = {
    "crm": "Sales operations",
    "billing": "Billing operations",
    "due": "Billing operations",
    "payments": "Treasury",
    "schedules": "Revenue accounting",
    "ledger": "General ledger",
    "erp": "General ledger",
}
SIGNERS = (
    ("Accountant", "prepared: every section reconciles or its items are explained"),
    ("Controller", "reviewed: reconciling items are owned and dated, manual journals are supported"),
    ("Chief financial officer", "approved: the month may be closed and reported"),
)


SUBLEDGERS = "Subledgers to general ledger"


def _list(number: str, title: str, columns: str, rows: Iterable[tuple[Cell, ...]]) -> ReportSection:
    table = ReportTable(columns=tuple(columns.split("|")), rows=tuple(rows))
    return ReportSection(number=number, title=title, table=table if table.rows else None)


def subledgers(month: Month) -> Iterator[ReportSection]:
    """Each control beside its documents, and what all of its customers come to; where any differs, under them the documents that explain
    it, with owner and age in days. A customer who has nothing on either side is left out."""
    ties = [tie for tie in month.ties if tie.right == "ledger"]
    groups: dict[str, list[Reconciliation]] = {}
    for tie in ties:
        groups.setdefault(tie.title.partition(" of ")[0], []).append(tie)
    rows = [row for kind, those in groups.items() for row in _control(month, kind, those)]
    yield _list("11", SUBLEDGERS, "control|documents|ledger|difference", rows)
    if behind := list(_behind(month, ties)):
        yield _list("", SUBLEDGERS, "control|document|amount|explanation|owner|age in days", behind)


def _control(month: Month, kind: str, those: Sequence[Reconciliation]) -> Iterator[tuple[Cell, ...]]:
    shown = [tie for tie in those if tie.left_amount or tie.right_amount or len(those) == 1]
    yield from ((tie.title, tie.left_amount, tie.right_amount, tie.difference) for tie in shown)
    if len(those) > 1 and all(tie.left_amount.currency == month.currency for tie in those):
        sums = ([getattr(tie, side) for tie in those] for side in ("left_amount", "right_amount", "difference"))
        yield (f"{kind}, all customers", *(total(amounts, month.currency) for amounts in sums))


def _behind(month: Month, ties: Iterable[Reconciliation]) -> Iterator[tuple[Cell, ...]]:
    days = {document.number: document.posting_date for _, document in month.snapshot.documents()}
    for tie in ties:
        for item in tie.items:
            owner = OWNERS.get(tie.left, "General ledger")
            age = _age(days.get(item.document), tie.as_of)
            yield (tie.title, item.document, item.amount, item.explanation, owner, age)


def _age(since: date | None, as_of: date) -> int | None:
    return (as_of - since).days if since else None


def completeness(month: Month) -> ReportSection:
    """Contract by contract what is due for service to the month's end, and what is billed of it, without tax."""
    billed = [tie for tie in month.ties if tie.title.startswith("Contracted value billed")]
    waiting = [one.net for one in drafted(month.snapshot, month.entity, month.period.end)]
    lines = [
        month.line("Due", _sum(month, (tie.left_amount for tie in billed))),
        month.line("Billed", _sum(month, (tie.right_amount for tie in billed))),
        month.line("Due and not billed", _sum(month, (tie.difference for tie in billed))),
    ]
    if waiting:
        lines.append(month.line("In drafts, not issued", _sum(month, waiting)))
    return ReportSection(number="12", title="Billing completeness", lines=tuple(lines))


def _sum(month: Month, amounts: Iterable[Money]) -> int:
    return total(amounts, month.currency).minor


def manual_journals(month: Month) -> ReportSection:
    """What people wrote into the month, who prepared it and who released it; what waits for approval has no entry."""
    approvers = {approval.journal: approval.approver for approval in month.snapshot.erp.journal_approvals}
    by_number = {journal.number: journal for journal in month.snapshot.erp.manual_journals}
    rows = [
        _written(by_number[entry.source], entry.number, entry.posting_date, approvers)
        for entry in month.entries()
        if entry_kind(entry) == MANUAL and entry.source in by_number
    ]
    mine = (month.entity, month.currency)
    rows += [
        _written(journal, None, journal.posting_date, approvers)
        for journal in by_number.values()
        if journal.number not in approvers
        and (journal.entity, journal.currency) == mine
        and month.within(journal.posting_date)
    ]
    return _list("15", "Manual journals", "journal|entry|date|prepared by|approved by|amount", rows)


def _written(journal: ManualJournal, entry: str | None, day: date, approvers: dict[str, str]) -> tuple[Cell, ...]:
    debits = total((line.amount for line in journal.lines if line.amount.minor > 0), journal.currency)
    return (journal.name, entry, day, journal.preparer, approvers.get(journal.number, "nobody yet"), debits)


def reopenings(month: Month) -> ReportSection:
    """Every time that the month, or one before it, was opened again: who asked, who approved, and why."""
    rows = [
        (str(one.period), one.event_date, one.requester, one.approver, one.reason)
        for one in month.snapshot.erp.reopenings
        if one.entity == month.entity and one.period <= month.period
    ]
    return _list("", "Reopened months", "period|date|asked by|approved by|reason", rows)


def overrides(month: Month) -> ReportSection:
    """What somebody allowed against the rules and was in force in the month: of whom or what, in which field, until when, and why.

    It is the group's, so it stands in the report of every legal entity and currency.
    """
    rows = [
        (one.subject, one.field, one.role, one.event_date, one.until, one.reason or None)
        for one in month.snapshot.crm.exceptions
        if one.event_date <= month.period.end and one.until >= month.period.start
    ]
    return _list("", "Overrides", "subject|field|allowed by|date|until|reason", rows)


def policy_changes(month: Month) -> ReportSection:
    """The conventions that were answered otherwise from a day of the month on. They are the group's."""
    rows = [
        (one.effective_date, one.question, one.before, one.after, one.approver)
        for one in month.snapshot.billing.policy_changes
        if month.within(one.effective_date)
    ]
    return _list("", "Policy changes", "day|question|before|after|approved by", rows)


def exceptions(month: Month) -> ReportSection:
    """Events that a system would not take by the month's end, and what the bill run holds, each with its owner and age; and
    what of each held contract is due and not billed."""
    seen = month.snapshot
    rows: list[tuple[Cell, ...]] = [
        (found.type, found.subject, found.customer or None, OWNERS[found.system], age, found.sentence)
        for found in (*seen.billing.exceptions, *seen.erp.exceptions)
        if (age := (month.period.end - found.on).days) >= 0
    ]
    held = [one for one in seen.billing.holds if one.entity == month.entity]
    rows += [("billing held", h.contract, h.customer, h.owner, _held_for(month, h), h.reason) for h in held]
    rows += _expired(month)
    section = _list(
        "17", "Exceptions", "event|document|customer|owner|age in days|reason", [*rows, *_unanswered(month)]
    )
    return replace(section, lines=tuple(line for one in held for line in _waiting(month, one)))


def _expired(month: Month) -> Iterator[tuple[Cell, ...]]:
    """Running contracts that stand on an exception which nobody allows any more."""
    for one in stands_on(month.snapshot):
        if one.contract.entity == month.entity and one.expired(month.period.end):
            age = (month.period.end - one.until).days
            yield ("exception expired", one.contract.number, one.contract.customer, OWNERS["crm"], age, one.sentence)


def _held_for(month: Month, held: BillingHold) -> int:
    return (month.period.end - held.event_date).days


def _waiting(month: Month, held: BillingHold) -> Iterator[ReportLine]:
    billing = month.snapshot.billing
    due = billing.due.get(held.contract, Money.zero(month.currency))
    if due.currency == month.currency:
        billed = [i.net for whole in billing.invoices for i in whole.by_contract() if i.contract == held.contract]
        name = f"{held.customer}, {held.code.replace('-', ' ')}, {held.owner}, {_held_for(month, held)} days"
        yield ReportLine(line=name, amount=due - total(billed, month.currency))


def _unanswered(month: Month) -> Iterator[tuple[Cell, ...]]:
    """Attempts to collect of which it was not known at the month's end what became."""
    gateway, end = month.snapshot.payments, month.period.end
    answered = {made.number for made in gateway.attempts if made.event_date <= end}
    for made in gateway.pending:
        if made.event_date <= end and made.number not in answered:
            why = f"the gateway has not answered whether it collected {made.amount} for {made.invoice}"
            age = (end - made.event_date).days
            yield ("payment requested", made.number, made.customer, OWNERS["payments"], age, why)


def sign_offs(open_tasks: Sequence[str] = ()) -> ReportSection:
    """Who signs, and what the signature means; name, day and signature are written by hand, once no task is open."""
    waits = f"not before these tasks are done: {', '.join(open_tasks)}" if open_tasks else ""
    rows = [(role, waits or meaning, "", "", "") for role, meaning in SIGNERS]
    return _list("19", "Sign-offs", "role|meaning|name|date|signature", rows)


def named(ties: Iterable[Reconciliation], *titles: str) -> list[Reconciliation]:
    """The reconciliations whose title begins so."""
    return [tie for tie in ties if tie.title.startswith(titles)]
