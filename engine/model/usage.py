"""What customers use, as meters report it and as billing keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.catalog import Quantity
from engine.model.document import Document
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """What a meter reports: so much of a product used on a day. `id`: the meter's own, which makes a repeat recognizable.

    `moment`: the time of day and its zone ("2026-03-29 01:30 Europe/Berlin"), from which the day follows where it is given.
    `subject`: what was used or by whom, where different ones are counted. `charge`: needed only where a product has several
    that are charged by usage. `replaces`: the id of a reading that this
    one corrects. A negative quantity takes back what was reported too much.
    """

    customer: str
    product: str
    quantity: Quantity
    day: date | None = None
    moment: str | None = None
    id: str | None = None
    charge: str | None = None
    replaces: str | None = None
    subject: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Usage(Document):
    """A reading that billing has taken: `effective_date` is the day of use, `event_date` the day it arrived.

    `line`: the contract's line it is charged by. `replaces`: the number of the usage that it corrects. `subject`: what was
    used or by whom.
    """

    customer: str
    contract: str
    line: str
    product: str
    charge: str
    quantity: Quantity
    replaces: str | None = None
    subject: str | None = None

    @property
    def metered(self) -> str:
        """The contract and line it is charged by, under which it is found."""
        return f"{self.contract}/{self.line}"


@dataclass(frozen=True, kw_only=True, slots=True)
class RepeatedReading:
    """A reading that came again under the id of one that billing has taken: it counts once. `on`: the day it came again."""

    usage: str
    customer: str
    contract: str
    line: str
    quantity: Quantity
    on: date


@dataclass(frozen=True, kw_only=True, slots=True)
class PrepaidBalance:
    """What stands of a prepaid product at the end of a day: topped up, drawn by usage, expired unused, and left."""

    customer: str
    contract: str
    product: str
    topped_up: Money
    drawn: Money
    expired: Money
    left: Money
