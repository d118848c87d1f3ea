"""Money coming in and going out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.model.bearing import of
from engine.model.cash import CashExchange
from engine.model.money import Money, total
from engine.model.payments import Payment, PaymentApplication
from reports.systems.naming import document_name
from steps.language.failures import StoryError
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import invoice_named
from steps.stage.world import World

BEARS = of("cash not applied")

PAYMENTS = Table(
    "payments",
    Column("date", "date", key=True),
    Column("amount", "amount", required=True, key=True),
    Column("method"),
    Column("applied to"),
    Column("unapplied", "amount"),
)
REFUNDS = Table(
    "refunds", Column("date", "date", key=True), Column("amount", "amount", required=True, key=True), Column("reason")
)
PAYOUTS = Table(
    "payouts",
    Column("date", "date", required=True, key=True),
    Column("gross", "amount"),
    Column("fee", "amount"),
    Column("net", "amount"),
)


@when("{customer} transfers {money} on {date}")
def transfers(world: World, customer: str, amount: Money, day: date) -> None:
    """A bank transfer arrives that names no invoice; it is applied by the company's convention."""
    world.on(day)
    world.attempt(lambda: world.payments.receive(customer, amount, None, ""))


@when("{customer} transfers {money} on {date} for {invoice}")
def transfers_for(world: World, customer: str, amount: Money, day: date, invoice: str) -> None:
    """A bank transfer arrives that names an invoice, one that was written off included."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.payments.receive(customer, amount, number, ""))


@when("the unapplied cash of {customer} is applied to {invoice} on {date}")
def is_applied(world: World, customer: str, invoice: str, day: date) -> None:
    """Cash that stood unapplied of the oldest payment pays an invoice, as far as it goes."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    payment = oldest_unapplied(world, customer)
    world.attempt(lambda: world.billing.apply(payment, number, None))


@when("{money} of the unapplied cash of {customer} is applied to {invoice} on {date}")
def part_is_applied(world: World, amount: Money, customer: str, invoice: str, day: date) -> None:
    """That much of the cash that stood unapplied of the oldest payment pays an invoice."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    payment = oldest_unapplied(world, customer)
    world.attempt(lambda: world.billing.apply(payment, number, amount))


@when("the credit of {customer} is used for {invoice} on {date}")
def credit_is_used(world: World, customer: str, invoice: str, day: date) -> None:
    """The customer's credit pays an invoice, as far as it goes."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.use_credit(customer, number, None))


@when("{money} of the credit of {customer} is used for {invoice} on {date}")
def part_of_credit_is_used(world: World, amount: Money, customer: str, invoice: str, day: date) -> None:
    """That much of the customer's credit pays an invoice."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.use_credit(customer, number, amount))


@when("finance refunds {customer} {money} of credit on {date}")
def refunds_credit(world: World, customer: str, amount: Money, day: date) -> None:
    """A refund of the customer's credit is approved, and the gateway pays it."""
    world.on(day)
    world.attempt(lambda: world.billing.refund(customer, amount, "customer credit", "refund of credit"))


@when("finance refunds {customer} {money} of unapplied cash on {date}")
def refunds_cash(world: World, customer: str, amount: Money, day: date) -> None:
    """A refund of cash that paid nothing is approved, and the gateway pays it."""
    world.on(day)
    world.attempt(lambda: world.billing.refund(customer, amount, "unapplied cash", "overpayment"))


@when("the gateway pays out on {date}")
def pays_out(world: World, day: date) -> None:
    """The gateway sends what it holds to the bank, less its fees."""
    world.on(day)
    world.attempt(lambda: world.payments.pay_out(None))


