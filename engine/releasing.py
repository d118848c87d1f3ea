"""Revenue of usage: on the day of use what the use cost, and on the last day of a commitment what fell short of it.

Handbook 4.11 and P14 (606-10-32-40, IFRS 15.85): usage belongs to the period of use, whenever it is billed; a reading that
comes late changes the schedule, and the next month end posts the difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from engine.book import Book
from engine.comparing import ChargePeriod
from engine.metered import is_metered, usage_atoms
from engine.model.calendar import ServicePeriod
from engine.model.contracts import Contract, PlannedLine
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.revenue import SchedulePiece
from engine.owing import Agreement

Pieces = dict[str, list[SchedulePiece]]


def usage_pieces(book: Book, contract: Contract, plan: Iterable[PlannedLine]) -> Pieces:
    """The schedule of each metered line, and of each of their minimums. `plan`: what of them is still to be billed.

    They add up to what is billed and planned, rounding included: what several documents round otherwise falls on the last day.
    """
    agreement = Agreement(book, contract)
    found: Pieces = {}
    for place in agreement.through(date.max):
        if is_metered(place.line):
            found.setdefault(place.line.id, []).extend(_used(agreement, place))
    for line, minor in _agreed(book, contract, plan).items():
        own = found.get(line)
        if own and (rest := minor - sum(piece.amount.minor for piece in own)):
            own.append(
                SchedulePiece(service=own[-1].service, amount=Money(rest, contract.currency), source=contract.number)
            )
    return found


def _used(agreement: Agreement, place: ChargePeriod) -> Iterator[SchedulePiece]:
    usage = agreement.usage(place.line, date.max)
    days = sorted({one.effective_date for one in usage if one.effective_date in place.period.whole})
    if place.line.id.endswith("-minimum"):
        yield from _piece(place, place.period.service.end, place.money_due())
        return
    before = Money.zero(place.contract.currency)
    for day in days:
        through = [one for one in usage if one.effective_date <= day]
        atoms = usage_atoms(agreement.now, place.line, place.period.whole, through)
        so_far = place.worth(atoms)
        yield from _piece(place, day, so_far - before)
        before = so_far


def _piece(place: ChargePeriod, day: date, amount: Money) -> Iterator[SchedulePiece]:
    if amount:
        yield SchedulePiece(service=ServicePeriod(day, day), amount=amount, source=place.contract.number)


def _agreed(book: Book, contract: Contract, plan: Iterable[PlannedLine]) -> dict[str, int]:
    """What each line is and will be billed, concessions taken off, in the smallest unit."""
    sums: dict[str, int] = {}
    for invoice in book.about(Invoice, "contract", contract.number):
        for billed in invoice.lines:
            sums[billed.line] = sums.get(billed.line, 0) + billed.net.minor
    for memo in book.about(CreditMemo, "contract", contract.number):
        for credited in memo.lines if memo.reason != "rebate" else ():
            sums[credited.line] = sums.get(credited.line, 0) - credited.net.minor
    for line in plan:
        sums[line.line] = sums.get(line.line, 0) + line.net.minor
    return sums
