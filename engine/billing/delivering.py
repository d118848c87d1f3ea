"""What is billed when it is delivered: a billing period for each day of a delivery, and one for what is still to come."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.billing.billed import Atom, key
from engine.billing.comparing import due_atoms
from engine.book import Book
from engine.model.calendar import LAST_DAY, ONE_DAY, ServicePeriod
from engine.model.catalog import Charge, Quantity
from engine.model.contracts import ChargeTerms, Contract, Subscription
from engine.model.money import exponent, rounded
from engine.model.orders import OrderLine
from engine.model.revenue import Delivered, Progressed
from engine.terms.periods import BillingPeriod, issued_on, one_time_period
from engine.terms.progressing import Progress, end_of, facts


def is_billed_when_delivered(charge: Charge) -> bool:
    """Whether a charge waits for its deliveries."""
    return charge.billing is not None and charge.billing.timing == "when delivered"


def waits_for_deliveries(lines: Sequence[OrderLine]) -> bool:
    """Whether any charge of a contract does."""
    return any(is_billed_when_delivered(line.charge) for line in lines)


class ChargedOnce:
    """When what is charged once of a contract is billed: on its day or, as far as a system knows of them, with its deliveries."""

    def __init__(self, book: Book, contract: Contract, lines: Sequence[OrderLine]) -> None:
        self._book, self._contract = book, contract
        self._progress = Progress(book, contract.number, lines)

    def periods(self, line: OrderLine) -> Iterator[BillingPeriod]:
        """Its own day; or one for each day on which something of it was delivered, billed then or when it became known, and, never
        billed, one for the rest."""
        if not is_billed_when_delivered(line.charge):
            yield one_time_period(self._contract, line.start or self._contract.start)
            return
        known = self._known(line)
        for day, told in sorted(known.items()):
            yield self._period(day, issued_on(self._contract, max(day, told)))
        yield self._period(max([self._contract.end, *known]) + ONE_DAY, LAST_DAY)

    def due(self, state: Subscription, line: OrderLine, period: BillingPeriod) -> tuple[Atom, ...]:
        """All of it; or what was delivered on the day of a period; of the rest, what is still to be delivered."""
        if not is_billed_when_delivered(line.charge):
            return due_atoms(state, line, period.whole)
        terms = next((segment.terms for segment in state.segments if segment.line == line.id), None)
        rest = period.bill_date == LAST_DAY
        if terms is None or (rest and state.cancelled_on):
            return ()
        day = period.whole.start
        before = self._progress.done(line.id, end_of(day - ONE_DAY))
        after = Fraction(terms.quantity) if rest else self._progress.done(line.id, end_of(day))
        part = self._part(line, terms, before, max(after, before))
        return (Atom(period.whole, key(part), part.quantity),) if part.quantity else ()

    def _part(self, line: OrderLine, terms: ChargeTerms, before: Fraction, after: Fraction) -> ChargeTerms:
        """So many units; or, of one price for all, what the rounded price to date is above that of before."""
        if line.charge.model != "flat":
            return replace(terms, quantity=_counted(after - before))
        unit = 10 ** exponent(self._contract.currency)
        rounding, whole = self._book.company.policies.rounding, Fraction(terms.price) * unit / Fraction(terms.quantity)
        minor = rounded(whole * after, rounding) - rounded(whole * before, rounding)
        return replace(terms, price=Decimal(minor) / unit, quantity=1 if minor else 0)

    def _known(self, line: OrderLine) -> dict[date, date]:
        """The days of the deliveries of a line's product, each with the day on which the last of them was recorded."""
        found: dict[date, date] = {}
        for one in facts(self._book, self._contract.number):
            if isinstance(one.fact, Delivered | Progressed) and one.fact.product == line.product:
                day = one.effective_date
                found[day] = max(found.get(day, day), one.event_date)
        return found

    @staticmethod
    def _period(day: date, bill_date: date) -> BillingPeriod:
        days = ServicePeriod(day, day)
        return BillingPeriod(days, days, days, bill_date)


def _counted(quantity: Fraction) -> Quantity:
    whole = Decimal(quantity.numerator) / quantity.denominator
    return int(whole) if quantity.denominator == 1 else whole
