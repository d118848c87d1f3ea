"""Many contracts signed on one day through the whole stack: processor time for each, and how it grows with their number.

python -m benchmarks.signing             50, 100, 200 and 400 contracts
"""

from __future__ import annotations

import sys
import time
from datetime import date

from engine.model.orders import RequestedLine, Terms
from fakes.stack import in_process
from scenarios.world import find, load

DAY = date(2026, 1, 1)


def signed(contracts: int) -> float:
    """Sign so many contracts on one day, each billed at once: seconds of processor time in all."""
    stack = in_process()
    stack.clock.reset(load(find("Northwind SaaS")), DAY)
    terms = Terms(start=DAY, months=12, currency="USD", tax_code="standard")
    begun = time.process_time()
    for _ in range(contracts):
        quote = stack.crm.quote("Globex", terms, [RequestedLine(product="Platform seat", quantity=10)])
        stack.crm.close_won(quote.number)
    return time.process_time() - begun


def main() -> None:
    """Print a line for each size asked for; the last column is what one contract costs."""
    for size in map(int, sys.argv[1:] or ["50", "100", "200", "400"]):
        seconds = signed(size)
        print(f"signing: {size:,} contracts on one day in {seconds:.1f} s, {seconds / size * 1000:.1f} ms each")


if __name__ == "__main__":
    main()
