"""Late fees: what an overdue invoice costs beside itself, by the company's rules (handbook 4.6).

A late fee is an invoice of its own, revenue of the day it is charged. It bears on what is open and not in dispute; a rule
charges each invoice once, and no fee is charged on a fee.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from engine.book import Book
from engine.collecting import LATE_FEE, PENALIZE, is_awaited
from engine.invoicing import invoice as invoiced
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.company import LateFee
from engine.model.contracts import ChargeTerms, Contract, PlannedLine
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.receivables import collectible

PRODUCT = "Late fee"


def charge_late_fees(book: Book, today: date) -> Iterator[Invoice]:
    """An invoice for each late fee that an overdue invoice has come to and was not yet charged.

    While the gateway has yet to answer a request of today the fee waits, until tomorrow if need be.
    """
    for number in book.agenda.on(today, PENALIZE):
        overdue = book.get(Invoice, number)
        if is_awaited(book, number, today):
            book.agenda.plan(today + ONE_DAY, PENALIZE, number)
            continue
        contract = book.get(Contract, overdue.contract)
        for rule in _reached(book, overdue, today):
            if not _charged(book, overdue, rule) and (fee := _fee(book, overdue, rule, today)):
                yield invoiced(book, contract, LATE_FEE, [_line(overdue, rule, fee, today)], today)


def _reached(book: Book, overdue: Invoice, today: date) -> list[LateFee]:
    rules = book.company.late_fees
    return [rule for rule in rules if overdue.due_date + timedelta(days=rule.days_overdue) <= today]


def _name(overdue: Invoice, rule: LateFee) -> str:
    return f"late-fee-{overdue.number}-{rule.days_overdue}"


def _charged(book: Book, overdue: Invoice, rule: LateFee) -> bool:
    made = book.about(Invoice, "contract", overdue.contract)
    return any(line.line == _name(overdue, rule) for invoice in made for line in invoice.lines)


def _fee(book: Book, overdue: Invoice, rule: LateFee, today: date) -> Money | None:
    """The fee without its tax, rounded once; None where nothing may be dunned or it comes to nothing."""
    base = collectible(book, overdue)
    if not base:
        return None
    exact = base.exact * Fraction(rule.percent) / 100 + Fraction(rule.amount) + _interest(book, overdue, rule, today)
    fee = Money.of(exact, overdue.currency, book.company.policies.rounding)
    return fee or None


def _interest(book: Book, overdue: Invoice, rule: LateFee, today: date) -> Fraction:
    """Interest on what was open and not in dispute in each night since the invoice was due or last bore interest."""
    if not rule.interest:
        return Fraction(0)
    earlier = (r.days_overdue for r in book.company.late_fees if r.interest and r.days_overdue < rule.days_overdue)
    first = overdue.due_date + timedelta(days=max(earlier, default=0))
    last = overdue.due_date + timedelta(days=rule.days_overdue)
    nights = (first + timedelta(days=night) for night in range((last - first).days))
    balances = sum((collectible(book, overdue, night).exact for night in nights), Fraction(0))
    year = int(book.company.policies.interest_year.split()[0])
    return balances * Fraction(rule.interest) / 100 / year


def _line(overdue: Invoice, rule: LateFee, fee: Money, today: date) -> PlannedLine:
    day = ServicePeriod(today, today)
    price = Decimal(fee.exact.numerator) / Decimal(fee.exact.denominator)
    return PlannedLine(
        line=_name(overdue, rule),
        product=PRODUCT,
        charge=PRODUCT,
        tax_code=rule.tax_code,
        service=day,
        billing_period=day,
        bill_date=today,
        terms=ChargeTerms(quantity=1, price=price, per_months=0),
        other=None,
        net=fee,
        agreed=fee.exact,
        forgone=Money.zero(fee.currency),
    )
