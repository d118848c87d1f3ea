"""Sales tax: which taxes hold for a customer, a code and a day, and what they come to on the lines of a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, long_date
from engine.model.catalog import Quantity
from engine.model.company import TaxRate
from engine.model.invoices import InvoiceLine, LineTax, TaxTreatment
from engine.model.money import Money, Remainder, Rounding, total
from engine.model.policies import Policies
from engine.refusals import Refused

_WHOLE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Levy:
    """The taxes of a code on a day for a customer: each with its percentage of the net, compounding worked in.

    `each`: what a tax comes to for each unit, in units of the currency, what it bears of the others' worked in too.
    """

    treatment: TaxTreatment
    percents: tuple[tuple[str, Decimal], ...]
    each: tuple[Decimal, ...] = ()

    @property
    def by_tax(self) -> Iterator[tuple[str, Decimal, Decimal]]:
        """Each tax with its percentage of the net and what it comes to for each unit."""
        each = self.each or (Decimal(0),) * len(self.percents)
        return ((tax, percent, fixed) for (tax, percent), fixed in zip(self.percents, each, strict=True))

    @property
    def percent(self) -> Decimal:
        """All of them together, of the net."""
        return sum((percent for _, percent in self.percents), Decimal(0))


@dataclass(frozen=True, slots=True)
class Taxed:
    """A line's net and its taxes, rounded; `on`: what of the net they are on, where that is not all."""

    net: Money
    levy: Levy
    taxes: tuple[LineTax, ...]
    on: Money | None = None


@dataclass(frozen=True, slots=True)
class Base:
    """What is to be taxed: `net` rounded, `exact` before; `gross` where it holds the tax; and the taxes on it. `units`: how
    many are taxed where a tax is so much for each."""

    net: Money
    exact: Fraction
    levy: Levy
    gross: Money | None = None
    units: Quantity = 0


def levy_on(book: Book, customer: str, code: str, day: date) -> Levy:
    """The taxes of a code on a day. Refused if billing knows no such code, or it has none on that day."""
    rates = _rates_on(book, code, day)
    owed = book.customers.get(customer)
    treatment = rates[0].treatment if rates[0].treatment != "taxed" or owed is None else owed.tax_status
    if any(rate.each for rate in rates) and book.company.policies.tax_price == "inclusive":
        raise Refused(
            "tax-not-held",
            f"tax code {code!r} is so much for each unit: no price can hold it; agree prices without tax",
        )
    if treatment != "taxed":
        return Levy(treatment, tuple((rate.name, Decimal(0)) for rate in rates))
    simple = sum((_percent(rate, Decimal(0)) for rate in rates if not rate.compound), Decimal(0))
    each = sum((rate.each for rate in rates if not rate.compound), Decimal(0))
    percents = tuple((rate.name, _percent(rate, simple if rate.compound else Decimal(0))) for rate in rates)
    fixed = tuple(rate.each + (each * rate.percent / 100 if rate.compound else 0) for rate in rates)
    return Levy(treatment, percents, fixed if any(fixed) else ())


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
    book: Book, customer: str, code: str, service: ServicePeriod, bill_date: date, agreed: Fraction
) -> Fraction:
    """What of an agreed amount is net: all of it, or gross / (1 + rate) exactly where prices hold the tax."""
    if book.company.policies.tax_price == "exclusive":
        return agreed
    parts = list(stretches_of_rate(book, customer, code, service))
    levies = [(levy_on(book, customer, code, tax_point(book, part, bill_date)), part.days) for part in parts]
    return sum((agreed * days / service.days / gross_factor(levy) for levy, days in levies), Fraction(0))


def held_levy(book: Book, customer: str, code: str, service: ServicePeriod, bill_date: date) -> Levy | None:
    """The taxes that an agreed price holds on the first of some days; None where prices are without tax."""
    if book.company.policies.tax_price == "exclusive":
        return None
    first = next(stretches_of_rate(book, customer, code, service))
    return levy_on(book, customer, code, tax_point(book, first, bill_date))


