"""What customers give instead of cash, and what contracts may still cost."""

from __future__ import annotations

from datetime import date

from engine.model.calendar import ServicePeriod
from engine.model.considerations import NoncashReceived, Provided, ProvisionUsed
from engine.model.money import Money
from steps.language.phrases import when
from steps.revenue.progress import record
from steps.stage.world import World


@when("{customer} gives {string} worth {money} instead of cash on {date}")
def gives(world: World, customer: str, name: str, amount: Money, day: date) -> None:
    """Goods, services or shares at their fair value: an asset, and part of the whole price, as if billed and paid."""
    record(world, customer, day, NoncashReceived(name=name, amount=amount))


@when("{customer} gives {string} worth {money} instead of cash on {date}, for {product} from {date} to {date}")
def gives_for_days(
    world: World, customer: str, name: str, amount: Money, day: date, product: str, first: date, last: date
) -> None:
    """Goods, services or shares at their fair value, as part of the price of certain days of one product only, which earn it."""
    days = ServicePeriod(first, last)
    record(world, customer, day, NoncashReceived(name=name, amount=amount, product=product, service=days))


@when("on {date} finance provides {money} in all for {string} of the contract of {customer}")
def provides(world: World, day: date, amount: Money, name: str, customer: str) -> None:
    """What an obligation will cost that is no promise of its own, like an assurance warranty; said again, the new estimate in all,
    what was spent of it included."""
    record(world, customer, day, Provided(name=name, amount=amount))


@when("on {date} {money} of {string} of the contract of {customer} is spent")
def is_spent(world: World, day: date, amount: Money, name: str, customer: str) -> None:
    """So much more was spent of what is provided for; above that it is an expense."""
    record(world, customer, day, ProvisionUsed(name=name, amount=amount))
