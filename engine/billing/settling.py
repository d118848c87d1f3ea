"""Rebates when their period is over: a credit memo for what was earned, and a settlement that says how it came about.

What a period earns less what was credited of it: so late usage, billed after the settlement, brings the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain

from engine.billing.crediting import given_back, left_of_line
from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.contracts import Contract
from engine.model.document import Document, dated
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money, total
from engine.model.rebates import Rebate, RebateBalance, RebateSettlement
from engine.terms.belonging import as_of
from engine.terms.periods import billing_of, billing_periods, ended
from engine.terms.rating import billed_now, subscription
from engine.terms.rebating import LATE_FEE, counted, reached, rebate_periods, together

TASK = "settle rebates"
CAUSE = "volume rebate"


def plan_rebates(book: Book, number: str | None, today: date) -> None:
    """Note on the agenda the days on which the contract's rebates are settled; those of days gone by today."""
    contract = book.find(Contract, number or "")
    if contract is None:
        return
    across = (other for other in book.about(Contract, "counts_with", contract.customer) if other != contract)
    for other in (contract, *across):
        counting = [rebate for rebate in other.rebates if other == contract or rebate.across]
        for rebate in counting:
            for period in rebate_periods(other, subscription(book, other), rebate):
                book.agenda.plan(max(_settles(book, other, rebate, period), today), TASK, other.number)


def settle_rebates(book: Book, today: date) -> Iterator[Document]:
    """A credit memo and a settlement for each rebate period that is over and billed, and not settled as it stands now."""
    for number in book.agenda.on(today, TASK):
        contract = as_of(book, book.get(Contract, number), today)
        state = subscription(book, contract)
        for place, rebate in enumerate(contract.rebates, 1):
            for period in rebate_periods(contract, state, rebate):
                if _settles(book, contract, rebate, period) <= today:
                    yield from _settled(book, contract, place, period, today)


def rebates(book: Book, contract: Contract, as_of: date) -> Iterator[RebateBalance]:
    """How each rebate period that has begun stands at the end of that day."""
    state = subscription(book, contract)
    for place, rebate in enumerate(contract.rebates, 1):
        for period in rebate_periods(contract, state, rebate):
            if period.start <= as_of:
                volume, back, _ = counted(book, contract, rebate, period, as_of)
                tiers = reached(rebate, volume)
                yield RebateBalance(
                    customer=contract.customer,
                    contract=contract.number,
                    product=rebate.product,
                    period=period,
                    settles=_settles(book, contract, rebate, period),
                    volume=_plain(volume),
                    reached=tiers[-1].threshold if tiers else None,
                    earned=_earned(book, contract, back),
                    credited=_credited(book, contract, place, period, as_of),
                )


def _settles(book: Book, contract: Contract, rebate: Rebate, period: ServicePeriod) -> date:
    """The day after a period's last, or that on which the last of it is billed."""
    billed = (_billed(book, other, rebate, period) for other in together(book, contract, rebate))
    return max([period.end + ONE_DAY, *chain.from_iterable(billed)])


def _billed(book: Book, contract: Contract, rebate: Rebate, period: ServicePeriod) -> Iterator[date]:
    """The days on which what counts of a contract is billed."""
    state, contract = subscription(book, contract), billed_now(book, contract)
    for line in state.lines if contract.start <= period.end else ():
        if rebate.product in (None, line.product) and line.charge.kind != "one-time":
            billing = billing_of(contract, line.charge)
            held = billing_periods(contract, period.end, period.start, billing, state.restarts)
            yield from (ended(contract, found, state.billed_end, billing).bill_date for found in held)


def _earned(book: Book, contract: Contract, back: Fraction) -> Money:
    return Money.of(back, contract.currency, book.company.policies.rounding)


def _credited(book: Book, contract: Contract, place: int, period: ServicePeriod, as_of: date) -> Money:
    """What was credited of a rebate for a period; one that ended early was the same, from its first day."""
    own = _settlements(book, contract, place, period, as_of)
    return total((known.credited for known in own), contract.currency)


def _settlements(
    book: Book, contract: Contract, place: int, period: ServicePeriod, as_of: date
) -> list[RebateSettlement]:
    return [
        known
        for known in book.about(RebateSettlement, "contract", contract.number)
        if (known.rebate, known.period.start) == (place, period.start) and known.posting_date <= as_of
    ]


def _settled(book: Book, contract: Contract, place: int, period: ServicePeriod, today: date) -> Iterator[Document]:
    rebate = contract.rebates[place - 1]
    volume, back, _ = counted(book, contract, rebate, period, today)
    whole = _earned(book, contract, back)
    lacking = whole - _credited(book, contract, place, period, today)
    number = f"RB-{contract.number}-{place}-{period.start}"
    before = len(_settlements(book, contract, place, period, today))
    if before and lacking.minor <= 0:
        return
    memo = _memo(book, contract, rebate, period, lacking, today)
    yield from [memo] if memo else ()
    yield RebateSettlement(
        number=f"{number}-{before + 1}" if before else number,
        **dated(today, effective=period.end),
        entity=contract.entity,
        customer=contract.customer,
        contract=contract.number,
        rebate=place,
        period=period,
        volume=_plain(volume),
        earned=whole,
        credited=memo.net if memo else Money.zero(contract.currency),
        memo=memo.number if memo else None,
    )


def _memo(
    book: Book, contract: Contract, rebate: Rebate, period: ServicePeriod, lacking: Money, today: date
) -> CreditMemo | None:
    """What is lacking, off the lines that bill the period, by what is left of each; never more than that."""
    places = [
        (invoice, line, left_of_line(book, invoice, line))
        for invoice in book.about(Invoice, "contract", contract.number)
        for line in (invoice.lines if invoice.cause != LATE_FEE else ())
        if rebate.product in (None, line.product) and line.service.overlap(period)
    ]
    weights = [left.minor for _, _, left in places]
    amount = min(lacking, Money(sum(weights), contract.currency))
    if amount.minor <= 0:
        return None
    parts = [(i, line, part) for (i, line, _), part in zip(places, amount.allocate(weights), strict=True) if part]
    return given_back(book, contract.number, "rebate", CAUSE, parts, today)


def _plain(volume: Fraction) -> Decimal:
    """A volume as it is shown: exact to six decimals."""
    return (Decimal(volume.numerator) / Decimal(volume.denominator)).quantize(Decimal("1.000000")).normalize()
