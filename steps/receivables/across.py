"""Money in another currency than the invoice's: what was agreed that it settles, and the rate at which a bank exchanged it."""

from __future__ import annotations

from datetime import date

from engine.model.cash import RemittanceLine
from engine.model.currency import ExchangeRate
from engine.model.money import Money
from steps.language.phrases import when
from steps.receivables.payments import oldest_unapplied
from steps.stage.names import invoice_named
from steps.stage.world import World


@when("{customer} transfers {money} on {date} for {invoice} at {exchange rate}")
def transfers_at(world: World, customer: str, amount: Money, day: date, invoice: str, rate: ExchangeRate) -> None:
    """A bank transfer for an invoice in another currency, at the rate at which the payer's bank exchanged it."""
    world.on(day)
    line = RemittanceLine(invoice=invoice_named(world.stack, customer, invoice).number, rate=rate)
    world.attempt(lambda: world.payments.receive(customer, amount, None, "", (line,)))


@when("the unapplied cash of {customer} is applied to {invoice} on {date} at {exchange rate}")
def is_applied_at(world: World, customer: str, invoice: str, day: date, rate: ExchangeRate) -> None:
    """Cash that stood unapplied of the oldest payment pays an invoice in another currency at that rate, as far as it goes."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    payment = oldest_unapplied(world, customer)
    world.attempt(lambda: world.billing.apply(payment, number, None, None, rate))


@when("{money} of the unapplied cash of {customer} settles {money} of {invoice} on {date}")
def settles_as_agreed(world: World, given: Money, customer: str, settled: Money, invoice: str, day: date) -> None:
    """That much of the oldest payment's unapplied cash settles so much of an invoice in another currency, as is agreed."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    payment = oldest_unapplied(world, customer)
    world.attempt(lambda: world.billing.apply(payment, number, given, settled))
