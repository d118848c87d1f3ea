"""A contract that is accounted for as one with others passes on by itself: it takes along what is its own of the price of all.

Until then one customer has what is billed ahead of one and earned ahead of another (606-10-45-1, IFRS 15.105). What the
transferred contract still earns is its share of the price (IFRS 15.73-80), not what was billed under its number; so the rest
of what was billed stays with the contracts that still earn it, and neither side is left with a balance that nothing clears.
"""

from __future__ import annotations

from engine.billing.bill_run import planned
from engine.billing.metered import metered_lines
from engine.book import Book
from engine.model.contracts import Contract
from engine.revenue.scheduling import current_schedules
from engine.terms.combining import held_together
from engine.terms.rating import subscription


def part(book: Book, held: Contract) -> None:
    """Settle what is billed ahead between a contract that is about to pass on and those that stay; no entry, for all of it
    stands in one name. What stands on both sides of the balance sheet from now on comes with their next posting."""
    staying = [one for one in held_together(book, held.number) if one != held.number]
    if not staying:
        return
    currency, first = held.currency, staying[0]
    own = book.tallied("billed ahead", currency, held.number)
    whole = own + sum(book.tallied("billed ahead", currency, one) for one in staying)
    takes = _still_to_earn(book, held) - _still_to_bill(book, held)
    book.tally(takes - own, "billed ahead", currency, held.number)
    book.tally(own - takes, "billed ahead", currency, first)
    waiting = book.tallied("stands apart", currency, held.number)
    gross = max(takes, 0) + max(whole - takes, 0) - max(whole, 0)
    book.tally(-waiting, "stands apart", currency, held.number)
    book.tally(waiting - gross, "stands apart", currency, first)


def _still_to_earn(book: Book, held: Contract) -> int:
    """What its schedules hold and is not recognized."""
    return sum(
        sum(piece.amount.minor for piece in one.pieces)
        + one.undelivered.minor
        - book.tallied("recognized", held.currency, one.obligation)
        for one in current_schedules(book, held.number)
        if one.counts_in == "revenue"
    )


def _still_to_bill(book: Book, held: Contract) -> int:
    """What of its price is to be billed yet, without tax."""
    metered = metered_lines(subscription(book, held))
    return sum(line.net.minor for line in planned(book, held) if line.line not in metered)
