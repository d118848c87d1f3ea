"""A month's close in the ledger alone: what recognizing, providing, closing and the trial balance cost per 1,000 contracts.

python -m benchmarks.close               1,000 and 10,000 contracts
python -m benchmarks.close 5000 100000   as many as said

The promise: 100,000 contracts close in under a minute of one core, 600 ms for 1,000, and ten times as many cost ten times as much.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from datetime import date

from benchmarks.bill_run import START, signed
from engine.billing.bill_run import bill, plan_contract
from engine.book import Book, run
from engine.ledger.closing import close
from engine.ledger.general_ledger import trial_balance
from engine.model.calendar import AccountingPeriod
from engine.model.document import Document
from engine.model.journal import JournalEntry
from engine.model.orders import Billing
from engine.receiving import receive
from fakes.systems.erp import Erp
from scenarios.world import find, load

JANUARY = AccountingPeriod.of(START)
MONTH = JANUARY.next
MOST = 600
"""CPU milliseconds for 1,000 contracts at most."""
GROWS = 1.5
"""How much more 1,000 contracts may cost among many than among few: what a cache no longer holds, and no more."""


def ledger_of(contracts: int) -> Book:
    """The ledger at the end of February: contracts billed monthly in advance, January closed."""
    company = load(find("Northwind SaaS"))
    billing, ledger = Book(company), Book(company)
    for number in range(1, contracts + 1):
        contract = signed(billing, number, Billing())
        plan_contract(billing, contract, START)
        receive(ledger, contract, START)
    _take(ledger, list(run((bill,), billing, START)), START)
    _live(ledger, JANUARY)
    close(ledger, JANUARY, JANUARY.end)
    _take(ledger, list(run((bill,), billing, MONTH.start)), MONTH.start)
    return ledger


def _take(ledger: Book, documents: list[Document], today: date) -> None:
    for document in documents:
        receive(ledger, document, today)


def _live(ledger: Book, month: AccountingPeriod) -> None:
    for _ in run(Erp.stages, ledger, month.end):
        pass


def measured(ledger: Book) -> dict[str, float]:
    """CPU seconds of each part of February's close."""
    parts: dict[str, Callable[[], object]] = {
        "recognize": lambda: _live(ledger, MONTH),
        "close": lambda: close(ledger, MONTH, MONTH.end),
        "trial balance": lambda: trial_balance(ledger, MONTH),
    }
    return {name: _seconds(part) for name, part in parts.items()}


def _seconds(part: Callable[[], object]) -> float:
    begun = time.process_time()
    part()
    return time.process_time() - begun


def main() -> None:
    """Print a line for each size asked for, and whether what was promised holds."""
    costs: dict[int, float] = {}
    for size in map(int, sys.argv[1:] or ["1000", "10000"]):
        gc.collect()
        ledger = ledger_of(size)
        parts = measured(ledger)
        whole, peak = sum(parts.values()), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        costs[size] = whole / size * 1_000_000
        said = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in parts.items())
        print(
            f"close: {size:,} contracts, {ledger.count(JournalEntry):,} entries, {whole:.2f} s ({said}): "
            f"{costs[size]:,.0f} ms for 1,000 contracts, peak memory {peak:.0f} MiB"
        )
    print("\n".join(verdicts(costs)))


def verdicts(costs: Mapping[int, float]) -> Iterator[str]:
    """Whether the dearest size keeps the promise, and whether the largest costs as much for 1,000 as the smallest."""
    dearest = max(costs.values())
    yield f"close: {'kept' if dearest <= MOST else 'BROKEN'}, {dearest:,.0f} ms of {MOST} ms for 1,000 contracts at most"
    grown = costs[max(costs)] / costs[min(costs)]
    yield f"close: {'linear' if grown <= GROWS else 'NOT LINEAR'}, {grown:.2f} of {GROWS} times as much for 1,000 at most"


if __name__ == "__main__":
    main()
