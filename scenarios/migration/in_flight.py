"""Checks of what is in flight on the cutover day: signed amendments and open orders, which the new CRM must take up again."""

from __future__ import annotations

from scenarios.migration.case import Case
from scenarios.migration.masters import unique_keys
from scenarios.migration.references import customer_of, lines_of, product_of


def check_in_flight(case: Case) -> None:
    """Nothing of them is loaded: what is right goes to the exceptions list, with what is to be done by hand."""
    _check_amendments(case)
    unique_keys(case, "orders")
    for record in case.all("orders"):
        customer_of(case, record)
        product_of(case, record)
        if record["quantity"] is not None and record["quantity"] <= 0:
            case.reject(record, "validity", f"the quantity {record['quantity']} is not above zero", "quantity")
        if record.good:
            case.set_aside(record, f"open order: close it in the new CRM, with service from {record['start']}")


def _check_amendments(case: Case) -> None:
    unique_keys(case, "amendments")
    for record in case.all("amendments"):
        lines = lines_of(case, record)
        day, end = record["effective date"], max((line["end"] for line in lines if line["end"]), default=None)
        if day and end and day > end:
            said = f"it takes effect on {day}, after contract {record['contract']} ends on {end}"
            case.reject(record, "consistency", said, "effective date")
        if day and day < case.date:
            said = f"it took effect on {day}, before the cutover: it belongs into the subscription, not in flight"
            case.reject(record, "consistency", said, "effective date")
        if record["product"]:
            product_of(case, record)
        if record.good:
            case.set_aside(record, f"amendment in flight: sign it again in the new CRM, effective {day}")
