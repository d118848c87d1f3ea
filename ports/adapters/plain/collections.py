"""What is contested and given up, over the plain dialect."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.losses import UNSIGNED, Signatures, TaxReliefClaim
from engine.model.money import Money
from engine.model.payments import DisputeResolution, InvoiceDispute, WriteOff
from engine.model.plans import AgreedPart, PaymentPlan, PlanEnd
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

    def agree_on_parts(
        self, invoice: str, parts: Sequence[AgreedPart], default_after: int | None = None
    ) -> PaymentPlan:
        """Agree on parts."""
        body = {"invoice": invoice, "parts": parts, "default_after": default_after}
        return self._wire.act(PaymentPlan, "/billing/payment-plans", body)

    def cancel_plan(self, invoice: str) -> PlanEnd:
        """Cancel a payment plan."""
        return self._wire.act(PlanEnd, "/billing/plan-ends", {"invoice": invoice})

    def payment_plans(self) -> Sequence[PaymentPlan]:
        """All payment plans."""
        return self._wire.every(PaymentPlan, "/billing/payment-plans")

    def plan_ends(self) -> Sequence[PlanEnd]:
        """How payment plans ended."""
        return self._wire.every(PlanEnd, "/billing/plan-ends")

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
