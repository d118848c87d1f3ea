"""The ERP's operations on the close checklist: its tasks, and what of them is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from engine.model.checklist import CloseTask, TaskDone
from fakes.dialects.plain.books import books_of
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.requests import Month, period
from fakes.http.operations import Call, Operation
from ports.erp import ErpPort

if TYPE_CHECKING:
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskRequest:
    """The task of a month's close that is done, by which role, since when it was worked on, and in whose books ("": all)."""

    period: Month
    task: str
    by: str
    started: date | None = None
    entity: str = ""


def operations(world: World) -> Iterator[Operation]:
    """The checklist; a task is done; what is done."""
    forms = Forms(world, "erp", ErpPort)

    def check_off(call: Call) -> TaskDone:
        asked = call.body
        return books_of(world, call).check_off(period(asked.period), asked.task, asked.by, asked.started, asked.entity)

    yield forms.view(
        "close_tasks", "/erp/close-tasks", tuple[CloseTask, ...], lambda call: books_of(world, call).close_tasks()
    )
    yield forms.act("check_off", "/erp/tasks-done", TaskRequest, TaskDone, check_off)
    yield forms.view(
        "tasks_done", "/erp/tasks-done", tuple[TaskDone, ...], lambda call: books_of(world, call).tasks_done()
    )
