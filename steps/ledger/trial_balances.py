"""Trial balances: every account before, in and after a month."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.calendar import AccountingPeriod
from engine.model.journal import TrialBalanceRow
from reports.close.trial_balance import over
from steps.company.entities import code_of, currency_of, entity_cell
from steps.language.failures import StoryError
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

TRIAL_BALANCE = Table(
    "trial balance",
    Column("entity", "source", key=True),
    Column("account", required=True, key=True),
    Column("opening", "amount"),
    Column("debits", "amount"),
    Column("credits", "amount"),
    Column("closing", "amount"),
    Column("debit", "amount"),
    Column("credit", "amount"),
)


@then("the trial balance of {entity} for {period} is:", table=TRIAL_BALANCE)
def trial_balance_of_is(world: World, entity: str, period: AccountingPeriod, table: Rows) -> None:
    """Every account of a legal entity that was ever used, in its currency: opening and closing (debit positive, or as
    debit or credit), and what moved in the month."""
    _check(world, table, [period], f"the trial balance of {entity} for {period}", entity)


@then("the trial balance for {period} is:", table=TRIAL_BALANCE)
def trial_balance_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Every account that was ever used, of all legal entities, each in its own currency."""
    _check(world, table, [period], f"the trial balance for {period}", None)


@then("the trial balance of {entity} from {period} to {period} is:", table=TRIAL_BALANCE)
def trial_balance_of_months_of_is(
    world: World, entity: str, first: AccountingPeriod, last: AccountingPeriod, table: Rows
) -> None:
    """The same over several months of a fiscal year: what stood before the first, what moved in all, what stands at the end."""
    _check(world, table, _months(first, last), f"the trial balance of {entity} from {first} to {last}", entity)


@then("the trial balance from {period} to {period} is:", table=TRIAL_BALANCE)
def trial_balance_of_months_is(world: World, first: AccountingPeriod, last: AccountingPeriod, table: Rows) -> None:
    """The same of all legal entities: a quarter, or the year to date."""
    _check(world, table, _months(first, last), f"the trial balance from {first} to {last}", None)


def _months(first: AccountingPeriod, last: AccountingPeriod) -> list[AccountingPeriod]:
    if last < first:
        raise StoryError(f"{first} comes after {last}; say the earlier month first")
    found = [first]
    while found[-1] < last:
        found.append(found[-1].next)
    return found


def _check(world: World, table: Rows, months: Sequence[AccountingPeriod], title: str, entity: str | None) -> None:
    world.lived(months[-1].start)
    code = code_of(world, entity) if entity else None
    found = over([world.erp.trial_balance(month) for month in months])
    rows = [_row(world, row) for row in found if code in (None, row.entity)]
    world.check(table, rows, title, currency=currency_of(world, entity))


def _row(world: World, row: TrialBalanceRow) -> dict[str, object]:
    return {
        "entity": entity_cell(world.company, row.entity),
        "account": row.account,
        "opening": row.opening,
        "debits": row.debits,
        "credits": row.credits,
        "closing": row.closing,
        "debit": row.closing if row.closing.minor > 0 else None,
        "credit": -row.closing if row.closing.minor < 0 else None,
    }
