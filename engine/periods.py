"""The billing periods of a contract: from its own anniversary or the calendar, and the day each is billed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.contracts import Contract


@dataclass(frozen=True, slots=True)
class BillingPeriod:
    """`whole`: the full billing period, which decides proration; `service`: the part of it that is billed.

    `term`: the part of it within the term as first signed; all of it, if the term only came to it later. `since`: the day
    from which it is counted: the contract's first, or the last on which counting began anew.
    """

    whole: ServicePeriod
    term: ServicePeriod
    service: ServicePeriod
    bill_date: date
    since: date = date.min


def billing_periods(
    contract: Contract, last_day: date, since: date | None = None, restarts: Sequence[date] = ()
) -> Iterator[BillingPeriod]:
    """The contract's billing periods up to the one that holds `last_day`, from the one that holds `since`.

    Counted anew from each of the `restarts`, which end the period before them.
    """
    starts = [contract.start, *restarts]
    for start, after in pairwise([*starts, None]):
        assert start is not None  # only the last of all is none
        last = last_day if after is None else min(last_day, after - ONE_DAY)
        if last >= start and (after is None or since is None or since < after):
            yield from _counted(contract, start, last, since)


def _counted(contract: Contract, start: date, last_day: date, since: date | None) -> Iterator[BillingPeriod]:
    first = _first_day(contract, start)
    number = max(_elapsed(contract, first, since), 0) if since else 0
    while (whole := _whole(contract, first, number)).start <= last_day:
        service = ServicePeriod(max(whole.start, start), min(whole.end, last_day))
        if since is None or whole.end >= since:
            signed = ServicePeriod(start, contract.end).overlap(whole) if start <= contract.end else None
            yield BillingPeriod(whole, signed or whole, service, _bill_date(contract, service), start)
        number += 1


def on_the_grid(contract: Contract, day: date, restarts: Sequence[date] = ()) -> bool:
    """Whether a billing period begins on that day anyway."""
    return next(billing_periods(contract, day, day, restarts)).whole.start == day


def one_time_period(day: date) -> BillingPeriod:
    """A one-time charge is billed on its day."""
    days = ServicePeriod(day, day)
    return BillingPeriod(days, days, days, day)


def ended(contract: Contract, period: BillingPeriod, last_day: date) -> BillingPeriod:
    """The period where it holds the last day that is billed; any other as it is."""
    if last_day not in period.service:
        return period
    service = ServicePeriod(period.service.start, last_day)
    return replace(period, service=service, bill_date=_bill_date(contract, service))


def _bill_date(contract: Contract, service: ServicePeriod) -> date:
    return service.start if contract.billing.timing == "in advance" else service.end + ONE_DAY


def _whole(contract: Contract, first: date, number: int) -> ServicePeriod:
    months = contract.billing.every_months
    start = add_months(first, months * number, first.day)
    return ServicePeriod(start, add_months(first, months * (number + 1), first.day) - ONE_DAY)


def _first_day(contract: Contract, start: date) -> date:
    """Where counting begins. Calendar periods end with a month, quarter, half-year or year."""
    if contract.billing.anchor == "anniversary":
        return start
    months = min(contract.billing.every_months, 12)
    return date(start.year, (start.month - 1) // months * months + 1, 1)


def _elapsed(contract: Contract, first: date, day: date) -> int:
    """A period number at or before the one that holds the day."""
    return ((day.year - first.year) * 12 + day.month - first.month - 1) // contract.billing.every_months
