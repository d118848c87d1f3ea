"""The billing periods of a contract: from its own anniversary or the calendar, and the day each is billed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.contracts import Contract


@dataclass(frozen=True, slots=True)
class BillingPeriod:
    """`whole`: the full billing period, which decides proration; `service`: the part of it that is billed.

    `term`: the part of it within the term as first signed; all of it, if the term only came to it later.
    """

    whole: ServicePeriod
    term: ServicePeriod
    service: ServicePeriod
    bill_date: date


def billing_periods(contract: Contract, last_day: date, since: date | None = None) -> Iterator[BillingPeriod]:
    """The contract's billing periods up to the one that holds `last_day`, from the one that holds `since`."""
    number = max(_elapsed(contract, since), 0) if since else 0
    while (whole := _whole(contract, number)).start <= last_day:
        service = ServicePeriod(max(whole.start, contract.start), min(whole.end, last_day))
        if since is None or whole.end >= since:
            term = ServicePeriod(contract.start, contract.end).overlap(whole) or whole
            yield BillingPeriod(whole, term, service, _bill_date(contract, service))
        number += 1


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


def _whole(contract: Contract, number: int) -> ServicePeriod:
    first, months = _first_day(contract), contract.billing.every_months
    start = add_months(first, months * number, first.day)
    return ServicePeriod(start, add_months(first, months * (number + 1), first.day) - ONE_DAY)


def _first_day(contract: Contract) -> date:
    """Where counting begins. Calendar periods end with a month, quarter, half-year or year."""
    if contract.billing.anchor == "anniversary":
        return contract.start
    months = min(contract.billing.every_months, 12)
    return date(contract.start.year, (contract.start.month - 1) // months * months + 1, 1)


def _elapsed(contract: Contract, day: date) -> int:
    """A period number at or before the one that holds the day."""
    first = _first_day(contract)
    return ((day.year - first.year) * 12 + day.month - first.month - 1) // contract.billing.every_months
