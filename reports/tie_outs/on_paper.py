"""What was issued beside what customers see of it: the paper must say what the subledger holds them to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import COUNT, Money, total
from engine.model.printed import PrintedDocument
from reports.tie_outs.controls import Items, Ledger, Place, reconciliation


def papers_agree(ledger: Ledger) -> Iterator[Reconciliation]:
    """Invoices and memos issued = those whose paper says the same, each counted once. Where nothing is printed at all there
    is nothing to compare."""
    snapshot = ledger.snapshot
    papers = {paper.number: paper for paper in snapshot.billing.printed}
    issued: tuple[Invoice | CreditMemo, ...] = (*snapshot.billing.invoices, *snapshot.billing.credit_memos)
    counted = defaultdict[Place, int](int)
    found: Items = defaultdict(list)
    for document in issued if papers else ():
        if document.posting_date <= snapshot.as_of:
            place = Place(document.entity, COUNT)
            counted[place] += 1
            if wrong := "; ".join(_differences(document, papers.get(document.number))):
                found[place].append(
                    ReconcilingItem(document=document.number, amount=Money(1, COUNT), explanation=wrong)
                )
    for place, count in counted.items():
        amounts = count, count - len(found[place])
        yield reconciliation(
            snapshot, "Documents as customers see them", ("issued", "paper"), place, amounts, found[place]
        )


def _differences(document: Invoice | CreditMemo, paper: PrintedDocument | None) -> Iterator[str]:
    if paper is None:
        yield f"the customer was shown no {document.number}"
        return
    due = document.due_date if isinstance(document, Invoice) else None
    parts = document.installments if isinstance(document, Invoice) else ()
    added = total((line.total for line in paper.lines), paper.currency)
    by_tax = total((tax.amount for tax in paper.taxes), paper.currency)
    told = (
        ("net", document.net, paper.net),
        ("tax", document.tax, paper.tax),
        ("total", document.total, paper.total),
        ("rounding", document.rounding or None, paper.rounding),
        ("lines", document.net + document.tax, added),
        ("tax summary", document.tax, by_tax),
        ("customer", document.customer, paper.customer),
        ("day to pay", due, paper.pay_by),
        ("installments", parts, paper.installments),
    )
    for what, right, read in told:
        if right != read:
            yield f"{what} of {document.number}: {right} issued, {read} on the paper"
