"""When a system does not answer as it should: it is down for days, or too busy for a while. Nothing is done meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from engine.model.calendar import long_date
from engine.model.events import SystemFault
from engine.refusals import Refused
from fakes.http.exchange import Answer
from fakes.http.problems import Problem
from fakes.systems.system import NAMES


@dataclass(slots=True)
class _Planned:
    fault: SystemFault
    met: int = 0
    over: bool = False

    def strikes(self, system: str, type_: str, today: date) -> bool:
        fault = self.fault
        if fault.system != system or fault.type not in (None, type_):
            return False
        if fault.kind == "is down":
            return fault.since <= today <= fault.until  # type: ignore[operator]  # what is down says from when to when
        return self.met < fault.times


@dataclass(slots=True)
class Outages:
    """The planned outages of a world's systems, in the order in which they were said."""

    _planned: list[_Planned] = field(default_factory=list)

    def plan(self, fault: SystemFault) -> None:
        """An outage that calls will meet. Refused for days that run backwards, and for no calls at all."""
        if fault.kind == "is down" and not (fault.since and fault.until and fault.since <= fault.until):
            raise Refused(
                "no-such-outage", "a system is down from a day to the same or a later day; write the earlier first"
            )
        if fault.kind == "is busy" and fault.times < 1:
            raise Refused("no-such-outage", "a system is too busy at least once")
        self._planned.append(_Planned(fault))

    def answer(self, system: str, type_: str, today: date) -> Answer | None:
        """What a call about such an event meets today instead of the system; None if the system is there."""
        for planned in self._planned:
            if planned.strikes(system, type_, today):
                planned.met += 1
                return _answer(planned.fault)
        return None

    def over(self, today: date) -> Iterator[str]:
        """The systems that are up again today, each once for each time that it was down."""
        for planned in self._planned:
            if planned.fault.kind == "is down" and not planned.over and _up(planned.fault) <= today:
                planned.over = True
                yield planned.fault.system

    def next_due(self) -> date | None:
        """The next day on which a system is up again."""
        return min((_up(p.fault) for p in self._planned if p.fault.kind == "is down" and not p.over), default=None)

    def unfired(self) -> list[str]:
        """The outages that no call met, or fewer than were said, in words."""
        return [_in_words(planned.fault) for planned in self._planned if planned.met < planned.fault.times]


def _up(fault: SystemFault) -> date:
    assert fault.until is not None
    return fault.until + timedelta(days=1)


def _answer(fault: SystemFault) -> Answer:
    name = NAMES[fault.system]
    if fault.kind == "is down":
        return Problem(503, "unavailable", f"the {name} is down until {long_date(_up(fault))}").answer()
    return Problem(
        429, "too-many-requests", f"the {name} is too busy; call again", headers=(("retry-after", "1"),)
    ).answer()


def _in_words(fault: SystemFault) -> str:
    name = NAMES[fault.system]
    if fault.kind == "is down":
        return f"the {name} is down until {long_date(_up(fault))}"
    return f'the {name} is too busy {fault.times} times for the event "{fault.type}"'
