"""The registry of sentences: what a story may say, and the function that carries each sentence out.

    @when("{customer} adds {count} {product} from {date}")
    def adds(world: World, customer: str, count: int, product: str, on: date) -> None:
        \"\"\"The customer signs an amendment for more units, effective on that day.\"\"\"

The pattern stands as a bare literal in the decorator, because that is the form editors index for completion. A sentence
that takes a table declares it (`table=INVOICE_LINES`) and has a parameter `table`; one that takes a text has `text`.
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

from cucumber_expressions.errors import CucumberExpressionError
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry

from engine.model.bearing import Bearing
from engine.model.close import ProcessStage
from steps.language.expressions import Expression, cucumber_types
from steps.language.nearest import complaint
from steps.language.parameters import DECLARED, Known, Parameter
from steps.language.tables import Table

P = ParamSpec("P")
R = TypeVar("R")
V = TypeVar("V")


class PhraseError(Exception):
    """A sentence that cannot stand in the registry. The message names the place in the code."""


class UnknownSentence(Exception):
    """A text that no sentence recognizes, or more than one. The message is for the author of the feature."""


def _said_by(function: Callable[..., object], name: str, none: V) -> V:
    """What the file in which a function stands says by that name, or its folder."""
    module = sys.modules[function.__module__]
    package = sys.modules.get(module.__name__.rpartition(".")[0])
    found: V = getattr(module, name, getattr(package, name, none))
    return found


@dataclass(frozen=True, eq=False)
class Sentence:
    """One sentence of the vocabulary. `place` is where it is written (file:line), `summary` what it means to an owner."""

    keyword: str
    expression: Expression
    function: Callable[..., object]
    place: str
    summary: str
    table: Table | None
    takes_text: bool
    own: Bearing | None = None

    @property
    def bears(self) -> Bearing:
        """What it hurts if this does not hold: what the sentence says itself, or `BEARS` of its file, or of its folder."""
        return self.own or _said_by(self.function, "BEARS", Bearing())

    @property
    def stage(self) -> ProcessStage:
        """Where in the process it shows if this does not hold: what `STAGE` of its file says, or of its folder; "" if neither."""
        return _said_by(self.function, "STAGE", "")

    @property
    def pattern(self) -> str:
        """The sentence as declared, with its kinds of value in braces."""
        return self.expression.pattern


@dataclass(frozen=True, eq=False)
class Match:
    """A text recognized: the sentence, the values as written and as nouns."""

    sentence: Sentence
    written: tuple[str, ...]
    values: tuple[object, ...]

    def act(self, world: object, *, table: object = None, text: str | None = None) -> object:
        """Carry the sentence out."""
        extra: dict[str, object] = {}
        understand = getattr(world, "understand", _as_it_is)
        if self.sentence.table is not None:
            extra["table"] = understand(table)
        if self.sentence.takes_text:
            extra["text"] = text
        return self.sentence.function(world, *map(understand, self.values), **extra)


def _as_it_is(value: object) -> object:
    return value


@dataclass
class Registry:
    """All sentences and kinds of value known to this process."""

    sentences: list[Sentence] = field(default_factory=list)
    parameters: dict[str, Parameter] = field(default_factory=lambda: DECLARED)
    used: set[Sentence] = field(default_factory=set)
    _types: ParameterTypeRegistry | None = None
    _index: dict[str, list[Sentence]] | None = None
    _known: dict[str, Match | UnknownSentence] = field(default_factory=dict)

    def declare(self, parameter: Parameter) -> None:
        """Add a kind of value; PhraseError if the name is taken by another."""
        if self.parameters.get(parameter.name, parameter) != parameter:
            raise PhraseError(f"the kind of value {{{parameter.name}}} is declared twice; give the second another name")
        self.parameters[parameter.name] = parameter
        self._types = None

    def add(
        self,
        keyword: str,
        pattern: str,
        function: Callable[..., Any],
        table: Table | None,
        bears: Bearing | None = None,
    ) -> None:
        """Add a sentence; PhraseError if it is written badly."""
        place = _place(function)
        self._types = self._types or cucumber_types(tuple(self.parameters.values()))
        try:
            expression = Expression(pattern, self.parameters, self._types)
        except (CucumberExpressionError, re.error) as wrong:
            raise PhraseError(f'{place}: "{pattern}": {wrong}') from None
        names = _check_function(place, pattern, function, expression, table)
        summary = " ".join((inspect.getdoc(function) or "").partition("\n\n")[0].split())
        sentence = Sentence(keyword, expression, function, place, summary, table, "text" in names, bears)
        self.replace([*self.sentences, sentence])

    def replace(self, sentences: Iterable[Sentence]) -> None:
        """Know these sentences and no others."""
        self.sentences = list(sentences)
        self._index = None
        self._known.clear()

    def match(self, text: str) -> Match:
        """The one sentence this text is, with its values. UnknownSentence, with a suggestion, if there is not exactly one."""
        found = self._known.get(text)
        if found is None:
            found = self._known[text] = self._find(text)
        if isinstance(found, UnknownSentence):
            raise found
        self.used.add(found.sentence)
        return found

    def _find(self, text: str) -> Match | UnknownSentence:
        found = [(s, v) for s in self._candidates(text) if (v := s.expression.values(text)) is not None]
        if len(found) > 1:
            places = " and ".join(f'"{s.pattern}" ({s.place})' for s, _ in found)
            return UnknownSentence(f'"{text}" can be read in {len(found)} ways: {places}; reword one of the sentences')
        if not found:
            return UnknownSentence(complaint(text, [sentence.expression for sentence in self.sentences]))
        [(sentence, written)] = found
        try:
            values = tuple(p.read(v) for p, v in zip(sentence.expression.parameters, written, strict=True))
        except ValueError as wrong:
            return UnknownSentence(f'{wrong} (in "{text}")')
        return Match(sentence, written, values)

    def _candidates(self, text: str) -> Iterable[Sentence]:
        """Sentences whose rarest word is in the text: a handful, however large the vocabulary is."""
        if self._index is None:
            self._index = _index(self.sentences)
        seen = dict.fromkeys(["", *text.split()])
        return [sentence for word in seen for sentence in self._index.get(word, ())]


def _index(sentences: list[Sentence]) -> dict[str, list[Sentence]]:
    frequency: dict[str, int] = {}
    for sentence in sentences:
        for word in sentence.expression.words:
            frequency[word] = frequency.get(word, 0) + 1
    index: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        rarest = min(sentence.expression.words, key=lambda word: (frequency[word], word), default="")
        index.setdefault(rarest, []).append(sentence)
    return index


def _place(function: Callable[..., Any]) -> str:
    code = inspect.unwrap(function).__code__
    path = Path(code.co_filename)
    here = Path.cwd()
    return f"{path.relative_to(here) if path.is_relative_to(here) else path}:{code.co_firstlineno}"


def _check_function(
    place: str, pattern: str, function: Callable[..., Any], expression: Expression, table: Table | None
) -> tuple[str, ...]:
    """The function's parameter names; PhraseError unless they fit the pattern."""
    names = tuple(inspect.signature(function).parameters)
    if not inspect.getdoc(function):
        raise PhraseError(
            f'{place}: "{pattern}" needs a docstring: one line that tells an owner what the sentence means'
        )
    if (table is not None) != ("table" in names):
        wanted = "a parameter `table`" if table is not None else "table=... in its decorator"
        raise PhraseError(f'{place}: "{pattern}" needs {wanted}')
    values = [name for name in names[1:] if name not in ("table", "text")]
    if not names or len(values) != len(expression.parameters):
        raise PhraseError(
            f'{place}: "{pattern}" has {len(expression.parameters)} values, but {function.__name__} takes '
            f"{len(values)} after the world; the parameters follow the order of the sentence"
        )
    return names


registry = Registry()


def parameter_type(
    name: str,
    regexp: str,
    transform: Callable[[str], object] = str,
    hint: str = "",
    *,
    noun: str = "",
    known: Known | None = None,
    ways: Sequence[str] = (),
) -> None:
    """Declare a kind of value for sentences, before the first sentence that uses it. The regexp has no capturing group."""
    noun = noun or f"a{'n' if name[0] in 'aeiou' else ''} {name}"
    registry.declare(Parameter(name, regexp, transform, noun, hint or name, known, tuple(ways)))


def _decorator(
    keyword: str, pattern: str, table: Table | None, bears: Bearing | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def register(function: Callable[P, R]) -> Callable[P, R]:
        registry.add(keyword, pattern, function, table, bears)
        return function

    return register


def given(pattern: str, *, table: Table | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A sentence that sets the stage."""
    return _decorator("given", pattern, table)


def when(pattern: str, *, table: Table | None = None) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A sentence that acts."""
    return _decorator("when", pattern, table)


def then(
    pattern: str, *, table: Table | None = None, bears: Bearing | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """A sentence that asks and checks. `bears`: what it hurts if it does not hold, where that is not what its file says."""
    return _decorator("then", pattern, table, bears)
