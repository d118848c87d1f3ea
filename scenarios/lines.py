"""A YAML file as its author wrote it: every value a text, nothing guessed, and every value with its line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import yaml

from scenarios.mistakes import Mistake

# The same loader in C, ten times as fast; wheels without it read alike. Neither guesses types: NO stays "NO".
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TOO_DEEP = "lists and groups stand in each other too deep to be read; a plan or company needs four or five levels"
_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "seq", "map")}


@dataclass(frozen=True, slots=True)
class Value:
    """A text, a list or a mapping of a YAML file. `line`: its key's, or its own where it has no key."""

    line: int
    content: str | tuple[Value, ...] | Mapping[str, Value]

    def plain(self) -> object:
        """The same as texts, lists and dictionaries."""
        if isinstance(self.content, str):
            return self.content
        if isinstance(self.content, tuple):
            return [value.plain() for value in self.content]
        return {key: value.plain() for key, value in self.content.items()}

    def child(self, key: str | int) -> Value | None:
        """What stands under a key or at a place of a list, if anything does."""
        if isinstance(self.content, tuple):
            return self.content[key] if isinstance(key, int) and key < len(self.content) else None
        return self.content.get(str(key)) if isinstance(self.content, Mapping) else None

    def line_of(self, *place: str | int) -> int:
        """The line of what stands there, or of the nearest thing around it."""
        here = self
        for key in place:
            inner = here.child(key)
            if inner is None:
                break
            here = inner
        return here.line

    def text(self, key: str) -> str | None:
        """The text under a key; None if there is none."""
        found = self.child(key)
        return found.content if found and isinstance(found.content, str) and found.content else None

    def rows(self, key: str) -> tuple[Value, ...]:
        """The list under a key; empty if there is none."""
        found = self.child(key)
        return found.content if found and isinstance(found.content, tuple) else ()

    def pairs(self, key: str) -> Mapping[str, Value]:
        """The mapping under a key; empty if there is none."""
        found = self.child(key)
        return found.content if found and isinstance(found.content, Mapping) else {}


def read(path: str, text: str) -> tuple[Value, list[Mistake]]:
    """The file's content, and what is wrong with its YAML: syntax, keys written twice, aliases, tags."""
    try:
        node = yaml.compose(text, Loader=_LOADER)
    except RecursionError:
        return Value(1, {}), [Mistake(path, 1, _TOO_DEEP)]
    except yaml.MarkedYAMLError as wrong:
        line = wrong.problem_mark.line + 1 if wrong.problem_mark else 1
        return Value(1, {}), [Mistake(path, line, _syntax(text, line, wrong))]
    except yaml.YAMLError as wrong:
        return Value(1, {}), [Mistake(path, 1, f"this cannot be read as YAML: {' '.join(str(wrong).split())}")]
    if node is None:
        return Value(1, {}), [Mistake(path, 1, "the file is empty")]
    walk = _Walk(path)
    try:
        value = walk.value(node, 1)
    except RecursionError:
        return Value(1, {}), [Mistake(path, 1, _TOO_DEEP)]
    return value, [*walk.mistakes, *(_aliases(path, text) if walk.aliased else ())]


def _aliases(path: str, text: str) -> Iterator[Mistake]:
    for event in yaml.parse(text, Loader=_LOADER):
        if isinstance(event, yaml.AliasEvent) and event.start_mark:
            said = f"the alias *{event.anchor} stands for what is written elsewhere; write it out"
            yield Mistake(path, event.start_mark.line + 1, said)


def _syntax(text: str, line: int, wrong: yaml.MarkedYAMLError) -> str:
    lines = text.splitlines()
    here = lines[line - 1] if line <= len(lines) else ""
    if "\t" in here[: len(here) - len(here.lstrip())]:
        return "a tab stands before the text; YAML is indented with spaces"
    said = " ".join(part for part in (wrong.context, wrong.problem) if part)
    return (
        f"this cannot be read as YAML: {said}; look at this line's indentation, colons and quotes, and the line before"
    )


class _Walk:
    """Turns composed nodes into values, and notes what a world file does not use."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.mistakes: list[Mistake] = []
        self.aliased = False
        self._seen: dict[int, Value] = {}

    def _wrong(self, line: int, sentence: str) -> None:
        self.mistakes.append(Mistake(self.path, line, sentence))

    def value(self, node: yaml.Node, line: int) -> Value:
        if id(node) in self._seen:
            self.aliased = True
            return self._seen[id(node)]
        self._seen[id(node)] = Value(line, "")
        if node.tag not in _TAGS:
            self._wrong(line, f"the tag {node.tag} says nothing here; write the value alone")
        self._seen[id(node)] = value = Value(line, self._content(node))
        return value

    def _content(self, node: yaml.Node) -> str | tuple[Value, ...] | Mapping[str, Value]:
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.value(item, item.start_mark.line + 1) for item in node.value)
        return str(node.value)

    def _mapping(self, node: yaml.MappingNode) -> Mapping[str, Value]:
        found: dict[str, Value] = {}
        for key, inner in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self._wrong(line, "a key must be plain words")
            elif key.value in found:
                self._wrong(line, f"'{key.value}' is written twice; the first is on line {found[key.value].line}")
            else:
                found[key.value] = self.value(inner, line)
        return found
