"""Revenue by product and month."""

from __future__ import annotations

from datetime import date
from typing import cast

from engine.model.bearing import Bearing, of
from engine.model.calendar import AccountingPeriod
from engine.model.money import Money, total
from engine.model.revenue import RevenueSchedule
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

REVENUE = Table(
    "revenue",
    Column("month", "period", required=True, key=True),
    Column("product", key=True),
    Column("amount", "amount", required=True),
)


ALLOCATED = Table(
    "allocated prices", Column("product", required=True, key=True), Column("amount", "amount", required=True)
)
REMAINING = Table(
    "remaining price", Column("until", "date", required=True, key=True), Column("amount", "amount", required=True)
)
VERSIONS = Table(
    "schedule versions",
    Column("product", required=True, key=True),
    Column("version", "count", required=True, key=True),
    Column("from", "date"),
    Column("reason"),
    Column("amount", "amount"),
    Column("undelivered", "amount"),
)


@then("the revenue of {customer} is:", table=REVENUE)
def revenue_is(world: World, customer: str, table: Rows) -> None:
    """What has been recognized so far, month by month, and no other month."""
    rows = [row for row in _months(world, customer, table, posted=True) if row["amount"]]
    world.check(table, rows, f"the revenue of {customer}")


@then("the revenue schedule of {customer} is:", table=REVENUE)
def schedule_is(world: World, customer: str, table: Rows) -> None:
    """What is to be recognized over the whole term as things stand today, past months included."""
    rows = [row for row in _months(world, customer, table, posted=False) if row["amount"]]
    world.check(table, rows, f"the revenue schedule of {customer}")


@then("the revenue schedule of {customer} contains:", table=REVENUE)
def schedule_contains(world: World, customer: str, table: Rows) -> None:
    """These months are among those of the schedule as things stand today."""
    world.check(
        table,
        _months(world, customer, table, posted=False),
        f"the revenue schedule of {customer} contains",
        exactly=False,
    )


@then("the revenue schedule versions of {customer} are:", table=VERSIONS, bears=of("wrong method"))
def versions_are(world: World, customer: str, table: Rows) -> None:
    """Every version of every schedule, why it was made, the price it spreads and what of it waits for a delivery."""
    world.check(table, _versions(world, customer), f"the revenue schedule versions of {customer}")


@then("the price of {customer} is allocated to:", table=ALLOCATED, bears=of("wrong method"))
def is_allocated(world: World, customer: str, table: Rows) -> None:
    """What each product brings in all as things stand today, recognized or not, without what is expected to go back."""
    sums: dict[str, Money] = {}
    for schedule in _newest(world, customer):
        sums[schedule.product] = sums.get(schedule.product, Money.zero(schedule.currency)) + schedule.total
    rows = [{"product": product, "amount": amount} for product, amount in sums.items() if amount]
    world.check(table, rows, f"the price of {customer}")


@then(
    "{money} of the price of {customer} is still to be recognized", bears=Bearing(natures=("cut-off",), published=True)
)
def is_still_to_be_recognized(world: World, expected: Money, customer: str) -> None:
    """The remaining performance obligation: the whole price less what is posted as revenue (606-10-50-13, IFRS 15.120)."""
    price = total((schedule.total for schedule in _newest(world, customer)), expected.currency)
    months = [m for m in world.erp.revenue(None) if m.customer == customer and not m.refunds]
    posted = total((month.posted for month in months), expected.currency)
    world.check_value(f"still to be recognized of {customer}", expected, price - posted)


@then(
    "what is still to be recognized of {customer} is due by:",
    table=REMAINING,
    bears=Bearing(natures=("cut-off",), published=True),
)
def remains_by(world: World, customer: str, table: Rows) -> None:
    """The remaining performance obligation by when it will be revenue: up to each day, from the day before it on. What waits for a
    delivery has no day and is left out (606-10-50-13(b), IFRS 15.120(b))."""
    world.check(table, _remaining(world, customer, table), f"still to be recognized of {customer}")


@then("{money} of the price of {product} for {customer} is undelivered")
def is_undelivered(world: World, expected: Money, product: str, customer: str) -> None:
    """What is allocated to a product and waits for its delivery: no month holds it yet."""
    own = [schedule for schedule in _newest(world, customer) if schedule.product == product]
    found = total((schedule.undelivered for schedule in own), expected.currency)
    world.check_value(f"undelivered of {product} for {customer}", expected, found)


@then("the revenue of {period} is {money}")
def revenue_of_month(world: World, period: AccountingPeriod, expected: Money) -> None:
    """All revenue posted into a month, of all customers."""
    months = world.erp.revenue(None)
    found = total(
        (m.posted for m in months if m.period == period and m.posted.currency == expected.currency), expected.currency
    )
    world.check_value(f"the revenue of {period}", expected, found)


def _remaining(world: World, customer: str, table: Rows) -> list[dict[str, object]]:
    """By the days that the table names: what is scheduled up to each of them, and neither posted nor of an earlier one."""
    days = sorted(cast(date, record["until"]) for record in table.as_written())
    months = [month for month in world.erp.revenue(None) if month.customer == customer and not month.refunds]
    currency = months[0].scheduled.currency if months else world.company.entity.currency
    sums = [total((m.scheduled - m.posted for m in months if m.period.end <= day), currency) for day in days]
    return [
        {"until": day, "amount": to_date - before}
        for day, to_date, before in zip(days, sums, [Money.zero(currency), *sums], strict=False)
    ]


def _newest(world: World, customer: str) -> list[RevenueSchedule]:
    """The version that holds of each of the customer's schedules, without what is expected to go back."""
    newest = {s.obligation: s for s in world.erp.schedules() if s.customer == customer and not s.refunds}
    return list(newest.values())


def _versions(world: World, customer: str) -> list[dict[str, object]]:
    return [
        {
            "product": schedule.product,
            "version": schedule.version,
            "from": schedule.effective_date,
            "reason": schedule.reason,
            "amount": schedule.total,
            "undelivered": schedule.undelivered,
        }
        for schedule in world.erp.schedules()
        if schedule.customer == customer
    ]


def _months(world: World, customer: str, table: Rows, *, posted: bool) -> list[dict[str, object]]:
    """One row a month, or a month and product where the table asks for products."""
    by_product = any(column.name == "product" for column in table.columns)
    sums: dict[tuple[AccountingPeriod, str | None], Money] = {}
    for month in world.erp.revenue(None):
        if month.customer == customer:
            key = month.period, month.product if by_product else None
            amount = month.posted if posted else month.scheduled
            sums[key] = sums.get(key, Money.zero(amount.currency)) + amount
    return [{"month": period, "product": product, "amount": amount} for (period, product), amount in sums.items()]
