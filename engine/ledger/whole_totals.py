"""What an invoice in a foreign currency is worth in the books: its total at the rate, once, however many lines it has.

The tax of each line is worth its own amount at the rate, as it is declared; what rounding leaves over is spread over the other lines,
largest remainders first. So what is owed, times the rate, is what the receivable is carried at.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import floor

from engine.ledger.drafting import Draft, Part
from engine.model.money import exponent, rounded

EVENTS = frozenset({"invoice posted", "receivable reinstated"})
"""What brings a whole receivable, or brings it back."""
_BESIDE = frozenset({"not yet due"})


def shares(draft: Draft, into: str, rate_of: Callable[[Part], Fraction]) -> dict[int, int]:
    """By part of the draft (its `id`), what it is worth of its invoice's total at the rate, in the smallest unit of `into`."""
    by_invoice: dict[str | None, list[Part]] = {}
    for part in draft.parts:
        if part.name not in _BESIDE:
            by_invoice.setdefault(part.invoice, []).append(part)
    units = Fraction(10) ** (exponent(into) - exponent(draft.currency))
    return {
        key: worth for parts in by_invoice.values() for key, worth in _of_one(parts, rate_of(parts[0]) * units).items()
    }


def _of_one(parts: Sequence[Part], rate: Fraction) -> dict[int, int]:
    exact = {id(part): part.amount.minor * rate for part in parts}
    whole = rounded(sum(exact.values(), Fraction(0)))
    taxes = {id(part): rounded(exact[id(part)]) for part in parts if part.name == "tax"}
    others = {key: worth for key, worth in exact.items() if key not in taxes}
    if not others:
        return _spread(whole, exact)
    return taxes | _spread(whole - sum(taxes.values()), others)


def _spread(whole: int, exact: dict[int, Fraction]) -> dict[int, int]:
    """Each rounded down; what is missing to the whole one by one to the largest remainders, ties to the first."""
    found = {key: floor(worth) for key, worth in exact.items()}
    each, more = divmod(whole - sum(found.values()), len(found))
    first = sorted(exact, key=lambda key: exact[key] - found[key], reverse=True)[:more]
    return {key: worth + each + (key in first) for key, worth in found.items()}
