"""When a contract or a single charge of it is billed, and until when it is paid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

DueRule = Literal["net", "months", "end of month", "after end of month", "fixed day", "business days"]
ShortMonth = Literal["clipped, no drift", "sticks to the shortened day", "rolls to the first", "last day to last day"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Billing:
    """How a contract is billed: every so many months, in advance or in arrears, from its own anniversary or the calendar.

    `every_days`: a period of so many days instead of months (weeks are 7 each). `bill_day`: periods begin on that day of
    the month, or on the last day of a month that is shorter; a term that begins between two bill days has a stub first.
    "when delivered": a charge of its own, for what is delivered of it, on the day of each delivery.
    `grace_days`: what falls due stays a draft for so many days before it is issued.
    `days_ahead`: what is billed in advance is billed so many days before its period begins, though not before it is signed.
    `short_month`: where a period from the 29th to the 31st begins in a month without that day.
    """

    every_months: int = 1
    timing: Literal["in advance", "in arrears", "when delivered"] = "in advance"
    anchor: Literal["anniversary", "calendar"] = "anniversary"
    every_days: int = 0
    bill_day: int | None = None
    short_month: ShortMonth = "clipped, no drift"
    grace_days: int = 0
    days_ahead: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentShare:
    """A part of an invoice with a due day of its own: `percent` of the total with tax, or an `amount` in the contract's currency
    (both None: an equal share of what the others leave), due by that rule, `net_days` after the invoice."""

    percent: Decimal | None = None
    amount: Decimal | None = None
    rule: DueRule = "net"
    day: int = 0
    months: int = 0
    net_days: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentTerms:
    """From which day the days to pay count: the invoice's ("net"), the end of its month, or to a fixed day of the month.

    "after end of month": so many days after the end of the invoice's month, whatever the convention. "fixed day": the next
    `day` of a month that comes, or that of the month `months` after the invoice's. "business days": only those count.
    "months": the same day so many `months` later. `shares`: the parts in which an invoice is due instead, each by its own rule.
    """

    rule: DueRule = "net"
    day: int = 0
    months: int = 0
    shares: tuple[PaymentShare, ...] = ()

    def portions(self, whole: Fraction) -> list[Fraction]:
        """What each share is of an invoice over that much, not rounded: as agreed, or an equal share of what the others leave."""
        agreed = [_agreed(share, whole) for share in self.shares]
        left = max(whole - sum((part for part in agreed if part is not None), Fraction(0)), Fraction(0))
        return [left / agreed.count(None) if part is None else part for part in agreed]

    @property
    def flaw(self) -> str:
        """What is wrong with the shares, in words: one is nothing or said twice, or they do not add up to the whole invoice. "" if
        nothing is."""
        if any(share.percent is not None and share.amount is not None for share in self.shares):
            return "a part of an invoice is a percentage of it or an amount, not both"
        percent = sum((share.percent for share in self.shares if share.percent is not None), Decimal(0))
        open_ended = any(share.percent is None and share.amount is None for share in self.shares)
        fixed = any(share.amount is not None for share in self.shares)
        least = min((_said(share) for share in self.shares), default=Decimal(1))
        if least > 0 and (percent < 100 if open_ended else (percent == 100 and not fixed) or not self.shares):
            return ""
        agreed = " + ".join(map(_in_words, self.shares))
        hint = "; beside amounts one part is without one, and takes the rest" if fixed else ""
        return f"an invoice is due in parts that are more than nothing and add up to 100%, not in {agreed}{hint}"


def _agreed(share: PaymentShare, whole: Fraction) -> Fraction | None:
    if share.amount is not None:
        return Fraction(share.amount)
    return None if share.percent is None else whole * Fraction(share.percent) / 100


def _said(share: PaymentShare) -> Decimal:
    said = share.percent if share.amount is None else share.amount
    return Decimal(1) if said is None else said


def _in_words(share: PaymentShare) -> str:
    if share.amount is not None:
        return f"{share.amount.normalize():f}"
    return "the rest" if share.percent is None else f"{share.percent.normalize():f}%"


@dataclass(frozen=True, kw_only=True, slots=True)
class TermLength:
    """How long a term lasts: so many months of the calendar or, where it is said in weeks or days, so many days."""

    months: int = 0
    days: int = 0

    @property
    def in_words(self) -> str:
        """ "12 months", "13 weeks" or "90 days"."""
        weeks, rest = divmod(self.days, 7)
        days = f"{self.days} days" if rest else f"{weeks} weeks"
        return days if self.days else f"{self.months} months"


_EVERY = {1: "monthly", 3: "quarterly", 6: "half-yearly", 12: "yearly"}
_OF_DAYS = {1: "daily", 7: "weekly"}


def in_words(billing: Billing) -> str:
    """How a contract is billed, as people write it: "monthly in advance", "every 2 weeks in arrears on the 15th"."""
    every = _EVERY.get(billing.every_months, f"every {billing.every_months} months")
    if billing.every_days:
        every = _OF_DAYS.get(billing.every_days, f"every {TermLength(days=billing.every_days).in_words}")
    day = f" on day {billing.bill_day}" if billing.bill_day else ""
    ahead = f", {billing.days_ahead} days ahead" if billing.days_ahead else ""
    return f"{every} {billing.timing}{' by the calendar' if billing.anchor == 'calendar' else ''}{day}{ahead}"


def is_among(billing: Billing, ways: Iterable[str]) -> bool:
    """Whether it is one of those ways in words; a way that names no calendar and no day leaves them open."""
    said = in_words(billing)
    return any(said == way or said.startswith((f"{way} ", f"{way},")) for way in ways)
