"""What is wrong with amendments of an export by themselves: unknown contracts and words, days out of the term, too many units."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from engine.model.orders import AddProduct, Cancel, Change, ChangeQuantity, RemoveProduct, SetQuantity
from scenarios.migration.case import Case
from scenarios.migration.change_words import KINDS, changes_of, kind_of
from scenarios.migration.findings import Record
from scenarios.mistakes import did_you_mean
from scenarios.production.lookups import contract_of

Held = dict[str, Decimal]


def check_amendments(case: Case) -> None:
    """Contract by contract, in the order in which they take effect, as each finds what the ones before it left."""
    contracts: dict[str, list[Record]] = {}
    for record in case.all("amendments"):
        _check_contract(case, record)
        if record["contract"]:
            contracts.setdefault(record["contract"], []).append(record)
    for number, records in contracts.items():
        lines = case.by("contracts", "contract", number)
        if lines and all(line["product"] and line["quantity"] is not None for line in lines):
            _check_row(case, lines, records)


def in_order(records: list[Record]) -> list[Record]:
    """Amendments as they take effect; those of one day as they stand in the file."""
    return sorted((r for r in records if r["effective date"]), key=lambda r: (r["effective date"], r.line))


def _check_contract(case: Case, record: Record) -> None:
    lines = contract_of(case, record)
    kind, _ = kind_of(record)
    if record["change"] and kind is None:
        said = f"the change {record['change']!r} is not known{did_you_mean(record['change'], KINDS)}"
        case.reject(record, "validity", said, "change")
    for column, sentence in (*_amounts(record), *_days(record, lines)):
        case.reject(record, "validity", sentence, column)


def _amounts(record: Record) -> Iterator[tuple[str, str]]:
    if record["price"] is not None and record["price"] < 0:
        yield "price", f"the price {record['price']} is negative"
    if record["months"] is not None and (record["months"] <= 0 or record["months"] != int(record["months"])):
        yield "months", f"{record['months']} is no term in months"


def _days(record: Record, lines: list[Record]) -> Iterator[tuple[str, str]]:
    day = record["effective date"]
    first = min((line["start"] for line in lines if line["start"]), default=None)
    last = max((line["end"] for line in lines if line["end"]), default=None)
    if day and first and day < first:
        yield "effective date", f"it takes effect on {day}, before contract {record['contract']} starts on {first}"
    if day and last and day > last and kind_of(record)[0] not in ("renew", "extend"):
        yield "effective date", f"it takes effect on {day}, after contract {record['contract']} ends on {last}"
    if record["end"] and last and kind_of(record)[0] == "extend" and record["end"] <= last:
        yield "end", f"it extends to {record['end']}, and contract {record['contract']} ends on {last} already"


def _check_row(case: Case, lines: list[Record], records: list[Record]) -> None:
    held: Held = {}
    for line in lines:
        held[line["product"]] = held.get(line["product"], Decimal(0)) + line["quantity"]
    ended: Record | None = None
    for record in in_order(records):
        if not record.good:
            continue
        asked = changes_of(record, held)
        if not asked:
            said = f"the change {record['change']!r} lacks the product, quantity, price, discount, end or months that it needs"
            case.reject(record, "completeness", said, "change")
        elif ended is not None:
            said = f"contract {record['contract']} is cancelled by {ended.name} from {ended['effective date']} on"
            case.reject(record, "consistency", said, "effective date")
        else:
            for column, sentence in _impossible(record, asked, held):
                case.reject(record, "consistency", sentence, column)
        if record.good:
            _follow(asked, held)
            ended = record if any(isinstance(change, Cancel) for change in asked) else None


def _impossible(record: Record, asked: tuple[Change, ...], held: Held) -> Iterator[tuple[str, str]]:
    for change in asked:
        product = getattr(change, "product", None)
        if product and not isinstance(change, AddProduct) and product not in held:
            yield "product", f"contract {record['contract']} holds no {product} on {record['effective date']}"
        elif isinstance(change, ChangeQuantity) and held[change.product] + Decimal(change.delta) < 0:
            had = held[change.product]
            yield (
                "quantity",
                f"it takes {-change.delta} of {change.product}, and contract {record['contract']} holds {had}",
            )
        elif isinstance(change, SetQuantity) and change.quantity < 0:
            yield "quantity", f"the quantity {change.quantity} is negative"


def _follow(asked: tuple[Change, ...], held: Held) -> None:
    for change in asked:
        if isinstance(change, ChangeQuantity):
            held[change.product] += Decimal(change.delta)
        elif isinstance(change, SetQuantity):
            held[change.product] = Decimal(change.quantity)
        elif isinstance(change, RemoveProduct):
            held.pop(change.product, None)
        elif isinstance(change, AddProduct):
            held[change.line.product] = held.get(change.line.product, Decimal(0)) + Decimal(change.line.quantity)
