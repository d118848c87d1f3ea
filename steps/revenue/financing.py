"""The loan within a price: payment long before or after the service."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.costs import Financed
from engine.model.money import Money
from steps.language.phrases import when
from steps.revenue.progress import record
from steps.stage.kinds import Price
from steps.stage.world import World


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


@when("on {date} finance counts {money} from {customer} as paid in advance until {date}, for a cash price of {money}")
def counts_as_advance_of_a_cash_price(
    world: World, day: date, amount: Money, customer: str, until: date, cash: Money
) -> None:
    """The rate is the one at which the advance grows to what the service costs for cash on the last day."""
    record(world, customer, day, Financed(amount=amount, cash_price=cash, until=until, paid="in advance"))


@when("on {date} finance counts {money} from {customer} as paid in arrears until {date}, for a cash price of {money}")
def counts_as_arrears_of_a_cash_price(
    world: World, day: date, amount: Money, customer: str, until: date, cash: Money
) -> None:
    """The rate is the one at which the cash price of the first day grows to what is paid on the last."""
    record(world, customer, day, Financed(amount=amount, cash_price=cash, until=until, paid="in arrears"))


@when(
    "on {date} finance counts {price} from {customer} as paid in instalments until {date}, for a cash price of {money}"
)
def counts_as_instalments_of_a_cash_price(
    world: World, day: date, price: Price, customer: str, until: date, cash: Money
) -> None:
    """The rate is the one at which all instalments are worth the cash price on the first day."""
    amount, months = Money.of(price.amount, price.currency), price.per_months
    paid = Financed(amount=amount, cash_price=cash, until=until, paid="in instalments", every_months=months)
    record(world, customer, day, paid)


@when(
    "on {date} finance counts {price} from {customer} as paid in instalments, each ahead, at {percent} a year until {date}"
)
def counts_as_paid_in_instalments_ahead(
    world: World, day: date, price: Price, customer: str, rate: Decimal, until: date
) -> None:
    """The price is paid in instalments that bear interest, each when its month (quarter, year) begins, the first on the first day."""
    amount, months = Money.of(price.amount, price.currency), price.per_months
    paid = Financed(
        amount=amount, rate=rate * 100, until=until, paid="in instalments", every_months=months, at_beginning=True
    )
    record(world, customer, day, paid)
