"""Tries a whole handover before any of it is taken over: a contract that is refused late must not leave the earlier ones behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from engine.book import Book
from engine.model.cutover import Handover, Takeover
from engine.refusals import Refused
from engine.taking_over import documents, take_over, take_over_cash
from engine.trying import Trial


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
        for document in (*documents(made), made):
            dry.add(document)
        taken.append(made.number)
    if refused:
        raise Refused(refused[0].code, "; ".join(no.sentence for no in refused))
    return tuple(taken)


def _attempts(dry: Book, handover: Handover, today: date) -> Iterator[Callable[[], Takeover]]:
    for opening in handover.openings:
        yield lambda opening=opening: take_over(dry, opening, today)  # type: ignore[misc]  # bound at once
    for cash in handover.cash:
        yield lambda cash=cash: take_over_cash(dry, cash, today)  # type: ignore[misc]  # bound at once
