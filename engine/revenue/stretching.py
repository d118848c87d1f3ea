"""Revenue over other days than those of its line: the life that finance expects of it, and the notice of an early end.

A fee for nothing distinct with a right to renew without it is earned as long as customers are expected to stay (606-10-55-42 and
50 to 53, IFRS 15.B40 and B48 to B51). What is paid for an early end is price of the service still to be given (606-10-25-13(a),
IFRS 15.21(a)).
"""

from __future__ import annotations

from datetime import date

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.money import Money
from engine.model.revenue import EarnedUntil, SchedulePiece
from engine.revenue.allocating import cut, ended_on
from engine.revenue.leaving import Lost
from engine.terms.progressing import Pieces, Progress, facts


def stretched(book: Book, contract: Contract, state: Subscription, pieces: Pieces, progress: Progress) -> Pieces:
    """The pieces of each line, over the days that finance or a notice says."""
    products = {line.id: line.product for line in state.lines}
    told: dict[str, list[tuple[date, date]]] = {}
    for known in facts(book, contract.number):
        if isinstance(known.fact, EarnedUntil):
            told.setdefault(known.fact.product, []).append((known.effective_date, known.fact.until))
    notices = _notices(book, contract)
    return {
        line: _over_notice(own, notices[line])
        if line in notices
        else _over_life(book, state, own, told.get(products.get(line, ""), []), progress)
        for line, own in pieces.items()
    }


def _notices(book: Book, contract: Contract) -> dict[str, ServicePeriod]:
    """By the line of a cancellation's fee, the days from its signing to the end of service."""
    made = book.about(Amendment, "contract", contract.number)
    if book.company.policies.cancellation_fee == "when it is due":
        return {}
    return {
        f"fee-{one.number}": ServicePeriod(one.event_date, one.effective_date - ONE_DAY)
        for one in made
        if one.event_date < one.effective_date
    }


def _over_notice(own: list[SchedulePiece], notice: ServicePeriod) -> list[SchedulePiece]:
    return [SchedulePiece(service=notice, amount=piece.amount, source=piece.source) for piece in own]


def _over_life(
    book: Book, state: Subscription, own: list[SchedulePiece], told: list[tuple[date, date]], progress: Progress
) -> list[SchedulePiece]:
    """What is not yet earned when it is told, over the days from then on; what is left when the contract is canceled, at once."""
    gone: list[SchedulePiece] = [piece for piece in own if isinstance(piece, Lost)]
    own = [piece for piece in own if piece not in gone]
    for day, until in told if own else ():
        first = max(day, min(piece.service.start for piece in own))
        own = _rest_over(book, own, first - ONE_DAY, ServicePeriod(first, max(first, until)), progress)
    if told and own and state.cancelled_on:
        on = ended_on(book, state)
        own = _rest_over(book, own, state.end, ServicePeriod(on, on), progress)
    return own + gone


def _rest_over(
    book: Book, own: list[SchedulePiece], last: date, days: ServicePeriod, progress: Progress
) -> list[SchedulePiece]:
    kept, rest = cut(book, own, last, progress)
    return [*kept, SchedulePiece(service=days, amount=Money(rest, own[0].amount.currency), source=own[-1].source)]
