"""What customers are asked to pay, and what they are given back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from engine.model.bearing import Bearing
from engine.model.calendar import long_date
from engine.model.company import Company
from engine.model.cutover import TAKEN_OVER
from engine.model.invoices import CreditMemo, DocumentLine, Invoice
from engine.model.money import Money, total
from reports.systems.naming import document_name, reduction_in_words
from steps.company.entities import entity_cell
from steps.language.compare import same
from steps.language.failures import NotMet
from steps.language.phrases import then, when
from steps.language.tables import Column, Rows, Table, in_currency
from steps.stage.names import invoice_named
from steps.stage.world import World

LINE = (
    Column("for", "product", key=True),
    Column("charge"),
    Column("from", "date", key=True),
    Column("to", "date", key=True),
    Column("quantity", "quantity"),
    Column("price", "number"),
    Column("discount", "percent"),
    Column("more off"),
    Column("net", "amount"),
    Column("tax rate", "percent"),
    Column("tax", "amount"),
    Column("total", "amount"),
    Column("treatment"),
)
_DATE = Column("date", "date", key=True)
INVOICE_LINES = Table(
    "invoice lines", _DATE, *LINE, Column("due", "date"), Column("invoice"), Column("cause"), Column("entity", "source")
)
CREDIT_LINES = Table(
    "credited lines", _DATE, *LINE, Column("credits"), Column("reason"), Column("memo"), Column("entity", "source")
)


@then("{customer} is invoiced:", table=INVOICE_LINES)
def is_invoiced(world: World, customer: str, table: Rows) -> None:
    """These invoice lines are among the customer's; say "nothing else is invoiced" to exclude others."""
    found = [record for record in invoice_lines(world) if record["customer"] == customer]
    world.check(table, found, f"{customer} is invoiced", exactly=False)
    world.checked_lines.update(_matched(table, found, world))


@then("nothing else is invoiced")
def nothing_else_is_invoiced(world: World) -> None:
    """Nobody was invoiced anything but what the tables above list."""
    _nothing_else(world, invoice_lines(world), world.checked_lines, "nothing else is invoiced")


@then("nothing else is invoiced since {date}")
def nothing_else_is_invoiced_since(world: World, day: date) -> None:
    """From that day on nobody was invoiced anything but what the tables above list."""
    found = [record for record in invoice_lines(world) if _day(record) >= day]
    _nothing_else(world, found, world.checked_lines, f"nothing else is invoiced since {long_date(day)}")


@then("{customer} is invoiced nothing")
def is_invoiced_nothing(world: World, customer: str) -> None:
    """The customer has no invoice at all."""
    found = [record for record in invoice_lines(world) if record["customer"] == customer]
    _nothing_else(world, found, set(), f"{customer} is invoiced nothing")


@then("{customer} is invoiced nothing since {date}")
def is_invoiced_nothing_since(world: World, customer: str, day: date) -> None:
    """The customer has no invoice from that day on."""
    found = [r for r in invoice_lines(world) if r["customer"] == customer and _day(r) >= day]
    _nothing_else(world, found, set(), f"{customer} is invoiced nothing since {long_date(day)}")


@then("{customer} is credited:", table=CREDIT_LINES)
def is_credited(world: World, customer: str, table: Rows) -> None:
    """These credit memo lines are among the customer's; say "nothing else is credited" to exclude others."""
    found = [record for record in credit_lines(world) if record["customer"] == customer]
    world.check(table, found, f"{customer} is credited", exactly=False)
    world.checked_credits.update(_matched(table, found, world))


@then("nothing else is credited")
def nothing_else_is_credited(world: World) -> None:
    """Nobody was credited anything but what the tables above list."""
    _nothing_else(world, credit_lines(world), world.checked_credits, "nothing else is credited")


@then("nothing else is credited since {date}")
def nothing_else_is_credited_since(world: World, day: date) -> None:
    """From that day on nobody was credited anything but what the tables above list."""
    found = [record for record in credit_lines(world) if _day(record) >= day]
    _nothing_else(world, found, world.checked_credits, f"nothing else is credited since {long_date(day)}")


@then("{customer} is credited nothing")
def is_credited_nothing(world: World, customer: str) -> None:
    """The customer has no credit memo at all, whatever was changed or cancelled."""
    found = [record for record in credit_lines(world) if record["customer"] == customer]
    _nothing_else(world, found, set(), f"{customer} is credited nothing")


@then("{customer} is credited nothing since {date}")
def is_credited_nothing_since(world: World, customer: str, day: date) -> None:
    """The customer has no credit memo from that day on."""
    found = [r for r in credit_lines(world) if r["customer"] == customer and _day(r) >= day]
    _nothing_else(world, found, set(), f"{customer} is credited nothing since {long_date(day)}")


