"""The CRM's door, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from engine.model.catalog import PriceBookEntry
from engine.model.company import Customer
from engine.model.orders import Change, Order, Quote, QuoteDecision, RequestedLine, TakesEffect, Terms
from ports.adapters.plain.wire import Wire, segment


class PlainCrm:
    """ports.crm.CrmPort."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def create_customer(self, customer: Customer) -> Customer:
        """A new customer."""
        return self._wire.act(Customer, "/crm/customers", customer)

    def customers(self) -> Sequence[Customer]:
        """All customers."""
        return self._wire.every(Customer, "/crm/customers")

    def quote(self, customer: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """An offer."""
        return self._wire.act(Quote, "/crm/quotes", {"customer": customer, "terms": terms, "lines": tuple(lines)})

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
