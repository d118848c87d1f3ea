"""A Cucumber expression taken apart: to match it, to index it by its rarest word, and to suggest it with values filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cucumber_expressions.ast import Node, NodeType
from cucumber_expressions.errors import CucumberExpressionError
from cucumber_expressions.expression import CucumberExpression
from cucumber_expressions.expression_parser import CucumberExpressionParser
from cucumber_expressions.parameter_type import ParameterType
from cucumber_expressions.parameter_type_registry import ParameterTypeRegistry

from steps.language.parameters import Parameter

_VALUE = r'("[^"]*"|.+?)'


@dataclass(frozen=True)
class Piece:
    """One part of an expression: plain text, a parameter, an optional text, or alternatives."""

    kind: str
    texts: tuple[str, ...]


def _piece(node: Node) -> Piece:
    if node.ast_type == NodeType.PARAMETER:
        return Piece("parameter", (node.text,))
    if node.ast_type == NodeType.OPTIONAL:
        return Piece("optional", (node.text,))
    if node.ast_type == NodeType.ALTERNATION:
        return Piece("alternation", tuple(alternative.text for alternative in node.nodes))
    return Piece("text", (node.text,))


class _Rewriting(CucumberExpression):  # type: ignore[misc]  # the library is not typed
    """Cucumber's own way from a parsed expression to a regular expression, which is not compiled before a text asks for it."""

    def __init__(self, whole: Node, types: ParameterTypeRegistry) -> None:
        self.parameter_type_registry = types
        self.parameter_types: list[ParameterType] = []
        self.rewritten: str = self.rewrite_to_regex(whole)


class Expression:
    """A pattern such as "{customer} adds {count} {product} from {date}" over the declared kinds of value."""

    def __init__(self, pattern: str, parameters: Mapping[str, Parameter], types: ParameterTypeRegistry) -> None:
        self.pattern = pattern
        whole = CucumberExpressionParser().parse(pattern)
        self.pieces = tuple(_piece(node) for node in whole.nodes)
        names = [piece.texts[0] for piece in self.pieces if piece.kind == "parameter"]
        if unknown := [name for name in names if name not in parameters]:
            raise CucumberExpressionError(
                f"{{{unknown[0]}}} is no declared kind of value; declare it with parameter_type"
            )
        self.parameters: tuple[Parameter, ...] = tuple(parameters[name] for name in names)
        self._rewritten = _Rewriting(whole, types).rewritten

    def values(self, text: str) -> tuple[str, ...] | None:
        """The written values if the text reads like this sentence, else None."""
        found = self._regexp.match(text)
        return found.groups() if found else None

    def relaxed_values(self, text: str) -> tuple[str, ...] | None:
        """The written values if the text has this sentence's words, whatever stands where values belong."""
        found = self._relaxed.fullmatch(text)
        return found.groups() if found else None

    @cached_property
    def words(self) -> frozenset[str]:
        """Whole words that every text of this sentence contains."""
        plain = "".join(piece.texts[0] if piece.kind == "text" else "\0" for piece in self.pieces)
        return frozenset(word for word in plain.split() if "\0" not in word)

    @cached_property
    def literal_length(self) -> int:
        """How many characters are fixed: of two sentences with the same words, the longer one is meant."""
        return sum(len(piece.texts[0]) for piece in self.pieces if piece.kind == "text")

    @cached_property
    def _regexp(self) -> re.Pattern[str]:
        return re.compile(self._rewritten)

    @cached_property
    def _relaxed(self) -> re.Pattern[str]:
        return re.compile("".join(_relaxed(piece) for piece in self.pieces))

    def filled(self, text: str, blank: str | None = None) -> str:
        """This sentence with the values found in `text`, in order; hints where there are none. `blank` stands for values."""
        written, at = [], 0
        by_name = iter(self.parameters)
        for piece in self.pieces:
            if piece.kind != "parameter":
                written.append(_worded(piece, text))
                continue
            value, at = _next_value(next(by_name), text, at)
            written.append(value if blank is None else blank)
        return "".join(written)

    def example(self) -> str:
        """The sentence with a hint in each place and every optional text ("20 times"), for the phrase book."""
        return self.filled("".join(piece.texts[0] for piece in self.pieces if piece.kind == "optional"))


def _relaxed(piece: Piece) -> str:
    if piece.kind == "parameter":
        return _VALUE
    if piece.kind == "optional":
        return f"(?:{re.escape(piece.texts[0])})?"
    return f"(?:{'|'.join(re.escape(text) for text in piece.texts)})"


def _worded(piece: Piece, text: str) -> str:
    if piece.kind == "optional":
        return piece.texts[0] if piece.texts[0] in text else ""
    return next((word for word in piece.texts if word in text), piece.texts[0])


def _next_value(parameter: Parameter, text: str, at: int) -> tuple[str, int]:
    for start in (at, 0):
        found = re.compile(rf"(?<![^\s(]){_grouped(parameter.regexp)}(?![^\s).,:])").search(text, start)
        if found and not (start == 0 and at):
            return found[0], found.end()
    return parameter.hint, at


def _grouped(regexp: str) -> str:
    return f"(?:{regexp})"


def cucumber_types(parameters: Sequence[Parameter]) -> ParameterTypeRegistry:
    """The parameters as Cucumber knows them; a parameter of ours takes the place of a built-in of the same name."""
    registry = ParameterTypeRegistry()
    for parameter in parameters:
        registry.parameter_type_by_name.pop(parameter.name, None)
        registry.define_parameter_type(ParameterType(parameter.name, _grouped(parameter.regexp), str))
    return registry
