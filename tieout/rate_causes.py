"""Amounts in another currency than they say: a line, or all lines of an invoice, off by the factor of an exchange rate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from engine.model.company import Company
from engine.model.money import exponent
from tieout.bill_causes import BY_AMOUNT, OPEN
from tieout.difference import Difference

_BETWEEN = Decimal("0.2"), Decimal(5)
"""A factor beyond these is hardly a rate between two currencies that a company sells in."""
_FEW = 2
_STEP, _RAISED = Decimal("0.5"), 50
"""Prices are raised by halves of a percent, and hardly by more percent than this at once."""


def converted(found: Sequence[Difference], company: Company, lines: Counter[str]) -> list[Difference]:
    """The differences with the rate that explains those that nothing else does. `lines`: how many an invoice of production has."""
    rows: dict[str, list[Difference]] = {}
    for one in found:
        if _is_open(one) and one.share is not None and one.record is not None:
            rows.setdefault(str(one.record["number"]), []).append(one)
    wrong = Counter(
        number for number, _ in {(str(one.record["number"]), id(one.record)) for one in found if one.record}
    )
    alone = {number for number in rows if wrong[number] == 1 and lines[number] >= _FEW}
    named = {
        id(one): said
        for number, own in rows.items()
        if (said := (number in alone and _raised_alone(own[0], company)) or _of_invoice(own, company, number in alone))
        for one in own
    }
    return [replace(one, cause=named.get(id(one), one.cause)) for one in found]


def _raised_alone(one: Difference, company: Company) -> str:
    """One line of several, the others right, at a percentage that prices are raised by: it was raised, not exchanged."""
    percent = _raised(one, company)
    if not percent:
        return ""
    why = ", the company's uplift" if company.uplift and percent == company.uplift.percent else ""
    return f"price: {percent.normalize():f}% more than the contract says{why}; nothing else differs on this invoice"


def _raised(one: Difference, company: Company) -> Decimal:
    """How many percent more it is, if that is whole halves of a percent or the company's uplift; else 0."""
    percent = (one.share - 1) * 100 if one.share is not None else Decimal(0)
    fits = not percent % _STEP or bool(company.uplift and percent == company.uplift.percent)
    return percent if fits and 0 < percent <= _RAISED else Decimal(0)


def _is_open(one: Difference) -> bool:
    """Whether nothing explains it, or only units that production itself does not claim."""
    claimed = one.record["quantity"] if one.record else None
    return one.cause == OPEN or (one.cause.startswith(BY_AMOUNT) and claimed is not None and one.contracted is None)


def _of_invoice(own: Sequence[Difference], company: Company, alone: bool) -> str:
    """The rate of an invoice's differences; `alone`: one line of several differs, which only a rate of the company explains."""
    known = next((said for one in own for said in _rates(one, company) if all(_is_at(o, said[1]) for o in own)), None)
    if known:
        percent = _raised(own[0], company) if len(own) == 1 else Decimal(0)
        raised = f"; or its price is {percent.normalize():f}% higher" if percent else ""
        return f"exchange rate: production's figure is the contract's {known[0]}{raised}"
    share = own[0].share
    if (
        any(one.cause != OPEN for one in own)
        or share is None
        or not _BETWEEN[0] <= share <= _BETWEEN[1]
        or not all(_is_at(one, Fraction(share)) for one in own)
    ):
        return ""
    factor = f"{share:.4f}".rstrip("0").rstrip(".")
    if len(own) >= _FEW:
        return f"exchange rate: all that differs on this invoice is {factor} times the contract's amount, like amounts in another currency"
    like = ", and the other lines are right" if alone else ", like an exchange rate"
    return f"{OPEN}; it is {factor} times the contract's amount{like}"


def _rates(one: Difference, company: Company) -> Iterator[tuple[str, Fraction]]:
    """Every rate of the company between the contract's currency and another, both ways, as it is said and exactly."""
    for rate in company.exchange_rates:
        if not rate.rate or one.currency not in (rate.currency, rate.into):
            continue
        exact, said = Fraction(rate.rate), f"{rate.rate} {rate.into} per {rate.currency} (from {rate.on})"
        yield f"times {said}", exact
        yield f"divided by {said}", 1 / exact


def _is_at(one: Difference, factor: Fraction) -> bool:
    """Whether production's amount is the reference's at a rate, to the smallest unit."""
    if one.production is None or one.reference is None:
        return False
    return abs(Fraction(one.reference) * factor - Fraction(one.production)) <= Fraction(1, 10 ** exponent(one.currency))
