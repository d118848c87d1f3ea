"""pytest, with feature files as tests: options, collection, the world of each scenario, and what is written down."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pytest_bdd import given, then, when
from pytest_bdd.parser import Step

from steps.language.story import Stage, StoryWorld
from tieout.bdd import AnySentence, carry_out_steps_ourselves, copy_tables_only_for_outlines
from tieout.collect import FeatureCollector, ScenarioItem
from tieout.interruption import Interruption
from tieout.preflight import discover, look_for_mistakes, output_folder
from tieout.runs import is_output
from tieout.scenario_run import ScenarioRun
from tieout.session import FeatureRun

RUN = pytest.StashKey[FeatureRun]()
WorldFactory = Callable[[Stage], StoryWorld]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Options of a run of features, with pytest or with `tieout run` alike."""
    group = parser.getgroup("tieout", "features")
    group.addoption(
        "--tags", metavar="EXPRESSION", help='run scenarios whose tags fit, like "@amendments and not @slow"'
    )
    group.addoption("--stack", default="built-in", help="the systems under test: built-in, served, or a stack file")
    group.addoption("--world", metavar="FILE", help="a company file for stories that name no company")
    group.addoption(
        "--vocabulary",
        default="steps.vocabulary",
        metavar="MODULE",
        help="where sentences come from, beside conftest.py",
    )
    group.addoption("--out", metavar="DIR", default="out", help="where run folders are made (default: out)")
    group.addoption("--traceback", action="store_true", help="show Python's traceback of a failure, for developers")
    group.addoption("--check-only", action="store_true", help="look for mistakes in the features and run nothing")


def pytest_configure(config: pytest.Config) -> None:
    """One object for everything that lasts a run."""
    copy_tables_only_for_outlines()
    carry_out_steps_ourselves()
    config.stash[RUN] = FeatureRun(config)
    config.pluginmanager.register(config.stash[RUN], "tieout-run")
    if config.getoption("allure_report_dir", None):
        from tieout.allure_bridge import AllureBridge  # half a second that only those pay who ask for it

        config.pluginmanager.register(AllureBridge(), "tieout-allure")


@pytest.hookimpl(tryfirst=True)
def pytest_cmdline_main(config: pytest.Config) -> int | None:
    """Only look for mistakes, if that is all that is asked."""
    if not config.getoption("--check-only"):
        return None
    files = discover(config)
    mistakes = look_for_mistakes(config, files)
    scenarios = sum(len(file.scenarios) for file in files)
    told = "1 scenario" if scenarios == 1 else f"{scenarios} scenarios"
    fine = f"{told}, no mistake" if files else "nothing to check: there is no .feature file here"
    print("\n".join(map(str, mistakes)) or fine)
    return 1 if mistakes or not files else 0


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Runs of before are no tests: a run takes no longer for all that were made before it."""
    return True if is_output(collection_path, output_folder(config)) else None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> FeatureCollector | None:
    """A feature file is a test file."""
    if file_path.suffix != ".feature":
        return None
    # pytest gives a file outside its root folder no name of its own; here every file has one.
    name = os.path.relpath(file_path, parent.config.rootpath).replace(os.sep, "/")
    return FeatureCollector.from_parent(parent, path=file_path, nodeid=name)


@pytest.hookimpl(tryfirst=True)
def pytest_bdd_apply_tag(tag: str, function: object) -> bool:
    """A tag never becomes a mark: no word that an owner types can switch a scenario off."""
    return True


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Whoever interrupts a story, interrupts it between two steps."""
    if not isinstance(item, ScenarioItem):
        return (yield)
    with Interruption() as item.interruption:
        return (yield)


@pytest.fixture(scope="session")
def world_factory() -> WorldFactory:
    """What makes the world of each scenario. A conftest.py may replace it."""
    from tieout.stacks import (
        world,
    )  # the engine and the fakes take a moment to import; other plugins' runs need not wait

    return world


@pytest.fixture
def scenario_run(request: pytest.FixtureRequest, world_factory: WorldFactory) -> Iterator[ScenarioRun]:
    """The running scenario, for the three definitions below."""
    run = request.config.stash[RUN].run_of(request.node, world_factory)
    yield run
    if not run.finished:
        with suppress(OSError):  # it was told when the scenario could not be written down
            run.close()


@given(AnySentence())
@when(AnySentence())
@then(AnySentence())
def _carry_out(sentence: str, scenario_run: ScenarioRun) -> None:
    scenario_run.act(sentence)


# pytest-bdd asks for it twice a step; kept, it need not be worked out again.
_carry_out.__signature__ = inspect.signature(_carry_out)  # type: ignore[attr-defined]


def pytest_bdd_before_scenario(request: pytest.FixtureRequest) -> None:
    """Open the evidence."""
    if isinstance(request.node, ScenarioItem):
        request.getfixturevalue("scenario_run").begin()


def pytest_bdd_before_step(request: pytest.FixtureRequest, step: Step) -> None:
    """Note which step acts, unless somebody wants to stop."""
    if run := getattr(request.node, "run", None):
        request.node.interruption.heed()
        run.begin_step(step)


def pytest_bdd_after_step(request: pytest.FixtureRequest) -> None:
    """The step held."""
    if run := getattr(request.node, "run", None):
        run.end_step("passed")


def pytest_bdd_step_error(request: pytest.FixtureRequest, exception: Exception) -> None:
    """The step did not hold."""
    if run := getattr(request.node, "run", None):
        run.fail(exception)


def pytest_bdd_after_scenario(request: pytest.FixtureRequest) -> None:
    """Tie out and give the verdict; a tie-out that fails, fails the scenario. An interrupted story has neither."""
    if isinstance(sys.exc_info()[1], KeyboardInterrupt | pytest.exit.Exception):
        return  # a tie-out of half a step would differ, and its failure would stand in for the interruption
    if run := getattr(request.node, "run", None):
        failure = run.finish()
        if failure is not None and run.failed_at is None:
            raise failure
