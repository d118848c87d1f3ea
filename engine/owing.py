"""When something of a contract falls due: the billing periods of its charges, and from which day an amendment counts in each.

An amendment signed before a period's bill date is part of that bill. Any other counts from the day it is settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, compress
from operator import or_

from engine.billed import Atom
from engine.book import Book, billed_key
from engine.comparing import ChargePeriod, due_atoms
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.invoices import Invoice
from engine.model.orders import Cancel, ExtendTerm, OrderLine, Renew
from engine.periods import BillingPeriod, billing_periods, ended, one_time_period
from engine.rating import amendments, as_signed, ever_agreed, longest_end
from engine.reading import standing


class Agreement:
    """A contract with everything signed about it so far."""

    def __init__(self, book: Book, contract: Contract) -> None:
        self.book = book
        self.contract = contract
        self.signed = amendments(book, contract)
        self.now = as_signed(contract, self.signed)
        ever = ever_agreed(contract, self.signed)
        self._last_day, self._restarts = ever.longest_end, tuple(ever.restarts)
        self._cancelled = min((_both(a) for a in standing(self.signed) if _cancels(a)), default=None)
        self.settling = {amendment.number: self._settling_day(amendment) for amendment in self.signed}
        self._read: dict[tuple[bool, ...], Subscription] = {}

    def settled_on(self, day: date) -> list[Amendment]:
        """The amendments that are billed or credited on that day, by the day they take effect."""
        return [amendment for amendment in self.signed if self.settling[amendment.number] == day]

    def bill_dates(self) -> set[date]:
        """Every day on which something may be billed or credited."""
        regular = {
            ended(self.contract, period, self.now.billed_end).bill_date
            for line in self.now.lines
            for period in self._periods(line, None)
        }
        return regular | set(self.settling.values())

    def on_bill_day(self, day: date) -> Iterator[ChargePeriod]:
        """The charges whose regular bill date that is."""
        since = day - timedelta(days=31 * self.contract.billing.every_months + 1)
        return (place for place in self._places(day, since) if place.period.bill_date == day)

    def through(self, day: date) -> Iterator[ChargePeriod]:
        """The charges whose bill date has come by that day, as they are due then."""
        return (place for place in self._places(day, None) if place.period.bill_date <= day)

    def _settling_day(self, amendment: Amendment) -> date:
        """The day an amendment is billed or credited: when it is signed and in effect, or on the next regular bill date.

        A longer term in arrears is always billed when it has been served; a cancellation leaves nothing to wait for.
        """
        day = _both(amendment)
        served = self.contract.billing.timing == "in arrears" and _extends(amendment)
        waits = served or self.book.company.policies.amendment_billing == "on the next regular invoice"
        if not waits or _cancels(amendment) or amendment.restarts:
            return day
        agreed = longest_end(self.contract, [other for other in self.signed if _when(other) <= _when(amendment)])
        regular = (period.bill_date for period in billing_periods(self.contract, agreed, day, self._restarts))
        later = next((bill_date for bill_date in regular if bill_date > day), day)
        return min(later, max(day, self._cancelled)) if self._cancelled else later

    def _places(self, on: date, since: date | None) -> Iterator[ChargePeriod]:
        for line in self.now.lines:
            for period in self._periods(line, since):
                state = self._as_it_counts(period, on)
                there = ended(self.contract, period, state.billed_end)
                yield ChargePeriod(self.book, self.contract, line, there, self._due(state, line, period))

    def _due(self, state: Subscription, line: OrderLine, period: BillingPeriod) -> tuple[Atom, ...]:
        """What is due in a period, if the contract counts its periods so; those of a later count begin with it."""
        starts = (self.contract.start, *state.restarts)
        if line.charge.kind == "one-time":
            return due_atoms(state, line, period.whole)
        if period.since not in starts:
            return ()
        after = next((start for start in starts if start > period.since), None)
        days = ServicePeriod(period.whole.start, min(period.whole.end, after - ONE_DAY) if after else period.whole.end)
        return due_atoms(state, line, days)

    def _periods(self, line: OrderLine, since: date | None) -> Iterator[BillingPeriod]:
        """The periods in which a charge is or was due; those after a cancellation are kept, to be credited."""
        if line.charge.kind == "one-time":
            return iter((one_time_period(line.start or self.contract.start),))
        counted = billing_periods(self.contract, self._last_day, since, self._restarts)
        return chain(counted, self._left_behind(line)) if self._restarts else counted

    def _left_behind(self, line: OrderLine) -> Iterator[BillingPeriod]:
        """Periods that were billed before it was signed that counting had begun anew; nothing is due in them any more."""
        counted = {period.whole for period in billing_periods(self.contract, self._last_day, restarts=self._restarts)}
        for number in range(len(self._restarts)):
            earlier = billing_periods(self.contract, self._last_day, restarts=self._restarts[:number])
            for period in earlier:
                key = billed_key(self.contract.number, line.id, period.whole.start)
                if period.whole not in counted and self.book.about(Invoice, "billed", key):
                    counted.add(period.whole)
                    yield replace(period, since=date.max)

    def _as_it_counts(self, period: BillingPeriod, on: date) -> Subscription:
        """What the amendments that count in a period on that day make of the contract."""
        last = min(on, self._cancelled) if self._cancelled else on
        settled = [self.settling[amendment.number] <= last for amendment in self.signed]
        bill_date = ended(self.contract, period, self._reading(settled).billed_end).bill_date
        before = [amendment.event_date < bill_date for amendment in self.signed]
        return self._reading(list(map(or_, settled, before)))

    def _reading(self, counts: list[bool]) -> Subscription:
        chosen = tuple(counts)
        if chosen not in self._read:
            self._read[chosen] = as_signed(self.contract, list(compress(self.signed, counts)))
        return self._read[chosen]


def _both(amendment: Amendment) -> date:
    """The first day on which an amendment is both signed and in effect."""
    return max(amendment.event_date, amendment.effective_date)


def _when(amendment: Amendment) -> tuple[date, int, str]:
    """When it was signed, in an order."""
    return amendment.event_date, len(amendment.number), amendment.number


def _cancels(amendment: Amendment) -> bool:
    return any(isinstance(change, Cancel) for change in amendment.changes)


def _extends(amendment: Amendment) -> bool:
    return any(isinstance(change, ExtendTerm | Renew) for change in amendment.changes)
