"""A system writes a field of the masters it holds: a customer's, a product's, a price, a tax rate, a contract's."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches

from engine.book import Book
from engine.model.catalog import PriceBookEntry
from engine.model.company import TaxRate
from engine.model.document import dated
from engine.model.events import System
from engine.model.governance import MasterObject, owner_of
from engine.model.masters import MASTER_FIELDS, MasterChange
from engine.refusals import Refused
from engine.sales import attributing, merging

FIXED = {"product": ("charges",), "contract": MASTER_FIELDS["contract"]}
"""What its owner cannot write over: charges are what is sold, and what is signed changes by amendment."""
NUMBERS = ("price", "percent")


def correct(
    book: Book,
    holds: Collection[MasterObject],
    system: System,
    of: MasterObject,
    name: str,
    field: str,
    value: str,
    today: date,
) -> MasterChange:
    """A system writes a field; whether it owns that field is told with it, for all to see.

    `name`: the object's own, or how it begins, up to a comma. Refused for an object or field that the system does not hold,
    for a price or percentage that is no number, and for an owner's write of what only an amendment changes.
    """
    known = _called(book, holds, of, name)
    if field not in MASTER_FIELDS[of]:
        raise Refused("unknown-field", f"a {of} has no field {field!r}; it has {', '.join(MASTER_FIELDS[of])}")
    owned = owner_of(book.company.governance.ownership, of, field) == system
    if owned and field in FIXED.get(of, ()):
        raise Refused("signed-terms", f"{field} of {of} {known} cannot be written over, only changed by {_way(of)}")
    return MasterChange(
        number=f"CHG-{system}-{book.count(MasterChange) + 1}",
        **dated(today),
        of=of,
        name=known,
        field=field,
        value=_number(of, known, field, value) if field in NUMBERS else value,
        system=system,
        owned=owned,
        customer=known if of == "customer" else "",
    )


def _way(of: MasterObject) -> str:
    return "amendment" if of == "contract" else "selling another charge"


def _called(book: Book, holds: Collection[MasterObject], of: MasterObject, name: str) -> str:
    """The one object of that name here."""
    names = dict.fromkeys(record.name for record in attributing.records(book, [kind for kind in holds if kind == of]))
    begin = [one for one in names if one.startswith(f"{name},")]
    if name in names or len(begin) == 1:
        return name if name in names else begin[0]
    if begin:
        raise Refused("which-one", f"there are several {of} records of {name!r} here: {'; '.join(begin)}")
    near = get_close_matches(name, names, n=1)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    raise Refused(f"unknown-{of}", f"there is no {of} {name!r} here{hint}")


def _number(of: MasterObject, name: str, field: str, value: str) -> str:
    try:
        said = Decimal(value.removesuffix("%").replace(",", ""))
    except InvalidOperation as no:
        raise Refused("no-number", f"the {field} of {of} {name} must be a number, not {value!r}") from no
    if not said.is_finite() or said < 0:
        raise Refused("no-number", f"the {field} of {of} {name} must be a number from 0 on, not {value!r}")
    return f"{said.normalize():f}"


def write(book: Book, change: MasterChange) -> None:
    """What was written is what this book holds from now on; of what it does not hold, nothing."""
    if change.of == "customer":
        merging.write(book, change)
    elif change.of == "product" and change.field == "code":
        products = book.company.products
        new = (replace(one, code=change.value) if one.name == change.name else one for one in products)
        book.company = replace(book.company, products=tuple(new))
    else:
        book.corrected[change.of, change.name, change.field] = change.value


def new_price(book: Book, change: MasterChange) -> PriceBookEntry | None:
    """The entry of the price list that a write of its price makes; None where it is no such write or there is none."""
    found = (entry for entry in book.company.price_book.entries if attributing.price_name(entry) == change.name)
    entry = next(found, None) if change.of == "price" else None
    return replace(entry, price=Decimal(change.value)) if entry else None


def new_rate(book: Book, change: MasterChange) -> TaxRate | None:
    """The tax rate that a write of its percentage makes; None where it is no such write or there is none."""
    found = [rate for rate in book.tax_rates if attributing.tax_name(rate) == change.name]
    return replace(found[-1], percent=Decimal(change.value)) if change.of == "tax" and found else None
