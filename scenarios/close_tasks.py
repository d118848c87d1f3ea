"""The close checklist of a company's file: tasks in order, each with its owner, what it waits for, and its planned days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from engine.model.checklist import CloseTask
from scenarios.lines import Value
from scenarios.mistakes import did_you_mean
from scenarios.words import Closed, Count, Text


class CloseTaskShape(Closed):
    """A task of the close: what, by which role, after which others, in how many business days."""

    task: Text
    owner: Text
    after: tuple[Text, ...] = Field((), description="The tasks, written above it, that must be done before.")
    days: Count = Field(1, description="How many business days it is planned to take.")
    of: Literal["each entity", "the group"] = Field("each entity", description="In whose books it is done.")


def tasks_of(shapes: tuple[CloseTaskShape, ...]) -> tuple[CloseTask, ...]:
    """The company's own checklist, else the usual one."""
    return tuple(map(_task, shapes)) or USUAL


def _task(row: CloseTaskShape) -> CloseTask:
    return CloseTask(name=row.task, owner=row.owner, after=row.after, days=row.days, of_group=row.of == "the group")


def unknown_tasks(rows: tuple[Value, ...]) -> Iterator[tuple[int, str]]:
    """What a task waits for must stand above it, so that no two wait for each other."""
    known: list[str] = []
    for row in rows:
        for before in row.rows("after"):
            name = before.content
            if isinstance(name, str) and name not in known:
                yield before.line, f"close tasks: there is no task {name!r} above{did_you_mean(name, known)}"
        known.append(row.text("task") or "")


USUAL: tuple[CloseTask, ...] = (
    CloseTask(name="cut off billing and usage", owner="Billing operations"),
    CloseTask(name="apply cash", owner="Treasury"),
    CloseTask(name="clear exceptions", owner="Billing operations", after=("cut off billing and usage",)),
    CloseTask(
        name="reconcile receivables",
        owner="Receivables accountant",
        after=("clear exceptions", "apply cash"),
    ),
    CloseTask(name="reconcile cash and clearing", owner="Treasury", after=("apply cash",)),
    CloseTask(name="review revenue", owner="Revenue accountant", after=("clear exceptions",), days=2),
    CloseTask(name="assess credit losses", owner="Receivables accountant", after=("reconcile receivables",)),
    CloseTask(name="post accruals", owner="Accountant", after=("cut off billing and usage",)),
    CloseTask(
        name="revalue currencies", owner="Accountant", after=("reconcile receivables", "reconcile cash and clearing")
    ),
    CloseTask(name="eliminate intercompany", owner="Group accountant", after=("revalue currencies",)),
    CloseTask(
        name="review the close report",
        owner="Controller",
        after=("review revenue", "assess credit losses", "post accruals", "eliminate intercompany"),
    ),
    CloseTask(name="sign off", owner="Chief financial officer", after=("review the close report",)),
)
"""The usual checklist, where a company's file has none of its own."""


def chained(tasks: Iterable[CloseTask]) -> Iterator[str]:
    """The names that tasks wait for and that do not stand above them."""
    above: set[str] = set()
    for task in tasks:
        yield from (name for name in task.after if name not in above)
        above.add(task.name)
