"""Another rhythm of billing, and other days to pay, of a contract that runs."""

from __future__ import annotations

from datetime import date

from engine.model.orders import Billing, ChangeBilling, ChangeDue
from scenarios.paying_words import ToPay
from steps.contracts.contracts import amend
from steps.language.phrases import when
from steps.language.tables import Rows
from steps.stage.billing_kinds import SHARES, agreed_parts
from steps.stage.world import World


@when("{customer} is billed {billing} from {date}")
def is_billed(world: World, customer: str, billing: Billing, day: date) -> None:
    """The contract is billed in another rhythm, signed that day: from the next billing period on or at once, as the company's
    convention about another rhythm of billing has it. Prices stay as they were agreed."""
    amend(world, customer, None, day, [ChangeBilling(billing=billing)])


@when("on {date} {customer} agrees to be billed {billing} from {date}")
def agrees_to_be_billed(world: World, on: date, customer: str, billing: Billing, day: date) -> None:
    """The same, signed on one day and from another, earlier or later."""
    amend(world, customer, on, day, [ChangeBilling(billing=billing)])


@when("{customer} agrees to pay {to pay} from {date}")
def agrees_to_pay(world: World, customer: str, due: ToPay, day: date) -> None:
    """Other days to pay for every invoice from that day on; those that are issued already stay due when they were."""
    amend(world, customer, None, day, [ChangeDue(net_days=due.days, due=due.terms)])


@when("{customer} agrees to pay in these parts from {date}:", table=SHARES)
def agrees_to_pay_in_parts(world: World, customer: str, day: date, table: Rows) -> None:
    """Every invoice from that day on is due in parts: percentages, amounts, or shares of the rest."""
    due = agreed_parts(table)
    amend(world, customer, None, day, [ChangeDue(net_days=due.days, due=due.terms)])
