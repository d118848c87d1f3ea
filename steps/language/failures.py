"""How a sentence says that what it promised did not hold. Bugs are any other exception."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import reduce
from operator import or_

from engine.model.bearing import Bearing
from engine.model.calendar import long_date
from engine.model.close import STAGES, ProcessStage
from engine.model.money import Money


class StoryError(Exception):
    """The story itself cannot be carried out: a name that means nothing, a table that contradicts itself.

    `message` is for the person who wrote the story: what is wrong and what to write instead.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


class NotMet(AssertionError):
    """An expectation that did not hold.

    `title` names the promise ("Globex is invoiced"), `message` shows expected beside found, `money_at_risk` is what
    the difference is worth by currency, `kind` is "expectation", "tie-out" or "bug". `stage`: where in the process it shows,
    if a tie-out says so ("": where its sentence stands); `bears`: what it hurts, beside what its sentence says of itself.
    """

    def __init__(
        self,
        title: str,
        message: str,
        *,
        money_at_risk: Sequence[Money] = (),
        kind: str = "expectation",
        stage: ProcessStage = "",
        bears: Bearing | None = None,
    ) -> None:
        super().__init__(f"{title}\n{message}" if message else title)
        self.title = title
        self.message = message
        self.money_at_risk = tuple(money_at_risk)
        self.kind = kind
        self.stage = stage
        self.bears = bears


def first_stage(found: Iterable[ProcessStage]) -> ProcessStage:
    """Of several stages the first in the process: what goes wrong there shows in all that come after."""
    told = set(found)
    return next((stage for stage in STAGES if stage in told), "")


def together(found: Iterable[Bearing]) -> Bearing:
    """What several things that do not hold bear on."""
    return reduce(or_, found, Bearing())


class NotExercised(Exception):
    """The systems under test cannot do what the story needs, so the story was neither kept nor broken.

    `capability` names what is missing, for example "travel in time".
    """

    def __init__(self, capability: str) -> None:
        super().__init__(f"not exercised: the stack cannot {capability}")
        self.capability = capability


def at_risk(expected: object, found: object) -> list[Money]:
    """What an amount that is not as expected puts at risk."""
    if isinstance(expected, Money) and isinstance(found, Money) and expected.currency == found.currency:
        return [abs(found - expected)]
    return []


def said(value: object) -> str:
    """A value as people write it."""
    if isinstance(value, date):
        return long_date(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
