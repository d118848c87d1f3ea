"""Revenue at month ends: what every schedule says is earned so far, less what is recognized.

The difference posts whatever changed since, be it a late contract, a back-dated amendment or a credit, into the month that
is open now; closed months stay as they are (handbook, section 6).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.ledger.closing import first_open
from engine.ledger.drafting import Draft, ahead
from engine.ledger.giving_back import POSTED_THROUGH
from engine.ledger.posting import enter, month_end_blank
from engine.model.calendar import ONE_DAY, AccountingPeriod, ServicePeriod
from engine.model.contracts import Contract
from engine.model.journal import JournalEntry
from engine.model.money import Money
from engine.model.revenue import RevenueMonth, RevenueSchedule
from engine.model.transfers import ContractTransfer
from engine.portioning import cut, period_called, period_end, period_of
from engine.revenue.giving_up import given_up
from engine.revenue.scheduling import REVENUE_TASK, current_schedules
from engine.terms.belonging import as_held
from engine.terms.spreading import earned_of, left_out

_Month = tuple[str, str, AccountingPeriod, str, str, str]


def recognize(book: Book, today: date) -> Iterator[JournalEntry]:
    """One entry for each contract that has something to recognize at this month's end, and after it one for what a contract
    leaves that ended unpaid; nothing into a closed month."""
    for number in book.agenda.on(today, REVENUE_TASK):
        contract = as_held(book, book.get(Contract, number))
        day = first_open(book, today, contract.entity, "revenue")
        if day != today:
            book.agenda.plan(period_end(book, day), REVENUE_TASK, number)
        else:
            if entry := recognized_through(book, contract, today, today):
                yield entry
            if lost := given_up(book, contract, today):
                yield lost


def recognized_through(book: Book, contract: Contract, last: date, today: date) -> JournalEntry | None:
    """What the schedules say is earned by the end of a day and is not recognized yet, in the name of who holds the contract."""
    draft = Draft(book, contract.currency)
    note_posted(book, contract.number, last)
    for schedule in current_schedules(book, contract.number):
        earned = scheduled_through(book, schedule, last)
        minor = earned - book.tallied("recognized", contract.currency, schedule.obligation)
        if not minor:
            continue
        if schedule.counts_in != "revenue":
            about = {"contract": contract.number, "product": schedule.product, "obligation": schedule.obligation}
            draft.add(schedule.counts_in, -minor, **about)
            draft.recognize(contract.number, schedule.product, schedule.obligation, minor, schedule.counts_in)
            continue
        liability, unbilled = draft.true_up(contract.number, recognized=minor)
        about = {"contract": contract.number, "product": schedule.product, "obligation": schedule.obligation}
        beyond = left_out(schedule.pieces, last, schedule.spread, earned)
        draft.add("released", -liability, beyond, **about)
        draft.add(ahead(book, "accrued"), unbilled, **about)
        draft.recognize(contract.number, schedule.product, schedule.obligation, minor)
    if draft.is_empty:
        return None
    blank = month_end_blank(
        book, "revenue posted", "revenue", contract.number, today, contract.currency, contract.entity
    )
    return enter(draft, replace(blank, customer=contract.customer))


def note_posted(book: Book, contract: str, last: date) -> None:
    """Keep in mind until which day a contract's revenue is posted."""
    book.tally(max(last.toordinal() - book.tallied(POSTED_THROUGH, contract), 0), POSTED_THROUGH, contract)


def scheduled_through(book: Book, schedule: RevenueSchedule, day: date) -> int:
    """What a schedule says is earned at the end of a day, in the smallest unit."""
    policies = book.company.policies
    return earned_of(schedule.pieces, day, schedule.spread, policies.rounding, policies.residue)


def revenue(book: Book, through: AccountingPeriod | None = None, as_of: date = date.max) -> tuple[RevenueMonth, ...]:
    """Revenue by contract, product and month: as scheduled and as posted; whole terms unless limited.

    `as_of`: the schedules as they stood at the end of that day, so that a report of a closed month stays what it was.
    """
    scheduled, posted = _scheduled(book, as_of), _posted(book, "revenue")
    posted |= _posted(book, "expected refunds") | _posted(book, "passed on")
    return tuple(
        RevenueMonth(
            contract=contract,
            customer=customer,
            entity=entity,
            product=product,
            period=period,
            scheduled=Money(scheduled.get(key, 0), book.get(Contract, contract).currency),
            posted=Money(posted.get(key, 0), book.get(Contract, contract).currency),
            refunds=of == "expected refunds",
            passed_on=of == "passed on",
        )
        for key in sorted({*scheduled, *posted}, key=_natural)
        for contract, product, period, of, customer, entity in [key]
        if book.has(Contract, contract) and (through is None or period <= through)
    )


def _natural(key: _Month) -> tuple[int, _Month]:
    """C-2 before C-10."""
    return len(key[0]), key


def _scheduled(book: Book, as_of: date) -> dict[_Month, int]:
    found: dict[_Month, int] = {}
    for contract in book.all(Contract):
        for schedule in current_schedules(book, contract.number, as_of):
            for (period, customer, entity), minor in by_month(book, contract, schedule, as_of).items():
                key = contract.number, schedule.product, period, schedule.counts_in, customer, entity
                found[key] = found.get(key, 0) + minor
    return found


def _posted(book: Book, of: str) -> dict[_Month, int]:
    found: dict[_Month, int] = {}
    for (contract, product, month, customer, entity), minor in book.tallies(of).items():
        period = period_called(book, month)
        key = contract, product, period, of, book.survivors.get(customer, customer), entity
        found[key] = found.get(key, 0) + minor
    return found


def by_month(
    book: Book, contract: Contract, schedule: RevenueSchedule, as_of: date = date.max
) -> dict[tuple[AccountingPeriod, str, str], int]:
    """What a schedule recognizes in each month of its service, in the smallest unit, by customer and legal entity: of a month
    in which the contract passes on, as known at the end of a day, each has its days."""
    found: dict[tuple[AccountingPeriod, str, str], int] = {}
    if schedule.pieces:
        before = 0
        days = ServicePeriod(
            min(piece.service.start for piece in schedule.pieces), max(piece.service.end for piece in schedule.pieces)
        )
        for part, customer, entity in _owned(book, contract, days, as_of):
            so_far = scheduled_through(book, schedule, part.end)
            key = period_of(book, part.end), customer, entity
            found[key] = found.get(key, 0) + so_far - before
            before = so_far
    return found


def _owned(
    book: Book, contract: Contract, days: ServicePeriod, as_of: date
) -> Iterator[tuple[ServicePeriod, str, str]]:
    """The days cut at month ends and where the contract passes on, each part with whose it is."""
    handed_over = book.about(ContractTransfer, "contract", contract.number)
    made = [transfer for transfer in handed_over if transfer.posting_date <= as_of]
    for month in cut(book, days):
        start, customer, entity = month.start, contract.customer, contract.entity
        for transfer in made:
            if start < transfer.effective_date <= month.end:
                yield ServicePeriod(start, transfer.effective_date - ONE_DAY), customer, entity
            if transfer.effective_date <= month.end:
                start, customer, entity = max(start, transfer.effective_date), transfer.customer, transfer.entity
        yield ServicePeriod(start, month.end), customer, entity
