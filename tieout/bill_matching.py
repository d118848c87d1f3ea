"""Which of the reference's lines each line of production is: first those that agree, then what one bills in parts, then the nearest."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from scenarios.migration.findings import Record
from tieout.replaying import Line, amount_of

_NEAR_DAYS = 45
_PARTS = 12


@dataclass(slots=True)
class Matched:
    """`pairs`: a production line with its own of the reference; `parts`: production bills one line in several, or several in
    one; `unasked`: what only production bills; `never`: what only the reference does."""

    pairs: list[tuple[Record, Line]] = field(default_factory=list)
    parts: list[tuple[list[Record], list[Line]]] = field(default_factory=list)
    unasked: list[Record] = field(default_factory=list)
    never: list[Line] = field(default_factory=list)


def day_of(record: Record) -> date:
    """The first day a line is for; the day of its document where it does not say."""
    return date.fromisoformat(str(record["from"] or record["date"]))


def matched(production: Sequence[Record], reference: Sequence[Line]) -> Matched:
    """Every line of both sides, once."""
    found = Matched(never=list(reference))
    left = sorted(production, key=lambda one: (day_of(one), one["product"], one.line))
    left = _pair(found, left, _equal)
    left = _added_up(found, left)
    left = _in_parts(found, left)
    found.unasked = _pair(found, left, _near)
    return found


def _pair(found: Matched, left: list[Record], match: Callable[[Record, list[Line]], Line | None]) -> list[Record]:
    """Pair what matches, and answer what does not."""
    rest = []
    for record in left:
        line = match(record, found.never)
        if line is None:
            rest.append(record)
        else:
            found.never.remove(line)
            found.pairs.append((record, line))
    return rest


def _begins(record: Record, pair: Line) -> date:
    return pair[1].service.start if record["from"] else pair[0].event_date


def _equal(record: Record, left: list[Line]) -> Line | None:
    return next(
        (
            pair
            for pair in left
            if pair[1].product == record["product"]
            and _begins(record, pair) == day_of(record)
            and amount_of(pair[1].net) == record["net"]
        ),
        None,
    )


def _near(record: Record, left: list[Line]) -> Line | None:
    """The line of the same product that begins nearest; none that is farther away than a billing period, nor a neighbor's."""
    day = day_of(record)

    def away(pair: Line) -> int:
        return abs((_begins(record, pair) - day).days)

    same = [pair for pair in left if pair[1].product == record["product"]]
    best = min(same, key=lambda pair: (away(pair), abs(amount_of(pair[1].net) - record["net"])), default=None)
    if best is None or away(best) >= _NEAR_DAYS or away(best) * 2 > max(best[1].service.days, 2):
        return None
    return best


def _added_up(found: Matched, left: list[Record]) -> list[Record]:
    """What the reference bills in two lines of the same days, what was there and what was added, production may bill in one."""
    for record in list(left):
        same = [p for p in found.never if p[1].product == record["product"] and _begins(record, p) == day_of(record)]
        if len(same) > 1 and sum((amount_of(line.net) for _, line in same), Decimal(0)) == record["net"]:
            found.never = [pair for pair in found.never if pair not in same]
            left = [one for one in left if one is not record]
    return left


def _in_parts(found: Matched, left: list[Record]) -> list[Record]:
    """Production bills a quarter month by month, or a year's months at once: together the amounts are the same."""
    for pair in list(found.never):
        own = [
            one for one in left if one["from"] and one["product"] == pair[1].product and one["from"] in pair[1].service
        ]
        if 1 < len(own) <= _PARTS and _sum(own) == amount_of(pair[1].net):
            found.never.remove(pair)
            found.parts.append((own, [pair]))
            left = [one for one in left if one not in own]
    for record in list(left):
        lines = list(_within(record, found.never))
        if len(lines) > 1 and sum((amount_of(line[1].net) for line in lines), Decimal(0)) == record["net"]:
            found.never = [pair for pair in found.never if pair not in lines]
            found.parts.append(([record], lines))
            left = [one for one in left if one is not record]
    return left


def _within(record: Record, left: list[Line]) -> Iterator[Line]:
    """The reference's lines of the product in the days that a line of production is for."""
    start, end = record["from"], record["to"]
    for pair in left if start and end else ():
        if pair[1].product == record["product"] and start <= pair[1].service.start and pair[1].service.end <= end:
            yield pair


def _sum(records: Sequence[Record]) -> Decimal:
    return sum((one["net"] for one in records), Decimal(0))
