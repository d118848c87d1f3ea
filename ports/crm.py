"""The door to the CRM: customers, quotes, approvals and closed-won orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal, Protocol

from engine.model.catalog import PriceBookEntry
from engine.model.company import Customer
from engine.model.events import System
from engine.model.masters import (
    CustomerMerge,
    DuplicateDecision,
    GrantedException,
    PossibleDuplicate,
    RuleFinding,
)
from engine.model.orders import Change, Order, RequestedLine, TakesEffect, Terms
from engine.model.quotes import Quote, QuoteDecision
from ports.masters import MastersPort
from ports.takeovers import RehearsalPort


class CrmPort(MastersPort, RehearsalPort, Protocol):
    """Every act answers with the document it made, or raises ports.refusal.Refused."""

    def create_customer(self, customer: Customer, origin: System = "crm") -> Customer:
        """A new customer, made known to the other systems; one that looks like another may be refused or wait for review.

        `origin`: the system that its record came from.
        """
        ...

    def review_customer(self, customer: str, role: str, decision: Literal["new", "duplicate"]) -> DuplicateDecision:
        """A steward's word on a customer that waits for review."""
        ...

    def merge_customers(self, merged: str, survivor: str) -> CustomerMerge:
        """Two customers become one, in all systems; what was signed and invoiced follows the survivor."""
        ...

    def possible_duplicates(self) -> Sequence[PossibleDuplicate]:
        """Every new customer that looked like one there was, with what looked alike."""
        ...

    def duplicate_decisions(self) -> Sequence[DuplicateDecision]:
        """What stewards decided about customers that waited for review."""
        ...

    def merges(self) -> Sequence[CustomerMerge]:
        """All merges of customers, in the order they came."""
        ...

    def quote(self, customer: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """An offer, priced from the price book, with the approvals that the matrix asks for."""
        ...

    def revise(self, quote: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """A new version of a quote; the one before can be signed no more."""
        ...

    def quote_changes(
        self,
        contract: str,
        changes: Sequence[Change],
        effective: date,
        takes_effect: TakesEffect = "on its day",
        supersedes: str | None = None,
    ) -> Quote:
        """An offer to change a running contract, or the next version of one, which billing then previews."""
        ...

    def readiness(self, quote: str) -> Sequence[RuleFinding]:
        """Everything that keeps a quote from being closed-won today: rules not met, approvals missing, a newer version."""
        ...

    def grant_exception(self, subject: str, field: str, role: str, until: date, reason: str) -> GrantedException:
        """Somebody allows a customer, product or quote not to meet the rules of a field, until a day."""
        ...

    def granted_exceptions(self) -> Sequence[GrantedException]:
        """The exception catalogue: who allowed what, until when."""
        ...

    def decide(self, quote: str, role: str, decision: Literal["approved", "rejected"]) -> QuoteDecision:
        """A role approves or rejects a quote."""
        ...

    def close_won(self, quote: str) -> Order:
        """The customer signs the quote; refused while an approval is missing."""
        ...

    def amend(
        self,
        contract: str,
        changes: Sequence[Change],
        effective: date,
        takes_effect: TakesEffect = "on its day",
        moment: str | None = None,
    ) -> Order:
        """The customer signs changes of a running contract, effective on that day, which may lie in the past, or
        at the end of the billing period or term that holds it; or at that moment of it ("2026-03-16 14:30")."""
        ...

    def set_price(self, entry: PriceBookEntry) -> PriceBookEntry:
        """A price of the list from a day on: for quotes and for products that join from then on."""
        ...

    def quotes(self) -> Sequence[Quote]:
        """All quotes, in the order they came."""
        ...

    def decisions(self) -> Sequence[QuoteDecision]:
        """All decisions on quotes, in the order they came."""
        ...

    def orders(self) -> Sequence[Order]:
        """All closed-won orders, in the order they came."""
        ...
