"""The ERP's periods as it shows them: what is closed, what was opened again, and how far the close is worked."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.areas import AreaClose
from engine.model.checklist import CloseTask, TaskDone
from engine.model.journal import PeriodClose, PeriodReopening
from fakes.systems.system import SystemOfRecord


class PeriodDesk(SystemOfRecord):
    """What the ERP tells of its periods."""

    def fiscal_calendars(self) -> Sequence[str]:
        """The one calendar of accounting periods, as `engine.model.fiscal` writes it ("": calendar months)."""
        return (self.book.company.fiscal_calendar,)

    def closes(self) -> Sequence[PeriodClose]:
        """Every close, in order."""
        return self.book.all(PeriodClose)

    def area_closes(self) -> Sequence[AreaClose]:
        """Every close of an area, in order."""
        return self.book.all(AreaClose)

    def reopenings(self) -> Sequence[PeriodReopening]:
        """Every reopening, in order."""
        return self.book.all(PeriodReopening)

    def close_tasks(self) -> Sequence[CloseTask]:
        """The close checklist, in order."""
        return self.book.company.close_tasks

    def tasks_done(self) -> Sequence[TaskDone]:
        """Every task done, of every period, in order."""
        return self.book.all(TaskDone)