def credited_net(book: Book, agreed: Fraction, line: InvoiceLine) -> Fraction:
    """What of an agreed amount that is given back is net, at the rate of the invoice line it credits (handbook P12)."""
    inclusive = book.company.policies.tax_price == "inclusive"
    return agreed / (1 + Fraction(line.tax_rate) / 100) if inclusive else agreed


def gross_factor(levy: Levy) -> Fraction:
    """What a net is multiplied by to hold its tax."""
    return 1 + Fraction(levy.percent) / 100


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


def taxed(book: Book, bases: Sequence[Base], part: Fraction = _WHOLE) -> tuple[Taxed, ...]:
    """Net and taxes of each line of a document under the company's conventions; a `part` of each net bears its percentages."""
    if book.company.policies.tax_price == "inclusive":
        return tuple(_within(base, book.company.policies.remainder) for base in _nets_within(book, bases))
    policies = book.company.policies
    exact = _EXACT.get(policies.tax_rounding, _of_rounded)
    amounts = [
        (i, tax, exact(base) * part * Fraction(percent) / 100 + Fraction(base.units) * Fraction(each))
        for i, base in enumerate(bases)
        for tax, percent, each in base.levy.by_tax
    ]
    found: list[list[LineTax]] = [[] for _ in bases]
    group = _GROUPS[policies.tax_rounding]
    for (i, tax, _), amount in zip(amounts, _rounded(book, bases, amounts, group), strict=True):
        percent = dict(bases[i].levy.percents)[tax]
        found[i].append(LineTax(tax=tax, percent=percent, amount=amount))
    on = [None if part == _WHOLE else Money.of(b.net.exact * part, b.net.currency, policies.rounding) for b in bases]
    return tuple(Taxed(b.net, b.levy, tuple(taxes), of) for b, taxes, of in zip(bases, found, on, strict=True))


def _nets_within(book: Book, bases: Sequence[Base]) -> list[Base]:
    """The nets that agreed gross amounts leave, where the tax is rounded for several lines together: all of their tax once,
    and their nets split over them. A line by itself keeps its net, unless taxes are rounded another way than prices; lines that
    are rounded together keep theirs where each has a tax of its own."""
    policies = book.company.policies
    leveled = policies.rounding_stage.endswith("per document")
    if leveled and policies.tax_rounding.startswith("per line"):
        return list(bases)
    groups: dict[object, list[int]] = defaultdict(list)
    for place, base in enumerate(bases):
        groups[_GROUPS[policies.tax_rounding](place, "", base.levy.percent)].append(place)
    found = list(bases)
    for places in groups.values():
        if len(places) > 1 or leveled or policies.tax_mode != "as prices":
            own = [bases[place] for place in places]
            for place, net in zip(places, _nets_together(book, own), strict=True):
                found[place] = replace(bases[place], net=net)
    return found


def _nets_together(book: Book, bases: Sequence[Base]) -> Sequence[Money]:
    policies, currency = book.company.policies, bases[0].net.currency
    exact = [base.exact / gross_factor(base.levy) for base in bases]
    agreed = sum((base.exact for base in bases), Fraction(0))
    net = net_of(policies, sum(exact, Fraction(0)), agreed, currency)
    return net.allocate(exact, policies.remainder) if any(exact) else [base.net for base in bases]


def net_of(policies: Policies, net: Fraction, agreed: Fraction, currency: str) -> Money:
    """An exact net as money, of an amount that was agreed. Where prices hold the tax and it is rounded another way than they
    are, the net is what the rounded tax leaves."""
    if policies.tax_price == "exclusive" or policies.tax_mode == "as prices":
        return Money.of(net, currency, policies.rounding)
    return Money.of(agreed, currency, policies.rounding) - Money.of(agreed - net, currency, policies.tax_mode)


def mode_of_tax(policies: Policies) -> Rounding:
    """How fractions of a cent of tax are rounded."""
    return policies.rounding if policies.tax_mode == "as prices" else policies.tax_mode