@then("{customer} is credited {money} in all")
def is_credited_in_all(world: World, customer: str, expected: Money) -> None:
    """The sum of all the customer's credit memos, with tax."""
    memos = world.billing.credit_memos()
    found = [memo.total for memo in memos if (memo.customer, memo.currency) == (customer, expected.currency)]
    world.check_value(f"{customer} is credited in all", expected, total(found, expected.currency))


@then("{customer} is invoiced {money} in all")
def is_invoiced_in_all(world: World, customer: str, expected: Money) -> None:
    """The sum of all the customer's invoices, with tax."""
    found = [i.total for i in issued(world) if (i.customer, i.currency) == (customer, expected.currency)]
    world.check_value(f"{customer} is invoiced in all", expected, total(found, expected.currency))


@when("finance credits {customer} {money} on {invoice}")
def finance_credits(world: World, customer: str, net: Money, invoice: str) -> None:
    """Goodwill: that much (without tax; its tax follows) of an invoice is given back, today."""
    number = invoice_named(world.stack, customer, invoice).number
    world.attempt(lambda: world.billing.credit(number, None, net, "goodwill"))


def invoice_lines(world: World) -> list[dict[str, object]]:
    """Every posted invoice line, as the tables of a story name its parts."""
    return invoice_lines_of(world, issued(world))


def issued(world: World) -> list[Invoice]:
    """The invoices that billing issued; those of an old system, which it took over, were issued there."""
    return [invoice for invoice in world.billing.invoices() if invoice.cause != TAKEN_OVER]


def invoice_lines_of(world: World, invoices: Iterable[Invoice]) -> list[dict[str, object]]:
    """The lines of these invoices, as the tables of a story name their parts."""
    return [
        _shared(world.company, invoice, line)
        | {"due": invoice.due_date, "invoice": document_name(invoice), "cause": invoice.cause}
        | {"id": (invoice.number, line.id)}
        for invoice in invoices
        for line in invoice.lines
    ]


def credit_lines(world: World) -> list[dict[str, object]]:
    """Every posted credit memo line, as the tables of a story name its parts."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    return [
        _shared(world.company, memo, line)
        | {"credits": names.get(line.invoice, line.invoice), "reason": memo.reason, "memo": document_name(memo)}
        | {"id": (memo.number, number)}
        for memo in world.billing.credit_memos()
        for number, line in enumerate(memo.lines)
    ]


def _shared(company: Company, document: Invoice | CreditMemo, line: DocumentLine) -> dict[str, object]:
    return {
        "entity": entity_cell(company, document.entity),
        "customer": document.customer,
        "date": document.event_date,
        **line_facts(line),
    }


def line_facts(line: DocumentLine) -> dict[str, object]:
    """A line as the tables of a story name its parts, without what it shares with its document."""
    return {
        "for": line.product,
        "charge": line.charge,
        "from": line.service.start,
        "to": line.service.end,
        "quantity": line.quantity,
        "price": line.price,
        "discount": line.discount / Decimal(100),
        "more off": ", ".join(map(reduction_in_words, line.reductions)),
        "net": line.net,
        "tax rate": line.tax_rate / Decimal(100),
        "tax": line.tax,
        "total": line.total,
        "treatment": line.treatment,
    }


def _matched(table: Rows, found: Iterable[dict[str, object]], world: World) -> set[tuple[str, int]]:
    """Which of the lines found the table speaks of; each row speaks of one."""
    left = list(found)
    matched: set[tuple[str, int]] = set()
    for row in table.values:
        wanted = [(c.name, in_currency(v, world.currency)) for c, v in zip(table.columns, row, strict=True)]
        line = next((r for r in left if all(v is None or same(v, r.get(name)) for name, v in wanted)), None)
        if line is not None:
            left.remove(line)
            matched.add(line["id"])  # type: ignore[arg-type]  # put there by invoice_lines and credit_lines
    return matched


def _nothing_else(world: World, found: Iterable[dict[str, object]], known: set[tuple[str, int]], title: str) -> None:
    lines = list(found)
    more = [record for record in lines if record["id"] not in known]
    listed = "\n".join(
        f"+ {long_date(_day(r))}: {r['customer']}, {r['for']}, {r['from']} to {r['to']}, net {r['net']}" for r in more
    )
    world.note(title, not more, listed)
    if more:
        risk = [total for r in more if isinstance(total := r["total"], Money)]
        raise NotMet(title, f"but there is also:\n{listed}", money_at_risk=risk, bears=_repeated(lines, more))


def _repeated(lines: Iterable[dict[str, object]], more: Iterable[dict[str, object]]) -> Bearing:
    """That a line nobody expects stands there twice."""
    seen = Counter(_said(one) for one in lines)
    return Bearing(natures=("duplicate",)) if any(seen[_said(one)] > 1 for one in more) else Bearing()


def _said(line: dict[str, object]) -> tuple[object, ...]:
    return tuple(line[name] for name in ("customer", "for", "from", "to", "net"))


def _day(record: dict[str, object]) -> date:
    day = record["date"]
    assert isinstance(day, date)
    return day
