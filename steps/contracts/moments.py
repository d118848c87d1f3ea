"""What is signed at a time of day, for companies that bill by the second."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.orders import Billing, TermLength
from steps.contracts.amendments import CHANGES, change_of
from steps.contracts.lines import ORDER_LINES
from steps.contracts.signing import sign
from steps.language.phrases import parameter_type, when
from steps.language.tables import Rows
from steps.stage.kinds import Tax
from steps.stage.names import contract_of
from steps.stage.world import World


@dataclass(frozen=True)
class Moment:
    """A time of day as it is written, and the day it is written with."""

    text: str
    day: date


parameter_type(
    "moment",
    r"\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)? ?(?:Z|[-+]\d\d:\d\d|[A-Z][A-Za-z_]*(?:/[A-Za-z_+-]+)*)?",
    lambda text: Moment(text.strip(), date.fromisoformat(text[:10])),
    noun="a moment",
    hint="2026-03-16 14:30, or 2026-03-16 14:30 Europe/Berlin",
)


@when("{customer} signs an amendment at {moment}:", table=CHANGES)
def signs_at(world: World, customer: str, moment: Moment, table: Rows) -> None:
    """Changes that take effect at a time of day; under proration by the second, from that second on."""
    world.on(moment.day)
    contract = contract_of(world.stack, customer, world.meant).number
    changes = [change_of(row) for row in table.records(world.currency)]
    world.attempt(lambda: world.crm.amend(contract, changes, moment.day, moment=moment.text))


@when("{customer} signed at {moment} for {term}, billed {billing}, net {count}, {tax}:", table=ORDER_LINES)
def signed_at(
    world: World, customer: str, moment: Moment, length: TermLength, billing: Billing, net: int, tax: Tax, table: Rows
) -> None:
    """The customer signs a contract whose service begins at that time of day, and so does each of its billing periods."""
    sign(world, customer, moment.day, moment.day, length, billing, net, tax, table, moment=moment.text)
