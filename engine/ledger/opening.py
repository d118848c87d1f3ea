"""The ledger opens what is taken over: receivables, contract liability and unapplied cash over migration clearing.

Handbook 4.18: no revenue, no tax, nothing billed. What is billed and recognized to date counts from then on, so that later
invoices, month ends, changes and credits post only what is beyond it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from engine.entities import entity_called
from engine.exchanging import rate_on
from engine.ledger.drafting import PAID_AHEAD, Draft, ahead
from engine.model.currency import ExchangeRate
from engine.model.cutover import Takeover

_KEPT = {"customer credit": "credited", "prepayment": "prepaid"}
_ALL = Fraction(0)
"""Nothing is left out of an opening balance by rounding."""


def opening_amounts(draft: Draft, made: Takeover) -> None:
    """What is open of each invoice, what is deferred or earned ahead of its contract, cash that settles nothing, and credit."""
    settled: dict[str, int] = {}
    for applied in made.applications:
        for part in applied.settlements:
            settled[part.invoice] = settled.get(part.invoice, 0) + part.amount.minor
    for invoice in made.invoices:
        rest = invoice.total.minor - settled.get(invoice.number, 0)
        rate = made.rate_of(invoice.number) or _of_the_day(draft, made, invoice.event_date)
        draft.add("receivable", rest, _ALL, None, rate, contract=made.contract, invoice=invoice.number)
    if made.contract:
        liability, unbilled = draft.true_up(made.contract, made.billed.minor, made.recognized.minor)
        rate = made.rate_of("")
        draft.add("liability", liability, _ALL, None, rate, contract=made.contract)
        draft.add(ahead(draft.book, "unbilled"), unbilled, _ALL, None, rate, contract=made.contract)
    for applied in made.applications:
        rate = made.rate_of(applied.payment) or _of_the_day(draft, made, applied.event_date)
        kept = _KEPT.get(applied.kept_as, "unapplied")
        draft.add(kept, applied.unapplied.minor, _ALL, None, rate, contract=applied.contract)
        if kept == "prepaid" and applied.contract:
            draft.move(PAID_AHEAD, applied.contract, applied.unapplied.minor)


def _of_the_day(draft: Draft, made: Takeover, day: date) -> Fraction | None:
    """The rate of the day on which an old system booked something; None where nobody has stated one by then."""
    into = entity_called(draft.book, made.entity).currency
    stated = any(rate.on <= day and rate.kind == "spot" for rate in _between(draft, made.currency, into))
    return rate_on(draft.book, made.currency, into, day) if stated else None


def _between(draft: Draft, currency: str, into: str) -> Iterator[ExchangeRate]:
    pair = {currency, into}
    return (rate for rate in draft.book.company.exchange_rates if {rate.currency, rate.into} == pair)
