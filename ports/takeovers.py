"""The part of billing's door through which an old system hands over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from engine.model.cutover import Handover, Opening, OpeningCash, Takeover


class TakeoversPort(Protocol):
    """What billing takes over on the cutover day."""

    def would_take_over(self, handover: Handover) -> Sequence[str]:
        """Whether all that an old system hands over would be taken over today: the numbers of it, or a refusal with every
        reason. Nothing is taken over."""
        ...

    def take_over(self, opening: Opening) -> Takeover:
        """A running contract of an old system goes on here: billed from its next bill date, and nothing of it twice."""
        ...

    def take_over_cash(self, cash: OpeningCash) -> Takeover:
        """Cash that an old system received and that settles nothing yet."""
        ...

    def takeovers(self) -> Sequence[Takeover]:
        """Everything that was taken over, in order."""
        ...
