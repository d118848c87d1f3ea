"""What of a contract is due when: what recurs and what is charged once, what usage comes to, and what falls short of a minimum."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import count

from engine.billing.billed import Atom
from engine.billing.bounding import Counted, at_most, reached
from engine.billing.comparing import ChargePeriod, due_atoms
from engine.billing.drawing import Draw, TopUp, Use, by_day, draws, due_of_usage, top_ups
from engine.billing.metered import (
    is_late,
    is_metered,
    most_of,
    owed,
    settling_day,
    shortfall,
    span_shortfall,
    standing,
    true_up_line,
    usage_of,
)
from engine.billing.signed import Signed
from engine.billing.taking_off import take_off
from engine.book import Book
from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.catalog import Bound
from engine.model.contracts import Contract, Subscription
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.model.usage import Usage
from engine.terms.periods import (
    BillingPeriod,
    billing_of,
    counted_from,
    ended,
    issued_on,
)
from engine.terms.reducing import usage_of_discount

SPANS = {"quarter": 3, "half-year": 6, "year": 12}
"""The months of the times for which a minimum can be agreed; the term has its own."""


class Agreement(Signed):
    """A contract and what of it is due in each billing period."""

    def __init__(self, book: Book, contract: Contract) -> None:
        super().__init__(book, contract)
        self._draws: dict[date, tuple[Draw, ...]] = {}
        self._shared: dict[date, dict[tuple[str, date], ChargePeriod]] = {}
        self.late = dict(self._late())

    def is_bill_day(self, day: date) -> bool:
        """Whether a regular bill date is that day."""
        return any(True for _ in self.on_bill_day(day))

    def bill_dates(self) -> set[date]:
        """Every day on which something may be billed or credited."""
        regular = {
            ended(self.contract, period, self.now.billed_end, billing_of(self.contract, line.charge)).bill_date
            for line in self.now.lines
            for period in self.periods(line, None)
        }
        regular |= {period.bill_date for _, period in self._committed()}
        return regular | set(self.settling.values()) | set(self.late.values())

    def on_bill_day(self, day: date) -> Iterator[ChargePeriod]:
        """The charges whose regular bill date that is."""
        return self._places(day, day, day)

    def through(self, day: date) -> Iterator[ChargePeriod]:
        """The charges whose bill date has come by that day, as they are due then."""
        return self._places(day, None, date.min)

    def _places(self, on: date, since: date | None, billed_from: date) -> Iterator[ChargePeriod]:
        """The charges billed from a day on to another, as they are due then."""
        for line in self.now.lines:
            billing = billing_of(self.contract, line.charge)
            for period in self.periods(line, since, on):
                state = self.as_it_counts(period, on, billing)
                there = ended(self.contract, period, state.billed_end, billing)
                if line.charge.threshold is not None and there.service.start <= on < there.bill_date:
                    yield self._reached(line, there, on)
                if not billed_from <= there.bill_date <= on or self.goes_on(period, on, billing):
                    continue
                if is_metered(line):
                    yield from self._metered(state, line, there, on)
                else:
                    yield self._place(line, there, self._due(state, line, period, billing))
        yield from self._minimums(billed_from, on)

    def _due(self, state: Subscription, line: OrderLine, period: BillingPeriod, billing: Billing) -> tuple[Atom, ...]:
        """What is due in a period, if the contract counts its periods so; those of a later count begin with it."""
        starts = (self.contract.start, *counted_from(billing, state.restarts))
        if line.charge.kind == "one-time":
            return self.once.due(state, line, period)
        if period.since not in starts:
            return ()
        after = next((start for start in starts if start > period.since), None)
        first = max(period.whole.start, period.since)
        days = ServicePeriod(first, min(period.whole.end, after - ONE_DAY) if after else period.whole.end)
        return due_atoms(state, line, days)

    def _place(self, line: OrderLine, period: BillingPeriod, due: tuple[Atom, ...]) -> ChargePeriod:
        return ChargePeriod(self.book, self.contract, line, period, due)

    def _metered(self, state: Subscription, line: OrderLine, there: BillingPeriod, on: date) -> Iterator[ChargePeriod]:
        """The usage of a billing period, and what it falls short of the period's minimum."""
        used = self._charged(state, line, there, on)
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
            for period in self.periods(line, None) if line.charge.kind != "one-time" else ():
                if period.whole == there.whole and is_metered(line):
                    found += self._charged(state, line, there, on).money_due()
                elif period.whole == there.whole:
                    found += self._place(line, period, self._due(state, line, period, billing)).money_due()
        return found

    def _reached(self, line: OrderLine, there: BillingPeriod, on: date) -> ChargePeriod:
        """The usage of a billing period that is not over, as it stood whenever what was not billed reached the threshold."""
        members = self._bounded(line.charge.threshold_of, line, "threshold")
        readings = self.book.about(Usage, "customer", self.contract.customer)
        return reached(members, self._place(line, there, ()), [one.number for one in readings], on)

    def _bounded(self, of: Bound, line: OrderLine, bound: str) -> list[tuple[Agreement, OrderLine]]:
        """The line, and all others whose usage counts towards its bound."""
        if of == "charge":
            return [(self, line)]
        known = self.book.about(Contract, "customer", self.contract.customer) if of == "customer" else ()
        others = (Agreement(self.book, other) for other in known if other.number != self.contract.number)
        return [
            (one, other)
            for one in (self, *others)
            for other in one.now.lines
            if getattr(other.charge, bound) is not None and getattr(other.charge, f"{bound}_of") == of
            if one.contract.currency == self.contract.currency
        ]

    def billed_with(self, line: str) -> set[str]:
        """The contracts of which usage may be billed as soon as there is more of a line's."""
        bounded = (one for one in self.now.lines if one.id == line and one.charge.threshold is not None)
        return {
            one.contract.number
            for found in bounded
            for one, _ in self._bounded(found.charge.threshold_of, found, "threshold")
        }

    def counted(self, line: OrderLine, day: date, on: date) -> Counted | None:
        """A line in its billing period of a day, with what is signed by another."""
        billing = billing_of(self.contract, line.charge)
        for period in self.periods(line, day, day):
            state = self.as_it_counts(period, on, billing)
            there = ended(self.contract, period, state.billed_end, billing)
            if day in there.service:
                return Counted(state, self._place(line, there, ()))
        return None

    def arrived(self, line: OrderLine, on: date) -> list[Usage]:
        """The readings of a line that count on that day, in the order they arrived."""
        usage = usage_of(self.book, self.contract.number, line.id)
        return [one for one in usage if self.late.get(one.number, on) <= on]

    def _charged(self, state: Subscription, line: OrderLine, there: BillingPeriod, on: date) -> ChargePeriod:
        """The usage of a billing period, less what discounts take off it, and no more than the most of all that is bounded with it."""
        used = self._discounted(state, line, there, on)
        if line.charge.maximum is None or line.charge.maximum_of == "charge":
            return used
        members = self._bounded(line.charge.maximum_of, line, "maximum")
        most = min(most_of(one.book, one.contract, other, there) for one, other in members)
        places = [
            used if (one, other) == (self, line) else one._discounted(one.now, other, there, on)
            for one, other in members
        ]
        capped = at_most(places, Money.of(most, self.contract.currency, self.book.company.policies.rounding))
        return next(place for place, member in zip(capped, members, strict=True) if member == (self, line))

    def _discounted(self, state: Subscription, line: OrderLine, there: BillingPeriod, on: date) -> ChargePeriod:
        """The usage of a billing period, less its share of the amounts that are off several charges, or off once in all."""
        shared = [granted for granted in self.granted if line in usage_of_discount(granted.discount, self.now.lines)]
        used = self._used(state, line, there, on)
        return used if not shared else self._less_shared(on).get((line.id, there.whole.start), used)

    def _less_shared(self, on: date) -> dict[tuple[str, date], ChargePeriod]:
        """All usage, line by line and billing period by billing period, less the amounts that are off it."""
        if on not in self._shared:
            lines = [line for line in self.now.lines if is_metered(line) and not line.charge.billing]
            periods = list(self.periods(lines[0], None))
            used = [[self._used(self.now, line, there, on) for line in lines] for there in periods]
            for granted in self.granted:
                if usage_of_discount(granted.discount, self.now.lines):
                    used = take_off(granted, used, self.contract)
            self._shared[on] = {(place.line.id, place.period.whole.start): place for row in used for place in row}
        return self._shared[on]

    def spared(self) -> Iterator[Use]:
        """What each day's use costs less than it would by itself, for a discount or what is the most."""
        for line in filter(is_metered, self.now.lines):
            for there in self.periods(line, None):
                used, charged = (
                    how(self.now, line, there, date.max).money_due() for how in (self._used, self._charged)
                )
                uses = list(by_day(self._place(line, there, ()), self.now, self.usage(line, date.max)))
                if used != charged:
                    parts = (used - charged).allocate([use.minor for use in uses])
                    yield from (replace(use, minor=part.minor) for use, part in zip(uses, parts, strict=True))

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
            for there in self.periods(line, None):
                yield from by_day(self._place(line, there, ()), self.now, usage)

    def _minimums(self, billed_from: date, on: date) -> Iterator[ChargePeriod]:
        """What usage falls short of the minimums agreed for longer than a billing period, whenever such a time is over."""
        for line, period in self._committed():
            used = Money.zero(self.contract.currency)
            if billed_from <= period.bill_date <= on:
                for there in self.periods(line, None):
                    if there.whole.start in period.whole:
                        used += self._charged(self.now, line, there, on).money_due()
                served = self.now.end >= period.whole.start
                lacking = span_shortfall(line, period, used, self.contract, self.book) if served else ()
                yield self._place(true_up_line(line), period, lacking)

    def _committed(self) -> Iterator[tuple[OrderLine, BillingPeriod]]:
        """The times for which a minimum is agreed: the term, or its quarters or years, each billed when it is over. One that ends
        early commits to its share."""
        for line in self.now.lines:
            if line.charge.minimum and line.charge.minimum_per != "billing period":
                for whole in self._spans(SPANS.get(line.charge.minimum_per)):
                    served = whole.through(max(self.now.end, whole.start)) or whole
                    yield line, BillingPeriod(whole, whole, served, issued_on(self.contract, served.end + ONE_DAY))

    def _spans(self, months: int | None) -> Iterator[ServicePeriod]:
        """The term, or all of it in stretches of so many months that have begun when it ends."""
        if months is None:
            yield ServicePeriod(self.contract.start, self.contract.end)
            return
        start, last = self.contract.start, max(self.now.end, self.contract.start)
        for number in count(1):
            after = add_months(self.contract.start, months * number)
            yield ServicePeriod(start, after - ONE_DAY)
            if after > last:
                return
            start = after

    def usage(self, line: OrderLine, on: date) -> list[Usage]:
        """The readings of a line that count on that day."""
        return standing(self.arrived(line, on))

    def _late(self) -> Iterator[tuple[str, date]]:
        for line in self.now.lines if any(map(is_metered, self.now.lines)) else ():
            for one in usage_of(self.book, self.contract.number, line.id):
                if is_late(self.contract, self.now, line, one):
                    yield one.number, settling_day(self.book, self.contract, self.now, line, one)
