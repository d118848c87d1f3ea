"""The loan within a price: interest between service and payment, and what of it the price holds.

ASC 606-10-32-15 to 20, IFRS 15.60 to 65. An advance bears interest to the customer, which is price in the end; a payment in
arrears, or in instalments, is worth less when the service is given, and the rest of it is interest to the company.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import lru_cache

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.contracts import Contract
from engine.model.costs import Financed
from engine.model.money import Money, rounded
from engine.model.policies import Policies
from engine.terms.progressing import facts
from engine.terms.spreading import elapsed

INTEREST = "interest accrued"
_MOST = 600
_EXACT = Fraction(1, 10**20)


def in_price(fact: Financed, since: date, policies: Policies) -> Money:
    """What the price is higher for an advance, or lower (below nothing) for a payment in arrears."""
    whole = accrued(fact, since, fact.until, policies)
    return Money(whole if fact.paid == "in advance" else -whole, fact.amount.currency)


def accrued(fact: Financed, since: date, day: date, policies: Policies) -> int:
    """The interest at the end of a day, in the smallest unit; none under the expedient for a year or less (606-10-32-18)."""
    within_a_year = fact.until < add_months(since, 12)
    if day < since or (within_a_year and policies.short_financing == "not adjusted"):
        return 0
    if fact.paid == "in instalments":
        return rounded(_on_instalments(fact, since, min(day, fact.until), policies), policies.rounding)
    principal = Fraction(fact.amount.minor)
    if fact.paid == "in arrears":
        principal /= _growth(fact, since, fact.until, policies)
    return rounded(principal * (_growth(fact, since, min(day, fact.until), policies) - 1), policies.rounding)


def instalments(fact: Financed, since: date) -> int:
    """How many instalments are paid; none where no whole number of them ends on the last day."""
    ends = [add_months(since, number * fact.every_months) - ONE_DAY for number in range(1, _MOST + 1)]
    return ends.index(fact.until) + 1 if fact.until in ends else 0


def _on_instalments(fact: Financed, since: date, day: date, policies: Policies) -> Fraction:
    """The interest on what is still to be paid (the effective interest method), in the smallest unit."""
    count = instalments(fact, since)
    rate = implied_rate(fact, count) if fact.cash_price else Fraction(fact.rate) / 100 * fact.every_months / 12
    owed = fact.amount.minor * _worth(rate, count, fact.at_beginning)
    interest = Fraction(0)
    for number in range(count):
        first, after = (add_months(since, (number + more) * fact.every_months) for more in (0, 1))
        if first > day:
            break
        owed -= fact.amount.minor * fact.at_beginning
        interest += owed * rate * elapsed(ServicePeriod(first, after - ONE_DAY), day, policies.spread)
        owed = owed * (1 + rate) - fact.amount.minor * (not fact.at_beginning)
    return interest


def _worth(rate: Fraction, count: int, at_beginning: bool) -> Fraction:
    """What so many instalments of 1 are worth on the first day, each paid when its time ends, or when it begins."""
    return (1 - (1 + rate) ** -count) / rate * (1 + rate * at_beginning)


@lru_cache(maxsize=1_024)
def implied_rate(fact: Financed, count: int) -> Fraction:
    """The rate of an instalment that makes all of them worth the cash price: halved in until it is known to twenty places."""
    assert fact.cash_price is not None
    wanted, low, high = Fraction(fact.cash_price.minor, fact.amount.minor), Fraction(0), Fraction(1)
    while _worth(high, count, fact.at_beginning) > wanted:
        high *= 2
    while high - low > _EXACT:
        middle = (low + high) / 2
        low, high = (middle, high) if _worth(middle, count, fact.at_beginning) > wanted else (low, middle)
    return high


def _growth(fact: Financed, since: date, day: date, policies: Policies) -> Fraction:
    """What 1 has become at the end of a day. At an implied rate it grows evenly until it is what is paid (or delivered)."""
    if fact.cash_price:
        smaller, larger = sorted((fact.amount.minor, fact.cash_price.minor))
        return _power(Fraction(larger, smaller), elapsed(ServicePeriod(since, fact.until), day, policies.spread))
    years = 0
    while add_months(since, 12 * (years + 1)) <= day + ONE_DAY:
        years += 1
    year = ServicePeriod(add_months(since, 12 * years), add_months(since, 12 * (years + 1)) - ONE_DAY)
    return _within(Fraction(fact.rate) / 100, years, elapsed(year, day, policies.spread), policies)


def _within(rate: Fraction, years: int, begun: Fraction, policies: Policies) -> Fraction:
    """Full years and what has begun of the next one, as the company compounds interest."""
    if policies.compounding == "by effective rate":
        return (1 + rate) ** years * _power(1 + rate, begun)
    if policies.compounding == "monthly":
        months, rest = divmod(begun * 12, 1)
        return (1 + rate / 12) ** (years * 12 + int(months)) * (1 + rate / 12 * rest)
    return (1 + rate) ** years * (1 + rate * begun)


def _power(base: Fraction, exponent: Fraction) -> Fraction:
    """A root seldom is a fraction: forty places of it are."""
    with localcontext() as context:
        context.prec = 40
        root = Decimal(base.numerator) / Decimal(base.denominator)
        return Fraction(root ** (Decimal(exponent.numerator) / Decimal(exponent.denominator)))


def loan(book: Book, contract: Contract, day: date) -> tuple[date, Financed] | None:
    """The loan within a contract's price as it stands on a day, and when it began; None if there is none."""
    recorded = [known for known in facts(book, contract.number) if known.effective_date <= day]
    found = [(known.effective_date, known.fact) for known in recorded if isinstance(known.fact, Financed)]
    return found[-1] if found else None


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """What is to be posted of a contract's interest in all: event, amount, how much."""
    if found := loan(book, contract, today):
        since, fact = found
        name = "expense" if fact.paid == "in advance" else "income"
        yield INTEREST, name, accrued(fact, since, month_end, book.company.policies)
