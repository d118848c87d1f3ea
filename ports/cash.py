"""The doors to billing's cash desk: what money pays, what is kept back of it, and who sent it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from engine.model.cash import CashExchange, Deduction, DeductionKind, Identification, PrepaymentRelease
from engine.model.currency import ExchangeRate
from engine.model.invoices import CreditUse
from engine.model.money import Money
from engine.model.payments import PaymentApplication
from engine.model.reversals import PaymentReversal
from engine.model.transfers import BalanceTransfer, ReceivableTransfer


class CashPort(Protocol):
    """What billing does with money."""

    def apply(
        self,
        payment: str,
        invoice: str,
        amount: Money | None,
        settles: Money | None = None,
        rate: ExchangeRate | None = None,
    ) -> PaymentApplication:
        """Apply cash that stands unapplied to an invoice (all that fits, or that amount); to one in another currency at the
        rate of the day, at the `rate` that was agreed, or where it is agreed what it settles, so much."""
        ...

    def take_off(self, payment: str, invoice: str) -> PaymentReversal:
        """Un-apply: a payment pays an invoice no longer; its cash stands unapplied."""
        ...

    def deduct(self, invoice: str, kind: DeductionKind, amount: Money, note: str) -> Deduction:
        """Accept what a payer kept back of an invoice; a withheld tax needs its certificate as note."""
        ...

    def identify(self, payment: str, customer: str, invoice: str | None) -> Identification:
        """Find out who sent money that came from nobody known; it pays that invoice, or by convention."""
        ...

    def use_credit(self, customer: str, invoice: str, amount: Money | None) -> CreditUse:
        """Pay an invoice from the customer's credit (all that fits, or that amount)."""
        ...

    def deductions(self) -> Sequence[Deduction]:
        """What payers kept back and the company bears."""
        ...

    def free(self, contract: str, amount: Money | None) -> tuple[PrepaymentRelease, ...]:
        """What was paid ahead of a contract, or that much of it, stands unapplied from now on."""
        ...

    def prepayment_releases(self) -> Sequence[PrepaymentRelease]:
        """What was paid ahead of contracts and is no longer."""
        ...

    def cash_exchanges(self) -> Sequence[CashExchange]:
        """What of unapplied cash became another currency, to pay an invoice in that."""
        ...

    def receivable_transfers(self) -> Sequence[ReceivableTransfer]:
        """Which open invoices passed to another legal entity, and what was open of them."""
        ...

    def balance_transfers(self) -> Sequence[BalanceTransfer]:
        """What customers have to their credit that passed to another legal entity: unapplied cash and customer credit."""
        ...

    def identifications(self) -> Sequence[Identification]:
        """Who turned out to have sent money that came from nobody known."""
        ...
