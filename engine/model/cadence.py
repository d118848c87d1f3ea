"""When a contract or a single charge of it is billed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, kw_only=True, slots=True)
class Billing:
    """How a contract is billed: every so many months, in advance or in arrears, from its own anniversary or the calendar.

    `every_days`: a period of so many days instead of months (weeks are 7 each). `bill_day`: periods begin on that day of
    the month, or on the last day of a month that is shorter; a term that begins between two bill days has a stub first.
    `grace_days`: what falls due stays a draft for so many days before it is issued.
    """

    every_months: int = 1
    timing: Literal["in advance", "in arrears"] = "in advance"
    anchor: Literal["anniversary", "calendar"] = "anniversary"
    every_days: int = 0
    bill_day: int | None = None
    grace_days: int = 0
