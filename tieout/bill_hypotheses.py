"""Bills contracts once more under another assumption, and names the one under which production's figure would be right.

Without an amendment (production does not bill it, or late), under another convention of proration, of days or of rounding.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import get_args

from engine.model.company import Company
from engine.model.money import Rounding
from engine.model.orders import ChangePrice, Renew
from engine.model.policies import billing
from engine.model.policies.billing import Proration
from scenarios.production.deals import Amended, Deal
from tieout.bill_causes import OPEN
from tieout.credits_again import GIVEN_OTHERWISE
from tieout.difference import Difference
from tieout.replaying import Billed, amount_of, bill_again

_CONVENTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("proration", "proration", get_args(Proration)),
    ("proration", "change_day", get_args(billing.ChangeDay)),
    ("rounding", "rounding", get_args(Rounding)),
    ("rounding", "rounding_stage", get_args(billing.RoundingStage)),
)
_MOST = 4
"""So many amendments of a contract are tried one by one."""


def explained(
    found: Sequence[Difference],
    deals: Mapping[str, Deal],
    company: Company,
    through: date,
    agree: Mapping[str, list[date]],
) -> list[Difference]:
    """The differences with the assumption that explains them. `agree`: the days of each contract's lines that agree."""
    named: dict[int, str] = {}
    for said, wanted, billed in (
        *_without(found, deals, company, through),
        *_otherwise(found, deals, company, through),
    ):
        figures = _figures(billed)
        for place, one in enumerate(found):
            if place not in named and _is_open(one, wanted) and _right(one, figures.get(one.contract)):
                named[place] = said.get(one.contract, one.cause)
    told = [replace(one, cause=named.get(place, one.cause)) for place, one in enumerate(found)]
    return [_since_when(one, agree.get(one.contract, [])) for one in told]


def _right(one: Difference, figures: set[tuple[str, Decimal]] | None) -> bool:
    """Whether production's figure is among those of an assumption; of what it never billed, whether nobody would."""
    if figures is None:
        return False
    if one.production is None:
        return (one.product, one.reference) not in figures
    return (one.product, one.production) in figures


def _figures(billed: Billed) -> dict[str, set[tuple[str, Decimal]]]:
    """Every product and amount without tax, by contract; what is given back below zero."""
    found = {n: {(line.product, amount_of(line.net)) for _, line in lines} for n, lines in billed.lines.items()}
    for contract, given in billed.credits.items():
        found[contract] |= {(line.product, -amount_of(line.net)) for _, line in given}
    return found


def _is_open(one: Difference, wanted: str) -> bool:
    """Whether an assumption may explain it: conventions of rounding explain small differences, all others what is open."""
    if wanted == "rounding":
        return one.cause == "rounding"
    if one.production is None:
        return wanted == "amendment" and one.cause.startswith("missing invoice")
    if one.reference is None:
        return False
    by_line = wanted == "amendment" and one.cause.startswith(("quantity: production", "price", "discount"))
    return by_line or one.cause == OPEN or one.cause.startswith(GIVEN_OTHERWISE)


def _affected(found: Sequence[Difference], deals: Mapping[str, Deal], wanted: str) -> dict[str, Deal]:
    return {one.contract: deals[one.contract] for one in found if _is_open(one, wanted) and one.contract in deals}


def _without(
    found: Sequence[Difference], deals: Mapping[str, Deal], company: Company, through: date
) -> Iterator[tuple[dict[str, str], str, Billed]]:
    """Each contract without its last amendment, without the one before it ..."""
    affected = _affected(found, deals, "amendment")
    flat = {n: level for n, deal in affected.items() if (level := _unlifted(deal)) is not deal}
    if flat:
        said = {n: f"uplift missed: production bills as if {_uplifts(affected[n])}" for n in flat}
        yield said, "amendment", bill_again(flat, company, through)
    for back in range(1, _MOST + 1):
        less = {n: _less(deal, own[-back]) for n, deal in affected.items() if len(own := _own(deal)) >= back}
        said = {n: _not_billed(_own(affected[n])[-back]) for n in less}
        if less:
            yield said, "amendment", bill_again(less, company, through)


def _unlifted(deal: Deal) -> Deal:
    """The same contract, renewed at the prices it had."""
    if not any(isinstance(c, Renew) and c.uplift for one in deal.amendments for c in one.changes):
        return deal
    flat = (
        replace(one, changes=tuple(replace(c, uplift=Decimal(0)) if isinstance(c, Renew) else c for c in one.changes))
        for one in deal.amendments
    )
    return replace(deal, amendments=tuple(flat))


def _uplifts(deal: Deal) -> str:
    told = [
        f"{one.name} raised no prices by {c.uplift.normalize():f}%"
        for one in deal.amendments
        for c in one.changes
        if isinstance(c, Renew) and c.uplift
    ]
    return " and ".join(told)


def _own(deal: Deal) -> list[Amended]:
    return [one for one in deal.amendments if one.name]


def _less(deal: Deal, amended: Amended) -> Deal:
    return replace(deal, amendments=tuple(one for one in deal.amendments if one is not amended))


def _not_billed(amended: Amended) -> str:
    kind = "late price change" if any(isinstance(c, ChangePrice) for c in amended.changes) else "amendment"
    return f"{kind}: production bills as if there were no {amended.told}"


def _since_when(one: Difference, agree: Sequence[date]) -> Difference:
    """An amendment that later lines do bill was billed late."""
    if "bills as if there were no" not in one.cause:
        return one
    later = min((day for day in agree if day > one.day), default=None)
    return replace(one, cause=f"{one.cause}; it does from {later} on") if later else one


def _otherwise(
    found: Sequence[Difference], deals: Mapping[str, Deal], company: Company, through: date
) -> Iterator[tuple[dict[str, str], str, Billed]]:
    """Under each other answer to a question that decides amounts, for the contracts that something is open of."""
    for kind, question, answers in _CONVENTIONS:
        affected = _affected(found, deals, kind)
        for answer in answers if affected else ():
            if answer != getattr(company.policies, question):
                policies = replace(company.policies, **{question: answer})  # type: ignore[arg-type]  # one of its answers
                other = replace(company, policies=policies)
                said = f"{kind}: production's figure is that of {answer!r}"
                yield dict.fromkeys(affected, said), kind, bill_again(affected, other, through)
