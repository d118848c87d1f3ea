"""A contract that passes to another customer, or to another legal entity of the company."""

from __future__ import annotations

from datetime import date

from engine.model.transfers import Assign
from steps.contracts.contracts import amend
from steps.language.phrases import when
from steps.stage.world import World


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
