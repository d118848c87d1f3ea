"""The page of the files that companies write: every key, how its value is written, and what holds without it. Written from the shapes."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic_core import PydanticUndefined

from scenarios.charging_words import Billed, Every, Zone
from scenarios.governance import BillingWords
from scenarios.ledgers import AMOUNTS, Events, LedgerFile, Pair
from scenarios.migration.header import Header
from scenarios.paying_words import Due
from scenarios.rollouts import Rollout, Tags
from scenarios.shapes import Answers, WorldFile
from scenarios.words import Closed, Count, Currency, Day, Fee, Percent, Prefix, Price, Text, YesNo

Shape = type[Closed]
_INTRO = """# The files a company writes

Features are told in [sentences](phrase-book.md); everything that stands behind them is told in YAML: the company itself, a ledger
that several companies share, a rollout plan, the head of a [cutover set](cutover.md). This page names every key. A key that is
not *needed* may be left out, and what holds then is in the last column. `tieout new company "Kite GmbH"` begins a company's file that
runs as it is; a mistake in any of these files comes with its line and the nearest right spelling. In braces an amount with a comma
stands in quotes: `{overall: "1,000.00"}`.

This page is written from the code; `python -m scenarios.generated` writes it anew.
"""
_FILES: tuple[tuple[str, str, Shape], ...] = (
    ("A company", "`scenarios/companies/*.yaml`, or any file given as `tieout run --world FILE`.", WorldFile),
    ("A ledger that companies share", "`scenarios/ledgers/*.yaml`.", LedgerFile),
    ("A rollout plan", "`scenarios/rollouts/*.yaml`; see [gates and signing off](signing-off.md).", Rollout),
    ("The head of a cutover set", "`cutover.yaml` in the set's folder; see [cutover](cutover.md).", Header),
)
_WRITTEN: tuple[tuple[Any, str], ...] = (
    (BillingWords, "a way of billing: monthly in advance"),
    (Tags, "tags: @amendments and not @slow"),
    (Billed, "a way of billing: monthly in advance"),
    (Due, "a time to pay: within 30 days"),
    (Zone, "a time zone: Europe/Berlin"),
    (Every, "a period: year, calendar quarter, 6 months"),
    (Count, "a whole number"),
    (Percent, "a percentage: 10%"),
    (Price, "an amount: 1,000.00"),
    (Fee, "an amount, of a currency if need be: 0.30, 15.00 USD"),
    (Day, "a day: 2026-07-01"),
    (Currency, "a currency: USD"),
    (Prefix, "capital letters and digits: NW"),
    (YesNo, "yes or no"),
    (Text, "words"),
)
_ELSEWHERE: tuple[tuple[Shape, str], ...] = (
    (Answers, "answers to [conventions](policies.md)"),
    (Events, "[events](#posting-rules), each with its amounts"),
)


def files_page() -> str:
    """Every file, and below it every group of keys in it, each once, in the order in which they are met."""
    return "\n".join([_INTRO, *(line for line in _pages())]).rstrip() + "\n"


def _pages() -> Iterator[str]:
    seen: set[Shape] = {Pair}
    for title, where, shape in _FILES:
        yield f"## {title}\n\n{where} {_prose(shape)}\n"
        yield from _keys(shape)
        for inner in _below(shape, seen):
            yield f"### {_title(inner)}\n\n{_prose(inner)}\n"
            yield from _keys(inner)
    yield from _posting_rules()


def _posting_rules() -> Iterator[str]:
    yield "## Posting rules\n"
    yield "Which account each amount of an event debits and credits: `invoice posted: {deferred: {debit: Receivables, credit: ...}}`.\n"
    yield "| event | amounts |\n|---|---|"
    yield from (f"| {event} | {', '.join(amounts)} |" for event, amounts in AMOUNTS.items())
    yield ""


def _below(shape: Shape, seen: set[Shape]) -> Iterator[Shape]:
    """The groups of keys inside a shape that no page has shown yet, depth first."""
    for hint in get_type_hints(shape, include_extras=True).values():
        for inner in _shapes(hint):
            if inner not in seen and not _elsewhere(inner):
                seen.add(inner)
                yield inner
                yield from _below(inner, seen)


def _shapes(hint: Any) -> Iterator[Shape]:
    if inspect.isclass(hint) and issubclass(hint, Closed):
        yield hint
    else:
        for part in get_args(hint):
            yield from _shapes(part)


def _keys(shape: Shape) -> Iterator[str]:
    yield "| key | written as | without it |\n|---|---|---|"
    hints = get_type_hints(shape, include_extras=True)
    for name, field in shape.model_fields.items():
        key = field.alias or name.replace("_", " ")
        meaning = f"; {field.description}" if field.description else ""
        yield f"| `{key}` | {_written(hints[name])}{meaning} | {_otherwise(field)} |"
    yield ""


def _written(hint: Any) -> str:
    """How a value is written, in words."""
    for known, words in _WRITTEN:
        if hint == known or _refines(hint, known):
            return words
    if inspect.isclass(hint) and issubclass(hint, Closed):
        return _elsewhere(hint) or f"[{_title(hint)}](#{_title(hint).replace(' ', '-')})"
    if get_origin(hint) is Annotated:
        return _written(get_args(hint)[0])
    if get_origin(hint) is Literal:
        return ", ".join(f"`{answer}`" for answer in get_args(hint))
    if get_origin(hint) in (Union, UnionType):
        return ", or ".join(_written(part) for part in get_args(hint) if part is not NoneType)
    if get_origin(hint) is tuple:
        return f"a list, each {_written(get_args(hint)[0])}"
    return "words"


def _refines(hint: Any, known: Any) -> bool:
    """Whether a kind of value is another one with more asked of it."""
    return bool(getattr(hint, "__metadata__", ())[: len(known.__metadata__)] == known.__metadata__)


def _elsewhere(shape: Shape) -> str:
    return next((words for other, words in _ELSEWHERE if issubclass(shape, other)), "")


def _otherwise(field: Any) -> str:
    """What holds if the key is left out, as far as one value says it."""
    if field.is_required():
        return "needed"
    default = field.default
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, tuple) and default and all(type(one) is int for one in default):
        return ", ".join(map(str, default))
    if default is PydanticUndefined or not isinstance(default, str | int | Decimal):
        return ""
    return str(default)


def _title(shape: Shape) -> str:
    """The name of a group of keys in plain words: UsualTermsShape is "usual terms"."""
    return " ".join(re.findall(r"[A-Z][a-z]*", shape.__name__.removesuffix("Shape").removesuffix("File"))).lower()


def _prose(shape: Shape) -> str:
    return " ".join(inspect.cleandoc(shape.__doc__ or "").split())
