"""How contracts end before their time, and how that is taken back."""

from __future__ import annotations

from datetime import date
from typing import Literal, cast

from engine.model.money import Money
from engine.model.orders import Cancel, EndingReason, Withdraw
from steps.contracts.amendments import Effect, agree
from steps.language.failures import StoryError
from steps.language.phrases import parameter_type, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

parameter_type(
    "unused service",
    "credited|refunded|non-refundable",
    str,
    noun="what happens to unused service",
    hint="credited, refunded or non-refundable",
)
parameter_type(
    "ending reason",
    "agreed|non-payment|insolvency",
    str,
    noun="why a contract ends",
    hint="agreed, non-payment or insolvency",
)
parameter_type("default", "non-payment|insolvency", str, noun="why nobody pays", hint="non-payment or insolvency")
CANCELLATION = Table(
    "a cancellation",
    Column("effective", "effect"),
    Column("notice", "days", default=0),
    Column("notice months", "count", default=0),
    Column("unused service", "unused service", default="credited"),
    Column("fee", "amount"),
    Column("reason", "ending reason", default="agreed"),
)


@when("{customer} cancels on {date} as follows:", table=CANCELLATION)
def cancels_as_follows(world: World, customer: str, on: date, table: Rows) -> None:
    """A cancellation signed that day: at once, after a notice period, or at the end of the billing period or term that
    then runs; what happens to unused service, a fee without tax, and why: where the customer does not or cannot pay, what was earned
    and is never billed is a credit loss, else it is taken out of revenue."""
    for row in table.records(world.currency):
        agree(world, customer, on, _effect(row), [_cancel(row)])


@when("{customer} cancels on {date}, effective {effect}")
def cancels_at_an_end(world: World, customer: str, on: date, effect: Effect) -> None:
    """A cancellation signed that day that ends the contract with the billing period or term that then runs, or on another day."""
    agree(world, customer, on, effect, [Cancel()])


@when("{customer} cancels on {date} within a cooling-off period of {days}")
def cools_off(world: World, customer: str, on: date, days: int) -> None:
    """The contract is undone from its first day: everything is credited and what was paid goes back."""
    agree(world, customer, on, Effect(None, "on its day"), [Cancel(unused="refunded", cooling_off_days=days)])


@when("the contract of {customer} ends on {date} for {default}")
def ends_for(world: World, customer: str, on: date, reason: EndingReason) -> None:
    """The company ends it that day, since the customer does not or cannot pay, and credits what is not served. What was earned and
    will never be billed is a credit loss."""
    agree(world, customer, on, Effect(None, "on its day"), [Cancel(reason=reason)])


@when("{customer} withdraws the cancellation on {date}")
def withdraws(world: World, customer: str, on: date) -> None:
    """A cancellation that has not taken effect yet is taken back: the contract goes on as if it had not been signed."""
    agree(world, customer, on, Effect(None, "on its day"), [Withdraw()])


@when("{customer} withdraws amendment {word} on {date}")
def withdraws_amendment(world: World, customer: str, number: str, on: date) -> None:
    """Changes that have not taken effect yet are taken back, by the number of their amendment."""
    agree(world, customer, on, Effect(None, "on its day"), [Withdraw(amendment=number)])


def _effect(row: dict[str, object]) -> Effect:
    effect = row["effective"] or Effect(None, "on its day")
    assert isinstance(effect, Effect)
    return effect


def _cancel(row: dict[str, object]) -> Cancel:
    fee, days, months = row["fee"], row["notice"], row["notice months"]
    if not isinstance(days, int) or not isinstance(months, int):
        raise StoryError("a notice period is a number of days or months")
    unused = cast("Literal['credited', 'refunded', 'non-refundable']", row["unused service"])
    reason = cast("EndingReason", row["reason"])
    kept = fee if isinstance(fee, Money) else None
    return Cancel(unused=unused, fee=kept, notice_days=days, notice_months=months, reason=reason)
