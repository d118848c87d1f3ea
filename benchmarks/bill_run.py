"""A year's bill runs over many subscriptions in the engine alone: invoices per second of processor time, time per invoice, memory.

Processor time, so that what else a machine does counts for nothing.

python -m benchmarks.bill_run            10,000 subscriptions
python -m benchmarks.bill_run 1000 100000   as many as said, one line each
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.billing.bill_run import bill, plan_contract
from engine.book import Book, run
from engine.contracts.contracting import amend, sign
from engine.model.catalog import Charge
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.orders import Billing, ChangeQuantity, Order, OrderLine, Terms
from scenarios.world import find, load

START, END = date(2026, 1, 1), date(2026, 12, 31)
AMENDED_EVERY = 20  # one in twenty: 5%
CHARGE = Charge(name="Platform seat")


def signed(book: Book, number: int, billing: Billing) -> Contract:
    """One subscription of ten seats, from the first of January."""
    line = OrderLine(
        id="1",
        product="Platform seat",
        plan="Standard",
        charge=CHARGE,
        quantity=10,
        price=Decimal("9.99"),
        per_months=1,
        tax_code="standard",
    )
    terms = Terms(start=START, months=12, currency="USD", billing=billing, tax_code="standard")
    return book.add(sign(book, order(number, terms=terms, lines=(line,)), START))


def order(number: int, **fields: object) -> Order:
    """A closed-won order of one of the company's customers."""
    made = Order(
        number=f"O-{number}", event_date=START, effective_date=START, posting_date=START, kind="new", customer="Globex"
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # fields of Order, by the callers


def year(subscriptions: int) -> tuple[int, float]:
    """Sign, amend 5% in the middle of the term, and live every day on which something falls due: invoices and seconds."""
    book = Book(load(find("Northwind SaaS")))
    contracts = [signed(book, number, Billing()) for number in range(1, subscriptions + 1)]
    begun = time.process_time()
    for contract in contracts:
        plan_contract(book, contract, START)
    day: date | None = START
    while day is not None and day <= END:
        if day == date(2026, 6, 1):
            _amend(book, contracts, subscriptions)
        for _ in run((bill,), book, day):
            pass
        day = book.agenda.next_after(day)
    return book.count(Invoice), time.process_time() - begun


def _amend(book: Book, contracts: list[Contract], taken: int) -> None:
    for number, contract in enumerate(contracts[::AMENDED_EVERY], taken + 1):
        changes = (ChangeQuantity(product="Platform seat", delta=3),)
        change = order(
            number, kind="amend", contract=contract.number, changes=changes, effective_date=date(2026, 6, 16)
        )
        book.add(amend(book, change, date(2026, 6, 1)))
        plan_contract(book, contract, date(2026, 6, 1))


def main() -> None:
    """Print a line for each size asked for."""
    for size in map(int, sys.argv[1:] or ["10000"]):
        gc.collect()
        invoices, seconds = year(size)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        each = seconds / invoices * 1_000_000
        print(
            f"bill run: {size:,} subscriptions x 12 months, {invoices:,} invoices in {seconds:.1f} s: "
            f"{invoices / seconds:,.0f} invoices/s, {each:.0f} us each, peak memory {peak:.0f} MiB"
        )


if __name__ == "__main__":
    main()
