"""How a company's file says when its charges are billed, whose calendar holds, and what goes back to good customers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Annotated, Literal
from zoneinfo import available_timezones

from pydantic import Field, WithJsonSchema, model_validator

from engine.model.cadence import Billing
from engine.model.money import Money, exponent
from engine.model.rebates import AgreedRebate, Rebate, RebateTier
from scenarios.lines import Value
from scenarios.mistakes import did_you_mean
from scenarios.words import Closed, Text, read_fee, read_percent, reading, wrong

EVERYTHING = "everything"
_EVERY = {"monthly": 1, "quarterly": 3, "half-yearly": 6, "yearly": 12}
_DAYS = {"weekly": 7, "daily": 1, "week": 7, "day": 1}
_BILLED = re.compile(
    r"(?:(?P<every>monthly|quarterly|half-yearly|yearly|weekly|daily)|every (?:(?P<count>[1-9]\d*) )?(?P<unit>month|week|day)s?)"
    r" in (?P<timing>advance|arrears)(?P<calendar> by the calendar)?(?:, (?P<ahead>[1-9]\d*) days ahead)?"
)
_UNUSED = re.compile(r"lost|carried over(?: for ([1-9]\d?) periods?)?")
_PERIODS = {"term": 0, "month": 1, "quarter": 3, "half-year": 6, "year": 12}
_NONE = Decimal(0)
_WORDS = WithJsonSchema({"type": "string"})


def _billed(text: str) -> Billing:
    if text == "when delivered":
        return Billing(timing="when delivered")
    found = _BILLED.fullmatch(text)
    if found is None or (found["ahead"] and found["timing"] == "arrears"):
        raise wrong(
            f"{text!r} is no way to bill; write it like quarterly in arrears, every 2 weeks in advance or when delivered"
        )
    count, unit = int(found["count"] or 1), found["unit"]
    days = count * _DAYS.get(unit or found["every"], 0)
    return Billing(
        every_months=_EVERY.get(found["every"], 1 if days else count),
        timing="in advance" if found["timing"] == "advance" else "in arrears",
        anchor="calendar" if found["calendar"] else "anniversary",
        every_days=days,
        days_ahead=int(found["ahead"] or 0),
    )


def _zone(text: str) -> str:
    if text not in available_timezones():
        near = did_you_mean(text, sorted(available_timezones()))
        raise wrong(f"there is no time zone {text!r}{near or '; write it like Europe/Berlin'}")
    return text


def _every(text: str) -> tuple[int, bool]:
    words = text.removeprefix("calendar ")
    months = re.fullmatch(r"([1-9]\d?) months", words)
    if words not in _PERIODS and not months:
        raise wrong(f"{text!r} is no period of a rebate; write it like year, calendar quarter, 6 months or term")
    return (int(months[1]) if months else _PERIODS[words]), text.startswith("calendar ")


def _back(text: str) -> RebateTier:
    """What goes back once a threshold (still to be said) is reached."""
    if text.endswith("%"):
        return RebateTier(threshold=_NONE, percent=read_percent(text))
    amount = read_fee(text.removesuffix(" each"))
    if not isinstance(amount, Money):
        raise wrong(f"{text!r} is no rebate; write it like 10%, 0.50 USD each or 500.00 USD")
    return (
        RebateTier(threshold=_NONE, each=amount) if text.endswith(" each") else RebateTier(threshold=_NONE, lump=amount)
    )


def read_unused(text: str) -> int | None:
    """In how many later billing periods free units that were not used can be; None: in all of them."""
    found = _UNUSED.fullmatch(text)
    if found is None:
        raise wrong(f"{text!r} happens to no free units; write lost, carried over or carried over for 3 periods")
    return 0 if text == "lost" else int(found[1]) if found[1] else None


Billed = Annotated[Billing, reading(_billed), _WORDS]
Unused = Annotated[int | None, reading(read_unused), _WORDS]
Zone = Annotated[str, reading(_zone), _WORDS]
Every = Annotated[tuple[int, bool], reading(_every), _WORDS]
_Threshold = Annotated[object, reading(read_fee), WithJsonSchema({"type": ["number", "string"]})]


class RebateShape(Closed):
    """A threshold of a volume rebate that every new contract has, or those of one customer; rows that name the same customer,
    product and period are one rebate.

    `from` or `above`: units, or an amount with its currency; `rebate`: a percentage, so much for each unit, or an amount once;
    `every`: year, calendar quarter, 6 months or term; `of`: all from the first unit on, or only what is above the threshold;
    `expected`: what is expected to be reached; `counted over`: what one contract buys counts, or what all of a customer's do.
    """

    customer: Text | None = None
    on: Text = EVERYTHING
    every: Every = (12, False)
    start: _Threshold | None = Field(None, alias="from")
    above: _Threshold | None = None
    rebate: Annotated[RebateTier, reading(_back), _WORDS]
    of: Literal["all", "what is above"] = "all"
    expected: _Threshold | None = None
    counted_over: Literal["contract", "customer"] = "contract"

    @model_validator(mode="after")
    def _one_threshold(self) -> RebateShape:
        if (self.start is None) == (self.above is None):
            raise wrong("a rebate needs one threshold: either 'from' or 'above'")
        return self

    @property
    def threshold(self) -> object:
        """Units, or an amount."""
        return self.above if self.start is None else self.start


def rebates_of(rows: Iterable[RebateShape]) -> tuple[AgreedRebate, ...]:
    """The rebates that rows of thresholds say."""
    groups: dict[tuple[object, ...], list[RebateShape]] = {}
    for row in rows:
        groups.setdefault((row.customer, row.on, row.every, row.of, row.counted_over), []).append(row)
    return tuple(AgreedRebate(customer=own[0].customer, rebate=_rebate(own)) for own in groups.values())


def _rebate(rows: list[RebateShape]) -> Rebate:
    expected = [row.expected for row in rows if row.expected is not None]
    months, calendar = rows[0].every
    return Rebate(
        tiers=tuple(_tier(row) for row in rows),
        product=None if rows[0].on == EVERYTHING else rows[0].on,
        counted="amount" if isinstance(rows[0].threshold, Money) else "units",
        every_months=months,
        calendar=calendar,
        of=rows[0].of,
        expected=_volume(expected[-1]) if expected else None,
        across=rows[0].counted_over == "customer",
    )


def _tier(row: RebateShape) -> RebateTier:
    back = row.rebate
    return RebateTier(
        threshold=_volume(row.threshold),
        beyond=row.start is None,
        percent=back.percent,
        each=back.each,
        lump=back.lump,
    )


def _volume(said: object) -> Decimal:
    if isinstance(said, Money):
        return Decimal(said.minor).scaleb(-exponent(said.currency))
    assert isinstance(said, Decimal), "a threshold is read as one or the other"
    return said


def unknown_in_rebates(world: Value) -> Iterator[tuple[int, str]]:
    """Rebates of customers and on products that the company does not have."""
    for key, kind in (("customer", "customers"), ("on", "products")):
        known = [name for row in world.rows(kind) if (name := _name(row))]
        for row in world.rows("rebates"):
            if (named := row.text(key)) and named not in (*known, EVERYTHING):
                yield row.line_of(key), f"{key}: there is no {named!r}{did_you_mean(named, known)}"


def _name(row: Value) -> str | None:
    return row.content if isinstance(row.content, str) else row.text("name")
