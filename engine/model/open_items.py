"""What stands of an invoice, or of one installment of it, on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class OpenItem:
    """An invoice, or one installment of it, as it stands on a day: what is open, and how much of that is in dispute."""

    invoice: str
    entity: str
    customer: str
    currency: str
    invoice_date: date
    due_date: date
    total: Money
    open: Money
    disputed: Money
