"""What must be refused."""

from __future__ import annotations

from steps.language.failures import NotMet
from steps.language.phrases import then
from steps.stage.world import World


@then("it is refused because {string}")
def is_refused(world: World, reason: str) -> None:
    """The act before was refused, and the reason contains these words; nothing was changed."""
    refused, world.refusal = world.refusal, None
    if refused is None:
        raise NotMet("it is refused", _carried_out(world))
    if reason.lower() not in refused.sentence.lower():
        raise NotMet("it is refused", f"expected a reason with {reason!r}, found: {refused.sentence}")


def _carried_out(world: World) -> str:
    """What happened instead; what billing would not take is an exception, since the customer has signed by then."""
    held = world.billing.exceptions()
    if not held:
        return "nothing was refused: the line before was carried out"
    return (
        f"it was signed, and billing would not take it: {held[-1].sentence}; say: Then billing holds these exceptions:"
    )
