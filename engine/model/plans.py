"""What is agreed about how an invoice is paid after it was sent."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.document import Document
from engine.model.installments import Installment
from engine.model.money import Money

PlanOutcome = Literal["canceled", "defaulted"]


@dataclass(frozen=True, kw_only=True, slots=True)
class AgreedPart:
    """A part as people agree on it: an amount, or a percentage of what is open; neither: all that the others leave."""

    due_date: date
    amount: Money | None = None
    percent: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentPlan(Document):
    """What is open of an invoice that was sent is to be paid in `parts`, each with a day of its own.

    `settled`: what was settled of the invoice before; that stays due on the invoice's own day, should it be taken back.
    `default_after`: so many days overdue, a part makes the rest due at once (acceleration); None: each part stays.
    """

    entity: str
    customer: str
    invoice: str
    parts: tuple[Installment, ...]
    settled: Money
    default_after: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanEnd(Document):
    """A payment plan is over. Canceled: the invoice is due on its own day again. Defaulted: what was not due yet is due now."""

    entity: str
    customer: str
    plan: str
    invoice: str
    outcome: PlanOutcome
