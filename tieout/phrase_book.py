"""The phrase book: every sentence, what it means, an example, and the columns of its table."""

from __future__ import annotations

import importlib
import inspect
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from pathlib import Path, PurePath
from textwrap import fill

from steps.language.parameters import Parameter
from steps.language.phrases import PhraseError, Sentence, registry
from steps.language.tables import Column, Exact
from tieout.feature_files import read
from tieout.usages import Said, Usages, usages

__all__ = ["PhraseError", "as_markdown", "as_page", "as_text", "found", "load_vocabulary"]
_ORDER = ("given", "when", "then")
_PARTS = ("company", "sales", "contracts", "billing", "receivables", "revenue", "ledger", "close", "cutover", "stage")
"""The parts of the book as a deal runs through them; a company's own sentences come after."""


def load_vocabulary(module: str) -> None:
    """Learn the sentences of a module and of all it imports; of none if the name is empty. PhraseError if there is none."""
    if not module:
        return
    try:
        importlib.import_module(module)
    except ModuleNotFoundError as wrong:
        if wrong.name is None or not f"{module}.".startswith(f"{wrong.name}."):
            raise
        raise PhraseError(f"there is no module {wrong.name!r} for --vocabulary {module}") from None


def found(search: str = "") -> list[Sentence]:
    """The sentences with all these words in wording, meaning or table, in the order Given, When, Then."""
    words = search.lower().split()
    chosen = [sentence for sentence in registry.sentences if all(word in _all_words(sentence) for word in words)]
    return sorted(
        chosen, key=lambda s: (_place_of(_part(s)), _part(s), _chapter(s), _ORDER.index(s.keyword), s.pattern)
    )


def _all_words(sentence: Sentence) -> str:
    columns = " ".join(column.name for column in sentence.table.columns) if sentence.table else ""
    return f"{sentence.keyword} {sentence.pattern} {sentence.summary} {columns} {_chapter(sentence)}".lower()


def _part(sentence: Sentence) -> str:
    """The folder that the sentence's business noun stands in."""
    return sentence.function.__module__.rpartition(".")[0]


def _named(part: str) -> str:
    return _title(part.rpartition(".")[-1]) or "Sentences"


def _place_of(part: str) -> int:
    name = part.removeprefix("steps.")
    return _PARTS.index(name) if name in _PARTS else len(_PARTS)


def _chapter(sentence: Sentence) -> str:
    """The business noun: the module the sentence stands in."""
    return PurePath(sentence.place.rpartition(":")[0]).stem


def _title(chapter: str) -> str:
    return chapter.replace("_", " ").capitalize()


def _link(chapter: str) -> str:
    return f"[{_title(chapter)}](#{chapter.replace('_', '-')})"


