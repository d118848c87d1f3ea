"""Prepaid amounts: what is topped up, what usage draws from it day by day, and what expires.

Handbook 4.11 and P20 (606-10-55-46, IFRS 15.B46): the top-up is a contract liability, each draw makes revenue of it, and what
nobody will draw is breakage. Usage draws first from what expires first; what no prepaid amount covers is billed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from engine.billing.billed import Atom
from engine.billing.comparing import ChargePeriod
from engine.billing.metered import capped, is_prepaid, usage_atoms
from engine.model.calendar import ONE_DAY, ServicePeriod, add_term
from engine.model.contracts import ChargeTerms, Subscription
from engine.model.money import Money, Rounding, rounded
from engine.model.usage import PrepaidBalance, Usage
from engine.terms.pricing import amount


@dataclass(frozen=True, slots=True)
class TopUp:
    """A prepaid amount of a contract's line, in the smallest unit, that can be drawn from its first to its last day.

    `price`: what was paid for it; `rank`: the lowest is drawn first; `covers`: whose usage draws from it (none: all).
    """

    line: str
    product: str
    start: date
    last: date
    minor: int
    price: int
    rank: int = 0
    covers: tuple[str, ...] = ()

    def paid(self, drawn: int, rounding: Rounding) -> int:
        """What was paid for so much of it."""
        return rounded(Fraction(drawn * self.price, self.minor), rounding) if self.minor else 0


@dataclass(frozen=True, slots=True)
class Use:
    """What a day's use of a line costs, in the smallest unit; negative where a later reading takes some of it back."""

    day: date
    line: str
    product: str
    period: date
    minor: int


@dataclass(frozen=True, slots=True)
class Draw:
    """What a use takes from a top-up."""

    use: Use
    top_up: TopUp
    minor: int


def by_day(place: ChargePeriod, state: Subscription, usage: Sequence[Usage]) -> Iterator[Use]:
    """What each day's use adds to what a billing period's usage costs, rounded on the total so far."""
    before = 0
    days = sorted({one.effective_date for one in usage if one.effective_date in place.period.whole})
    for day in days:
        through = [one for one in usage if one.effective_date <= day]
        so_far = place.worth(due_of_usage(place, state, through)).minor
        yield Use(day, place.line.id, place.line.product, place.period.whole.start, so_far - before)
        before = so_far


def due_of_usage(place: ChargePeriod, state: Subscription, usage: Sequence[Usage]) -> tuple[Atom, ...]:
    """What a line's usage of a billing period is due, by the readings that count."""
    atoms = usage_atoms(place.book, place.contract, state, place.line, place.period.whole, usage)
    return capped(place.book, place.contract, place.line, place.period, atoms)


def top_ups(state: Subscription, currency: str, rounding: Rounding) -> tuple[TopUp, ...]:
    """The prepaid amounts of a contract, by their rank and those that expire first before others; none outlives the contract's
    service."""
    lines = {line.id: line for line in state.lines if is_prepaid(line)}
    found = []
    for segment in state.segments:
        if line := lines.get(segment.line):
            start = segment.service.start
            months, days = line.charge.prepaid_months, line.charge.prepaid_days
            last = min(add_term(start, months, days) - ONE_DAY, state.end) if months or days else state.end
            charge, price = line.charge, amount(segment.terms, flat=line.charge.model == "flat")
            paid = Money.of(price, currency, rounding).minor
            worth = paid if charge.worth is None else _worth(charge.worth, segment.terms, currency, rounding)
            whole = ServicePeriod(start, max(start, last))
            found.append(TopUp(line.id, line.product, whole.start, whole.end, worth, paid, charge.rank, charge.covers))
    return tuple(sorted(found, key=lambda top_up: (top_up.rank, top_up.last, top_up.start)))


def _worth(each: Decimal, terms: ChargeTerms, currency: str, rounding: Rounding) -> int:
    return Money.of(Fraction(each) * Fraction(terms.quantity), currency, rounding).minor


def draws(found: Sequence[TopUp], uses: Iterable[Use]) -> tuple[Draw, ...]:
    """What uses draw, in the order of their days."""
    left = {top_up: top_up.minor for top_up in found}
    drawn: list[Draw] = []
    for use in _netted(sorted(uses, key=lambda use: (use.day, use.line))):
        rest = use.minor
        for top_up in found:
            part = min(rest, left[top_up]) if _covered(top_up, use) else 0
            if part > 0:
                drawn.append(Draw(use, top_up, part))
                left[top_up] -= part
                rest -= part
    return tuple(drawn)


def _covered(top_up: TopUp, use: Use) -> bool:
    return top_up.start <= use.day <= top_up.last and (not top_up.covers or use.product in top_up.covers)


def _netted(uses: Iterable[Use]) -> list[Use]:
    """Without what was taken back: it goes off the latest uses of its billing period."""
    kept: list[Use] = []
    for use in uses:
        back = -use.minor
        for number in reversed(range(len(kept) if back > 0 else 0)):
            known = kept[number]
            if (known.line, known.period) == (use.line, use.period):
                part = min(back, known.minor)
                kept[number] = replace(known, minor=known.minor - part)
                back -= part
        kept += [use] if use.minor > 0 else []
    return kept


def balance(
    found: Sequence[TopUp], drawn: Iterable[Draw], customer: str, contract: str, currency: str, as_of: date
) -> Iterator[PrepaidBalance]:
    """What stands of each prepaid product at the end of a day."""
    taken = [draw for draw in drawn if draw.use.day <= as_of]
    for product in dict.fromkeys(top_up.product for top_up in found):
        own = [top_up for top_up in found if top_up.product == product and top_up.start <= as_of]
        used = {top_up: sum(draw.minor for draw in taken if draw.top_up == top_up) for top_up in own}
        expired = sum(top_up.minor - used[top_up] for top_up in own if top_up.last < as_of)
        bought = sum(top_up.minor for top_up in own)
        yield PrepaidBalance(
            customer=customer,
            contract=contract,
            product=product,
            topped_up=Money(bought, currency),
            drawn=Money(sum(used.values()), currency),
            expired=Money(expired, currency),
            left=Money(bought - sum(used.values()) - expired, currency),
        )
