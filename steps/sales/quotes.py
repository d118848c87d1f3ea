"""What sales offers, and who must approve it."""

from __future__ import annotations

from datetime import date
from typing import Any

from engine.model.bearing import of
from engine.model.orders import Billing, PaymentTerms, TermLength, Terms
from steps.company.customers import newcomer
from steps.contracts.lines import ORDER_LINES, requested
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.kinds import Tax
from steps.stage.names import quote_for
from steps.stage.world import World

APPROVALS = Table("approvals", Column("role", required=True, key=True), Column("reason"))


@when("sales quotes {customer} on {date} for {term}, billed {billing}, net {count}, {tax}:", table=ORDER_LINES)
def sales_quotes(
    world: World, customer: str, on: date, length: TermLength, billing: Billing, net: int, tax: Tax, table: Rows
) -> None:
    """An offer for a contract that begins that day, priced from the price book where the table names no price."""
    code = world.tax_code(tax)
    world.on(on)
    lines = requested(world, table)
    due, days = world.to_pay.pop(customer, (PaymentTerms(), net))
    agreed: Any = {"tax_code": code, "due": due, **world.drafted.pop(customer, {})}
    lasting: Any = {"months": length.months, "days": length.days}
    terms = Terms(start=on, currency=lines.currency, billing=billing, net_days=days, **lasting, **agreed)
    world.attempt(lambda: world.crm.quote(customer, terms, lines.lines))


@when("{customer} becomes a customer on {date}")
def becomes_a_customer(world: World, customer: str, day: date) -> None:
    """Sales enters a new customer in the CRM, which makes it known to the other systems."""
    world.on(day)
    world.attempt(lambda: world.crm.create_customer(newcomer(world.company, customer)))


@when("the {string} approves the quote for {customer}")
def approves(world: World, role: str, customer: str) -> None:
    """A role whom the approval matrix asks says yes."""
    world.attempt(lambda: world.crm.decide(quote_for(world.stack, customer).number, role, "approved"))


@when("the {string} rejects the quote for {customer}")
def rejects(world: World, role: str, customer: str) -> None:
    """A role whom the approval matrix asks says no."""
    world.attempt(lambda: world.crm.decide(quote_for(world.stack, customer).number, role, "rejected"))


@when("{customer} signs the quote")
def signs_the_quote(world: World, customer: str) -> None:
    """The customer signs the newest quote: it is closed-won."""
    world.attempt(lambda: world.crm.close_won(quote_for(world.stack, customer).number))


@when("{customer} signs the quote on {date}")
def signs_the_quote_on(world: World, customer: str, on: date) -> None:
    """The customer signs the newest quote on that day."""
    world.on(on)
    world.attempt(lambda: world.crm.close_won(quote_for(world.stack, customer).number))


@then("the quote for {customer} waits for:", table=APPROVALS, bears=of("approval missing"))
def waits_for(world: World, customer: str, table: Rows) -> None:
    """The approvals that are still missing or count no more, with the rule that asks for each."""
    world.check(table, _missing(world, customer), f"the quote for {customer} waits for")


@then("the quote for {customer} waits for nobody", bears=of("approval missing"))
def waits_for_nobody(world: World, customer: str) -> None:
    """The quote needs no approval, or has them all."""
    missing = ", ".join(row["role"] for row in _missing(world, customer))
    world.check_value(f"the quote for {customer} waits for", "nobody", missing or "nobody")


def _missing(world: World, customer: str) -> list[dict[str, str]]:
    found = world.crm.readiness(quote_for(world.stack, customer).number)
    lacking = [one for one in found if one.field == "approval"]
    return [
        {"role": one.rule.removeprefix("approval of the "), "reason": one.sentence.partition(": ")[2]}
        for one in lacking
    ]


@then("{customer} has signed nothing")
def has_signed_nothing(world: World, customer: str) -> None:
    """No order of the customer is closed-won."""
    signed = [order.number for order in world.crm.orders() if order.customer == customer]
    world.check_value(f"closed-won orders of {customer}", "none", ", ".join(signed) or "none")
