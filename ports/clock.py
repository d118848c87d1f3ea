"""The door to time and to planned accidents: only a stack that can travel in time or inject faults has it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from engine.model.company import Company
from engine.model.events import CourierFault, Delivery, SystemFault


class ClockPort(Protocol):
    """One clock for all systems; it moves only when told and never back (Refused)."""

    def reset(self, company: Company, today: date) -> None:
        """A fresh stack for that company, standing on that day."""
        ...

    def today(self) -> date:
        """The business day."""
        ...

    def advance_to(self, day: date) -> date:
        """Time passes to that day, through everything that falls due on the way."""
        ...

    def plan_courier_fault(self, fault: CourierFault) -> None:
        """The integration will lose, repeat or delay an event."""
        ...

    def plan_system_fault(self, fault: SystemFault) -> None:
        """A system will refuse events, or do its work and lose the answer."""
        ...

    def repair(self) -> int:
        """End all refusals and deliver again, in order, what was refused or never arrived; how many were delivered."""
        ...

    def deliveries(self) -> Sequence[Delivery]:
        """What became of every business event, in order."""
        ...

    def unfired(self) -> Sequence[str]:
        """The planned accidents that never happened, in words."""
        ...

    def bugs(self) -> Sequence[str]:
        """What went wrong inside the systems although nobody planned it, in words; each fails the scenario."""
        ...
