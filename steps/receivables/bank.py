"""Bank statements, and what they are matched with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import cast

from engine.model.bank import BankItem, StatedLine
from engine.model.calendar import long_date
from engine.model.money import Money, total
from steps.company.entities import code_of, currency_of
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

STATEMENT = Table(
    "bank statement",
    Column("value date", "date"),
    Column("amount", "amount", required=True),
    Column("reference", default=""),
    Column("payer", default=""),
    Column("id", default=""),
)
ITEMS = Table(
    "bank lines",
    Column("date", "date", required=True, key=True),
    Column("bank", "amount"),
    Column("ledger", "amount"),
    Column("reference"),
    Column("payer"),
    Column("documents", key=True),
    Column("state"),
    Column("owner"),
    Column("age", "count"),
    Column("because"),
)
BALANCE = Table("bank reconciliation", Column("line", required=True, key=True), Column("amount", "amount"))


@given("money is on its way to the bank for at most {count} days")
def on_its_way_for(world: World, days: int) -> None:
    """How many days apart a bank line and its entry may lie, and after how many the bank should know of an entry."""
    world.change_company(bank_days=days)


@given("the bank may keep up to {money} of a transfer")
def may_keep(world: World, most: Money) -> None:
    """Up to how much a bank line may be below what is booked for it; that is a bank charge, or left open, by convention."""
    exact = Decimal(most.exact.numerator) / Decimal(most.exact.denominator)
    world.change_company(bank_keeps=exact)


@when("the bank statement of {date} shows:", table=STATEMENT)
def statement_shows(world: World, day: date, table: Rows) -> None:
    """Lines of the first legal entity's bank statement are brought in that day; without a value date they count from it."""
    _bring_in(world, "", day, table)


@when("the bank statement of {entity} of {date} shows:", table=STATEMENT)
def statement_of_shows(world: World, entity: str, day: date, table: Rows) -> None:
    """Lines of that legal entity's bank statement are brought in that day; without a value date they count from it."""
    _bring_in(world, code_of(world, entity), day, table)


@when("finance matches the bank line {string} with {string} on {date}")
def matches(world: World, reference: str, documents: str, day: date) -> None:
    """Somebody says which documents (their numbers, between commas) the line with that reference is, or with that number."""
    world.on(day)
    line = _line(world, reference)
    world.attempt(lambda: world.erp.match_line(line, [name.strip() for name in documents.split(",")]))


@then("the bank lines on {date} are:", table=ITEMS)
def bank_lines_are(world: World, day: date, table: Rows) -> None:
    """Every bank line by that day, and every entry on a bank account that the bank does not state, matched or not."""
    world.check(table, map(_row, world.erp.bank_items(day)), f"bank lines on {long_date(day)}")


@then("these are not matched with the bank on {date}:", table=ITEMS)
def not_matched(world: World, day: date, table: Rows) -> None:
    """Of the bank's lines and the ledger's entries those without their like, each with its owner and age in days."""
    open_ = (item for item in world.erp.bank_items(day) if item.state != "matched")
    world.check(table, map(_row, open_), f"not matched with the bank on {long_date(day)}")


@then("everything at the bank is matched on {date}")
def all_is_matched(world: World, day: date) -> None:
    """The bank states what the ledger holds, line by line, and nothing is on its way."""
    open_ = [item.because for item in world.erp.bank_items(day) if item.state != "matched"]
    world.check_value(f"not matched with the bank on {long_date(day)}", "nothing", ", ".join(open_) or "nothing")


@then("the bank reconciliation on {date} is:", table=BALANCE)
def reconciliation_is(world: World, day: date, table: Rows) -> None:
    """From what the bank states to what the ledger has booked: on its way, and not as booked."""
    items = list(world.erp.bank_items(day))
    world.check(table, _balance(items, world.currency), f"bank reconciliation on {long_date(day)}")


def _bring_in(world: World, entity: str, day: date, table: Rows) -> None:
    world.on(day)
    currency = currency_of(world, entity)
    for row in table.records(currency):
        line = StatedLine(
            amount=cast("Money", row["amount"]),
            value_date=cast("date | None", row["value date"]) or day,
            reference=str(row["reference"]),
            payer=str(row["payer"]),
            id=str(row["id"]),
        )
        world.attempt(lambda line=line: world.erp.bring_in(entity, line))  # type: ignore[misc]  # bound as it is


def _line(world: World, reference: str) -> str:
    """The number of the bank line so called. StoryError names the nearest."""
    items = [item for item in world.erp.bank_items(world.clock.today()) if item.line]
    names = {name: item.line for item in items for name in (item.line, item.reference) if name}
    if reference not in names:
        raise StoryError(f"the bank states no line {reference!r}{did_you_mean(reference, list(names))}")
    return str(names[reference])


def _row(item: BankItem) -> dict[str, object]:
    return {
        "date": item.day,
        "bank": item.stated if item.line else None,
        "ledger": item.booked if item.documents else None,
        "reference": item.reference or None,
        "payer": item.payer or None,
        "documents": ", ".join(item.documents) or None,
        "state": f"{item.state} by hand" if item.by_hand else item.state,
        "owner": item.owner or None,
        "age": item.age,
        "because": item.because or None,
    }


def _balance(items: list[BankItem], currency: str) -> Iterator[dict[str, object]]:
    amounts: dict[str, list[Money]] = {"bank": [], "on its way": [], "not as booked": [], "ledger": []}
    for item in items:
        amounts["bank"].append(item.stated)
        amounts["ledger"].append(item.booked)
        where = "on its way" if item.line is None else "not as booked"
        amounts[where].append(item.booked - item.stated)
    for line, found in amounts.items():
        yield {"line": line, "amount": total(found, currency)}
