"""What the bill run holds on a day: everything in the exceptions queue that nobody had let go by then."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from engine.model.holds import BillingHold, HoldRelease


def open_holds(holds: Iterable[BillingHold], releases: Iterable[HoldRelease], as_of: date) -> tuple[BillingHold, ...]:
    """The holds of that day, oldest first."""
    released = {release.hold for release in releases if release.event_date <= as_of}
    return tuple(hold for hold in holds if hold.event_date <= as_of and hold.number not in released)
