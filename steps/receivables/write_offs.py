"""What is given up, and what comes of it after all."""

from __future__ import annotations

from datetime import date

from engine.model.bearing import CASH, of
from engine.model.losses import Reinstatement, Signatures
from engine.model.money import Money
from engine.model.payments import Recovery
from reports.systems.naming import document_name
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import invoice_named
from steps.stage.world import World

BEARS = CASH

WRITE_OFFS = Table(
    "write-offs",
    Column("date", "date", key=True),
    Column("invoice", key=True),
    Column("amount", "amount", required=True),
    Column("tax reclaimed", "amount"),
)
CLAIMS = Table(
    "claims",
    Column("date", "date", key=True),
    Column("invoice", key=True),
    Column("amount", "amount", required=True),
)
RECOVERIES = Table(
    "recoveries",
    Column("date", "date", key=True),
    Column("invoice"),
    Column("amount", "amount", required=True, key=True),
    Column("tax owed again", "amount"),
)


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


@when("finance writes off part {count} of {invoice} of {customer} on {date}")
def writes_off_installment(world: World, part: int, invoice: str, customer: str, day: date) -> None:
    """All that is open of one part of an invoice that is due in parts is given up."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.write_off(number, None, part=part))


@when("finance writes off {invoice} of {customer} on {date}, prepared by {string} and approved by {string}")
def writes_off_signed(world: World, invoice: str, customer: str, day: date, preparer: str, approver: str) -> None:
    """All that is open of an invoice is given up by one role, and another approves it."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    signed = Signatures(prepared_by=preparer, approved_by=approver)
    world.attempt(lambda: world.billing.write_off(number, None, signed))


@when("finance writes off small differences of up to {money} on {date}")
def writes_off_small(world: World, most: Money, day: date) -> None:
    """What is open of every overdue invoice of which no more than that is open, and not in dispute, is given up."""
    world.on(day)
    world.attempt(lambda: world.billing.write_off_small(most))


@when("finance claims the tax of {invoice} of {customer} back on {date}")
def claims_tax(world: World, invoice: str, customer: str, day: date) -> None:
    """The tax of what was written off of an invoice and has not come is reclaimed on a day of its own."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.claim_relief(number))


@then("the tax of these invoices of {customer} was claimed back:", table=CLAIMS, bears=of("tax misstated on a return"))
def was_claimed(world: World, customer: str, table: Rows) -> None:
    """Every later claim of tax on what was written off."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {"date": claim.event_date, "invoice": names[claim.invoice], "amount": claim.amount}
        for claim in world.billing.relief_claims()
        if claim.customer == customer
    ]
    world.check(table, found, f"tax claimed back of {customer}")


@then("these invoices of {customer} were written off:", table=WRITE_OFFS)
def was_written_off(world: World, customer: str, table: Rows) -> None:
    """Everything given up of the customer's invoices, tax included, and the tax of it that was reclaimed."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {"date": w.event_date, "invoice": names[w.invoice], "amount": w.amount, "tax reclaimed": w.tax_relief}
        for w in world.billing.write_offs()
        if w.customer == customer
    ]
    world.check(table, found, f"written off of {customer}")


@then("no invoice of {customer} was written off")
def was_written_off_nothing(world: World, customer: str) -> None:
    """No invoice of the customer was given up, not even in part."""
    found = [f"{made.amount} of {made.invoice}" for made in world.billing.write_offs() if made.customer == customer]
    world.check_value(f"written off of {customer}", "none", ", ".join(found) or "none")


@then("{customer} has paid after all:", table=RECOVERIES)
def came_after_all(world: World, customer: str, table: Rows) -> None:
    """Every payment for what was written off of the customer, straight or by way of a receivable that stands again, and the tax
    of it that is owed again."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    came: list[Recovery | Reinstatement] = [*world.billing.recoveries(), *world.billing.reinstatements()]
    found = [
        {"date": r.event_date, "invoice": names[r.invoice], "amount": r.amount, "tax owed again": r.tax}
        for r in came
        if r.customer == customer
    ]
    world.check(table, found, f"recovered of {customer}")
