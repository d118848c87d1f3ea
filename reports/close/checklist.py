"""The close as work in a close report: who did what, when, how long it took beside the plan, and what held it up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from engine.model.checklist import CloseTask, TaskDone, business_days
from engine.model.close import Cell, ReportSection, ReportTable
from reports.close.key_figure import business
from reports.tie_outs.month import Month


def checklist(month: Month) -> Iterator[ReportSection]:
    """The checklist of the month, in order, once somebody works on it: what is open stands as open."""
    done = _done(month)
    if done:
        rows = tuple(_row(task, done.get(task.name)) for task in month.snapshot.erp.close_tasks)
        columns = ("task", "owner", "after", "days planned", "started", "done", "days taken", "state")
        yield ReportSection(title="Close checklist", table=ReportTable(columns=columns, rows=rows))


def open_tasks(month: Month) -> list[str]:
    """The tasks that are not done of a checklist on which somebody works."""
    done = _done(month)
    return [task.name for task in month.snapshot.erp.close_tasks if done and task.name not in done]


def worked(month: Month) -> Iterator[tuple[str, str, str, str, Sequence[str]]]:
    """What the work comes to: tasks done of all; business days from the month's end to the last of them; and the critical path
    as planned (what takes longest) and as it was (what each task waited for last, from the last one back)."""
    tasks, done = month.snapshot.erp.close_tasks, _done(month)
    if not done:
        return
    share = f"{len(done)} of {len(tasks)}"
    yield "Close tasks done", share, str(len(done)), str(len(tasks)), open_tasks(month)
    planned = _longest(tasks)
    days = sum(task.days for task in planned)
    yield "Critical path, planned", business(days), str(days), "", [task.name for task in planned]
    held_up = _held_up(tasks, done)
    last = done[held_up[-1].name]
    since = business_days(month.period.end, last.event_date)
    taken = sum(done[task.name].days for task in held_up)
    names = [task.name for task in held_up]
    yield "Critical path, actual", business(since), str(taken), "days of work", names


def worked_by(month: Month) -> tuple[str, str]:
    """Who prepared the close and who reviewed it: those who did its tasks, and whoever did the last ones, for which no other waits.
    "" while nobody has."""
    tasks, done = month.snapshot.erp.close_tasks, _done(month)
    waited = {name for task in tasks for name in task.after}
    prepared = dict.fromkeys(done[task.name].by for task in tasks if task.name in done and task.name in waited)
    reviewed = dict.fromkeys(done[task.name].by for task in tasks if task.name in done and task.name not in waited)
    return ", ".join(prepared), ", ".join(reviewed)


def _done(month: Month) -> dict[str, TaskDone]:
    ours = (month.entity, "")
    return {one.task: one for one in month.snapshot.erp.tasks_done if one.period == month.period and one.entity in ours}


def _row(task: CloseTask, done: TaskDone | None) -> tuple[Cell, ...]:
    after = ", ".join(task.after) or None
    if done is None:
        return (task.name, task.owner, after, task.days, None, None, None, "open")
    late = done.days - task.days
    state = f"done, {late} {'day' if late == 1 else 'days'} late" if late > 0 else "done"
    return (task.name, task.owner, after, task.days, done.started, done.event_date, done.days, state)


def _longest(tasks: Sequence[CloseTask]) -> list[CloseTask]:
    """The chain of tasks, each waiting for the one before, that is planned to take longest."""
    longest: dict[str, list[CloseTask]] = {}
    for task in tasks:  # whatever a task waits for stands above it
        before = max((longest[name] for name in task.after), key=_days, default=[])
        longest[task.name] = [*before, task]
    return max(longest.values(), key=_days)


def _days(chain: Sequence[CloseTask]) -> int:
    return sum(task.days for task in chain)


def _held_up(tasks: Sequence[CloseTask], done: Mapping[str, TaskDone]) -> list[CloseTask]:
    """From the task that was done last back to the one it waited for last, and so on; in the order they were done."""
    by_name = {task.name: task for task in tasks if task.name in done}
    chain = [max(by_name.values(), key=lambda task: done[task.name].event_date)]
    while waited := [by_name[name] for name in chain[0].after]:
        chain.insert(0, max(waited, key=lambda task: done[task.name].event_date))
    return chain
