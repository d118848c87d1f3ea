"""What can be paid: the step to which the totals of invoices in a currency are rounded."""

from __future__ import annotations

from engine.model.money import Money
from steps.language.failures import StoryError
from steps.language.phrases import given
from steps.stage.world import World


@given("invoice totals are rounded to {money}")
def invoice_totals_are_rounded(world: World, step: Money) -> None:
    """What can be paid in that currency is a multiple of so much: 0.05 CHF, 1.00 SEK. The total of every invoice and memo is
    rounded to it (convention: rounding of invoice totals); the difference is a line of its own, without tax or revenue."""
    world.change_company(payable_steps=_with(world.company.payable_steps, step))


def _with(steps: tuple[Money, ...], step: Money) -> tuple[Money, ...]:
    """One step for each currency, the one said last. StoryError if nothing is a multiple of it."""
    if step.minor <= 0:
        raise StoryError(
            f"invoice totals cannot be rounded to {step}; write an amount above zero, like 0.05 {step.currency}"
        )
    return (*(one for one in steps if one.currency != step.currency), step)
