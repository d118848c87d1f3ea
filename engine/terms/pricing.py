"""What a quantity costs: one small function for each kind of rate, exact to the last fraction."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Any

from engine.model.catalog import Overage, Package, Percentage, Quantity, Rated, Tier, Tiered, Volume
from engine.model.contracts import ChargeTerms


def amount(terms: ChargeTerms, *, flat: bool = False) -> Fraction:
    """What terms cost for their time, in units of the currency, less their discount.

    `flat`: the price holds whatever the quantity.
    """
    return full_amount(terms, flat=flat) * (1 - Fraction(terms.discount) / 100)


def full_amount(terms: ChargeTerms, *, flat: bool = False) -> Fraction:
    """What terms cost for their time before their discount."""
    price = Fraction(terms.price)
    if terms.rate is not None:
        return _RATES[type(terms.rate)](terms.rate, price, Fraction(terms.quantity))
    return price if flat else price * Fraction(terms.quantity)


def priced_together(terms: ChargeTerms) -> bool:
    """Whether the units are priced together: by a table, with an amount off all of them, or with no more than so much off."""
    return bool(terms.rate) or any(reduction.amount or reduction.most for reduction in terms.reductions)


def _tiered(rate: Tiered, price: Fraction, quantity: Fraction) -> Fraction:
    return sum((_of_step(tier, units) for tier, units in _reached(rate.tiers, quantity)), Fraction(0))


def _of_step(tier: Tier, units: Fraction) -> Fraction:
    priced = ceil(units / Fraction(tier.package)) if tier.package else units
    return priced * Fraction(tier.price) + Fraction(tier.fee)


def _reached(tiers: Sequence[Tier], quantity: Fraction) -> Iterator[tuple[Tier, Fraction]]:
    """The steps that a quantity reaches, each with the units that fall into it."""
    begin = Fraction(0)
    for tier in tiers:
        if quantity <= begin:
            return
        end = quantity if tier.up_to is None else min(quantity, Fraction(tier.up_to))
        yield tier, end - begin
        begin = end if tier.up_to is None else Fraction(tier.up_to)


def _volume(rate: Volume, price: Fraction, quantity: Fraction) -> Fraction:
    reached = list(_reached(rate.tiers, quantity))
    return _of_step(reached[-1][0], quantity) if reached else Fraction(0)


def _package(rate: Package, price: Fraction, quantity: Fraction) -> Fraction:
    packages = _above(quantity, rate.included) / Fraction(rate.size)
    return (ceil(packages) if rate.begun else floor(packages)) * price


def _overage(rate: Overage, price: Fraction, quantity: Fraction) -> Fraction:
    return _above(quantity, rate.included) * price


def _percentage(rate: Percentage, price: Fraction, quantity: Fraction) -> Fraction:
    charged = int(quantity > rate.free) if rate.charged is None else rate.charged
    return _above(quantity, rate.free) * price / 100 + charged * Fraction(rate.fixed_fee)


def charged_uses(rate: Percentage, uses: Sequence[Quantity]) -> Percentage:
    """The rate for these uses: one that the free units cover in full costs no fixed fee; one that they cover in part does."""
    free, so_far, charged = _free(rate, uses), Fraction(0), 0
    for use in uses:
        so_far += Fraction(use)
        charged += use > 0 and so_far > free
    return replace(rate, free=free, charged=charged)


def _free(rate: Percentage, uses: Sequence[Quantity]) -> Quantity:
    """What is free of some uses: no more than the first ones that are, where so many of them are."""
    if not rate.free_uses:
        return rate.free
    first: Quantity = sum(uses[: rate.free_uses])
    return min(rate.free, first) if rate.free else first


def _rated(rate: Rated, price: Fraction, quantity: Fraction) -> Fraction:
    return Fraction(rate.amount)


def costs_by_themselves(terms: ChargeTerms, quantities: Sequence[Quantity], *, flat: bool = False) -> list[Fraction]:
    """What uses cost that are priced each by itself; but what is free of a percentage is free once: the first take it up."""
    rate = terms.rate
    if isinstance(rate, Percentage):
        return list(_of_uses(rate, Fraction(terms.price), quantities))
    return [full_amount(replace(terms, quantity=one), flat=flat) for one in quantities]


def _of_uses(rate: Percentage, price: Fraction, uses: Sequence[Quantity]) -> Iterator[Fraction]:
    free, so_far = _free(rate, uses), Fraction(0)
    for use in uses:
        before, so_far = _above(so_far, free), so_far + Fraction(use)
        fee = use > 0 and so_far > free
        yield (_above(so_far, free) - before) * price / 100 + fee * Fraction(rate.fixed_fee)


def _above(quantity: Fraction, free: Quantity) -> Fraction:
    return max(quantity - Fraction(free), Fraction(0))


_RATES: dict[type, Callable[[Any, Fraction, Fraction], Fraction]] = {
    Tiered: _tiered,
    Volume: _volume,
    Package: _package,
    Overage: _overage,
    Percentage: _percentage,
    Rated: _rated,
}
