"""The mapping of an export: which file and column is what, and how what production wrote is meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from engine.model.company import Company
from engine.model.policies import QUESTIONS
from scenarios.lines import Value, read
from scenarios.migration.forms import Form
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.production.forms import NEEDED, TABLES
from scenarios.tables.cells import NUMBER_FORMATS, day_form
from scenarios.tables.encodings import decoded
from scenarios.tables.sheet import plain
from scenarios.world import find

_PLAIN = ("company", "seed", "scale", "day format", "number format", "currency", "billing", "values", "conventions")
_KEYS = (*_PLAIN, *(form.name for form in TABLES))
_OF_A_TABLE = ("file", "sheet", "columns")


def read_mapping(path: Path) -> Value:
    """The mapping. WorldError with every mistake in it."""
    try:
        text = decoded(str(path), path.read_bytes())[0]
    except OSError:
        raise WorldError([Mistake(str(path), 1, "there is no such mapping file")]) from None
    root, mistakes = read(str(path), text)
    if found := mistakes or list(_mistakes(str(path), root)):
        raise WorldError(found)
    return root


def company_of(mapping: Path, root: Value) -> Path:
    """The file of the company that bills. WorldError if it is not known."""
    named = root.text("company") or ""
    try:
        return mapping.parent / named if named.endswith((".yaml", ".yml")) else find(named)
    except LookupError as unknown:
        raise WorldError([Mistake(str(mapping), root.line_of("company"), str(unknown))]) from None


def _mistakes(path: str, root: Value) -> Iterator[Mistake]:
    if not isinstance(root.content, Mapping):
        yield Mistake(path, 1, "needs lines of 'key: value': company, contracts, invoices")
        return
    for key in root.content:
        if key not in _KEYS:
            yield Mistake(path, root.line_of(key), f"unknown key {key!r}{did_you_mean(key, _KEYS)}")
    for key in ("company", *(form.name for form in NEEDED)):
        if key not in root.content:
            yield Mistake(path, 1, f"{key!r} is missing")
    for form in TABLES:
        yield from _table_mistakes(path, root, form)
    if (written := root.text("day format")) and day_form(written) is None:
        said = f"day format: {written!r} says no day; write it like dd/mm/yyyy, dd.mm.yy, yyyymmdd or dd-mmm-yyyy"
        yield Mistake(path, root.line_of("day format"), said)
    if (written := root.text("number format")) and written not in NUMBER_FORMATS:
        near = did_you_mean(written, NUMBER_FORMATS)
        yield Mistake(path, root.line_of("number format"), f"number format: {written!r} is not known{near}")
    yield from _convention_mistakes(path, root)
    scale = root.text("scale")
    if scale and not (scale.replace(".", "", 1).isdigit() and Decimal(scale) > 0):
        yield Mistake(path, root.line_of("scale"), f"scale: {scale!r} is not a number above zero, like 0.5")


def _convention_mistakes(path: str, root: Value) -> Iterator[Mistake]:
    for question, answer in root.pairs("conventions").items():
        asked = next((one for one in QUESTIONS if one.question == question), None)
        if asked is None:
            near = did_you_mean(question, [one.question for one in QUESTIONS])
            yield Mistake(path, answer.line, f"there is no convention {question!r}{near.partition('; known are')[0]}")
        elif answer.content not in [one.text for one in asked.answers]:
            near = did_you_mean(str(answer.content), [one.text for one in asked.answers])
            yield Mistake(path, answer.line, f"{question}: {answer.content!r} is no answer{near}")


def agreed(company: Company, root: Value) -> Company:
    """The company with the conventions that production follows, where they are not its own."""
    policies = company.policies
    for question, answer in root.pairs("conventions").items():
        policies = policies.with_answer(question, str(answer.content))
    return replace(company, policies=policies)


def _table_mistakes(path: str, root: Value, form: Form) -> Iterator[Mistake]:
    names = [column.name for column in form.columns]
    child = root.child(form.name)
    if child is None:
        return
    if not isinstance(child.content, Mapping) or not child.text("file"):
        yield Mistake(path, child.line, f"{form.name}: needs 'file', and 'columns' as 'our name: name in the file'")
        return
    for key in child.content:
        if key not in _OF_A_TABLE:
            said = f"{form.name}: unknown key {key!r}{did_you_mean(key, _OF_A_TABLE)}"
            yield Mistake(path, child.line_of(key), said)
    for ours, theirs in child.pairs("columns").items():
        if plain(ours) not in names:
            yield Mistake(path, theirs.line, f"{form.name} have no column {ours!r}{did_you_mean(ours, names)}")
