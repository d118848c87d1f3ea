"""Feature files as written: parsed once, flattened into scenarios, each with its steps and, for an outline, its row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any, cast

from gherkin.errors import CompositeParserException, ParserError, ParserException
from gherkin.parser import Parser

from tieout.quick_parser import QuickParser

Node = Mapping[str, Any]
Cells = tuple[tuple[str, ...], ...]
_PLACEHOLDER = re.compile(r"<([^<>\s][^<>]*)>")
TAGS_FILE = "tags.yaml"
COMPANIES_FOLDER = "companies"
CUTOVERS_FOLDER = "cutovers"
_SPACES = {ord(space): " " for space in "\u00a0\u2007\u202f"}  # what text processors put where a space was typed
_LONGEST_SLUG = 100


@dataclass(frozen=True, slots=True)
class WrittenStep:
    """One step as written, before the values of an outline's row are filled in."""

    keyword: str
    text: str
    line: int
    table: Cells
    table_lines: tuple[int, ...]
    docstring: str | None
    background: bool


@dataclass(frozen=True, slots=True)
class WrittenScenario:
    """A scenario, or one row of an outline. `template` is its name as written, `name` with the row's values in it."""

    template: str
    name: str
    line: int
    rule: str | None
    tags: frozenset[str]
    description: str
    example: Mapping[str, str] | None
    row: int | None
    steps: tuple[WrittenStep, ...] = field(repr=False)

    @property
    def title(self) -> str:
        """What the test is called: the name, and for an outline the row."""
        if self.example is None:
            return self.name
        return f"{self.name} [row {self.row}: {', '.join(self.example.values())}]"


def fill(text: str, example: Mapping[str, str] | None) -> str:
    """The text with an outline's values in the places of their columns."""
    if not example or "<" not in text:
        return text
    return _PLACEHOLDER.sub(lambda found: example.get(found[1], found[0]), text)


def fill_table(table: Cells, example: Mapping[str, str] | None) -> Cells:
    """The table with an outline's values in the places of their columns."""
    return tuple(tuple(fill(cell, example) for cell in row) for row in table) if example else table


def placeholders(text: str) -> set[str]:
    """The names in angle brackets."""
    return set(_PLACEHOLDER.findall(text)) if "<" in text else set()


@dataclass(frozen=True)
class FeatureFile:
    """A parsed file. `errors` are the parser's complaints as (line, message); then there is no document."""

    path: Path
    text: str
    document: Node | None
    errors: tuple[tuple[int, str], ...]

    @cached_property
    def root(self) -> Path:
        """The features root: the nearest folder above with a tags.yaml, else with a conftest.py, else the file's own."""
        for name in (TAGS_FILE, "conftest.py"):
            for folder in self.path.parents:
                if (folder / name).is_file():
                    return folder
        return self.path.parent

    @cached_property
    def shown(self) -> str:
        """The path that evidence shows: from the features root on, never where on a machine."""
        return f"{self.root.name}/{self.path.relative_to(self.root).as_posix()}"

    @cached_property
    def companies(self) -> tuple[Path, ...]:
        """The folder of company files beside the features, if there is one."""
        folder = self.root / COMPANIES_FOLDER
        return (folder,) if folder.is_dir() else ()

    @cached_property
    def cutovers(self) -> tuple[Path, ...]:
        """The folder of cutover sets beside the features, if there is one."""
        folder = self.root / CUTOVERS_FOLDER
        return (folder,) if folder.is_dir() else ()

    @cached_property
    def slug(self) -> str:
        """The folder of its evidence."""
        return self.path.relative_to(self.root).with_suffix("").as_posix().replace("/", ".")

    @cached_property
    def area(self) -> str:
        """The process area: the folder below the features root."""
        folders = self.path.relative_to(self.root).parts[:-1]
        return folders[0] if folders else self.root.name

    @property
    def feature(self) -> Node | None:
        """The feature's node of the parsed document."""
        return self.document["feature"] if self.document and self.document.get("feature") else None

    @cached_property
    def scenarios(self) -> tuple[WrittenScenario, ...]:
        """Every scenario and every row of every outline, in written order."""
        return tuple(_scenarios(self.feature)) if self.feature else ()

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The name of each scenario's evidence file, in the order of `scenarios`; unique in this file."""
        seen: dict[str, int] = {}
        slugs = []
        for written in self.scenarios:
            slug = re.sub(r"[^a-z0-9]+", "-", written.template.lower()).strip("-")[:_LONGEST_SLUG] or "scenario"
            slug += f"-row-{written.row}" if written.row else ""
            seen[slug] = seen.get(slug, 0) + 1
            slugs.append(slug if seen[slug] == 1 else f"{slug}-{seen[slug]}")
        return tuple(slugs)


