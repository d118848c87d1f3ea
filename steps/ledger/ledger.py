"""The general ledger: journal entries and balances."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from engine.model.calendar import AccountingPeriod, long_date
from engine.model.journal import JournalEntry
from engine.model.money import Money
from reports.systems.naming import entry_name
from steps.company.entities import code_of, currency_of, entity_cell
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import then
from steps.language.source import Source
from steps.language.tables import Column, Exact, Rows, Table
from steps.ledger.gathering import gathered
from steps.stage.names import entry_names
from steps.stage.world import World

JOURNAL = Table(
    "journal lines",
    Column("date", "date", key=True),
    Column("event", "date"),
    Column("effective", "date"),
    Column("recorded", "date"),
    Column("belongs to"),
    Column("source", "source", key=True),
    Column("entity", "source"),
    Column("customer", "customer"),
    Column("account", required=True, key=True),
    Column("product", key=True),
    Column("region", key=True),
    Column("channel", key=True),
    Column("debit", "amount"),
    Column("credit", "amount"),
    Column("document debit", "amount"),
    Column("document credit", "amount"),
)
# Entity, account, customer, the currency of the books and that of the documents.
_Place = tuple[str, str, str | None, str, str]
BALANCES = Table(
    "balances",
    Column("entity", "source", key=True),
    Column("account", required=True, key=True),
    Column("customer", "customer", key=True),
    Column("debit", "amount"),
    Column("credit", "amount"),
    Column("document debit", "amount"),
    Column("document credit", "amount"),
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


@then("the journal of {entity} in {period} is:", table=JOURNAL)
def journal_of_entity_is(world: World, entity: str, period: AccountingPeriod, table: Rows) -> None:
    """Every line posted into that month in the books of a legal entity, and no other; amounts are in its currency."""
    _check_journal(world, table, period.start, period.end, f"the journal of {entity} in {period}", entity=entity)


@then("the journal of {entity} in {period} contains:", table=JOURNAL)
def journal_of_entity_contains(world: World, entity: str, period: AccountingPeriod, table: Rows) -> None:
    """These lines are among those posted into that month in the books of a legal entity."""
    title = f"the journal of {entity} in {period} contains"
    _check_journal(world, table, period.start, period.end, title, entity=entity, exactly=False)


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
    _check_balances(world, table, day, f"the ledger on {day}", exactly=False)


@then("the ledger shows on {date} exactly:", table=BALANCES)
def ledger_shows_exactly(world: World, day: date, table: Rows) -> None:
    """The balances at the end of that day of every account that is not at zero; one at zero may be named."""
    _check_balances(world, table, day, f"the ledger on {day}")


@then("the ledger of {entity} shows on {date}:", table=BALANCES)
def ledger_of_entity_shows(world: World, entity: str, day: date, table: Rows) -> None:
    """The balances of these accounts in the books of a legal entity at the end of that day, in its currency."""
    _check_balances(world, table, day, f"the ledger of {entity} on {day}", entity=entity, exactly=False)


@then("the ledger of {entity} shows on {date} exactly:", table=BALANCES)
def ledger_of_entity_shows_exactly(world: World, entity: str, day: date, table: Rows) -> None:
    """The balances of every account of a legal entity that is not at zero at the end of that day, in its currency; one at zero
    may be named."""
    _check_balances(world, table, day, f"the ledger of {entity} on {day}", entity=entity)


def _check_balances(
    world: World, table: Rows, day: date, title: str, *, entity: str | None = None, exactly: bool = True
) -> None:
    written = table.as_written()
    for row in written:
        _known_account(world, str(row["account"]))
    names = {column.name for column in table.columns}
    found = _balances(world, day, names, code_of(world, entity) if entity else None)
    if exactly:
        # A row that says no amount, or 0.00, asks for nothing on that account.
        asked = [row for row in written if not any(_says_money(row.get(side)) for side in ("debit", "credit"))]
        found = [one for one in found if one["debit"] or one["credit"] or any(_is_of(one, row) for row in asked)]
    world.check(table, found, title, exactly=exactly, currency=currency_of(world, entity))


def _is_of(found: dict[str, object], row: Mapping[str, object]) -> bool:
    """Whether a balance is that of a written row: of its account and, where it names one, its legal entity."""
    whose, named = found["entity"], row.get("entity")
    ours = not _says(named) or named == whose or (isinstance(whose, Source) and str(named).lower() in whose.names)
    return ours and found["account"] == row["account"]


def _says_money(cell: object) -> bool:
    return _says(cell) and not (isinstance(cell, Exact) and not cell.value)


def _says(cell: object) -> bool:
    return bool(cell) and str(cell) != "-"


def _check_journal(
    world: World,
    table: Rows,
    start: date,
    end: date,
    title: str,
    customer: str | None = None,
    *,
    entity: str | None = None,
    exactly: bool = True,
) -> None:
    _in_order(world, start, end)
    for row in table.as_written():
        _known_account(world, str(row["account"]))
    code = code_of(world, entity) if entity else None
    found = journal_lines(world, start, end, customer, _names(table), code)
    found = gathered(found, table.as_written()) if exactly else found
    world.check(table, found, title, exactly=exactly, currency=currency_of(world, entity))


def _in_order(world: World, start: date, end: date) -> None:
    if end < start:
        raise StoryError(f"{long_date(end)} comes before {long_date(start)}; write the earlier day first")
    world.lived(start)


def _names(table: Rows) -> frozenset[str]:
    return frozenset(column.name for column in table.columns)


def journal_lines(
    world: World, start: date, end: date, customer: str | None, names: frozenset[str], entity: str | None = None
) -> list[dict[str, object]]:
    """The journal lines of these days, one row an entry and account (and product, region, channel and customer, where `names`
    asks for them)."""
    return [
        {
            "date": entry.posting_date,
            "event": entry.event_date,
            "effective": entry.effective_date,
            "recorded": entry.recorded,
            "belongs to": str(entry.origin_period) if entry.origin_period else None,
            "source": Source(entry_names(entry), entry_name(entry)),
            "entity": entity_cell(world.company, entry.entity),
            "customer": whose or None,
            "account": account,
            **about,
            **_sides(amount, document),
        }
        for entry in world.erp.journal(start, end)
        if customer in (None, entry.customer) and entity in (None, entry.entity)
        for (account, whose, *told), (amount, document) in _sums(entry, names).items()
        for about in [dict(zip(_ABOUT, told, strict=True))]
        if amount or document
    ]


_ABOUT = ("product", "region", "channel")


def _sums(entry: JournalEntry, names: frozenset[str]) -> dict[tuple[str | None, ...], tuple[Money, Money]]:
    """By account (and product, region, channel and, in an entry about several, customer): in the currency of the books, and in
    the document's."""
    found: dict[tuple[str | None, ...], tuple[Money, Money]] = {}
    nothing = Money.zero(entry.book_currency), Money.zero(entry.currency)
    several = "customer" in names and len({line.customer for line in entry.lines}) > 1
    for line in entry.lines:
        about = (getattr(line, name) or None if name in names else None for name in _ABOUT)
        key = line.account, line.customer if several else entry.customer, *about
        booked, amount = found.get(key, nothing)
        found[key] = booked + line.booked, amount + line.amount
    return found


