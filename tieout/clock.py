"""Two clocks. Code under test sees the business day; the runner, its timings and its reports see real time."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from typing import ClassVar

# Whoever measures the run, and whoever waits for a socket, must see real time while the business day stands still.
_REAL_TIME = (
    "_pytest",
    "pytest_bdd",
    "allure_commons",
    "allure_pytest",
    "xdist",
    "execnet",
    "rich",
    "tieout",
    "steps.",
    "engine.",
    "fakes.",
    "ports.",
    "scenarios.",
    "pydantic",
    "reports",
    "httpx",
    "httpcore",
    "anyio",
    "http.",
    "socketserver",
    "selectors",
    "ssl",
)


class WallClock:
    """Real time, from clocks captured when this module was loaded, so that no freeze can reach it."""

    _wall: ClassVar = time.time()
    _started: ClassVar = time.monotonic_ns()
    _monotonic: ClassVar = staticmethod(time.monotonic_ns)

    @classmethod
    def seconds(cls) -> float:
        """Seconds since 1970, rising with the monotonic clock."""
        return cls._wall + (cls._monotonic() - cls._started) / 1e9

    @classmethod
    def stamp(cls, seconds: float) -> str:
        """The time as people and tools read it, in UTC."""
        return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds")


class BusinessClock:
    """The process clock, held on a business day: one freeze per process, then it is only moved."""

    def __init__(self) -> None:
        self._freezer: object = None
        self._frozen: object = None

    def stand_on(self, day: date) -> None:
        """From now on `date.today()` in code under test is this day, at noon so that no time zone turns it."""
        noon = datetime(day.year, day.month, day.day, 12)
        if self._frozen is None:
            self._start(noon)
        else:
            self._frozen.move_to(noon)  # type: ignore[attr-defined]  # freezegun names no type for it

    def _start(self, noon: datetime) -> None:
        import freezegun  # loaded when the first story needs it: it looks through every loaded module

        freezegun.configure(extend_ignore_list=list(_REAL_TIME))
        # Only the module that asks decides. Further frames would always find the runner, and code under test real time.
        freezegun.api.call_stack_inspection_limit = 1
        self._freezer = freezegun.freeze_time(noon, real_asyncio=True)
        self._frozen = self._freezer.start()

    def release(self) -> None:
        """Real time again for everyone."""
        if self._freezer is not None:
            self._freezer.stop()  # type: ignore[attr-defined]  # freezegun names no type for it
            self._freezer = self._frozen = None


business_clock = BusinessClock()


def stand_on(day: date) -> None:
    """Put the process clock on a business day."""
    business_clock.stand_on(day)


def today() -> date:
    """The real day: an exception runs out by the calendar on the wall, not by the story's."""
    return datetime.fromtimestamp(WallClock.seconds(), UTC).date()
