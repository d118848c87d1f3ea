"""The loan within a price: interest between service and payment, and what of it the price holds.

ASC 606-10-32-15 to 20, IFRS 15.60 to 65. An advance bears interest to the customer, which is price in the end; a payment in
arrears, or in instalments, is worth less when the service is given, and the rest of it is interest to the company.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.contracts import Contract
from engine.model.costs import Financed
from engine.model.money import Money, rounded
from engine.model.policies import Policies
from engine.progressing import facts
from engine.spreading import elapsed

INTEREST = "interest accrued"
_MOST = 600


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
    rate = Fraction(fact.rate) / 100
    principal = Fraction(fact.amount.minor)
    if fact.paid == "in arrears":
        principal /= _growth(since, fact.until, rate, policies)
    return rounded(principal * (_growth(since, min(day, fact.until), rate, policies) - 1), policies.rounding)


def instalments(fact: Financed, since: date) -> int:
    """How many instalments are paid; none where no whole number of them ends on the last day."""
    ends = [add_months(since, number * fact.every_months) - ONE_DAY for number in range(1, _MOST + 1)]
    return ends.index(fact.until) + 1 if fact.until in ends else 0


def _on_instalments(fact: Financed, since: date, day: date, policies: Policies) -> Fraction:
    """The interest on what is still to be paid (the effective interest method), in the smallest unit."""
    rate, count = Fraction(fact.rate) / 100 * fact.every_months / 12, instalments(fact, since)
    owed = fact.amount.minor * (1 - (1 + rate) ** -count) / rate
    interest = Fraction(0)
    for number in range(count):
        first, after = (add_months(since, (number + more) * fact.every_months) for more in (0, 1))
        if first > day:
            break
        interest += owed * rate * elapsed(ServicePeriod(first, after - ONE_DAY), day, policies.spread)
        owed = owed * (1 + rate) - fact.amount.minor
    return interest


def _growth(since: date, day: date, rate: Fraction, policies: Policies) -> Fraction:
    """What 1 has become at the end of a day: compounded for full years, within a year by its days or months."""
    years = 0
    while add_months(since, 12 * (years + 1)) <= day + ONE_DAY:
        years += 1
    year = ServicePeriod(add_months(since, 12 * years), add_months(since, 12 * (years + 1)) - ONE_DAY)
    return (1 + rate) ** years * (1 + rate * elapsed(year, day, policies.spread))


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
