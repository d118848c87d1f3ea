"""Checks of what is in flight on the cutover day: signed amendments and open orders, which the new CRM takes up again."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from engine.model.orders import AddProduct, ChangeQuantity, RemoveProduct
from scenarios.migration.case import Case
from scenarios.migration.change_words import KINDS, changes_of, kind_of
from scenarios.migration.findings import Record
from scenarios.migration.masters import unique_keys
from scenarios.migration.receivables import currency_of
from scenarios.migration.references import customer_of, lines_of, product_of

_COUNTED = ("add units", "remove units", "add product")


def check_in_flight(case: Case) -> None:
    """What is right and can be said as a change is signed again on the cutover day; what cannot goes to the exceptions list."""
    unique_keys(case, "amendments")
    for record in case.all("amendments"):
        lines = lines_of(case, record)
        for column, sentence in (*_amendment_days(case, record, lines), *_amounts(record, lines)):
            case.reject(record, "consistency", sentence, column)
        if record["product"]:
            product_of(case, record)
        if record.good and not changes_of(record, _held(lines)):
            case.set_aside(record, _not_signed(record), "change")
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


def _held(lines: list[Record]) -> dict[str, Decimal]:
    """How many units of each product a contract holds."""
    return {line["product"]: line["quantity"] for line in lines}


def _not_signed(record: Record) -> str:
    """Why an amendment is none that can be signed by itself: its word, or a column that the word needs."""
    kind, _ = kind_of(record)
    if kind is None:
        said = f"the change {record['change']!r} is none that can be signed again by itself: sign it in the new CRM"
        return said + f"; what can: {', '.join(KINDS)}"
    return f"the change {record['change']!r} lacks the product, quantity, price, discount, end or months that it needs"


def _amounts(record: Record, lines: list[Record]) -> Iterator[tuple[str, str]]:
    """More units are taken than there are, or of a product the contract does not hold."""
    held = _held(lines)
    asked = changes_of(record, held)
    joins = any(isinstance(change, AddProduct) for change in asked) and not any(
        isinstance(change, RemoveProduct) for change in asked
    )
    if record["product"] and lines and record["product"] not in held and not joins:
        yield "product", f"contract {record['contract']} holds no {record['product']}"
    kind, units = kind_of(record)[0], record["quantity"]
    if units is not None and units <= 0 and kind in _COUNTED:
        yield "quantity", f"{units} units are none to {kind.replace('units', '').strip()}; write them above zero"
    for change in asked:
        if isinstance(change, ChangeQuantity) and held.get(change.product) and held[change.product] + change.delta < 0:
            yield (
                "quantity",
                f"it takes {-change.delta} of {change.product}, and contract {record['contract']} holds {held[change.product]}",
            )
    if record["price"] is not None and record["price"] < 0:
        yield "price", f"the price {record['price']} is negative"
