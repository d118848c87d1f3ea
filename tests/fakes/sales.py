"""A stack to sell with: one contract of a year, and the stack let go afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from engine.model.orders import RequestedLine, Terms
from ports.stack import Stack

YEAR = Terms(start=date(2026, 1, 1), months=12, currency="USD", tax_code="standard")


@contextmanager
def closing(stack: Stack) -> Iterator[Stack]:
    try:
        yield stack
    finally:
        stack.shut_down()


def sell(stack: Stack, customer: str = "Globex", product: str = "Platform seat", quantity: int = 10) -> None:
    quote = stack.crm.quote(customer, YEAR, (RequestedLine(product=product, quantity=quantity),))
    stack.crm.close_won(quote.number)
