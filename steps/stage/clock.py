"""Time, which moves only when told."""

from __future__ import annotations

from datetime import date

from steps.language.phrases import when
from steps.stage.world import World


@when("time passes to {date}")
def time_passes(world: World, day: date) -> None:
    """Time passes to that day, through everything that falls due on the way; never back."""
    world.clock.today()
    world.attempt(lambda: world.clock.advance_to(day))
    world.on(world.clock.today())