def _sides(booked: Money, document: Money) -> dict[str, Money | None]:
    """Debit and credit, in the currency of the books and in the document's."""
    return {
        "debit": booked if booked.minor > 0 else None,
        "credit": -booked if booked.minor < 0 else None,
        "document debit": document if document.minor > 0 else None,
        "document credit": -document if document.minor < 0 else None,
    }


def _balances(world: World, day: date, names: set[str], entity: str | None) -> list[dict[str, object]]:
    """The balances of one legal entity or of all; by customer and by entity where the table asks for them."""
    world.lived(day)
    found: dict[_Place, tuple[Money, Money]] = {}
    whose_document = {"document debit", "document credit"} & names
    for one in world.company.entities if "customer" not in names else ():
        for account in world.erp.accounts() if entity in (None, one.code) else ():
            key: _Place = (one.code if "entity" in names else "", account.name, None, one.currency, one.currency)
            found[key] = Money.zero(one.currency), Money.zero(one.currency)
    for balance in world.erp.balances(day):
        if entity in (None, balance.entity):
            whose = balance.customer if "customer" in names else None
            code, into = balance.entity if "entity" in names else "", balance.booked.currency
            key = code, balance.account, whose, into, balance.currency if whose_document else into
            booked, amount = found.get(key, (Money.zero(into), Money.zero(key[-1])))
            found[key] = booked + balance.booked, amount + (balance.amount if whose_document else balance.booked)
    return [
        {"entity": entity_cell(world.company, code), "account": account, "customer": customer, **_sides(booked, amount)}
        for (code, account, customer, _, _), (booked, amount) in found.items()
    ]


def _known_account(world: World, account: str) -> None:
    names = [known.name for known in world.erp.accounts()]
    if account not in names:
        raise StoryError(f"the chart of accounts has no {account!r}{did_you_mean(account, names)}")
