"""What identifies the close report of a story: whose it is, of which books, and under which conventions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from engine.model.company import Company
from engine.model.intercompany import ConsolidatedRow
from engine.model.journal import TrialBalanceRow
from ports.erp import ErpPort
from ports.refusal import Refused
from ports.stack import Stack
from reports.close.header import Issue
from reports.systems.snapshot import Snapshot

PRIMARY = "primary"


def issue_of(company: Company, book: str, stack: Stack, seen: Snapshot) -> Issue:
    """The heading of a company's close reports; `book`: of those kept beside its own, "" for these."""
    erp = stack.in_book(book) if book else stack.erp
    kept = {one.name: one.policies for one in company.books}
    return Issue(
        company=company.name,
        entities=tuple((entity.code, entity.name) for entity in company.entities),
        policies=kept.get(book, company.policies),
        book=book or PRIMARY,
        group=_group(company, erp, seen),
        books=_books(company, stack, seen),
        materiality=company.materiality,
        subscribed=stack.billing.subscribed(seen.as_of),
        revenue_before=erp.revenue(None, seen.period.previous.end),
        authorized_discount=_authorized(company),
    )


def _authorized(company: Company) -> Decimal | None:
    """Up to which percentage nobody has to be asked, where what is given beyond it without a quote counts as leaked."""
    if company.policies.unasked_discount == "as signed":
        return None
    return min((rule.discount_above for rule in company.approvals if rule.discount_above is not None), default=None)


def _books(company: Company, stack: Stack, seen: Snapshot) -> Sequence[tuple[str, Sequence[TrialBalanceRow]]]:
    """The trial balance of the month in each set of books, where there are several."""
    doors = [(PRIMARY, stack.erp), *((kept.name, stack.in_book(kept.name)) for kept in company.books)]
    return [(name, erp.trial_balance(seen.period)) for name, erp in doors] if company.books else ()


def _group(company: Company, erp: ErpPort, seen: Snapshot) -> Sequence[ConsolidatedRow]:
    """The legal entities as one, where there are several and every currency has its rate."""
    try:
        return erp.consolidation(seen.period, company.entity.currency) if company.other_entities else ()
    except Refused:
        return ()
