"""Checks of customers and subscriptions: who buys what, from when to when, for how much."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from scenarios.migration import forms
from scenarios.migration.alike import alike
from scenarios.migration.bill_days import bill_day_mistakes
from scenarios.migration.case import Case
from scenarios.migration.countries import other_country, unknown_country
from scenarios.migration.findings import Record
from scenarios.migration.forms import Form
from scenarios.migration.references import charge_of, customer_of, entity_of, product_of
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import plain

_LEGAL_FORMS = set(
    "inc incorporated llc ltd limited corp corporation co company plc gmbh ag kg se sa sas sarl bv nv srl spa ab oy as pty kk the".split()
)
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]+")
_STATUSES = ("taxed", "exempt", "reverse charge")
_STANDARD = {"", "none", "no", "-", "standard", "n/a"}


def unique_keys(case: Case, table: str, form: Form | None = None) -> None:
    """No two records of a table are known by the same key; the first one stays. `form`: of a table of another kind of set."""
    form, first = form or forms.BY_NAME[table], dict[tuple[str, ...], Record]()
    for record in case.all(table):
        key = tuple(plain(str(record[column] or "")) for column in form.key)
        if not any(key):
            continue
        other = first.setdefault(key, record)
        if other is not record:
            differs = [c for c in {**other.values, **record.values} if other[c] != record[c]]
            same = f"with another {', another '.join(differs)}" if differs else "the same"
            said = f"duplicate: {other.name} stands in {case.line_of(other)} already, {same}"
            case.reject(record, "uniqueness", said, form.key[0])


def check_customers(case: Case) -> None:
    """Nobody twice, by number, tax number, name or mail; known entities; addresses that can be written to."""
    unique_keys(case, "customers")
    _not_twice(case, "tax number", lambda text: re.sub(r"[\W_]", "", text).casefold())
    _not_twice(case, "name", bare_name)
    _not_twice(case, "email", str.casefold)
    for record in case.all("customers"):
        entity_of(case, record)
        if record["email"] and not _EMAIL.fullmatch(record["email"]):
            case.reject(record, "validity", f"{record['email']!r} is no mail address", "email")
        if unknown_country(record["country"]):
            case.reject(record, "validity", f"{record['country']!r} is no country of ISO 3166", "country")
        elif other := other_country(record["tax number"], record["country"]):
            said = f"the tax number {record['tax number']!r} begins like one of {other}, and the country is {record['country']}"
            case.note(record, "consistency", said, "country")
        status = plain(record["tax status"] or "taxed")
        if status not in _STATUSES:
            said = f"{record['tax status']!r} is no tax status{did_you_mean(status, _STATUSES)}"
            case.reject(record, "validity", said, "tax status")
        else:
            record.values["tax status"] = status
    _note_alike(case)


def _not_twice(case: Case, column: str, bare: object) -> None:
    first: dict[str, Record] = {}
    for record in case.all("customers"):
        if not record[column] or not callable(bare):
            continue
        other = first.setdefault(bare(record[column]), record)
        if other is not record and other["number"] != record["number"]:
            said = (
                f"duplicate customer: the {column} {record[column]!r} is that of {other.name} ({case.line_of(other)})"
            )
            said += "" if other[column] == record[column] else f", written {other[column]!r}"
            case.reject(record, "uniqueness", said, column)


def bare_name(name: str) -> str:
    """A name without its legal form, in plain spelling."""
    words = [word for word in re.sub(r"[^\w\s]", "", name).casefold().split() if word not in _LEGAL_FORMS]
    return " ".join(words) or name.casefold()


def _note_alike(case: Case) -> None:
    """Names that are nearly the same: perhaps one customer under two numbers."""
    records = [record for record in case.good("customers") if record["name"]]
    for later, earlier in alike([bare_name(record["name"]) for record in records]):
        other = records[earlier]
        said = f"looks like {other.name} ({other['name']!r}, {case.line_of(other)}); is it the same customer?"
        case.note(records[later], "uniqueness", said, "name")


def check_subscriptions(case: Case) -> None:
    """Known customers and products, quantities and prices that can be billed, terms that hold on the cutover day."""
    _note_sold_twice(case)
    unique_keys(case, "subscriptions")
    for record in case.all("subscriptions"):
        _check_line(case, record)
    by_contract: dict[str, list[Record]] = defaultdict(list)
    for record in case.all("subscriptions"):
        by_contract[record["contract"] or ""].append(record)
    for lines in by_contract.values():
        _check_together(case, lines)


def _note_sold_twice(case: Case) -> None:
    """One customer, product and time in two contracts: perhaps the same sale, brought over twice."""
    sold: dict[tuple[object, ...], list[Record]] = defaultdict(list)
    for record in case.all("subscriptions"):
        if record["start"] and record["end"]:
            sold[record["customer"], record["product"]].append(record)
    for lines in sold.values():
        for place, record in enumerate(lines):
            other = next((one for one in lines[:place] if _overlap(one, record)), None)
            if other:
                said = f"the customer holds {record['product']} in contract {other['contract']} too ({case.line_of(other)})"
                case.note(record, "uniqueness", said, "contract")


def _overlap(one: Record, two: Record) -> bool:
    return bool(one["contract"] != two["contract"] and one["start"] <= two["end"] and two["start"] <= one["end"])


def _check_line(case: Case, record: Record) -> None:
    customer = customer_of(case, record)
    entity_of(case, record, customer)
    _same_currency(case, record, customer)
    product = product_of(case, record)
    charge = charge_of(case, record, product) if product else None
    for column, sentence in (*_amounts(record), *_days(case, record)):
        case.reject(record, "validity", sentence, column)
    codes = {rate.code for rate in case.company.tax_rates}
    if record["tax code"] and record["tax code"] not in codes:
        said = f"there is no tax code {record['tax code']!r}{did_you_mean(record['tax code'], codes)}"
        case.reject(record, "consistency", said, "tax code")
    if plain(record["special terms"] or "") not in _STANDARD:
        case.set_aside(record, f"the terms {record['special terms']!r} are not supported", "special terms")
    plan = product.plan(record["plan"]) if product else None
    if product and plan and len(plan.charges) > 1:
        case.set_aside(record, f"{product.name} has {len(plan.charges)} charges, which one price cannot say", "price")
    if charge and charge.model not in ("flat", "per unit"):
        case.set_aside(record, f"{record['product']} is priced by {charge.model}, which one price cannot say", "price")
    if product and record["currency"] and product.name not in _priced(case, record["currency"]):
        case.note(
            record, "consistency", f"the price book has no price of {product.name} in {record['currency']}", "currency"
        )


def _priced(case: Case, currency: str) -> set[str]:
    return {entry.product for entry in case.company.price_book.entries if entry.currency == currency}


def _same_currency(case: Case, record: Record, customer: Record | None) -> None:
    if customer and customer["currency"] and record["currency"] and customer["currency"] != record["currency"]:
        said = f"currency mismatch: in {record['currency']}, but customer {customer['number']} buys in {customer['currency']}"
        case.reject(record, "consistency", said, "currency")


def _amounts(record: Record) -> Iterator[tuple[str, str]]:
    quantity, price = record["quantity"], record["price"]
    if quantity is not None and quantity <= 0:
        yield "quantity", f"the quantity {quantity} is {'nothing' if not quantity else 'negative'}"
    if price is not None and price < 0:
        yield "price", f"the price {price} is negative"
    if record["net days"] is not None and (record["net days"] < 0 or record["net days"] != int(record["net days"])):
        yield "net days", f"{record['net days']} are no days to pay in"


def _days(case: Case, record: Record) -> Iterator[tuple[str, str]]:
    start, end, bill = record["start"], record["end"], record["next bill date"]
    if start and end and end < start:
        yield "end", f"the end {end} is before the start {start}"
    elif end and end < case.date:
        yield "end", f"it ended on {end}, before the cutover on {case.date}: it is not active"
    if bill and bill < case.date:
        yield (
            "next bill date",
            f"the next bill date {bill} is before the cutover on {case.date}: it should be billed already",
        )
    if bill and start and bill < start:
        yield "next bill date", f"the next bill date {bill} is before the start {start}"
    if not bill or bill >= case.date:
        yield from bill_day_mistakes(record)


def _check_together(case: Case, lines: list[Record]) -> None:
    """The lines of one contract have one customer, currency and legal entity, and are loaded together or not at all."""
    first = lines[0]
    for line in lines[1:]:
        for column in ("customer", "currency", "entity", "net days"):
            if first[column] and line[column] and plain(str(first[column])) != plain(str(line[column])):
                said = f"one contract, two of {column}: {line[column]} here, {first[column]} in {case.line_of(first)}"
                case.reject(line, "consistency", said, column)
        same = next((one for one in lines[: lines.index(line)] if _one_number(one, line)), None)
        if same:
            said = f"line {line['line']} of contract {line['contract']} is {same['product']} already ({case.line_of(same)})"
            case.reject(line, "uniqueness", said, "line")
    together(case, lines)


def _one_number(one: Record, two: Record) -> bool:
    """Whether two products of a contract stand under one line number."""
    return bool(one["line"]) and one["line"] == two["line"] and one["product"] != two["product"]


def together(case: Case, lines: list[Record]) -> None:
    """What belongs to one contract is loaded as a whole: one rejected record takes the others with it."""
    bad = next((line for line in lines if line.rejected), None)
    aside = next((line for line in lines if line.exception), None)
    for line in lines:
        if bad and line.good:
            said = f"{bad.table} {bad.name} of the same contract is rejected ({case.line_of(bad)})"
            case.reject(line, "consistency", said, follows=True)
        elif aside and line.good:
            case.set_aside(
                line, f"it belongs to a contract on the exceptions list ({case.line_of(aside)})", follows=True
            )