@then("{customer} has paid:", table=PAYMENTS)
def has_paid(world: World, customer: str, table: Rows) -> None:
    """Every payment billing knows of the customer, what it was first applied to, and what of it was not. What paid invoices in
    another currency on the day it came was applied to those."""
    found_out = {i.payment: i.customer for i in world.billing.identifications()}
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "date": payment.event_date,
            "amount": payment.amount,
            "method": payment.method,
            "applied to": _applied_to(first, across, names),
            "unapplied": _left(payment, first, across, payment.number in found_out),
        }
        for payment in world.billing.payments()
        if found_out.get(payment.number, payment.customer) == customer
        for first in [_first(world, payment, payment.number in found_out)]
        for across in [_across(world, payment)]
    ]
    world.check(table, found, f"payments of {customer}")


def _first(world: World, payment: Payment, found_out: bool) -> PaymentApplication | None:
    """What was made of a payment when it came; of one whose payer was found out later, when that was."""
    made = (a for a in world.billing.applications() if a.payment == payment.number and a.from_unapplied == found_out)
    return next((a for a in made if a.currency == payment.amount.currency), None)


def _across(world: World, payment: Payment) -> dict[str, Money]:
    """By invoice in another currency, how much of the payment was exchanged for it on the day it came."""
    made = [
        x for x in world.billing.cash_exchanges() if (x.payment, x.event_date) == (payment.number, payment.event_date)
    ]
    return {x.invoice: x.amount for x in made if x.side == "given" and not x.back}


def _applied_to(first: PaymentApplication | None, across: Mapping[str, Money], names: Mapping[str, str]) -> str | None:
    invoices = [part.invoice for part in first.settlements] if first else []
    return ", ".join(names[invoice] for invoice in [*invoices, *across]) or (None if first else "recovery")


def _left(payment: Payment, first: PaymentApplication | None, across: Mapping[str, Money], found_out: bool) -> Money:
    """What of a payment paid nothing at first; of one whose payer was found out later, when that was."""
    nothing = Money.zero(payment.amount.currency)
    used = total(across.values(), nothing.currency)
    if first is None:
        return payment.amount - used if found_out else nothing
    return (payment.amount - first.amount if found_out else first.unapplied) - used


@then("{customer} has paid nothing")
def has_paid_nothing(world: World, customer: str) -> None:
    """The gateway received no money from the customer."""
    paid = [str(payment.amount) for payment in world.payments.payments() if payment.customer == customer]
    world.check_value(f"payments of {customer}", "none", ", ".join(paid) or "none")


@then("{customer} was refunded:", table=REFUNDS)
def was_refunded(world: World, customer: str, table: Rows) -> None:
    """Every refund the gateway has paid to the customer."""
    reasons = {refund.number: refund.reason for refund in world.billing.refunds()}
    found = [
        {"date": paid.event_date, "amount": paid.amount, "reason": reasons.get(paid.refund)}
        for paid in world.payments.refunds()
        if (paid.payee or paid.customer) == customer
    ]
    world.check(table, found, f"refunds to {customer}")


@then("{customer} was refunded nothing")
def was_refunded_nothing(world: World, customer: str) -> None:
    """The gateway paid nothing back to the customer."""
    paid = [str(refund.amount) for refund in world.payments.refunds() if (refund.payee or refund.customer) == customer]
    world.check_value(f"refunds to {customer}", "none", ", ".join(paid) or "none")


@then("the gateway has paid out:", table=PAYOUTS)
def has_paid_out(world: World, table: Rows) -> None:
    """Every payout to the bank."""
    found = [{"date": p.event_date, "gross": p.gross, "fee": p.fee, "net": p.net} for p in world.payments.payouts()]
    world.check(table, found, "payouts of the gateway")


@then("the gateway has paid out nothing")
def has_paid_out_nothing(world: World) -> None:
    """Nothing went from the gateway to the bank."""
    sent = [str(payout.net) for payout in world.payments.payouts()]
    world.check_value("payouts of the gateway", "none", ", ".join(sent) or "none")


