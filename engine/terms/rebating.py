"""What volume rebates come to: their periods, what was bought in each, and what of the price then goes back.

A rebate that the customer can earn is variable consideration from the first unit on, not from the threshold on (ASC
606-10-55-216 to 220, IFRS 15.IE124 to IE126).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.model.cadence import Billing
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.contracts import ChargeTerms, Contract, Subscription
from engine.model.invoices import CreditMemo, CreditMemoLine, DocumentLine, Invoice, InvoiceLine
from engine.model.orders import OrderLine, Terms
from engine.model.rebates import Rebate, RebateTier
from engine.refusals import Refused
from engine.terms.periods import billing_periods
from engine.terms.pricing import amount
from engine.terms.timelines import ordered_terms

LATE_FEE = "late fee"
_NOTHING = Fraction(0)


def check_rebates(terms: Terms, lines: Sequence[OrderLine]) -> None:
    """Refused for a rebate on what is not sold, in another currency, of more than the price, or with thresholds that do
    not rise."""
    for rebate in terms.rebates:
        if rebate.product and rebate.product not in {line.product for line in lines}:
            raise Refused("not-sold", f"a rebate on {rebate.product!r} cannot be agreed: it is not part of the quote")
        thresholds = [(tier.threshold, tier.beyond) for tier in rebate.tiers]
        if thresholds != sorted(set(thresholds)):
            raise Refused("thresholds-do-not-rise", f"the thresholds of {_on(rebate)} do not rise from row to row")
        for tier in rebate.tiers:
            if not 0 <= tier.percent <= 100:
                raise Refused("more-than-the-price", f"{_on(rebate)} of {tier.percent}% is no part of the price")
            for money in (tier.each, tier.lump):
                if money and money.currency != terms.currency:
                    raise Refused("other-currency", f"{_on(rebate)} of {money} is not in {terms.currency}")


def usual_rebates(book: Book, customer: str, currency: str, lines: Sequence[OrderLine]) -> tuple[Rebate, ...]:
    """The rebates that a contract has without being asked for: the company's, on what it holds and in its currency."""
    held = {None, *(line.product for line in lines)}
    return tuple(
        agreed.rebate
        for agreed in book.company.rebates
        if agreed.customer in (None, customer)
        and agreed.rebate.product in held
        and all(money.currency == currency for tier in agreed.rebate.tiers for money in (tier.each, tier.lump) if money)
    )


def _on(rebate: Rebate) -> str:
    return f"a rebate on {rebate.product!r}" if rebate.product else "a rebate on everything"


def rebate_periods(contract: Contract, state: Subscription, rebate: Rebate) -> Iterator[ServicePeriod]:
    """The periods of a rebate within the contract's days of service."""
    last = max(state.end, contract.start)
    if not rebate.every_months:
        yield ServicePeriod(contract.start, last)
        return
    how = Billing(every_months=rebate.every_months, anchor="calendar" if rebate.calendar else "anniversary")
    for period in billing_periods(contract, last, billing=how):
        yield period.service


def bought(
    book: Book, contract: Contract, rebate: Rebate, period: ServicePeriod, as_of: date
) -> tuple[Fraction, Fraction]:
    """What was billed of a rebate's products for days of a period, less credits: units, and the amount without tax.

    Of what recurs, a unit counts for its days of a billing period; of anything else it counts where it was used or given.
    """
    units = net = _NOTHING
    lines = {line.id: line for line in contract.lines}
    for sign, line in _billed(book, contract, as_of):
        if rebate.product in (None, line.product) and (days := line.service.overlap(period)):
            share = Fraction(days.days, line.service.days)
            net += sign * share * line.net.exact
            units += sign * _units(line) * (_of_period(line, days) if _recurs(lines, line) else share)
    return units, net


def together(book: Book, contract: Contract, rebate: Rebate) -> list[Contract]:
    """The contracts whose purchases count towards a rebate."""
    if not rebate.across:
        return [contract]
    held = book.about(Contract, "customer", contract.customer)
    return [other for other in held if other.currency == contract.currency]


