"""The close as work: the checklist, who does which task when, and what the close report says of it."""

from __future__ import annotations

from datetime import date

from engine.model.calendar import AccountingPeriod
from engine.model.checklist import CloseTask, TaskDone
from ports.stack import Capability
from scenarios.close_tasks import chained
from steps.failures import StoryError
from steps.phrases import given, then, when
from steps.tables import Column, Rows, Table
from steps.world import World

TASKS = Table(
    "close tasks",
    Column("task", required=True, key=True),
    Column("owner", required=True),
    Column("after"),
    Column("days", "count", default=1),
)
WORK = Table(
    "work on the close",
    Column("task", required=True, key=True),
    Column("by", required=True),
    Column("started", "date"),
    Column("done", "date", required=True),
)
CHECKLIST = Table(
    "the close checklist",
    Column("task", required=True, key=True),
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


@then("the {period} close checklist shows:", table=CHECKLIST)
def checklist_shows(world: World, period: AccountingPeriod, table: Rows) -> None:
    """These tasks of the month's checklist, as they are: done or open, when, and how many business days they took."""
    done = {one.task: one for one in world.erp.tasks_done() if one.period == period}
    found = [_shown(task, done.get(task.name)) for task in world.erp.close_tasks()]
    world.check(table, found, f"the close checklist of {period}", exactly=False)


def _tasks(table: Rows) -> tuple[CloseTask, ...]:
    made = [
        CloseTask(name=str(row["task"]), owner=str(row["owner"]), after=_names(row["after"]), days=_count(row["days"]))
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
    world.attempt(lambda: world.erp.check_off(period, str(row["task"]), str(row["by"]), begun))


def _names(cell: object) -> tuple[str, ...]:
    return tuple(name.strip() for name in str(cell or "").split(",") if name.strip())


def _count(cell: object) -> int:
    assert isinstance(cell, int)
    return cell


def _shown(task: CloseTask, done: TaskDone | None) -> dict[str, object]:
    return {
        "task": task.name,
        "owner": task.owner,
        "started": done.started if done else None,
        "done": done.event_date if done else None,
        "days planned": task.days,
        "days taken": done.days if done else None,
        "state": "done" if done else "open",
    }
