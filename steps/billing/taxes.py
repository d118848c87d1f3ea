"""Sales tax: the codes and rates of a story, who pays none, what each line was taxed, and the tax ledger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.model.bearing import COMPLIANCE, CUSTOMER, of
from engine.model.calendar import AccountingPeriod, long_date
from engine.model.company import TaxRate, TaxStatus
from reports.close.tax_ledger import tax_ledger
from reports.tie_outs.cash_basis import standing
from steps.billing.invoices import issued
from steps.company.catalog import decimal
from steps.language.failures import StoryError
from steps.language.phrases import given, parameter_type, then
from steps.language.tables import Column, Rows, Table
from steps.stage.witness import collected
from steps.stage.world import World

BEARS = COMPLIANCE | CUSTOMER

parameter_type(
    "treatment",
    "taxed|zero-rated|exempt|reverse charge",
    str,
    noun="a treatment",
    hint="taxed, zero-rated, exempt or reverse charge",
)
parameter_type(
    *("on taxes", "net|net and other taxes|price with it", str),
    noun="what a tax is on",
    hint="net, net and other taxes, or price with it",
)
TAX_CODES = Table(
    "tax codes",
    Column("tax code", required=True, key=True),
    Column("tax", key=True),
    Column("rate", "percent", default=Decimal(0)),
    Column("each", "amount"),
    Column("from", "date", default=date.min, key=True),
    Column("on", "on taxes", default="net"),
    Column("treatment", "treatment", default="taxed"),
)
LINE_TAXES = Table(
    "taxes of invoice lines",
    Column("date", "date", key=True),
    Column("for", "product", key=True),
    Column("from", "date", key=True),
    Column("to", "date", key=True),
    Column("tax", required=True, key=True),
    Column("rate", "percent", key=True),
    Column("net", "amount"),
    Column("amount", "amount"),
    Column("treatment", "treatment"),
)
LEDGER = Table(
    "tax ledger",
    Column("tax", required=True, key=True),
    Column("rate", "percent", key=True),
    Column("treatment", "treatment", key=True),
    Column("taxable", "amount"),
    Column("charged", "amount"),
    Column("credited", "amount"),
    Column("due", "amount"),
)


STANDING = Table(
    "tax due and not yet due",
    Column("tax", required=True, key=True),
    Column("charged", "amount"),
    Column("due", "amount"),
    Column("not yet due", "amount"),
)


@given("these tax codes:", table=TAX_CODES)
def these_tax_codes(world: World, table: Rows) -> None:
    """Tax codes with their rates; rows of one code are taxes charged together (state, county ...), each from its day on."""
    for row in table.as_written():
        world.set_tax_rate(_rate(row))


@given("{customer} is exempt from tax")
def is_exempt(world: World, customer: str) -> None:
    """The customer pays no tax on anything: its invoices say so."""
    _set_status(world, customer, "exempt")


@given("{customer} accounts for the tax under the reverse charge")
def is_reverse_charged(world: World, customer: str) -> None:
    """The customer owes the tax where it is: its invoices bear none, and the note that says so."""
    _set_status(world, customer, "reverse charge")


@then("{customer} is taxed:", table=LINE_TAXES)
def is_taxed(world: World, customer: str, table: Rows) -> None:
    """These taxes are among those of the customer's invoice lines, one row for each tax on a line."""
    world.check(table, _line_taxes(world, customer), f"{customer} is taxed", exactly=False)


@then("the tax ledger of {period} is:", table=LEDGER, bears=of("tax misstated on a return"))
def tax_ledger_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """What was taxed in that month, tax by tax and rate by rate, less what was credited; and nothing else."""
    world.lived(period.start)
    found = tax_ledger(issued(world), world.billing.credit_memos(), period.start, period.end)
    world.check(table, found, f"the tax ledger of {period}")


@then("the tax due and not yet due on {date} is:", table=STANDING, bears=of("tax misstated on a return"))
def tax_standing_is(world: World, day: date, table: Rows) -> None:
    """By tax what is left of what was charged by the end of that day, credits and losses taken off; what of it is due to the
    authority, and what is not yet because nobody paid it, where that is the company's convention."""
    world.lived(day)
    found = standing(collected(world.stack, day, world.company), world.company.policies.tax_due == "when paid")
    world.check(table, found, f"the tax due and not yet due on {long_date(day)}")


def _rate(row: dict[str, object]) -> TaxRate:
    percent, start = row["rate"], row["from"]
    assert isinstance(percent, Decimal)
    assert isinstance(start, date)
    if not 0 <= percent <= 1:
        raise StoryError(f"{percent * 100:f}% is no tax rate; it lies between 0% and 100%")
    return TaxRate(
        code=str(row["tax code"]),
        percent=percent * 100,
        start=start,
        tax=str(row["tax"] or ""),
        compound=row["on"] == "net and other taxes",
        within=row["on"] == "price with it",
        each=decimal(row["each"]) if row["each"] else Decimal(0),
        treatment=row["treatment"],  # type: ignore[arg-type]  # by the kind of its column
    )


def _set_status(world: World, customer: str, status: TaxStatus) -> None:
    customers = (replace(c, tax_status=status) if c.name == customer else c for c in world.company.customers)
    world.change_company(customers=tuple(customers))


def _line_taxes(world: World, customer: str) -> Iterator[dict[str, object]]:
    for invoice in issued(world):
        for line in invoice.lines if invoice.customer == customer else ():
            for tax in line.by_tax:
                yield {
                    "date": invoice.event_date,
                    "for": line.product,
                    "from": line.service.start,
                    "to": line.service.end,
                    "tax": tax.tax,
                    "rate": tax.percent / 100,
                    "net": line.net,
                    "amount": tax.amount,
                    "treatment": line.treatment,
                }
