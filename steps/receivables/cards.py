"""Customers' means of payment, and the attempts to collect by them."""

from __future__ import annotations

from datetime import date

from engine.model.calendar import long_date
from engine.model.payments import Decline, PaymentBehavior
from reports.systems.naming import document_name
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

ATTEMPTS = Table(
    "payment attempts",
    Column("date", "date", required=True, key=True),
    Column("invoice", key=True),
    Column("amount", "amount"),
    Column("outcome", required=True),
)


def behave(world: World, behavior: PaymentBehavior) -> None:
    """Give a customer a means of payment, as soon as there are systems to know it."""
    world.when_started(lambda: world.stack.payments.set_behavior(behavior))


@given("{customer} pays every invoice when it is due")
def pays_when_due(world: World, customer: str) -> None:
    """The customer's card is charged on every due date, and works."""
    behave(world, PaymentBehavior(customer=customer))


@given("the card of {customer} is declined {count} time(s) and then works")
def declined_then_works(world: World, customer: str, count: int) -> None:
    """The next attempts are declined so many times; after that every attempt succeeds."""
    behave(world, PaymentBehavior(customer=customer, outcomes=(*repeated("declined", count), "succeeds")))


@given("the card of {customer} is declined every time")
def declined_always(world: World, customer: str) -> None:
    """Every attempt is declined, softly: it is tried again on the retry days."""
    behave(world, PaymentBehavior(customer=customer, outcomes=("declined",)))


@given("the card of {customer} is declined for good")
def declined_for_good(world: World, customer: str) -> None:
    """The card is lost or its account closed: an attempt is declined and not tried again."""
    behave(world, PaymentBehavior(customer=customer, outcomes=("declined for good",)))


@given("the card of {customer} works {count} time(s) and is then declined")
def works_then_declined(world: World, customer: str, count: int) -> None:
    """The next attempts succeed so many times; after that every attempt is declined."""
    behave(world, PaymentBehavior(customer=customer, outcomes=(*repeated("succeeds", count), "declined")))


@given("the card of {customer} is declined {count} time(s) and then for good")
def declined_then_for_good(world: World, customer: str, count: int) -> None:
    """The next attempts are declined so many times; the one after says that the card is lost or its account closed."""
    behave(world, PaymentBehavior(customer=customer, outcomes=(*repeated("declined", count), "declined for good")))


@when("{customer} gives a new card on {date}")
def gives_a_new_card(world: World, customer: str, day: date) -> None:
    """From that day on attempts to collect succeed; what was declined for good before is not tried again by itself."""
    world.on(day)
    world.attempt(lambda: world.payments.set_behavior(PaymentBehavior(customer=customer)))


@then("the attempts to collect from {customer} were:", table=ATTEMPTS)
def attempts_were(world: World, customer: str, table: Rows) -> None:
    """Every attempt of the gateway to charge the customer, and its outcome."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {"date": a.event_date, "invoice": names[a.invoice], "amount": a.amount, "outcome": a.outcome}
        for a in world.payments.attempts()
        if a.customer == customer
    ]
    world.check(table, found, f"attempts to collect from {customer}")


@then("there were {count} attempt(s) to collect from {customer}")
def so_many_attempts(world: World, expected: int, customer: str) -> None:
    """How often the gateway tried to charge the customer so far."""
    found = [made for made in world.payments.attempts() if made.customer == customer]
    world.check_value(f"attempts to collect from {customer}", expected, len(found))


@then("there was no attempt to collect from {customer}")
def no_attempt(world: World, customer: str) -> None:
    """The gateway never tried to charge the customer."""
    _no_attempt(world, customer, date.min)


@then("there was no attempt to collect from {customer} since {date}")
def no_attempt_since(world: World, customer: str, day: date) -> None:
    """From that day on the gateway did not try to charge the customer."""
    _no_attempt(world, customer, day)


def _no_attempt(world: World, customer: str, day: date) -> None:
    attempts = (a for a in world.payments.attempts() if a.customer == customer and a.event_date >= day)
    found = [f"{a.amount} on {long_date(a.event_date)}, {a.outcome}" for a in attempts]
    world.check_value(f"attempts to collect from {customer}", "none", "; ".join(found) or "none")


def repeated(outcome: Decline, count: int) -> tuple[Decline, ...]:
    """So many attempts that all go the same way."""
    return (outcome,) * count
