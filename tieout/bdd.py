"""What pytest-bdd is told: our parsed features, and tables copied only where an outline fills them in."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import pytest
import pytest_bdd.feature
from _pytest.outcomes import Failed
from pytest_bdd.gherkin_parser import Cell, DataTable, GherkinDocument, Location, Row
from pytest_bdd.parser import Feature, FeatureParser, Scenario, Step
from pytest_bdd.parsers import StepParser

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


def carry_out_steps_ourselves() -> None:
    """Spare pytest-bdd the search for a definition of each step of a story: our registry knows what the sentence means.

    The same hooks are called in the same order. Without this, three definitions that fit every text do the same, slower.
    """
    original = getattr(_scenario_module, "_execute_scenario", None)
    if original is None or getattr(original, "carries_out_ours", False):
        return  # another release of pytest-bdd: slower, and just as right

    def execute(feature: Feature, scenario: Scenario, request: pytest.FixtureRequest) -> None:
        __tracebackhide__ = True
        if not getattr(request.node, "is_scenario", False):
            original(feature, scenario, request)
            return
        _act_out(scenario, request, {"request": request, "feature": feature, "scenario": scenario})

    execute.carries_out_ours = True  # type: ignore[attr-defined]  # a mark that it is done
    _scenario_module._execute_scenario = execute  # type: ignore[attr-defined]  # what this is about


def _act_out(scenario: Scenario, request: pytest.FixtureRequest, told: dict[str, Any]) -> None:
    __tracebackhide__ = True
    hook = request.config.hook
    hook.pytest_bdd_before_scenario(**told)
    try:
        act = request.getfixturevalue("scenario_run").act
        for step in scenario.steps:
            _carry_out(act, hook, {**told, "step": step, "step_func": act, "step_func_args": {}})
    except KeyboardInterrupt:
        raise  # half a story ties out with nothing, and a verdict about it would hide that it was interrupted
    except BaseException:
        hook.pytest_bdd_after_scenario(**told)
        raise
    hook.pytest_bdd_after_scenario(**told)


def _carry_out(act: Callable[[str], None], hook: Any, told: dict[str, Any]) -> None:
    __tracebackhide__ = True
    hook.pytest_bdd_before_step(**told)
    try:
        hook.pytest_bdd_before_step_call(**told)
        act(told["step"].name)
    except (Exception, Failed) as exception:
        hook.pytest_bdd_step_error(exception=exception, **told)
        raise
    hook.pytest_bdd_after_step(**told)
