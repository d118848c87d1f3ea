"""The ledger opens what is taken over: receivables, contract liability and unapplied cash over migration clearing.

Handbook 4.18: no revenue, no tax, nothing billed. What is billed and recognized to date counts from then on, so that later
invoices, month ends, changes and credits post only what is beyond it.
"""

from __future__ import annotations

from engine.drafting import Draft, ahead
from engine.model.cutover import Takeover


def opening_amounts(draft: Draft, made: Takeover) -> None:
    """What is open of each invoice, what is deferred or earned ahead of its contract, and cash that settles nothing."""
    settled: dict[str, int] = {}
    for applied in made.applications:
        for part in applied.settlements:
            settled[part.invoice] = settled.get(part.invoice, 0) + part.amount.minor
    for invoice in made.invoices:
        rest = invoice.total.minor - settled.get(invoice.number, 0)
        draft.add("receivable", rest, contract=made.contract, invoice=invoice.number)
    if made.contract:
        liability, unbilled = draft.true_up(made.contract, made.billed.minor, made.recognized.minor)
        draft.add("liability", liability, contract=made.contract)
        draft.add(ahead(draft.book, "unbilled"), unbilled, contract=made.contract)
    draft.add("unapplied", made.unapplied.minor)
