"""What usage makes due: the readings of a billing period rated together, and what falls short of an agreed minimum.

Usage is rated once for its billing period, so it comes to the same in whatever order its readings arrive. One that arrives
after the period's bill date counts from a later day, by the company's convention (billing conventions, late usage).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from engine.billing.billed import Atom, key, terms_of, units
from engine.billing.carrying_over import with_carried
from engine.book import Book
from engine.model.cadence import Billing
from engine.model.calendar import ServicePeriod, add_months
from engine.model.catalog import StepsOver
from engine.model.contracts import ChargeTerms, Contract, Subscription
from engine.model.money import Money, exponent
from engine.model.orders import OrderLine
from engine.model.usage import Usage
from engine.terms.clocking import clock_of
from engine.terms.counting import Counted, counted_terms, rated
from engine.terms.periods import BillingPeriod, billing_of, billing_periods, ended
from engine.terms.proration import share, whole_days
from engine.terms.reducing import period_price
from engine.terms.unit_discounts import charged_units

MINIMUM = "Minimum commitment"
STEPS_MONTHS = {"quarter": 3, "half-year": 6, "year": 12}
"""The months of the times over which units can count towards steps and free units, from the contract's first day."""


def usage_of(book: Book, contract: str, line: str) -> tuple[Usage, ...]:
    """Every reading of a contract's line, corrected ones included, in the order they arrived."""
    return book.about(Usage, "metered", f"{contract}/{line}")


def standing(usage: Iterable[Usage]) -> list[Usage]:
    """The readings that hold: without those that another of them corrects, by day of use."""
    found = list(usage)
    corrected = {one.replaces for one in found}
    return sorted((one for one in found if one.number not in corrected), key=_by_day)


def _by_day(usage: Usage) -> tuple[date, str]:
    return usage.effective_date, usage.number


def is_metered(line: OrderLine) -> bool:
    """Whether the line is charged by usage."""
    return line.charge.kind == "usage"


def is_prepaid(line: OrderLine) -> bool:
    """Whether the line is an amount that usage draws from."""
    return line.charge.prepaid


def true_up_line(line: OrderLine) -> OrderLine:
    """The line that charges what a line's usage falls short of its minimum."""
    charge = replace(line.charge, name=MINIMUM, model="flat", minimum=None)
    return replace(
        line, id=f"{line.id}-minimum", charge=charge, quantity=1, price=Decimal(0), rate=None, discount=Decimal(0)
    )


def metered_lines(state: Subscription) -> dict[str, OrderLine]:
    """The lines charged by usage, those of their minimums, and what is prepaid: their revenue follows the use."""
    own = [line for line in state.lines if is_metered(line)]
    prepaid = [line for line in state.lines if is_prepaid(line)]
    return {line.id: line for line in (*own, *(true_up_line(line) for line in own if line.charge.minimum), *prepaid)}


def usage_atoms(
    book: Book, contract: Contract, state: Subscription, line: OrderLine, period: ServicePeriod, usage: Sequence[Usage]
) -> tuple[Atom, ...]:
    """What a line's usage of a billing period is due: one quantity for each stretch of unchanged terms. What was taken back
    in excess of what was used is nothing; nor is anything due above what the period costs at most."""
    rounding, currency = book.company.policies.rounding, contract.currency
    by_use = book.company.policies.use_rounding == "each use"
    found: list[Atom] = []
    for segment in state.segments:
        if segment.line == line.id and (days := segment.service.overlap(period)):
            since = _steps_since(contract, line.charge.steps_over, days.start)
            each = (lambda cost: Money.of(cost, currency, rounding).exact) if by_use else _as_it_is
            counted = Counted(usage, days, since, each)
            terms = with_carried(book, contract, state, line, segment.terms, counted)
            terms = counted_terms(line.charge, terms, counted)
            charged = charged_units(line.charge, segment.terms, terms.quantity, usage, period.start, days)
            terms = replace(terms, quantity=charged)
            found += [Atom(days, key(terms), units(terms))] if terms.quantity > 0 else []
    return tuple(found)


def _as_it_is(cost: Fraction) -> Fraction:
    return cost


def _steps_since(contract: Contract, over: StepsOver, day: date) -> date:
    """The day from which units count towards steps and free units."""
    if over == "term":
        return contract.start
    if over == "billing period":
        return day
    months, start = STEPS_MONTHS[over], contract.start
    gone = 12 * (day.year - start.year) + day.month - start.month
    gone -= add_months(start, gone) > day  # the last day of a shorter month stands for the 31st
    return add_months(start, gone - gone % months)


