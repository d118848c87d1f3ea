"""Amounts of the evidence as finance reads them, and their sums by currency."""

from __future__ import annotations

from collections.abc import Iterable

from engine.model.money import COUNT, Money, exponent, known_currencies
from reports.evidence.records import Amount

# The page's scripts write amounts too; they are told only what is not the rule of two decimals.
_KNOWN = sorted(known_currencies() | {COUNT})
DECIMALS = {currency: exponent(currency) for currency in _KNOWN if exponent(currency) != 2}


def money(amount: Amount) -> str:
    """Write an amount with its currency: ``1,320.00 USD``."""
    return str(Money(amount["minor"], amount["currency"]))


def figure(amount: Amount) -> str:
    """Write an amount without its currency: ``1,320.00``."""
    return money(amount).removesuffix(f" {amount['currency']}")


def added(amounts: Iterable[Amount]) -> list[Amount]:
    """Add up amounts, one sum per currency, currencies in alphabetical order."""
    sums: dict[str, int] = {}
    for amount in amounts:
        sums[amount["currency"]] = sums.get(amount["currency"], 0) + amount["minor"]
    return [{"minor": sums[currency], "currency": currency} for currency in sorted(sums)]
