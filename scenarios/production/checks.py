"""What is wrong in a production export by itself, whatever the reference bills: amounts, days, currencies, customers."""

from __future__ import annotations

from collections.abc import Iterator

from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.migration.forms import ALSO_BILLINGS, BILLINGS
from scenarios.migration.masters import check_customers, unique_keys
from scenarios.migration.units import look_at_parts
from scenarios.mistakes import did_you_mean
from scenarios.production.change_checks import check_amendments
from scenarios.production.document_checks import check_memos, check_numbers, check_payments, check_series
from scenarios.production.forms import TABLES
from scenarios.production.lookups import amounts, check_currency, contract_of
from scenarios.production.readings import check_readings, metered, needs
from scenarios.tables.sheet import plain

_HELD = ("contracts", "invoices", "amendments", "credit memos", "usage")


def check_export(case: Case, currency: str | None, billing: str | None) -> None:
    """Every check of an export. `currency`, `billing`: where the export names none."""
    check_customers(case)
    for form in TABLES[1:]:
        unique_keys(case, form.name, form)
    _read_products(case)
    for table in ("contracts", "invoices", "credit memos", "payments"):
        for record in case.all(table):
            record.values.setdefault("currency", currency or case.company.entity.currency)
    for record in case.all("contracts"):
        _check_contract(case, record, billing)
    _check_whose(case)
    for record in case.all("invoices"):
        _check_invoice(case, record)
    check_numbers(case)
    check_series(case)
    check_amendments(case)
    check_memos(case)
    check_payments(case)
    check_readings(case)
    look_at_parts(case, "contracts", "amendments")


def _read_products(case: Case) -> None:
    """Products by name or code, in any case; what the company does not sell is named."""
    sold = case.company.products
    known = {plain(name): p.name for p in sold for name in (p.name, p.code) if name}
    names = [name for p in sold for name in (p.name, p.code) if name]
    for table in _HELD:
        for record in case.all(table):
            for column in ("product", "new product"):
                written = record[column]
                if written and plain(written) not in known:
                    said = f"{case.company.name} sells no product {written!r}{did_you_mean(written, names)}"
                    case.reject(record, "consistency", f"{said}; or map it under 'values'", column)
                elif written:
                    record.values[column] = known[plain(written)]


def _check_contract(case: Case, record: Record, billing: str | None) -> None:
    record.values.setdefault("billing", ALSO_BILLINGS.get(billing or "", billing or "monthly in advance"))
    if record["billing"] not in BILLINGS:
        said = f"{record['billing']!r} is no billing{did_you_mean(record['billing'], BILLINGS)}"
        case.reject(record, "validity", said)
    if record["start"] and record["end"] and record["end"] < record["start"]:
        said = f"the end {record['end']} is before the start {record['start']}"
        case.reject(record, "validity", said, "end")
    for column in needs(case, record):
        case.reject(record, "completeness", f"{column} is missing", column)
    for column, sentence in (*_contract_amounts(case, record), *_with_first(case, record)):
        case.reject(record, "consistency" if column in ("customer", "currency") else "validity", sentence, column)
    product = next((p for p in case.company.products if p.name == record["product"]), None)
    if product and record["plan"] and product.plan(record["plan"]) is None:
        names = [plan.name for plan in product.plans]
        said = f"{product.name} has no rate plan {record['plan']!r}{did_you_mean(record['plan'], names)}"
        case.reject(record, "consistency", said, "plan")
    _check_code(case, record)
    _check_entity(case, record)


