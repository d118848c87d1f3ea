"""In which parts an invoice that was sent is to be paid, and what becomes of that."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.bearing import CUSTOMER
from engine.model.money import Money
from engine.model.plans import AgreedPart
from reports.systems.naming import document_name
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import invoice_named
from steps.stage.world import World

BEARS = CUSTOMER

PARTS = Table(
    "parts of a payment plan",
    Column("due", "date", required=True, key=True),
    Column("amount", "amount", default=None),
    Column("part", "percent", default=None),
)
PLANS = Table(
    "payment plans",
    Column("date", "date", key=True),
    Column("invoice", key=True),
    Column("due", "date", key=True),
    Column("amount", "amount"),
    Column("outcome"),
    Column("ended", "date"),
)


@when("{customer} agrees on {date} to pay {invoice} in these parts:", table=PARTS)
def agrees_on_parts(world: World, customer: str, day: date, invoice: str, table: Rows) -> None:
    """What is open of an invoice that was sent is to be paid on these days: amounts, percentages of what is open, or, with neither,
    what the other parts leave. A part that is overdue makes no other part due."""
    world.on(day)
    made = invoice_named(world.stack, customer, invoice)
    world.attempt(lambda: world.billing.agree_on_parts(made.number, _parts(table, made.currency)))


@when("{customer} agrees on {date} to pay {invoice} in these parts, all due once one is {days} overdue:", table=PARTS)
def agrees_on_acceleration(world: World, customer: str, day: date, invoice: str, days: int, table: Rows) -> None:
    """The same; a part that is overdue for so many days is a default, and makes what was not due yet due at once."""
    world.on(day)
    made = invoice_named(world.stack, customer, invoice)
    world.attempt(lambda: world.billing.agree_on_parts(made.number, _parts(table, made.currency), days))


def _parts(table: Rows, currency: str) -> list[AgreedPart]:
    rows = [(row["due"], row["amount"], row["part"]) for row in table.records(currency)]
    return [_part(due, amount, part) for due, amount, part in rows]  # type: ignore[arg-type]  # by the kinds of its columns


def _part(due: date, amount: Money | None, part: Decimal | None) -> AgreedPart:
    return AgreedPart(due_date=due, amount=amount, percent=None if part is None else part * 100)


@when("the payment plan of {invoice} of {customer} is canceled on {date}")
def plan_is_canceled(world: World, invoice: str, customer: str, day: date) -> None:
    """The parts hold no longer: what is open of the invoice is due on the invoice's own day again."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.cancel_plan(number))


@then("the payment plans of {customer} are:", table=PLANS)
def plans_are(world: World, customer: str, table: Rows) -> None:
    """Every part of every plan of the customer as it was agreed on, and how the plan ended; one that runs has no outcome."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    ended = {end.plan: end for end in world.billing.plan_ends()}
    found = [
        {
            "date": plan.event_date,
            "invoice": names[plan.invoice],
            "due": part.due_date,
            "amount": part.amount,
            "outcome": end.outcome if (end := ended.get(plan.number)) else None,
            "ended": end.event_date if end else None,
        }
        for plan in world.billing.payment_plans()
        for part in plan.parts
        if plan.customer == customer
    ]
    world.check(table, found, f"payment plans of {customer}")


@then("{customer} has no payment plan")
def has_no_plan(world: World, customer: str) -> None:
    """No payment plan was ever agreed on with the customer."""
    found = [f"{plan.number} of {plan.invoice}" for plan in world.billing.payment_plans() if plan.customer == customer]
    world.check_value(f"payment plans of {customer}", "none", ", ".join(found) or "none")
