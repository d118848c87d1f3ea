"""Late fees: what an overdue invoice costs beside itself, by the company's rules (handbook 4.6).

A late fee is an invoice of its own, revenue of the day it is charged. It bears on what is open and not in dispute; a rule
charges each invoice once, and no fee is charged on a fee. Where invoices are due in parts a fee is not: it is due like the last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

from engine.billing.agreed import due_days
from engine.billing.installments import Debt, debts, owed
from engine.billing.invoicing import invoice as invoiced
from engine.billing.maturing import in_one
from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod
from engine.model.company import LateFee
from engine.model.contracts import ChargeTerms, Contract, PlannedLine
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.payments import DisputeResolution, InvoiceDispute, PaymentApplication
from engine.receivables.collecting import LATE_FEE, PENALIZE, answered, is_awaited, is_under_way
from engine.terms.rating import paid_as_of

PRODUCT = "Late fee"


def charge_late_fees(book: Book, today: date) -> Iterator[Invoice]:
    """An invoice for each late fee that an overdue invoice has come to and was not yet charged.

    While the gateway has yet to answer a request of today the fee waits, until tomorrow if need be; while a payment of that part
    is under way, until it is known what became of it, by convention.
    """
    waits = book.company.policies.fee_under_way == "waits"
    for number in book.agenda.on(today, PENALIZE):
        if is_awaited(book, number, today):
            book.agenda.plan(today + ONE_DAY, PENALIZE, number)
            continue
        for overdue in debts(book, book.get(Invoice, number)):
            if not (waits and is_under_way(book, number, overdue.due_date)):
                yield from _fees(book, overdue, today)


def _fees(book: Book, overdue: Debt, today: date) -> Iterator[Invoice]:
    contract = in_one(paid_as_of(book, book.get(Contract, overdue.invoice.contract), today))
    for rule in _reached(book, overdue, today):
        for name, fee in _lacking(book, overdue, rule):
            yield invoiced(book, contract, LATE_FEE, [_line(name, rule, fee, today)], today)
    if (ahead := _ahead(book, overdue, today)) and (interest := _so_far(book, overdue, ahead, today)):
        yield invoiced(book, contract, LATE_FEE, [_line(_name(overdue, ahead), ahead, interest, today)], today)


def paid(book: Book, application: PaymentApplication, today: date) -> None:
    """Have late interest looked at today for what a payment has paid, where that is charged when it is paid; and letters and fees
    that waited for the payment, where it pays less than was owed."""
    for part in application.settlements:
        answered(book, part.invoice, today)
    for part in application.settlements if book.company.policies.interest_when_paid != "none" else ():
        if book.get(Invoice, part.invoice).cause != LATE_FEE:
            book.agenda.plan(today, PENALIZE, part.invoice)


def _ahead(book: Book, overdue: Debt, today: date) -> LateFee | None:
    """The rule whose day has not passed and whose interest an invoice that is paid off late bears up to now."""
    if book.company.policies.interest_when_paid == "none" or not today > overdue.due_date or owed(book, overdue):
        return None
    before = owed(book, overdue, today - ONE_DAY).exact
    ahead = [rule for rule in book.company.late_fees if rule.interest and rule.at_least <= before]
    coming = (rule for rule in ahead if _falls_due(overdue, rule) >= today)
    rule = min(coming, key=lambda rule: (rule.days_overdue, -rule.at_least), default=None)
    return rule if rule and _charged(book, overdue, _name(overdue, rule)) is None else None


def _so_far(book: Book, overdue: Debt, rule: LateFee, today: date) -> Money | None:
    """The interest of the nights before the day it is paid off; no other part of the rule's fee."""
    first, _ = _nights(book, overdue, rule)
    exact = _of_nights(book, overdue, rule, (first, today), lambda day: owed(book, overdue, day))
    return Money.of(exact, overdue.invoice.currency, book.company.policies.rounding) or None


def _lacking(book: Book, overdue: Debt, rule: LateFee) -> Iterator[tuple[str, Money]]:
    """The rule's fee, if it was not charged; if it was, that on what stays owed of each dispute that has ended since."""
    name = _name(overdue, rule)
    if (made := _charged(book, overdue, name)) is None:
        if fee := _fee(book, overdue, rule):
            yield name, fee
        return
    for ended in _ended(book, overdue):
        later = f"{name}-{ended.number}"
        since = book.get(InvoiceDispute, ended.dispute).event_date
        fits = since <= made.event_date < ended.event_date
        if fits and _charged(book, overdue, later) is None and (fee := _fee_on(book, overdue, rule, ended)):
            yield later, fee


def _ended(book: Book, overdue: Debt) -> tuple[DisputeResolution, ...]:
    """The disputes that have ended, where what stays owed of them bears fees after all: with the installment that was named,
    else with the last one, which is the first in dispute."""
    if book.company.policies.fee_after_dispute == "none":
        return ()
    last, ended = len(due_days(book, overdue.invoice)), book.about(DisputeResolution, "invoice", overdue.invoice.number)
    named = ((one, book.get(InvoiceDispute, one.dispute).installment or last) for one in ended)
    return tuple(one for one, installment in named if installment == overdue.place + 1)


