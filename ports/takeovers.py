"""The doors through which an old system hands over: each system is asked first; billing then takes over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from engine.model.cutover import Handover, Opening, OpeningCash, Takeover


class RehearsalPort(Protocol):
    """The CRM, billing and the ERP are asked before anything arrives in one of them."""

    def would_take_over(self, handover: Handover) -> Sequence[str]:
        """Whether all that an old system hands over, and that concerns this system, would arrive today: the numbers of it, or a
        refusal with every reason. Nothing arrives."""
        ...


class TakeoversPort(RehearsalPort, Protocol):
    """What billing takes over on the cutover day."""

    def take_over(self, opening: Opening) -> Takeover:
        """A running contract of an old system goes on here: billed from its next bill date, and nothing of it twice."""
        ...

    def take_over_cash(self, cash: OpeningCash) -> Takeover:
        """Cash that an old system received and that settles nothing yet."""
        ...

    def takeovers(self) -> Sequence[Takeover]:
        """Everything that was taken over, in order."""
        ...
