"""What a quantity costs: one small function for each kind of rate, exact to the last fraction."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil
from typing import Any

from engine.model.catalog import Overage, Package, Percentage, Quantity, Tier, Tiered, Volume
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


def _tiered(rate: Tiered, price: Fraction, quantity: Fraction) -> Fraction:
    return sum(
        (units * Fraction(tier.price) + Fraction(tier.fee) for tier, units in _reached(rate.tiers, quantity)),
        Fraction(0),
    )


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
    return quantity * Fraction(reached[-1][0].price) + Fraction(reached[-1][0].fee) if reached else Fraction(0)


def _package(rate: Package, price: Fraction, quantity: Fraction) -> Fraction:
    return ceil(_above(quantity, rate.included) / Fraction(rate.size)) * price


def _overage(rate: Overage, price: Fraction, quantity: Fraction) -> Fraction:
    return _above(quantity, rate.included) * price


def _percentage(rate: Percentage, price: Fraction, quantity: Fraction) -> Fraction:
    charged = int(quantity > rate.free) if rate.charged is None else rate.charged
    return _above(quantity, rate.free) * price / 100 + charged * Fraction(rate.fixed_fee)


def charged_uses(rate: Percentage, uses: Iterable[Quantity]) -> Percentage:
    """The rate for these uses: one that the free units cover in full costs no fixed fee; one that they cover in part does."""
    so_far, charged = Fraction(0), 0
    for use in uses:
        so_far += Fraction(use)
        charged += use > 0 and so_far > rate.free
    return replace(rate, charged=charged)


def _above(quantity: Fraction, free: Quantity) -> Fraction:
    return max(quantity - Fraction(free), Fraction(0))


_RATES: dict[type, Callable[[Any, Fraction, Fraction], Fraction]] = {
    Tiered: _tiered,
    Volume: _volume,
    Package: _package,
    Overage: _overage,
    Percentage: _percentage,
}
