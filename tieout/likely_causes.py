"""What a row of differences says that no single one does: an amendment, a raised price, a discount, a credit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from tieout.difference import Difference

_FEW = 2
"""So many lines in a row make a change, and no slip."""
_STEP = Decimal("0.5")
"""Discounts and raised prices are agreed in halves of a percent."""


def together(found: Sequence[Difference], last: Mapping[tuple[str, str], date]) -> list[Difference]:
    """The differences with the cause that a row of them has. `last`: each contract's product with its last billed day."""
    rows: dict[tuple[str, str], list[Difference]] = {}
    for one in found:
        if one.share is not None:
            rows.setdefault((one.contract, one.product), []).append(one)
    named: dict[Difference, str] = {}
    for key, own in rows.items():
        cause = _of_row(own, last.get(key))
        named |= dict.fromkeys(own, cause) if cause else {one: said for one in own if (said := _of_one(one))}
    return [replace(one, cause=named.get(one, one.cause)) for one in found]


def _of_row(own: Sequence[Difference], last: date | None) -> str | None:
    """One share in every line from a day to the last that was billed: the contract was changed on that day."""
    shares = {one.share for one in own}
    if len(own) < _FEW or len(shares) != 1 or own[-1].day != last:
        return None
    (share,), since = shares, own[0].day
    percent = _percent(share)
    if own[0].units is not None:
        return f"amendment: production bills {own[0].units} from {since} on, the contract has {own[0].contracted}"
    if percent is None:
        return None
    if percent > 0:
        return (
            f"price: {percent.normalize():f}% higher from {since} on, like a raised price that the export does not hold"
        )
    return f"discount: {-percent.normalize():f}% less from {since} on, which the export does not hold"


def _of_one(one: Difference) -> str | None:
    """A single line that is so many percent less; where the amount of fewer units explains it too, both are told."""
    percent = _percent(one.share)
    if one.units is not None or percent is None or percent > 0:
        return None
    less = f"{-percent.normalize():f}%"
    if one.cause.startswith("price"):
        return f"discount: {less} less than the contract says"
    return f"{one.cause}; or a discount of {less}" if one.cause.startswith("quantity") else None


def _percent(share: Decimal | None) -> Decimal | None:
    """How much more or less, if it is whole halves of a percent and not everything."""
    if share is None:
        return None
    percent = (share - 1) * 100
    return percent if percent and abs(percent) < 100 and not percent % _STEP else None
