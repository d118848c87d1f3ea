"""What pytest-bdd is told: our parsed features, and tables copied only where an outline fills them in."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

import pytest_bdd.feature
from pytest_bdd.gherkin_parser import Cell, DataTable, GherkinDocument, Location, Row
from pytest_bdd.parser import Feature, FeatureParser, Step
from pytest_bdd.parsers import StepParser
from pytest_bdd.steps import step_function_context_registry as contexts

from tieout.feature_files import Cells, FeatureFile

_scenario_module = sys.modules["pytest_bdd.scenario"]  # `pytest_bdd.scenario` is the function of that name


class _ParsedBefore(FeatureParser):
    """pytest-bdd's parser over a document that is parsed already, so that no file is parsed twice."""

    def __init__(self, file: FeatureFile) -> None:
        super().__init__(str(file.path.parent), file.path.name)
        self._document = file.document

    def _parse_feature_file(self) -> GherkinDocument:
        assert self._document is not None  # only files without errors are handed over
        return GherkinDocument.from_dict(self._document)


class LightTable(DataTable):
    """A data table whose rows become pytest-bdd's objects only if somebody asks for them, which no step of ours does."""

    def __init__(self, cells: Cells, lines: Sequence[int]) -> None:
        self._cells, self._lines = cells, lines

    @property
    def rows(self) -> list[Row]:  # type: ignore[override]  # a field there, worked out when asked here
        """The rows as pytest-bdd knows them."""
        return [
            Row(id="", location=Location(column=1, line=line), cells=[Cell(Location(1, line), cell) for cell in row])
            for row, line in zip(self._cells, self._lines, strict=True)
        ]

    @property
    def location(self) -> Location:  # type: ignore[override]  # a field there, worked out when asked here
        """Where the table begins."""
        return Location(column=1, line=self._lines[0])

    def __deepcopy__(self, memo: object) -> DataTable:
        return DataTable(location=self.location, rows=self.rows)


def hand_over(file: FeatureFile) -> Feature:
    """The feature as pytest-bdd knows it, put where `pytest_bdd.scenario` looks for it."""
    feature = _ParsedBefore(file).parse()
    tables = {
        step.line: LightTable(step.table, step.table_lines) for s in file.scenarios for step in s.steps if step.table
    }
    rules = [template.rule for template in feature.scenarios.values() if template.rule]
    backgrounds = [feature.background, *(rule.background for rule in rules)]
    own = [step for template in feature.scenarios.values() for step in template._steps]
    for step in [*own, *(step for background in backgrounds if background for step in background.steps)]:
        step.datatable = tables.get(step.line_number)
    pytest_bdd.feature.features[str(file.path)] = feature
    return feature


class AnySentence(StepParser):
    """Recognizes every text: which sentence it is, our registry knows."""

    def __init__(self) -> None:
        super().__init__("any sentence")

    def parse_arguments(self, name: str) -> dict[str, Any]:
        """The text itself, for the registry."""
        return {"sentence": name}

    def is_matching(self, name: str) -> bool:
        """Always: an unknown sentence was reported before anything ran."""
        return True


def copy_tables_only_for_outlines() -> None:
    """Spare pytest-bdd the deep copy of each table of each scenario that has no row to fill in.

    It is half of its time and half of its memory; the result is the same, because without a row nothing is filled in.
    """
    original = getattr(Step, "render_datatable", None)
    if original is None or getattr(original, "copies_only_for_outlines", False):
        return  # another release of pytest-bdd: slower, and just as right

    def render_datatable(datatable: DataTable, context: Mapping[str, object]) -> DataTable:
        return original(datatable, context) if context else datatable

    render_datatable.copies_only_for_outlines = True  # type: ignore[attr-defined]  # a mark that it is done
    Step.render_datatable = staticmethod(render_datatable)  # type: ignore[method-assign]  # what this is about


def look_up_only_our_definitions() -> None:
    """Spare pytest-bdd the look at every fixture of the session for every step: for features, three definitions are all.

    With it the time of a run does not grow with the fixtures and plugins that happen to be installed.
    """
    original = getattr(_scenario_module, "find_fixturedefs_for_step", None)
    if original is None or getattr(original, "looks_up_ours", False):
        return  # another release of pytest-bdd: slower, and just as right
    ours: dict[tuple[int, str], list[Any]] = {}

    def find(step: Step, fixturemanager: Any, node: Any) -> Iterable[Any]:
        if not getattr(node, "is_scenario", False):
            return cast("Iterable[Any]", original(step=step, fixturemanager=fixturemanager, node=node))
        key = (id(fixturemanager), step.type)
        if key not in ours:
            found = original(step=step, fixturemanager=fixturemanager, node=node)
            ours[key] = [one for one in found if isinstance(contexts[one.func].parser, AnySentence)]
        return ours[key]

    find.looks_up_ours = True  # type: ignore[attr-defined]  # a mark that it is done
    _scenario_module.find_fixturedefs_for_step = find  # type: ignore[attr-defined]  # what this is about
