"""What a contract and its amendments add up to, and what each charge is due for some days of a billing period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.model.cadence import Billing
from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge, Quantity
from engine.model.contracts import Amendment, ChargeTerms, Contract, Subscription
from engine.model.orders import Cancel
from engine.model.policies.billing import Proration
from engine.periods import BillingPeriod
from engine.pricing import amount
from engine.proration import share
from engine.reading import Reading


def amendments(book: Book, contract: Contract) -> list[Amendment]:
    """The contract's amendments by the day they take effect, in the order signed where that is one day."""
    return in_order(book.about(Amendment, "contract", contract.number))


def in_order(signed: Iterable[Amendment]) -> list[Amendment]:
    """By the day they take effect, whatever order they arrived in."""
    return sorted(signed, key=_in_order)


def _in_order(amendment: Amendment) -> tuple[date, date, int, str]:
    """The number's length first, so that A-2 stands before A-10."""
    return amendment.effective_date, amendment.event_date, len(amendment.number), amendment.number


def subscription(book: Book, contract: Contract) -> Subscription:
    """What contract and amendments add up to."""
    return as_signed(contract, amendments(book, contract))


def as_signed(contract: Contract, signed: Sequence[Amendment]) -> Subscription:
    """What a contract and some of its amendments add up to, in the order in which they take effect."""
    return Reading(contract, signed).subscription()


def ever_agreed(contract: Contract, signed: Sequence[Amendment]) -> Reading:
    """The contract as if it had never been cancelled: its longest term, and every day from which periods were counted anew."""
    kept = ([c for c in amendment.changes if not isinstance(c, Cancel)] for amendment in signed)
    return Reading(contract, [replace(a, changes=tuple(changes)) for a, changes in zip(signed, kept, strict=True)])


def longest_end(contract: Contract, signed: Sequence[Amendment]) -> date:
    """The last day of service ever agreed; later than the contract's end now where a longer term was cancelled."""
    return ever_agreed(contract, signed).longest_end


def units_missing(contract: Contract, signed: Sequence[Amendment]) -> Quantity:
    """How many units downgrades would take that are not there, were these the contract's amendments."""
    return Reading(contract, signed).units_missing


def exact_amount(
    charge: Charge,
    terms: ChargeTerms,
    part: ServicePeriod,
    period: BillingPeriod,
    billing: Billing,
    proration: Proration,
) -> Fraction:
    """What the terms cost for `part` of a billing period, exactly, in units of the currency."""
    price = amount(terms, flat=charge.model == "flat")
    if charge.kind != "recurring":
        return price
    if not terms.per_months:  # a price for each billing period
        return price * share(part, period, billing, proration)
    return price * Fraction(billing.every_months, terms.per_months) * share(part, period, billing, proration)
