"""Billing documents as a whole: previews, voids, credit on the account, days to pay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.model.money import Money
from engine.model.orders import UsualTerms
from scenarios.paying_words import ToPay
from steps.billing.invoices import INVOICE_LINES, invoice_lines_of
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.billing_kinds import SHARES, agreed_parts
from steps.stage.names import invoice_named
from steps.stage.world import World


@given("{customer} is to pay {to pay}")
def is_to_pay(world: World, customer: str, due: ToPay) -> None:
    """The days to pay of the customer's next contract, instead of those it is signed with."""
    world.to_pay[customer] = (due.terms, due.days)


PARTS = Table(
    "installments of an invoice", Column("due", "date", required=True, key=True), Column("amount", "amount", key=True)
)


@given("{customer} is to pay in these parts:", table=SHARES)
def is_to_pay_in_parts(world: World, customer: str, table: Rows) -> None:
    """Each invoice of the customer's next contract is due in parts, each rounded and the last of them the rest. A part is a percentage
    of the invoice or an amount; with neither it is the rest, or an equal share of it where there are several."""
    due = agreed_parts(table)
    world.to_pay[customer] = (due.terms, due.days)


@given("contracts are usually due in these parts:", table=SHARES)
def usually_due_in_parts(world: World, table: Rows) -> None:
    """The invoices of every contract that is signed "on the usual terms" are due in parts."""
    due = agreed_parts(table)
    world.change_company(usual=replace(world.company.usual or UsualTerms(), due=due.terms, net_days=due.days))


@given("contracts are usually to be paid {to pay}")
def usually_to_be_paid(world: World, due: ToPay) -> None:
    """The days to pay of every contract that is signed "on the usual terms"."""
    world.change_company(usual=replace(world.company.usual or UsualTerms(), due=due.terms, net_days=due.days))


@then("{invoice} of {customer} is due in these parts:", table=PARTS)
def is_due_in_parts(world: World, invoice: str, customer: str, table: Rows) -> None:
    """Every part of an invoice as it was issued, tax included, and no other."""
    parts = invoice_named(world.stack, customer, invoice).installments
    found = [{"due": part.due_date, "amount": part.amount} for part in parts]
    world.check(table, found, f"the parts of {invoice} of {customer}")


@when("finance voids {invoice} of {customer}")
def voids(world: World, invoice: str, customer: str) -> None:
    """An unsettled invoice is taken back in full and not billed again."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.void(number, False))


@when("finance voids {invoice} of {customer} and bills it anew")
def voids_and_bills(world: World, invoice: str, customer: str) -> None:
    """An unsettled invoice is taken back in full; what it billed is due again and billed today, as things stand now."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.void(number, True))


@when("finance credits {customer} {money} on the account")
def credits_account(world: World, customer: str, net: Money) -> None:
    """Goodwill over all the customer's invoices, the oldest open ones first: that much without tax, whose tax follows."""
    world.attempt(lambda: world.billing.credit_account(customer, net))


@when("finance credits {customer} {money} on line {count} of {invoice}")
def credits_line(world: World, customer: str, net: Money, line: int, invoice: str) -> None:
    """Goodwill on one line of an invoice: that much without tax; its tax follows."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.credit(number, line, net, "goodwill"))


@when("finance credits {customer} {money} of tax on {invoice}")
def credits_tax(world: World, customer: str, tax: Money, invoice: str) -> None:
    """Too much tax was charged: so much of it is given back, and nothing of the price, today. Of several lines each by its tax."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.credit(number, None, tax, "tax correction"))


@when("finance credits {customer} {money} of tax on line {count} of {invoice}")
def credits_tax_of_line(world: World, customer: str, tax: Money, line: int, invoice: str) -> None:
    """Too much tax was charged on one line of an invoice: so much of it is given back, and nothing of the price, today."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.credit(number, line, tax, "tax correction"))


@then("the preview of {customer} to {date} is:", table=INVOICE_LINES)
def preview_is(world: World, customer: str, through: date, table: Rows) -> None:
    """The invoice lines still to come up to that day, if nothing more happens; and no other. Nothing is written."""
    found = invoice_lines_of(world, world.billing.preview(customer, through))
    world.check(table, found, f"the preview of {customer} to {through}")
