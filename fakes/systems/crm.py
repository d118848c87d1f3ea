"""The CRM: customers, quotes, approvals and closed-won orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from engine import quoting
from engine.model.catalog import PriceBookEntry
from engine.model.orders import Change, Order, Quote, QuoteDecision, RequestedLine, TakesEffect, Terms
from fakes.systems.masters import MasterDesk


class Crm(MasterDesk):
    """Owns customers, quotes and orders; its authority ends with the closed-won order."""

    name = "crm"

    def quote(self, customer: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """An offer, with the approvals that the matrix asks for."""
        return self.book.add(quoting.quote(self.book, customer, terms, lines, self.today))

    def decide(self, quote: str, role: str, decision: Literal["approved", "rejected"]) -> QuoteDecision:
        """A role approves or rejects a quote."""
        return self.book.add(quoting.decide(self.book, quote, role, decision, self.today))

    def close_won(self, quote: str) -> Order:
        """The customer signs the quote."""
        return self._won(quoting.close_won(self.book, quote, self.today))

    def amend(
        self,
        contract: str,
        changes: Sequence[Change],
        effective: date,
        takes_effect: TakesEffect = "on its day",
        moment: str | None = None,
    ) -> Order:
        """The customer signs changes of a running contract."""
        return self._won(quoting.amend(self.book, contract, changes, effective, self.today, takes_effect, moment))

    def set_price(self, entry: PriceBookEntry) -> PriceBookEntry:
        """A price of the list from a day on; quotes and additions from then on are priced by it."""
        self.set_list_price(entry)
        return entry

    def _won(self, order: Order) -> Order:
        self.tell("order closed-won", self.book.add(order))
        return order

    def quotes(self) -> Sequence[Quote]:
        """All quotes."""
        return self.book.all(Quote)

    def decisions(self) -> Sequence[QuoteDecision]:
        """All decisions on quotes."""
        return self.book.all(QuoteDecision)

    def orders(self) -> Sequence[Order]:
        """All closed-won orders."""
        return self.book.all(Order)
