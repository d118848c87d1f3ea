"""What identifies the close report of a story: whose it is, of which books, and under which conventions."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.company import Company
from engine.model.intercompany import ConsolidatedRow
from ports.erp import ErpPort
from ports.refusal import Refused
from reports.close_header import Issue
from reports.snapshot import Snapshot


def issue_of(company: Company, book: str, erp: ErpPort, seen: Snapshot) -> Issue:
    """The heading of a company's close reports; `book`: of those kept beside its own, "" for these."""
    kept = {one.name: one.policies for one in company.books}
    return Issue(
        company=company.name,
        entities=tuple((entity.code, entity.name) for entity in company.entities),
        policies=kept.get(book, company.policies),
        book=book or "primary",
        group=_group(company, erp, seen),
    )


def _group(company: Company, erp: ErpPort, seen: Snapshot) -> Sequence[ConsolidatedRow]:
    """The legal entities as one, where there are several and every currency has its rate."""
    try:
        return erp.consolidation(seen.period, company.entity.currency) if company.other_entities else ()
    except Refused:
        return ()
