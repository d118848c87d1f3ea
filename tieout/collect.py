"""Feature files as tests: `features/billing.feature::Upgrade in the middle of March`, no Python file beside them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import scenario

from tieout.bdd import hand_over
from tieout.feature_files import FeatureFile, WrittenScenario, read
from tieout.interruption import Interruption
from tieout.scenario_run import ScenarioRun, people_text

COLLECTED = pytest.StashKey[dict[str, int]]()


def _body() -> None:
    """A scenario's test does nothing but its steps."""


class ScenarioItem(pytest.Function):
    """One scenario, or one row of an outline, as a test."""

    written: WrittenScenario
    slug: str
    run: ScenarioRun | None = None
    interruption: Interruption
    is_scenario = True

    @cached_property
    def file(self) -> FeatureFile:
        """The feature file it stands in."""
        return read(self.path)

    def setup(self) -> None:
        """Hand pytest-bdd the row of the outline."""
        self.funcargs["_pytest_bdd_example"] = dict(self.written.example or {})
        super().setup()

    def _repr_failure_py(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """A business difference or one sentence, also before and after the steps; Python's account only on --traceback."""
        if self.config.getoption("--traceback"):
            return super()._repr_failure_py(excinfo, style)
        return people_text(excinfo.value, self.run)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where the scenario stands in its file."""
        return self.path, self.written.line - 1, self.written.title

    def _traceback_filter(self, excinfo: pytest.ExceptionInfo[BaseException]) -> Any:
        return excinfo.traceback


class FeatureCollector(pytest.File):
    """A feature file whose tests are its scenarios."""

    def collect(self) -> Iterator[ScenarioItem]:
        """One test per scenario and per row of an outline."""
        file = read(self.path)
        if file.feature is None:
            raise self.CollectError("\n".join(f"{self.path}:{line}: {said}" for line, said in file.errors))
        feature = hand_over(file)
        names = {written.template for written in file.scenarios}
        if names - feature.scenarios.keys():
            raise self.CollectError(f"{self.path}: pytest-bdd lost {', '.join(names - feature.scenarios.keys())}")
        tests = {name: scenario(str(self.path), name, features_base_dir=str(self.path.parent))(_body) for name in names}
        for test in tests.values():
            test.__doc__ = None  # pytest-bdd puts the path on this machine there, and Allure would show it
        fixtures = None
        for written, slug in zip(file.scenarios, file.slugs, strict=True):
            name = written.title.replace("::", ": :")
            item = ScenarioItem.from_parent(self, name=name, callobj=tests[written.template], fixtureinfo=fixtures)
            item.own_markers.clear()
            item.written, item.slug = written, slug
            fixtures = item._fixtureinfo
            yield item
        self.config.stash.setdefault(COLLECTED, {})[str(self.path)] = len(file.scenarios)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """Sentences, not tracebacks."""
        if isinstance(excinfo.value, self.CollectError):
            return str(excinfo.value)
        return super().repr_failure(excinfo)
