"""A contract that passes to another customer, or to another legal entity of the company."""

from __future__ import annotations

from datetime import date

from engine.model.bearing import of
from engine.model.transfers import Assign, BalanceTransfer, ReceivableTransfer
from reports.systems.naming import document_name
from steps.company.entities import entity_cell
from steps.contracts.contracts import amend
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = of("wrong customer or entity")

PASSED = Table(
    "receivables that passed on",
    Column("date", "date", key=True),
    Column("invoice", required=True, key=True),
    Column("customer", "customer", key=True),
    Column("from", "source", key=True),
    Column("to", "source", key=True),
    Column("amount", "amount", required=True),
)

BALANCES = Table(
    "balances that passed on",
    Column("date", "date", key=True),
    Column("customer", "customer", key=True),
    Column("balance", required=True, key=True),
    Column("from", "source", key=True),
    Column("to", "source", key=True),
    Column("amount", "amount", required=True),
)


@when("the contract of {customer} passes to the customer {customer} from {date}")
def passes_to_customer(world: World, customer: str, other: str, day: date) -> None:
    """Another customer takes the contract over from that day on: it is invoiced to them, and what was billed ahead serves
    them. No revenue comes of it. What becomes of open invoices is the company's convention."""
    amend(world, customer, None, day, [Assign(customer=other)])


@when("{customer} signs on {date} that the contract passes to the customer {customer} from {date}")
def passes_to_customer_signed(world: World, customer: str, on: date, other: str, day: date) -> None:
    """Another customer takes the contract over, signed on one day and in effect from another, earlier or later."""
    amend(world, customer, on, day, [Assign(customer=other)])


@when("the contract of {customer} passes to the legal entity {entity} from {date}")
def passes_to_entity(world: World, customer: str, entity: str, day: date) -> None:
    """Another legal entity of the company serves and invoices from that day on; each recognizes the days it served, and what
    was billed ahead is owed between the two. What becomes of open invoices is the company's convention."""
    amend(world, customer, None, day, [Assign(entity=entity)])


@when("{customer} signs on {date} that the contract passes to the legal entity {entity} from {date}")
def passes_to_entity_signed(world: World, customer: str, on: date, entity: str, day: date) -> None:
    """Another legal entity serves and invoices, signed on one day and in effect from another, earlier or later."""
    amend(world, customer, on, day, [Assign(entity=entity)])


@then("these open invoices have passed on:", table=PASSED)
def have_passed_on(world: World, table: Rows) -> None:
    """Every open invoice that another legal entity took over so far, with what was open of it, and no others."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {**_passed_on(world, made), "invoice": names[made.invoice]} for made in world.billing.receivable_transfers()
    ]
    world.check(table, found, "open invoices that passed on")


@then("no open invoice has passed on")
def none_has_passed_on(world: World) -> None:
    """Every invoice is owed to the legal entity that issued it."""
    found = ", ".join(made.invoice for made in world.billing.receivable_transfers())
    world.check_value("open invoices that passed on", "none", found or "none")


@then("these balances of customers have passed on:", table=BALANCES)
def balances_have_passed_on(world: World, table: Rows) -> None:
    """Everything that customers have to their credit and that stands with another legal entity since a contract of theirs passed
    to it: `unapplied cash`, a payment a row, and `customer credit`; and nothing else."""
    found = [{**_passed_on(world, made), "balance": made.held_as} for made in world.billing.balance_transfers()]
    world.check(table, found, "balances that passed on")


@then("no balance of a customer has passed on")
def no_balance_has_passed_on(world: World) -> None:
    """What customers have to their credit stands where they paid or were credited."""
    found = ", ".join(f"{made.amount} of {made.customer}" for made in world.billing.balance_transfers())
    world.check_value("balances that passed on", "none", found or "none")


def _passed_on(world: World, made: ReceivableTransfer | BalanceTransfer) -> dict[str, object]:
    """What passed on from one legal entity to another: when, whose, and how much."""
    return {
        "date": made.event_date,
        "customer": made.customer,
        "from": entity_cell(world.company, made.entity),
        "to": entity_cell(world.company, made.to),
        "amount": made.amount,
    }
