"""Which days something falls due, so that time visits only those and a day's work never searches all documents."""

from __future__ import annotations

import heapq
from collections import defaultdict
from datetime import date


class Agenda:
    """Appointments by day and task. A day's list stays after the day was lived, so that living it again means the same."""

    def __init__(self) -> None:
        self._tasks: dict[tuple[date, str], dict[str, None]] = defaultdict(dict)
        self._days: list[date] = []
        self._known: set[date] = set()

    def plan(self, day: date, task: str, number: str) -> None:
        """On that day, `task` has to look at the document of that number. Planning it twice is planning it once."""
        self._tasks[day, task][number] = None
        if day not in self._known:
            self._known.add(day)
            heapq.heappush(self._days, day)

    def on(self, day: date, task: str) -> tuple[str, ...]:
        """The numbers that task has to look at on that day, in the order planned."""
        return tuple(self._tasks.get((day, task), ()))

    def next_after(self, day: date) -> date | None:
        """The next day after `day` on which anything falls due."""
        while self._days and self._days[0] <= day:
            heapq.heappop(self._days)
        return self._days[0] if self._days else None
