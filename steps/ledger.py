"""The general ledger: journal entries and balances."""

from __future__ import annotations

from datetime import date

from engine.model.calendar import AccountingPeriod, long_date
from engine.model.journal import JournalEntry
from engine.model.money import Money
from reports.naming import entry_name
from steps.failures import StoryError
from steps.names import entry_names
from steps.nearest import did_you_mean
from steps.phrases import then
from steps.source import Source
from steps.tables import Column, Rows, Table
from steps.world import World

JOURNAL = Table(
    "journal lines",
    Column("date", "date", key=True),
    Column("source", "source", key=True),
    Column("customer", "customer"),
    Column("account", required=True, key=True),
    Column("product", key=True),
    Column("debit", "amount"),
    Column("credit", "amount"),
)
BALANCES = Table(
    "balances",
    Column("account", required=True, key=True),
    Column("customer", "customer", key=True),
    Column("debit", "amount"),
    Column("credit", "amount"),
)


@then("the journal of {period} is:", table=JOURNAL)
def journal_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Every line posted into that month, and no other."""
    _check_journal(world, table, period.start, period.end, f"the journal of {period}")


@then("the journal of {period} for {customer} is:", table=JOURNAL)
def journal_of_customer_is(world: World, period: AccountingPeriod, customer: str, table: Rows) -> None:
    """Every line about that customer posted into that month, and no other."""
    _check_journal(world, table, period.start, period.end, f"the journal of {period} for {customer}", customer)


@then("the journal from {date} to {date} is:", table=JOURNAL)
def journal_between_is(world: World, start: date, end: date, table: Rows) -> None:
    """Every line posted on these days, and no other."""
    _check_journal(world, table, start, end, f"the journal from {start} to {end}")


@then("the journal of {period} contains:", table=JOURNAL)
def journal_contains(world: World, period: AccountingPeriod, table: Rows) -> None:
    """These lines are among those posted into that month."""
    _check_journal(world, table, period.start, period.end, f"the journal of {period} contains", exactly=False)


@then("the journal from {date} to {date} contains:", table=JOURNAL)
def journal_between_contains(world: World, start: date, end: date, table: Rows) -> None:
    """These lines are among those posted on these days."""
    _check_journal(world, table, start, end, f"the journal from {start} to {end} contains", exactly=False)


@then("nothing is posted in {period}")
def nothing_is_posted(world: World, period: AccountingPeriod) -> None:
    """The month's journal is empty."""
    world.lived(period.start)
    found = [entry.number for entry in world.erp.journal(period.start, period.end)]
    world.check_value(f"entries of {period}", "none", ", ".join(found) or "none")


@then("nothing is posted from {date} to {date}")
def nothing_is_posted_between(world: World, start: date, end: date) -> None:
    """No entry is posted on these days."""
    _in_order(world, start, end)
    found = [entry.number for entry in world.erp.journal(start, end)]
    world.check_value(f"entries from {start} to {end}", "none", ", ".join(found) or "none")


@then("the ledger shows on {date}:", table=BALANCES)
def ledger_shows(world: World, day: date, table: Rows) -> None:
    """The balances of these accounts at the end of that day; an account at zero has neither debit nor credit."""
    by_customer = any(column.name == "customer" for column in table.columns)
    for row in table.as_written():
        _known_account(world, str(row["account"]))
    world.check(table, _balances(world, day, by_customer), f"the ledger on {day}", exactly=False)


@then("the ledger shows on {date} exactly:", table=BALANCES)
def ledger_shows_exactly(world: World, day: date, table: Rows) -> None:
    """The balances at the end of that day of every account that is not at zero."""
    by_customer = any(column.name == "customer" for column in table.columns)
    found = [row for row in _balances(world, day, by_customer) if row["debit"] or row["credit"]]
    world.check(table, found, f"the ledger on {day}")


def _check_journal(
    world: World,
    table: Rows,
    start: date,
    end: date,
    title: str,
    customer: str | None = None,
    *,
    exactly: bool = True,
) -> None:
    _in_order(world, start, end)
    for row in table.as_written():
        _known_account(world, str(row["account"]))
    world.check(table, journal_lines(world, start, end, customer, _by_product(table)), title, exactly=exactly)


def _in_order(world: World, start: date, end: date) -> None:
    if end < start:
        raise StoryError(f"{long_date(end)} comes before {long_date(start)}; write the earlier day first")
    world.lived(start)


def _by_product(table: Rows) -> bool:
    return any(column.name == "product" for column in table.columns)


def journal_lines(
    world: World, start: date, end: date, customer: str | None, by_product: bool
) -> list[dict[str, object]]:
    """The journal lines of these days, one row an entry and account (and product, where the table asks for it)."""
    return [
        {
            "date": entry.posting_date,
            "source": Source(entry_names(entry), entry_name(entry)),
            "customer": entry.customer or None,
            "account": account,
            "product": product,
            "debit": amount if amount.minor > 0 else None,
            "credit": -amount if amount.minor < 0 else None,
        }
        for entry in world.erp.journal(start, end)
        if customer in (None, entry.customer)
        for (account, product), amount in _sums(entry, by_product).items()
        if amount
    ]


def _sums(entry: JournalEntry, by_product: bool) -> dict[tuple[str, str | None], Money]:
    found: dict[tuple[str, str | None], Money] = {}
    for line in entry.lines:
        key = line.account, line.product if by_product else None
        found[key] = found.get(key, Money.zero(entry.currency)) + line.amount
    return found


def _balances(world: World, day: date, by_customer: bool) -> list[dict[str, object]]:
    world.lived(day)
    currency = world.currency
    found: dict[tuple[str, str | None, str], Money] = {}
    for account in world.erp.accounts():
        if not by_customer:
            found[account.name, None, currency] = Money.zero(currency)
    for balance in world.erp.balances(day):
        key = balance.account, balance.customer if by_customer else None, balance.currency
        found[key] = found.get(key, Money.zero(balance.currency)) + balance.amount
    return [
        {
            "account": account,
            "customer": customer,
            "debit": amount if amount.minor > 0 else None,
            "credit": -amount if amount.minor < 0 else None,
        }
        for (account, customer, _), amount in found.items()
    ]


def _known_account(world: World, account: str) -> None:
    names = [known.name for known in world.erp.accounts()]
    if account not in names:
        raise StoryError(f"the chart of accounts has no {account!r}{did_you_mean(account, names)}")
