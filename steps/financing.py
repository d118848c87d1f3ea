"""The loan within a price: payment long before or after the service."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.costs import Financed
from engine.model.money import Money
from steps.kinds import Price
from steps.phrases import when
from steps.progress import record
from steps.world import World


@when("on {date} finance counts {money} from {customer} as paid in advance at {percent} a year until {date}")
def counts_as_paid_in_advance(
    world: World, day: date, amount: Money, customer: str, rate: Decimal, until: date
) -> None:
    """An advance bears interest, compounded yearly, up to and with the last day, and is that much more revenue in the end."""
    record(world, customer, day, Financed(amount=amount, rate=rate * 100, until=until, paid="in advance"))


@when("on {date} finance counts {money} from {customer} as paid in arrears at {percent} a year until {date}")
def counts_as_paid_in_arrears(
    world: World, day: date, amount: Money, customer: str, rate: Decimal, until: date
) -> None:
    """What is paid on the last day is revenue at its present value on the first; the rest is interest, compounded yearly."""
    record(world, customer, day, Financed(amount=amount, rate=rate * 100, until=until, paid="in arrears"))


@when("on {date} finance counts {price} from {customer} as paid in instalments at {percent} a year until {date}")
def counts_as_paid_in_instalments(
    world: World, day: date, price: Price, customer: str, rate: Decimal, until: date
) -> None:
    """One instalment at the end of each month (quarter, year): revenue at the present value of all, interest on what is left."""
    amount, months = Money.of(price.amount, price.currency), price.per_months
    instalments = Financed(amount=amount, rate=rate * 100, until=until, paid="in instalments", every_months=months)
    record(world, customer, day, instalments)
