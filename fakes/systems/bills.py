"""Billing's desk for whole bills: previews, voids, credit on the account, and the exceptions queue."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from engine.billing import bill_run as billing
from engine.billing import debiting, granting, previewing, voiding
from engine.checking import known_invoice
from engine.model.contracts import Contract
from engine.model.debits import DebitLine
from engine.model.drafts import DraftInvoice
from engine.model.holds import BillingHold, HoldRelease
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.losses import UNSIGNED, Signatures
from engine.model.money import Money
from engine.model.printed import PrintedDocument
from engine.receivables import presenting
from engine.refusals import Refused
from fakes.systems.system import SystemOfRecord


class BillDesk(SystemOfRecord):
    """What billing does with whole bills."""

    def credit_account(self, customer: str, net: Money) -> Sequence[CreditMemo]:
        """Give back part of all a customer's invoices."""
        return [self.written(memo) for memo in voiding.credit_account(self.book, customer, net, self.today)]

    def debit(self, invoice: str, lines: Sequence[DebitLine]) -> Invoice:
        """Charge more on an issued invoice."""
        return self.written(debiting.debit(self.book, known_invoice(self.book, invoice), lines, self.today))

    def void(self, invoice: str, rebill: bool) -> CreditMemo:
        """Take a whole invoice back."""
        return self.written(voiding.void(self.book, known_invoice(self.book, invoice), rebill, self.today))

    def preview(self, customer: str, through: date) -> Sequence[Invoice]:
        """The invoices to come."""
        return previewing.preview(self.book, customer, self.today, through)

    def drafts(self) -> Sequence[DraftInvoice]:
        """What waits to be issued."""
        return previewing.drafts(self.book, self.today)

    def release(self, contract: str, role: str) -> HoldRelease:
        """Let a held contract go."""
        held = self.book.find(Contract, contract)
        if held is None:
            raise Refused("unknown-contract", f"billing has no contract {contract!r}")
        return self.written(billing.released(self.book, held, role, self.today))

    def holds(self) -> Sequence[BillingHold]:
        """What was ever in the exceptions queue."""
        return self.book.all(BillingHold)

    def hold_releases(self) -> Sequence[HoldRelease]:
        """What was let go."""
        return self.book.all(HoldRelease)

    def credit(
        self,
        invoice: str,
        line: int | None,
        net: Money,
        reason: Literal["goodwill", "unserved", "rebate", "tax correction"],
        signed: Signatures = UNSIGNED,
    ) -> CreditMemo:
        """Give back part of an invoice though nothing about the contract changes."""
        owed = known_invoice(self.book, invoice)
        return self.written(granting.give_back(self.book, owed, line, net, reason, self.today, signed))

    def invoices(self) -> Sequence[Invoice]:
        """All posted invoices."""
        return self.book.all(Invoice)

    def credit_memos(self) -> Sequence[CreditMemo]:
        """All posted credit memos."""
        return self.book.all(CreditMemo)

    def printed(self) -> Sequence[PrintedDocument]:
        """What customers see of it all."""
        return tuple(presenting.printed(self.book))

    def credit_uses(self) -> Sequence[CreditUse]:
        """Every use of customer credit."""
        return self.book.all(CreditUse)
