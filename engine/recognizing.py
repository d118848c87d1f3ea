"""Revenue at month ends: what every schedule says is earned so far, less what is recognized.

The difference posts whatever changed since, be it a late contract, a back-dated amendment or a credit, into the month that
is open now; closed months stay as they are (handbook, section 6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.closing import first_open
from engine.drafting import Draft, ahead
from engine.model.calendar import AccountingPeriod, ServicePeriod, last_of_month, months_of
from engine.model.contracts import Contract
from engine.model.journal import JournalEntry
from engine.model.money import Money
from engine.model.revenue import RevenueMonth, RevenueSchedule
from engine.posting import enter, month_end_blank
from engine.scheduling import REVENUE_TASK, current_schedules
from engine.spreading import earned_of, left_out

_Month = tuple[str, str, AccountingPeriod, str]


def recognize(book: Book, today: date) -> Iterator[JournalEntry]:
    """One entry for each contract that has something to recognize at this month's end; nothing into a closed month."""
    for number in book.agenda.on(today, REVENUE_TASK):
        contract = book.get(Contract, number)
        day = first_open(book, today, contract.entity, "revenue")
        if day != today:
            book.agenda.plan(last_of_month(day), REVENUE_TASK, number)
        elif entry := _entry(book, contract, today):
            yield entry


def _entry(book: Book, contract: Contract, today: date) -> JournalEntry | None:
    draft = Draft(book, contract.currency)
    for schedule in current_schedules(book, contract.number):
        minor = scheduled_through(book, schedule, today) - book.tallied(
            "recognized", contract.currency, schedule.obligation
        )
        if schedule.refunds:
            about = {"contract": contract.number, "product": schedule.product, "obligation": schedule.obligation}
            draft.add("expected refunds", -minor, **about)
            draft.recognize(contract.number, schedule.product, schedule.obligation, minor, "expected refunds")
            continue
        liability, unbilled = draft.true_up(contract.number, recognized=minor)
        about = {"contract": contract.number, "product": schedule.product, "obligation": schedule.obligation}
        beyond = left_out(schedule.pieces, today, schedule.spread, scheduled_through(book, schedule, today))
        draft.add("released", -liability, beyond, **about)
        draft.add(ahead(book, "accrued"), unbilled, **about)
        draft.recognize(contract.number, schedule.product, schedule.obligation, minor)
    blank = month_end_blank(
        book, "revenue posted", "revenue", contract.number, today, contract.currency, contract.entity
    )
    return enter(draft, replace(blank, customer=contract.customer))


def scheduled_through(book: Book, schedule: RevenueSchedule, day: date) -> int:
    """What a schedule says is earned at the end of a day, in the smallest unit."""
    policies = book.company.policies
    return earned_of(schedule.pieces, day, schedule.spread, policies.rounding, policies.residue)


def revenue(book: Book, through: AccountingPeriod | None = None) -> tuple[RevenueMonth, ...]:
    """Revenue by contract, product and month: as scheduled today and as posted; whole terms unless limited."""
    scheduled, posted = _scheduled(book), {**_posted(book, "revenue"), **_posted(book, "expected refunds")}
    return tuple(
        RevenueMonth(
            contract=contract,
            customer=book.get(Contract, contract).customer,
            product=product,
            period=period,
            scheduled=Money(scheduled.get((contract, product, period, of), 0), book.get(Contract, contract).currency),
            posted=Money(posted.get((contract, product, period, of), 0), book.get(Contract, contract).currency),
            refunds=of == "expected refunds",
        )
        for contract, product, period, of in sorted({*scheduled, *posted}, key=_natural)
        if book.has(Contract, contract) and (through is None or period <= through)
    )


def _natural(key: _Month) -> tuple[int, _Month]:
    """C-2 before C-10."""
    return len(key[0]), key


def _scheduled(book: Book) -> dict[_Month, int]:
    found: dict[_Month, int] = {}
    for contract in book.all(Contract):
        for schedule in current_schedules(book, contract.number):
            of = "expected refunds" if schedule.refunds else "revenue"
            for period, minor in by_month(book, schedule).items():
                key = contract.number, schedule.product, period, of
                found[key] = found.get(key, 0) + minor
    return found


def _posted(book: Book, of: str) -> dict[_Month, int]:
    return {
        (contract, product, AccountingPeriod.of(date.fromisoformat(f"{month}-01")), of): minor
        for (contract, product, month), minor in book.tallies(of).items()
    }


def by_month(book: Book, schedule: RevenueSchedule) -> dict[AccountingPeriod, int]:
    """What a schedule recognizes in each month of its service, in the smallest unit."""
    found: dict[AccountingPeriod, int] = {}
    if schedule.pieces:
        before = 0
        days = ServicePeriod(
            min(piece.service.start for piece in schedule.pieces), max(piece.service.end for piece in schedule.pieces)
        )
        for month in months_of(days):
            so_far = scheduled_through(book, schedule, month.end)
            found[AccountingPeriod.of(month.end)] = so_far - before
            before = so_far
    return found
