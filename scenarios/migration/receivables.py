"""Checks of open invoices, what was paid of them, unapplied cash, and usage up to the cutover."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from engine.model.money import exponent, rounded
from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record
from scenarios.migration.masters import unique_keys
from scenarios.migration.references import customer_of, entity_of, lines_of, product_of
from scenarios.mistakes import did_you_mean

# An invoice of several lines rounds the tax of each: five lines differ by at most so many of the smallest unit.
_LINES = 5
_SMALL = Decimal(0)


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
        _check_tax(case, record, customer, lines)
        _check_number(case, record)
        if record.good and not open_of(record):
            case.note(record, "consistency", "nothing is open of it; a settled invoice need not be loaded", "open")


def open_of(record: Record) -> Decimal:
    """What is still to be paid of an invoice."""
    return amount(record["total"]) - amount(record["paid"])


def _belongs(record: Record, customer: Record | None, lines: list[Record]) -> Iterator[tuple[str, str]]:
    whose = next((line["customer"] for line in lines if line.good), None)
    if customer and whose and whose not in (customer["number"], customer["name"]):
        yield "customer", f"contract {record['contract']} is of customer {whose}, not {record['customer']}"
    yield from currency_of(record, customer, lines)


def currency_of(record: Record, customer: Record | None, lines: list[Record]) -> Iterator[tuple[str, str]]:
    """Where a record's currency is not its contract's or its customer's; a contract that is rejected says nothing."""
    named = record["currency"]
    for what, other in (
        (f"contract {record['contract']}", next((line["currency"] for line in lines if line.good), None)),
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


def _check_tax(case: Case, record: Record, customer: Record | None, lines: list[Record]) -> None:
    """Tax = net x percentage. The code is the invoice's, or the only one of its contract's lines."""
    net, tax = record["net"], record["tax"]
    if net is None or tax is None or not record["date"]:
        return
    status = (customer["tax status"] if customer else None) or "taxed"
    if status != "taxed":
        if tax:
            case.reject(record, "consistency", f"tax of {tax}, though customer {record['customer']} is {status}", "tax")
        return
    percent = _percent(case, record, lines)
    if percent is None:
        taxed = any(other["tax"] for other in case.all("invoices"))
        if taxed and not tax and net:
            said = "tax is missing: 0.00, though the customer is not exempt and no tax code says that none is due"
            case.reject(record, "consistency", said, "tax")
        return
    expected = _rounded(net, percent, record["currency"] or case.company.entity.currency)
    if abs(expected - tax) > Decimal(_LINES).scaleb(-exponent(record["currency"] or "USD")) or (expected and not tax):
        missing = "tax is missing: " if not tax else ""
        said = f"{missing}{percent.normalize():f}% of {net} is {expected}, not {tax}"
        case.reject(record, "consistency", said, "tax")


def _rounded(net: Decimal, percent: Decimal, currency: str) -> Decimal:
    places = exponent(currency)
    return Decimal(rounded(Fraction(net) * Fraction(percent) / 100 * 10**places)).scaleb(-places)


def _percent(case: Case, record: Record, lines: list[Record]) -> Decimal | None:
    if record["tax rate"] is not None:
        return Decimal(record["tax rate"])
    codes = {record["tax code"]} if record["tax code"] else {line["tax code"] for line in lines if line["tax code"]}
    if len(codes) != 1:
        return None
    code = codes.pop()
    known = {rate.code for rate in case.company.tax_rates}
    if code not in known:
        if record["tax code"]:
            case.reject(record, "consistency", f"there is no tax code {code!r}{did_you_mean(code, known)}", "tax code")
        return None
    taxes: dict[str, tuple[object, Decimal]] = {}
    for rate in sorted((r for r in case.company.tax_rates if r.code == code), key=lambda rate: rate.start):
        if rate.start <= record["date"]:
            taxes[rate.tax] = rate.start, rate.percent
    return sum((percent for _, percent in taxes.values()), _SMALL)


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
            case.reject(record, "consistency", f"there is no open invoice {record['invoice']!r}", "invoice")
        for column, sentence in _received(case, record):
            case.reject(record, "validity", sentence, column)
        for invoice in invoices[:1]:
            if invoice["currency"] != record["currency"]:
                said = f"currency mismatch: in {record['currency']}, but invoice {invoice.name} is in {invoice['currency']}"
                case.reject(record, "consistency", said, "currency")
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


def check_unapplied(case: Case) -> None:
    """Cash that pays nothing yet has an owner, an amount, a day before the cutover and its customer's currency."""
    unique_keys(case, "unapplied cash")
    for record in case.all("unapplied cash"):
        customer = customer_of(case, record)
        entity_of(case, record, customer)
        for column, sentence in (*_received(case, record), *currency_of(record, customer, [])):
            case.reject(record, "validity" if column != "currency" else "consistency", sentence, column)
        if customer and record["currency"]:
            _check_buys_in(case, record)


def _check_buys_in(case: Case, record: Record) -> None:
    bought = {line["currency"] for line in case.by("subscriptions", "customer", record["customer"])} - {None}
    if bought and record["currency"] not in bought:
        said = f"currency mismatch: in {record['currency']}, but the customer's contracts are in {', '.join(sorted(bought))}"
        case.reject(record, "consistency", said, "currency")


def check_usage(case: Case) -> None:
    """Usage belongs to a contract that holds the product, and to days before the cutover: one side bills it."""
    unique_keys(case, "usage")
    for record in case.all("usage"):
        lines = lines_of(case, record)
        product = product_of(case, record)
        held = {line["product"] for line in lines}
        if product and lines and not held & {product.name, product.code}:
            case.reject(record, "consistency", f"contract {record['contract']} holds no {product.name}", "product")
        if record["quantity"] is not None and record["quantity"] < 0:
            case.reject(record, "validity", f"the quantity {record['quantity']} is negative", "quantity")
        if record["date"] and record["date"] >= case.date:
            said = f"it is of {record['date']}: from {case.date} on the new system takes usage, and would bill it twice"
            case.reject(record, "validity", said, "date")
