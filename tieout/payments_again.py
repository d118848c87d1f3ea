"""What was paid of an invoice, beside what it asked for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from scenarios.migration.case import amount
from scenarios.migration.findings import Record
from scenarios.production.export import Export
from tieout.difference import Difference

_NOTHING = Decimal(0)


def compare_payments(export: Export, contract: str, currency: str) -> Iterator[Difference]:
    """Paid twice, or more than is asked after credits. What is not paid yet is no difference."""
    paid: dict[str, list[Record]] = {}
    for one in export.of("payments", contract):
        if one["amount"] is not None:
            paid.setdefault(str(one["invoice"]), []).append(one)
    for invoice, payments in paid.items():
        asked = _asked(export, invoice)
        came = sum((one["amount"] for one in payments), _NOTHING)
        twice = _twice(payments)
        called = f"payments of {invoice}"
        if asked is not None and came > asked:
            cause = f"duplicate: {twice} pays it again" if twice else f"overpaid: {came - asked} more than is asked"
            yield Difference(contract, called, came, asked, cause, currency)


def _twice(payments: list[Record]) -> str:
    seen: set[tuple[object, ...]] = set()
    for one in payments:
        key = one["date"], one["amount"]
        if key in seen:
            return str(one["number"])
        seen.add(key)
    return ""


def _asked(export: Export, invoice: str) -> Decimal | None:
    """What an invoice asks for, tax included, less what is credited of it. None where its tax is not in the export."""
    lines = export.case.by("invoices", "number", invoice)
    if any(line["net"] is None or line["tax"] is None for line in lines):
        return None
    memos = export.case.by("credit memos", "invoice", invoice)
    billed = sum((line["net"] + line["tax"] for line in lines), _NOTHING)
    return billed - sum((amount(memo["net"]) + amount(memo["tax"]) for memo in memos), _NOTHING)
