"""An invoice that is due in parts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Installment:
    """A part of an invoice, tax included, and the last day on which it is paid in time."""

    due_date: date
    amount: Money
