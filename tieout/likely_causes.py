"""What a row of differences says that no single one does: an amendment, a raised price, a discount, a credit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.model.money import exponent
from tieout.difference import Difference

_FEW = 2
"""So many lines in a row make a change, and no slip."""
_STEP = Decimal("0.5")
"""Discounts and raised prices are agreed in halves of a percent."""
_DAYS = 100
"""The first part of a change is billed so many days before its first whole period at most."""
_IN_A_ROW = ("price: neither", "price: production bills the list", "quantity: production")


def together(found: Sequence[Difference], last: Mapping[tuple[str, str], date]) -> list[Difference]:
    """The differences with the cause that a row of them has. `last`: each contract's product with its last billed day."""
    rows: dict[tuple[str, str], list[Difference]] = {}
    for one in found:
        if one.share is not None and one.cause.startswith(_IN_A_ROW):
            rows.setdefault((one.contract, one.product), []).append(one)
    named: dict[Difference, str] = {}
    for key, own in rows.items():
        cause = _of_row(own, last.get(key))
        named |= dict.fromkeys(own, cause) if cause else {one: said for one in own if (said := _of_one(one))}
    told = [replace(one, cause=named.get(one, one.cause)) for one in found]
    return [_first_part(one, told) for one in _undiscounted(told, last)]


def _first_part(one: Difference, told: Sequence[Difference]) -> Difference:
    """What nobody asked for, shortly before more units are billed regularly, is the first part of the same change."""
    if not one.cause.startswith(("quantity: the contract does not ask", "overlap")):
        return one
    for other in told:
        row = (
            other.contract == one.contract
            and other.product == one.product
            and other.cause.startswith("amendment: production bills ")
        )
        if row and 0 < (other.day - one.day).days <= _DAYS:
            return replace(one, cause=f"{other.cause}; this is its first part")
    return one


def _undiscounted(found: Sequence[Difference], last: Mapping[tuple[str, str], date]) -> list[Difference]:
    """A discount that production gives no more from a day to the last that was billed has ended there."""
    rows: dict[tuple[str, str], list[Difference]] = {}
    for one in found:
        if one.cause.startswith("discount: the contract's"):
            rows.setdefault((one.contract, one.product), []).append(one)
    ended = {
        one: f"discount ended: {one.cause.removeprefix('discount: ').removesuffix(' is not given')} is given no more from"
        f" {own[0].day} on"
        for key, own in rows.items()
        if len(own) >= _FEW and own[-1].day == last.get(key)
        for one in own
    }
    return [replace(one, cause=ended.get(one, one.cause)) for one in found]


def _of_row(own: Sequence[Difference], last: date | None) -> str | None:
    """One share in every line from a day to the last that was billed: the contract was changed on that day."""
    shares = {one.share for one in own}
    if len(own) < _FEW or len(shares) != 1 or own[-1].day != last:
        return None
    (share,), since = shares, own[0].day
    percent = _percent(share) or _rounded_percent(own[0])
    if own[0].units is not None:
        return f"amendment: production bills {own[0].units} from {since} on, the contract has {own[0].contracted}"
    if own[0].cause.startswith("price: production bills the list price"):
        return f"{own[0].cause}, from {since} on"
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
    if one.cause.startswith("price: neither"):
        return f"discount: {less} less than the contract says"
    return f"{one.cause}; or a discount of {less}" if one.cause.startswith("quantity") else None


def _percent(share: Decimal | None) -> Decimal | None:
    """How much more or less, if it is whole halves of a percent and not everything."""
    if share is None:
        return None
    percent = (share - 1) * 100
    return percent if percent and abs(percent) < 100 and not percent % _STEP else None


def _rounded_percent(one: Difference) -> Decimal | None:
    """So much more in steps of half a percent, where production's amount is what that rounds to."""
    if one.share is None or not one.reference or one.production is None:
        return None
    percent = ((one.share - 1) * 100 / _STEP).quantize(Decimal(1)) * _STEP
    unit = Decimal(1).scaleb(-exponent(one.currency))
    off = abs(one.reference * (1 + percent / 100) - one.production)
    return percent if percent > 0 and off < unit else None
