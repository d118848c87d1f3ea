"""Business between the legal entities of one company: each deal stands in both their books, and nets out in the group's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.checking import above_zero
from engine.entities import entity_called
from engine.ledger.drafting import Draft, Part
from engine.ledger.journaling import postable
from engine.ledger.posting import enter
from engine.model.document import Document, dated, dates_of
from engine.model.events import EventType
from engine.model.intercompany import IntercompanyCharge, IntercompanySettlement
from engine.model.journal import JournalEntry
from engine.model.money import Money
from engine.refusals import Refused


def charge(
    book: Book, entity: str, to: str, amount: Money, reason: str, today: date, gives: str = "", takes: str = ""
) -> IntercompanyCharge:
    """One entity charges another for what it has done for it; `gives` and `takes` name the accounts, if not those of the rules.
    Refused for itself, an unknown entity, no amount, or an account that no journal may be written on."""
    giver, taker = _two(book, entity, to)
    above_zero(amount, "be charged")
    for account in (gives, takes):
        if account:
            postable(book, account, f"what {giver} charges {taker} for {reason}")
    return IntercompanyCharge(
        number=f"IC-{book.count(IntercompanyCharge) + 1}",
        **dated(today),
        entity=giver,
        to=taker,
        amount=amount,
        reason=reason,
        gives=gives,
        takes=takes,
    )


def settle(book: Book, entity: str, to: str, amount: Money, today: date) -> IntercompanySettlement:
    """An entity pays another. Refused above what it owes it in that currency."""
    payer, payee = _two(book, entity, to)
    above_zero(amount, "be settled")
    owed = Money(max(0, -position(book, payer, payee, amount.currency)), amount.currency)
    if amount > owed:
        raise Refused("above-what-is-owed", f"{amount} cannot be settled: {payer} owes {payee} {owed}")
    return IntercompanySettlement(
        number=f"IS-{book.count(IntercompanySettlement) + 1}",
        **dated(today),
        entity=payer,
        to=payee,
        amount=amount,
    )


def _two(book: Book, entity: str, to: str) -> tuple[str, str]:
    one, other = entity_called(book, entity).code, entity_called(book, to).code
    if one == other:
        raise Refused("same-entity", f"{one} cannot owe itself anything")
    return one, other


def position(book: Book, entity: str, counterparty: str, currency: str) -> int:
    """What an entity has to get from another, negative where it owes it, in the smallest unit."""
    return book.tallied("intercompany", entity, counterparty, currency)


_SIDES: dict[type[Document], tuple[EventType, str, str]] = {
    IntercompanyCharge: ("intercompany charged", "charged", "borne"),
    IntercompanySettlement: ("intercompany settled", "paid", "received"),
}


def entered(book: Book, deal: IntercompanyCharge | IntercompanySettlement) -> Iterator[JournalEntry]:
    """The deal's entries, one in the books of each of the two. A charge is a claim of its first, a settlement a claim less
    of its second."""
    event, one, other = _SIDES[type(deal)]
    for name, entity, counterparty in ((one, deal.entity, deal.to), (other, deal.to, deal.entity)):
        draft = Draft(book, deal.amount.currency)
        draft.parts.append(Part(name=name, amount=deal.amount, instead=_instead(deal, entity)))
        entry = enter(draft, _blank(deal, event, entity, counterparty))
        assert entry is not None, "a deal has an amount above zero"
        book.tally(
            deal.amount.minor * (1 if entity == deal.entity else -1),
            "intercompany",
            entity,
            counterparty,
            deal.amount.currency,
        )
        yield entry


def _instead(deal: IntercompanyCharge | IntercompanySettlement, entity: str) -> str:
    if isinstance(deal, IntercompanySettlement):
        return ""
    return deal.gives if entity == deal.entity else deal.takes


def _blank(
    deal: IntercompanyCharge | IntercompanySettlement, event: EventType, entity: str, other: str
) -> JournalEntry:
    return JournalEntry(
        number=f"JE-{deal.number}-{entity}",
        **dates_of(deal),
        entity=entity,
        currency=deal.amount.currency,
        source_kind="intercompany",
        source=deal.number,
        label="intercompany charge" if isinstance(deal, IntercompanyCharge) else "intercompany settlement",
        customer="",
        event=f"{event}:{deal.number}",
        lines=(),
        counterparty=other,
    )
