"""What a contract and its amendments add up to, and what each charge is due for some days of a billing period."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.cadence import Billing, TermLength
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.catalog import Charge, Quantity
from engine.model.contracts import Amendment, ChargeTerms, Contract, Subscription
from engine.model.money import Money, Rounding
from engine.model.orders import Cancel
from engine.model.policies.billing import DiscountOrder, Proration
from engine.model.policies.parts import DailyRate, DiscountRounding, Installments, UnitRounding
from engine.terms.clocking import clock_of
from engine.terms.periods import BillingPeriod, number_of
from engine.terms.pricing import priced_together
from engine.terms.proration import AS_DAYS, DayRate, Length, Stubs, as_it_is, share, whole_days
from engine.terms.reading import Reading
from engine.terms.reducing import period_price
from engine.terms.rhythms import as_billed, as_paid


def amendments(book: Book, contract: Contract) -> list[Amendment]:
    """The contract's amendments by the day they take effect, in the order signed where that is one day."""
    return in_order(book.about(Amendment, "contract", contract.number))


def billed_now(book: Book, contract: Contract) -> Contract:
    """The contract with every change of how it is billed."""
    return as_billed(contract, amendments(book, contract))


def paid_as_of(book: Book, contract: Contract, day: date) -> Contract:
    """The contract with the days to pay of its invoices of that day."""
    return as_paid(contract, amendments(book, contract), day)


def in_order(signed: Iterable[Amendment]) -> list[Amendment]:
    """By the day they take effect, whatever order they arrived in."""
    return sorted(signed, key=_in_order)


def _in_order(amendment: Amendment) -> tuple[date, date, int, str]:
    """The number's length first, so that A-2 stands before A-10."""
    return amendment.effective_date, amendment.event_date, len(amendment.number), amendment.number


def subscription(book: Book, contract: Contract) -> Subscription:
    """What contract and amendments add up to."""
    return as_signed(contract, amendments(book, contract))


def subscriptions(book: Book, as_of: date) -> tuple[Subscription, ...]:
    """What all contracts and amendments that were signed by the end of a day add up to."""
    return tuple(
        as_signed(one, [amendment for amendment in amendments(book, one) if amendment.event_date <= as_of])
        for one in book.all(Contract)
        if one.event_date <= as_of
    )


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


@dataclass(frozen=True, slots=True)
class Manner:
    """How a price becomes the amount of some days of a billing period: the company's conventions, in one currency.

    `clock`: where a change counts from the second it was made, how long a part of a billing period is, in days.
    """

    proration: Proration = "actual days of the period"
    discounts: DiscountOrder = "as agreed"
    installments: Installments = "each by itself"
    daily_rate: DailyRate = "exact"
    currency: str = ""
    clock: Length = whole_days
    rounding: Rounding = "half up"
    unit_rounding: UnitRounding = "exact"
    discount_rounding: DiscountRounding = "with the net"
    stubs: Stubs = AS_DAYS


def manner_of(book: Book, contract: Contract) -> Manner:
    """How the company prices parts of the contract's billing periods."""
    policies = book.company.policies
    clock = clock_of(book, contract) if policies.proration_unit == "second" else whole_days
    return Manner(
        proration=policies.proration,
        discounts=policies.discount_order,
        installments=policies.installments,
        daily_rate=policies.daily_rate,
        currency=contract.currency,
        clock=clock,
        rounding=policies.rounding,
        unit_rounding=policies.unit_rounding,
        discount_rounding=policies.discount_rounding,
        stubs=Stubs(policies.first_short, "billed in part" if _goes_on(contract) else policies.last_short),
    )


def _goes_on(contract: Contract) -> bool:
    """Whether it was signed to renew itself, so that its term ends no billing period."""
    return contract.renewal is not None and contract.renewal.length != TermLength()


