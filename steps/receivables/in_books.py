"""What customers owe and paid, as it is worth in the currency of the books, as of any day."""

from __future__ import annotations

from datetime import date

from engine.model.bearing import Bearing
from engine.model.calendar import AccountingPeriod, long_date
from reports.papers.ageing import AGES
from reports.papers.in_books import ageing_in_books, carried, cash_in_books
from reports.systems.naming import document_name
from reports.systems.snapshot import collect
from steps.company.entities import entity_cell
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

OPEN = Table(
    "open items",
    Column("customer", "customer", key=True),
    Column("invoice", required=True, key=True),
    Column("due", "date"),
    Column("entity", "source"),
    Column("open", "amount"),
    Column("in books", "amount"),
    Column("days overdue", "count"),
)
AGEING = Table(
    "ageing in the books",
    Column("customer", "customer", required=True, key=True),
    *(Column(age, "amount") for age in AGES),
    Column("revaluation", "amount"),
    Column("total", "amount"),
)
CASH = Table(
    "cash received",
    Column("date", "date", required=True, key=True),
    Column("customer", "customer", key=True),
    Column("method"),
    Column("received", "amount", key=True),
    Column("in books", "amount"),
    Column("realized", "amount"),
)


@then("the open items on {date} are:", table=OPEN)
def open_items_are(world: World, day: date, table: Rows) -> None:
    """Every invoice open at the end of that day, as it stood: in its own currency, and what the books carry it at."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [
        {
            "customer": one.customer,
            "invoice": names[one.item.invoice],
            "due": one.due,
            "entity": entity_cell(world.company, one.item.entity),
            "open": one.item.open,
            "in books": one.amount,
            "days overdue": max((day - one.item.due_date).days, 0),
        }
        for one in carried(collect(world.stack, day), _homes(world))
        if one.item
    ]
    world.check(table, found, f"the open items on {long_date(day)}")


@then("the ageing in the books on {date} is:", table=AGEING, bears=Bearing(axes=("cash",), natures=("wrong class",)))
def ageing_in_books_is(world: World, day: date, table: Rows) -> None:
    """What each customer owed at the end of that day by days past due, at what the books carry it at; revaluation to the
    closing rate, which belongs to no invoice, stands beside. The total is what stands on receivables."""
    found = [
        {"customer": one.customer, **one.by_age, "revaluation": one.revaluation, "total": one.total}
        for one in ageing_in_books(collect(world.stack, day), _homes(world))
    ]
    world.check(table, found, f"the ageing in the books on {long_date(day)}")


@then("the cash received in {period} is:", table=CASH)
def cash_received_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Every payment of the month in its own currency, what came into the books for it (what was taken back since included),
    and the exchange difference that it realized."""
    found = [
        {
            "date": one.day,
            "customer": one.customer or None,
            "method": one.method,
            "received": one.received,
            "in books": one.in_books,
            "realized": one.realized,
        }
        for one in cash_in_books(collect(world.stack, world.clock.today()), _homes(world), period)
    ]
    world.check(table, found, f"the cash received in {period}")


def _homes(world: World) -> dict[str, str]:
    return {entity.code: entity.currency for entity in world.company.entities}
