"""The close checklist: each legal entity's, and the group's. A task is done by its owner, after what it waits for, once
(handbook, sections 5.19 and 7)."""

from __future__ import annotations

from datetime import date

from engine.book import Book
from engine.entities import entity_called, own_number
from engine.model.calendar import AccountingPeriod, long_date
from engine.model.checklist import CloseTask, TaskDone
from engine.model.document import dated
from engine.refusals import Refused


def check_off(
    book: Book, period: AccountingPeriod, name: str, by: str, started: date | None, today: date, entity: str = ""
) -> list[TaskDone]:
    """A task of a period's close is done today, in the books of one legal entity or ("") of all in which it is open; a task of
    the group once. `started`: on which day, if not today too.

    Refused for a task that the checklist does not have, to anybody but its owner, a second time, if it was begun after it was
    done, and if it was begun before all that it waits for was done.
    """
    task, begun = _task(book, name), started or today
    if by != task.owner:
        raise Refused("not-the-owner", f"{name!r} is done by the {task.owner}, not by the {by}")
    whose = _whose(book, task, entity)
    left = [code for code in whose if not done(book, period, name, code)]
    if not left:
        raise Refused("already-done", f"{name!r} of {period}{_of(book, whose)} is done already")
    if begun > today:
        raise Refused("not-begun", f"{name!r} cannot begin on {long_date(begun)} and be done on {long_date(today)}")
    for code in left:
        _waits_for_nothing(book, period, task, code, begun)
    return [_done(book, period, task, by, begun, today, code) for code in left]


def done(book: Book, period: AccountingPeriod, name: str, entity: str) -> TaskDone | None:
    """The word that the task of that period is done in the books of a legal entity ("": of the group), or None."""
    return book.find(TaskDone, _number(book, period, name, entity))


def still_open(book: Book, period: AccountingPeriod, entity: str) -> list[str]:
    """The tasks of a period's checklist that are not done in the books of a legal entity, in order; the group's are its own."""
    own = (task.name for task in book.company.close_tasks if not task.of_group)
    return [name for name in own if not done(book, period, name, entity)]


def _whose(book: Book, task: CloseTask, entity: str) -> list[str]:
    """In whose books a task is to be done: "" for the group."""
    if task.of_group:
        return [""]
    return [entity_called(book, entity).code] if entity else [one.code for one in book.company.entities]


def _waits_for_nothing(book: Book, period: AccountingPeriod, task: CloseTask, entity: str, begun: date) -> None:
    """What stands before it is done in the same books; before a task of the group, in all of them."""
    for name in task.after:
        before = _task(book, name)
        for code in _whose(book, before, entity):
            earlier = done(book, period, name, code)
            if earlier is None or earlier.event_date > begun:
                state = f"is done only on {long_date(earlier.event_date)}" if earlier else "is not done"
                called = f"{task.name!r} of {period}{_of(book, [entity])}"
                raise Refused("too-early", f"{called} waits for {name!r}{_of(book, [code], [entity])}, which {state}")


def _of(book: Book, whose: list[str], said: list[str] | None = None) -> str:
    """Whose books are meant, where there are several and it has not been said."""
    if not book.company.other_entities or len(whose) > 1 or not whose[0] or whose == said:
        return ""
    return f" in the books of {entity_called(book, whose[0]).name}"


def _task(book: Book, name: str) -> CloseTask:
    found = next((task for task in book.company.close_tasks if task.name == name), None)
    if found is None:
        raise Refused("unknown-task", f"the close checklist has no task {name!r}")
    return found


def _done(
    book: Book, period: AccountingPeriod, task: CloseTask, by: str, begun: date, today: date, entity: str
) -> TaskDone:
    return TaskDone(
        number=_number(book, period, task.name, entity),
        **dated(today, effective=period.end),
        period=period,
        task=task.name,
        by=by,
        started=begun,
        entity=entity,
    )


def _number(book: Book, period: AccountingPeriod, name: str, entity: str) -> str:
    at = [task.name for task in book.company.close_tasks].index(name) + 1
    return own_number(book, "TASK", entity, f"{period.key}-{at:02}")
