"""What a contract costs: commissions and set-up capitalized and amortized, goods sold and given back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.costs import (
    CostImpaired,
    CostIncurred,
    CostsTested,
    CostTermRevised,
    CostWrittenOff,
    GoodsReturned,
    GoodsSold,
    ReturnsExpected,
)
from engine.model.money import Money
from steps.language.phrases import when
from steps.revenue.progress import plain, record
from steps.stage.world import World


@when("on {date} finance capitalizes {money} of {string} to obtain the contract of {customer} until {date}")
def capitalizes(world: World, day: date, amount: Money, name: str, customer: str, until: date) -> None:
    """An incremental cost (a commission): an asset, amortized from that day to the other, expected renewals included."""
    record(world, customer, day, CostIncurred(name=name, amount=amount, until=until))


@when("on {date} finance capitalizes {money} of {string} to fulfil the contract of {customer} until {date}")
def capitalizes_set_up(world: World, day: date, amount: Money, name: str, customer: str, until: date) -> None:
    """A cost of set-up: an asset, amortized from that day to the other; no expedient applies to it."""
    record(world, customer, day, CostIncurred(name=name, amount=amount, until=until, purpose="fulfil"))


@when("on {date} finance expenses {money} of {string} for the contract of {customer}")
def expenses(world: World, day: date, amount: Money, name: str, customer: str) -> None:
    """A cost that would have come without the contract, or that nothing recovers: an expense at once."""
    record(world, customer, day, CostIncurred(name=name, amount=amount))


@when("on {date} finance impairs {string} of {customer} by {money}")
def impairs(world: World, day: date, name: str, customer: str, amount: Money) -> None:
    """What of a capitalized cost will not be recovered is a loss; below nothing, an earlier loss is reversed."""
    record(world, customer, day, CostImpaired(name=name, amount=amount))


@when("from {date} finance amortizes {string} of {customer} until {date}")
def amortizes(world: World, day: date, name: str, customer: str, until: date) -> None:
    """A changed estimate of the term: what is left on the first day is amortized up to and with the other."""
    record(world, customer, day, CostTermRevised(name=name, until=until))


@when("on {date} finance writes off {string} of {customer}")
def writes_off(world: World, day: date, name: str, customer: str) -> None:
    """What is left of a capitalized cost is given up. A canceled contract does so by itself at the month's end."""
    record(world, customer, day, CostWrittenOff(name=name))


@when("on {date} {number} {product} that cost {money} each leave the stock for {customer}")
def leave(world: World, day: date, quantity: Decimal, product: str, cost: Money, customer: str) -> None:
    """Goods sold: their cost is cost of sales, or a right to recover them as far as they are expected back."""
    record(world, customer, day, GoodsSold(product=product, quantity=plain(quantity), cost=cost))


@when("on {date} finance expects {number} {product} in all back from {customer}")
def expects(world: World, day: date, quantity: Decimal, product: str, customer: str) -> None:
    """Of what was sold so many units come back, those that have come included; said before the sale, or again,
    it decides what is cost of sales and what a right to recover."""
    record(world, customer, day, ReturnsExpected(product=product, quantity=plain(quantity)))


@when("{customer} sends {number} {product} back on {date}")
def sends_back(world: World, customer: str, quantity: Decimal, product: str, day: date) -> None:
    """Units come back into stock. What the customer gets for them is a credit of its own."""
    record(world, customer, day, GoodsReturned(product=product, quantity=plain(quantity)))


@when("on {date} finance expects {money} still to come in from {customer}, at further costs of {money}")
def tests_costs(world: World, day: date, to_come_in: Money, customer: str, to_spend: Money) -> None:
    """The test of capitalized costs: what of them is above the difference is lost; an earlier loss that is over is reversed,
    where the company's books allow it."""
    record(world, customer, day, CostsTested(to_come_in=to_come_in, to_spend=to_spend))
