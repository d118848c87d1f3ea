"""A year of contracts through the four fakes: processor time for each, and how it grows with contracts and months.

python -m benchmarks.year                1, 10 and 100 contracts for 12 months, 10 contracts for 24
python -m benchmarks.year 1x12 50x36     contracts x months
"""

from __future__ import annotations

import sys
import time
from datetime import date

from engine.model.calendar import AccountingPeriod, add_months
from engine.model.orders import RequestedLine, Terms
from engine.model.payments import PaymentBehavior
from fakes.dialects.plain.operations import door
from fakes.world import World
from scenarios.world import find, load

DAY = date(2026, 1, 1)
ROUNDS = 5


def lived(contracts: int, months: int) -> float:
    """Sign contracts on one day, then bill, collect, recognize and close month by month: seconds of processor time.

    The systems are called as their HTTP room calls them; between them every event still travels as an HTTP exchange.
    """
    company = load(find("Northwind SaaS"))
    world = World(company, DAY)
    door(world)
    begun = time.process_time()
    terms = Terms(start=DAY, months=months, currency="USD", tax_code="standard")
    world.payments.set_behavior(PaymentBehavior(customer="Globex"))
    for _ in range(contracts):
        quote = world.crm.quote("Globex", terms, [RequestedLine(product="Platform seat", quantity=10)])
        world.crm.close_won(quote.number)
        world.settle()
    for month in range(months):
        first = add_months(DAY, month)
        period = AccountingPeriod(first.year, first.month)
        world.advance_to(period.end)
        world.erp.close(period)
        world.settle()
    seconds = time.process_time() - begun
    _check(world, contracts, months)
    return seconds


def _check(world: World, contracts: int, months: int) -> None:
    """What was measured is the whole year: so many invoices, all paid, all recognized, every month closed."""
    invoices, payments = world.billing.invoices(), world.payments.payments()
    assert len(invoices) == len(payments) == contracts * months, (len(invoices), len(payments))
    assert len(world.erp.closes()) == months
    assert all(row.posted == row.scheduled for row in world.erp.revenue(None))


def main() -> None:
    """Print a line for each size asked for; the last column is what a month of one contract costs."""
    for size in sys.argv[1:] or ["1x12", "10x12", "100x12", "10x24"]:
        contracts, months = map(int, size.split("x"))
        seconds = min(lived(contracts, months) for _ in range(ROUNDS if contracts < 50 else 1))
        each = seconds / contracts
        print(
            f"year: {contracts:,} contracts x {months} months in {seconds * 1000:,.0f} ms, "
            f"{each * 1000:.1f} ms a contract, {each / months * 1000:.2f} ms a month of it"
        )


if __name__ == "__main__":
    main()
