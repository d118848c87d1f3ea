"""Checks of what is in flight on the cutover day: signed amendments and open orders, which the new CRM takes up again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.model.orders import Cancel, Change, ChangePrice, ChangeQuantity, SetQuantity
from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.migration.masters import unique_keys
from scenarios.migration.receivables import currency_of
from scenarios.migration.references import customer_of, lines_of, product_of
from scenarios.tables.sheet import plain

_MORE = ("add", "add units", "add seats", "increase", "upsell", "expansion")
_FEWER = ("remove", "remove units", "remove seats", "decrease", "downgrade", "reduction")
_ALL = ("set quantity", "quantity")
_PRICE = ("change price", "price change", "price", "reprice")
_END = ("cancel", "cancellation", "terminate", "termination", "end")


def check_in_flight(case: Case) -> None:
    """What is right and can be said as a change is signed again on the cutover day; what cannot goes to the exceptions list."""
    unique_keys(case, "amendments")
    for record in case.all("amendments"):
        lines = lines_of(case, record)
        for column, sentence in (*_amendment_days(case, record, lines), *_amounts(record, lines)):
            case.reject(record, "consistency", sentence, column)
        if record["product"]:
            product_of(case, record)
        if record.good and change_of(record, lines) is None:
            said = f"the change {record['change']!r} is none that can be signed again by itself: sign it in the new CRM"
            case.set_aside(record, said, "change")
        aside = next((line for line in lines if not line.good), None)
        if record.good and aside:
            case.set_aside(record, f"its contract is not loaded ({case.line_of(aside)})", "contract", follows=True)
    unique_keys(case, "orders")
    for record in case.all("orders"):
        _check_order(case, record)


def _check_order(case: Case, record: Record) -> None:
    customer = customer_of(case, record)
    product_of(case, record)
    if record["quantity"] is not None and record["quantity"] <= 0:
        case.reject(record, "validity", f"the quantity {record['quantity']} is not above zero", "quantity")
    if record["price"] is not None and record["price"] < 0:
        case.reject(record, "validity", f"the price {record['price']} is negative", "price")
    if record["months"] is not None and (record["months"] <= 0 or record["months"] != int(record["months"])):
        case.reject(record, "validity", f"{record['months']} is no term in months", "months")
    if record["start"] and record["start"] < case.date:
        said = f"it starts on {record['start']}, before the cutover: legacy would have billed it"
        case.reject(record, "consistency", said, "start")
    for column, sentence in currency_of(record, customer, []):
        case.reject(record, "consistency", sentence, column)


def _amendment_days(case: Case, record: Record, lines: list[Record]) -> Iterator[tuple[str, str]]:
    day, end = record["effective date"], max((line["end"] for line in lines if line["end"]), default=None)
    if day and end and day > end:
        yield "effective date", f"it takes effect on {day}, after contract {record['contract']} ends on {end}"
    if day and day < case.date:
        yield (
            "effective date",
            f"it took effect on {day}, before the cutover: it belongs into the subscription, not in flight",
        )


def _amounts(record: Record, lines: list[Record]) -> Iterator[tuple[str, str]]:
    """More units are taken than there are, or of a product the contract does not hold."""
    held = {line["product"]: line["quantity"] for line in lines}
    if record["product"] and lines and record["product"] not in held:
        yield "product", f"contract {record['contract']} holds no {record['product']}"
    change = change_of(record, lines)
    if isinstance(change, ChangeQuantity) and held.get(change.product) and held[change.product] + change.delta < 0:
        yield (
            "quantity",
            f"it takes {-change.delta} of {change.product}, and contract {record['contract']} holds {held[change.product]}",
        )


def change_of(record: Record, lines: list[Record]) -> Change | None:
    """The change that an amendment in flight asks for; None where its words, or its columns, do not say one."""
    words = plain(record["change"] or "")
    if words in _END:
        return Cancel()
    counted = re.fullmatch(r"(.*?)\s*([+-]?\d+)", words)
    verb, count = (counted[1], int(counted[2])) if counted else (words, record["quantity"])
    products = {line["product"] for line in lines}
    product = record["product"] or (next(iter(products)) if len(products) == 1 else None)
    if product is None:
        return None
    if verb in _PRICE and record["price"] is not None:
        return ChangePrice(product=product, price=record["price"])
    if count is None or count != int(count):
        return None
    if verb in _ALL:
        return SetQuantity(product=product, quantity=int(count))
    if verb in (*_MORE, *_FEWER):
        return ChangeQuantity(product=product, delta=-int(count) if verb in _FEWER else int(count))
    return None
