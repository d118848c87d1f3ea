"""The phrase book: every sentence, what it means, an example, and the columns of its table."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import PurePath

from steps.phrases import PhraseError, Sentence, registry
from steps.tables import Column

__all__ = ["PhraseError", "as_markdown", "as_text", "found", "load_vocabulary"]
_ORDER = ("given", "when", "then")


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
    return sorted(chosen, key=lambda s: (_chapter(s), _ORDER.index(s.keyword), s.pattern))


def _all_words(sentence: Sentence) -> str:
    columns = " ".join(column.name for column in sentence.table.columns) if sentence.table else ""
    return f"{sentence.keyword} {sentence.pattern} {sentence.summary} {columns} {_chapter(sentence)}".lower()


def _chapter(sentence: Sentence) -> str:
    """The business noun: the module the sentence stands in."""
    return PurePath(sentence.place.rpartition(":")[0]).stem


def as_text(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Lines for a terminal."""
    for chapter, members in groupby(sentences, key=_chapter):
        yield chapter.upper()
        for sentence in members:
            yield f"  {sentence.keyword.capitalize()} {sentence.expression.example()}"
            yield f"      {sentence.summary}"
            yield from (f"      {line}" for line in _columns(sentence))
        yield ""


def as_markdown(sentences: Sequence[Sentence]) -> Iterator[str]:
    """A page for the documentation."""
    yield _PREFACE
    for chapter, members in groupby(sentences, key=_chapter):
        yield f"\n## {chapter.replace('_', ' ').capitalize()}"
        for sentence in members:
            yield f"\n### {sentence.keyword.capitalize()} {sentence.pattern}\n"
            yield f"{sentence.summary}\n"
            yield f"```gherkin\n{sentence.keyword.capitalize()} {sentence.expression.example()}"
            yield from _example_table(sentence)
            yield "```"
            columns = _columns(sentence)
            yield from ("", *(f"- {line}" for line in columns)) if columns else ()
    yield from _kinds_of_value(sentences)


_PREFACE = """# Phrase book

Every sentence a feature can say, chapter by chapter, with what it means, an example, and the columns of its table.
`tieout steps WORDS` searches it. This page is written from the sentences themselves; `tieout steps --markdown` writes it
anew. [Writing features](writing-features.md) tells how sentences become a story.

A column that *says which row is meant* finds the row; the others are then compared with it. A column that is not required
may be left out."""


def _kinds_of_value(sentences: Sequence[Sentence]) -> Iterator[str]:
    """A table of what stands in braces in these sentences and their columns."""
    used = {parameter.name: parameter for sentence in sentences for parameter in sentence.expression.parameters}
    types = {column.type for sentence in sentences if sentence.table for column in sentence.table.columns}
    used |= {name: registry.parameters[name] for name in types & registry.parameters.keys()}
    yield "\n## Kinds of value\n\n| kind | what it is | write it like |\n|---|---|---|"
    yield from (f"| {name} | {used[name].noun} | `{used[name].hint}` |" for name in sorted(used))
    if "amount" in types:
        yield "| amount | an amount in a table | `1,000.00`, `1,000.00 USD` or `20 * 10.00 * 16/31` |"
    if "text" in types:
        yield "| text | words in a table | `Receivables` |"


def _example_table(sentence: Sentence) -> Iterator[str]:
    if sentence.table:
        yield f"  | {' | '.join(column.name for column in sentence.table.columns)} |"


def _columns(sentence: Sentence) -> Sequence[str]:
    return [_column(column) for column in sentence.table.columns] if sentence.table else []


def _column(column: Column) -> str:
    facts = [
        column.type,
        *(["required"] if column.required else []),
        *(["says which row is meant"] if column.key else []),
    ]
    if column.default is not None:
        facts.append(f"empty means {column.default}")
    return f"{column.name}: {', '.join(facts)}"
