"""Contracts that billing keeps apart and finance accounts for as one."""

from __future__ import annotations

from datetime import date

from engine.model.revenue import CombinedWith, SeparatedFrom
from steps.language.phrases import when
from steps.stage.world import World


@when("on {date} finance combines contract {word} with contract {word}")
def combines(world: World, day: date, contract: str, other: str) -> None:
    """One customer's contracts, entered at or near the same time (C-2 with C-1): their prices are shared out over what both promise, from
    the beginning of both. Billing keeps them apart. More contracts join one by one."""
    world.on(day)
    world.attempt(lambda: world.erp.record(contract, CombinedWith(contract=other), day))


@when("on {date} finance separates contract {word} from contract {word}")
def separates(world: World, day: date, contract: str, other: str) -> None:
    """What was combined (C-2 with C-1) is accounted for by itself again, from the beginning of both: it ought not to have been combined."""
    world.on(day)
    world.attempt(lambda: world.erp.record(contract, SeparatedFrom(contract=other), day))
