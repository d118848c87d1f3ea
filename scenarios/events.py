"""The page of business events: who tells each, what it carries field by field, and what must follow. Written from the code."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args, get_type_hints

from engine.model.event_contracts import STANDARD, EventContract
from engine.model.events import EVENT_TYPES, EventType
from engine.model.payloads import PAYLOADS

_CALLED = {"crm": "CRM", "billing": "billing system", "payments": "payment gateway", "erp": "ERP"}
_PLAIN: dict[Any, str] = {
    str: "text",
    int: "whole number",
    bool: "yes or no",
    date: "day",
    Decimal: "exact number",
    Fraction: "exact number",
    type(None): "nothing",
}
_INTRO = """# Business events

What the four systems tell each other. An event has a `number` (its type and the number of its document, so that a repeat is
recognized), a `type`, the `source` system, the day `on` which it was told, the `subject` (the document's number), the
`customer`, a `label` (its cause: upsell, regular ...), and the `document` itself, whose fields stand below. On the wire a day is
`2026-03-16`, money a count of the smallest unit with its currency, an exact number a text.

*What must follow* are the standard event contracts; a company's file replaces those of an event under
`governance: event contracts`, a story with "these event contracts:". What is missing, extra or late is a finding at the end of
every scenario.

A follow-up is that the event is `taken`, or a document that comes of it. A signed change (`contract amended`, and the order in the
CRM that brought it) is followed by an `invoice` or a `credit memo` of its contract that bears its cause, by a `recalculated
invoice` (the first regular invoice that bills other terms than the one before), and by a `revenue schedule` of which it made a new
version; invoices, credit memos and usage may be followed by a revenue schedule too. `at most: 0` says that none may follow.

This page is written from the code; `python -m scenarios.generated` writes it anew.
"""


def events_page() -> str:
    """Every business event, in the order of the process."""
    events = (line for event in EVENT_TYPES if event in PAYLOADS for line in _section(event))
    nouns = (line for noun in _nouns() for line in _noun(noun))
    return "\n".join([_INTRO, *events, "## Nouns inside\n", *nouns]).rstrip() + "\n"


def _section(event: EventType) -> Iterator[str]:
    source, document = PAYLOADS[event]
    yield f"## {event}\n"
    yield f"Told by the {_CALLED[source]} about {_article(document.__name__)} `{document.__name__}`: {_summary(document)}\n"
    yield f"What must follow: {_follow(event)}\n"
    yield from _fields(document)


def _fields(noun: Any) -> Iterator[str]:
    yield "| field | type | required |\n|---|---|---|"
    hints = get_type_hints(noun)
    for field in fields(noun):
        needed = field.default is MISSING and field.default_factory is MISSING
        yield f"| {field.name} | {_type(hints[field.name])} | {'yes' if needed else 'no'} |"
    yield ""


def _noun(noun: Any) -> Iterator[str]:
    yield f"### {noun.__name__}\n"
    yield f"{_summary(noun)}\n"
    yield from _fields(noun)


def _nouns() -> list[Any]:
    """Every noun that stands inside an event's document, at any depth, by name."""
    found: dict[str, Any] = {}
    waiting: list[Any] = [document for _, document in PAYLOADS.values()]
    while waiting:
        for hint in get_type_hints(waiting.pop()).values():
            for inner in _inside(hint):
                if inner.__name__ not in found:
                    found[inner.__name__] = inner
                    waiting.append(inner)
    return [found[name] for name in sorted(found)]


def _inside(hint: Any) -> Iterator[Any]:
    if isinstance(hint, type) and is_dataclass(hint):
        yield hint
    for part in get_args(hint):
        yield from _inside(part)


def _article(name: str) -> str:
    return "an" if name[0] in "AEIO" else "a"


def _summary(document: Any) -> str:
    """The first sentence of the noun's own words."""
    said = " ".join((inspect.getdoc(document) or "").split())
    return re.split(r"(?<=\.)\s", said)[0]


def _follow(event: EventType) -> str:
    contracts = [contract for contract in STANDARD if contract.event == event]
    return "; ".join(map(_words, contracts)) + "." if contracts else "nothing."


def _words(contract: EventContract) -> str:
    days = f"within {contract.within} business day{'' if contract.within == 1 else 's'}"
    often = "once" if (contract.at_least, contract.at_most) == (1, 1) else f"at most {contract.at_most}"
    often = "any number" if contract.at_most is None else often
    if contract.then == "taken":
        return f"taken by the {_CALLED[contract.system]}, {often}, {days}"
    return f"{contract.then} in the {_CALLED[contract.system]}, {often}, {days}"


def _type(hint: Any) -> str:
    """A field's type in words: nouns by name, choices by their values."""
    if isinstance(hint, type) and is_dataclass(hint):
        return f"`{hint.__name__}`"
    if hint in _PLAIN:
        return _PLAIN[hint]
    choices = get_args(hint)
    if choices and all(isinstance(choice, str) for choice in choices):
        return "one of " + ", ".join(choice or '""' for choice in choices)
    if choices and choices[-1] is Ellipsis:
        return f"list of {_type(choices[0])}"
    if choices:
        return " or ".join(dict.fromkeys(_type(choice) for choice in choices))
    return f"`{hint.__name__}`"
