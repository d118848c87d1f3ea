"""A contract with everything signed about it: its billing periods, and from which day an amendment counts in each.

An amendment signed before a period's bill date is part of that bill. Any other counts from the day it is settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, compress, takewhile
from operator import or_

from engine.billing.delivering import ChargedOnce
from engine.book import Book, billed_key
from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.invoices import Invoice
from engine.model.orders import Cancel, ExtendTerm, OrderLine, Renew
from engine.model.rhythms import rhythm_days, rhythm_on
from engine.terms.belonging import is_transfer
from engine.terms.clocking import day_of
from engine.terms.periods import (
    BillingPeriod,
    billing_of,
    billing_periods,
    ended,
    issued_on,
)
from engine.terms.rating import amendments, as_signed, ever_agreed, longest_end
from engine.terms.reading import Reading
from engine.terms.rhythms import as_billed, changes_billing, not_withdrawn


class Signed:
    """A contract with everything signed about it so far."""

    def __init__(self, book: Book, contract: Contract) -> None:
        self.book = book
        self.signed = amendments(book, contract)
        self.contract = contract = as_billed(contract, self.signed)
        reading = Reading(contract, self.signed)
        self.now = reading.subscription()
        self.granted = reading.granted
        ever = ever_agreed(contract, self.signed) if any(map(_cancels, self.signed)) else reading
        self._last_day, self._restarts = ever.longest_end, tuple(ever.restarts)
        self._cancelled = min((self._at_once(a) for a in not_withdrawn(self.signed) if _cancels(a)), default=None)
        self.settling = {amendment.number: self._settling_day(amendment) for amendment in self.signed}
        self.once = ChargedOnce(book, contract, self.now.lines)
        self._read: dict[tuple[bool, ...], Subscription] = {(True,) * len(self.signed): self.now}

    def settled_on(self, day: date) -> list[Amendment]:
        """The amendments that are billed or credited on that day, by the day they take effect."""
        return [amendment for amendment in self.signed if self.settling[amendment.number] == day]

    def _settling_day(self, amendment: Amendment) -> date:
        """The day an amendment is billed or credited: when it is signed and in effect, or on the next regular bill date.

        A longer term in arrears is always billed when it has been served; a cancellation leaves nothing to wait for, and
        where counting begins anew the period before has ended.
        """
        day = self._at_once(amendment)
        timing = rhythm_on(self.contract.billing, amendment.effective_date).timing
        served = timing == "in arrears" and _extends(amendment)
        waits = served or self.book.company.policies.amendment_billing == "on the next regular invoice"
        anew = amendment.restarts or changes_billing(amendment) or amendment.effective_date in self._restarts
        if not waits or anew or _cancels(amendment) or is_transfer(amendment):
            return day
        agreed = longest_end(self.contract, [other for other in self.signed if _when(other) <= _when(amendment)])
        regular = (period.bill_date for period in billing_periods(self.contract, agreed, day, restarts=self._restarts))
        # What the contract itself or a price list brings is written before the bills of its day.
        first = day if not amendment.order and not amendment.letter else day + ONE_DAY
        later = next((bill_date for bill_date in regular if bill_date >= first), day)
        return min(later, max(day, self._cancelled)) if self._cancelled else later

    def _at_once(self, amendment: Amendment) -> date:
        """The first day on which an amendment is both signed and in effect, and its days of grace as a draft are over."""
        return issued_on(self.contract, max(amendment.event_date, day_of(amendment)))

    def periods(self, line: OrderLine, since: date | None, on: date = date.max) -> Iterator[BillingPeriod]:
        """The periods in which a charge is or was due, those billed since a day at least, and begun by another; those after a
        cancellation are kept, to be credited."""
        if line.charge.kind == "one-time":
            return self.once.periods(line)
        billing = billing_of(self.contract, line.charge)
        since = since and since - timedelta(days=billing.grace_days)
        if since and (billing.timing == "in arrears" or rhythm_days(billing)):
            since = max(since - ONE_DAY, self.contract.start)
        counted = billing_periods(self.contract, self._last_day, since, billing, self._restarts)
        if not rhythm_days(billing):
            counted = takewhile(
                lambda period: min(period.service.start, period.bill_date) <= on, counted
            )  # nor will be
        return chain(counted, self._left_behind(line, billing)) if self._restarts else counted

    def _left_behind(self, line: OrderLine, billing: Billing) -> Iterator[BillingPeriod]:
        """Periods that were billed before it was signed that counting had begun anew; nothing is due in them any more."""
        now = billing_periods(self.contract, self._last_day, billing=billing, restarts=self._restarts)
        counted = {period.whole for period in now}
        for number in range(len(self._restarts)):
            earlier = billing_periods(self.contract, self._last_day, None, billing, self._restarts[:number])
            for period in earlier:
                key = billed_key(self.contract.number, line.id, period.whole.start)
                if period.whole not in counted and self.book.about(Invoice, "billed", key):
                    counted.add(period.whole)
                    yield replace(period, since=date.max)

    def as_it_counts(self, period: BillingPeriod, on: date, billing: Billing) -> Subscription:
        """What the amendments that count in a period on that day make of the contract."""
        settled = self._settled(on)
        bill_date = ended(self.contract, period, self._reading(settled).billed_end, billing).bill_date
        before = [amendment.event_date < bill_date for amendment in self.signed]
        return self._reading(list(map(or_, settled, before)))

    def _settled(self, on: date) -> list[bool]:
        last = min(on, self._cancelled) if self._cancelled else on
        return [self.settling[amendment.number] <= last for amendment in self.signed]

    def goes_on(self, period: BillingPeriod, on: date, billing: Billing) -> bool:
        """Whether only a change that is not settled yet has ended a period: it is billed with the change."""
        as_settled = self._reading(self._settled(on))
        return ended(self.contract, period, as_settled.billed_end, billing).bill_date > on

    def _reading(self, counts: list[bool]) -> Subscription:
        chosen = tuple(counts)
        if chosen not in self._read:
            self._read[chosen] = as_signed(self.contract, list(compress(self.signed, counts)))
        return self._read[chosen]


def _when(amendment: Amendment) -> tuple[date, int, str]:
    """When it was signed, in an order."""
    return amendment.event_date, len(amendment.number), amendment.number


def _cancels(amendment: Amendment) -> bool:
    return any(isinstance(change, Cancel) for change in amendment.changes)


def _extends(amendment: Amendment) -> bool:
    return any(isinstance(change, ExtendTerm | Renew) for change in amendment.changes)
