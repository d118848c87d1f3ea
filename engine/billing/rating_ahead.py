"""What use is worth before its billing period is over: at the prices that it has reached, or at those expected (handbook P14).

Where a whole billing period has one price by how much is used in it, the price of its first use depends on what is still to
come. That is variable consideration (606-10-32-5 to 14, IFRS 15.50 to 59), unless what may be invoiced of the use so far is
what it is worth to the customer (606-10-55-18, IFRS 15.B16), or belongs to the days of use alone (606-10-32-40, IFRS 15.85).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.billing.comparing import ChargePeriod
from engine.billing.drawing import Use, by_day, due_of_usage
from engine.billing.metered import is_metered
from engine.billing.owing import Agreement
from engine.model.calendar import ServicePeriod, long_date
from engine.model.catalog import Quantity
from engine.model.contracts import Subscription
from engine.model.money import rounded
from engine.model.orders import OrderLine
from engine.model.revenue import ExpectedUsage
from engine.model.usage import Usage
from engine.refusals import Refused
from engine.terms.periods import BillingPeriod, billing_of, ended
from engine.terms.progressing import facts


def earned(agreement: Agreement) -> Iterator[Use]:
    """What is revenue of each day's use, by the convention about the revenue of usage; what is off for discounts aside."""
    if agreement.book.company.policies.usage_revenue == "in the period of use":
        yield from agreement.uses(date.max)
        return
    for line in filter(is_metered, agreement.now.lines):
        usage = agreement.usage(line, date.max)
        for there in agreement.periods(line, None):
            place = ChargePeriod(agreement.book, agreement.contract, line, there, ())
            uses = list(by_day(place, agreement.now, usage))
            expected = _expected(agreement, line, there) if uses else None
            yield from _at_expected_price(agreement, place, usage, uses, expected) if expected else uses


def check_expected(agreement: Agreement, fact: ExpectedUsage) -> None:
    """Refused but for a billing period of usage that is added up and priced as one, and for more than nothing."""
    contract = agreement.contract.number
    lines = [line for line in agreement.now.lines if line.product == fact.product and is_metered(line)]
    if not lines:
        raise Refused("not-by-usage", f"contract {contract} charges no {fact.product!r} by usage")
    if fact.quantity <= 0:
        raise Refused("not-above-zero", f"{fact.quantity:,} of {fact.product!r} is nothing to expect")
    for line in lines:
        if (line.charge.counted, line.charge.rated_per) != ("sum", "billing period"):
            raise Refused("not-one-price", f"{fact.product!r} of contract {contract} has no price for all that is used")
        if not any(_is_of(fact, there) for there in agreement.periods(line, None)):
            days = f"{long_date(fact.service.start)} to {long_date(fact.service.end)}"
            raise Refused(
                "no-billing-period", f"{days} is no billing period of {fact.product!r} of contract {contract}"
            )


def _is_of(fact: ExpectedUsage, there: BillingPeriod) -> bool:
    return fact.service in (there.whole, there.service)


def _expected(agreement: Agreement, line: OrderLine, there: BillingPeriod) -> Quantity | None:
    """How much is expected to be used in a billing period; of several estimates the newest counts."""
    told = [recorded.fact for recorded in facts(agreement.book, agreement.contract.number)]
    found = [fact for fact in told if isinstance(fact, ExpectedUsage) and fact.product == line.product]
    return next((fact.quantity for fact in reversed(found) if _is_of(fact, there)), None)


def _at_expected_price(
    agreement: Agreement, place: ChargePeriod, usage: Sequence[Usage], uses: Sequence[Use], expected: Quantity
) -> Iterator[Use]:
    """Each day's use by what a unit costs if so much is used in all; on the period's last day it comes to what is charged."""
    billing = billing_of(agreement.contract, place.line.charge)
    days = ended(agreement.contract, place.period, agreement.now.billed_end, billing).service
    charged = before = 0
    for use in uses:
        charged += use.minor
        through = [one for one in usage if one.effective_date <= use.day]
        so_far = _share(place, agreement.now, through, expected, days)
        so_far = charged if so_far is None else so_far
        yield replace(use, minor=so_far - before)
        before = so_far
    yield replace(uses[-1], day=max(days.end, uses[-1].day), minor=charged - before)


def _share(
    place: ChargePeriod, state: Subscription, through: Sequence[Usage], expected: Quantity, days: ServicePeriod
) -> int | None:
    """The part of what the expected use costs that has been used; None where no more is expected than was used."""
    own = [one for one in through if one.effective_date in place.period.whole]
    used = sum(one.quantity for one in own)
    if used >= expected:
        return None
    rest = replace(own[-1], quantity=expected - used, effective_date=days.end)
    whole = place.worth(due_of_usage(place, state, [*through, rest])).minor
    return rounded(whole * Fraction(used) / Fraction(expected), place.book.company.policies.rounding)