def _contract_amounts(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    quantity = record["quantity"]
    if quantity is not None and (quantity < 0 or (quantity == 0 and not metered(case, record))):
        yield "quantity", f"the quantity {quantity} is not above zero"
    if record["price"] is not None and record["price"] < 0:
        yield "price", f"the price {record['price']} is negative"
    if record["net days"] is not None and (record["net days"] < 0 or record["net days"] != int(record["net days"])):
        yield "net days", f"{record['net days']} are no days to pay in"


def _with_first(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    """A contract has one customer and one currency."""
    first = case.by("contracts", "contract", record["contract"])[:1]
    for other in first if first and first[0] is not record else ():
        for column in ("customer", "currency"):
            if record[column] and other[column] and plain(record[column]) != plain(other[column]):
                yield (
                    column,
                    f"one contract, two of {column}: {record[column]} here, {other[column]} in {case.line_of(other)}",
                )


def _check_whose(case: Case) -> None:
    """Contracts are of customers of the table, where there is one; by number, or by name."""
    if "customers" not in case.sheets:
        _check_spelling(case)
        return
    known = {
        plain(str(one[c])): str(one["number"]) for one in case.all("customers") for c in ("name", "number") if one[c]
    }
    for table in ("contracts", "invoices", "payments"):
        for record in case.all(table):
            named = record["customer"]
            if named and plain(named) not in known:
                said = f"there is no customer {named!r}{did_you_mean(named, known)}"
                case.reject(record, "consistency", said.partition("; known are")[0], "customer")
            elif named:
                record.values["customer"] = known[plain(named)]
    for record in case.all("contracts"):
        _look_at_currency(case, record)


def _look_at_currency(case: Case, record: Record) -> None:
    """A customer may buy in two currencies; that its own is another is worth a look."""
    of = next((one["currency"] for one in case.by("customers", "number", record["customer"])), None)
    if of and record["currency"] and of != record["currency"]:
        said = f"in {record['currency']}, but customer {record['customer']} buys in {of}"
        case.note(record, "consistency", said, "currency")


def _check_spelling(case: Case) -> None:
    """Without a table of customers, a name that differs by case or spaces alone is the name that came first."""
    first: dict[str, str] = {}
    for table in ("contracts", "invoices", "payments"):
        for record in case.all(table):
            named = record["customer"]
            kept = first.setdefault(plain(named), named) if named else named
            if named and kept != named:
                record.values["customer"] = kept
                case.remediate(record, "customer", f"{named!r} is read as {kept!r}")


def _check_invoice(case: Case, record: Record) -> None:
    for column, sentence in (*amounts(record), *_days(case, record)):
        case.reject(record, "validity", sentence, column)
    contract_of(case, record)
    check_currency(case, record)
    _check_code(case, record)
    _check_entity(case, record)
    lines = case.by("contracts", "contract", record["contract"])
    if (
        lines
        and record["customer"]
        and lines[0]["customer"]
        and plain(record["customer"]) != plain(lines[0]["customer"])
    ):
        said = f"contract {record['contract']} is of customer {lines[0]['customer']}, not {record['customer']}"
        case.reject(record, "consistency", said, "customer")


def _days(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    start, end = record["from"], record["to"]
    if start and end and end < start:
        yield "to", f"its service ends on {end}, before it begins on {start}"
    if record["date"] and record["due date"] and record["due date"] < record["date"]:
        yield "due date", f"it is due on {record['due date']}, before it was issued on {record['date']}"
    lines = case.by("contracts", "contract", record["contract"])
    last = max((line["end"] for line in lines if line["end"]), default=None)
    first = min((line["start"] for line in lines if line["start"]), default=None)
    longer = any(one["change"] for one in case.by("amendments", "contract", record["contract"]))
    if start and last and start > last and not longer:
        yield "from", f"its service begins on {start}, after the contract ends on {last}"
    if end and first and end < first:
        yield "to", f"its service ends on {end}, before the contract starts on {first}"


def _check_entity(case: Case, record: Record) -> None:
    """A legal entity of the company, by code or name; and an invoice is of the entity that its contract is of."""
    known = {name: one.code for one in case.company.entities for name in (one.code, one.name)}
    named = record["entity"]
    if named and named not in known:
        said = f"there is no legal entity {named!r}{did_you_mean(named, list(known))}"
        case.reject(record, "consistency", said, "entity")
    lines = case.by("contracts", "contract", record["contract"])
    own = next((line["entity"] for line in lines if line["entity"] in known), None)
    if named in known and own and known[named] != known[own]:
        said = f"contract {record['contract']} is of legal entity {own}, not {named}"
        case.reject(record, "consistency", said, "entity")


def _check_code(case: Case, record: Record) -> None:
    codes = {rate.code for rate in case.company.tax_rates}
    if record["tax code"] and record["tax code"] not in codes:
        said = f"there is no tax code {record['tax code']!r}{did_you_mean(record['tax code'], codes)}"
        case.reject(record, "consistency", said, "tax code")