def _whole(rebate: Rebate, period: ServicePeriod) -> ServicePeriod:
    """Where other contracts count, all of a period of the calendar, not only the days on which this one ran."""
    if not (rebate.across and rebate.calendar):
        return period
    months = rebate.every_months
    first = date(period.start.year, (period.start.month - 1) // months * months + 1, 1)
    return ServicePeriod(first, add_months(first, months) - ONE_DAY)


def counted(
    book: Book, contract: Contract, rebate: Rebate, period: ServicePeriod, as_of: date
) -> tuple[Fraction, Fraction, Fraction]:
    """The volume of a period that counts; what that earns of the contract's own price, its share by price; and that price."""
    whole = _whole(rebate, period)
    bought_by = [bought(book, other, rebate, whole, as_of) for other in together(book, contract, rebate)]
    units, net = (sum(found, _NOTHING) for found in zip(*bought_by, strict=True))
    own = bought(book, contract, rebate, period, as_of)[1]
    back = earned(rebate, units, net) * own / net if net > 0 else _NOTHING
    return units if rebate.counted == "units" else net, back, own


def _billed(book: Book, contract: Contract, as_of: date) -> Iterator[tuple[int, InvoiceLine | CreditMemoLine]]:
    for invoice in book.about(Invoice, "contract", contract.number):
        if invoice.cause != LATE_FEE and invoice.posting_date <= as_of:
            yield from ((1, line) for line in invoice.lines)
    for memo in book.about(CreditMemo, "contract", contract.number):
        if memo.reason != "rebate" and memo.posting_date <= as_of:
            yield from ((-1, line) for line in memo.lines)


def _units(line: InvoiceLine | CreditMemoLine) -> Fraction:
    if isinstance(line, InvoiceLine):
        return Fraction(line.quantity) - _quantity(line.replaces)
    return _NOTHING if line.concession else Fraction(line.quantity) - _quantity(line.becomes)


def _quantity(terms: ChargeTerms | None) -> Fraction:
    return Fraction(terms.quantity) if terms else _NOTHING


def _recurs(lines: dict[str, OrderLine], line: DocumentLine) -> bool:
    """A line that joined the contract later recurs, if it does, as its days within a longer billing period show."""
    known = lines.get(line.line)
    return known.charge.kind == "recurring" if known else line.billing_period.days > 1 and bool(line.per_months)


def _of_period(line: DocumentLine, days: ServicePeriod) -> Fraction:
    return Fraction(days.days, line.billing_period.days)


def reached(rebate: Rebate, volume: Fraction) -> list[RebateTier]:
    """The thresholds that a volume reaches."""
    return [tier for tier in rebate.tiers if volume > tier.threshold or (volume == tier.threshold and not tier.beyond)]


def earned(rebate: Rebate, units: Fraction, net: Fraction) -> Fraction:
    """What goes back for so many units that cost so much, exactly; never more than they cost."""
    volume = units if rebate.counted == "units" else net
    tiers = reached(rebate, volume)
    if not tiers or volume <= 0:
        return _NOTHING
    if rebate.of == "all":
        found = _of_band(tiers[-1], Fraction(1), units, net)
    else:
        tops = [Fraction(tier.threshold) for tier in tiers[1:]] + [volume]
        bands = ((tier, (top - Fraction(tier.threshold)) / volume) for tier, top in zip(tiers, tops, strict=True))
        found = sum((_of_band(tier, share, units, net) for tier, share in bands), _NOTHING)
    return min(found, net)


def _of_band(tier: RebateTier, share: Fraction, units: Fraction, net: Fraction) -> Fraction:
    """What a threshold gives back for a share of all units and their price."""
    each = units * share * tier.each.exact if tier.each else _NOTHING
    lump = tier.lump.exact if tier.lump else _NOTHING
    return net * share * Fraction(tier.percent) / 100 + each + lump


def expected_share(contract: Contract, rebate: Rebate, expected: Decimal) -> Fraction:
    """What part of the price goes back if the customer reaches what is expected."""
    volume = Fraction(expected)
    worth = volume if rebate.counted == "amount" else _price(contract, rebate, expected)
    units = volume if rebate.counted == "units" else _NOTHING
    return earned(rebate, units, worth) / worth if worth > 0 else _NOTHING


def _price(contract: Contract, rebate: Rebate, units: Decimal) -> Fraction:
    """What so many units cost, at the price of the first line that the rebate is on."""
    line = next((line for line in contract.lines if rebate.product in (None, line.product)), None)
    if line is None:
        return _NOTHING
    return amount(replace(ordered_terms(line), quantity=units), flat=line.charge.model == "flat")
