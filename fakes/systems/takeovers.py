"""Billing's desk for the cutover: contracts and cash that an old system hands over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from engine import taking_over
from engine.billing import bill_run as billing
from engine.book import Book
from engine.contracts import renewing
from engine.model.cutover import Handover, Opening, OpeningCash, Takeover
from engine.model.invoices import Invoice
from engine.receivables import collecting
from engine.refusals import Refused
from engine.trying import Trial
from fakes.systems.system import SystemOfRecord


class TakeoverDesk(SystemOfRecord):
    """What billing does on the cutover day. A contract or payment comes whole or not at all, and once."""

    def would_take_over(self, handover: Handover) -> tuple[str, ...]:
        """Whether all of it would be taken over today; nothing is."""
        return rehearse(self.book, handover, self.today)

    def take_over(self, opening: Opening) -> Takeover:
        """A running contract with its open invoices, what was billed, recognized and used; it goes on from its next bill date."""
        with self.taking("", opening):
            made = taking_over.take_over(self.book, opening, self.today)
        return self._kept(made)

    def take_over_cash(self, cash: OpeningCash) -> Takeover:
        """Cash that settles nothing yet."""
        with self.taking("", cash):
            made = taking_over.take_over_cash(self.book, cash, self.today)
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


def rehearse(book: Book, handover: Handover, today: date) -> tuple[str, ...]:
    """The numbers of all that would be taken over, in order; nothing is written. Refused, with every reason, if anything of it
    would be refused: as it stands, or because of what is taken over before it."""
    dry = Trial(book, [])
    dry.customers = {**{one.name: one for one in handover.customers}, **book.customers}
    taken, refused = list[str](), list[Refused]()
    for attempt in _attempts(dry, handover, today):
        try:
            made = attempt()
        except Refused as no:
            refused.append(no)
            continue
        for document in (*taking_over.documents(made), made):
            dry.add(document)
        taken.append(made.number)
    if refused:
        raise Refused(refused[0].code, "; ".join(no.sentence for no in refused))
    return tuple(taken)


def _attempts(dry: Book, handover: Handover, today: date) -> Iterator[Callable[[], Takeover]]:
    for opening in handover.openings:
        yield lambda opening=opening: taking_over.take_over(dry, opening, today)  # type: ignore[misc]  # bound at once
    for cash in handover.cash:
        yield lambda cash=cash: taking_over.take_over_cash(dry, cash, today)  # type: ignore[misc]  # bound at once
