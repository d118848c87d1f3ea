"""Debit memos: what finance charges beside an issued invoice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.model.calendar import ServicePeriod
from engine.model.debits import DebitLine
from engine.model.money import Money
from steps.language.failures import StoryError
from steps.language.phrases import when
from steps.language.tables import Column, Rows, Table
from steps.stage.names import invoice_named
from steps.stage.world import World

LINES = Table(
    "what is charged more",
    Column("for", required=True),
    Column("amount", "amount", required=True),
    Column("from", "date"),
    Column("to", "date"),
    Column("line", "count"),
    Column("tax", "line tax"),
)


@when("finance charges {customer} {money} more on {invoice} for {string}")
def charges_more(world: World, customer: str, net: Money, invoice: str, what: str) -> None:
    """A debit memo of one line: that much (without tax; its tax follows), for the days of the invoice's only line, or today."""
    _debit(world, customer, invoice, [DebitLine(description=what, net=net)])


@when("finance charges {customer} more on {invoice}:", table=LINES)
def charges_more_lines(world: World, customer: str, invoice: str, table: Rows) -> None:
    """A debit memo: amounts without tax, the days each is for, the line it adds to, its tax if it is another than that line's."""
    currency = invoice_named(world.stack, customer, invoice).currency
    _debit(world, customer, invoice, [_line(world, row) for row in table.records(currency)])


def _debit(world: World, customer: str, invoice: str, lines: Sequence[DebitLine]) -> None:
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.debit(number, lines))


def _line(world: World, row: dict[str, object]) -> DebitLine:
    net, line, tax = row["amount"], row["line"], row["tax"]
    assert isinstance(net, Money)
    return DebitLine(
        description=str(row["for"]),
        net=net,
        line=line if isinstance(line, int) else None,
        service=_service(row["from"], row["to"]),
        tax_code=world.tax_code(tax) if tax else None,  # type: ignore[arg-type]  # by the kind of its column
    )


def _service(start: object, end: object) -> ServicePeriod | None:
    if isinstance(start, date) and isinstance(end, date):
        return ServicePeriod(start, end)
    if start or end:
        raise StoryError("write both from and to, or neither")
    return None
