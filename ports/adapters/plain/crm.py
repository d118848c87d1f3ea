"""The CRM's door, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

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
from ports.adapters.plain.masters import PlainMasters
from ports.adapters.plain.takeovers import PlainRehearsal
from ports.adapters.plain.wire import Wire, segment


class PlainCrm(PlainRehearsal, PlainMasters):
    """ports.crm.CrmPort."""

    system = "crm"

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def create_customer(self, customer: Customer, origin: System = "crm") -> Customer:
        """A new customer."""
        return self._wire.act(Customer, "/crm/customers", {"record": customer, "origin": origin})

    def review_customer(self, customer: str, role: str, decision: Literal["new", "duplicate"]) -> DuplicateDecision:
        """A steward's word on a queued customer."""
        body = {"customer": customer, "role": role, "decision": decision}
        return self._wire.act(DuplicateDecision, "/crm/duplicate-decisions", body)

    def merge_customers(self, merged: str, survivor: str) -> CustomerMerge:
        """Two customers become one."""
        return self._wire.act(CustomerMerge, "/crm/merges", {"merged": merged, "survivor": survivor})

    def possible_duplicates(self) -> Sequence[PossibleDuplicate]:
        """Every possible duplicate."""
        return self._wire.every(PossibleDuplicate, "/crm/possible-duplicates")

    def duplicate_decisions(self) -> Sequence[DuplicateDecision]:
        """All decisions of stewards."""
        return self._wire.every(DuplicateDecision, "/crm/duplicate-decisions")

    def merges(self) -> Sequence[CustomerMerge]:
        """All merges."""
        return self._wire.every(CustomerMerge, "/crm/merges")

    def quote(self, customer: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """An offer."""
        return self._wire.act(Quote, "/crm/quotes", {"customer": customer, "terms": terms, "lines": tuple(lines)})

    def revise(self, quote: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """A new version of a quote."""
        path = f"/crm/quotes/{segment(quote)}/versions"
        return self._wire.act(Quote, path, {"terms": terms, "lines": tuple(lines)})

    def quote_changes(
        self,
        contract: str,
        changes: Sequence[Change],
        effective: date,
        takes_effect: TakesEffect = "on its day",
        supersedes: str | None = None,
    ) -> Quote:
        """An offer of changes."""
        body = {"contract": contract, "changes": tuple(changes), "effective": effective, "takes_effect": takes_effect}
        return self._wire.act(Quote, "/crm/change-quotes", {**body, "supersedes": supersedes})

    def readiness(self, quote: str) -> Sequence[RuleFinding]:
        """What keeps a quote from being closed-won."""
        return self._wire.every(RuleFinding, f"/crm/quotes/{segment(quote)}/readiness")

    def grant_exception(self, subject: str, field: str, role: str, until: date, reason: str) -> GrantedException:
        """Somebody allows an exception."""
        body = {"subject": subject, "field": field, "role": role, "until": until, "reason": reason}
        return self._wire.act(GrantedException, "/crm/exceptions", body)

    def granted_exceptions(self) -> Sequence[GrantedException]:
        """The exception catalogue."""
        return self._wire.every(GrantedException, "/crm/exceptions")

    def decide(self, quote: str, role: str, decision: Literal["approved", "rejected"]) -> QuoteDecision:
        """A role's yes or no."""
        path = f"/crm/quotes/{segment(quote)}/decisions"
        return self._wire.act(QuoteDecision, path, {"role": role, "decision": decision})

    def close_won(self, quote: str) -> Order:
        """The customer signs."""
        return self._wire.act(Order, f"/crm/quotes/{segment(quote)}/close-won")

    def amend(
        self,
        contract: str,
        changes: Sequence[Change],
        effective: date,
        takes_effect: TakesEffect = "on its day",
        moment: str | None = None,
    ) -> Order:
        """The customer signs changes."""
        body = {"contract": contract, "changes": tuple(changes), "effective": effective, "takes_effect": takes_effect}
        return self._wire.act(Order, "/crm/amendments", {**body, "moment": moment})

    def set_price(self, entry: PriceBookEntry) -> PriceBookEntry:
        """A price of the list from a day on."""
        return self._wire.act(PriceBookEntry, "/crm/prices", entry)

    def quotes(self) -> Sequence[Quote]:
        """All quotes."""
        return self._wire.every(Quote, "/crm/quotes")

    def decisions(self) -> Sequence[QuoteDecision]:
        """All decisions."""
        return self._wire.every(QuoteDecision, "/crm/decisions")

    def orders(self) -> Sequence[Order]:
        """All orders."""
        return self._wire.every(Order, "/crm/orders")
