"""The close checklist: a task is done by its owner, after what it waits for, once (handbook, sections 5.19 and 7)."""

from __future__ import annotations

from datetime import date

from engine.book import Book
from engine.model.calendar import AccountingPeriod, long_date
from engine.model.checklist import CloseTask, TaskDone
from engine.refusals import Refused


def check_off(book: Book, period: AccountingPeriod, name: str, by: str, started: date | None, today: date) -> TaskDone:
    """A task of a period's close is done, today; `started`: on which day, if not today too.

    Refused for a task that the checklist does not have, to anybody but its owner, a second time, if it was begun after it was
    done, and if it was begun before all that it waits for was done.
    """
    task = _task(book, name)
    begun = started or today
    if by != task.owner:
        raise Refused("not-the-owner", f"{name!r} is done by the {task.owner}, not by the {by}")
    if done(book, period, name):
        raise Refused("already-done", f"{name!r} of {period} is done already")
    if begun > today:
        raise Refused("not-begun", f"{name!r} cannot begin on {long_date(begun)} and be done on {long_date(today)}")
    for before in task.after:
        earlier = done(book, period, before)
        if earlier is None or earlier.event_date > begun:
            state = f"is done only on {long_date(earlier.event_date)}" if earlier else "is not done"
            raise Refused("too-early", f"{name!r} of {period} waits for {before!r}, which {state}")
    return TaskDone(
        number=_number(book, period, name),
        event_date=today,
        effective_date=period.end,
        posting_date=today,
        period=period,
        task=name,
        by=by,
        started=begun,
    )


def done(book: Book, period: AccountingPeriod, name: str) -> TaskDone | None:
    """The word that the task of that period is done, or None."""
    return book.find(TaskDone, _number(book, period, name))


def still_open(book: Book, period: AccountingPeriod) -> list[str]:
    """The tasks of a period's checklist that are not done, in order."""
    return [task.name for task in book.company.close_tasks if not done(book, period, task.name)]


def _task(book: Book, name: str) -> CloseTask:
    found = next((task for task in book.company.close_tasks if task.name == name), None)
    if found is None:
        raise Refused("unknown-task", f"the close checklist has no task {name!r}")
    return found


def _number(book: Book, period: AccountingPeriod, name: str) -> str:
    at = [task.name for task in book.company.close_tasks].index(name) + 1
    return f"TASK-{period.key}-{at:02}"
