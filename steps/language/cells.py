"""Cells of tables that check: what can never be found, because it is misspelt or finer than the currency."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from engine.model.money import exponent
from steps.language.nearest import nearest
from steps.language.story import StoryStep
from steps.language.tables import Column, Exact

_TYPO = 0.85  # a letter or two in a name; "Set-up fee" is no misspelt "Set-up"
_NUMBER_ONLY = re.compile(r"(?:[A-Z]{3}\s+)?[-+]?[\d.,]+(?:\s+[A-Z]{3})?")


def impossible_cells(step: StoryStep, known: Mapping[str, Collection[str]], currency: str) -> Iterator[tuple[int, str]]:
    """Line and complaint of each cell that nothing found could equal. `known`: the names of each kind of column.

    A name that resembles no known one may be what the story is about; one that nearly is a known one is a typo.
    """
    rows = step.rows
    if rows is None or step.match.sentence.keyword != "then":
        return
    for values, texts, line in zip(rows.values, rows.written, rows.lines, strict=True):
        for column, value, text in zip(rows.columns, values, texts, strict=True):
            if said := _wrong(column, value, text, known, currency):
                yield line, f"column {column.name}: {said}"


def _wrong(column: Column, value: object, text: str, known: Mapping[str, Collection[str]], currency: str) -> str | None:
    if isinstance(value, str) and value not in known.get(column.type, (value,)):
        near = nearest(value, known[column.type], alike=_TYPO)
        return f"there is no {column.type} {value!r}; did you mean {near}?" if near else None
    if isinstance(value, Exact) and _NUMBER_ONLY.fullmatch(text.strip()):
        code = value.currency or currency
        if (value.value * 10 ** exponent(code)).denominator != 1:
            return f"not an amount: {text}; {code} has {exponent(code)} decimals"
    return None