def _fee_on(book: Book, overdue: Debt, rule: LateFee, ended: DisputeResolution) -> Money | None:
    """The fee on what stays owed of a dispute; the rule's fixed amount was charged before."""
    kept = book.get(InvoiceDispute, ended.dispute).amount - ended.credited
    base = min(kept, owed(book, overdue))
    exact = base.exact * Fraction(rule.percent) / 100 + _contested(book, overdue, rule, ended)
    return Money.of(exact, overdue.invoice.currency, book.company.policies.rounding) or None


def _contested(book: Book, overdue: Debt, rule: LateFee, ended: DisputeResolution) -> Fraction:
    """Interest on what stays owed of a dispute for the nights it was in dispute."""
    made = book.get(InvoiceDispute, ended.dispute)
    first, last = _nights(book, overdue, rule)
    nights = max(first, made.event_date), min(last, ended.event_date)
    return _of_nights(book, overdue, rule, nights, lambda _: made.amount - ended.credited)


def _reached(book: Book, overdue: Debt, today: date) -> list[LateFee]:
    """One rule for each day that has come: the one for the largest amount that is open, as it is on that day."""
    open_ = owed(book, overdue).exact
    rules = sorted(book.company.late_fees, key=lambda rule: (rule.at_least, rule.since))
    reached = (rule for rule in rules if rule.since <= _falls_due(overdue, rule) <= today)
    found = {rule.days_overdue: rule for rule in reached if rule.at_least <= open_}
    return sorted(found.values(), key=lambda rule: rule.days_overdue)


def _falls_due(overdue: Debt, rule: LateFee) -> date:
    return overdue.due_date + timedelta(days=rule.days_overdue)


def _name(overdue: Debt, rule: LateFee) -> str:
    return f"late-fee-{overdue.invoice.number}-{overdue.label}{rule.days_overdue}"


def _charged(book: Book, overdue: Debt, name: str) -> Invoice | None:
    made = book.about(Invoice, "contract", overdue.invoice.contract)
    return next((invoice for invoice in made for line in invoice.lines if line.line == name), None)


def _fee(book: Book, overdue: Debt, rule: LateFee) -> Money | None:
    """The fee without its tax, rounded once; None where nothing may be dunned or it comes to nothing."""
    base = owed(book, overdue)
    if not base:
        return None
    exact = base.exact * Fraction(rule.percent) / 100 + Fraction(rule.amount) + _interest(book, overdue, rule)
    exact += sum(_contested(book, overdue, rule, ended) for ended in _ended(book, overdue))
    fee = Money.of(_within(rule, exact), overdue.invoice.currency, book.company.policies.rounding)
    return fee or None


def _within(rule: LateFee, exact: Fraction) -> Fraction:
    """No less than the rule's minimum, no more than its maximum."""
    least = max(exact, Fraction(rule.minimum))
    return least if rule.maximum is None else min(least, Fraction(rule.maximum))


def _interest(book: Book, overdue: Debt, rule: LateFee) -> Fraction:
    """Interest on what was open and not in dispute in each night since the invoice was due or last bore interest."""
    return _of_nights(book, overdue, rule, _nights(book, overdue, rule), lambda day: owed(book, overdue, day))


def _nights(book: Book, overdue: Debt, rule: LateFee) -> tuple[date, date]:
    """The first night that the rule's interest is for, and the one after its last."""
    earlier = (r.days_overdue for r in book.company.late_fees if r.interest and r.days_overdue < rule.days_overdue)
    first = overdue.due_date + timedelta(days=max(earlier, default=0))
    return first, _falls_due(overdue, rule)


def _of_nights(
    book: Book, overdue: Debt, rule: LateFee, nights: tuple[date, date], open_: Callable[[date], Money]
) -> Fraction:
    """The interest of the nights from the first day to the last, on what is `open_` in each."""
    rates, (first, last) = _rates(book, rule), nights
    if not any(rate.interest for rate in rates):
        return Fraction(0)
    days = (first + timedelta(days=night) for night in range((last - first).days))
    return sum((_of_a_night(book, _rate(book, overdue, rates, day), open_(day)) for day in days), Fraction(0))


def _rates(book: Book, rule: LateFee) -> list[LateFee]:
    """The rule as it is from one day on and from another, the oldest first."""
    same = (
        one for one in book.company.late_fees if (one.days_overdue, one.at_least) == (rule.days_overdue, rule.at_least)
    )
    return sorted(same, key=lambda one: one.since)


def _rate(book: Book, overdue: Debt, rates: list[LateFee], night: date) -> Decimal:
    """The percentage a year of a night: that of the day it brings, or that of the first day overdue, by convention."""
    first_day = book.company.policies.interest_rate == "of the first day overdue"
    day = (overdue.due_date if first_day else night) + ONE_DAY
    return next((one.interest for one in reversed(rates) if one.since <= day), Decimal(0))


def _of_a_night(book: Book, a_year: Decimal, night: Money) -> Fraction:
    """What a night costs of what is open in it, at that percentage a year."""
    policies = book.company.policies
    exact = night.exact * Fraction(a_year) / 100 / int(policies.interest_year.split()[0])
    return exact if policies.interest_night == "exact" else Money.of(exact, night.currency, policies.rounding).exact


def _line(name: str, rule: LateFee, fee: Money, today: date) -> PlannedLine:
    day = ServicePeriod(today, today)
    price = Decimal(fee.exact.numerator) / Decimal(fee.exact.denominator)
    return PlannedLine(
        line=name,
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
