"""Recurring revenue: what contracts bring each month, and what of it was kept, won and lost between two days.

Monthly recurring revenue (MRR) is what recurring charges cost for a month at the terms in effect: a year's price by twelve; one-time
charges, usage and taxes left out, percentages off taken off. Times twelve it is the annual recurring revenue (ARR). By customer,
from the end of the day before a period to its end: who had none is new, or back if there ever was some; who has none is
lost (churn); what rises is expansion, what falls contraction. Net revenue retention (NRR) is what those who were there at
the beginning bring at the end, in percent of what they brought; gross revenue retention (GRR) the same without any rise, so
never above 100. The gross MRR churn rate is what was lost and lowered of what was there, the customer churn rate how many of those who
were there bring nothing any more; the quick ratio is all that was won over all that was lost.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, AccountingPeriod
from engine.model.catalog import Overage, Package, Rate, Tier, Tiered, Volume
from engine.model.contracts import ChargeSegment, ChargeTerms, Contract, Subscription
from engine.model.money import Money
from engine.model.orders import OrderLine
from reports.close.kpis import Kpi, KpiPart
from reports.tie_outs.month import Month

MONTHS, YEAR = 12, 365
MOVES = ("new", "reactivation", "expansion", "contraction", "churn")
# What stands in every close report; the others are worked out when they are asked for.
REPORTED = ("MRR", "ARR", *(f"{move} MRR" for move in MOVES), "NRR", "GRR")
NAMES = (
    *REPORTED,
    "net new MRR",
    "gross MRR churn rate",
    "customer churn rate",
    "quick ratio",
    "average MRR of a customer",
    "customers with MRR",
)

# What each customer's contracts bring a month, in units of the currency, by customer and contract.
Brought = Mapping[str, Mapping[str, Fraction]]


def recurring_kpis(
    subscriptions: Sequence[Subscription],
    contracts: Iterable[Contract],
    currency: str,
    period: AccountingPeriod,
    first: AccountingPeriod | None = None,
) -> tuple[Kpi, ...]:
    """The figures of a period, or of those from `first` to it, of the contracts in one currency: amounts in its units, NRR and GRR
    in percent. NRR and GRR do not exist where nothing recurred at the beginning."""
    kept = {contract.number: contract for contract in contracts if contract.currency == currency}
    ours = [one for one in subscriptions if one.contract in kept]
    start = (first or period).start
    opening, closing = (brought_on(ours, kept, day) for day in (start - ONE_DAY, period.end))
    before = {one.customer for one in ours if one.start < start}
    return tuple(_figures(opening, closing, before, currency))


def recurring_of(month: Month) -> tuple[Kpi, ...]:
    """The figures of a close report: of the contracts that are the legal entity's at the month's end, as signed by then. None
    where nothing recurs and nothing has changed."""
    end = month.period.end
    ours = [one for one in month.subscribed if _seller(one, end) == month.entity]
    found = recurring_kpis(ours, month.snapshot.billing.contracts, month.currency, month.period)
    reported = tuple(kpi for kpi in found if kpi.name in REPORTED)
    return reported if any(kpi.value for kpi in reported) else ()


def _seller(one: Subscription, day: date) -> str:
    """The legal entity whose contract it is on that day; "" before its service begins."""
    begun = [party.entity for party in one.parties if party.since <= day]
    return begun[-1] if begun else ""


def brought_on(subscriptions: Iterable[Subscription], contracts: Mapping[str, Contract], day: date) -> Brought:
    """What each customer's contracts bring a month at the end of that day."""
    found: dict[str, dict[str, Fraction]] = defaultdict(dict)
    for one in subscriptions:
        lines = {line.id: line for line in one.lines}
        months = _months(contracts[one.contract].billing)
        worth = sum(
            (
                _monthly(lines[part.line], part, months)
                for part in one.segments
                if _recurs(one, lines[part.line], part, day)
            ),
            Fraction(0),
        )
        if worth:
            begun = [party.customer for party in one.parties if party.since <= day] or [one.customer]
            found[begun[-1]][one.contract] = worth
    return found


def _months(billing: Billing) -> Fraction:
    """How long a billing period is, in months: one of days by those of a year of 365."""
    return Fraction(billing.every_days * MONTHS, YEAR) if billing.every_days else Fraction(billing.every_months)


def _recurs(one: Subscription, line: OrderLine, part: ChargeSegment, day: date) -> bool:
    paused = any(gap.start <= day and (gap.end is None or day <= gap.end) and not gap.charged for gap in one.pauses)
    return line.charge.kind == "recurring" and day in part.service and day <= one.end and not paused


def _monthly(line: OrderLine, part: ChargeSegment, billing_months: Fraction) -> Fraction:
    """What the charge's terms come to for a month, before tax."""
    terms = part.terms
    quantity = Fraction(1) if line.charge.model == "flat" else Fraction(terms.quantity)
    left = (100 - Fraction(terms.discount)) / 100
    for reduction in terms.reductions:
        left *= (100 - Fraction(reduction.percent)) / 100
    return _whole(terms, quantity) * left / (terms.per_months or billing_months)


