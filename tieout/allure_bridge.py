"""Allure results that read like the feature: its steps, its tables, its Rule as story, the evidence attached."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import AbstractContextManager
from typing import Any

import allure
import pytest

from tieout.collect import ScenarioItem
from tieout.feature_files import Cells, fill, fill_table
from tieout.scenario_run import ScenarioRun

_SEVERITIES = {"S1": "blocker", "S2": "critical", "S3": "normal", "S4": "minor"}


class AllureBridge:
    """Listens to the steps and tells Allure. Registered only when somebody asks for Allure results."""

    def __init__(self) -> None:
        self._step: AbstractContextManager[Any] | None = None

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_before_scenario(self, request: pytest.FixtureRequest) -> None:
        """Title, feature, Rule and severity."""
        if not isinstance(request.node, ScenarioItem):
            return
        written, feature = request.node.written, request.node.file.feature
        assert feature is not None
        allure.dynamic.title(written.title)
        allure.dynamic.description(written.description)
        allure.dynamic.feature(feature["name"])
        allure.dynamic.story(written.rule or feature["name"])
        allure.dynamic.tag(*sorted(written.tags))
        for tag in written.tags:
            if tag.partition(":")[0] == "severity":
                allure.dynamic.severity(_SEVERITIES.get(tag.partition(":")[2], "normal"))

    @pytest.hookimpl(trylast=True)
    def pytest_bdd_before_step(self, request: pytest.FixtureRequest) -> None:
        """A Gherkin step is an Allure step; its table is attached."""
        run: ScenarioRun | None = getattr(request.node, "run", None)
        if run is None or run.stage.step is None:
            return
        step, example = run.written.steps[run.stage.step - 1], run.written.example
        self._step = allure.step(f"{step.keyword} {fill(step.text, example)}")
        self._step.__enter__()
        if step.table:
            allure.attach(_csv(fill_table(step.table, example)), "table", allure.attachment_type.CSV)
        if step.docstring is not None:
            allure.attach(fill(step.docstring, example), "text", allure.attachment_type.TEXT)

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_after_step(self) -> None:
        """The step held."""
        self._leave(None)

    @pytest.hookimpl(tryfirst=True)
    def pytest_bdd_step_error(self, exception: BaseException) -> None:
        """The step did not hold."""
        self._leave(exception)

    @pytest.hookimpl(wrapper=True)
    def pytest_bdd_after_scenario(self, request: pytest.FixtureRequest) -> Generator[None, object, object]:
        """Close what a skipped step left open; once the evidence is complete, attach it."""
        self._leave(None)
        try:
            return (yield)
        finally:
            if run := getattr(request.node, "run", None):
                allure.attach.file(str(run.evidence.path), "evidence", "application/x-ndjson", "jsonl")

    def _leave(self, error: BaseException | None) -> None:
        step, self._step = self._step, None
        if step is not None:
            step.__exit__(type(error) if error else None, error, error.__traceback__ if error else None)


def _csv(table: Cells) -> str:
    return "\n".join(",".join(_quoted(cell) for cell in row) for row in table)


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if any(sign in cell for sign in ',"\n') else cell
