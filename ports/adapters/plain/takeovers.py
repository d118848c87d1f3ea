"""What billing takes over, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.cutover import Handover, Opening, OpeningCash, Takeover
from ports.adapters.plain.wire import Wire


class PlainRehearsal:
    """ports.takeovers.RehearsalPort."""

    system: str
    _wire: Wire

    def would_take_over(self, handover: Handover) -> Sequence[str]:
        """Whether all of it that concerns this system would arrive."""
        return self._wire.act(tuple[str, ...], f"/{self.system}/takeover-rehearsals", handover)


class PlainTakeovers(PlainRehearsal):
    """ports.takeovers.TakeoversPort."""

    def take_over(self, opening: Opening) -> Takeover:
        """A running contract goes on here."""
        return self._wire.act(Takeover, "/billing/takeovers", opening)

    def take_over_cash(self, cash: OpeningCash) -> Takeover:
        """Cash that settles nothing yet."""
        return self._wire.act(Takeover, "/billing/cash-takeovers", cash)

    def takeovers(self) -> Sequence[Takeover]:
        """Everything that was taken over."""
        return self._wire.every(Takeover, "/billing/takeovers")
