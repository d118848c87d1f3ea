"""What customers contest, and how it ends."""

from __future__ import annotations

from datetime import date

from engine.model.bearing import CASH, CUSTOMER
from engine.model.money import Money
from reports.systems.naming import document_name
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import disputed_line, invoice_named, open_dispute
from steps.stage.world import World

BEARS = CASH | CUSTOMER

DISPUTES = Table(
    "disputes",
    Column("date", "date", key=True),
    Column("invoice", key=True),
    Column("part", "count", default=None),
    Column("for", "product"),
    Column("amount", "amount"),
    Column("reason"),
    Column("outcome"),
    Column("credited", "amount"),
)


@when("{customer} disputes {invoice} on {date} because {string}")
def disputes(world: World, customer: str, invoice: str, day: date, reason: str) -> None:
    """The customer contests all that is open of an invoice and not in dispute already, tax included."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.dispute(number, None, None, reason))


@when("{customer} disputes part {count} of {invoice} on {date} because {string}")
def disputes_installment(world: World, customer: str, part: int, invoice: str, day: date, reason: str) -> None:
    """The customer contests all that is open, and not in dispute already, of one part of an invoice that is due in parts."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.dispute(number, None, None, reason, part=part))


@when("{customer} disputes {money} of {invoice} on {date} because {string}")
def disputes_part(world: World, customer: str, amount: Money, invoice: str, day: date, reason: str) -> None:
    """The customer contests part of an invoice, tax included."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.dispute(number, None, amount, reason))


@when("{customer} disputes {money} of {product} on {invoice} on {date} because {string}")
def disputes_line(
    world: World, customer: str, amount: Money, product: str, invoice: str, day: date, reason: str
) -> None:
    """The customer contests part of what an invoice asks for one product, tax included."""
    world.on(day)
    made = invoice_named(world.stack, customer, invoice)
    line = disputed_line(made, product)
    world.attempt(lambda: world.billing.dispute(made.number, line, amount, reason))


@when("{customer} disputes {money} of {invoice} on {date} because {string}, and finance expects to lose {money} of it")
def disputes_with_reserve(
    world: World, customer: str, amount: Money, invoice: str, day: date, reason: str, expected: Money
) -> None:
    """Part of an invoice is contested, and finance reserves what it expects: to concede, without tax, where the price is in
    doubt; to lose where the reason says that the customer cannot pay."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.dispute(number, None, amount, reason, expected))


@when("the dispute of {customer} is withdrawn on {date}")
def withdrawn(world: World, customer: str, day: date) -> None:
    """The customer contests no longer; the invoice is collected again."""
    world.on(day)
    made = open_dispute(world.stack, customer)
    world.attempt(lambda: world.billing.resolve(made.number, Money.zero(made.amount.currency), withdrawn=True))


@when("the dispute of {customer} is accepted on {date}")
def accepted(world: World, customer: str, day: date) -> None:
    """All that is in dispute is credited."""
    world.on(day)
    made = open_dispute(world.stack, customer)
    world.attempt(lambda: world.billing.resolve(made.number, made.amount))


@when("the dispute of {customer} is rejected on {date}")
def rejected(world: World, customer: str, day: date) -> None:
    """Nothing is credited; the invoice is collected again."""
    world.on(day)
    made = open_dispute(world.stack, customer)
    world.attempt(lambda: world.billing.resolve(made.number, Money.zero(made.amount.currency)))


@when("the dispute of {customer} is settled on {date} with a credit of {money}")
def settled(world: World, customer: str, day: date, credited: Money) -> None:
    """Part of what is in dispute is credited, tax included; the rest is collected again."""
    world.on(day)
    made = open_dispute(world.stack, customer)
    world.attempt(lambda: world.billing.resolve(made.number, credited))


@then("the disputes of {customer} are:", table=DISPUTES)
def disputes_are(world: World, customer: str, table: Rows) -> None:
    """Every dispute of the customer and how it ended; an open one has no outcome."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    lines = {(invoice.number, line.id): line.product for invoice in world.billing.invoices() for line in invoice.lines}
    ended = {resolution.dispute: resolution for resolution in world.billing.resolutions()}
    found = [
        {
            "date": made.event_date,
            "invoice": names[made.invoice],
            "part": made.installment or None,
            "for": lines.get((made.invoice, made.invoice_line or 0)),
            "amount": made.amount,
            "reason": made.reason,
            "outcome": end.outcome if (end := ended.get(made.number)) else None,
            "credited": end.credited if end else None,
        }
        for made in world.billing.disputes()
        if made.customer == customer
    ]
    world.check(table, found, f"disputes of {customer}")


@then("{customer} has disputed nothing")
def has_disputed_nothing(world: World, customer: str) -> None:
    """The customer never contested an invoice."""
    found = [f"{made.amount} of {made.invoice}" for made in world.billing.disputes() if made.customer == customer]
    world.check_value(f"disputes of {customer}", "none", ", ".join(found) or "none")
