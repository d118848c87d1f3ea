"""What people do in billing about what is not paid, not owed, or owed back: disputes, refunds, write-offs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, TypeVar

from engine.model.document import Document
from engine.model.losses import UNSIGNED, Reinstatement, Signatures, TaxReliefClaim
from engine.model.money import Money, total
from engine.model.payments import DisputeResolution, InvoiceDispute, Method, Refund, WriteOff
from engine.model.plans import AgreedPart, PaymentPlan, PlanEnd
from engine.model.reversals import RefundReturn
from engine.receivables import arranging, disputing, refunding, relieving, writing_off
from fakes.systems.system import SystemOfRecord

D = TypeVar("D", bound=Document)


class Collections(SystemOfRecord):
    """The part of billing where receivables are contested, paid back and given up."""

    def refund(
        self,
        customer: str,
        amount: Money,
        source: Literal["customer credit", "unapplied cash"],
        reason: str,
        method: Method | None = None,
        signed: Signatures = UNSIGNED,
    ) -> Refund:
        """Approve a refund."""
        return self._write(refunding.refund(self.book, customer, amount, source, reason, self.today, method, signed))

    def dispute(
        self,
        invoice: str,
        line: int | None,
        amount: Money | None,
        reason: str,
        expected: Money | None = None,
        part: int = 0,
    ) -> InvoiceDispute:
        """The customer contests an invoice, a line or a part of it."""
        return self._write(disputing.dispute(self.book, invoice, line, amount, reason, self.today, expected, part))

    def resolve(self, dispute: str, credited: Money, withdrawn: bool = False) -> DisputeResolution:
        """Settle a dispute."""
        memo, resolution = disputing.resolve(self.book, dispute, credited, self.today, withdrawn)
        if memo:
            self._write(memo)
        return self._write(resolution)

    def agree_on_parts(
        self, invoice: str, parts: Sequence[AgreedPart], default_after: int | None = None
    ) -> PaymentPlan:
        """What is open of an invoice is to be paid in parts."""
        return self._write(arranging.agree(self.book, invoice, parts, default_after, self.today))

    def cancel_plan(self, invoice: str) -> PlanEnd:
        """The payment plan of an invoice holds no longer."""
        return self._write(arranging.cancel(self.book, invoice, self.today))

    def write_off(self, invoice: str, amount: Money | None, signed: Signatures = UNSIGNED, part: int = 0) -> WriteOff:
        """Give up what is open of an invoice or of a part of it."""
        return self._write(writing_off.write_off(self.book, invoice, amount, self.today, signed, part))

    def write_off_small(self, most: Money) -> Money:
        """Give up small rests of overdue invoices; how much it is in all."""
        made = tuple(writing_off.write_off_small(self.book, most, self.today))
        self.keep(made)
        return total((rest.amount for rest in made), most.currency)

    def claim_relief(self, invoice: str) -> TaxReliefClaim:
        """Reclaim the tax of what was written off."""
        return self._write(relieving.claim_relief(self.book, invoice, self.today))

    def _write(self, document: D) -> D:
        self.keep([document])
        return document

    def payment_plans(self) -> Sequence[PaymentPlan]:
        """All payment plans."""
        return self.book.all(PaymentPlan)

    def plan_ends(self) -> Sequence[PlanEnd]:
        """How payment plans ended."""
        return self.book.all(PlanEnd)

    def refund_returns(self) -> Sequence[RefundReturn]:
        """Refunds that came back."""
        return self.book.all(RefundReturn)

    def relief_claims(self) -> Sequence[TaxReliefClaim]:
        """Tax of written-off invoices that was claimed later."""
        return self.book.all(TaxReliefClaim)

    def reinstatements(self) -> Sequence[Reinstatement]:
        """Receivables that stand again."""
        return self.book.all(Reinstatement)
