"""The tables of a cutover set: their columns, what each is, and what a record is known by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["text", "day", "month", "money", "price", "number", "percent", "currency", "billing", "price per"]

_CADENCES = ("monthly", "quarterly", "half-yearly", "yearly")
_WHEN = ("advance", "arrears", "advance by the calendar", "arrears by the calendar")
BILLINGS = (*(f"{cadence} in {when}" for cadence in _CADENCES for when in _WHEN), "once")
EVERY = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
ALSO_BILLINGS = {
    "monthly": "monthly in advance",
    "quarterly": "quarterly in advance",
    "yearly": "yearly in advance",
    "annual": "yearly in advance",
    "annually": "yearly in advance",
    "annual in advance": "yearly in advance",
    "annually in advance": "yearly in advance",
    "half-yearly": "half-yearly in advance",
    "semiannual": "half-yearly in advance",
    "semi-annually": "half-yearly in advance",
    "one-time": "once",
    "upfront": "once",
}
MONTHS = {"month": 1, "quarter": 3, "half-year": 6, "year": 12, "term": 0}


@dataclass(frozen=True, slots=True)
class Column:
    """A column. `needed`: a record without it is incomplete; `also`: other names people export it under."""

    name: str
    kind: Kind = "text"
    needed: bool = False
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """A table. `key`: what identifies a record; `total`: the amount its control total adds; `required`: no set is without it."""

    name: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    total: str = ""
    required: bool = False
    also: tuple[str, ...] = ()

    @property
    def needs(self) -> tuple[str, ...]:
        """The columns that must be there."""
        return tuple(column.name for column in self.columns if column.needed)


def _c(name: str, kind: Kind = "text", *also: str) -> Column:
    """A column that every record needs."""
    return Column(name, kind, True, also)


def _o(name: str, kind: Kind = "text", *also: str) -> Column:
    """A column that can be empty or left out."""
    return Column(name, kind, False, also)


_ENTITY = _o("entity", "text", "legal entity", "subsidiary", "company code")
_CURRENCY = _c("currency", "currency", "currency code", "curr")
_CONTRACT = _c("contract", "text", "contract number", "contract id", "subscription", "subscription number")
_BOOKED_AT = _o("exchange rate", "number", "fx rate", "booked rate")
_CUSTOMER = _c("customer", "text", "customer number", "customer id", "account", "account number")

MORE_OF_A_CHANGE = (
    _o("price per", "price per", "price period"),
    _o("new product", "text", "replaced by"),
    _o("discount", "percent", "discount percent", "new discount"),
    _o("end", "day", "new end", "end date", "new end date"),
    _o("months", "number", "term", "term months"),
    _o("uplift", "percent"),
)

FORMS: tuple[Form, ...] = (
    Form(
        "customers",
        (
            _c("number", "text", "customer", "customer number", "customer id", "id"),
            _c("name", "text", "customer name", "account name"),
            _o("tax number", "text", "vat number", "vat id", "tax id"),
            _o("email", "text", "e mail", "billing email"),
            _o("address", "text", "billing address"),
            _o("country", "text"),
            _o("currency", "currency"),
            _o("tax status", "text"),
            _ENTITY,
        ),
        key=("number",),
        required=True,
        also=("accounts",),
    ),
    Form(
        "subscriptions",
        (
            _CONTRACT,
            _o("line", "text", "line number"),
            _CUSTOMER,
            _c("product", "text", "product name", "item"),
            _o("plan", "text", "rate plan"),
            _c("quantity", "number", "qty"),
            _c("price", "price", "unit price"),
            _o("price per", "price per", "price period"),
            _o("discount", "percent", "discount percent"),
            _CURRENCY,
            _o("tax code", "text"),
            _c("start", "day", "start date", "term start"),
            _c("end", "day", "end date", "term end"),
            _c("billing", "billing", "billing frequency", "billing period"),
            _c("next bill date", "day", "next billing date", "next invoice date"),
            _o("net days", "number", "payment terms"),
            _o("special terms", "text", "terms", "nonstandard terms", "non standard terms"),
            _ENTITY,
        ),
        key=("contract", "line", "product", "start"),
        total="price",
        required=True,
        also=("active subscriptions", "contracts"),
    ),
    Form(
        "invoices",
        (
            _c("number", "text", "invoice", "invoice number", "invoice id"),
            _CUSTOMER,
            _o("contract", "text", "contract number", "contract id", "subscription"),
            _c("date", "day", "invoice date", "issued"),
            _c("due date", "day", "due"),
            _CURRENCY,
            _c("net", "money", "net amount", "amount"),
            _c("tax", "money", "tax amount", "vat"),
            _c("total", "money", "gross", "total amount"),
            _o("paid", "money", "amount paid", "payments"),
            _o("open", "money", "open amount", "balance", "amount due"),
            _o("tax code", "text"),
            _o("tax rate", "percent"),
            _o("status", "text", "invoice status", "state"),
            _o("product", "text", "product name", "item"),
            _BOOKED_AT,
            _ENTITY,
        ),
        key=("number",),
        total="total",
        required=True,
        also=("open invoices",),
    ),
    Form(
        "payments",
        (
            _c("number", "text", "payment", "payment number", "payment id"),
            _c("invoice", "text", "invoice number"),
            _o("customer", "text", "customer number"),
            _c("date", "day", "payment date", "received on"),
            _CURRENCY,
            _c("amount", "money"),
        ),
        key=("number", "invoice"),
        total="amount",
    ),
    Form(
        "unapplied cash",
        (
            _c("number", "text", "payment", "payment number", "receipt"),
            _CUSTOMER,
            _c("date", "day", "payment date", "received on", "receipt date"),
            _CURRENCY,
            _c("amount", "money", "unapplied amount"),
            _o("reference", "text"),
            _o("kind", "text", "kept as"),
            _o("contract", "text", "contract number", "subscription"),
            _BOOKED_AT,
            _ENTITY,
        ),
        key=("number",),
        total="amount",
        also=("unapplied", "unapplied payments"),
    ),
    Form(
        "deferred revenue",
        (
            _CONTRACT,
            _o("customer", "text", "customer number"),
            _CURRENCY,
            _c("transaction price", "money", "tcv", "contract value"),
            _c("billed to date", "money", "billed"),
            _c("recognized to date", "money", "recognised to date", "recognized", "recognised"),
            _c("deferred", "money", "deferred revenue", "contract liability"),
            _o("remaining", "money", "remaining revenue", "to be recognized", "to be recognised"),
            _BOOKED_AT,
            _ENTITY,
        ),
        key=("contract",),
        total="deferred",
        required=True,
        also=("deferred",),
    ),
    Form(
        "waterfall",
        (_CONTRACT, _c("month", "month", "period"), _o("currency", "currency"), _c("amount", "money", "revenue")),
        key=("contract", "month"),
        total="amount",
        required=True,
        also=("legacy waterfall", "revenue waterfall"),
    ),
    Form(
        "usage",
        (
            _c("id", "text", "number", "sequence number"),
            _CONTRACT,
            _c("product", "text"),
            _c("date", "day", "used on"),
            _c("quantity", "number", "qty"),
        ),
        key=("id",),
        total="quantity",
    ),
    Form(
        "amendments",
        (
            _c("number", "text", "amendment", "amendment number"),
            _CONTRACT,
            _c("change", "text", "kind", "type"),
            _c("effective date", "day", "effective", "from"),
            _o("product", "text"),
            _o("quantity", "number", "qty"),
            _o("price", "price", "new price"),
            *MORE_OF_A_CHANGE,
        ),
        key=("number",),
        also=("in flight amendments", "pending amendments"),
    ),
    Form(
        "orders",
        (
            _c("number", "text", "order", "order number"),
            _CUSTOMER,
            _c("product", "text", "product name", "item"),
            _c("quantity", "number", "qty"),
            _c("start", "day", "start date"),
            _o("currency", "currency"),
            _o("price", "price", "unit price"),
            _o("months", "number", "term", "term months"),
            _o("billing", "billing", "billing frequency"),
        ),
        key=("number", "product"),
        also=("open orders",),
    ),
    Form(
        "trial balance",
        (
            _ENTITY,
            _CURRENCY,
            _c("account", "text", "account name", "account code"),
            _o("debit", "money"),
            _o("credit", "money"),
        ),
        key=("entity", "currency", "account"),
        also=("legacy trial balance", "ledger"),
    ),
    Form(
        "parallel",
        (
            _c("month", "month", "period"),
            _ENTITY,
            _CURRENCY,
            _c("account", "text", "account name", "account code"),
            _o("debit", "money"),
            _o("credit", "money"),
        ),
        key=("month", "entity", "currency", "account"),
        also=("parallel run", "parallel figures", "parallel close"),
    ),
    Form(
        "control totals",
        (
            _c("file", "text", "table"),
            _c("records", "number", "count", "record count", "rows"),
            _o("amount", "price", "total", "sum"),
            _o("column", "text", "field"),
            _o("currency", "currency"),
            _o("month", "month", "period"),
            _o("day", "day", "date"),
        ),
        key=("file", "column", "currency", "month", "day"),
        required=True,
        also=("controls", "totals"),
    ),
)
BY_NAME = {form.name: form for form in FORMS}
