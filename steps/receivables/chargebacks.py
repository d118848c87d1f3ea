"""Chargebacks: the card holder's bank takes a payment back, and the card network decides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.model.money import Money
from engine.model.reversals import Chargeback, ChargebackOutcome
from reports.systems.naming import document_name
from steps.language.failures import StoryError
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import invoice_named
from steps.stage.world import World

CHARGEBACKS = Table(
    "chargebacks",
    Column("date", "date"),
    Column("invoice", required=True, key=True),
    Column("amount", "amount"),
    Column("fee", "amount"),
    Column("reason"),
    Column("outcome"),
    Column("won", "amount"),
    Column("lost", "amount"),
)


@given("the gateway charges {money} for a chargeback")
def charges_for_a_chargeback(world: World, fee: Money) -> None:
    """The fee that the gateway keeps for each chargeback, won or lost; of a payment in another currency, at the rate of the
    day."""
    world.change_company(payouts=replace(world.company.payouts, chargeback_fee=fee))


@given("the card network charges {money} for a lost arbitration")
def charges_for_arbitration(world: World, fee: Money) -> None:
    """The fee that the network takes of a company that does not win back all that an arbitration is about; of a payment in
    another currency, at the rate of the day."""
    world.change_company(payouts=replace(world.company.payouts, arbitration_fee=fee))


@when("the arbitration of the chargeback of {customer} is won on {date}")
def arbitration_is_won(world: World, customer: str, day: date) -> None:
    """The card network decides once more: all that was lost comes back after all."""
    world.on(day)
    end = _lost(world, customer)
    world.attempt(lambda: world.payments.arbitrate(end.chargeback, end.lost))


@when("the arbitration of the chargeback of {customer} ends on {date} with {money} won back")
def arbitration_ends(world: World, customer: str, day: date, won: Money) -> None:
    """The card network decides once more: that much of what was lost comes back, or nothing."""
    world.on(day)
    end = _lost(world, customer)
    world.attempt(lambda: world.payments.arbitrate(end.chargeback, won))


@when("{customer} charges back {invoice} on {date} because {string}")
def charges_back(world: World, customer: str, invoice: str, day: date, reason: str) -> None:
    """The card holder's bank takes back all of the card payment that paid an invoice."""
    world.on(day)
    payment = card_payment(world, customer, invoice)
    world.attempt(lambda: world.payments.charge_back(payment, None, reason))


@when("{customer} charges back {money} of {invoice} on {date} because {string}")
def charges_back_part(world: World, customer: str, amount: Money, invoice: str, day: date, reason: str) -> None:
    """The card holder's bank takes back part of the card payment that paid an invoice."""
    world.on(day)
    payment = card_payment(world, customer, invoice)
    world.attempt(lambda: world.payments.charge_back(payment, amount, reason))


@when("the chargeback of {customer} is won on {date}")
def is_won(world: World, customer: str, day: date) -> None:
    """The card network gives the whole amount back to the company; the fee is kept."""
    _decide(world, customer, day, None, fee_returned=False)


@when("the chargeback of {customer} is won on {date} and its fee comes back")
def is_won_with_fee(world: World, customer: str, day: date) -> None:
    """The card network gives the whole amount back to the company, and the fee too."""
    _decide(world, customer, day, None, fee_returned=True)


@when("the chargeback of {customer} is lost on {date}")
def is_lost(world: World, customer: str, day: date) -> None:
    """The card holder keeps the whole amount. What the customer owes then, the company's convention says."""
    _decide(world, customer, day, Money.zero(world.currency), fee_returned=False)


@when("the chargeback of {customer} ends on {date} with {money} won back")
def is_partly_won(world: World, customer: str, day: date, won: Money) -> None:
    """The card network gives part of the amount back; the rest is lost."""
    _decide(world, customer, day, won, fee_returned=False)


@then("the chargebacks of {customer} are:", table=CHARGEBACKS)
def chargebacks_are(world: World, customer: str, table: Rows) -> None:
    """Every chargeback of the customer and how it ended; an open one has no outcome."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    ended = {end.chargeback: end for end in world.payments.chargeback_outcomes()}
    found = [
        {
            "date": made.event_date,
            "invoice": names.get(made.invoice or ""),
            "amount": made.amount,
            "fee": made.fee,
            "reason": made.reason,
            "outcome": end.outcome if (end := ended.get(made.number)) else None,
            "won": end.won if end else None,
            "lost": end.lost if end else None,
        }
        for made in world.payments.chargebacks()
        if made.customer == customer
    ]
    world.check(table, found, f"chargebacks of {customer}")


def card_payment(world: World, customer: str, invoice: str) -> str:
    """The newest payment through the gateway that paid the invoice; StoryError if there is none."""
    number = invoice_named(world.stack, customer, invoice).number
    paid = [p for p in world.payments.payments() if p.invoice == number and p.method != "bank transfer"]
    if not paid:
        raise StoryError(f"no payment through the gateway paid {invoice} of {customer}")
    return paid[-1].number


def _decide(world: World, customer: str, day: date, won: Money | None, *, fee_returned: bool) -> None:
    world.on(day)
    made = _undecided(world, customer)
    back = made.amount if won is None else won
    world.attempt(lambda: world.payments.decide(made.number, back, fee_returned))


def _undecided(world: World, customer: str) -> Chargeback:
    """The customer's oldest chargeback that is not decided, else the last one. StoryError if there is none."""
    ended = {end.chargeback for end in world.payments.chargeback_outcomes()}
    theirs = [made for made in world.payments.chargebacks() if made.customer == customer]
    if not theirs:
        raise StoryError(f"{customer} has no chargeback")
    return next((made for made in theirs if made.number not in ended), theirs[-1])


def _lost(world: World, customer: str) -> ChargebackOutcome:
    """The first decision about the customer's newest decided chargeback. StoryError if none was decided."""
    ends = [e for e in world.payments.chargeback_outcomes() if e.customer == customer and not e.arbitration]
    if not ends:
        raise StoryError(f"no chargeback of {customer} was decided")
    return ends[-1]
