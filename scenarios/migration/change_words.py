"""What the words of an amendment ask for: the change that a new system signs, from whatever the old one calls it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal

from engine.model.orders import (
    AddProduct,
    Cancel,
    Change,
    ChangePrice,
    ChangeQuantity,
    ExtendTerm,
    GrantDiscount,
    RemoveProduct,
    Renew,
    RequestedLine,
    Resume,
    SetQuantity,
    Suspend,
)
from scenarios.migration.findings import Record
from scenarios.migration.forms import MONTHS
from scenarios.tables.sheet import plain

_WORDS: dict[str, tuple[str, ...]] = {
    "add units": (
        "add units",
        "add",
        "add seats",
        "add quantity",
        "increase",
        "upsell",
        "expansion",
        "quantity increase",
    ),
    "remove units": (
        *("remove units", "remove", "remove seats", "remove quantity", "decrease", "downgrade", "reduction"),
        *("downsell", "quantity decrease"),
    ),
    "change units": ("change units", "quantity change", "change quantity", "delta"),
    "set quantity": ("set quantity", "quantity", "new quantity", "update quantity"),
    "change price": ("change price", "price change", "price", "new price", "reprice", "price increase", "uplift"),
    "add product": ("add product", "new product", "cross sell", "cross-sell"),
    "remove product": ("remove product", "drop product", "drop"),
    "replace product": ("replace product", "product change", "change product", "swap product", "plan change"),
    "discount": ("discount", "grant discount", "new discount", "change discount"),
    "extend": ("extend", "extension", "extend term", "term extension"),
    "renew": ("renew", "renewal"),
    "pause": ("pause", "suspend", "suspension", "hold"),
    "resume": ("resume", "resumption", "reactivate"),
    "cancel": ("cancel", "cancellation", "terminate", "termination", "end", "churn"),
}
KINDS = tuple(_WORDS)
_BY_WORD = {plain(word): kind for kind, words in _WORDS.items() for word in words}


def kind_of(record: Record) -> tuple[str | None, Decimal | None]:
    """What kind of change an amendment is, and the count that stands beside the word ("add 5"); None if no word is known."""
    words = plain(record["change"] or "")
    if words in _BY_WORD:
        return _BY_WORD[words], None
    counted = re.fullmatch(r"(.*?)\s*([+-]?\d+)", words)
    return (_BY_WORD.get(counted[1]), Decimal(counted[2])) if counted else (None, None)


def changes_of(record: Record, products: Iterable[str]) -> tuple[Change, ...]:
    """The changes that an amendment asks for. `products`: those that the contract holds, of which the only one is meant where
    none is named. Nothing where its words, or its columns, do not say one."""
    kind, counted = kind_of(record)
    if kind is None:
        return ()
    held = set(products)
    product = record["product"] or (next(iter(held)) if len(held) == 1 else None)
    maker = _ALONE.get(kind)
    if maker is not None:
        return maker(record)
    return _of_product(kind, record, str(product), counted) if product else ()


def _of_product(kind: str, record: Record, product: str, counted: Decimal | None) -> tuple[Change, ...]:
    quantity = counted if counted is not None else record["quantity"]
    if kind == "change price":
        return _repriced(record, product)
    if kind == "remove product":
        return (RemoveProduct(product=product),)
    if kind == "add product":
        return (AddProduct(line=_line(record, product, quantity)),)
    if kind == "replace product":
        new = record["new product"]
        return (RemoveProduct(product=product), AddProduct(line=_line(record, new, quantity))) if new else ()
    return () if quantity is None else (_counted(kind, product, quantity),)


def _counted(kind: str, product: str, quantity: Decimal) -> Change:
    if kind == "set quantity":
        return SetQuantity(product=product, quantity=_whole(quantity))
    less = kind == "remove units"
    return ChangeQuantity(product=product, delta=_whole(-abs(quantity) if less else quantity))


def _repriced(record: Record, product: str) -> tuple[Change, ...]:
    if record["price"] is None:
        return ()
    per = MONTHS.get(record["price per"] or "") or None
    return (ChangePrice(product=product, price=record["price"], per_months=per),)


def _line(record: Record, product: str, quantity: Decimal | None) -> RequestedLine:
    return RequestedLine(
        product=product,
        quantity=_whole(quantity if quantity is not None else Decimal(1)),
        price=record["price"],
        per_months=MONTHS.get(record["price per"] or "") or None,
        discount=record["discount"] or Decimal(0),
    )


def _discounted(record: Record) -> tuple[Change, ...]:
    if record["discount"] is None:
        return ()
    return (GrantDiscount(percent=record["discount"], product=record["product"]),)


def _renewed(record: Record) -> tuple[Change, ...]:
    months = record["months"]
    return (Renew(months=int(months), uplift=record["uplift"] or Decimal(0)),) if months and months > 0 else ()


_ALONE: dict[str, Callable[[Record], tuple[Change, ...]]] = {
    "cancel": lambda record: (Cancel(),),
    "pause": lambda record: (Suspend(),),
    "resume": lambda record: (Resume(),),
    "extend": lambda record: (ExtendTerm(end=record["end"]),) if record["end"] else (),
    "discount": _discounted,
    "renew": _renewed,
}


def _whole(quantity: Decimal) -> int | Decimal:
    return int(quantity) if quantity == int(quantity) else quantity
