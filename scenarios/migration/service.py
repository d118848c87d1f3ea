"""What a subscription line is worth, and how much of it was served and billed by a day. Exact, by months or by days.

Computed here on its own, not by the engine: what the new system plans is compared with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate

from engine.model.calendar import ONE_DAY, ServicePeriod, add_months, last_of_month, months_of
from engine.model.catalog import Charge
from scenarios.migration.bill_periods import bills, part_of, said
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY, MONTHS

_A_YEAR = 12


@dataclass(frozen=True, slots=True)
class Worth:
    """A line's service, its whole price in units of the currency, the last day that is billed, and if it is earned at once.

    `asked`: what of the price is billed, where the periods of the calendar decide it.
    """

    service: ServicePeriod
    value: Fraction
    billed_through: date
    at_once: bool = False
    asked: Fraction | None = None

    def served(self, through: date, spread: str) -> Fraction:
        """What of the value belongs to the days up to that one."""
        if self.at_once:
            return self.value if self.service.start <= through else Fraction(0)
        return self.value * share(self.service, through, spread)

    @property
    def billed(self) -> Fraction:
        """What of the value is billed: whole billing periods by their months."""
        if self.at_once or self.billed_through >= self.service.end:
            return self.value
        if self.billed_through < self.service.start:
            return Fraction(0)
        if self.asked is not None:
            return self.asked
        return (
            self.value * months(self.service.start, self.billed_through) / months(self.service.start, self.service.end)
        )


def worth(line: Record, charge: Charge, proration: str) -> Worth | None:
    """The worth of a line that is priced flat or by unit; None where its revenue waits for deliveries or use, or the convention
    of a begun period of the calendar cannot be said here."""
    if charge.kind == "usage" or charge.recognition == "as delivered":
        return None
    service = ServicePeriod(line["start"], line["end"])
    price, per = price_of(line, charge)
    through = _billed_through(line, service)
    at_once = charge.recognition == "point in time"
    if per and said(line["billing"])[2]:
        return _by_calendar(line, service, price / per, proration, through, at_once)
    value = price * months(service.start, service.end) / per if per else price
    return Worth(service, value, through, at_once)


def price_of(line: Record, charge: Charge) -> tuple[Fraction, int]:
    """What all units cost after the discount, and for how many months that is; 0: for the whole term."""
    quantity = Fraction(1) if charge.model == "flat" else Fraction(line["quantity"])
    price = quantity * Fraction(line["price"]) * (1 - Fraction(line["discount"] or 0) / 100)
    if charge.kind == "one-time" or line["price per"] == "term":
        return price, 0
    per = MONTHS[line["price per"]] if line["price per"] else charge.per_months
    return price, per or EVERY.get(said(line["billing"])[0], 0)


def _by_calendar(
    line: Record, service: ServicePeriod, monthly: Fraction, proration: str, through: date, at_once: bool
) -> Worth | None:
    every = EVERY[said(line["billing"])[0]]
    worths = [(bill, part_of(bill, proration)) for bill in bills(line)]
    if any(part is None for _, part in worths):
        return None
    value = sum((monthly * every * (part or 0) for _, part in worths), Fraction(0))
    asked = sum((monthly * every * (part or 0) for bill, part in worths if bill.service.end <= through), Fraction(0))
    return Worth(service, value, through, at_once, asked)


def _billed_through(line: Record, service: ServicePeriod) -> date:
    """The last day that legacy has billed: to the next bill date in advance; a period before that in arrears."""
    cadence, timing, calendar = said(line["billing"])
    bill, first = line["next bill date"], 1 if calendar else service.start.day
    if cadence == "once":
        return service.end
    if timing == "arrears" and (bill + ONE_DAY).day == first:
        bill += ONE_DAY  # billed on the last day of the period, not on the first of the next
    begins = bill if timing == "advance" else add_months(bill, -EVERY[cadence], first)
    return min(max(begins, service.start) - ONE_DAY, service.end)


def months(start: date, end: date) -> Fraction:
    """The months from one day to another, both included: whole ones, and a begun one by its days."""
    after, whole = end + ONE_DAY, 0
    while add_months(start, whole + 1, start.day) <= after:
        whole += 1
    begun = add_months(start, whole, start.day)
    return whole + Fraction((after - begun).days, (add_months(start, whole + 1, start.day) - begun).days)


def share(service: ServicePeriod, through: date, spread: str) -> Fraction:
    """The share of a service that is given by the end of a day, from 0 to 1."""
    if through < service.start:
        return Fraction(0)
    if through >= service.end:
        return Fraction(1)
    parts, before, whole = _carried(service, spread)
    place = (through.year - service.start.year) * _A_YEAR + through.month - service.start.month
    part, weight = parts[place]
    given = before[place] + weight * Fraction((through - part.start).days + 1, part.days)
    return given / whole if whole else Fraction(1)


@lru_cache(maxsize=4096)
def _carried(
    service: ServicePeriod, spread: str
) -> tuple[list[tuple[ServicePeriod, Fraction]], list[Fraction], Fraction]:
    """Each month's part of a service with what it carries, what the months before it carry, and the whole."""
    parts = [(part, _weight(part, service, spread)) for part in months_of(service)]
    sums = [Fraction(0), *accumulate(weight for _, weight in parts)]
    return parts, sums, sums[-1]


def _weight(part: ServicePeriod, service: ServicePeriod, spread: str) -> Fraction:
    """What the part of a service in one month carries (handbook P7)."""
    full = part.start.day == 1 and part.end == last_of_month(part.end)
    match spread:
        case "by day":
            return Fraction(part.days)
        case "by month":
            return Fraction(part.days, last_of_month(part.start).day)
        case "by half month":
            return Fraction(1) if full else Fraction(1, 2)
        case "by equal period":
            return Fraction(1)
        case "by day in begun months":
            whole = [
                each.days for each in months_of(service) if each.start.day == 1 and each.end == last_of_month(each.end)
            ]
            return Fraction(sum(whole), len(whole)) if full else Fraction(part.days)
        case "by 30-day month":
            last = 30 if part.end == last_of_month(part.end) else part.end.day
            return Fraction(max(last - min(part.start.day, 30) + 1, 0), 30)
        case "by mid-month":
            held = [each for each in months_of(service) if each.start.day <= 15 <= each.end.day]
            return Fraction(part in held) if held else Fraction(part.days)
        case _:
            return Fraction(1) if full or part.start == service.start else Fraction(0)


def by_month(worths: list[Worth], first: date, spread: str, billed_only: bool) -> Iterator[tuple[date, Fraction]]:
    """What each month from a day on carries of the lines' values; only of what is billed, if asked so."""
    last = max((w.billed_through if billed_only else w.service.end for w in worths), default=first)
    before = first - ONE_DAY
    for part in months_of(ServicePeriod(first, last)) if last >= first else ():
        carried = sum(
            (_until(w, part.end, spread, billed_only) - _until(w, before, spread, billed_only) for w in worths),
            Fraction(0),
        )
        before = part.end
        yield part.start.replace(day=1), carried


def _until(worth: Worth, day: date, spread: str, billed_only: bool) -> Fraction:
    return worth.served(min(day, worth.billed_through) if billed_only else day, spread)
