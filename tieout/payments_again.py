"""What was paid of an invoice, beside what it asked for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal

from scenarios.migration.case import amount
from scenarios.migration.findings import Record
from scenarios.production.export import Export
from tieout.difference import Difference

_NOTHING = Decimal(0)
_KEPT_AT_MOST = 5
_CENT_OF_A_PERCENT = Decimal("0.01")


def compare_payments(export: Export, contract: str, currency: str) -> Iterator[Difference]:
    """Paid twice, more than is asked after credits, or less by a small round percentage. What else is not paid yet is no difference."""
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
            yield Difference(contract, called, came, asked, cause, currency, record=payments[-1])
        elif asked is not None and (kept := _kept_back(came, asked)):
            cause = _why_less(export, invoice, payments, kept)
            yield Difference(contract, called, came, asked, cause, currency, record=payments[-1])


def _kept_back(came: Decimal, asked: Decimal) -> Decimal | None:
    """The whole or half percent, at most five, by which less came than was asked; to the cent, so that a part payment is none."""
    if not 0 < came < asked:
        return None
    percent = Decimal(round((asked - came) * 200 / asked)) / 2
    kept = (asked * percent / 100).quantize(_CENT_OF_A_PERCENT, ROUND_HALF_UP)
    return percent if 0 < percent <= _KEPT_AT_MOST and abs(asked - came - kept) <= _CENT_OF_A_PERCENT else None


def _why_less(export: Export, invoice: str, payments: list[Record], kept: Decimal) -> str:
    """A discount for early payment that no term of the export grants, or one that is taken after the invoice was due."""
    line = export.case.by("invoices", "number", invoice)[0]
    last, due, issued = (
        max((one["date"] for one in payments if one["date"]), default=None),
        line["due date"],
        line["date"],
    )
    said = f"early payment: {kept.normalize():f}% was kept back"
    if last and due and last > due:
        return f"{said}, though it came {(last - due).days} days after it was due"
    days = f" {(last - issued).days} days after the invoice" if last and issued else ""
    return f"{said}{days}, like a discount for paying early that the export does not hold"


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
