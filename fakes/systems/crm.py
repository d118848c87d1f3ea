"""The CRM: customers, quotes, approvals and closed-won orders."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from engine.model.catalog import PriceBookEntry
from engine.model.cutover import Handover, Takeover
from engine.model.masters import GrantedException, RuleFinding
from engine.model.orders import Change, Order, RequestedLine, TakesEffect, Terms
from engine.model.quotes import ChangePreview, Quote, QuoteDecision
from engine.sales import approving, offering, quoting, validating
from fakes.systems import rehearsals
from fakes.systems.masters import MasterDesk


class Crm(MasterDesk):
    """Owns customers, quotes and orders; its authority ends with the closed-won order."""

    name = "crm"
    master_objects = ("customer", "product", "price", "contract")

    def take(self, event: str, document: Takeover | ChangePreview) -> Order | ChangePreview | None:
        """Take in a contract that was taken over: the order behind it, so that it can be changed; or what a quoted change
        comes to. The same again is nothing."""
        with self.taking(event, document):
            if isinstance(document, ChangePreview):
                return self.book.find(ChangePreview, document.number) or self.book.add(document)
            if document.order is None or self.book.has(Order, document.order.number):
                return document.order
            return self.book.add(document.order)

    def quote(self, customer: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """An offer, with the approvals that the matrix asks for."""
        return self.book.add(quoting.quote(self.book, customer, terms, lines, self.today))

    def decide(self, quote: str, role: str, decision: Literal["approved", "rejected"]) -> QuoteDecision:
        """A role approves or rejects a quote."""
        return self.book.add(approving.decide(self.book, quote, role, decision, self.today))

    def revise(self, quote: str, terms: Terms, lines: Sequence[RequestedLine]) -> Quote:
        """A new version of a quote; the one before can be signed no more."""
        before = approving.newest(self.book, quote)
        return self.book.add(quoting.quote(self.book, before.customer, terms, lines, self.today, before))

    def quote_changes(
        self,
        contract: str,
        changes: Sequence[Change],
        effective: date,
        takes_effect: TakesEffect = "on its day",
        supersedes: str | None = None,
    ) -> Quote:
        """An offer to change a running contract, or the next version of one, told to billing so that it is previewed."""
        before = approving.newest(self.book, supersedes) if supersedes else None
        made = offering.offer(self.book, contract, changes, effective, self.today, takes_effect, before)
        self.tell("change quoted", self.book.add(made))
        return made

    def readiness(self, quote: str) -> Sequence[RuleFinding]:
        """Everything that keeps a quote from being closed-won today."""
        return tuple(validating.readiness(self.book, quote, self.today))

    def grant_exception(self, subject: str, field: str, role: str, until: date, reason: str) -> GrantedException:
        """Somebody allows a customer, product or quote not to meet the rules of a field, until a day."""
        return self.book.add(validating.grant(self.book, subject, field, role, until, reason, self.today))

    def granted_exceptions(self) -> Sequence[GrantedException]:
        """The exception catalogue."""
        return self.book.all(GrantedException)

    def close_won(self, quote: str) -> Order:
        """The customer signs the quote."""
        return self._won(validating.close_won(self.book, quote, self.today))

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

    def would_take_over(self, handover: Handover) -> tuple[str, ...]:
        """Whether customers, changes in flight and open orders of all of it would arrive today; nothing does."""
        self.check_order("contract taken over", handover.openings)
        return rehearsals.in_crm(self.book, handover, self._alike, self.today)

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
