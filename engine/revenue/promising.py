"""What a contract promises line by line at a stage of its life: days of service, price, stand-alone selling price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from engine.billing.levying import Levy, held_levy
from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import ChargeTerms, Contract, Subscription
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.revenue.estimating import alone
from engine.terms.periods import BillingPeriod, billing_of, billing_periods, one_time_period
from engine.terms.progressing import START, Mark, Progress
from engine.terms.rating import billed_now, exact_amount, manner_of
from engine.terms.spreading import elapsed


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days within one billing period on which a line's terms do not change."""

    service: ServicePeriod
    period: BillingPeriod
    terms: ChargeTerms


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of a contract. `price`: what it costs over all its days, each billing period rounded once; where prices hold
    the tax, without that of its first days (`first_levy`), which leave `first_share` of it."""

    book: Book
    contract: Contract
    line: OrderLine
    service: ServicePeriod
    until: date
    price: Money
    stretches: tuple[_Stretch, ...]
    first_levy: Levy | None
    first_share: Fraction

    @property
    def recognized_over(self) -> ServicePeriod:
        """The days over which the line is served."""
        return served(self.line, self.service, self.until)

    def left_since(self, mark: Mark, progress: Progress) -> Fraction:
        """How much of the line is still to be given at a moment, from 0 to 1; a day counts as still to be given."""
        if self.line.charge.recognition == "as delivered":
            return progress.left(self.line.id, mark)
        day, days = mark.day, self.recognized_over
        if self.line.charge.recognition == "over the term" and day > days.start:
            return 1 - elapsed(days, day - ONE_DAY, self.book.company.policies.spread)
        return (
            Fraction(ServicePeriod(max(days.start, day), days.end).days, days.days) if day <= days.end else Fraction(0)
        )

    def alone(self, since: Mark, progress: Progress) -> Fraction:
        """The stand-alone selling price of what is given from a day on; the agreed price where no stand-alone one is known. What
        is no promise of its own has none (606-10-25-18A)."""
        if self.line.charge.shipping and self.book.company.policies.shipping == "part of the goods":
            return Fraction(0)
        if self.line.charge.kind == "one-time" or self.line.charge.recognition == "as delivered":
            whole = sum((self._alone(stretch, date.min, self.first_share) for stretch in self.stretches), Fraction(0))
            return whole * self.left_since(since, progress)
        share = self._share(since.day)
        return sum((self._alone(stretch, since.day, share) for stretch in self.stretches), Fraction(0))

    def units(self, progress: Progress) -> Fraction:
        """What the line would be worth alone, did a unit cost 1 for the time of its price."""
        return replace(self, line=replace(self.line, stand_alone_price=Decimal(1))).alone(START, progress)

    def _share(self, since: date) -> Fraction:
        """What the taxes leave that hold when what is given from a day on begins."""
        rest = [stretch for stretch in self.stretches if stretch.service.end >= since]
        return _share_of(self.book, self.contract, self.line, rest[0]) if rest else Fraction(1)

    def _alone(self, stretch: _Stretch, since: date, share: Fraction) -> Fraction:
        if stretch.service.end < since:
            return Fraction(0)
        terms, price = stretch.terms, self.line.stand_alone_price
        if price is not None:
            terms = replace(terms, price=price, per_months=self.line.per_months, discount=Decimal(0), rate=None)
        service = ServicePeriod(max(stretch.service.start, since), stretch.service.end)
        return share * _worth(self.book, self.contract, self.line, replace(stretch, service=service, terms=terms))


def served(line: OrderLine, service: ServicePeriod, until: date) -> ServicePeriod:
    """Over which days a line is recognized: those of its service (of what is charged once, up to its own last day), the first of
    them, or all to the end of the contract."""
    if line.charge.recognition == "point in time":
        return ServicePeriod(service.start, service.start)
    if line.charge.kind == "one-time" and line.end:
        return ServicePeriod(service.start, max(service.end, line.end))
    if line.charge.recognition == "over the term":
        return ServicePeriod(service.start, max(service.end, until))
    return service


def promises(book: Book, contract: Contract, state: Subscription) -> dict[str, Promise]:
    """What a contract promises in that state, by line; lines without service are left out, and usage: it is no promise."""
    prices, contract = alone(book, contract.number), billed_now(book, contract)
    sold = [line for line in state.lines if line.charge.kind != "usage" and not line.charge.prepaid]
    priced = [_set_alone(priced_alone(line, state.lines), prices) for line in sold]
    found = (_promise(book, contract, state, line) for line in priced)
    return {promise.line.id: promise for promise in found if promise}


def _set_alone(line: OrderLine, prices: Mapping[str, Decimal]) -> OrderLine:
    return replace(line, stand_alone_price=prices[line.product]) if line.product in prices else line


def priced_alone(line: OrderLine, lines: Iterable[OrderLine]) -> OrderLine:
    """The line, with the stand-alone price known from another line of its product where it has none of its own; where it is for
    nothing (free months, units given away), with the price of such a line."""
    if line.stand_alone_price is None:
        what = line.product, line.charge.name, line.per_months
        others = [other for other in lines if (other.product, other.charge.name, other.per_months) == what]
        known = (other.stand_alone_price for other in others if other.stand_alone_price is not None)
        asked = (other.price for other in others if other.price and not line.price)
        price = next(chain(known, asked), None)
        return line if price is None else replace(line, stand_alone_price=price)
    return line


def _promise(book: Book, contract: Contract, state: Subscription, line: OrderLine) -> Promise | None:
    stretches = tuple(_stretches(contract, state, line))
    if not stretches:
        return None
    rounding, share = book.company.policies.rounding, _share_of(book, contract, line, stretches[0])
    by_period: dict[ServicePeriod, Fraction] = {}
    for stretch in stretches:
        worth = share * _worth(book, contract, line, stretch)
        whole = stretch.period.whole
        by_period[whole] = by_period.get(whole, Fraction(0)) + worth
    price = sum(Money.of(exact, contract.currency, rounding).minor for exact in by_period.values())
    service = ServicePeriod(stretches[0].service.start, stretches[-1].service.end)
    levy = _levy_of(book, contract, line, stretches[0])
    return Promise(book, contract, line, service, state.end, Money(price, contract.currency), stretches, levy, share)


def _stretches(contract: Contract, state: Subscription, line: OrderLine) -> Iterator[_Stretch]:
    segments = [segment for segment in state.segments if segment.line == line.id]
    if line.charge.kind == "one-time":
        yield from (_Stretch(s.service, one_time_period(contract, s.service.start), s.terms) for s in segments)
        return
    for period in _periods(contract, state, line, segments[-1].service.end) if segments else ():
        for segment in segments:
            if days := segment.service.overlap(_counted(period)):
                yield _Stretch(days, period, segment.terms)


def _counted(period: BillingPeriod) -> ServicePeriod:
    """The days of a period before counting begins anew."""
    return ServicePeriod(max(period.whole.start, period.since), period.service.end)


def _periods(contract: Contract, state: Subscription, line: OrderLine, last: date) -> Iterator[BillingPeriod]:
    billing = billing_of(contract, line.charge)
    if last < contract.start:
        return iter(())
    return billing_periods(contract, last, billing=billing, restarts=state.restarts)


def _levy_of(book: Book, contract: Contract, line: OrderLine, stretch: _Stretch) -> Levy | None:
    return held_levy(book, contract.customer, line.tax_code, stretch.service, stretch.period.bill_date)


def _share_of(book: Book, contract: Contract, line: OrderLine, stretch: _Stretch) -> Fraction:
    """What of the price of a stretch the taxes leave that it holds; all of it, where prices hold none."""
    levy, agreed = _levy_of(book, contract, line, stretch), _worth(book, contract, line, stretch)
    if levy is None:
        return Fraction(1)
    return max(levy.net(agreed, stretch.terms.quantity) / agreed, Fraction(0)) if agreed else 1 / levy.factor


def _worth(book: Book, contract: Contract, line: OrderLine, stretch: _Stretch) -> Fraction:
    """What was agreed for a stretch, with the taxes that its price may hold."""
    billing, manner = billing_of(contract, line.charge), manner_of(book, contract)
    return exact_amount(line.charge, stretch.terms, stretch.service, stretch.period, billing, manner)
