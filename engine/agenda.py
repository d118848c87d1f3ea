"""Which days something falls due, so that time visits only those and a day's work never searches all documents."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable
from datetime import date


class Agenda:
    """Appointments by day and task. A day's list stays after the day was lived, so that living it again means the same.

    An appointment that led to nothing may rest: living the day again leaves it out, until something is written about the
    same number, or its day and task are planned anew. So many acts on one day cost no more than each of them alone.
    """

    def __init__(self) -> None:
        self._tasks: dict[tuple[date, str], dict[str, int]] = defaultdict(dict)
        self._awake: dict[tuple[date, str], dict[str, int]] = defaultdict(dict)
        self._resting: dict[str, set[tuple[date, str]]] = defaultdict(set)
        self._days: list[date] = []
        self._known: set[date] = set()

    def plan(self, day: date, task: str, number: str) -> None:
        """On that day, `task` has to look at the document of that number. Planning it twice is planning it once."""
        tasks = self._tasks[day, task]
        self._awake[day, task][number] = tasks.setdefault(number, len(tasks))
        if day not in self._known:
            self._known.add(day)
            heapq.heappush(self._days, day)

    def on(self, day: date, task: str) -> tuple[str, ...]:
        """The numbers that task has to look at on that day, in the order planned."""
        awake = self._awake.get((day, task))
        return tuple(sorted(awake, key=awake.__getitem__)) if awake else ()

    def rest(self, day: date, task: str, number: str) -> None:
        """That task has looked at that number on that day, and there is nothing to do unless something changes."""
        if self._awake[day, task].pop(number, None) is not None:
            self._resting[number].add((day, task))

    def wake(self, number: str) -> None:
        """Something about that number has changed."""
        for key in self._resting.pop(number, ()):
            self._awake[key][number] = self._tasks[key][number]

    def wake_all(self) -> None:
        """Something has changed that may concern everything."""
        for number in list(self._resting):
            self.wake(number)

    def about(self, numbers: Iterable[str] | None) -> Agenda:
        """An agenda of its own with the appointments of some numbers (None: of all)."""
        own, wanted = Agenda(), None if numbers is None else list(numbers)
        for (day, task), planned in self._tasks.items():
            for number in planned if wanted is None else wanted:
                if number in planned:
                    own.plan(day, task, number)
        return own

    def next_after(self, day: date) -> date | None:
        """The next day after `day` on which anything falls due."""
        while self._days and self._days[0] <= day:
            heapq.heappop(self._days)
        return self._days[0] if self._days else None
