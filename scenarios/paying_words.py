"""How people write until when an invoice is paid, and the parts in which it is."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import WithJsonSchema

from engine.model.cadence import PaymentShare, PaymentTerms
from scenarios.words import Closed, Percent, Price, reading, wrong

TO_PAY = (
    r"on receipt|at the end of the month|\d{1,3} days? end of month|\d{1,3} days? after the end of the month"
    r"|within \d{1,3} (?:business days?|days?|weeks?|months?)"
    r"|on the \d{1,2}(?:st|nd|rd|th) of the (?:next month|second month after|month, at least [1-9]\d{0,2} days? later|month)"
)
HINT = "45 days end of month, within 2 weeks, within 10 business days or on the 10th of the next month"
_LATER = {"of the next month": 1, "of the second month after": 2}
_RULES = {
    "after the end of the month": "after end of month",
    "end of the month": "end of month",
    "end of month": "end of month",
    "business day": "business days",
}


@dataclass(frozen=True)
class ToPay:
    """From when the days to pay count, and how many."""

    terms: PaymentTerms
    days: int


def read_to_pay(text: str) -> ToPay:
    """Read "on receipt", "within 2 weeks", "within 1 month", "within 10 business days", "45 days end of month", "10 days after the
    end of the month", "on the 15th of the month", "on the 15th of the month, at least 31 days later", "on the 10th of the next month"
    or "on the 10th of the second month after"."""
    number, least = (*map(int, re.findall(r"\d+", text)), 0, 0)[:2]
    if text.startswith("on the"):
        if not 1 <= number <= 31:
            raise ValueError(f"not a day of a month: {text}")
        months = next((later for words, later in _LATER.items() if text.endswith(words)), 0)
        # The next such day that comes is after the one counted from: at least 31 days later is more than 30.
        return ToPay(PaymentTerms(rule="fixed day", day=number, months=months), max(least - 1, 0))
    if text.startswith("within") and "month" in text:
        return ToPay(PaymentTerms(rule="months", months=number), 0)
    rule = next((rule for words, rule in _RULES.items() if words in text), "net")
    return ToPay(PaymentTerms(rule=rule), number * 7 if "week" in text else number)  # type: ignore[arg-type]  # of _RULES


def in_parts(parts: Iterable[tuple[ToPay, Decimal | None, Decimal | None]]) -> ToPay:
    """Terms of several parts: until when each is paid, and the percentage or the amount it is (neither: an equal share of the
    rest)."""
    shares = tuple(
        PaymentShare(
            percent=percent,
            amount=amount,
            rule=due.terms.rule,
            day=due.terms.day,
            months=due.terms.months,
            net_days=due.days,
        )
        for due, percent, amount in parts
    )
    return ToPay(PaymentTerms(shares=shares), max((share.net_days for share in shares), default=0))


def _due(text: str) -> ToPay:
    if not re.fullmatch(TO_PAY, text):
        raise wrong(f"{text!r} is no time to pay; write it like {HINT}")
    try:
        return read_to_pay(text)
    except ValueError as mistake:
        raise wrong(f"{mistake}") from mistake


Due = Annotated[ToPay, reading(_due), WithJsonSchema({"type": "string"})]


class PartShape(Closed):
    """A part of each invoice: until when it is paid, and the percentage or the amount it is; with neither the rest, or an equal
    share of it."""

    due: Due
    part: Percent | None = None
    amount: Price | None = None
