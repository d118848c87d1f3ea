"""What one system holds of the masters, record by record: what the comparison of all systems reads."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date

from engine.book import Book
from engine.contracts.contracting import signed_end
from engine.model.cadence import in_words
from engine.model.calendar import long_date
from engine.model.catalog import PriceBookEntry
from engine.model.company import Customer, TaxRate
from engine.model.contracts import Contract
from engine.model.governance import MasterObject
from engine.model.masters import CUSTOMER_FIELDS, MasterRecord
from engine.model.orders import Order, Terms


def records(book: Book, holds: Collection[MasterObject]) -> Iterator[MasterRecord]:
    """The system's own records of those kinds of object."""
    for kind in holds:
        for name, fields in _KINDS[kind](book):
            said = {field: book.corrected.get((kind, name, field), value) for field, value in fields.items()}
            yield MasterRecord(of=kind, name=name, fields=tuple(said.items()))


Found = Iterator[tuple[str, dict[str, str]]]


def _customers(book: Book) -> Found:
    for customer in book.customers.values():
        yield customer.name, fields_of(customer)


def fields_of(customer: Customer) -> dict[str, str]:
    """A customer's fields that can be compared and corrected."""
    return {field: getattr(customer, attribute) for field, attribute in CUSTOMER_FIELDS.items()}


def _products(book: Book) -> Found:
    for product in book.company.products:
        charges = [f"{charge.name} ({charge.recognition})" for plan in product.plans for charge in plan.charges]
        yield product.name, {"code": product.code, "charges": ", ".join(charges)}


def _prices(book: Book) -> Found:
    """List prices by what they are for; of several said for one day the one said last holds, and stands first."""
    seen: set[str] = set()
    for entry in book.company.price_book.entries:
        name = price_name(entry)
        if name not in seen:
            seen.add(name)
            yield name, {"price": f"{entry.price.normalize():f}"}


def price_name(entry: PriceBookEntry) -> str:
    """What a list price is called: what it is for, in which currency, and from when."""
    return f"{entry.product}, {entry.plan}, {entry.charge}, {entry.currency}{_since(entry.start)}"


def tax_name(rate: TaxRate) -> str:
    """What a tax rate is called: its code, which tax of it, and from when."""
    return f"{rate.code} {rate.tax}".strip() + _since(rate.start)


def _since(start: date) -> str:
    return "" if start == date.min else f" from {long_date(start)}"


def _taxes(book: Book) -> Found:
    for rate in dict.fromkeys(book.tax_rates):
        yield tax_name(rate), {"percent": f"{rate.percent.normalize():f}"}


def _contracts(book: Book) -> Found:
    for order in book.all(Order):
        if order.kind == "new" and order.terms:
            end = signed_end(book, order, order.terms)
            yield f"C-{order.number.removeprefix('O-')}", _signed(order.customer, end, order.terms)
    for contract in book.all(Contract):
        yield contract.number, _signed(contract.customer, contract.end, contract)


def _signed(customer: str, end: date, terms: Terms | Contract) -> dict[str, str]:
    """What was signed, as the CRM knows it from its order and the others from the contract."""
    return {
        "customer": customer,
        "currency": terms.currency,
        "start": long_date(terms.start),
        "end": long_date(end),
        "billing": in_words(terms.billing),
        "net days": str(terms.net_days),
        "tax code": terms.tax_code,
    }


_KINDS: dict[MasterObject, Callable[[Book], Found]] = {
    "customer": _customers,
    "product": _products,
    "price": _prices,
    "tax": _taxes,
    "contract": _contracts,
}
