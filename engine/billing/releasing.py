"""Revenue of usage: on the day of use what the use cost (or is expected to), and on the last day of a commitment what fell short of it.

Handbook 4.11 and P14 (606-10-32-40, IFRS 15.85): usage belongs to the period of use, whenever it is billed; a reading that
comes late changes the schedule, and the next month end posts the difference. A prepaid amount is revenue as it is drawn; what
is never drawn is breakage, by convention in proportion to the draws or when it expires (P20).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.billing.drawing import Draw, TopUp
from engine.billing.owing import Agreement
from engine.billing.rating_ahead import earned
from engine.book import Book
from engine.model.calendar import ServicePeriod
from engine.model.contracts import Contract, PlannedLine
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, rounded
from engine.model.revenue import SchedulePiece

Pieces = dict[str, list[SchedulePiece]]


def usage_pieces(book: Book, contract: Contract, plan: Iterable[PlannedLine]) -> Pieces:
    """The schedule of each metered line, of their minimums, and of what is prepaid. `plan`: what of them is still to be billed.

    They add up to what is billed, drawn and planned, rounding included: what several documents round otherwise falls on the
    last day.
    """
    agreement = Agreement(book, contract)
    found: Pieces = {}
    agreed = _agreed(book, contract, plan)
    for use in earned(agreement):
        found.setdefault(use.line, []).extend(_piece(contract, use.day, use.minor))
    for place in agreement.through(date.max):
        if place.line.id.endswith("-minimum"):
            found.setdefault(place.line.id, []).extend(
                _piece(contract, place.period.service.end, place.money_due().minor)
            )
    for spared in agreement.spared():
        found[spared.line].extend(_piece(contract, spared.day, -spared.minor))
    for draw, paid in _paid(agreement):
        agreed[draw.use.line] = agreed.get(draw.use.line, 0) + paid
        agreed[draw.top_up.line] = agreed.get(draw.top_up.line, 0) - paid
        found[draw.use.line].extend(_piece(contract, draw.use.day, paid - draw.minor))
    for top_up in agreement.top_ups():
        found[top_up.line] = list(_breakage(agreement, top_up, agreed.get(top_up.line, 0)))
    for line, own in found.items():
        rest = agreed.get(line, 0) - sum(piece.amount.minor for piece in own)
        own.extend(_piece(contract, own[-1].service.end, rest) if own else ())
    return found


def _paid(agreement: Agreement) -> Iterator[tuple[Draw, int]]:
    """Each draw with what was paid for it, where that is not what it is worth: all of a top-up's draws come to its price."""
    so_far: dict[TopUp, int] = {}
    rounding = agreement.book.company.policies.rounding
    for draw in agreement.draws(date.max):
        before = so_far.get(draw.top_up, 0)
        so_far[draw.top_up] = before + draw.minor
        yield draw, draw.top_up.paid(before + draw.minor, rounding) - draw.top_up.paid(before, rounding)


def _breakage(agreement: Agreement, top_up: TopUp, undrawn: int) -> Iterator[SchedulePiece]:
    """What is never drawn: beside each draw its share of what is expected to expire, and all that is left on the last day."""
    contract, book = agreement.contract, agreement.book
    expected = _share(agreement, top_up) if book.company.policies.breakage == "in proportion to use" else Fraction(0)
    drawn = before = 0
    for draw, paid in _paid(agreement):
        if draw.top_up != top_up:
            continue
        drawn += paid
        so_far = min(rounded(drawn * expected, book.company.policies.rounding), undrawn)
        yield from _piece(contract, draw.use.day, so_far - before)
        before = so_far
    yield from _piece(contract, top_up.last, undrawn - before)


def _share(agreement: Agreement, top_up: TopUp) -> Fraction:
    """What is expected to expire, for each unit of what is expected to be drawn."""
    line = next(line for line in agreement.now.lines if line.id == top_up.line)
    expected = Fraction(min(line.charge.breakage, Decimal(99))) / 100
    return expected / (1 - expected)


def _piece(contract: Contract, day: date, minor: int) -> Iterator[SchedulePiece]:
    if minor:
        yield SchedulePiece(
            service=ServicePeriod(day, day), amount=Money(minor, contract.currency), source=contract.number
        )


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