@cache
def read(path: Path) -> FeatureFile:
    """Parse a file, once in this process."""
    try:
        text = path.read_text(encoding="utf-8-sig").translate(_SPACES)
    except (OSError, UnicodeDecodeError) as wrong:
        reason = "it is not UTF-8 text; save it as UTF-8" if isinstance(wrong, UnicodeDecodeError) else wrong.strerror
        return FeatureFile(path, "", None, ((1, f"the file cannot be read: {reason}"),))
    try:
        return FeatureFile(path, text, _parse(text), ())
    except CompositeParserException as many:
        return FeatureFile(path, text, None, tuple(_located(error) for error in many.errors))
    except ParserException as one:
        return FeatureFile(path, text, None, (_located(one),))


def _parse(text: str) -> dict[str, Any]:
    """The document; a file without mistakes is parsed the quick way, one with mistakes again to find them all."""
    try:
        document = QuickParser().parse_text(text)
    except ParserError:
        document = Parser().parse(text)
    return _slim(cast("dict[str, Any]", document))


def _slim(document: dict[str, Any]) -> dict[str, Any]:
    """The document with each data table as a tuple of cells and a tuple of lines: a tenth of the parser's objects."""
    for step in _step_nodes(document.get("feature") or {"children": ()}):
        rows = step.pop("dataTable", {}).get("rows", ())
        step["cells"] = tuple(tuple(cell["value"] for cell in row["cells"]) for row in rows)
        step["lines"] = tuple(row["location"]["line"] for row in rows)
    return document


def _step_nodes(node: Node) -> Iterator[dict[str, Any]]:
    for child in node["children"]:
        for part in child.values():
            yield from part.get("steps", ())
            yield from _step_nodes(part) if "children" in part else ()


def _located(error: ParserException) -> tuple[int, str]:
    return error.location["line"], re.sub(r"^\(\d+:\d+\): ", "", str(error.args[0]))


def _scenarios(feature: Node) -> Iterator[WrittenScenario]:
    background: tuple[WrittenStep, ...] = ()
    for child in feature["children"]:
        if "background" in child:
            background = _steps(child["background"], background=True)
        elif "scenario" in child:
            yield from _rows(child["scenario"], background, None, _tags(feature))
        else:
            yield from _rule(child["rule"], background, _tags(feature))


def _rule(rule: Node, outer: tuple[WrittenStep, ...], tags: frozenset[str]) -> Iterator[WrittenScenario]:
    background = outer
    for child in rule["children"]:
        if "background" in child:
            background = outer + _steps(child["background"], background=True)
        else:
            yield from _rows(child["scenario"], background, rule["name"], tags | _tags(rule))


def _rows(
    scenario: Node, background: tuple[WrittenStep, ...], rule: str | None, tags: frozenset[str]
) -> Iterator[WrittenScenario]:
    steps = background + _steps(scenario, background=False)
    description = _dedented(scenario["description"])
    tags = tags | _tags(scenario)
    name, line = scenario["name"], scenario["location"]["line"]
    if not scenario["examples"]:
        yield WrittenScenario(name, name, line, rule, tags, description, None, None, steps)
        return
    row = 0
    for examples in scenario["examples"]:
        header = [cell["value"] for cell in examples.get("tableHeader", {}).get("cells", ())]
        for body in examples.get("tableBody", ()):
            row += 1
            example = dict(zip(header, (cell["value"] for cell in body["cells"]), strict=True))
            own = tags | _tags(examples)
            at = body["location"]["line"]
            yield WrittenScenario(name, fill(name, example), at, rule, own, description, example, row, steps)


def _steps(node: Node, *, background: bool) -> tuple[WrittenStep, ...]:
    return tuple(_step(step, background) for step in node["steps"])


def _step(step: Node, background: bool) -> WrittenStep:
    return WrittenStep(
        keyword=step["keyword"].strip(),
        text=step["text"],
        line=step["location"]["line"],
        table=step["cells"],
        table_lines=step["lines"],
        docstring=step["docString"]["content"] if "docString" in step else None,
        background=background,
    )


def _tags(node: Node) -> frozenset[str]:
    return frozenset(tag["name"].lstrip("@") for tag in node["tags"])


def _dedented(description: str) -> str:
    return "\n".join(line.strip() for line in description.strip().splitlines())
