"""When something of a contract falls due: the billing periods of its charges, and from which day an amendment counts in each.

An amendment signed before a period's bill date is part of that bill. Any other counts from the day it is settled.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import chain, compress, takewhile
from operator import or_

from engine.billing.billed import Atom
from engine.billing.comparing import ChargePeriod, due_atoms
from engine.billing.delivering import ChargedOnce
from engine.billing.drawing import Draw, TopUp, Use, by_day, draws, due_of_usage, top_ups
from engine.billing.metered import (
    is_late,
    is_metered,
    owed,
    settling_day,
    shortfall,
    standing,
    term_shortfall,
    true_up_line,
    usage_of,
)
from engine.book import Book, billed_key
from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.orders import Cancel, ExtendTerm, OrderLine, Renew
from engine.model.usage import Usage
from engine.terms.belonging import is_transfer
from engine.terms.clocking import day_of
from engine.terms.periods import (
    BillingPeriod,
    billing_of,
    billing_periods,
    counted_from,
    ended,
    issued_on,
)
from engine.terms.rating import amendments, as_signed, ever_agreed, longest_end
from engine.terms.reading import Reading, not_withdrawn


class Agreement:
    """A contract with everything signed about it so far."""

    def __init__(self, book: Book, contract: Contract) -> None:
        self.book = book
        self.contract = contract
        self.signed = amendments(book, contract)
        reading = Reading(contract, self.signed)
        self.now = reading.subscription()
        ever = ever_agreed(contract, self.signed) if any(map(_cancels, self.signed)) else reading
        self._last_day, self._restarts = ever.longest_end, tuple(ever.restarts)
        self._cancelled = min((self._at_once(a) for a in not_withdrawn(self.signed) if _cancels(a)), default=None)
        self.settling = {amendment.number: self._settling_day(amendment) for amendment in self.signed}
        self._read: dict[tuple[bool, ...], Subscription] = {(True,) * len(self.signed): self.now}
        self._draws: dict[date, tuple[Draw, ...]] = {}
        self.late = dict(self._late())
        self._once = ChargedOnce(book, contract, self.now.lines)

    def settled_on(self, day: date) -> list[Amendment]:
        """The amendments that are billed or credited on that day, by the day they take effect."""
        return [amendment for amendment in self.signed if self.settling[amendment.number] == day]

    def is_bill_day(self, day: date) -> bool:
        """Whether a regular bill date is that day."""
        return any(True for _ in self.on_bill_day(day))

    def bill_dates(self) -> set[date]:
        """Every day on which something may be billed or credited."""
        regular = {
            ended(self.contract, period, self.now.billed_end, billing_of(self.contract, line.charge)).bill_date
            for line in self.now.lines
            for period in self._periods(line, None)
        }
        regular |= {self._term_period().bill_date for line in self._committed()}
        return regular | set(self.settling.values()) | set(self.late.values())

    def on_bill_day(self, day: date) -> Iterator[ChargePeriod]:
        """The charges whose regular bill date that is."""
        return self._places(day, day, day)

    def through(self, day: date) -> Iterator[ChargePeriod]:
        """The charges whose bill date has come by that day, as they are due then."""
        return self._places(day, None, date.min)

    def _settling_day(self, amendment: Amendment) -> date:
        """The day an amendment is billed or credited: when it is signed and in effect, or on the next regular bill date.

        A longer term in arrears is always billed when it has been served; a cancellation leaves nothing to wait for, and
        where counting begins anew the period before has ended.
        """
        day = self._at_once(amendment)
        served = self.contract.billing.timing == "in arrears" and _extends(amendment)
        waits = served or self.book.company.policies.amendment_billing == "on the next regular invoice"
        anew = amendment.restarts or amendment.effective_date in self._restarts
        if not waits or anew or _cancels(amendment) or is_transfer(amendment):
            return day
        agreed = longest_end(self.contract, [other for other in self.signed if _when(other) <= _when(amendment)])
        regular = (period.bill_date for period in billing_periods(self.contract, agreed, day, restarts=self._restarts))
        own = not amendment.order and not amendment.letter  # by a price list, say: written before the bills of its day
        later = next((bill_date for bill_date in regular if bill_date > day or (own and bill_date == day)), day)
        return min(later, max(day, self._cancelled)) if self._cancelled else later

    def _at_once(self, amendment: Amendment) -> date:
        """The first day on which an amendment is both signed and in effect, and its days of grace as a draft are over."""
        return issued_on(self.contract, max(amendment.event_date, day_of(amendment)))

    def _places(self, on: date, since: date | None, billed_from: date) -> Iterator[ChargePeriod]:
        """The charges billed from a day on to another, as they are due then."""
        for line in self.now.lines:
            billing = billing_of(self.contract, line.charge)
            for period in self._periods(line, since, on):
                state = self._as_it_counts(period, on, billing)
                there = ended(self.contract, period, state.billed_end, billing)
                if line.charge.threshold is not None and there.service.start <= on < there.bill_date:
                    yield self._reached(state, line, there, on)
                if not billed_from <= there.bill_date <= on or self._goes_on(period, on, billing):
                    continue
                if is_metered(line):
                    yield from self._metered(state, line, there, on)
                else:
                    yield self._place(line, there, self._due(state, line, period, billing))
        yield from self._term_minimums(billed_from, on)

    def _due(self, state: Subscription, line: OrderLine, period: BillingPeriod, billing: Billing) -> tuple[Atom, ...]:
        """What is due in a period, if the contract counts its periods so; those of a later count begin with it."""
        starts = (self.contract.start, *counted_from(billing, state.restarts))
        if line.charge.kind == "one-time":
            return self._once.due(state, line, period)
        if period.since not in starts:
            return ()
        after = next((start for start in starts if start > period.since), None)
        days = ServicePeriod(period.whole.start, min(period.whole.end, after - ONE_DAY) if after else period.whole.end)
        return due_atoms(state, line, days)

    def _place(self, line: OrderLine, period: BillingPeriod, due: tuple[Atom, ...]) -> ChargePeriod:
        return ChargePeriod(self.book, self.contract, line, period, due)

    def _metered(self, state: Subscription, line: OrderLine, there: BillingPeriod, on: date) -> Iterator[ChargePeriod]:
        """The usage of a billing period, and what it falls short of the period's minimum."""
        used = self._used(state, line, there, on)
        drawn = self._drawn(line, there, on)
        rest = owed(used.money_due() - Money(drawn, self.contract.currency), there.service)
        yield self._place(line, there, rest) if drawn else used
        if line.charge.minimum and line.charge.minimum_per == "billing period":
            counted = self._charged_in(state, there, on) if line.charge.minimum_of == "contract" else used.money_due()
            lacking = shortfall(state, line, there, self.contract, counted, self.book)
            yield self._place(true_up_line(line), there, lacking)

    def _charged_in(self, state: Subscription, there: BillingPeriod, on: date) -> Money:
        """What the contract is charged for a billing period: what recurs, and all usage."""
        found = Money.zero(self.contract.currency)
        for line in self.now.lines:
            billing = billing_of(self.contract, line.charge)
            for period in self._periods(line, None) if line.charge.kind != "one-time" else ():
                if period.whole == there.whole and is_metered(line):
                    found += self._used(state, line, there, on).money_due()
                elif period.whole == there.whole:
                    found += self._place(line, period, self._due(state, line, period, billing)).money_due()
        return found

    def _reached(self, state: Subscription, line: OrderLine, there: BillingPeriod, on: date) -> ChargePeriod:
        """The usage of a billing period that is not over, as it stood whenever what was not billed reached the threshold."""
        place = self._place(line, there, ())
        least = Money.of(Fraction(line.charge.threshold or 0), self.contract.currency)
        arrived = [
            one for one in usage_of(self.book, self.contract.number, line.id) if self.late.get(one.number, on) <= on
        ]
        for number in range(1, len(arrived) + 1):
            stood = replace(place, due=due_of_usage(place, state, standing(arrived[:number])))
            if stood.money_due() - place.money_due() >= least:
                place = stood
        return place

    def _used(self, state: Subscription, line: OrderLine, there: BillingPeriod, on: date) -> ChargePeriod:
        place = self._place(line, there, ())
        return replace(place, due=due_of_usage(place, state, self.usage(line, on)))

    def _drawn(self, line: OrderLine, there: BillingPeriod, on: date) -> int:
        """What of a billing period's usage is drawn from prepaid amounts, in the smallest unit."""
        key = line.id, there.whole.start
        return sum(draw.minor for draw in self.draws(on) if (draw.use.line, draw.use.period) == key)

    def top_ups(self) -> tuple[TopUp, ...]:
        """The prepaid amounts of the contract."""
        return top_ups(self.now, self.contract.currency, self.book.company.policies.rounding)

    def draws(self, on: date) -> tuple[Draw, ...]:
        """What usage draws from prepaid amounts, by the readings that count on that day."""
        if on not in self._draws:
            found = self.top_ups()
            self._draws[on] = draws(found, self.uses(on)) if found else ()
        return self._draws[on]

    def uses(self, on: date) -> Iterator[Use]:
        """What the usage of each line costs day by day."""
        for line in filter(is_metered, self.now.lines):
            usage = self.usage(line, on)
            for there in self._periods(line, None):
                yield from by_day(self._place(line, there, ()), self.now, usage)

    def _term_minimums(self, billed_from: date, on: date) -> Iterator[ChargePeriod]:
        """What usage falls short of the minimums agreed for the whole term, when that is over."""
        for line in self._committed():
            period, used = self._term_period(), Money.zero(self.contract.currency)
            if billed_from <= period.bill_date <= on:
                for there in self._periods(line, None):
                    used += self._used(self.now, line, there, on).money_due()
                yield self._place(
                    true_up_line(line), period, term_shortfall(self.now, line, self.contract, used, self.book)
                )

    def _committed(self) -> list[OrderLine]:
        return [line for line in self.now.lines if line.charge.minimum and line.charge.minimum_per == "term"]

    def _term_period(self) -> BillingPeriod:
        term = ServicePeriod(self.contract.start, self.contract.end)
        served = term.through(max(self.now.end, term.start)) or term
        return BillingPeriod(term, term, served, issued_on(self.contract, served.end + ONE_DAY))

    def usage(self, line: OrderLine, on: date) -> list[Usage]:
        """The readings of a line that count on that day."""
        usage = usage_of(self.book, self.contract.number, line.id)
        return standing(one for one in usage if self.late.get(one.number, on) <= on)

    def _late(self) -> Iterator[tuple[str, date]]:
        for line in self.now.lines if any(map(is_metered, self.now.lines)) else ():
            for one in usage_of(self.book, self.contract.number, line.id):
                if is_late(self.contract, self.now.billed_end, line, one):
                    yield one.number, settling_day(self.book, self.contract, self.now.billed_end, line, one)

    def _periods(self, line: OrderLine, since: date | None, on: date = date.max) -> Iterator[BillingPeriod]:
        """The periods in which a charge is or was due, those billed since a day at least, and begun by another; those after a
        cancellation are kept, to be credited."""
        if line.charge.kind == "one-time":
            return self._once.periods(line)
        billing = billing_of(self.contract, line.charge)
        since = since and since - timedelta(days=billing.grace_days)
        if since and billing.timing == "in arrears":
            since = max(since - ONE_DAY, self.contract.start)
        counted = billing_periods(self.contract, self._last_day, since, billing, self._restarts)
        counted = takewhile(lambda period: min(period.service.start, period.bill_date) <= on, counted)  # nor will be
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

    def _as_it_counts(self, period: BillingPeriod, on: date, billing: Billing) -> Subscription:
        """What the amendments that count in a period on that day make of the contract."""
        settled = self._settled(on)
        bill_date = ended(self.contract, period, self._reading(settled).billed_end, billing).bill_date
        before = [amendment.event_date < bill_date for amendment in self.signed]
        return self._reading(list(map(or_, settled, before)))

    def _settled(self, on: date) -> list[bool]:
        last = min(on, self._cancelled) if self._cancelled else on
        return [self.settling[amendment.number] <= last for amendment in self.signed]

    def _goes_on(self, period: BillingPeriod, on: date, billing: Billing) -> bool:
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
