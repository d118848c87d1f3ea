"""How an expected and a found value are said, and what is at risk between them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from engine.model.calendar import long_date
from engine.model.money import Money


def at_risk(expected: object, found: object) -> list[Money]:
    """What is at risk where one amount was expected and another found."""
    if isinstance(expected, Money) and isinstance(found, Money) and expected.currency == found.currency:
        return [abs(found - expected)]
    return []


def said(value: object) -> str:
    """A value as people write it."""
    if isinstance(value, date):
        return long_date(value)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
