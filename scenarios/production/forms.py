"""The tables of a production export: contracts and invoices, and what may come beside them."""

from __future__ import annotations

from dataclasses import replace

from scenarios.migration.forms import BY_NAME, Column, Form

_NOT_NEEDED = ("next bill date", "currency", "billing", "quantity", "price")
_SERVICE = (
    Column("from", "day", False, ("service start", "period start", "service from")),
    Column("to", "day", False, ("service end", "period end", "service to")),
)
_REASON = Column("reason", "text", False, ("note", "notes", "comment", "description", "memo"))

CUSTOMERS = replace(
    BY_NAME["customers"],
    columns=(*BY_NAME["customers"].columns, Column("phone"), Column("contact", "text", False, ("contact name",))),
    required=False,
)
CONTRACTS = Form(
    "contracts",
    tuple(replace(c, needed=c.needed and c.name not in _NOT_NEEDED) for c in BY_NAME["subscriptions"].columns),
    key=BY_NAME["subscriptions"].key,
)
INVOICES = Form(
    "invoices",
    (
        *(
            replace(c, needed=c.name in ("number", "contract", "date", "net"))
            for c in BY_NAME["invoices"].columns
            if c.name != "product"
        ),
        Column("product", "text", True, ("product name", "item", "sku")),
        *_SERVICE,
        Column("quantity", "number", False, ("qty",)),
        Column("description", "text", False, ("text", "line text")),
    ),
    key=("number", "product", "from"),
)
AMENDMENTS = Form(
    "amendments",
    (
        *BY_NAME["amendments"].columns,
        Column("signed", "day", False, ("signed date", "signed on", "booked on", "order date", "created on")),
        _REASON,
    ),
    key=("number", "change", "product"),
)
CREDIT_MEMOS = Form(
    "credit memos",
    (
        Column("number", "text", True, ("credit memo", "credit memo number", "credit note", "memo number")),
        Column("invoice", "text", False, ("invoice number", "credited invoice", "original invoice", "applies to")),
        Column("contract", "text", False, ("contract number", "contract id", "subscription")),
        Column("product", "text", True, ("product name", "item", "sku")),
        Column("date", "day", True, ("credit date", "memo date", "issued")),
        *_SERVICE,
        Column("quantity", "number", False, ("qty",)),
        Column("currency", "currency", False, ("currency code", "curr")),
        Column("net", "money", True, ("net amount", "amount")),
        Column("tax", "money", False, ("tax amount", "vat")),
        Column("total", "money", False, ("gross", "total amount")),
        Column("tax code"),
        _REASON,
    ),
    key=("number", "product", "from"),
)
PAYMENTS = Form(
    "payments",
    (
        *(replace(c, needed=c.needed and c.name != "currency") for c in BY_NAME["payments"].columns),
        Column("method", "text", False, ("payment method",)),
        Column("reference", "text", False, ("payment reference", "remittance", "note")),
    ),
    key=("number", "invoice"),
)
USAGE = Form(
    "usage",
    (
        Column("id", "text", True, ("number", "reading", "reading id", "sequence number")),
        Column("contract", "text", True, ("contract number", "contract id", "subscription")),
        Column("product", "text", True, ("product name", "item", "sku")),
        Column("date", "day", True, ("used on", "usage date", "day")),
        Column("quantity", "number", True, ("qty", "units")),
        Column("charge"),
        Column("received", "day", False, ("received on", "reported", "reported on")),
        Column("replaces", "text", False, ("corrects", "replaces reading")),
    ),
    key=("id",),
)
TABLES = (CUSTOMERS, CONTRACTS, AMENDMENTS, INVOICES, CREDIT_MEMOS, PAYMENTS, USAGE)
NEEDED = (CONTRACTS, INVOICES)
