"""What customers owe and paid, as it is worth in the currency of the books, as of any day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from engine.model.calendar import AccountingPeriod, long_date
from engine.model.invoices import OpenItem
from engine.model.journal import JournalEntry
from engine.model.money import Money, total
from reports.systems.naming import document_name
from steps.company.entities import currency_of, entity_cell
from steps.language.phrases import then
from steps.language.tables import Column, Rows, Table
from steps.receivables.receivables import AGES, age_of
from steps.stage.world import World

OPEN = Table(
    "open items",
    Column("customer", "customer", key=True),
    Column("invoice", required=True, key=True),
    Column("due", "date"),
    Column("entity", "source"),
    Column("open", "amount"),
    Column("in books", "amount"),
    Column("days overdue", "count"),
)
AGEING = Table(
    "ageing in the books",
    Column("customer", "customer", required=True, key=True),
    *(Column(age, "amount") for age in AGES),
    Column("revaluation", "amount"),
    Column("total", "amount"),
)
CASH = Table(
    "cash received",
    Column("date", "date", required=True, key=True),
    Column("customer", "customer", key=True),
    Column("method"),
    Column("received", "amount", key=True),
    Column("in books", "amount"),
    Column("realized", "amount"),
)
_MONEY = ("cash", "gateway clearing")


@then("the open items on {date} are:", table=OPEN)
def open_items_are(world: World, day: date, table: Rows) -> None:
    """Every invoice open at the end of that day, as it stood: in its own currency, and what the books carry it at."""
    names = {invoice.number: document_name(invoice) for invoice in world.billing.invoices()}
    found = [{**row, "invoice": names[str(row["number"])]} for row in _open_items(world, day)]
    world.check(table, found, f"the open items on {long_date(day)}")


@then("the ageing in the books on {date} is:", table=AGEING)
def ageing_in_books_is(world: World, day: date, table: Rows) -> None:
    """What each customer owed at the end of that day by days past due, at what the books carry it at; revaluation to the
    closing rate, which belongs to no invoice, stands beside. The total is what stands on receivables."""
    world.check(table, _ageing(world, day), f"the ageing in the books on {long_date(day)}")


@then("the cash received in {period} is:", table=CASH)
def cash_received_is(world: World, period: AccountingPeriod, table: Rows) -> None:
    """Every payment of the month in its own currency, what came into the books for it (what was taken back since included),
    and the exchange difference that it realized."""
    world.check(table, _cash(world, period), f"the cash received in {period}")


def _posted(world: World, day: date) -> list[JournalEntry]:
    return list(world.erp.journal(date.min, day))


def _with_role(world: World, *roles: str) -> set[str]:
    return {account.name for account in world.erp.accounts() if account.role in roles}


def _open_items(world: World, day: date) -> Iterator[dict[str, object]]:
    carried = _carried(world, day)
    for (customer, invoice), items in _by_invoice(world, day).items():
        whole = carried.get((customer, invoice), Money.zero(currency_of(world, items[0].entity)))
        for item, part in zip(items, _shares(whole, items), strict=True):
            yield {
                "number": invoice,
                "customer": customer,
                "due": item.due_date,
                "entity": entity_cell(world.company, item.entity),
                "open": item.open,
                "in books": part,
                "days overdue": max((day - item.due_date).days, 0),
            }


def _by_invoice(world: World, day: date) -> dict[tuple[str, str | None], list[OpenItem]]:
    """What was open of each invoice: one item, or one an installment."""
    found: dict[tuple[str, str | None], list[OpenItem]] = defaultdict(list)
    for item in world.billing.open_items(day):
        found[item.customer, item.invoice].append(item)
    return found


def _shares(carried: Money, items: list[OpenItem]) -> tuple[Money, ...]:
    """What the books carry an invoice at, in the proportion of what is open of its installments."""
    return carried.allocate([item.open.minor for item in items])


def _carried(world: World, day: date) -> dict[tuple[str, str | None], Money]:
    """What stands on receivables in the currency of the books, by customer and invoice; None: what belongs to no invoice."""
    accounts = _with_role(world, "receivables")
    found: dict[tuple[str, str | None], list[Money]] = defaultdict(list)
    for entry in _posted(world, day):
        for line in entry.lines:
            if line.account in accounts:
                found[line.customer, line.invoice].append(line.booked)
    return {place: total(amounts, amounts[0].currency) for place, amounts in found.items()}


def _ageing(world: World, day: date) -> list[dict[str, object]]:
    due = {invoice.number: invoice.due_date for invoice in world.billing.invoices()}
    open_ = _by_invoice(world, day)
    rows: dict[str, dict[str, Money]] = {}
    for (customer, invoice), amount in _carried(world, day).items():
        nothing = dict.fromkeys((*AGES, "revaluation", "total"), Money.zero(amount.currency))
        row = rows.setdefault(customer, nothing)
        row["total"] += amount
        if items := open_.get((customer, invoice)):
            for item, part in zip(items, _shares(amount, items), strict=True):
                row[age_of((day - item.due_date).days)] += part
        else:
            row[age_of((day - due[invoice]).days) if invoice in due else "revaluation"] += amount
    return [{"customer": customer, **row} for customer, row in rows.items() if any(row.values())]


def _cash(world: World, period: AccountingPeriod) -> Iterator[dict[str, object]]:
    money, realized = _with_role(world, *_MONEY), _with_role(world, "realized exchange difference")
    entries: dict[str, list[JournalEntry]] = defaultdict(list)
    for entry in _posted(world, date.max):
        entries[entry.source].append(entry)
    about = {a.number: a.payment for a in world.billing.applications() if not a.from_unapplied}
    about |= {recovery.number: recovery.payment for recovery in world.billing.recoveries()}
    about |= {undone.number: undone.payment for undone in world.billing.reversals()}
    for payment in world.payments.payments():
        if period.start <= payment.event_date <= period.end:
            own = [entry for source, paid in about.items() if paid == payment.number for entry in entries[source]]
            lines = [line for entry in own for line in entry.lines]
            books = currency_of(world, payment.entity)
            yield {
                "date": payment.event_date,
                "customer": payment.customer or None,
                "method": payment.method,
                "received": payment.amount,
                "in books": total((line.booked for line in lines if line.account in money), books),
                "realized": -total((line.booked for line in lines if line.account in realized), books),
            }
