"""What meters of production counted: which contract lines are charged by it, and what is wrong with readings by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.catalog import Product
from scenarios.migration.case import Case
from scenarios.migration.findings import Record
from scenarios.production.lookups import contract_of


def _product(case: Case, record: Record) -> Product | None:
    return next((one for one in case.company.products if one.name == record["product"]), None)


def kinds(case: Case, line: Record) -> set[str]:
    """How a contract's line is charged: "usage", "recurring", "one-time" ... by the charges of its product's plan."""
    product = _product(case, line)
    plan = (product.plan(line["plan"]) if line["plan"] else product.plans[0]) if product else None
    return {charge.kind for charge in plan.charges} if plan else set()


def metered(case: Case, line: Record) -> bool:
    """Whether a line is charged by its use, and by nothing else."""
    return kinds(case, line) == {"usage"}


def needs(case: Case, line: Record) -> Iterator[str]:
    """What a contract's line lacks: units, unless its use alone is charged; a price, unless the price book has several for it."""
    if line["quantity"] is None and not metered(case, line) and _product(case, line):
        yield "quantity"
    if line["price"] is None and "usage" not in kinds(case, line) and _product(case, line):
        yield "price"


def check_readings(case: Case) -> None:
    """Readings are of a contract that is charged by them, in its service, and each is counted once."""
    seen: dict[tuple[object, ...], Record] = {}
    for record in case.all("usage"):
        lines = contract_of(case, record)
        own = [line for line in lines if line["product"] == record["product"]]
        for column, said in (*_whose(case, record, lines, own), *_when(case, record, own)):
            case.reject(record, "consistency", said, column)
        if record["quantity"] is not None and record["quantity"] < 0 and not record["replaces"]:
            said = f"the quantity {record['quantity']} is negative, and it replaces no reading"
            case.reject(record, "validity", said, "quantity")
        _look_for_twice(case, record, seen)


def _whose(case: Case, record: Record, lines: list[Record], own: list[Record]) -> Iterator[tuple[str, str]]:
    if lines and record["product"] and not own and _product(case, record) and not _added(case, record):
        yield "product", f"contract {record['contract']} holds no {record['product']}"
    elif own and "usage" not in kinds(case, own[0]):
        yield "product", f"{record['product']} is not charged by its use"
    replaced = record["replaces"]
    if replaced and not case.by("usage", "id", replaced):
        yield "replaces", f"there is no reading {replaced!r}{case.near('usage', 'id', replaced)}"


def _added(case: Case, record: Record) -> bool:
    changes = case.by("amendments", "contract", record["contract"])
    return any(record["product"] in (one["product"], one["new product"]) for one in changes)


def _when(case: Case, record: Record, own: list[Record]) -> Iterator[tuple[str, str]]:
    day, starts, ends = record["date"], [one["start"] for one in own], [one["end"] for one in own]
    longer = any(one["change"] for one in case.by("amendments", "contract", record["contract"]))
    if day and own and None not in starts and day < min(starts):
        yield "date", f"it is of {day}, before the contract starts on {min(starts)}"
    if day and own and None not in ends and day > max(ends) and not longer:
        yield "date", f"it is of {day}, after the contract ends on {max(ends)}"
    if day and record["received"] and record["received"] < day:
        yield "received", f"it was received on {record['received']}, before it was counted on {day}"


def _look_for_twice(case: Case, record: Record, seen: dict[tuple[object, ...], Record]) -> None:
    key = tuple(record[column] for column in ("contract", "product", "date", "quantity", "charge"))
    other = seen.setdefault(key, record)
    if other is not record and record.good:
        said = (
            f"the same contract, product, day and quantity as {other.name} ({case.line_of(other)}); is it one reading?"
        )
        case.note(record, "uniqueness", said, "id")
