"""How sentences are said in feature files: an example of each with its table, and what stands in its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field

from steps.language.phrases import Match, Sentence, UnknownSentence, registry
from tieout.feature_files import Cells, FeatureFile, fill, fill_table

_MOST_ROWS = 6
_SAYS_NOTHING = ("", "-", "*")
Words = dict[str, dict[str, None]]


@dataclass(frozen=True)
class Said:
    """One use of a sentence, as written."""

    text: str
    table: Cells

    @property
    def telling(self) -> tuple[int, int]:
        """Of two uses the better example is the one that fills more columns, in fewer rows."""
        columns = zip(*self.table[1:], strict=True)
        return sum(any(cells) for cells in columns), -len(self.table)


@dataclass
class Usages:
    """By sentence the example to show; by sentence and column, and by kind of value, what stood there."""

    examples: dict[Sentence, Said] = field(default_factory=dict)
    columns: dict[Sentence, Words] = field(default_factory=dict)
    kinds: Words = field(default_factory=dict)

    def learn(self, match: Match, said: Said) -> None:
        """Take in one more use."""
        sentence = match.sentence
        best = self.examples.setdefault(sentence, said)
        if said.telling > best.telling and len(said.table) <= max(_MOST_ROWS + 1, len(best.table)):
            self.examples[sentence] = said
        for parameter, written in zip(sentence.expression.parameters, match.written, strict=True):
            _note(self.kinds, parameter.name, [written])
        if sentence.table is not None:
            types = {_plain(column.name): column.type for column in sentence.table.columns}
            rows = said.table if sentence.table.vertical else zip(*said.table, strict=True)
            for name, *cells in rows:
                _note(self.columns.setdefault(sentence, {}), _plain(name), cells)
                _note(self.kinds, types.get(_plain(name), "text"), cells)

    def in_column(self, sentence: Sentence, column: str) -> list[str]:
        """What stood in a column of a sentence's table, each text once, in the order of the files."""
        return list(self.columns.get(sentence, {}).get(_plain(column), ()))

    def shapes(self, kind: str) -> list[str]:
        """What stood for a kind of value, one text of each shape: figures, names in quotes and months may differ."""
        by_shape: dict[str, str] = {}
        for text in self.kinds.get(kind, ()):
            by_shape.setdefault(_SHAPE.sub("0", text), text)
        return list(by_shape.values())


_SHAPE = re.compile(r'\d[\d.,]*|"[^"]*"|\b[A-Z][\w&.-]*')


def usages(files: Iterable[FeatureFile]) -> Usages:
    """What these files say."""
    found = Usages()
    for match, said in _all_said(files):
        found.learn(match, said)
    return found


def _all_said(files: Iterable[FeatureFile]) -> Iterator[tuple[Match, Said]]:
    for file in files:
        for scenario in file.scenarios:
            for step in scenario.steps:
                text = fill(step.text, scenario.example)
                with suppress(UnknownSentence):
                    yield registry.match(text), Said(text, fill_table(step.table, scenario.example))


def _note(words: Words, name: str, texts: Iterable[str]) -> None:
    words.setdefault(name, {}).update((text, None) for text in texts if text not in _SAYS_NOTHING)


def _plain(name: str) -> str:
    return "".join(name.lower().split())
