"""Which taxes hold for a customer, a code and a day, and what of an agreed amount they leave where prices hold them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, long_date
from engine.model.catalog import Quantity
from engine.model.company import TaxRate
from engine.model.contracts import PlannedLine
from engine.model.invoices import InvoiceLine, TaxTreatment
from engine.refusals import Refused


@dataclass(frozen=True, slots=True)
class Levy:
    """The taxes of a code on a day for a customer: each with its percentage of the net, compounding worked in.

    `each`: what a tax comes to for each unit, in units of the currency, what it bears of the others' worked in too.
    `code`: whose taxes they are.
    """

    treatment: TaxTreatment
    percents: tuple[tuple[str, Decimal], ...]
    each: tuple[Decimal, ...] = ()
    code: str = ""

    @property
    def by_tax(self) -> Iterator[tuple[str, Decimal, Decimal]]:
        """Each tax with its percentage of the net and what it comes to for each unit."""
        each = self.each or (Decimal(0),) * len(self.percents)
        return ((tax, percent, fixed) for (tax, percent), fixed in zip(self.percents, each, strict=True))

    @property
    def percent(self) -> Decimal:
        """All of them together, of the net."""
        return sum((percent for _, percent in self.percents), Decimal(0))

    @property
    def fixed(self) -> Fraction:
        """What all of them come to for each unit."""
        return sum(map(Fraction, self.each), Fraction(0))

    @property
    def factor(self) -> Fraction:
        """What a net is multiplied by to hold the percentages."""
        return 1 + Fraction(self.percent) / 100

    def net(self, agreed: Fraction, units: Fraction | Quantity) -> Fraction:
        """What of an amount that holds these taxes is net: so much for each unit taken off, the rest divided."""
        return (agreed - Fraction(units) * self.fixed) / self.factor

    def gross(self, net: Fraction, units: Fraction | Quantity) -> Fraction:
        """A net with these taxes on it."""
        return net * self.factor + Fraction(units) * self.fixed


def levy_on(book: Book, customer: str, code: str, day: date) -> Levy:
    """The taxes of a code on a day. Refused if billing knows no such code, or it has none on that day."""
    rates = _rates_on(book, code, day)
    owed = book.customers.get(customer)
    treatment = rates[0].treatment if rates[0].treatment != "taxed" or owed is None else owed.tax_status
    if treatment != "taxed":
        return Levy(treatment, tuple((rate.name, Decimal(0)) for rate in rates), code=code)
    simple = sum((_percent(rate, Decimal(0)) for rate in rates if not rate.compound), Decimal(0))
    each = sum((rate.each for rate in rates if not rate.compound), Decimal(0))
    percents = tuple((rate.name, _percent(rate, simple if rate.compound else Decimal(0))) for rate in rates)
    fixed = tuple(rate.each + (each * rate.percent / 100 if rate.compound else 0) for rate in rates)
    return Levy(treatment, percents, fixed if any(fixed) else (), code)


def _percent(rate: TaxRate, simple: Decimal) -> Decimal:
    """A percentage of the net. A compound tax is also on the taxes that are not: 5% and 9.975% compound is 5% and 10.47375%.
    One of the price with itself in it is so much of what is left: 10% of it is 10/90."""
    on = rate.percent * (100 + simple) / 100
    return on * 100 / (100 - rate.percent) if rate.within else on


def _rates_on(book: Book, code: str, day: date) -> list[TaxRate]:
    """Of each tax of a code, the percentage in force; of two from one day the one told later."""
    rates = [rate for rate in book.tax_rates if rate.code == code]
    if not rates:
        raise Refused("unknown-tax-code", f"billing knows no tax code {code!r}")
    by_tax: dict[str, list[TaxRate]] = defaultdict(list)
    for rate in rates:
        if rate.start <= day:
            by_tax[rate.name].append(rate)
    if not by_tax:
        raise Refused("no-tax-rate", f"tax code {code!r} has no rate on {long_date(day)}")
    return [max(reversed(known), key=lambda rate: rate.start) for known in by_tax.values()]


def tax_point(book: Book, service: ServicePeriod, invoiced: date) -> date:
    """The day whose rate holds for a line; under "split by days" a line is cut first and its first day decides."""
    points = {"invoice date": invoiced, "service period end": service.end}
    return points.get(book.company.policies.tax_point, service.start)


def agreed_net(
    book: Book,
    customer: str,
    code: str,
    service: ServicePeriod,
    bill_date: date,
    agreed: Fraction,
    units: Quantity | Fraction,
) -> Fraction:
    """What of an amount agreed for so many units is net: all of it, or exactly what its taxes leave where prices hold them."""
    if book.company.policies.tax_price == "exclusive":
        return agreed
    parts = list(stretches_of_rate(book, customer, code, service))
    shares = ((part, Fraction(part.days, service.days)) for part in parts)
    levies = ((levy_on(book, customer, code, tax_point(book, part, bill_date)), share) for part, share in shares)
    return sum((levy.net(agreed * share, Fraction(units) * share) for levy, share in levies), Fraction(0))


def held_levy(book: Book, customer: str, code: str, service: ServicePeriod, bill_date: date) -> Levy | None:
    """The taxes that an agreed price holds on the first of some days; None where prices are without tax."""
    if book.company.policies.tax_price == "exclusive":
        return None
    first = next(stretches_of_rate(book, customer, code, service))
    return levy_on(book, customer, code, tax_point(book, first, bill_date))


def credited_net(book: Book, agreed: Fraction, line: InvoiceLine) -> Fraction:
    """What of an agreed amount that is given back is net, at the rate of the invoice line it credits (handbook P12); where that
    line bears so much for each unit, in the proportion of its own net to its total."""
    if book.company.policies.tax_price == "exclusive":
        return agreed
    if any(tax.each for tax in line.by_tax):
        return agreed * Fraction(line.net.minor, line.total.minor or 1)
    return agreed / (1 + Fraction(line.tax_rate) / 100)


def units_of(line: PlannedLine) -> Quantity:
    """How many units a line charges for, beyond those that an earlier line did."""
    return max(line.terms.quantity - (line.other.quantity if line.other else 0), 0)


def stretches_of_rate(book: Book, customer: str, code: str, service: ServicePeriod) -> Iterator[ServicePeriod]:
    """The days of a line's service, cut where its taxes change if the company splits by days; else all of them."""
    start = service.start
    if book.company.policies.tax_point == "split by days":
        for cut in sorted(
            {rate.start for rate in book.tax_rates if rate.code == code and start < rate.start <= service.end}
        ):
            if levy_on(book, customer, code, cut) != levy_on(book, customer, code, cut - timedelta(days=1)):
                yield ServicePeriod(start, cut - ONE_DAY)
                start = cut
    yield ServicePeriod(start, service.end)
