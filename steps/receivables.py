"""What customers owe, dispute, and what is given up."""

from __future__ import annotations

from datetime import date

from engine.model.invoices import OpenItem
from engine.model.money import Money, total
from reports.naming import document_name
from steps.names import invoice_named, open_dispute
from steps.phrases import then, when
from steps.tables import Column, Rows, Table
from steps.world import World

OPEN_ITEMS = Table(
    "open invoices",
    Column("invoice", required=True, key=True),
    Column("date", "date"),
    Column("due", "date"),
    Column("total", "amount"),
    Column("open", "amount"),
    Column("in dispute", "amount"),
)
LETTERS = Table(
    "letters",
    Column("date", "date", key=True),
    Column("letter", required=True, key=True),
    Column("invoice"),
    Column("open", "amount"),
)
DISPUTES = Table(
    "disputes",
    Column("date", "date"),
    Column("invoice", required=True, key=True),
    Column("amount", "amount"),
    Column("reason"),
    Column("outcome"),
    Column("credited", "amount"),
)


@then("{customer} owes {money}")
def owes(world: World, customer: str, expected: Money) -> None:
    """What is open today of all the customer's invoices in that currency."""
    world.check_value(f"{customer} owes", expected, _owed(world, customer, expected, world.clock.today()))


@then("{customer} owed {money} on {date}")
def owed(world: World, customer: str, expected: Money, day: date) -> None:
    """What was open at the end of a past day of all the customer's invoices in that currency."""
    world.check_value(f"{customer} owed", expected, _owed(world, customer, expected, day))


@then("{customer} owes nothing")
def owes_nothing(world: World, customer: str) -> None:
    """No invoice of the customer is open."""
    found = [f"{item.open} of {item.invoice}" for item in _items(world, customer)]
    world.check_value(f"{customer} owes", "nothing", ", ".join(found) or "nothing")


@then("{customer} has these open invoices:", table=OPEN_ITEMS)
def has_open(world: World, customer: str, table: Rows) -> None:
    """The customer's open invoices today, and no others."""
    invoices = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "invoice": invoices[item.invoice],
            "date": item.invoice_date,
            "due": item.due_date,
            "total": item.total,
            "open": item.open,
            "in dispute": item.disputed,
        }
        for item in _items(world, customer)
    ]
    world.check(table, found, f"open invoices of {customer}")


@when("{customer} disputes {invoice} on {date} because {string}")
def disputes(world: World, customer: str, invoice: str, day: date, reason: str) -> None:
    """The customer contests all that is open of an invoice."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    item = next((item for item in _items(world, customer) if item.invoice == number), None)
    contested = item.open if item else Money.zero(world.currency)
    world.attempt(lambda: world.billing.dispute(number, None, contested, reason))


@when("{customer} disputes {money} of {invoice} on {date} because {string}")
def disputes_part(world: World, customer: str, amount: Money, invoice: str, day: date, reason: str) -> None:
    """The customer contests part of an invoice, tax included."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.dispute(number, None, amount, reason))


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
    ended = {resolution.dispute: resolution for resolution in world.billing.resolutions()}
    found = [
        {
            "date": made.event_date,
            "invoice": names[made.invoice],
            "amount": made.amount,
            "reason": made.reason,
            "outcome": end.outcome if (end := ended.get(made.number)) else None,
            "credited": end.credited if end else None,
        }
        for made in world.billing.disputes()
        if made.customer == customer
    ]
    world.check(table, found, f"disputes of {customer}")


@when("finance writes off {invoice} of {customer} on {date}")
def writes_off(world: World, invoice: str, customer: str, day: date) -> None:
    """All that is open of an invoice is given up."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.write_off(number, None))


@when("finance writes off {money} of {invoice} of {customer} on {date}")
def writes_off_part(world: World, amount: Money, invoice: str, customer: str, day: date) -> None:
    """Part of what is open of an invoice is given up."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.write_off(number, amount))


@then("{customer} was sent these letters:", table=LETTERS)
def was_sent(world: World, customer: str, table: Rows) -> None:
    """Every dunning letter to the customer so far."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {"date": sent.event_date, "letter": sent.name, "invoice": names[sent.invoice], "open": sent.open}
        for sent in world.billing.letters()
        if sent.customer == customer
    ]
    world.check(table, found, f"letters to {customer}")


@then("{customer} was sent no letter")
def was_sent_none(world: World, customer: str) -> None:
    """No dunning letter went to the customer."""
    sent = [letter.name for letter in world.billing.letters() if letter.customer == customer]
    world.check_value(f"letters to {customer}", "none", ", ".join(sent) or "none")


def _items(world: World, customer: str, day: date | None = None) -> list[OpenItem]:
    return [i for i in world.billing.open_items(day or world.clock.today()) if i.customer == customer]


def _owed(world: World, customer: str, expected: Money, day: date) -> Money:
    items = [item.open for item in _items(world, customer, day) if item.currency == expected.currency]
    return total(items, expected.currency)
