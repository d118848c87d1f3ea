"""Region, channel and the like: what journal lines are told apart by beside their accounts."""

from __future__ import annotations

from engine.model.bearing import Bearing
from engine.model.calendar import AccountingPeriod
from engine.model.journal import LineDimension
from reports.close.earned import revenue_by
from steps.company.entities import entity_cell
from steps.language.phrases import given, parameter_type, then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

BEARS = Bearing(axes=("revenue",), natures=("wrong class",))

DIMENSIONS = ("region", "channel", "customer", "contract", "product")
parameter_type(
    "told apart by", "|".join(DIMENSIONS), str, noun="what lines are told apart by", hint="region", ways=DIMENSIONS
)
SOLD = Table(
    "how contracts are sold",
    Column("customer", "customer", required=True, key=True),
    Column("region"),
    Column("channel"),
)
BALANCE = Table(
    "trial balance by a dimension",
    *(Column(name, key=True) for name in DIMENSIONS),
    Column("entity", "source", key=True),
    Column("account", required=True, key=True),
    *(Column(name, "amount") for name in ("opening", "debits", "credits", "closing", "debit", "credit")),
)
REVENUE = Table(
    "revenue by dimensions",
    *(Column(name, key=True) for name in DIMENSIONS),
    Column("entity", "source", key=True),
    Column("amount", "amount", required=True),
)


@given("the next contracts are sold so:", table=SOLD)
def are_sold(world: World, table: Rows) -> None:
    """Region and channel of each customer's next contract, where they are not the customer's own."""
    for row in table.records():
        world.sold[str(row["customer"])] = str(row["region"] or ""), str(row["channel"] or "")


@then("the trial balance for {period} by {told apart by} is:", table=BALANCE)
def trial_balance_by(world: World, period: AccountingPeriod, dimension: LineDimension, table: Rows) -> None:
    """Every account by region, channel, customer, contract or product of its lines (`-`: lines of none); what stands in a row
    adds up to the account's balance."""
    world.lived(period.start)
    world.check(table, _balances(world, period, dimension), f"the trial balance for {period} by {dimension}")


@then("the revenue of {period} is made of:", table=REVENUE)
def revenue_is_made_of(world: World, period: AccountingPeriod, table: Rows) -> None:
    """All revenue posted in that month, by the columns that the table has: region, channel, customer, contract, product, entity."""
    world.lived(period.start)
    world.check(table, _revenue(world, period, table), f"the revenue of {period}")


def _balances(world: World, period: AccountingPeriod, dimension: LineDimension) -> list[dict[str, object]]:
    return [
        {
            **dict.fromkeys(DIMENSIONS),
            dimension: row.of or None,
            "entity": entity_cell(world.company, row.entity),
            "account": row.account,
            "opening": row.opening,
            "debits": row.debits,
            "credits": row.credits,
            "closing": row.closing,
            "debit": row.closing if row.closing.minor > 0 else None,
            "credit": -row.closing if row.closing.minor < 0 else None,
        }
        for row in world.erp.trial_balance_by(period, dimension)
    ]


def _revenue(world: World, period: AccountingPeriod, table: Rows) -> list[dict[str, object]]:
    """One row for each combination of what the table asks for."""
    known = (*DIMENSIONS, "entity")
    asked = [column.name for column in table.columns if column.name in known]
    earned = revenue_by(world.erp.journal(period.start, period.end), world.erp.accounts(), asked)
    return [
        dict.fromkeys(known)
        | {name: _cell(world, name, told) for name, told in zip(asked, key, strict=True)}
        | {"amount": amount}
        for key, amount in earned.items()
    ]


def _cell(world: World, name: str, told: str) -> object:
    return entity_cell(world.company, told) if name == "entity" and told else told or None