def _within(base: Base, remainder: Remainder) -> Taxed:
    """The tax that an agreed gross holds: what is left of it above the net."""
    assert base.gross is not None, "where prices hold the tax, every line has a gross"
    whole = base.gross - base.net
    weights = [Fraction(percent) for _, percent in base.levy.percents]
    parts = whole.allocate(weights, remainder) if any(weights) else (whole,) * len(weights)
    taxes = (LineTax(tax=t, percent=p, amount=part) for (t, p), part in zip(base.levy.percents, parts, strict=True))
    return Taxed(base.net, base.levy, tuple(taxes))


_Amount = tuple[int, str, Fraction]
_Group = Callable[[int, str, Decimal], object]


def _rounded(book: Book, bases: Sequence[Base], amounts: Sequence[_Amount], group: _Group) -> list[Money]:
    """Exact taxes as money: rounded once for each group, then spread over its lines, the remainder by convention."""
    groups: dict[object, list[int]] = defaultdict(list)
    for place, (i, tax, _) in enumerate(amounts):
        groups[group(i, tax, dict(bases[i].levy.percents)[tax])].append(place)
    found = [Money.zero(base.net.currency) for base in bases[:1]] * len(amounts)
    for places in groups.values():
        weights = [amounts[place][2] for place in places]
        whole = Money.of(sum(weights, Fraction(0)), bases[0].net.currency, mode_of_tax(book.company.policies))
        if any(weights):
            for place, part in zip(places, whole.allocate(weights, book.company.policies.remainder), strict=True):
                found[place] = part
    return found


def _of_rounded(base: Base) -> Fraction:
    return base.net.exact


_EXACT: dict[str, Callable[[Base], Fraction]] = {"per line on the exact base": lambda base: base.exact}
_GROUPS: dict[str, _Group] = {
    "per rate per document": lambda line, tax, percent: (tax, percent),
    "per line": lambda line, tax, percent: (line, tax),
    "per line on the exact base": lambda line, tax, percent: (line, tax),
    "per document": lambda line, tax, percent: None,
}


def credit_taxes(
    line: InvoiceLine,
    before: Money,
    taxes_before: Sequence[LineTax],
    credit: Money,
    gross: Money | None,
    rounding: Rounding,
) -> tuple[LineTax, ...]:
    """The taxes that go back with a credit of a line: the credited share of each of the line's own, cumulatively, so that a
    line credited in full gives back all of its tax (handbook P12).

    `before` and `taxes_before`: what was credited of the line before. `gross`: what is given back where prices hold the tax.
    """
    given = {tax.tax: tax.amount for tax in taxes_before}
    shares = [_share(line.net, tax.amount, before + credit, rounding) for tax in line.by_tax]
    parts = [share - given.get(tax.tax, share - share) for tax, share in zip(line.by_tax, shares, strict=True)]
    whole = total(parts, credit.currency)
    if gross and whole and before + credit != line.net:
        parts = list((gross - credit).allocate([part.minor for part in parts]))
    return tuple(LineTax(tax=t.tax, percent=t.percent, amount=p) for t, p in zip(line.by_tax, parts, strict=True))


def credited_base(line: InvoiceLine, before: Money, credit: Money, rounding: Rounding) -> Money | None:
    """What of a credit takes its share of the base that bore the line's taxes; None where that was all of the net."""
    if line.taxable is None:
        return None
    return _share(line.net, line.taxable, before + credit, rounding) - _share(line.net, line.taxable, before, rounding)


def _share(net: Money, tax: Money, credited: Money, rounding: Rounding) -> Money:
    so_far = Fraction(credited.minor, net.minor) if net else Fraction(0)
    return Money.of(tax.exact * so_far, tax.currency, rounding)


def sum_of(taxes: Iterable[LineTax], currency: str) -> Money:
    """What taxes come to together."""
    return total((tax.amount for tax in taxes), currency)
