"""The part of the door to billing that is about what becomes of money and of what is owed, beside what it pays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.money import Money
from engine.model.transfers import ReceivableTransfer


class CashPort(Protocol):
    """What payers kept back, what unapplied cash became, and to whom open invoices passed on."""

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

    def identifications(self) -> Sequence[Identification]:
        """Who turned out to have sent money that came from nobody known."""
        ...
