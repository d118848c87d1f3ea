"""The close as work: the checklist, who does which task when, and what the close report says of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.model.calendar import AccountingPeriod
from engine.model.checklist import CloseTask, TaskDone
from ports.stack import Capability
from scenarios.close_tasks import chained
from steps.company.entities import code_of, entity_cell
from steps.language.failures import StoryError
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

OF = ("each entity", "the group")
parameter_type("task of", "|".join(OF), str, noun="in whose books a task is done", hint="each entity", ways=OF)
TASKS = Table(
    "close tasks",
    Column("task", required=True, key=True),
    Column("owner", required=True),
    Column("after"),
    Column("days", "count", default=1),
    Column("of", "task of", default="each entity"),
)
WORK = Table(
    "work on the close",
    Column("task", required=True, key=True),
    Column("entity", key=True),
    Column("by", required=True),
    Column("started", "date"),
    Column("done", "date", required=True),
)
CHECKLIST = Table(
    "the close checklist",
    Column("task", required=True, key=True),
    Column("entity", "source", key=True),
    Column("owner"),
    Column("started", "date"),
    Column("done", "date"),
    Column("days planned", "count"),
    Column("days taken", "count"),
    Column("state"),
)


@given("the close is worked by this checklist:", table=TASKS)
def checklist_is(world: World, table: Rows) -> None:
    """The tasks of every close instead of the company's: which role does each, after which tasks above it (with commas between),
    in how many business days."""
    world.change_company(close_tasks=_tasks(table))


@when("the close of {period} is worked like this:", table=WORK)
def close_is_worked(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Tasks of the month's checklist, each done by a role on a day, in that order; begun on the same day unless said. A task
    is refused to anybody but its owner, and before all that it waits for is done."""
    world.need(Capability.CLOSE_PERIODS)
    for row in table.records():
        _work(world, period, row)


@when("{string} does {string} of the {period} close on {date}")
def does_task(world: World, role: str, task: str, period: AccountingPeriod, day: date) -> None:
    """A task of the month's checklist is begun and done on that day."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(day)
    world.attempt(lambda: world.erp.check_off(period, task, role))


@when("{string} does {string} of the {period} close of {entity} on {date}")
def does_task_of(world: World, role: str, task: str, period: AccountingPeriod, entity: str, day: date) -> None:
    """A task of the checklist of one legal entity's month is begun and done on that day; the others' stay as they are."""
    world.need(Capability.CLOSE_PERIODS)
    world.on(day)
    world.attempt(lambda: world.erp.check_off(period, task, role, entity=code_of(world, entity)))


@then("the {period} close checklist shows:", table=CHECKLIST)
def checklist_shows(world: World, period: AccountingPeriod, table: Rows) -> None:
    """These tasks of the month's checklist, as they are: done or open, when, and how many business days they took. Where the table
    has no entity, a task is done once it is done in the books of all."""
    by_entity = any(column.name == "entity" for column in table.columns)
    found = [row for task in world.erp.close_tasks() for row in _rows(world, period, task, by_entity)]
    world.check(table, found, f"the close checklist of {period}", exactly=False)


def _tasks(table: Rows) -> tuple[CloseTask, ...]:
    made = [
        CloseTask(
            name=str(row["task"]),
            owner=str(row["owner"]),
            after=_names(row["after"]),
            days=_count(row["days"]),
            of_group=row["of"] == "the group",
        )
        for row in table.records()
    ]
    for name in chained(made):
        raise StoryError(f"a task waits for {name!r}, which does not stand above it in the checklist")
    return tuple(made)


def _work(world: World, period: AccountingPeriod, row: dict[str, object]) -> None:
    done, started = row["done"], row["started"]
    assert isinstance(done, date)
    world.on(done)
    begun = started if isinstance(started, date) else None
    entity = code_of(world, str(row["entity"])) if row["entity"] else ""
    world.attempt(lambda: world.erp.check_off(period, str(row["task"]), str(row["by"]), begun, entity))


def _names(cell: object) -> tuple[str, ...]:
    return tuple(name.strip() for name in str(cell or "").split(",") if name.strip())


def _count(cell: object) -> int:
    assert isinstance(cell, int)
    return cell


def _rows(world: World, period: AccountingPeriod, task: CloseTask, by_entity: bool) -> Iterator[dict[str, object]]:
    """A row for each legal entity, or one: of the last of them that did it."""
    codes = [""] if task.of_group else [one.code for one in world.company.entities]
    found = {one.entity: one for one in world.erp.tasks_done() if (one.period, one.task) == (period, task.name)}
    if by_entity:
        yield from (_shown(task, found.get(code), entity_cell(world.company, code) if code else None) for code in codes)
    else:
        last = max(found.values(), key=lambda one: one.event_date) if len(found) == len(codes) else None
        yield _shown(task, last, None)


def _shown(task: CloseTask, done: TaskDone | None, entity: object) -> dict[str, object]:
    return {
        "task": task.name,
        "entity": entity,
        "owner": task.owner,
        "started": done.started if done else None,
        "done": done.event_date if done else None,
        "days planned": task.days,
        "days taken": done.days if done else None,
        "state": "done" if done else "open",
    }
