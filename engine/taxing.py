"""Sales tax: the rate in force at the tax point, rounded by the company's convention, kept on every line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import long_date
from engine.model.money import Money, Rounding
from engine.refusals import Refused


def rate_on(book: Book, code: str, day: date) -> Decimal:
    """The percentage of a tax code on a day. Refused if billing knows no such code, or it has none on that day."""
    rates = [rate for rate in book.tax_rates if rate.code == code]
    if not rates:
        raise Refused("unknown-tax-code", f"billing knows no tax code {code!r}")
    fitting = [rate for rate in rates if rate.start <= day]
    if not fitting:
        raise Refused("no-tax-rate", f"tax code {code!r} has no rate on {long_date(day)}")
    return max(reversed(fitting), key=lambda rate: rate.start).percent


def line_taxes(book: Book, nets: Sequence[Money], rates: Sequence[Decimal]) -> tuple[Money, ...]:
    """The tax of each line of a document, rounded at the stage the company's convention says."""
    exact = [net.exact * Fraction(rate) / 100 for net, rate in zip(nets, rates, strict=True)]
    groups = _groups(rates, book.company.policies.tax_rounding)
    taxes = [Money.zero(net.currency) for net in nets]
    for members in groups:
        currency = nets[members[0]].currency
        whole = Money.of(sum((exact[i] for i in members), Fraction(0)), currency, book.company.policies.rounding)
        weights = [exact[i] for i in members]
        parts = whole.allocate(weights) if any(weights) else (Money.zero(currency),) * len(members)
        for i, part in zip(members, parts, strict=True):
            taxes[i] = part
    return tuple(taxes)


def _groups(rates: Sequence[Decimal], rounding: str) -> list[list[int]]:
    """Which lines are rounded together."""
    if rounding == "per line":
        return [[i] for i in range(len(rates))]
    if rounding == "per document":
        return [list(range(len(rates)))]
    by_rate: dict[Decimal, list[int]] = defaultdict(list)
    for i, rate in enumerate(rates):
        by_rate[rate].append(i)
    return list(by_rate.values())


def tax_share(
    line_net: Money, line_tax: Money, credited_before: Money, tax_before: Money, credit: Money, rounding: Rounding
) -> Money:
    """The tax that goes back with a credit of a line: the credited share of the line's own tax, cumulatively, so that a
    line credited in full gives back all of its tax (handbook P12)."""
    if not line_net:
        return Money.zero(line_net.currency)
    so_far = Fraction((credited_before + credit).minor, line_net.minor)
    return Money.of(line_tax.exact * so_far, line_tax.currency, rounding) - tax_before
