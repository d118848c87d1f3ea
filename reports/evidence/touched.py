"""What a scenario went through, counted: documents, events on their way, reconciliations, and the key figures of its closes.

The views of roles and the figures of a run are added up from these counts; no story is kept for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from reports.evidence.chain import Record

Way = tuple[str, str, str, str]
"""An event's type, the system it comes from, the one it goes to, and what became of it there."""
_AMOUNT = re.compile(r"(-?[\d,]+(?:\.\d+)?) ([A-Z]{3})")
_VALUE = re.compile(r"(-?[\d,]+(?:\.\d+)?)(%| days| business days)")
KEY_FIGURES = "Key figures"


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure of one close: its value in percent or days, and what it is divided of, where both can be added up.

    `unit` of part and whole: a currency, "" for a count, None where the close tells no two numbers.
    """

    name: str
    month: str
    entity: str
    said: str
    value: Fraction | None
    days: bool
    part: Fraction
    whole: Fraction
    unit: str | None
    documents: str


@dataclass(frozen=True)
class Touched:
    """The counts of one scenario."""

    documents: Counter[str] = field(default_factory=Counter)
    ways: Counter[Way] = field(default_factory=Counter)
    ties: Counter[tuple[str, str]] = field(default_factory=Counter)
    figures: tuple[Figure, ...] = ()
    closed: int = 0


def touched(records: Iterable[Record]) -> Touched:
    """Count what a scenario's records tell."""
    found, figures, closed = Touched(), list[Figure](), 0
    for record in records:
        match record["kind"]:
            case "document":
                found.documents[record["type"]] += 1
            case "event":
                for there in record["deliveries"]:
                    found.ways[record["type"], record["source"], there["to"], there["outcome"]] += 1
            case "reconciliation" if record["step"] is None:
                found.ties[_of_all(record["title"]), _state(record)] += 1
            case "close_report":
                figures += _figures(record)
                closed += record["status"] == "closed"
    return Touched(found.documents, found.ways, found.ties, tuple(figures), closed)


def key_figures(records: Iterable[Record]) -> tuple[Figure, ...]:
    """The key figures of every close among the records."""
    return tuple(found for record in records if record["kind"] == "close_report" for found in _figures(record))


def _of_all(title: str) -> str:
    """A reconciliation without whose it is: "Receivables of Globex" is one of receivables."""
    return title.partition(" of ")[0]


def _state(record: Record) -> str:
    difference = record["difference"]
    off = difference["minor"] if isinstance(difference, dict) else difference
    return "tied" if not off else "announced" if record["announced"] else "unexplained"


def _figures(record: Record) -> Iterator[Figure]:
    for section in record["sections"]:
        for row in section["rows"] if section["title"] == KEY_FIGURES else ():
            yield _figure(record, *(str(cell) if cell is not None else "" for cell in row[:5]))


def _figure(record: Record, name: str, said: str, part: str, whole: str, documents: str = "") -> Figure:
    value, one, all_ = _VALUE.fullmatch(said), _number(part), _number(whole)
    unit = one[1] if one and all_ and one[1] == all_[1] else None
    return Figure(
        name=name,
        month=_month(record["period"]),
        entity=record["entity"],
        said=said,
        value=Fraction(value[1].replace(",", "")) if value else None,
        days=bool(value and value[2] != "%"),
        part=one[0] if one else Fraction(0),
        whole=all_[0] if all_ else Fraction(0),
        unit=unit,
        documents=documents,
    )


def _month(period: object) -> str:
    return f"{period['year']}-{period['month']:02}" if isinstance(period, dict) else str(period)


def _number(text: str) -> tuple[Fraction, str] | None:
    """A count, or an amount with its currency."""
    if text.isdecimal():
        return Fraction(text), ""
    amount = _AMOUNT.fullmatch(text)
    return (Fraction(amount[1].replace(",", "")), amount[2]) if amount else None