def capped(
    book: Book, contract: Contract, line: OrderLine, there: BillingPeriod, atoms: Sequence[Atom]
) -> tuple[Atom, ...]:
    """The same, but not above what the billing period costs at most, or its share of that: the last of it is left out."""
    if line.charge.maximum is None or line.charge.maximum_of != "charge":
        return tuple(atoms)
    billing = billing_of(contract, line.charge)
    return up_to(book, line, billing, atoms, most_of(book, contract, line, there))


def most_of(book: Book, contract: Contract, line: OrderLine, there: BillingPeriod) -> Fraction:
    """What a billing period of the charge costs at most, or its share of that; there is a maximum."""
    billing = billing_of(contract, line.charge)
    return Fraction(line.charge.maximum or 0) * _held(book, contract, there, [there.service], billing)


def up_to(book: Book, line: OrderLine, billing: Billing, atoms: Sequence[Atom], left: Fraction) -> tuple[Atom, ...]:
    """The same, but not above an amount: the last of it is left out."""
    found = []
    for atom in atoms:
        terms = terms_of(atom.key, atom.quantity)
        cost = period_price(line.charge, terms, billing, book.company.policies.discount_order)
        if cost > left:
            most = replace(terms, rate=rated(left), discount=Decimal(0), reductions=())
            atom = Atom(atom.service, key(most), units(most))
        left -= min(cost, left)
        found.append(atom)
    return tuple(found)


def _held(
    book: Book, contract: Contract, there: BillingPeriod, parts: Iterable[ServicePeriod], billing: Billing
) -> Fraction:
    """The share of a billing period that some of its days are, by the company's convention."""
    policies, billing = book.company.policies, there.billing or billing
    clock = clock_of(book, contract) if policies.proration_unit == "second" else whole_days
    return sum((share(part, there, billing, policies.proration, clock) for part in parts), Fraction(0))


def shortfall(
    state: Subscription, line: OrderLine, there: BillingPeriod, contract: Contract, used: Money, book: Book
) -> tuple[Atom, ...]:
    """What usage falls short of the line's minimum for the days it was held in a billing period, if it does."""
    days = [found for s in state.segments if s.line == line.id and (found := s.service.overlap(there.service))]
    held = _held(book, contract, there, days, billing_of(contract, line.charge))
    least = Money.of(Fraction(line.charge.minimum or 0) * held, contract.currency, book.company.policies.rounding)
    return owed(least - used, there.service)


def span_shortfall(
    line: OrderLine, period: BillingPeriod, used: Money, contract: Contract, book: Book
) -> tuple[Atom, ...]:
    """What the usage of the whole term, or of a year or quarter of it, falls short of the line's minimum; where it ended early, of
    its share by days."""
    held = Fraction(period.service.days, period.whole.days)
    least = Money.of(Fraction(line.charge.minimum or 0) * held, contract.currency, book.company.policies.rounding)
    return owed(least - used, period.service)


def owed(amount: Money, service: ServicePeriod) -> tuple[Atom, ...]:
    """An amount as one thing to be charged for."""
    if amount.minor <= 0:
        return ()
    price = Decimal(amount.minor).scaleb(-exponent(amount.currency))
    terms = ChargeTerms(quantity=1, price=price, per_months=0)
    return (Atom(service, key(terms), units(terms)),)


def settling_day(book: Book, contract: Contract, now: Subscription, line: OrderLine, usage: Usage) -> date:
    """From which day a reading counts: at once if its billing period is not billed yet; else at once where the convention
    is to credit and rebill, or from the next regular bill date, if there is one."""
    billing, billed_end = billing_of(contract, line.charge), now.billed_end
    periods = list(billing_periods(contract, billed_end, usage.effective_date, billing, now.restarts))
    dates = [ended(contract, period, billed_end, billing).bill_date for period in periods]
    arrived = usage.event_date
    if not dates or arrived < dates[0] or book.company.policies.late_usage == "credit and rebill":
        return arrived
    return next((day for day in dates if day > arrived), arrived)


def is_late(contract: Contract, now: Subscription, line: OrderLine, usage: Usage, grace: int = 0) -> bool:
    """Whether a reading arrived when its billing period was billed already, and so many days of grace were over."""
    billing, day = billing_of(contract, line.charge), usage.effective_date
    period = next(billing_periods(contract, max(now.billed_end, day), day, billing, now.restarts))
    return usage.event_date >= ended(contract, period, now.billed_end, billing).bill_date + timedelta(days=grace)
