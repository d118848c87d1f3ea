"""The shape of what a company says about money that is paid back, given up and contested."""

from __future__ import annotations

from typing import Literal

from scenarios.words import Closed, Price, Text


class LimitShape(Closed):
    """Up to which amount a role may approve refunds or write-offs; no amount means any."""

    act: Literal["refund", "write-off"]
    role: Text
    up_to: Price | None = None


class DisputeReasonShape(Closed):
    """What a reason for a dispute puts in doubt: the price, or the customer's ability to pay (credit)."""

    reason: Text
    doubt: Literal["price", "credit"]
