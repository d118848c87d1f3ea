"""What customers owe, how long they have owed it, and the letters about it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engine.model.bearing import CASH, CUSTOMER, of
from engine.model.calendar import long_date
from engine.model.money import Money, total
from engine.model.open_items import OpenItem
from reports.papers.ageing import AGES, ageing, overdue
from reports.papers.posted import sheets
from reports.papers.work_list import unapplied_by_customer
from reports.systems.naming import document_name
from reports.systems.snapshot import collect
from steps.company.entities import entity_cell
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = of("cash not applied")

OPEN_ITEMS = Table(
    "open invoices",
    Column("invoice", required=True, key=True),
    Column("date", "date"),
    Column("due", "date", key=True),
    Column("entity", "source"),
    Column("total", "amount"),
    Column("open", "amount"),
    Column("in dispute", "amount"),
    Column("days overdue", "count"),
)
AGEING = Table(
    "ageing",
    Column("customer", "customer", required=True, key=True),
    Column("entity", "source", key=True),
    *(Column(age, "amount") for age in AGES),
    Column("in dispute", "amount"),
    Column("unapplied", "amount"),
)
SHEETS = Table(
    "sheets of letters",
    Column("date", "date", key=True),
    Column("letter", required=True, key=True),
    Column("invoices", key=True),
    Column("open", "amount"),
)
LETTERS = Table(
    "letters",
    Column("date", "date", key=True),
    Column("letter", required=True, key=True),
    Column("invoice"),
    Column("due", "date"),
    Column("open", "amount"),
    Column("entity", "source"),
    Column("then"),
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
    _check_open(world, customer, world.clock.today(), table)


@then("{customer} had these open invoices on {date}:", table=OPEN_ITEMS)
def had_open(world: World, customer: str, day: date, table: Rows) -> None:
    """The customer's open invoices at the end of a past day, as they stood then, and no others."""
    _check_open(world, customer, day, table)


@then("{customer} had {money} overdue on {date}")
def had_overdue(world: World, customer: str, expected: Money, day: date) -> None:
    """What of the customer's invoices, and of the parts of them that have due days of their own, was open past its due day at the end
    of that day, in that currency; dispute is part of it."""
    found = overdue(world.billing.open_items(day), customer, expected.currency, day)
    world.check_value(f"overdue of {customer} on {long_date(day)}", expected, found)


@then("the ageing on {date} is:", table=AGEING, bears=CASH | of("wrong class"))
def ageing_is(world: World, day: date, table: Rows) -> None:
    """What each customer owed (each legal entity, where the table asks) at the end of that day, by days past the original due
    date; dispute is part of it, unapplied cash stands beside."""
    beside = unapplied_by_customer(collect(world.stack, day), day) if _asks(table, "unapplied") else {}
    rows = [
        {"customer": customer, "entity": entity_cell(world.company, entity), **row}
        for entity, items in _by_entity(world.billing.open_items(day), _asks(table, "entity")).items()
        for (customer, _), row in ageing(items, beside, day).items()
    ]
    world.check(table, rows, f"the ageing on {long_date(day)}")


@then("{customer} was sent these letters:", table=LETTERS, bears=CUSTOMER)
def was_sent(world: World, customer: str, table: Rows) -> None:
    """Every dunning letter to the customer so far."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "date": sent.event_date,
            "letter": sent.name,
            "invoice": names[sent.invoice],
            "due": sent.due_date,
            "open": sent.open,
            "entity": entity_cell(world.company, sent.entity),
            "then": sent.then,
        }
        for sent in world.billing.letters()
        if sent.customer == customer
    ]
    world.check(table, found, f"letters to {customer}")


@then("{customer} was sent these sheets of letters:", table=SHEETS, bears=CUSTOMER)
def was_sent_sheets(world: World, customer: str, table: Rows) -> None:
    """Every sheet of paper on which dunning letters went to the customer so far, with the invoices on it, by comma, and what was open
    of them."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "date": sheet.letters[0].event_date,
            "letter": sheet.letters[0].name,
            "invoices": ", ".join(names[letter.invoice] for letter in sheet.letters),
            "open": sheet.open,
        }
        for sheet in sheets(sent for sent in world.billing.letters() if sent.customer == customer)
    ]
    world.check(table, found, f"sheets of letters to {customer}")


@then("{customer} was sent no letter since {date}", bears=CUSTOMER)
def was_sent_none_since(world: World, customer: str, day: date) -> None:
    """From that day on no dunning letter went to the customer."""
    _no_letter(world, customer, day)


@then("{customer} was sent no letter", bears=CUSTOMER)
def was_sent_none(world: World, customer: str) -> None:
    """No dunning letter went to the customer."""
    _no_letter(world, customer, date.min)


def _no_letter(world: World, customer: str, day: date) -> None:
    letters = (sent for sent in world.billing.letters() if sent.customer == customer and sent.event_date >= day)
    found = [f"{sent.name} on {long_date(sent.event_date)}" for sent in letters]
    world.check_value(f"letters to {customer}", "none", ", ".join(found) or "none")


def _check_open(world: World, customer: str, day: date, table: Rows) -> None:
    invoices = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "invoice": invoices[item.invoice],
            "date": item.invoice_date,
            "due": item.due_date,
            "entity": entity_cell(world.company, item.entity),
            "total": item.total,
            "open": item.open,
            "in dispute": item.disputed,
            "days overdue": max((day - item.due_date).days, 0),
        }
        for item in _items(world, customer, day)
    ]
    world.check(table, found, f"open invoices of {customer} on {long_date(day)}")


def _by_entity(items: Iterable[OpenItem], apart: bool) -> dict[str, list[OpenItem]]:
    """The open items of each legal entity or, if they are not asked for apart, of all together ("")."""
    found: dict[str, list[OpenItem]] = {} if apart else {"": []}
    for item in items:
        found.setdefault(item.entity if apart else "", []).append(item)
    return found


def _asks(table: Rows, name: str) -> bool:
    return any(column.name == name for column in table.columns)


def _items(world: World, customer: str, day: date | None = None) -> list[OpenItem]:
    return [i for i in world.billing.open_items(day or world.clock.today()) if i.customer == customer]


def _owed(world: World, customer: str, expected: Money, day: date) -> Money:
    items = [item.open for item in _items(world, customer, day) if item.currency == expected.currency]
    return total(items, expected.currency)
