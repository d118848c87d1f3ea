"""What finance estimates: bonuses and penalties, rebates and returns, stand-alone prices, whether a customer will pay."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.calendar import ServicePeriod
from engine.model.considerations import SupplierShare
from engine.model.costs import PaidOut
from engine.model.money import Money
from engine.model.revenue import Collectability, ExpectedRefund, Outcome, PriceEstimate, StandAlonePrice
from steps.company.catalog import decimal
from steps.language.phrases import when
from steps.language.tables import Column, Rows, Table
from steps.revenue.progress import record
from steps.stage.kinds import Method
from steps.stage.names import invoice_named
from steps.stage.world import World

OUTCOMES = Table(
    "outcomes", Column("amount", "amount", required=True, key=True), Column("probability", "percent", required=True)
)
ALONE = Table(
    "stand-alone prices",
    Column("product", required=True, key=True),
    Column("stand-alone price", "amount", required=True),
)


@when("on {date} finance includes {money} of {string} in the price of {customer}")
def includes(world: World, day: date, amount: Money, name: str, customer: str) -> None:
    """Variable consideration (a bonus; below nothing a penalty) as part of the whole price; said again, it replaces what was."""
    record(world, customer, day, PriceEstimate(name=name, outcomes=(_sure(amount),)))


@when("on {date} finance includes {money} of {string} in the price of {product} for {customer}")
def includes_for(world: World, day: date, amount: Money, name: str, product: str, customer: str) -> None:
    """Variable consideration that relates to one product only; said again, it replaces what was."""
    record(world, customer, day, PriceEstimate(name=name, outcomes=(_sure(amount),), product=product))


@when(
    "on {date} finance includes {money} of {string} in the price of {product} for {customer}, "
    "earned from {date} to {date}"
)
def includes_for_days(
    world: World, day: date, amount: Money, name: str, product: str, customer: str, first: date, last: date
) -> None:
    """Variable consideration for certain days of one product, like a quarter's incentive or what royalties are above a minimum;
    said again, it replaces what was."""
    days = ServicePeriod(first, last)
    record(world, customer, day, PriceEstimate(name=name, outcomes=(_sure(amount),), product=product, service=days))


@when("on {date} finance estimates the {string} of {customer} by {method}:", table=OUTCOMES)
def estimates(world: World, day: date, name: str, customer: str, method: Method, table: Rows) -> None:
    """Variable consideration by its expected value or most likely amount; said again, it replaces what was."""
    record(world, customer, day, PriceEstimate(name=name, outcomes=_outcomes(world, table), method=method))


@when("on {date} finance estimates the {string} of {customer} by {method}, at most {money}:", table=OUTCOMES)
def estimates_constrained(
    world: World, day: date, name: str, customer: str, method: Method, most: Money, table: Rows
) -> None:
    """Variable consideration by its expected value or most likely amount, within the constraint: a reversal of more is too probable."""
    outcomes = _outcomes(world, table)
    record(world, customer, day, PriceEstimate(name=name, outcomes=outcomes, method=method, limit=most))


@when("on {date} finance estimates the {string} of {product} for {customer} by {method}:", table=OUTCOMES)
def estimates_for(world: World, day: date, name: str, product: str, customer: str, method: Method, table: Rows) -> None:
    """The same of an amount that relates to one product only, which alone earns it."""
    outcomes = _outcomes(world, table)
    record(world, customer, day, PriceEstimate(name=name, outcomes=outcomes, method=method, product=product))


@when(
    "on {date} finance estimates the {string} of {product} for {customer} by {method}, at most {money}:", table=OUTCOMES
)
def estimates_for_constrained(
    world: World, day: date, name: str, product: str, customer: str, method: Method, most: Money, table: Rows
) -> None:
    """The same within the constraint, of an amount that relates to one product only."""
    outcomes = _outcomes(world, table)
    fact = PriceEstimate(name=name, outcomes=outcomes, method=method, limit=most, product=product)
    record(world, customer, day, fact)


@when("on {date} finance expects {percent} of the price to go back to {customer}")
def expects_back(world: World, day: date, percent: Decimal, customer: str) -> None:
    """A rebate on everything: as revenue is earned, so much of it is owed back."""
    record(world, customer, day, ExpectedRefund(percent=percent * 100))


@when("on {date} finance expects {percent} of the price of {product} to go back to {customer}")
def expects_share_back(world: World, day: date, percent: Decimal, product: str, customer: str) -> None:
    """A rebate on one product: as its revenue is earned, so much of it is owed back."""
    record(world, customer, day, ExpectedRefund(percent=percent * 100, product=product))


@when("on {date} finance expects {money} of the price of {product} to go back to {customer}")
def expects_amount_back(world: World, day: date, amount: Money, product: str, customer: str) -> None:
    """Returns or a rebate as one amount of a product's whole price."""
    record(world, customer, day, ExpectedRefund(amount=amount, product=product))


@when("finance gives {customer} {money} back on {invoice} on {date}")
def gives_back(world: World, customer: str, amount: Money, invoice: str, day: date) -> None:
    """What was expected to go back (a rebate, returned goods) is credited, with its tax."""
    world.on(day)
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.credit(number, None, amount, "rebate"))


@when("on {date} finance promises {customer} {money} of {string} for nothing distinct")
def promises_money(world: World, day: date, customer: str, amount: Money, name: str) -> None:
    """A payment to the customer that buys nothing: payable now, and less revenue as what the contract holds is given."""
    record(world, customer, day, PaidOut(name=name, amount=amount))


@when("on {date} {money} of the price of {product} for {customer} belongs to {string}")
def belongs_to(world: World, day: date, amount: Money, product: str, customer: str, supplier: str) -> None:
    """What an agent passes on to a supplier (in all of that name): payable now, and no revenue; what is left is the commission."""
    record(world, customer, day, PaidOut(name=supplier, amount=amount, product=product))


@when("on {date} {percent} of the price of {product} for {customer} belongs to {string}")
def share_belongs_to(world: World, day: date, percent: Decimal, product: str, customer: str, supplier: str) -> None:
    """What an agent passes on of all that the product brings, usage too: owed to the supplier as it is earned, and no revenue."""
    record(world, customer, day, SupplierShare(name=supplier, product=product, percent=percent * 100))


@when("on {date} finance allocates the price of {customer} anew by:", table=ALONE)
def allocates_anew(world: World, day: date, customer: str, table: Rows) -> None:
    """Stand-alone prices that were wrong or are estimated anew; what that makes of the past is posted in the open month."""
    for row in table.as_written():
        fact = StandAlonePrice(product=str(row["product"]), price=decimal(row["stand-alone price"]))
        record(world, customer, day, fact)


@when("on {date} finance doubts that {customer} will pay")
def doubts(world: World, day: date, customer: str) -> None:
    """From that day on nothing of the customer's newest contract is revenue, until payment is probable again."""
    record(world, customer, day, Collectability(probable=False))


@when("on {date} finance trusts that {customer} will pay")
def trusts(world: World, day: date, customer: str) -> None:
    """Payment is probable (again): what waited is revenue as it is served, the past in the open month."""
    record(world, customer, day, Collectability(probable=True))


def _sure(amount: Money) -> Outcome:
    return Outcome(amount=amount, probability=Decimal(100))


def _outcomes(world: World, table: Rows) -> tuple[Outcome, ...]:
    rows = table.records(world.currency)
    return tuple(Outcome(amount=_money(row["amount"]), probability=_hundredths(row["probability"])) for row in rows)


def _money(value: object) -> Money:
    assert isinstance(value, Money)
    return value


def _hundredths(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value * 100
