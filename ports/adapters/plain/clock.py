"""The door to time and accidents, over the control plane of Tieout's fakes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from engine.model.company import Company
from engine.model.events import CourierFault, Delivery, SystemFault
from ports.adapters.plain.wire import Wire


@dataclass(frozen=True, kw_only=True, slots=True)
class _Clock:
    today: date


@dataclass(frozen=True, kw_only=True, slots=True)
class _Repaired:
    delivered: int


class PlainClock:
    """ports.clock.ClockPort."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def reset(self, company: Company, today: date) -> None:
        """A fresh stack."""
        self._wire.begin()
        self._wire.control(type(None), "/_fakes/reset", {"company": company, "today": today})

    def today(self) -> date:
        """The business day."""
        return self._wire.ask(_Clock, "/_fakes/clock").today

    def advance_to(self, day: date) -> date:
        """Time passes."""
        return self._wire.control(_Clock, "/_fakes/clock", {"today": day}).today

    def plan_courier_fault(self, fault: CourierFault) -> None:
        """An event will be lost, repeated or delayed."""
        self._wire.control(type(None), "/_fakes/faults/courier", fault)

    def plan_system_fault(self, fault: SystemFault) -> None:
        """A system will refuse, or lose its answer."""
        self._wire.control(type(None), "/_fakes/faults/system", fault)

    def repair(self) -> int:
        """End refusals and deliver again."""
        return self._wire.control(_Repaired, "/_fakes/repair").delivered

    def deliveries(self) -> Sequence[Delivery]:
        """What became of every event."""
        return self._wire.every(Delivery, "/_fakes/deliveries")

    def unfired(self) -> Sequence[str]:
        """Accidents that never happened."""
        return self._wire.every(str, "/_fakes/unfired")

    def bugs(self) -> Sequence[str]:
        """Errors inside the fakes."""
        return self._wire.every(str, "/_fakes/bugs")
