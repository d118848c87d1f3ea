"""Checks of open invoices, what was paid of them, and unapplied cash."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record
from scenarios.migration.invoice_days import check_days_of
from scenarios.migration.masters import unique_keys
from scenarios.migration.references import customer_of, entity_of, lines_of
from scenarios.migration.taxes import check_tax
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import plain

_SETTLED = (
    "paid",
    "closed",
    "settled",
    "paid in full",
    "written off",
    "void",
    "voided",
    "cancelled",
    "canceled",
    "draft",
)


def check_invoices(case: Case) -> None:
    """Amounts that add up, tax of the right percentage, days in order, the contract's customer and currency."""
    unique_keys(case, "invoices")
    _check_payments(case)
    for record in case.all("invoices"):
        customer = customer_of(case, record)
        entity_of(case, record, customer)
        lines = lines_of(case, record)
        for column, sentence in (*_belongs(record, customer, lines), *_adds_up(case, record)):
            case.reject(record, "consistency", sentence, column)
        for column, sentence in _days(case, record):
            case.reject(record, "validity", sentence, column)
        check_days_of(case, record, lines)
        check_tax(case, record, customer, lines)
        _check_number(case, record)
        _check_entity(case, record, lines)
        _check_status(case, record)
        aside = next((line for line in lines if line.exception), None)
        if record.good and aside:
            case.set_aside(
                record, f"its contract is on the exceptions list ({case.line_of(aside)})", "contract", follows=True
            )
        if record.good and not open_of(record):
            case.note(record, "consistency", "nothing is open of it; a settled invoice need not be loaded", "open")


def open_of(record: Record) -> Decimal:
    """What is still to be paid of an invoice."""
    return amount(record["total"]) - amount(record["paid"])


def _belongs(record: Record, customer: Record | None, lines: list[Record]) -> Iterator[tuple[str, str]]:
    whose = next((line["customer"] for line in lines if line.sound), None)
    if customer and whose and whose not in (customer["number"], customer["name"]):
        yield "customer", f"contract {record['contract']} is of customer {whose}, not {record['customer']}"
    yield from currency_of(record, customer, lines)


def currency_of(record: Record, customer: Record | None, lines: list[Record]) -> Iterator[tuple[str, str]]:
    """Where a record's currency is not its contract's or its customer's; a contract that is rejected says nothing."""
    named = record["currency"]
    for what, other in (
        (f"contract {record['contract']}", next((line["currency"] for line in lines if line.sound), None)),
        (f"customer {record['customer']}", customer["currency"] if customer else None),
    ):
        if named and other and named != other:
            yield "currency", f"currency mismatch: in {named}, but {what} is in {other}"
            return


