"""Taking readings of meters in: a reading becomes usage of a contract's line, or is refused and stays an exception.

A meter's id makes a reading recognizable: the same again counts once. What is corrected stays; the correction names it.
"""

from __future__ import annotations

from datetime import date

from engine.billing.metered import is_late, is_metered, standing, usage_of
from engine.book import Book
from engine.checking import known_customer
from engine.model.calendar import ServicePeriod, long_date
from engine.model.catalog import Quantity
from engine.model.contracts import Contract
from engine.model.document import dated
from engine.model.orders import OrderLine
from engine.model.usage import Reading, RepeatedReading, Usage
from engine.refusals import Refused
from engine.terms.periods import billing_of, billing_periods
from engine.terms.rating import billed_now, subscription
from engine.terms.zoning import local_day

Metered = tuple[Contract, OrderLine]


def take(book: Book, reading: Reading, today: date) -> Usage:
    """The usage that a reading becomes; one that came before answers with what it became then.

    Refused for an unknown customer, a product that no contract charges by usage on that day, a day still to come, an id used
    for something else, a correction of what is unknown or corrected already, more than the charge's limit, and late usage
    where the convention says so.
    """
    known_customer(book, reading.customer)
    day = _day(book, reading, today)
    contract, line = _metered_by(book, reading, day)
    usage = Usage(
        number=reading.id or f"U-{book.count(Usage) + 1:06}",
        **dated(today, effective=day),
        customer=reading.customer,
        contract=contract.number,
        line=line.id,
        product=line.product,
        charge=line.charge.name,
        quantity=reading.quantity,
        replaces=reading.replaces,
        subject=reading.subject,
    )
    if before := book.find(Usage, usage.number):
        return _repeated(before, usage)
    _check(book, contract, line, usage)
    return usage


def _day(book: Book, reading: Reading, today: date) -> date:
    day = local_day(book, reading.customer, reading.moment) if reading.moment else reading.day or today
    if day > today:
        raise Refused(
            "not-used-yet", f"{reading.product!r} cannot have been used on {long_date(day)}: it is {long_date(today)}"
        )
    return day


def _metered_by(book: Book, reading: Reading, day: date) -> Metered:
    """The contract's line that charges this use; of several contracts the newest."""
    what = repr(reading.product) + (f" ({reading.charge})" if reading.charge else "")
    held = [
        found
        for contract in book.about(Contract, "customer", reading.customer)
        for found in _held(book, contract, reading)
    ]
    if not held:
        raise Refused("not-by-usage", f"{reading.customer} has no contract that charges {what} by usage")
    running = [found for found in held if any(day in days for days in _days(book, found))]
    if not running:
        raise Refused(
            "outside-term",
            f"{long_date(day)} lies outside the days on which contract {held[-1][0].number} charges {what} by usage",
        )
    contract = running[-1][0]
    names = {line.charge.name for found, line in running if found == contract}
    if len(names) > 1:
        raise Refused(
            "which-charge", f"{reading.product!r} has several charges by usage: {', '.join(sorted(names))}; name one"
        )
    return running[-1]


def _held(book: Book, contract: Contract, reading: Reading) -> list[Metered]:
    lines = [
        line for line in subscription(book, contract).lines if is_metered(line) and line.product == reading.product
    ]
    return [(contract, line) for line in lines if reading.charge in (None, line.charge.name)]


def _days(book: Book, metered: Metered) -> tuple[ServicePeriod, ...]:
    """The days on which a line is charged by usage."""
    contract, line = metered
    state = subscription(book, contract)
    given = ServicePeriod(state.start, max(state.start, state.end))
    return tuple(days for s in state.segments if s.line == line.id and (days := s.service.overlap(given)))


def repeated(known: Usage, today: date) -> RepeatedReading:
    """A reading that billing has taken already came again today."""
    return RepeatedReading(
        usage=known.number,
        customer=known.customer,
        contract=known.contract,
        line=known.line,
        quantity=known.quantity,
        on=today,
    )


def _repeated(before: Usage, again: Usage) -> Usage:
    same = (before.contract, before.line, before.effective_date, before.quantity, before.replaces)
    if same != (again.contract, again.line, again.effective_date, again.quantity, again.replaces):
        raise Refused(
            "usage-id-taken",
            f"usage {before.number} is {before.quantity} of {before.product!r} on {long_date(before.effective_date)}; "
            f"a correction needs an id of its own, and names {before.number}",
        )
    return before


def _check(book: Book, contract: Contract, line: OrderLine, usage: Usage) -> None:
    if not usage.quantity:
        raise Refused("nothing-used", f"a use of 0 {usage.product!r} is none")
    known = usage_of(book, contract.number, line.id)
    _check_correction(usage, known)
    _check_limit(book, contract, line, usage, known)
    _check_late(book, contract, line, usage)


def _check_correction(usage: Usage, known: tuple[Usage, ...]) -> None:
    if usage.replaces is None:
        return
    if usage.replaces not in {one.number for one in known}:
        raise Refused(
            "unknown-usage", f"contract {usage.contract} has no usage {usage.replaces!r} of {usage.product!r}"
        )
    if by := next((one.number for one in known if one.replaces == usage.replaces), None):
        raise Refused("corrected-already", f"usage {usage.replaces} was corrected by {by}; correct that one")


def _check_limit(book: Book, contract: Contract, line: OrderLine, usage: Usage, known: tuple[Usage, ...]) -> None:
    if line.charge.limit is None or book.company.policies.unbillable == "held in the exceptions queue":
        return
    day = usage.effective_date
    held, restarts = billed_now(book, contract), subscription(book, contract).restarts
    period = next(billing_periods(held, day, day, billing_of(held, line.charge), restarts)).whole
    used: Quantity = sum(one.quantity for one in standing((*known, usage)) if one.effective_date in period)
    if used > line.charge.limit:
        raise Refused(
            "over-limit",
            f"contract {contract.number} allows {line.charge.limit} {usage.product!r} from {long_date(period.start)} to "
            f"{long_date(period.end)}; with {usage.number} it would be {used}",
        )


def _check_late(book: Book, contract: Contract, line: OrderLine, usage: Usage) -> None:
    grace, now = book.company.late_usage_days, subscription(book, contract)
    late = book.company.policies.late_usage == "rejected" and is_late(
        billed_now(book, contract), now, line, usage, grace
    )
    if late:
        raise Refused(
            "late-usage",
            f"usage of {usage.product!r} on {long_date(usage.effective_date)} came on {long_date(usage.event_date)}: its "
            f"billing period of contract {contract.number} is billed, and the {grace} days of grace are over",
        )
