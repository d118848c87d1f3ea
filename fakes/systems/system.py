"""What the four systems have in common: a book, a day's work, and an outbox."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engine.book import Book, Stage, run
from engine.model.company import Company, Customer, Onboarding
from engine.model.document import Document
from engine.model.events import BusinessEvent, EventType, System


class SystemOfRecord:
    """A system that writes documents into its own book and tells the others about them."""

    name: System
    stages: tuple[Stage, ...] = ()

    def __init__(self, company: Company, today: date) -> None:
        self.book = Book(company)
        self.today = today
        self.outbox: list[BusinessEvent] = []

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

    def onboard(self, onboarding: Onboarding) -> Customer:
        """A customer becomes known; one who already is stays as they are."""
        self.book.customers.setdefault(onboarding.customer, onboarding.record)
        return self.book.customers[onboarding.customer]

    def keep(self, documents: Iterable[Document]) -> None:
        """Write documents that an act has made."""
        for document in documents:
            self.wrote(self.book.add(document))

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