def exact_amount(
    charge: Charge, terms: ChargeTerms, part: ServicePeriod, period: BillingPeriod, billing: Billing, manner: Manner
) -> Fraction:
    """What the terms cost for `part` of a billing period, in units of the currency: exactly, or, by convention, from a unit's
    price that is rounded, or less discounts that are."""

    billing = period.billing or billing

    def worth(some: ChargeTerms, days: ServicePeriod) -> Fraction:
        return _less_discounts(charge, some, days, period, billing, manner)

    by_unit = manner.unit_rounding == "rounded" and charge.model == "per unit" and not priced_together(terms)
    if not by_unit:
        return worth(terms, part)
    one = replace(terms, quantity=1)

    def rounded(days: ServicePeriod) -> Fraction:
        return Money.of(worth(one, days), manner.currency, manner.rounding).exact

    each = (_part_of(rounded, days, stub, billing) for days, stub in _by_stub(part, period))
    return sum(each, Fraction(0)) * Fraction(terms.quantity)


def _by_stub(part: ServicePeriod, period: BillingPeriod) -> Iterator[tuple[ServicePeriod, ServicePeriod]]:
    """Some days, each with what they are part of: the term as signed, or what came to it within the billing period."""
    later = period.term.end + ONE_DAY
    stubs = [period.term] if later > period.whole.end else [period.term, ServicePeriod(later, period.whole.end)]
    return ((days, stub) for stub in stubs if (days := stub.overlap(part)))


def _part_of(
    rounded: Callable[[ServicePeriod], Fraction], days: ServicePeriod, whole: ServicePeriod, billing: Billing
) -> Fraction:
    """What some days cost of rounded amounts, so that parts add up: in advance all that is left from them on, less what is left
    after them; in arrears all up to their end, less all before them."""
    if billing.timing == "in advance":
        after = days.end + ONE_DAY
        rest = rounded(ServicePeriod(after, whole.end)) if after <= whole.end else Fraction(0)
        return rounded(ServicePeriod(days.start, whole.end)) - rest
    before = days.start - ONE_DAY
    served = rounded(ServicePeriod(whole.start, before)) if before >= whole.start else Fraction(0)
    return rounded(ServicePeriod(whole.start, days.end)) - served


def _less_discounts(
    charge: Charge, terms: ChargeTerms, part: ServicePeriod, period: BillingPeriod, billing: Billing, manner: Manner
) -> Fraction:
    """Exactly or, where discounts are rounded by themselves, the rounded price less the rounded discount."""
    net = _exact_amount(charge, terms, part, period, billing, manner)
    if manner.discount_rounding == "with the net" or not (terms.discount or terms.reductions):
        return net
    listed = replace(terms, discount=Decimal(0), reductions=())
    whole = _exact_amount(charge, listed, part, period, billing, manner)
    price, off = (Money.of(exact, manner.currency, manner.rounding) for exact in (whole, whole - net))
    return (price - off).exact


def _exact_amount(
    charge: Charge, terms: ChargeTerms, part: ServicePeriod, period: BillingPeriod, billing: Billing, manner: Manner
) -> Fraction:
    price = period_price(charge, terms, billing, manner.discounts)
    if charge.kind != "recurring":
        return price
    if manner.installments != "each by itself" and terms.per_months > billing.every_months:
        price = _installment(price, terms, period, billing, manner)
    rate = _rate_of_a_day(charge, terms, price, manner)
    return price * share(part, period, billing, manner.proration, manner.clock, manner.stubs, rate)


def _rate_of_a_day(charge: Charge, terms: ChargeTerms, price: Fraction, manner: Manner) -> DayRate:
    """By convention a day costs whole smallest units: each unit, where units are priced one by one, so that more of them cost as
    much together as one after the other; else all that is priced together."""
    if manner.daily_rate == "exact" or not price:
        return as_it_is
    one_by_one = charge.model == "per unit" and not priced_together(terms)
    each = price / Fraction(terms.quantity) if one_by_one else price
    return lambda day: Money.of(each * day, manner.currency, manner.rounding).exact / each


def _installment(
    price: Fraction, terms: ChargeTerms, period: BillingPeriod, billing: Billing, manner: Manner
) -> Fraction:
    """The part of a price for a longer time that falls on one billing period, so that the parts add up to the rounded price;
    as it is where the time is no whole number of billing periods."""
    parts, rest = divmod(terms.per_months, billing.every_months)
    if rest or billing.every_days or manner.installments == "each by itself":
        return price
    whole = Money.of(price * parts, manner.currency)
    return whole.allocate([1] * parts, manner.installments)[number_of(period, billing) % parts].exact
