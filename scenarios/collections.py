"""The shape of what a company says about money that is paid back, given up and contested."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from engine.model.company import LimitedAct
from scenarios.words import Closed, Count, Percent, Price, Text


class LimitShape(Closed):
    """Up to which amount a role may approve refunds, write-offs or credits for goodwill; no amount means any."""

    act: LimitedAct
    role: Text
    up_to: Price | None = None


class DisputeReasonShape(Closed):
    """What a reason for a dispute puts in doubt: the price, or the customer's ability to pay (credit)."""

    reason: Text
    doubt: Literal["price", "credit"]


class LateFeeShape(Closed):
    """What is charged on an invoice so many days overdue: a percentage of what is open and not in dispute, an amount, and
    interest by the year for the days since it was due or last bore interest; with the tax of a code."""

    days_overdue: Count
    percent: Percent = Decimal(0)
    amount: Price = Decimal(0)
    interest: Percent = Decimal(0)
    tax_code: Text = "none"
