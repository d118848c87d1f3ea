"""Amounts as finance reads them: thousands separators, the currency's own decimals, one sum per currency."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reports.records import Amount

# ISO 4217: every other currency counts in hundredths.
_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
DECIMALS = {**dict.fromkeys(_WHOLE.split(), 0), **dict.fromkeys(_THOUSANDTHS.split(), 3)}


def is_amount(value: Any) -> bool:
    """Tell whether a value of the evidence is money."""
    return isinstance(value, dict) and value.keys() == {"minor", "currency"}


def figure(amount: Amount) -> str:
    """Write an amount without its currency: ``1,320.00``."""
    decimals = DECIMALS.get(amount["currency"], 2)
    whole, part = divmod(abs(amount["minor"]), 10**decimals)
    text = f"{whole:,}" + (f".{part:0{decimals}d}" if decimals else "")
    return f"-{text}" if amount["minor"] < 0 else text


def money(amount: Amount) -> str:
    """Write an amount with its currency: ``1,320.00 USD``."""
    return f"{figure(amount)} {amount['currency']}"


def added(amounts: Iterable[Amount]) -> list[Amount]:
    """Add up amounts, one sum per currency, currencies in alphabetical order."""
    sums: dict[str, int] = {}
    for amount in amounts:
        sums[amount["currency"]] = sums.get(amount["currency"], 0) + amount["minor"]
    return [{"minor": sums[currency], "currency": currency} for currency in sorted(sums)]
