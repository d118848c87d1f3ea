"""The billing periods of a contract: from its own anniversary or the calendar, and the day each is billed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice, pairwise

from engine.model.cadence import Billing, ShortMonth, TermLength
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, add_term, last_of_month
from engine.model.catalog import Charge
from engine.model.contracts import Contract
from engine.model.rhythms import ChangingBilling, rhythm_on, without_rhythm


@dataclass(frozen=True, slots=True)
class BillingPeriod:
    """`whole`: the full billing period, which decides proration; `service`: the part of it that is billed.

    `bill_date`: the day its invoice is issued; where drafts have days of grace, these are over.
    `term`: the part of it within the term as first signed; all of it, if the term only came to it later. `since`: the day
    from which it is counted: the contract's first, or the last on which counting began anew. `billing`: how it is billed (None: as
    ever), where the contract changed that.
    """

    whole: ServicePeriod
    term: ServicePeriod
    service: ServicePeriod
    bill_date: date
    since: date = date.min
    billing: Billing | None = None


def billing_of(contract: Contract, charge: Charge) -> Billing:
    """How a charge of the contract is billed: its own way or the contract's; usage is known, and billed, in arrears."""
    billing, changes = contract.billing, _changes(contract.billing)
    if charge.billing:
        billing = replace(
            charge.billing, grace_days=contract.billing.grace_days, short_month=contract.billing.short_month
        )
        changes = [(day, None) for day, _ in changes]
    if charge.kind == "usage":
        billing = replace(billing, timing="in arrears")
        changes = [(day, how and replace(how, timing="in arrears")) for day, how in changes]
    return ChangingBilling.of(billing, tuple(changes)) if changes else billing


def _changes(billing: Billing) -> list[tuple[date, Billing | None]]:
    return list(billing.changes) if isinstance(billing, ChangingBilling) else []


def billing_periods(
    contract: Contract,
    last_day: date,
    since: date | None = None,
    billing: Billing | None = None,
    restarts: Sequence[date] = (),
) -> Iterator[BillingPeriod]:
    """The contract's billing periods (or those of another `billing`) up to the one that holds `last_day`, from the one that
    holds `since`. Counted anew from each of the `restarts`, which end the period before them."""
    how, counted = billing or contract.billing, tuple(restarts)
    for start, after in pairwise([contract.start, *counted_from(how, restarts), None]):
        assert start is not None  # only the last of all is none
        last = last_day if after is None else min(last_day, after - ONE_DAY)
        if last >= start and (after is None or since is None or since < after):
            yield from _counted(contract, rhythm_on(how, start, counted), start, last, since)


def counted_from(billing: Billing, restarts: Sequence[date]) -> Sequence[date]:
    """The days from which periods are counted anew; those of the calendar or an agreed day stay where they are, unless billing
    itself changes."""
    changed, counted = {day for day, how in _changes(billing) if how}, tuple(restarts)
    return [
        day
        for day in restarts
        if day in changed or (_from_any_day(rhythm_on(billing, day, counted)) and not without_rhythm(billing, day))
    ]


def _from_any_day(billing: Billing) -> bool:
    """Whether its periods begin on whatever day counting begins."""
    return billing.anchor == "anniversary" and not billing.bill_day


def _counted(
    contract: Contract, how: Billing, start: date, last_day: date, since: date | None
) -> Iterator[BillingPeriod]:
    first = _first_day(start, how)
    number = max(_elapsed(first, how, since), 0) if since else 0
    while (whole := _whole(first, how, number)).start <= last_day:
        service = ServicePeriod(max(whole.start, start), min(whole.end, last_day))
        if since is None or whole.end >= since:
            signed = ServicePeriod(start, contract.end).overlap(whole) if start <= contract.end else None
            bill_date = _bill_date(contract, how, service)
            yield BillingPeriod(whole, signed or whole, service, bill_date, start, how)
        number += 1


def number_of(period: BillingPeriod, billing: Billing) -> int:
    """Which billing period it is, counted in months from 0 where counting began."""
    billing = period.billing or billing
    first = _first_day(period.since, billing)
    # A start that has rolled to the first belongs to the month before.
    start = period.whole.start - (ONE_DAY if billing.short_month == "rolls to the first" else timedelta())
    start = max(start, first)
    return ((start.year - first.year) * 12 + start.month - first.month) // billing.every_months


def on_the_grid(contract: Contract, day: date, restarts: Sequence[date] = ()) -> bool:
    """Whether a billing period begins on that day anyway."""
    return next(billing_periods(contract, day, day, restarts=restarts)).whole.start == day