def as_text(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Lines for a terminal."""
    for chapter, members in groupby(sentences, key=_chapter):
        yield chapter.upper()
        for sentence in members:
            yield f"  {sentence.keyword.capitalize()} {sentence.expression.example()}"
            yield fill(sentence.summary, width=110, initial_indent=" " * 6, subsequent_indent=" " * 6)
            yield from (f"      {line}" for line in _columns(sentence))
        yield ""


def as_page(sentences: Sequence[Sentence], examples: Path) -> Iterator[str]:
    """A page for the documentation, with examples from the feature files below a folder."""
    return as_markdown(sentences, usages(read(path) for path in sorted(examples.rglob("*.feature"))))


def as_markdown(sentences: Sequence[Sentence], said: Usages | None = None) -> Iterator[str]:
    """A page for the documentation; `said` are the features it takes examples from."""
    said = said or Usages()
    yield _PREFACE
    parts = [(part, list(members)) for part, members in groupby(sentences, key=_part)]
    yield "\n| part | chapters |\n|---|---|"
    for number, (part, members) in enumerate(parts, 1):
        chapters = " · ".join(map(_link, dict.fromkeys(map(_chapter, members))))
        yield f"| [{_named(part)}](#part-{number}-{_named(part).lower()}) | {chapters} |"
    for number, (part, members) in enumerate(parts, 1):
        yield f"\n## Part {number}: {_named(part)}\n\n{inspect.getdoc(sys.modules.get(part)) or ''}".rstrip()
        for chapter, said_there in groupby(members, key=_chapter):
            yield f"\n### {_title(chapter)}"
            for sentence in said_there:
                yield from _entry(sentence, said)
    yield from _kinds_of_value(sentences, said)


def _entry(sentence: Sentence, said: Usages) -> Iterator[str]:
    """One sentence: its wording, its meaning, an example, and its columns."""
    yield f"\n#### {sentence.keyword.capitalize()} {sentence.pattern}\n"
    yield f"{sentence.summary}\n"
    yield "```gherkin"
    yield from _example(sentence, said)
    yield "```"
    columns = _columns(sentence, said)
    yield from ("", *(f"- {line}" for line in columns)) if columns else ()


def _example(sentence: Sentence, said: Usages) -> Iterator[str]:
    """The sentence as a feature says it; as it may be said, where none does."""
    names = [tuple(column.name for column in sentence.table.columns)] if sentence.table else []
    example = said.examples.get(sentence, Said(sentence.expression.example(), tuple(names)))
    yield f"{sentence.keyword.capitalize()} {example.text}"
    widths = [max(map(len, column)) for column in zip(*example.table, strict=True)]
    for row in example.table:
        yield f"  | {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |"


_PREFACE = """# Phrase book

Every sentence a feature can say, part by part and noun by noun, with what it means, an example, and the columns of its table.
`tieout steps WORDS` searches it. This page is written from the sentences themselves; `tieout steps --markdown` writes it
anew. [Writing features](writing-features.md) tells how sentences become a story.

A column that *says which row is meant* finds the row; the others are then compared with it. A column that is not required
may be left out."""


def _kinds_of_value(sentences: Sequence[Sentence], said: Usages) -> Iterator[str]:
    """A table of what stands in braces in these sentences and their columns."""
    used = {parameter.name: parameter for sentence in sentences for parameter in sentence.expression.parameters}
    types = {column.type for sentence in sentences if sentence.table for column in sentence.table.columns}
    used |= {name: registry.parameters[name] for name in types & registry.parameters.keys()}
    yield "\n## Kinds of value\n\n| kind | what it is | write it like | or like |\n|---|---|---|---|"
    for name in sorted(used):
        yield f"| {name} | {used[name].noun} | `{used[name].hint}` | {_ticked(_other_ways(used[name], said))} |"
    if "amount" in types:
        yield "| amount | an amount in a table | `1,000.00` | `1,000.00 USD`, `20 * 10.00 * 16/31` |"
    if "text" in types:
        yield "| text | words in a table | `Receivables` | |"


_NAMES = ("customer", "entity", "product", "company", "string", "word", "date", "period")
_MOST_WORDS, _MOST_LETTERS = 40, 900


def _other_ways(parameter: Parameter, said: Usages) -> list[str]:
    """Every other way to write a value, where they can be counted; the ways the features write it, where they cannot."""
    if parameter.name in _NAMES:
        return []
    counted = () if re.search(r"[][\\.(*+?{]", parameter.regexp) else parameter.regexp.split("|")
    ways = parameter.ways or counted or said.shapes(parameter.name)
    return [way for way in ways if way not in parameter.hint]


def _ticked(texts: Sequence[str]) -> str:
    """Texts as they are typed, as many as can be read."""
    shown: list[str] = []
    for text in texts[:_MOST_WORDS]:
        if sum(map(len, shown)) + len(text) > _MOST_LETTERS:
            break
        shown.append(text)
    return ", ".join(f"`{text}`" for text in shown) + (" ..." if len(shown) < len(texts) else "")


def _columns(sentence: Sentence, said: Usages | None = None) -> Sequence[str]:
    if sentence.table is None:
        return []
    return [_column(column, said.in_column(sentence, column.name) if said else []) for column in sentence.table.columns]


def _column(column: Column, seen: Sequence[str]) -> str:
    facts = [
        column.type,
        *(["required"] if column.required else []),
        *(["says which row is meant"] if column.key else []),
        *([f"empty means {_as_typed(column)}"] if column.default is not None else []),
        *([f"like {_ticked(seen)}"] if seen and column.type == "text" else []),
    ]
    return f"{column.name}: {', '.join(facts)}"


def _as_typed(column: Column) -> str:
    """The default as an author would write it."""
    parameter, default = registry.parameters.get(column.type), column.default
    if isinstance(default, Exact):
        return f"{default.value}"
    if default == date.min:
        return "always"
    if parameter is None or isinstance(default, str):
        return str(default)
    for word in re.split(r", | or |: ", parameter.hint):
        with suppress(ValueError):
            if parameter.read(word) == column.default:
                return word
    return str(column.default)
