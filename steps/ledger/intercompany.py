"""What passes between the legal entities of a company, and what they are together."""

from __future__ import annotations

from datetime import date

from engine.model.calendar import AccountingPeriod
from engine.model.money import Money
from steps.company.entities import entity_cell
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

CONSOLIDATION = Table(
    "consolidated trial balance",
    Column("account", required=True, key=True),
    Column("combined", "amount"),
    Column("eliminated", "amount"),
    Column("consolidated", "amount"),
    Column("debit", "amount"),
    Column("credit", "amount"),
)
MATRIX = Table(
    "what entities owe each other",
    Column("entity", "source", required=True, key=True),
    Column("counterparty", "source", required=True, key=True),
    Column("due from", "amount"),
    Column("due to", "amount"),
)


@when("{entity} charges {entity} {money} for {string} on {date}")
def charges(world: World, entity: str, other: str, amount: Money, reason: str, day: date) -> None:
    """One legal entity has delivered something for another, and recharges it; both books show it at once."""
    world.on(day)
    world.attempt(lambda: world.erp.charge(entity, other, amount, reason))


@when("{entity} pays {money} from {string} for {string} of {entity} on {date}")
def pays_for(world: World, entity: str, amount: Money, gives: str, takes: str, other: str, day: date) -> None:
    """One legal entity pays what is another's (a bill, a wage), or passes a cost on: it credits the first account, the other debits
    the second, and each shows what is owed between them."""
    world.on(day)
    world.attempt(lambda: world.erp.charge(entity, other, amount, takes, gives, takes))


@when("{entity} lends {entity} {money} on {date}")
def lends(world: World, entity: str, other: str, amount: Money, day: date) -> None:
    """One legal entity lends another money: cash of the one becomes cash of the other, owed between them."""
    world.on(day)
    cash = next(account.name for account in world.erp.accounts() if account.role == "cash")
    world.attempt(lambda: world.erp.charge(entity, other, amount, "loan", cash, cash))


@when("{entity} settles {money} with {entity} on {date}")
def settles(world: World, entity: str, amount: Money, other: str, day: date) -> None:
    """A legal entity pays another what it owes it, or a part of it."""
    world.on(day)
    world.attempt(lambda: world.erp.settle(entity, other, amount))


@then("the consolidated trial balance for {period} is:", table=CONSOLIDATION)
def consolidated_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """All legal entities together at the month's end, in the first one's currency, and no other account: assets and
    liabilities at the closing rate, income and expenses at the average rates, without what they owe each other."""
    _check(world, table, period, world.currency)


@then("the consolidated trial balance for {period} in {currency} is:", table=CONSOLIDATION)
def consolidated_in_is(world: World, period: AccountingPeriod, currency: str, table: Rows) -> None:
    """All legal entities together at the month's end, translated into that currency, without what they owe each other."""
    _check(world, table, period, currency)


def _check(world: World, table: Rows, period: AccountingPeriod, currency: str) -> None:
    world.lived(period.start)
    rows = [
        {
            "account": row.account,
            "combined": row.combined,
            "eliminated": row.eliminated,
            "consolidated": row.consolidated,
            "debit": row.consolidated if row.consolidated.minor > 0 else None,
            "credit": -row.consolidated if row.consolidated.minor < 0 else None,
        }
        for row in world.erp.consolidation(period, currency)
    ]
    world.check(table, rows, f"the consolidated trial balance for {period}", currency=currency)


@then("the entities owe each other on {date}:", table=MATRIX)
def owe_each_other(world: World, day: date, table: Rows) -> None:
    """The intercompany matrix at the end of a day: what each entity has to get from and owes each other, in the currency
    of its own books, and nothing else."""
    world.lived(day)
    world.check(table, _matrix(world, day), f"intercompany balances on {day}")


def _matrix(world: World, day: date) -> list[dict[str, object]]:
    roles = {account.name: account.role for account in world.erp.accounts()}
    sums: dict[tuple[str, str, str], dict[str, int]] = {}
    for entry in world.erp.journal(date.min, day):
        for line in entry.lines if entry.counterparty else ():
            if roles[line.account] in ("due from group", "due to group"):
                key = entry.entity, entry.counterparty, line.booked.currency
                found = sums.setdefault(key, {"due from group": 0, "due to group": 0})
                found[roles[line.account]] += line.booked.minor
    return [
        {
            "entity": entity_cell(world.company, entity),
            "counterparty": entity_cell(world.company, other),
            "due from": Money(found["due from group"], currency) if found["due from group"] else None,
            "due to": Money(-found["due to group"], currency) if found["due to group"] else None,
        }
        for (entity, other, currency), found in sums.items()
        if any(found.values())
    ]
