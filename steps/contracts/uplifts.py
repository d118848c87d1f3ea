"""How prices rise by themselves: what contracts say about it, and the indices they rise with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any

from engine.model.calendar import AccountingPeriod
from engine.model.policies import question_named
from engine.model.uplifts import IndexValue, UpliftClause
from steps.language.failures import StoryError
from steps.language.nearest import did_you_mean
from steps.language.phrases import given, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

UPLIFTS = Table(
    "standing uplift",
    Column("percent", "percent", default=Decimal(0)),
    Column("index"),
    Column("more", "percent", default=Decimal(0)),
    Column("at least", "percent"),
    Column("at most", "percent"),
    Column("months before", "count", default=0),
    Column("applies"),
)
INDEX = Table(
    "index values",
    Column("index", required=True),
    Column("month", "period", required=True),
    Column("value", "number", required=True),
)


@given("{customer} agrees to this uplift with the next contract:", table=UPLIFTS)
def agrees_to_uplift(world: World, customer: str, table: Rows) -> None:
    """How its prices rise by themselves: by a percentage, or as an index rose in a year (and so much more), within limits;
    when, says the company's convention unless it is said here."""
    world.drafted.setdefault(customer, {})["uplift"] = _clause(table)


@given("every contract is uplifted so:", table=UPLIFTS)
def every_contract(world: World, table: Rows) -> None:
    """The uplift of every contract from then on that agrees on none of its own."""
    world.change_company(uplift=_clause(table))


@given("these index values:", table=INDEX)
def index_values(world: World, table: Rows) -> None:
    """What an index stands at, month by month."""
    world.when_started(lambda: _publish(world, table))


@when("these index values are published on {date}:", table=INDEX)
def published_on(world: World, on: date, table: Rows) -> None:
    """What an index stands at becomes known on that day: what waited for it is billed then."""
    world.on(on)
    _publish(world, table)


def _publish(world: World, table: Rows) -> None:
    for row in table.as_written():
        world.attempt(partial(world.billing.set_index, _value(row)))


def _value(row: dict[str, Any]) -> IndexValue:
    month, value = row["month"], row["value"]
    assert isinstance(month, AccountingPeriod)
    return IndexValue(index=str(row["index"]), month=date(month.year, month.month, 1), value=Decimal(value))


def _clause(table: Rows) -> UpliftClause:
    """The one row of the table. StoryError for more than one, or a time that is none."""
    if len(table) != 1:
        raise StoryError(f"a contract has one standing uplift; this table has {len(table)} rows")
    row: dict[str, Any] = table.as_written()[0]
    applies, known = row["applies"], [answer.text for answer in question_named("standing uplift applies").answers]
    if applies and applies not in known:
        raise StoryError(f"an uplift does not apply {applies}{did_you_mean(str(applies), known)}")
    return UpliftClause(
        percent=(row["percent"] + row["more"]) * 100,
        index=str(row["index"] or ""),
        at_least=_percent(row["at least"]),
        at_most=_percent(row["at most"]),
        months_before=row["months before"],
        applies=applies or None,
    )


def _percent(share: Decimal | None) -> Decimal | None:
    return None if share is None else share * 100
