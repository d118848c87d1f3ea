"""The figures of a gate, exactly and as people read them."""

from __future__ import annotations

from fractions import Fraction

from engine.model.money import exponent
from reports.evidence.figures import figure
from reports.evidence.records import Amount


def share(part: int, whole: int) -> tuple[Fraction, str]:
    """A part of a whole in percent, exactly and in words; nothing of nothing is nothing."""
    found = Fraction(100 * part, whole) if whole else Fraction(0)
    return found, f"{text(found)}% ({part:,} of {whole:,})"


def worst(amounts: list[Amount]) -> tuple[Fraction, str]:
    """The largest of amounts in several currencies, in whole units; all of them in words."""
    told = ", ".join(f"{figure(amount)} {amount['currency']}" for amount in amounts if amount["minor"])
    return max((_units(amount) for amount in amounts), default=Fraction(0)), told or "0.00"


def _units(amount: Amount) -> Fraction:
    return Fraction(abs(amount["minor"]), 10 ** exponent(amount["currency"]))


def text(value: Fraction | None) -> str:
    """A threshold or a share with at most one decimal, never rounded up to something that it is not."""
    tenths = int((value or Fraction(0)) * 10)
    return f"{tenths // 10:,}" if tenths % 10 == 0 else f"{tenths // 10:,}.{tenths % 10}"