def _adds_up(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    net, tax, total = record["net"], record["tax"], record["total"]
    paid, still = amount(record["paid"]), record["open"]
    if None not in (net, tax, total) and net + tax != total:
        yield "total", f"wrong total: net {net} and tax {tax} are {net + tax}, not {total}"
    if total is not None and total <= 0:
        yield "total", f"the total {total} is not above zero; what is given back is a credit, not an invoice"
    if paid < 0:
        yield "paid", f"paid {paid} is negative"
    if total is not None and paid > total > 0:
        yield "paid", f"paid {paid} is {paid - total} above the total {total}; what is above is unapplied cash"
    if total is not None and still is not None and still != total - paid:
        yield "open", f"open {still} is not the total {total} less paid {paid}: {total - paid}"


def _days(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    issued, due = record["date"], record["due date"]
    if issued and issued >= case.date:
        yield "date", f"it is of {issued}, but from {case.date} on the new system bills"
    if issued and due and due < issued:
        yield "due date", f"it is due on {due}, before it was issued on {issued}"


def _check_entity(case: Case, record: Record, lines: list[Record]) -> None:
    """An invoice is of its contract's legal entity."""
    of = next((line["entity"] for line in lines if line.sound and line["entity"]), None)
    if of and record["entity"] and plain(of) != plain(record["entity"]):
        said = f"contract {record['contract']} is of legal entity {of}, not {record['entity']}"
        case.reject(record, "consistency", said, "entity")


def _check_status(case: Case, record: Record) -> None:
    """What legacy calls settled has nothing open, and what is open is not a draft."""
    still = amount(record["open"]) if record["open"] is not None else open_of(record)
    if plain(record["status"] or "") in _SETTLED and still:
        said = f"its status is {record['status']!r}, but {still} is open of it"
        case.reject(record, "consistency", said, "status")


def _check_number(case: Case, record: Record) -> None:
    """The new system numbers its invoices by entity; a legacy number of the same form would be given twice."""
    entities = (case.company.entity, *case.company.other_entities)
    number = record["number"] or ""
    if any(
        number.startswith(f"{entity.prefix}-") and number[len(entity.prefix) + 1 :].isdigit() for entity in entities
    ):
        case.reject(record, "uniqueness", f"{number} is a number that the new system will give itself", "number")


def _check_payments(case: Case) -> None:
    """Payments are of invoices in the set, in their currency, before the cutover, and add up to what is paid of each."""
    unique_keys(case, "payments")
    for record in case.all("payments"):
        invoices = case.by("invoices", "number", record["invoice"])
        if record["invoice"] and not invoices:
            said = f"there is no open invoice {record['invoice']!r}{case.near('invoices', 'number', record['invoice'])}"
            case.reject(record, "consistency", said, "invoice")
        for column, sentence in _received(case, record):
            case.reject(record, "validity", sentence, column)
        for invoice in invoices[:1]:
            if invoice["currency"] != record["currency"]:
                said = f"currency mismatch: in {record['currency']}, but invoice {invoice.name} is in {invoice['currency']}"
                case.reject(record, "consistency", said, "currency")
            if record["date"] and invoice["date"] and record["date"] < invoice["date"]:
                said = f"it came on {record['date']}, before invoice {invoice.name} was issued on {invoice['date']}"
                case.note(record, "consistency", said, "date")
            if record["customer"] and invoice["customer"] != record["customer"]:
                said = f"invoice {invoice.name} is of customer {invoice['customer']}, not {record['customer']}"
                case.reject(record, "consistency", said, "customer")
    for invoice in case.all("invoices") if "payments" in case.sheets else ():
        _check_paid(case, invoice)


def _received(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    if record["amount"] is not None and record["amount"] <= 0:
        yield "amount", f"the amount {record['amount']} is not above zero"
    if record["date"] and record["date"] >= case.date:
        yield "date", f"it came on {record['date']}, but from {case.date} on the new system takes payments"


def _check_paid(case: Case, invoice: Record) -> None:
    came = sum((amount(one["amount"]) for one in case.by("payments", "invoice", invoice["number"])), Decimal(0))
    if invoice["paid"] is None:
        invoice.values["paid"] = came
    elif invoice["paid"] != came:
        said = f"paid {invoice['paid']}, but its payments add up to {came}"
        case.reject(invoice, "consistency", said, "paid")


_KINDS = {"": False, "unapplied": False, "unapplied cash": False}
_KINDS |= dict.fromkeys(("credit", "credit balance", "customer credit", "credit on account"), True)
DEPOSITS = ("deposit", "customer deposit", "prepayment", "advance payment", "on account")
_KINDS |= dict.fromkeys(DEPOSITS, True)


def is_credit(record: Record) -> bool:
    """Whether cash that settles nothing is credit that the customer may use, as a deposit is that no contract holds (handbook 4.14)."""
    return not record["contract"] and _KINDS.get(plain(record["kind"] or ""), False)


def check_unapplied(case: Case) -> None:
    """Cash that pays nothing yet has an owner, an amount, a day before the cutover and its customer's currency."""
    unique_keys(case, "unapplied cash")
    for record in case.all("unapplied cash"):
        customer = customer_of(case, record)
        entity_of(case, record, customer)
        for column, sentence in (*_received(case, record), *currency_of(record, customer, [])):
            case.reject(record, "validity" if column != "currency" else "consistency", sentence, column)
        if plain(record["kind"] or "") not in _KINDS:
            near = did_you_mean(record["kind"], [kind for kind in _KINDS if kind])
            case.reject(record, "validity", f"the kind {record['kind']!r} is not known{near}", "kind")
        if customer and record["currency"]:
            _check_buys_in(case, record)
        _check_whose(case, record, customer)


def _check_whose(case: Case, record: Record, customer: Record | None) -> None:
    """Cash is of a legal entity that sells to its customer, and its payment, if it pays something too, is the same customer's."""
    lines = case.by("subscriptions", "customer", record["customer"])
    sells = {plain(one) for one in (*(line["entity"] for line in lines), customer and customer["entity"]) if one}
    if sells and record["entity"] and plain(record["entity"]) not in sells:
        said = f"legal entity {record['entity']}, but customer {record['customer']} buys of {', '.join(sorted(sells)).upper()}"
        case.reject(record, "consistency", said, "entity")
    for paid in case.by("payments", "number", record["number"])[:1]:
        whose = next((one["customer"] for one in case.by("invoices", "number", paid["invoice"])), paid["customer"])
        if whose and whose != record["customer"]:
            said = f"payment {record['number']} pays {paid['invoice']} of customer {whose} ({case.line_of(paid)})"
            case.reject(record, "uniqueness", f"{said}: one number for two payments", "number")


def _check_buys_in(case: Case, record: Record) -> None:
    bought = {line["currency"] for line in case.by("subscriptions", "customer", record["customer"])} - {None}
    if bought and record["currency"] not in bought:
        said = f"currency mismatch: in {record['currency']}, but the customer's contracts are in {', '.join(sorted(bought))}"
        case.reject(record, "consistency", said, "currency")
