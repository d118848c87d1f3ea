"""What the four systems have in common: a book, a day's work, and an outbox."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import TypeVar

from engine.book import Book, Stage, run
from engine.model.catalog import PriceBookEntry
from engine.model.company import Company, Customer, Onboarding
from engine.model.cutover import Opening, OpeningCash
from engine.model.document import Document
from engine.model.events import BusinessEvent, EventType, System, SystemFault
from engine.model.governance import MasterObject
from engine.model.journal import Rejection
from engine.model.masters import CustomerMerge, MasterChange, MasterRecord
from engine.model.usage import Reading
from engine.refusals import Refused
from engine.sales import attributing, correcting, merging

D = TypeVar("D", bound=Document)
NAMES = {"crm": "CRM", "billing": "billing system", "payments": "payment gateway", "erp": "ERP"}


class SystemOfRecord:
    """A system that writes documents into its own book and tells the others about them."""

    name: System
    stages: tuple[Stage, ...] = ()
    master_objects: tuple[MasterObject, ...] = ("customer",)

    def __init__(self, company: Company, today: date) -> None:
        self.book = Book(company, today)
        self.outbox: list[BusinessEvent] = []
        self._planned: list[SystemFault] = []
        self._in_order = False
        self.rejections: list[Rejection] = []
        self._refused: set[str] = set()

    @property
    def today(self) -> date:
        """The business day that it is for this system: what it writes is recorded on it."""
        assert self.book.today, "a system is built on a day"
        return self.book.today

    @today.setter
    def today(self, day: date) -> None:
        """Another day begins."""
        self.book.today = day

    def live(self, today: date) -> None:
        """Do the day's work: every document that is still lacking is written and told."""
        self.today = today
        for document in run(self.stages, self.book, today):
            self.wrote(document)

    def next_due(self, after: date) -> date | None:
        """The next day on which this system has something to do."""
        return self.book.agenda.next_after(after)

    def wrote(self, document: Document) -> None:
        """Plan what follows from a document that was just written, and tell the others."""

    def take_outbox(self) -> list[BusinessEvent]:
        """The events told since the last time, in order."""
        told, self.outbox = self.outbox, []
        return told

    @contextmanager
    def taking(self, event: str, document: Document | Reading | Opening | OpeningCash) -> Iterator[None]:
        """Take a business event in: what is refused, by a rule or by a planned accident, is kept as a rejection.

        `event`: the business event's number ("invoice posted:NW-000001"), empty for a direct call.
        """
        type_ = event.partition(":")[0]
        try:
            self._refuse_if_planned(type_, document)
            yield
        except Refused as refused:
            rejection = Rejection(
                event=event,
                type=type_,
                subject=_name(document),
                customer=getattr(document, "customer", ""),
                system=self.name,
                on=self.today,
                sentence=refused.sentence,
                code=refused.code,
                reading=document if isinstance(document, Reading) else None,
            )
            self.rejections.append(rejection)
            raise

    def _refuse_if_planned(self, type_: str, document: Document | Reading | Opening | OpeningCash) -> None:
        for fault in () if self._in_order else self._planned:
            if fault.type == type_ and fault.customer in (None, getattr(document, "customer", "")):
                self._refused.add(_in_words(fault))
                raise Refused(
                    "planned-refusal", f"the {NAMES[self.name]} does not take {_name(document)}: out of order"
                )

    def check_order(self, type_: EventType, documents: Iterable[Opening]) -> None:
        """Refused by whoever is out of order and would not take such an event of one of these."""
        for document in documents:
            self._refuse_if_planned(type_, document)

    def refuse(self, fault: SystemFault) -> None:
        """Plan to refuse events, until repaired."""
        self._planned.append(fault)
        self._in_order = False

    def repair(self) -> None:
        """End planned refusals."""
        self._in_order = True

    def unfired(self) -> list[str]:
        """Planned refusals that met no event, in words."""
        return [words for fault in self._planned if (words := _in_words(fault)) not in self._refused]

    def exceptions(self) -> Sequence[Rejection]:
        """What this system would not take, with the reason."""
        return tuple(self.rejections)

    def onboard(self, onboarding: Onboarding) -> Customer:
        """A customer becomes known; one who already is stays as they are."""
        self.book.customers.setdefault(onboarding.customer, onboarding.record)
        return self.book.customers[onboarding.customer]

    def customers(self) -> Sequence[Customer]:
        """All customers this system knows, in the order they came."""
        return tuple(self.book.customers.values())

    def follow(self, merge: CustomerMerge) -> None:
        """Two customers are one from now on; the same merge again changes nothing."""
        if not self.book.has(CustomerMerge, merge.number):
            merging.follow(self.book, self.book.add(merge))

    def holdings(self) -> Sequence[MasterRecord]:
        """What this system holds of customers, products, prices, tax rates and contracts."""
        return tuple(attributing.records(self.book, self.master_objects))

    def correct_master(self, of: MasterObject, name: str, field: str, value: str) -> MasterChange:
        """Somebody writes a field of the masters here; the other systems hear of it if this one owns the field."""
        held, told = self.master_objects, (of, name, field, value)
        made = self.book.add(correcting.correct(self.book, held, self.name, *told, self.today))
        self.hold(made)
        if made.owned:
            self.tell("customer changed" if made.of == "customer" else "master data changed", made, made.of)
        return made

    def hold(self, change: MasterChange) -> None:
        """What was written is what this system holds from now on."""
        if entry := correcting.new_price(self.book, change):
            self.set_list_price(entry)
        else:
            correcting.write(self.book, change)

    def adopt(self, event: str, change: MasterChange) -> MasterChange:
        """The owner of a field has written it; the same change again, or one's own, changes nothing."""
        with self.taking(event, change):
            if not self.book.has(MasterChange, change.number):
                self.hold(self.book.add(change))
            return change

    def master_changes(self) -> Sequence[MasterChange]:
        """What was written here, or came from a field's owner."""
        return self.book.all(MasterChange)

    def as_known(self, document: D) -> D:
        """A document that comes in, about the customer that its customer has become."""
        survivor = self.book.survivors.get(getattr(document, "customer", ""))
        # Whatever is about a customer names it in this field.
        return replace(document, customer=survivor) if survivor else document  # type: ignore[call-arg]

    def set_list_price(self, entry: PriceBookEntry) -> None:
        """A price of the list from a day on, beside those it holds already; the one said last for a day holds."""
        book = self.book.company.price_book
        self.book.company = replace(self.book.company, price_book=replace(book, entries=(entry, *book.entries)))

    def keep(self, documents: Iterable[Document]) -> None:
        """Write documents that an act has made."""
        for document in documents:
            self.wrote(self.book.add(document))

    def written(self, document: D) -> D:
        """Write a document that an act has made, and answer with it."""
        self.keep([document])
        return document

    def tell(self, type_: EventType, document: Document, label: str = "") -> None:
        """Put a business event into the outbox."""
        self.outbox.append(
            BusinessEvent(
                number=f"{type_}:{document.number}",
                type=type_,
                source=self.name,
                on=self.today,
                subject=document.number,
                customer=getattr(document, "customer", ""),
                label=label,
                document=document,
            )
        )


def _name(document: Document | Reading | Opening | OpeningCash) -> str:
    return document.id or document.product if isinstance(document, Reading) else document.number


def _in_words(fault: SystemFault) -> str:
    whose = f" of {fault.customer}" if fault.customer else ""
    return f'the {fault.system} refuses "{fault.type}"{whose}'
