"""What losses mean for the ledger: write-offs, tax claimed back, and what comes of them after all (handbook 4.4)."""

from __future__ import annotations

from engine.ledger.drafting import Draft
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.payments import Recovery, WriteOff


def relief_claim(draft: Draft, claim: TaxReliefClaim) -> None:
    """Tax of a loss is claimed back."""
    draft.add("claimed", claim.amount.minor, invoice=claim.invoice)


def reinstatement(draft: Draft, made: Reinstatement) -> None:
    """What was lost stands again as a receivable; where relief was taken, its tax is owed again."""
    draft.add(f"reinstated {made.method}", made.amount.minor - made.tax.minor, invoice=made.invoice)
    draft.add("tax", made.tax.minor, invoice=made.invoice)


def write_off(draft: Draft, write_off: WriteOff) -> None:
    """The tax that is reclaimed is no loss (handbook 4.4)."""
    lost = write_off.amount.minor - write_off.tax_relief.minor
    draft.add(write_off.method, lost, invoice=write_off.invoice)
    draft.add("tax relief", write_off.tax_relief.minor, invoice=write_off.invoice)


def recovery(draft: Draft, recovery: Recovery) -> None:
    """What comes of a loss after all; the tax in it is owed again."""
    net = recovery.amount.minor - recovery.tax.minor
    draft.add(f"recovered by {recovery.method}", net, invoice=recovery.invoice)
    draft.add(f"tax by {recovery.method}", recovery.tax.minor, invoice=recovery.invoice)
