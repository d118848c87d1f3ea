"""Tax returns: what is due by the days that tax law counts, beside what the ledger posted on those days."""

from __future__ import annotations

from datetime import date
from itertools import chain

from engine.model.calendar import ServicePeriod, long_date
from engine.model.invoices import CreditMemo, Invoice
from reports.close.tax_dates import TaxFigures, beside_the_ledger, figures, tax_return
from steps.billing.invoices import issued
from steps.company.entities import entity_cell
from steps.language.failures import StoryError
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

RETURN = Table(
    "tax return",
    Column("entity", "source", key=True),
    Column("tax", required=True, key=True),
    Column("rate", "percent", key=True),
    Column("taxable", "amount"),
    Column("due", "amount"),
)
BESIDE = Table(
    "tax return beside the ledger",
    Column("entity", "source", key=True),
    Column("tax", required=True, key=True),
    Column("due", "amount"),
    Column("posted", "amount"),
    Column("of other returns", "amount"),
    Column("posted elsewhere", "amount"),
)


@then("the tax return from {date} to {date} is:", table=RETURN)
def tax_return_is(world: World, start: date, end: date, table: Rows) -> None:
    """What is taxed on these days by tax date, tax by tax and rate by rate, credits taken off, and nothing else: a month, a quarter
    or whatever the authority asks for. The tax date is the company's tax point; that of a credit memo its own day."""
    found = [_with_entity(world, row) for row in tax_return(_seen(world), _days(world, start, end))]
    world.check(table, found, f"the tax return from {long_date(start)} to {long_date(end)}")


@then("the tax return from {date} to {date} meets the ledger:", table=BESIDE)
def tax_return_meets_the_ledger(world: World, start: date, end: date, table: Rows) -> None:
    """What is due by tax date is what invoices and credit memos posted on these days, less what of it belongs to other returns,
    and what was posted on other days, or not at all yet."""
    found = [_with_entity(world, row) for row in beside_the_ledger(_seen(world), _days(world, start, end))]
    world.check(table, found, f"the tax return from {long_date(start)} to {long_date(end)} beside the ledger")


def _days(world: World, start: date, end: date) -> ServicePeriod:
    if end < start:
        raise StoryError(f"{long_date(end)} comes before {long_date(start)}; write the earlier day first")
    world.lived(start)
    return ServicePeriod(start, end)


def _seen(world: World) -> TaxFigures:
    documents = chain[Invoice | CreditMemo](issued(world), world.billing.credit_memos())
    journal = world.erp.journal(date.min, date.max)
    return figures(documents, journal, world.company.policies.tax_point)


def _with_entity(world: World, row: dict[str, object]) -> dict[str, object]:
    return {**row, "entity": entity_cell(world.company, str(row["entity"]))}
