"""The kinds of value that say when a contract, or a charge of it, is billed, and until when it is paid."""

from __future__ import annotations

import re

from engine.model.cadence import Billing
from scenarios.paying_words import HINT, TO_PAY, ToPay, in_parts, read_to_pay
from steps.language.parameters import COUNT, read_count
from steps.language.phrases import parameter_type
from steps.language.tables import Column, Rows, Table

_EVERY = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12, "annually": 12}
_MONTHS_OF = {"month": 1, "quarter": 3, "half-year": 6, "year": 12}
_DAYS_OF = {"weekly": 7, "week": 7, "daily": 1, "day": 1}
_BILLING = re.compile(
    r"(?P<every>monthly|quarterly|half-yearly|yearly|annually|weekly|daily"
    rf"|every (?:(?P<count>{COUNT}) )?(?P<unit>month|quarter|half-year|year|week|day)s?)"
    r" in (?P<timing>advance|arrears)(?:(?P<calendar> by the calendar)| on the (?P<day>\d{1,2})(?:st|nd|rd|th))?"
    r"(?:, (?P<ahead>\d+) days? ahead)?"
)
_WRITTEN = re.sub(r"\?P<\w+>", "?:", _BILLING.pattern)


def read_billing(text: str) -> Billing:
    """Read "monthly in advance", "every 2 weeks in arrears", "quarterly in advance on the 15th", "... by the calendar" or
    "yearly in advance, 30 days ahead"."""
    found = _BILLING.fullmatch(text)
    assert found is not None  # by the pattern
    every, day, ahead = found["every"], int(found["day"] or 0), int(found["ahead"] or 0)
    count = read_count(found["count"] or "1")
    months = count * _MONTHS_OF.get(found["unit"] or "", 1)
    days = count * _DAYS_OF.get(found["unit"] or every, 0)
    if not 0 <= day <= 31 or not count or (days and (day or found["calendar"])):
        raise ValueError(
            f"not billing terms: {text}; write it like monthly in advance on the 15th, or every 2 weeks in advance"
        )
    if ahead and found["timing"] == "arrears":
        raise ValueError(f"not billing terms: {text}; only what is billed in advance is billed days ahead")
    return Billing(
        every_months=_EVERY.get(every, 1 if days else months),
        timing="in arrears" if found["timing"] == "arrears" else "in advance",
        anchor="calendar" if found["calendar"] else "anniversary",
        every_days=days,
        bill_day=day or None,
        days_ahead=ahead,
    )


def read_charge_billing(text: str) -> Billing:
    """Read "when delivered", or billing terms as a contract has them."""
    return Billing(timing="when delivered") if text == "when delivered" else read_billing(text)


parameter_type(
    "billing",
    _WRITTEN,
    read_billing,
    noun="billing terms",
    hint="monthly in advance, weekly in arrears, every 2 weeks in advance, quarterly in advance by the calendar"
    " or monthly in advance on the 15th",
)
parameter_type(
    "charge billing",
    f"when delivered|{_WRITTEN}",
    read_charge_billing,
    noun="a way of billing",
    hint="monthly in advance or when delivered",
)
parameter_type("to pay", TO_PAY, read_to_pay, noun="days to pay", hint=HINT)

SHARES = Table(
    "installments to agree on",
    Column("due", "to pay", required=True),
    Column("part", "percent", default=None),
    Column("amount", "number", default=None),
)


def agreed_parts(table: Rows) -> ToPay:
    """The parts of a table as days to pay."""
    rows = [(row["due"], row["part"], row["amount"]) for row in table.records()]
    return in_parts((due, None if part is None else part * 100, amount) for due, part, amount in rows)  # type: ignore[misc, operator]  # by the kinds of its columns
