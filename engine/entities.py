"""Which legal entity something belongs to, and the numbers it gives out: each entity has a gapless series of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.model.company import LegalEntity
from engine.model.document import Document
from engine.model.invoices import Invoice, Settlement
from engine.model.transfers import ReceivableTransfer
from engine.refusals import Refused


def entity_called(book: Book, text: str) -> LegalEntity:
    """The legal entity of that code or name. Refused if the company has none."""
    found = book.company.entity_called(text)
    if found is None:
        known = ", ".join(entity.name for entity in book.company.entities)
        raise Refused("unknown-entity", f"{book.company.name} has no legal entity {text!r}; it has: {known}")
    return found


def entity_of_customer(book: Book, customer: str) -> LegalEntity:
    """The legal entity that sells to a customer: the one of their record, else the company's first."""
    known = book.customers.get(customer)
    return entity_called(book, known.entity) if known and known.entity else book.company.entity


def selling_entity(book: Book, customer: str, named: str) -> LegalEntity:
    """The legal entity of a contract: the one that is named, else the customer's. Refused for an unknown name."""
    return entity_called(book, named) if named else entity_of_customer(book, customer)


def holder(book: Book, invoice: str, issuer: str, as_of: date | None = None) -> str:
    """The legal entity that an invoice is owed to at the end of a day (None: now): whoever issued it, until it passes on."""
    passed = book.about(ReceivableTransfer, "invoice", invoice)
    made = [one for one in passed if as_of is None or one.posting_date <= as_of]
    return made[-1].to if made else issuer


def as_owed(book: Book, invoice: Invoice, as_of: date | None = None) -> Invoice:
    """The invoice in the name of the legal entity that it is owed to at the end of a day (None: now)."""
    return replace(invoice, entity=holder(book, invoice.number, invoice.entity, as_of))


def holder_beside(book: Book, invoice: Invoice, entity: str) -> str:
    """The legal entity that an invoice is owed to, if it is not the one named ("")."""
    owed_to = holder(book, invoice.number, invoice.entity)
    return "" if owed_to == entity else owed_to


def with_holders(book: Book, entity: str, settlements: tuple[Settlement, ...]) -> tuple[Settlement, ...]:
    """What a document of a legal entity settles, each part with whom its invoice is owed to, if not that one."""
    return tuple(
        replace(part, holder=holder_beside(book, book.get(Invoice, part.invoice), entity)) for part in settlements
    )


def receiving_entity(book: Book, customer: str, invoice: str | None) -> LegalEntity:
    """Whose bank account a transfer reaches: that of the entity that the named invoice has passed on to, else of the one whose
    prefix it bears, else the customer's."""
    if passed := holder(book, invoice or "", ""):
        return entity_called(book, passed)
    for entity in book.company.entities if invoice else ():
        if str(invoice).partition("-")[0] == entity.prefix:
            return entity
    return entity_of_customer(book, customer)


def next_number(book: Book, kind: type[Document], entity: str, infix: str = "") -> str:
    """The number of the entity's next document of that kind: NW-000007, or with an infix NW-CM-000002. No number is
    left out, and none is given twice; what was taken over from an old system keeps its own. Debit memos with numbers of their
    own do not count among the invoices."""
    prefix = entity_called(book, entity).prefix
    own = book.count_about(Invoice, "series", f"{prefix}-DM")
    used = book.count_about(kind, "entity", entity) - book.tallied("taken over", kind.__name__, entity)
    used -= own if kind is Invoice else 0
    return f"{prefix}-{infix}{(own if infix == 'DM-' else used) + 1:06}"


def own_number(book: Book, stem: str, entity: str, tail: str) -> str:
    """A number of what every legal entity has for itself: CLOSE-2026-03, or CLOSE-CE-2026-03 where there are several."""
    return "-".join(filter(None, (stem, entity if book.company.other_entities else "", tail)))
