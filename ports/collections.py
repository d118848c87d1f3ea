"""The part of billing's door at which invoices are contested and given up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from engine.model.losses import UNSIGNED, Signatures, TaxReliefClaim
from engine.model.money import Money
from engine.model.payments import DisputeResolution, InvoiceDispute, WriteOff
from engine.model.plans import AgreedPart, PaymentPlan, PlanEnd


class CollectionsPort(Protocol):
    """Every act answers with the document it made, or raises ports.refusal.Refused. `part`: which one of an invoice that is due
    in parts, counted from 1; 0: all of the invoice."""

    def dispute(
        self,
        invoice: str,
        line: int | None,
        amount: Money | None,
        reason: str,
        expected: Money | None = None,
        part: int = 0,
    ) -> InvoiceDispute:
        """The customer contests that much (with tax; None: all that is open and not in dispute) of an invoice, of one of its lines
        or parts. `expected`: what finance expects to concede (without tax) or, where the customer cannot pay, to lose."""
        ...

    def resolve(self, dispute: str, credited: Money, withdrawn: bool = False) -> DisputeResolution:
        """Settle a dispute: all of it credited (accepted), part of it, or nothing (rejected, or withdrawn)."""
        ...

    def agree_on_parts(
        self, invoice: str, parts: Sequence[AgreedPart], default_after: int | None = None
    ) -> PaymentPlan:
        """What is open of an invoice is to be paid in those parts. `default_after`: so many days overdue, a part makes the rest due
        at once; None: each part stays."""
        ...

    def cancel_plan(self, invoice: str) -> PlanEnd:
        """The payment plan of an invoice holds no longer: it is due on its own day again."""
        ...

    def payment_plans(self) -> Sequence[PaymentPlan]:
        """All payment plans."""
        ...

    def plan_ends(self) -> Sequence[PlanEnd]:
        """How payment plans ended."""
        ...

    def write_off(self, invoice: str, amount: Money | None, signed: Signatures = UNSIGNED, part: int = 0) -> WriteOff:
        """Give up what is open of an invoice or of a part of it (or that amount of it)."""
        ...

    def write_off_small(self, most: Money) -> Money:
        """Give up what is open of overdue invoices of which no more than that is; how much it is in all."""
        ...

    def claim_relief(self, invoice: str) -> TaxReliefClaim:
        """Reclaim the tax of what was written off of an invoice."""
        ...