@then("{customer} has a credit of {money}")
def has_credit(world: World, customer: str, expected: Money) -> None:
    """What credit memos gave the customer above what was open, and was not used or refunded."""
    currency = expected.currency
    held = [m.held for m in world.billing.credit_memos() if (m.customer, m.currency) == (customer, currency)]
    held += [a.unapplied for a in world.billing.applications() if _kept(a, customer, currency) == "customer credit"]
    used = [u.amount for u in world.billing.credit_uses() if (u.customer, u.currency) == (customer, currency)]
    back = _refunded(world, customer, "customer credit", currency)
    found = total(held, currency) - total(used, currency) - back
    world.check_value(f"credit of {customer}", expected, found)


@then("{customer} has unapplied cash of {money}")
def has_unapplied(world: World, customer: str, expected: Money) -> None:
    """Cash of the customer that pays no invoice and was not refunded."""
    currency = expected.currency
    applications = [a for a in world.billing.applications() if _kept(a, customer, currency) == "unapplied cash"]
    found_out = [i.amount for i in world.billing.identifications() if i.customer == customer]
    found_out += [f.amount for f in world.billing.prepayment_releases() if f.customer == customer]
    came = total((a.unapplied for a in applications if not a.from_unapplied), currency)
    came += total((amount for amount in found_out if amount.currency == currency), currency)
    used = total((a.amount for a in applications if a.from_unapplied), currency)
    swapped = (_signed(x) for x in world.billing.cash_exchanges() if x.customer == customer)
    came += total((amount for amount in swapped if amount.currency == currency), currency)
    undone = [r for r in world.billing.reversals() if (r.customer, r.currency) == (customer, currency)]
    kept = total((r.amount for r in undone if r.to == "unapplied cash"), currency)
    gone = total((r.unapplied for r in undone if r.to != "unapplied cash"), currency)
    found = came - used + kept - gone - _refunded(world, customer, "unapplied cash", currency)
    world.check_value(f"unapplied cash of {customer}", expected, found)


def _kept(application: PaymentApplication, customer: str, currency: str) -> str | None:
    """What the unapplied cash of an application counts as, if it is that customer's in that currency."""
    mine = (application.customer, application.currency) == (customer, currency)
    return application.kept_as if mine else None


def _refunded(world: World, customer: str, source: str, currency: str) -> Money:
    made = [r for r in world.billing.refunds() if (r.customer, r.source) == (customer, source)]
    return total((refund.amount for refund in made if refund.amount.currency == currency), currency)


def _signed(exchange: CashExchange) -> Money:
    return exchange.amount if exchange.side == "taken" else -exchange.amount


def oldest_unapplied(world: World, customer: str) -> str:
    """The payment whose cash has stood unapplied for longest, or the last one if none has; refunds take the oldest first.
    StoryError if the customer never paid anything."""
    left = {i.payment: i.amount for i in world.billing.identifications() if i.customer == customer}
    left |= {f.payment: f.amount for f in world.billing.prepayment_releases() if f.customer == customer}
    for application in world.billing.applications():
        paid_in = left.get(application.payment, application.amount).currency
        mine = application.customer == customer and application.currency == paid_in
        if mine and application.kept_as == "unapplied cash":
            before = left.get(application.payment, Money.zero(application.currency))
            change = -application.amount if application.from_unapplied else application.unapplied
            left[application.payment] = before + change
    for swapped in world.billing.cash_exchanges():
        if swapped.customer == customer and swapped.amount.currency == left[swapped.payment].currency:
            left[swapped.payment] += _signed(swapped)
    for undone in world.billing.reversals():
        paid_in = left.get(undone.payment, undone.amount).currency
        if undone.customer == customer and undone.currency == paid_in:
            kept = undone.amount if undone.to == "unapplied cash" else -undone.unapplied
            left[undone.payment] = left.get(undone.payment, Money.zero(undone.currency)) + kept
    if not left:
        raise StoryError(f"{customer} has paid nothing")
    refunded = {c.currency: _refunded(world, customer, "unapplied cash", c.currency) for c in left.values()}
    for payment, cash in left.items():
        if cash > refunded[cash.currency]:
            return payment
        refunded[cash.currency] -= cash
    return [*left][-1]
