"""What a record names in another table: found as written, put right where only the spelling differs, or rejected."""

from __future__ import annotations

from engine.model.catalog import Charge, Product
from engine.model.company import LegalEntity
from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import plain


def customer_of(case: Case, record: Record) -> Record | None:
    """The customer that the record names by number, or by name; None where it is rejected for it."""
    named = record["customer"]
    if named is None:
        return None
    found = case.by("customers", "number", named)
    if not found:
        found = case.spelled("customers", "number", named) or case.spelled("customers", "name", named)
        if len(found) == 1:
            record.values["customer"] = found[0]["number"]
            case.remediate(record, "customer", f"{named!r} is read as customer {found[0]['number']}")
    if not found:
        said = f"there is no customer {named!r}{case.near('customers', 'number', named)}"
        case.reject(record, "consistency", said, "customer")
        return None
    kept = next((one for one in found if one.good), None)
    if kept is None:
        said = f"its customer {named} is rejected ({case.line_of(found[0])})"
        case.reject(record, "consistency", said, "customer", follows=True)
    return kept


def lines_of(case: Case, record: Record, needed: bool = True) -> list[Record]:
    """The subscription lines of the contract that the record names; a contract nobody has rejects it."""
    named = record["contract"]
    if named is None:
        return []
    found = case.by("subscriptions", "contract", named)
    if not found and needed:
        said = f"there is no contract {named!r}{case.near('subscriptions', 'contract', named)}"
        case.reject(record, "consistency", said, "contract")
    return found


_NAMED = (
    *((table, "contract", "subscriptions", "contract") for table in ("subscriptions", "invoices", "deferred revenue")),
    *(
        (table, "contract", "subscriptions", "contract")
        for table in ("waterfall", "usage", "amendments", "unapplied cash")
    ),
    ("payments", "invoice", "invoices", "number"),
)


def respell(case: Case) -> None:
    """Contracts and invoices are known by the spelling that came first: one that differs in case or spaces alone is put right."""
    for table, column, of, key in _NAMED:
        for record in case.all(table):
            named = record[column]
            found = case.spelled(of, key, named) if named else []
            if found and found[0][key] != named and not case.by(of, key, named)[: table != of]:
                record.values[column] = found[0][key]
                case.remediate(record, column, f"{named!r} is read as {column} {found[0][key]}")
        case.forget(table)


def product_of(case: Case, record: Record) -> Product | None:
    """The product of the company that the record names, by name or code."""
    named = record["product"]
    if named is None:
        return None
    products = case.company.products
    for product in products:
        if named in (product.name, product.code):
            return product
    for product in products:
        if plain(named) in (plain(product.name), plain(product.code)):
            record.values["product"] = product.name
            case.remediate(record, "product", f"{named!r} is read as {product.name!r}")
            return product
    names = [product.name for product in products]
    said = f"{case.company.name} sells no product {named!r}{did_you_mean(named, names)}"
    case.reject(record, "consistency", said, "product")
    return None


def charge_of(case: Case, record: Record, product: Product) -> Charge | None:
    """The one charge that the record's price is of; None where the plan has several, or is unknown."""
    plan = product.plan(record["plan"])
    if plan is None:
        names = [one.name for one in product.plans]
        said = f"{product.name} has no rate plan {record['plan']!r}{did_you_mean(record['plan'], names)}"
        case.reject(record, "consistency", said, "plan")
        return None
    return plan.charges[0] if len(plan.charges) == 1 else None


def entity_of(case: Case, record: Record, customer: Record | None = None) -> LegalEntity | None:
    """The legal entity that the record is of: its own, its customer's, or the company's first."""
    named = record["entity"] or (customer["entity"] if customer else None)
    entities = (case.company.entity, *case.company.other_entities)
    if named is None:
        return entities[0]
    found = next((one for one in entities if plain(named) in (plain(one.code), plain(one.name))), None)
    if found is None:
        codes = [one.code for one in entities]
        case.reject(record, "consistency", f"there is no legal entity {named!r}{did_you_mean(named, codes)}", "entity")
    return found
