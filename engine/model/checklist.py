"""The close as work: who does what, after what, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.calendar import ONE_DAY, AccountingPeriod
from engine.model.document import Document


@dataclass(frozen=True, kw_only=True, slots=True)
class CloseTask:
    """A task of the close checklist. `owner`: the role that does it; `after`: the tasks that must be done before.

    `days`: how many business days it is planned to take. `of_group`: done once for all legal entities, not in the books of each.
    """

    name: str
    owner: str
    after: tuple[str, ...] = ()
    days: int = 1
    of_group: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class TaskDone(Document):
    """Somebody's word that a task of a period's close is done; `started` on a day, done on the event date. `entity`: in whose
    books ("": the group's)."""

    period: AccountingPeriod
    task: str
    by: str
    started: date
    entity: str = ""

    @property
    def days(self) -> int:
        """How many business days it took, the first and the last counted; one at least."""
        return max(business_days(self.started - ONE_DAY, self.event_date), 1)


def business_days(after: date, until: date) -> int:
    """Mondays to Fridays after one day up to another."""
    days, day = 0, after
    while day < until:
        day += ONE_DAY
        days += day.weekday() < 5
    return days
