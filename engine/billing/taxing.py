"""Sales tax: what the taxes that hold come to on the lines of a document, net and tax rounded by convention."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from engine.billing.levying import Levy
from engine.book import Book
from engine.model.invoices import InvoiceLine, LineTax
from engine.model.money import Money, Remainder, Rounding, total
from engine.model.policies import Policies

_WHOLE = Fraction(1)


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
    many are taxed where a tax is so much for each (a share of them, where a line is cut by days)."""

    net: Money
    exact: Fraction
    levy: Levy
    gross: Money | None = None
    units: Fraction = Fraction(0)


def taxed(book: Book, bases: Sequence[Base], part: Fraction = _WHOLE) -> tuple[Taxed, ...]:
    """Net and taxes of each line of a document under the company's conventions; a `part` of each net bears its percentages."""
    if book.company.policies.tax_price == "inclusive":
        return tuple(_within(base, book.company.policies.remainder) for base in _nets_within(book, bases))
    policies = book.company.policies
    exact = _EXACT.get(policies.tax_rounding, _of_rounded)
    amounts = [
        (i, tax, exact(base) * part * Fraction(percent) / 100 + base.units * Fraction(each))
        for i, base in enumerate(bases)
        for tax, percent, each in base.levy.by_tax
    ]
    found: list[list[LineTax]] = [[] for _ in bases]
    group = _GROUPS[policies.tax_rounding]
    for (i, tax, _), amount in zip(amounts, _rounded(book, bases, amounts, group), strict=True):
        percent = dict(bases[i].levy.percents)[tax]
        found[i].append(LineTax(tax=tax, percent=percent, amount=amount, each=_each(bases[i].levy, tax)))
    on = [None if part == _WHOLE else Money.of(b.net.exact * part, b.net.currency, policies.rounding) for b in bases]
    return tuple(Taxed(b.net, b.levy, tuple(taxes), of) for b, taxes, of in zip(bases, found, on, strict=True))


def _each(levy: Levy, tax: str) -> Decimal:
    return next((each for name, _, each in levy.by_tax if name == tax), Decimal(0))


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
        groups[_GROUPS[policies.tax_rounding](place, base.levy.code, base.levy.percent)].append(place)
    found = list(bases)
    for places in groups.values():
        if len(places) > 1 or leveled or policies.tax_mode != "as prices":
            own = [bases[place] for place in places]
            for place, net in zip(places, _nets_together(book, own), strict=True):
                found[place] = replace(bases[place], net=net)
    return found


def _nets_together(book: Book, bases: Sequence[Base]) -> Sequence[Money]:
    policies, currency = book.company.policies, bases[0].net.currency
    exact = [base.levy.net(base.exact, base.units) for base in bases]
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
    """The tax that an agreed gross holds: what is left of it above the net, each tax by its own share."""
    assert base.gross is not None, "where prices hold the tax, every line has a gross"
    whole, net = base.gross - base.net, base.levy.net(base.exact, base.units)
    shares = [net * Fraction(percent) / 100 + base.units * Fraction(each) for _, percent, each in base.levy.by_tax]
    parts = whole.allocate(shares, remainder) if any(shares) else (whole,) * len(shares)
    named = zip(base.levy.by_tax, parts, strict=True)
    taxes = (LineTax(tax=tax, percent=percent, amount=part, each=each) for (tax, percent, each), part in named)
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


class Before(NamedTuple):
    """What was credited of a line before: its net and its taxes; `alone`: some of the taxes by themselves, their net staying."""

    net: Money
    taxes: tuple[LineTax, ...]
    alone: bool = False


def credit_taxes(
    line: InvoiceLine, before: Before, credit: Money, gross: Money | None, rounding: Rounding
) -> tuple[LineTax, ...]:
    """The taxes that go back with a credit of a line: the credited share of each of the line's own, cumulatively, so that a
    line credited in full gives back all of its tax (handbook P12); where tax went back by itself, the same share of the rest.

    `gross`: what is given back where prices hold the tax.
    """
    given = {tax.tax: tax.amount for tax in before.taxes}
    rest = [tax.amount - given.get(tax.tax, Money.zero(tax.amount.currency)) for tax in line.by_tax]
    if before.alone:
        parts = [_share(line.net - before.net, left, credit, rounding) for left in rest]
    else:
        shares = [_share(line.net, tax.amount, before.net + credit, rounding) for tax in line.by_tax]
        parts = [share - (tax.amount - left) for tax, share, left in zip(line.by_tax, shares, rest, strict=True)]
    whole = total(parts, credit.currency)
    if gross and whole and not before.alone and before.net + credit != line.net:
        parts = list((gross - credit).allocate([part.minor for part in parts]))
    return tuple(replace(tax, amount=part) for tax, part in zip(line.by_tax, parts, strict=True))


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
