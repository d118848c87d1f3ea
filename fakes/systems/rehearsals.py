"""What a system would say to all that an old one hands over: tried in a book of its own, so that nothing is there afterwards.

A system is asked before the first customer is made. It answers with what it would make, or refuses with every reason: as things
stand, or because of what arrives before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from datetime import date
from functools import partial

from engine import taking_over
from engine.book import Book
from engine.contracts import contracting
from engine.ledger import journaling
from engine.model.company import Customer
from engine.model.contracts import Contract
from engine.model.cutover import ChangeInFlight, Handover, Opening, OpeningCash, OpenOrder, Takeover
from engine.model.manual import ManualDraft
from engine.model.orders import Order
from engine.model.payments import Payment
from engine.receivables import bringing
from engine.receiving import receive
from engine.refusals import Refused
from engine.sales import deduplicating, quoting, validating
from engine.sales.deduplicating import HowAlike
from engine.trying import Trial

Attempt = Callable[[], str]
"""One thing that arrives: the number of what it would make, or Refused."""


def in_billing(book: Book, handover: Handover, today: date) -> tuple[str, ...]:
    """Contracts, cash and changes in flight."""
    return _every(_in_billing(_trial(book, handover), handover, today))


def in_crm(book: Book, handover: Handover, alike: HowAlike, today: date) -> tuple[str, ...]:
    """Customers that are new here, changes in flight, and open orders as quotes."""
    return _every(_in_crm(_trial(book, Handover()), handover, alike, today))


def in_ledger(book: Book, handover: Handover, today: date) -> tuple[str, ...]:
    """What contracts and cash post, and the journals of the rest of the trial balance."""
    return _every(_in_ledger(_trial(book, handover), handover, today))


def _trial(book: Book, handover: Handover) -> Trial:
    dry = Trial(book, [])
    dry.customers = {**{one.name: one for one in handover.customers}, **book.customers}
    return dry


def _every(attempts: Iterable[Attempt]) -> tuple[str, ...]:
    """Everything is tried, so that every reason is told at once."""
    made, refused = list[str](), list[Refused]()
    for attempt in attempts:
        try:
            made.append(attempt())
        except Refused as no:
            refused.append(no)
    if refused:
        raise Refused(refused[0].code, "; ".join(no.sentence for no in refused))
    return tuple(made)


def _in_billing(dry: Trial, handover: Handover, today: date) -> Iterator[Attempt]:
    for opening in handover.openings:
        yield partial(_opened, dry, opening, today)
    for cash in handover.cash:
        yield partial(_kept_back, dry, cash, today)
    for change in handover.changes:
        if dry.has(Contract, change.contract) or not _of(handover, change):
            yield partial(_changed, dry, change, today)


def _of(handover: Handover, change: ChangeInFlight) -> bool:
    """Whether its contract comes with it: where that one is refused, its change needs no reason of its own."""
    return any(opening.number == change.contract for opening in handover.openings)


def _opened(dry: Trial, opening: Opening, today: date) -> str:
    return _kept(dry, taking_over.take_over(dry, opening, today))


def _kept_back(dry: Trial, cash: OpeningCash, today: date) -> str:
    return _kept(dry, bringing.take_over_cash(dry, cash, today))


def _kept(dry: Trial, made: Takeover) -> str:
    for document in (*taking_over.documents(made), *([made.order] if made.order else []), made):
        dry.add(document)
    return made.number


def _changed(dry: Trial, change: ChangeInFlight, today: date) -> str:
    order = quoting.amend(dry, change.contract, change.changes, change.effective, today)
    return dry.add(contracting.amend(dry, dry.add(order), today)).number


def _in_crm(dry: Trial, handover: Handover, alike: HowAlike, today: date) -> Iterator[Attempt]:
    for customer in handover.customers:
        if customer.name not in dry.customers:
            yield partial(_entered, dry, customer, alike, today)
    dry.customers = {**{one.name: one for one in handover.customers}, **dry.customers}
    for opening in handover.openings:
        with suppress(Refused):  # billing, whose contracts they are, says why
            _order_known(dry, opening)
    for change in handover.changes:
        if dry.has(Order, f"O-{change.contract}") or not _of(handover, change):
            yield partial(_signed, dry, change, today)
    for one in handover.orders:
        yield partial(_quoted, dry, one, today)


def _entered(dry: Trial, customer: Customer, alike: HowAlike, today: date) -> str:
    """A customer who would wait for review is known to nobody until then, so that nothing of theirs could arrive."""
    validating.check_entry(dry, customer)
    found = deduplicating.screen(dry, customer, alike, today)
    if found is not None and found.act != "warn":
        like = " and ".join(f"{one.like!r} by {one.compare}" for one in found.matches)
        said = f"customer {customer.name!r} looks like {like} and would wait for review; decide that first"
        raise Refused("waits-for-review", said)
    dry.customers[customer.name] = customer
    return customer.name


def _signed(dry: Trial, change: ChangeInFlight, today: date) -> str:
    return dry.add(quoting.amend(dry, change.contract, change.changes, change.effective, today)).number


def _quoted(dry: Trial, order: OpenOrder, today: date) -> str:
    return dry.add(quoting.quote(dry, order.customer, order.terms, order.lines, today)).number


def _order_known(dry: Trial, opening: Opening) -> None:
    order = taking_over.order_behind(dry, opening)
    if not dry.has(Order, order.number):
        dry.add(order)


def _in_ledger(dry: Trial, handover: Handover, today: date) -> Iterator[Attempt]:
    for opening in handover.openings:
        if not dry.has(Contract, opening.number):
            yield from _posted(dry, partial(taking_over.take_over, dry, opening, today), today)
    for cash in handover.cash:
        if not dry.has(Payment, f"TO-{cash.number}"):
            yield from _posted(dry, partial(bringing.take_over_cash, dry, cash, today), today)
    for draft in handover.journals:
        yield partial(_journal, dry, draft, handover.approver, today)


def _posted(dry: Trial, take: Callable[[], Takeover], today: date) -> Iterator[Attempt]:
    """What billing would tell the ledger; where it would take nothing over, it says so itself."""
    with suppress(Refused):
        made = take()
        yield partial(_received, dry, made, today)


def _received(dry: Trial, made: Takeover, today: date) -> str:
    receive(dry, made, today)
    return made.number


def _journal(dry: Trial, draft: ManualDraft, approver: str, today: date) -> str:
    journal = journaling.prepare(dry, draft, today)
    journaling.approve(dry, draft.name, approver, today)
    for entry in journaling.journalize(dry, today):
        dry.add(entry)
    return journal.number
