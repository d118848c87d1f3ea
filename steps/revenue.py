"""Revenue by product and month."""

from __future__ import annotations

from engine.model.calendar import AccountingPeriod
from engine.model.money import Money, total
from steps.phrases import then
from steps.tables import Column, Rows, Table
from steps.world import World

REVENUE = Table(
    "revenue",
    Column("month", "period", required=True, key=True),
    Column("product", key=True),
    Column("amount", "amount", required=True),
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


@then("the revenue schedule versions of {customer} are:", table=VERSIONS)
def versions_are(world: World, customer: str, table: Rows) -> None:
    """Every version of every schedule, why it was made, the price it spreads and what of it waits for a delivery."""
    world.check(table, _versions(world, customer), f"the revenue schedule versions of {customer}")


@then("{money} of the price of {product} for {customer} is undelivered")
def is_undelivered(world: World, expected: Money, product: str, customer: str) -> None:
    """What is allocated to a product and waits for its delivery: no month holds it yet."""
    newest = {s.obligation: s for s in world.erp.schedules() if (s.customer, s.product) == (customer, product)}
    found = total((schedule.undelivered for schedule in newest.values()), expected.currency)
    world.check_value(f"undelivered of {product} for {customer}", expected, found)


@then("the revenue of {period} is {money}")
def revenue_of_month(world: World, period: AccountingPeriod, expected: Money) -> None:
    """All revenue posted into a month, of all customers."""
    months = world.erp.revenue(None)
    found = total(
        (m.posted for m in months if m.period == period and m.posted.currency == expected.currency), expected.currency
    )
    world.check_value(f"the revenue of {period}", expected, found)


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