def one_time_period(contract: Contract, day: date) -> BillingPeriod:
    """A one-time charge is billed on its day."""
    days = ServicePeriod(day, day)
    return BillingPeriod(days, days, days, issued_on(contract, day))


def ended(contract: Contract, period: BillingPeriod, last_day: date, billing: Billing | None = None) -> BillingPeriod:
    """The period where it holds the last day that is billed; any other as it is."""
    if not period.service.start <= last_day < period.service.end:
        return period
    service, how = ServicePeriod(period.service.start, last_day), period.billing or billing or contract.billing
    return replace(period, service=service, bill_date=_bill_date(contract, how, service))


def issued_on(contract: Contract, due: date) -> date:
    """When what falls due on a day is issued: then, or after the days of grace that a draft has, which begin no earlier than
    the contract is signed."""
    grace = contract.billing.grace_days
    return max(due, contract.event_date) + timedelta(days=grace) if grace else due


def _bill_date(contract: Contract, billing: Billing, service: ServicePeriod) -> date:
    if billing.timing != "in advance":
        return issued_on(contract, service.end + ONE_DAY)
    early = max(service.start - timedelta(days=billing.days_ahead), min(contract.event_date, service.start))
    return issued_on(contract, early)


def _whole(first: date, billing: Billing, number: int) -> ServicePeriod:
    if days := billing.every_days:
        start = first + timedelta(days=days * number)
        return ServicePeriod(start, start + timedelta(days=days - 1))
    return ServicePeriod(_start(first, billing, number), _start(first, billing, number + 1) - ONE_DAY)


def _start(first: date, billing: Billing, number: int) -> date:
    """The first day of a billing period, counted from 0. An agreed day of the month is clipped; so is any other, unless the
    contract has another answer to months without that day."""
    months = billing.every_months * number
    if billing.bill_day:
        return add_months(first, months, billing.bill_day)
    return _IN_SHORT_MONTHS[billing.short_month](first, months, billing.every_months)


def _clipped(first: date, months: int, step: int) -> date:
    return add_months(first, months, first.day)


@lru_cache(maxsize=4_096)
def _stuck(first: date, months: int, step: int) -> date:
    """Once shortened, the day stays short: 31 January, 28 February, 28 March."""
    day = min((_clipped(first, passed, step).day for passed in range(0, months + 1, step)), default=first.day)
    return add_months(first, months, day)


def _rolled(first: date, months: int, step: int) -> date:
    """The first of the month after: 31 January, 1 March, 31 March, 1 May."""
    start = _clipped(first, months, step)
    return start if start.day == first.day else start + ONE_DAY


def _last_to_last(first: date, months: int, step: int) -> date:
    """What begins on a month's last day always does: 28 February, 31 March, 30 April."""
    start = _clipped(first, months, step)
    return last_of_month(start) if first == last_of_month(first) else start


_IN_SHORT_MONTHS: dict[ShortMonth, Callable[[date, int, int], date]] = {
    "clipped, no drift": _clipped,
    "sticks to the shortened day": _stuck,
    "rolls to the first": _rolled,
    "last day to last day": _last_to_last,
}


def last_day_of_term(
    contract: Contract, day: date, length: TermLength, anchor: int, restarts: Sequence[date] = ()
) -> date:
    """The last day of a term from a day on: by the calendar, or, where short months count otherwise, with as many whole
    billing periods as its months are."""
    how, months = rhythm_on(contract.billing, day), length.months
    by_calendar = how.short_month == "clipped, no drift" or how.every_days or how.bill_day or how.anchor == "calendar"
    if by_calendar or length.days or months % how.every_months or not on_the_grid(contract, day, restarts):
        return add_term(day, months, length.days, anchor) - ONE_DAY
    periods = billing_periods(contract, add_months(day, months + how.every_months), day, restarts=restarts)
    return next(islice(periods, months // how.every_months - 1, None)).whole.end


def _first_day(start: date, billing: Billing) -> date:
    """Where counting begins: the term's first day, the bill day at or before it, or the first of a month, quarter,
    half-year or year of the calendar."""
    if billing.bill_day:
        this_month = add_months(start, 0, billing.bill_day)
        return this_month if this_month <= start else add_months(start, -1, billing.bill_day)
    if billing.anchor == "anniversary" or billing.every_days:
        return start
    months = min(billing.every_months, 12)
    return date(start.year, (start.month - 1) // months * months + 1, 1)


def _elapsed(first: date, billing: Billing, day: date) -> int:
    """A period number at or before the one that holds the day."""
    if billing.every_days:
        return (day - first).days // billing.every_days
    return ((day.year - first.year) * 12 + day.month - first.month - 1) // billing.every_months
