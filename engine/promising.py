"""What a contract promises line by line at a stage of its life: days of service, price, stand-alone selling price."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ServicePeriod
from engine.model.contracts import ChargeTerms, Contract, Subscription
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.periods import BillingPeriod, billing_periods, one_time_period
from engine.rating import exact_amount


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Days within one billing period on which a line's terms do not change."""

    service: ServicePeriod
    period: BillingPeriod
    terms: ChargeTerms


@dataclass(frozen=True, slots=True)
class Promise:
    """One line of a contract. `price`: what it costs over all its days, each billing period rounded once."""

    book: Book
    contract: Contract
    line: OrderLine
    service: ServicePeriod
    price: Money
    stretches: tuple[_Stretch, ...]

    @property
    def recognized_over(self) -> ServicePeriod:
        """The days over which the line is served; a point in time is its first day."""
        return served(self.line, self.service)

    def alone(self, since: date) -> Fraction:
        """The stand-alone selling price of its days from a day on; the agreed price where no stand-alone one is known."""
        return sum((self._alone(stretch, since) for stretch in self.stretches), Fraction(0))

    def _alone(self, stretch: _Stretch, since: date) -> Fraction:
        if stretch.service.end < since:
            return Fraction(0)
        terms, price = stretch.terms, self.line.stand_alone_price
        if price is not None:
            terms = replace(terms, price=price, per_months=self.line.per_months, discount=Decimal(0), rate=None)
        service = ServicePeriod(max(stretch.service.start, since), stretch.service.end)
        return _worth(self.book, self.contract, self.line, replace(stretch, service=service, terms=terms))


def served(line: OrderLine, service: ServicePeriod) -> ServicePeriod:
    """Over which of its service days a line is recognized: all of them, or the first."""
    return ServicePeriod(service.start, service.start) if line.charge.recognition == "point in time" else service


def promises(book: Book, contract: Contract, state: Subscription) -> dict[str, Promise]:
    """What a contract promises in that state, by line; lines without a day of service are left out."""
    found = (_promise(book, contract, state, line) for line in state.lines)
    return {promise.line.id: promise for promise in found if promise}


def _promise(book: Book, contract: Contract, state: Subscription, line: OrderLine) -> Promise | None:
    stretches = tuple(_stretches(contract, state, line))
    if not stretches:
        return None
    rounding = book.company.policies.rounding
    by_period: dict[ServicePeriod, Fraction] = {}
    for stretch in stretches:
        worth = _worth(book, contract, line, stretch)
        whole = stretch.period.whole
        by_period[whole] = by_period.get(whole, Fraction(0)) + worth
    price = sum(Money.of(exact, contract.currency, rounding).minor for exact in by_period.values())
    service = ServicePeriod(stretches[0].service.start, stretches[-1].service.end)
    return Promise(book, contract, line, service, Money(price, contract.currency), stretches)


def _stretches(contract: Contract, state: Subscription, line: OrderLine) -> Iterator[_Stretch]:
    segments = [segment for segment in state.segments if segment.line == line.id]
    if line.charge.kind == "one-time":
        yield from (_Stretch(s.service, one_time_period(s.service.start), s.terms) for s in segments)
        return
    for period in _periods(contract, state, segments[-1].service.end) if segments else ():
        for segment in segments:
            if days := segment.service.overlap(_counted(period)):
                yield _Stretch(days, period, segment.terms)


def _periods(contract: Contract, state: Subscription, last: date) -> Iterator[BillingPeriod]:
    return billing_periods(contract, last, restarts=state.restarts) if last >= contract.start else iter(())


def _counted(period: BillingPeriod) -> ServicePeriod:
    """The days of a period before counting begins anew."""
    return ServicePeriod(period.whole.start, period.service.end)


def _worth(book: Book, contract: Contract, line: OrderLine, stretch: _Stretch) -> Fraction:
    proration = book.company.policies.proration
    return exact_amount(line.charge, stretch.terms, stretch.service, stretch.period, contract.billing, proration)