def _whole(terms: ChargeTerms, quantity: Fraction) -> Fraction:
    rate: Rate | None = terms.rate
    if isinstance(rate, Tiered):
        return sum((_in_tier(tier, units) for tier, units in _steps(rate.tiers, quantity) if units), Fraction(0))
    if isinstance(rate, Volume):
        return next(
            (_in_tier(tier, quantity) for tier in rate.tiers if tier.up_to is None or quantity <= tier.up_to),
            Fraction(0),
        )
    if isinstance(rate, Package):
        packages = max(quantity - Fraction(rate.included), Fraction(0)) / Fraction(rate.size)
        return Fraction(terms.price) * (-(-packages // 1) if rate.begun else packages // 1)
    if isinstance(rate, Overage):
        return Fraction(terms.price) * max(quantity - Fraction(rate.included), Fraction(0))
    return Fraction(terms.price) * quantity


def _steps(tiers: Iterable[Tier], quantity: Fraction) -> Iterator[tuple[Tier, Fraction]]:
    below = Fraction(0)
    for tier in tiers:
        top = quantity if tier.up_to is None else min(quantity, Fraction(tier.up_to))
        yield tier, max(top - below, Fraction(0))
        below = max(below, top)


def _in_tier(tier: Tier, units: Fraction) -> Fraction:
    counted = units if tier.package is None else -(-units // Fraction(tier.package))
    return Fraction(tier.fee) + Fraction(tier.price) * counted


def _figures(opening: Brought, closing: Brought, before: set[str], currency: str) -> Iterator[Kpi]:
    sums = {customer: (_of(opening, customer), _of(closing, customer)) for customer in (*opening, *closing)}
    mrr = sum((now for _, now in sums.values()), Fraction(0))
    parts = tuple(_parts("recurring", closing, currency))
    yield Kpi(name="MRR", value=mrr, unit=currency, parts=parts)
    yield Kpi(name="ARR", value=mrr * MONTHS, unit=currency, parts=parts)
    moves: dict[str, dict[str, Fraction]] = {move: {} for move in MOVES}
    for customer, (was, now) in sums.items():
        if was != now:
            moves[_move(was, now, customer in before)][customer] = abs(now - was)
    for move, found in moves.items():
        moved = tuple(KpiPart(customer, move, Money.of(amount, currency)) for customer, amount in found.items())
        yield Kpi(name=f"{move} MRR", value=sum(found.values(), Fraction(0)), unit=currency, parts=moved)
    there = [(was, now) for was, now in sums.values() if was]
    base = sum((was for was, _ in there), Fraction(0))
    held = (*_parts("at the beginning", opening, currency), *_parts("at the end", _those(opening, closing), currency))
    for name, kept in (("NRR", sum(now for _, now in there)), ("GRR", sum(min(pair) for pair in there))):
        yield Kpi(name=name, value=Fraction(kept) * 100 / base if base else None, unit="%", parts=held)
    yield from _ratios(list(sums.values()), moves, currency)


def _ratios(
    sums: Sequence[tuple[Fraction, Fraction]], moves: Mapping[str, Mapping[str, Fraction]], currency: str
) -> Iterator[Kpi]:
    """What is made of these: what was won less what was lost, each in parts of the other and of what was there, and by customer."""
    won, lost = (
        sum((sum(moves[name].values(), Fraction(0)) for name in names), Fraction(0)) for names in (MOVES[:3], MOVES[3:])
    )
    opening, closing = (sum((one[at] for one in sums), Fraction(0)) for at in (0, 1))
    before, after = (sum(1 for one in sums if one[at]) for at in (0, 1))
    for name, above, below, unit in (
        ("net new MRR", won - lost, 1, currency),
        ("gross MRR churn rate", lost * 100, opening, "%"),
        ("customer churn rate", Fraction(len(moves["churn"]) * 100), before, "%"),
        ("quick ratio", won, lost, "times"),
        ("average MRR of a customer", closing, after, currency),
        ("customers with MRR", Fraction(after), 1, "customers"),
    ):
        yield Kpi(name=name, value=above / below if below else None, unit=unit, parts=())


def _move(was: Fraction, now: Fraction, known: bool) -> str:
    if not was:
        return "reactivation" if known else "new"
    if not now:
        return "churn"
    return "expansion" if now > was else "contraction"


def _of(brought: Brought, customer: str) -> Fraction:
    return sum(brought.get(customer, {}).values(), Fraction(0))


def _those(opening: Brought, closing: Brought) -> Brought:
    return {customer: closing[customer] for customer in opening if customer in closing}


def _parts(counts_as: str, brought: Brought, currency: str) -> Iterator[KpiPart]:
    for by_contract in brought.values():
        for contract, amount in by_contract.items():
            yield KpiPart(contract, counts_as, Money.of(amount, currency))
