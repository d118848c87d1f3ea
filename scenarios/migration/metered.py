"""Usage up to the cutover: what legacy billed of it, what the new system will bill, and what the latter is worth.

Handbook 4.18: of usage that straddles the date, one side bills; proven by the numbers of the readings.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from engine.model.calendar import ONE_DAY, add_months
from engine.model.catalog import Charge
from scenarios.migration.bill_periods import said
from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.migration.forms import EVERY
from scenarios.migration.masters import unique_keys
from scenarios.migration.references import charge_of, lines_of, product_of


def check_usage(case: Case) -> None:
    """Usage belongs to a contract that holds the product, and to days before the cutover: one side bills it."""
    unique_keys(case, "usage")
    seen: dict[tuple[object, ...], Record] = {}
    for record in case.all("usage"):
        lines = lines_of(case, record)
        product = product_of(case, record)
        held = {line["product"] for line in lines}
        if product and lines and not held & {product.name, product.code}:
            case.reject(record, "consistency", f"contract {record['contract']} holds no {product.name}", "product")
        elif any(one["product"] == record["product"] and one.sound and not metered_charge(case, one) for one in lines):
            case.reject(record, "consistency", f"{record['product']} is not charged by usage", "product")
        if record["quantity"] is not None and record["quantity"] < 0:
            case.reject(record, "validity", f"the quantity {record['quantity']} is negative", "quantity")
        if record["date"] and record["date"] >= case.date:
            said = f"it is of {record['date']}: from {case.date} on the new system takes usage, and would bill it twice"
            case.reject(record, "validity", said, "date")
        _within_service(case, record, lines)
        _note_twice(case, record, seen)


def _within_service(case: Case, record: Record, lines: list[Record]) -> None:
    """Usage is of days of service; what is of a period that legacy has billed is not billed again."""
    line = next((one for one in lines if one["product"] == record["product"]), None)
    if line is None or not (record["date"] and line["start"] and line["end"] and line.sound):
        return
    if not line["start"] <= record["date"] <= line["end"]:
        said = f"it is of {record['date']}, outside the service of {line['start']} to {line['end']}"
        case.reject(record, "consistency", said, "date")
    elif record.good and not is_unbilled(record, line):
        said = f"it is of a period that legacy has billed, before {unbilled_from(line)}: it is not loaded"
        case.note(record, "consistency", said, "date")


def _note_twice(case: Case, record: Record, seen: dict[tuple[object, ...], Record]) -> None:
    key = tuple(record[column] for column in ("contract", "product", "date", "quantity"))
    other = seen.setdefault(key, record)
    if other is not record and record.good:
        said = (
            f"the same contract, product, day and quantity as {other.name} ({case.line_of(other)}); is it one reading?"
        )
        case.note(record, "uniqueness", said, "id")


def unbilled_from(line: Record) -> date:
    """The first day whose usage legacy has not billed: a billing period before the next bill date."""
    bill, start = date.fromisoformat(str(line["next bill date"])), date.fromisoformat(str(line["start"]))
    cadence, _, calendar = said(line["billing"])
    first = 1 if calendar else start.day
    if (bill + ONE_DAY).day == first:
        bill += ONE_DAY
    return max(start, add_months(bill, -EVERY.get(cadence, 1), first))


def is_unbilled(record: Record, line: Record) -> bool:
    """Whether the new system bills a reading."""
    return bool(record["date"] and record["date"] >= unbilled_from(line))


def unbilled_value(case: Case, contract: str) -> Fraction | None:
    """What the readings are worth that legacy earned and did not bill, priced by the unit. None where that cannot be said."""
    found = Fraction(0)
    for record in case.by("usage", "contract", contract):
        line = next(
            (one for one in case.by("subscriptions", "contract", contract) if one["product"] == record["product"]), None
        )
        charge = metered_charge(case, line) if line and line.sound else None
        if line is None or not record.sound or record["quantity"] is None:
            return None
        if charge is None or charge.model != "per unit" or line["price"] is None:
            return None
        if is_unbilled(record, line):
            price = Fraction(line["price"]) * (1 - Fraction(line["discount"] or 0) / 100)
            found += Fraction(record["quantity"]) * price
    return found


def metered_charge(case: Case, line: Record) -> Charge | None:
    """The charge of a line that is metered; None of any other."""
    product = next((p for p in case.company.products if line["product"] in (p.name, p.code)), None)
    charge = charge_of(case, line, product) if product else None
    return charge if charge and charge.kind == "usage" else None
