"""Usage that has a bound in common: billed as soon as what is not billed of it reaches an amount, or charged no more than so much.

A bound is a charge's own, or that of all such charges of a contract or of a customer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from engine.billing.comparing import ChargePeriod
from engine.billing.drawing import due_of_usage
from engine.billing.metered import standing, up_to
from engine.model.contracts import Contract, Subscription
from engine.model.money import Money, total
from engine.model.orders import OrderLine
from engine.model.usage import Usage


@dataclass(frozen=True, slots=True)
class Counted:
    """A line in one of its billing periods, in which nothing is due yet."""

    state: Subscription
    place: ChargePeriod

    def stood(self, usage: Sequence[Usage]) -> ChargePeriod:
        """The same, due what these readings come to."""
        return replace(self.place, due=due_of_usage(self.place, self.state, standing(usage)))


class Charged(Protocol):
    """A contract whose usage counts towards a bound."""

    contract: Contract

    def counted(self, line: OrderLine, day: date, on: date) -> Counted | None:
        """A line's billing period of a day."""

    def arrived(self, line: OrderLine, on: date) -> list[Usage]:
        """A line's readings that count on a day, in the order they arrived."""


Member = tuple[Charged, OrderLine]


def reached(members: Sequence[Member], own: ChargePeriod, order: Sequence[str], on: date) -> ChargePeriod:
    """The usage of a billing period as it stood whenever what was not billed of all `members` reached the threshold.

    `order`: the numbers of their readings as they arrived.
    """
    place, billed, zero = own, dict[tuple[int, date], Money](), Money.zero(own.contract.currency)
    least = min(Money.of(line.charge.threshold or 0, zero.currency) for _, line in members)
    so_far: list[list[Usage]] = [[] for _ in members]
    for number, usage in _as_it_arrived(members, order, on):
        so_far[number].append(usage)
        stood = dict(_stood(members, so_far, usage.event_date, on))
        keys = {member: (member, there.period.whole.start) for member, there in stood.items()}
        unbilled = (there.money_due() - billed.get(keys[member], zero) for member, there in stood.items())
        if total(unbilled, zero.currency) >= least:
            billed |= {keys[member]: there.money_due() for member, there in stood.items()}
            same = (there for there in stood.values() if _is(there, own))
            place = next(same, place)
    return place


def _as_it_arrived(members: Sequence[Member], order: Sequence[str], on: date) -> list[tuple[int, Usage]]:
    place = {number: rank for rank, number in enumerate(order)}
    found = [(number, usage) for number, (one, line) in enumerate(members) for usage in one.arrived(line, on)]
    return sorted(found, key=lambda arrived: place[arrived[1].number])


def _stood(
    members: Sequence[Member], so_far: Sequence[Sequence[Usage]], day: date, on: date
) -> Iterator[tuple[int, ChargePeriod]]:
    """What each has come to in its billing period of that day, no more than the most of all where that is bounded alike."""
    counted = {number: one.counted(line, day, on) for number, (one, line) in enumerate(members)}
    stood = {number: there.stood(so_far[number]) for number, there in counted.items() if there}
    alike = all(line.charge.maximum and line.charge.maximum_of == line.charge.threshold_of for _, line in members)
    if alike and members[0][1].charge.maximum_of != "charge":
        most = min(Money.of(line.charge.maximum or 0, one.contract.currency) for one, line in members)
        return zip(stood, at_most(list(stood.values()), most), strict=True)
    return iter(stood.items())


def _is(one: ChargePeriod, other: ChargePeriod) -> bool:
    """Whether both are one line in one billing period."""
    return (one.contract.number, one.line.id, one.period.whole) == (
        other.contract.number,
        other.line.id,
        other.period.whole,
    )


def at_most(places: Sequence[ChargePeriod], most: Money) -> list[ChargePeriod]:
    """The same, but together no more than so much: what is above it is left out by what each costs."""
    whole = total((place.money_due() for place in places), most.currency)
    return less(places, whole - most)


def less(places: Sequence[ChargePeriod], off: Money) -> list[ChargePeriod]:
    """The same, but so much less in all, by what each costs; never below nothing."""
    costs = [place.money_due() for place in places]
    off = min(off, total(costs, off.currency))
    if off.minor <= 0:
        return list(places)
    parts = off.allocate([cost.minor for cost in costs])
    return [
        replace(place, due=up_to(place.book, place.line, place.billing, place.due, (cost - part).exact))
        for place, cost, part in zip(places, costs, parts, strict=True)
    ]
