"""Volume rebates: what goes back at the end of a period, once a customer has bought enough in it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from engine.model.money import Money, plain_number
from engine.model.rebates import Rebate, RebateTier
from engine.model.revenue import ExpectedVolume
from steps.language.failures import StoryError
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.revenue.progress import record
from steps.stage.world import World

EVERYTHING = "everything"


@dataclass(frozen=True)
class Threshold:
    """So many units, or an amount."""

    volume: Decimal
    currency: str | None


@dataclass(frozen=True)
class Back:
    """What goes back: a percentage of the price, an amount for each unit, or an amount once."""

    percent: Decimal = Decimal(0)
    each: Money | None = None
    lump: Money | None = None


@dataclass(frozen=True)
class Every:
    """How many months a period of a rebate is long (0: the term), and whether it is one of the calendar's."""

    months: int
    calendar: bool


def read_threshold(text: str) -> Threshold:
    """Read "1,000" or "10,000.00 USD"."""
    number, _, currency = text.partition(" ")
    return Threshold(plain_number(number), currency or None)


def read_back(text: str) -> Back:
    """Read "10%", "0.50 USD each" or "500.00 USD"."""
    if text.endswith("%"):
        return Back(percent=plain_number(text.removesuffix("%").strip()))
    if text.endswith(" each"):
        return Back(each=Money.parse(text.removesuffix(" each")))
    return Back(lump=Money.parse(text))


def read_every(text: str) -> Every:
    """Read "term", "year", "calendar quarter" or "6 months"."""
    words = text.removeprefix("calendar ")
    months = {"term": 0, "month": 1, "quarter": 3, "half-year": 6, "year": 12}
    found = months[words] if words in months else int(re.findall(r"\d+", words)[0])
    return Every(found, text.startswith("calendar "))


_NUMBER = r"\d[\d.,]*\d|\d"
parameter_type(
    "threshold", rf"(?:{_NUMBER})(?: [A-Z]{{3}})?", read_threshold, noun="a threshold", hint="1,000 or 10,000.00 USD"
)
parameter_type(
    "rebate",
    rf"(?:{_NUMBER}) ?%|(?:{_NUMBER}) [A-Z]{{3}}(?: each)?",
    read_back,
    noun="a rebate",
    hint="10%, 0.50 USD each or 500.00 USD",
)
parameter_type(
    "rebate period",
    r"term|(?:calendar )?(?:month|quarter|half-year|year)|[1-9]\d? months",
    read_every,
    noun="a period of a rebate",
    hint="year, calendar quarter, 6 months or term",
)
parameter_type("rebate base", "all|what is above", str, noun="what a rebate is of", hint="all or what is above")
parameter_type("counted over", "contract|customer", str, noun="whose purchases count", hint="contract or customer")
REBATES = Table(
    "rebates",
    Column("on", default=EVERYTHING),
    Column("every", "rebate period", default=Every(12, False)),
    Column("from", "threshold"),
    Column("above", "threshold"),
    Column("rebate", "rebate", required=True),
    Column("of", "rebate base", default="all"),
    Column("expected", "threshold"),
    Column("counted over", "counted over", default="contract"),
)
STANDING = Table(
    "rebates",
    Column("on", default=EVERYTHING, key=True),
    Column("from", "date", key=True),
    Column("to", "date", key=True),
    Column("volume", "number"),
    Column("reached", "number"),
    Column("earned", "amount"),
    Column("credited", "amount"),
    Column("settled on", "date"),
)


@given("{customer} is promised rebates with the next contract:", table=REBATES)
def is_promised_rebates(world: World, customer: str, table: Rows) -> None:
    """Volume rebates of the contract the customer signs next; rows of one product and period are thresholds of one rebate."""
    world.rebates[customer] = tuple(_rebates(table.as_written()))


@when("on {date} finance expects {customer} to reach {threshold} for the rebate on {product}")
def expects_to_reach(world: World, day: date, customer: str, expected: Threshold, product: str) -> None:
    """What the customer is expected to reach in each period that is not settled: that much of revenue is owed back."""
    record(world, customer, day, ExpectedVolume(volume=expected.volume, product=product))


@when("on {date} finance expects {customer} to reach {threshold} for the rebate on everything")
def expects_to_reach_in_all(world: World, day: date, customer: str, expected: Threshold) -> None:
    """What the customer is expected to reach in each period that is not settled, for a rebate on all that the contract holds."""
    record(world, customer, day, ExpectedVolume(volume=expected.volume))


@then("the rebates of {customer} on {date} are:", table=STANDING)
def the_rebates_are(world: World, customer: str, day: date, table: Rows) -> None:
    """Each rebate period that had begun by then: what was bought in it, what that earns, and what of it is credited."""
    world.lived(day)
    world.check(table, _standing(world, customer, day), f"the rebates of {customer} on {day}")


def _rebates(rows: list[dict[str, object]]) -> Iterator[Rebate]:
    groups: dict[tuple[object, ...], list[dict[str, object]]] = {}
    for row in rows:
        groups.setdefault((row["on"], row["every"], row["of"], row["counted over"]), []).append(row)
    for group in groups.values():
        yield _rebate(group)


def _rebate(rows: list[dict[str, object]]) -> Rebate:
    """One rebate with its thresholds. StoryError where they are counted in different ways."""
    thresholds = [_threshold(row) for row in rows]
    expected = [row["expected"] for row in rows if isinstance(row["expected"], Threshold)]
    if len({one.currency for one in (*thresholds, *expected)}) > 1:
        raise StoryError(
            "the thresholds of one rebate, and what is expected, are counted alike: units, or one currency"
        )
    every = rows[0]["every"]
    assert isinstance(every, Every)
    tiers = (_tier(row, one) for row, one in zip(rows, thresholds, strict=True))
    return Rebate(
        tiers=tuple(tiers),
        product=None if rows[0]["on"] == EVERYTHING else str(rows[0]["on"]),
        counted="amount" if thresholds[0].currency else "units",
        every_months=every.months,
        calendar=every.calendar,
        of="all" if rows[0]["of"] == "all" else "what is above",
        expected=expected[-1].volume if expected else None,
        across=rows[0]["counted over"] == "customer",
    )


def _threshold(row: Mapping[str, object]) -> Threshold:
    found = [cell for name in ("from", "above") if isinstance(cell := row[name], Threshold)]
    if len(found) != 1:
        raise StoryError("a rebate needs one threshold: fill in either 'from' or 'above'")
    return found[0]


def _tier(row: Mapping[str, object], threshold: Threshold) -> RebateTier:
    back = row["rebate"]
    assert isinstance(back, Back)
    return RebateTier(
        threshold=threshold.volume,
        beyond=row["above"] is not None,
        percent=back.percent,
        each=back.each,
        lump=back.lump,
    )


def _standing(world: World, customer: str, day: date) -> Iterator[dict[str, object]]:
    for found in world.billing.rebates(day):
        if found.customer == customer:
            yield {
                "on": found.product or EVERYTHING,
                "from": found.period.start,
                "to": found.period.end,
                "volume": found.volume,
                "reached": found.reached,
                "earned": found.earned,
                "credited": found.credited,
                "settled on": found.settles,
            }
