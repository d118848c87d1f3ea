"""What is contested and given up, over the plain dialect."""

from __future__ import annotations

from engine.model.losses import UNSIGNED, Signatures, TaxReliefClaim
from engine.model.money import Money
from engine.model.payments import DisputeResolution, InvoiceDispute, WriteOff
from ports.adapters.plain.wire import Wire, segment


class PlainCollections:
    """The part of billing's door at which invoices are contested and given up."""

    _wire: Wire

    def dispute(
        self,
        invoice: str,
        line: int | None,
        amount: Money | None,
        reason: str,
        expected: Money | None = None,
        part: int = 0,
    ) -> InvoiceDispute:
        """The customer contests."""
        body = {
            "invoice": invoice,
            "line": line,
            "amount": amount,
            "reason": reason,
            "expected": expected,
            "part": part,
        }
        return self._wire.act(InvoiceDispute, "/billing/disputes", body)

    def resolve(self, dispute: str, credited: Money, withdrawn: bool = False) -> DisputeResolution:
        """Settle a dispute."""
        path = f"/billing/disputes/{segment(dispute)}/resolution"
        return self._wire.act(DisputeResolution, path, {"credited": credited, "withdrawn": withdrawn})

    def write_off(self, invoice: str, amount: Money | None, signed: Signatures = UNSIGNED, part: int = 0) -> WriteOff:
        """Give up what is open."""
        body = {"invoice": invoice, "amount": amount, "signed": signed, "part": part}
        return self._wire.act(WriteOff, "/billing/write-offs", body)

    def write_off_small(self, most: Money) -> Money:
        """Give up small rests."""
        return self._wire.act(Money, "/billing/small-write-offs", {"most": most})

    def claim_relief(self, invoice: str) -> TaxReliefClaim:
        """Claim the tax of a loss."""
        return self._wire.act(TaxReliefClaim, "/billing/relief-claims", {"invoice": invoice})
