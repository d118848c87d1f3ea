"""Billing's desk for the cutover: contracts and cash that an old system hands over."""

from __future__ import annotations

from collections.abc import Sequence

from engine import taking_over
from engine.billing import bill_run as billing
from engine.contracts import renewing
from engine.model.cutover import Handover, Opening, OpeningCash, Takeover
from engine.model.invoices import Invoice
from engine.receivables import bringing, collecting
from fakes.systems import rehearsals
from fakes.systems.system import SystemOfRecord


class TakeoverDesk(SystemOfRecord):
    """What billing does on the cutover day. A contract or payment comes whole or not at all, and once."""

    def would_take_over(self, handover: Handover) -> tuple[str, ...]:
        """Whether all of it would be taken over today; nothing is."""
        return rehearsals.in_billing(self.book, handover, self.today)

    def take_over(self, opening: Opening) -> Takeover:
        """A running contract with its open invoices, what was billed, recognized and used; it goes on from its next bill date."""
        with self.taking("", opening):
            made = taking_over.take_over(self.book, opening, self.today)
        return self._kept(made)

    def take_over_cash(self, cash: OpeningCash) -> Takeover:
        """Cash that settles nothing yet."""
        with self.taking("", cash):
            made = bringing.take_over_cash(self.book, cash, self.today)
        return self._kept(made)

    def takeovers(self) -> Sequence[Takeover]:
        """Everything that was taken over, in order."""
        return self.book.all(Takeover)

    def _kept(self, made: Takeover) -> Takeover:
        """Write what it brings and plan what follows, from today on; nobody is told of the past again."""
        for document in taking_over.documents(made):
            self.book.add(document)
        for invoice in made.invoices:
            self.book.tally(1, "taken over", Invoice.__name__, invoice.entity)
            collecting.plan(self.book, invoice)
        if made.signed:
            billing.plan_contract(self.book, made.signed, self.today)
            renewing.plan_renewal(self.book, made.signed, self.today)
        for usage in made.usage:
            billing.plan_usage(self.book, usage, self.today)
        return self.written(made)
