"""Contracts as customers sign them: with whom, from when, how they are billed and what is bought."""

from __future__ import annotations

from datetime import date
from typing import Any

from engine.model.orders import Billing, PaymentTerms, TermLength, Terms, UsualTerms
from steps.company.entities import selling_currency
from steps.contracts.lines import ORDER_LINES, requested
from steps.language.failures import StoryError
from steps.language.phrases import given, when
from steps.language.tables import Rows
from steps.stage.kinds import Tax
from steps.stage.world import World


def sign(
    world: World,
    customer: str,
    on: date,
    start: date,
    length: TermLength,
    billing: Billing,
    net: int,
    tax: Tax,
    rows: Rows,
    entity: str = "",
    moment: str | None = None,
    usual: PaymentTerms | None = None,
) -> None:
    """Quote, and have the customer sign it on that day, with that legal entity or ("") the customer's."""
    code = world.tax_code(tax)
    world.on(on)
    lines = requested(world, rows, selling_currency(world, customer, entity))
    due, days = world.to_pay.pop(customer, (usual or PaymentTerms(), net))
    region, channel = world.sold.pop(customer, ("", ""))
    agreed: Any = world.drafted.get(customer, {})
    terms = Terms(
        start=start,
        months=length.months,
        days=length.days,
        currency=lines.currency,
        billing=billing,
        net_days=days,
        due=due,
        tax_code=code,
        entity=entity,
        moment=moment,
        discounts=world.promised.pop(customer, ()),
        rebates=world.rebates.pop(customer, ()),
        uplift=agreed.pop("uplift", None),
        region=region,
        channel=channel,
    )
    world.attempt(lambda: world.crm.close_won(world.crm.quote(customer, terms, lines.lines).number))


@when("{customer} signed on {date} for {term}, billed {billing}, net {count}, {tax}:", table=ORDER_LINES)
def signed(
    world: World, customer: str, on: date, length: TermLength, billing: Billing, net: int, tax: Tax, table: Rows
) -> None:
    """The customer signs a contract that begins that day; invoices are due so many days after their date. It is billed "monthly in
    advance", "every 2 weeks in arrears", "quarterly in advance on the 15th", "... by the calendar" or "... in advance, 30 days ahead"."""
    sign(world, customer, on, on, length, billing, net, tax, table)


@given("contracts are usually signed for {term}, billed {billing}, net {count}, {tax}")
def usually_signed(world: World, length: TermLength, billing: Billing, net: int, tax: Tax) -> None:
    """The terms of every contract that is signed "on the usual terms"."""
    code = world.tax_code(tax)
    usual = UsualTerms(months=length.months, days=length.days, billing=billing, net_days=net, tax_code=code)
    world.change_company(usual=usual)


@when("{customer} signed on {date} on the usual terms:", table=ORDER_LINES)
def signed_as_usual(world: World, customer: str, on: date, table: Rows) -> None:
    """The customer signs a contract that begins that day, on the terms that the company's contracts usually have."""
    usual = _usual(world)
    tax = Tax(usual.tax_code, None)
    sign(world, customer, on, on, usual.length, usual.billing, usual.net_days, tax, table, usual=usual.due)


@when("{customer} signed on {date} for {term} on the usual terms:", table=ORDER_LINES)
def signed_as_usual_for(world: World, customer: str, on: date, length: TermLength, table: Rows) -> None:
    """The customer signs a contract of that length, on terms that are else the company's usual ones."""
    usual = _usual(world)
    tax = Tax(usual.tax_code, None)
    sign(world, customer, on, on, length, usual.billing, usual.net_days, tax, table, usual=usual.due)


def _usual(world: World) -> UsualTerms:
    if world.company.usual is None:
        raise StoryError(
            f"{world.company.name} has no usual terms; say them: contracts are usually signed for 12 months, billed monthly "
            'in advance, net 30, no tax; or under "usual terms" in its file'
        )
    return world.company.usual


@when("{customer} signed on {date} for {term} from {date}, billed {billing}, net {count}, {tax}:", table=ORDER_LINES)
def signed_from(
    world: World,
    customer: str,
    on: date,
    length: TermLength,
    start: date,
    billing: Billing,
    net: int,
    tax: Tax,
    table: Rows,
) -> None:
    """The customer signs a contract whose service begins on another day."""
    sign(world, customer, on, start, length, billing, net, tax, table)


@when("{customer} signed with {entity} on {date} for {term}, billed {billing}, net {count}, {tax}:", table=ORDER_LINES)
def signed_with(
    world: World,
    customer: str,
    entity: str,
    on: date,
    length: TermLength,
    billing: Billing,
    net: int,
    tax: Tax,
    table: Rows,
) -> None:
    """The customer signs a contract with one of the company's legal entities; it begins that day."""
    sign(world, customer, on, on, length, billing, net, tax, table, entity)


@when(
    "{customer} signed with {entity} on {date} for {term} from {date}, billed {billing}, net {count}, {tax}:",
    table=ORDER_LINES,
)
def signed_with_from(
    world: World,
    customer: str,
    entity: str,
    on: date,
    length: TermLength,
    start: date,
    billing: Billing,
    net: int,
    tax: Tax,
    table: Rows,
) -> None:
    """The customer signs a contract with one of the company's legal entities; its service begins on another day."""
    sign(world, customer, on, start, length, billing, net, tax, table, entity)
