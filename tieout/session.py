"""A run of features from the first look at the files to the sealed evidence, as a pytest plugin object.

Under xdist the controller looks for mistakes, counts and seals; each worker writes the evidence of its own scenarios.
"""

from __future__ import annotations

import gc
import json
import platform
from collections.abc import Callable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest

from reports.evidence.chain import ScenarioEvidence, seal
from reports.evidence.companies import facts
from reports.evidence.sources import keep
from steps.language.story import Stage, StoryWorld
from tieout.clock import WallClock, business_clock, stand_on
from tieout.collect import COLLECTED, ScenarioItem
from tieout.control_total import ControlTotal
from tieout.exceptions import SetAside, set_aside
from tieout.feature_files import FeatureFile
from tieout.preflight import discover, learn_sentences, look_for_mistakes, output_folder, told_world
from tieout.reporting import write_reports
from tieout.runs import OutputError, commit_of, new_run, point_latest
from tieout.scenario_run import ScenarioRun
from tieout.tags import selected_by_tags

EVIDENCE = "evidence"
_GARBAGE_THRESHOLD = 150_000


class FeatureRun:
    """Everything about the features of one pytest run. Without features it stays out of the way."""

    def __init__(self, config: pytest.Config) -> None:
        self.config = config
        self.worker: dict[str, Any] | None = getattr(config, "workerinput", None)
        self.folder: Path | None = None
        self.files: tuple[FeatureFile, ...] = ()
        self.total: ControlTotal | None = None
        self.complaints: list[str] = []
        self._started = WallClock.seconds()
        self._aside: dict[tuple[Path, str], SetAside] = {}
        self._collected = self._selected = 0
        self._ran: dict[str, pytest.TestReport] = {}

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionstart(self, session: pytest.Session) -> None:
        """Find every mistake in every feature before anything acts, and make the run's folder."""
        gc.disable()  # until collection is finished: nothing that is read there is garbage
        self.files = discover(self.config)
        if not self.files:
            gc.enable()
            return
        if self.worker is not None:
            learn_sentences(self.config, self.files)
            self.folder = Path(self.worker["tieout_folder"])
        else:
            mistakes = look_for_mistakes(self.config, self.files)
            if mistakes:
                raise pytest.UsageError("\n".join(["nothing was run:", *map(str, mistakes)]))
            self.folder = self._new_folder()
        self._aside = set_aside(self.files)

    def _new_folder(self) -> Path:
        try:
            return new_run(output_folder(self.config))
        except OutputError as wrong:
            raise pytest.UsageError(str(wrong)) from None

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell each worker where the evidence goes."""
        node.workerinput["tieout_folder"] = str(self.folder) if self.folder else ""

    @pytest.hookimpl(tryfirst=True)
    def pytest_collection_modifyitems(self, config: pytest.Config, items: list[pytest.Item]) -> None:
        """Select by tags."""
        expression = config.getoption("--tags")
        if not expression:
            return
        kept = selected_by_tags(expression, items)
        config.hook.pytest_deselected(items=[item for item in items if item not in kept])
        items[:] = [item for item in items if item in kept]

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """What will run is known; nothing of it will be garbage."""
        self._collected = sum(self.config.stash.get(COLLECTED, {}).values())
        self._selected = sum(isinstance(item, ScenarioItem) for item in session.items)
        if self.files:
            gc.freeze()
            gc.set_threshold(_GARBAGE_THRESHOLD, 50, 50)
            gc.enable()

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """A scenario that an owner set aside says so, and does not act."""
        if not isinstance(item, ScenarioItem):
            return
        aside = self._aside.get((item.path, item.written.template))
        if aside is not None:
            run = self.run_of(item, _no_world)
            run.begin()
            run.set_aside("skipped", reason=aside.reason, owner=aside.owner, until=aside.until.isoformat())
            run.finish()
            pytest.skip(f"set aside by {aside.owner} until {aside.until}: {aside.reason}")

    @property
    def _told(self) -> str | None:
        return told_world(self.config.getoption("--world"), self.config.invocation_params.dir)

    def run_of(self, item: ScenarioItem, make_world: Callable[[Stage], StoryWorld]) -> ScenarioRun:
        """The run of a scenario, its evidence file open."""
        assert self.folder is not None  # an item of a feature means that features were found
        path = f"evidence/{item.file.slug}/{item.slug}.jsonl"
        item.user_properties.append((EVIDENCE, path))
        evidence = ScenarioEvidence(self.folder / path)
        stage = Stage(
            feature_path=item.file.shown,
            name=item.written.name,
            tags=item.written.tags,
            evidence=evidence,
            stack=self.config.getoption("--stack"),
            world=self._told,
            stand_on=stand_on,
            companies=item.file.companies,
            cutovers=item.file.cutovers,
        )
        item.run = ScenarioRun(item.file, item.written, evidence, stage, make_world)
        return item.run

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count what ran, and keep its wall times apart from the evidence."""
        over = report.when == "call" or (report.when == "setup" and report.outcome != "passed")
        if over and self.worker is None and ".feature" in report.nodeid.partition("::")[0]:
            self._ran[report.nodeid] = report

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: Any, error: object) -> None:
        """What a worker collected; all collect the same."""
        counted = getattr(node, "workeroutput", {}).get("tieout", (0, 0))
        self._collected = max(self._collected, counted[0])
        self._selected = max(self._selected, counted[1])

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Somebody stopped the run while features were still read."""
        if excinfo.type is KeyboardInterrupt and not self._selected:
            self.complaints.append("interrupted before anything was run")

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """Seal the evidence, reconcile the control total, write the report."""
        business_clock.release()
        if self.worker is not None:
            # xdist gives its workers this attribute.
            self.config.workeroutput["tieout"] = (self._collected, self._selected)  # type: ignore[attr-defined]
        elif self.folder is not None and self._selected:
            if session.exitstatus in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
                self._finish(session, self.folder)
            elif session.exitstatus == pytest.ExitCode.INTERRUPTED:
                self.complaints.append(f"interrupted: what was seen so far is in {self.shown(self.folder)}, unsealed")
        if self.worker is None and self.folder is not None and not any(self.folder.iterdir()):
            self.folder.rmdir()

    def _finish(self, session: pytest.Session, folder: Path) -> None:
        written = sum(len(file.scenarios) for file in self.files)
        total = ControlTotal(
            written=written, collected=self._collected, selected=self._selected, run=len(self._ran), reported=0
        )
        try:
            self.total = replace(total, reported=self._seal(folder, total))
            self.complaints += self.total.differences()
            self._report(folder)
        except OSError as wrong:
            self.complaints.append(f"the run could not be written down in {self.shown(folder)}: {wrong.strerror}")
        if self.complaints and session.exitstatus == pytest.ExitCode.OK:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def _seal(self, folder: Path, total: ControlTotal) -> int:
        """Seal the evidence; how many files end in a verdict."""
        told = facts(folder)
        manifest = seal(
            folder,
            stack=self.config.getoption("--stack"),
            **told,
            sources=keep(folder, {file.shown: file.path for file in self.files}, self._companies(told["world"])),
            policies={},
            commit=commit_of(self.files[0].root),
            versions={name: version(name) for name in ("pytest", "pytest-bdd")} | {"python": platform.python_version()},
            control_total=total.record(),
        )
        return int(json.loads(manifest.read_text(encoding="utf-8"))["control_total"]["reported"])

    def _companies(self, names: list[str]) -> dict[str, tuple[Path, ...]]:
        if not names:
            return {}
        from tieout.worlds import company_files  # stories without a company need not wait for it

        folders = {folder for file in self.files for folder in file.companies}
        return company_files(names, sorted(folders), self._told)

    def _report(self, folder: Path) -> None:
        (folder / "timings.json").write_text(json.dumps(self._times(), indent=1), encoding="utf-8")
        write_reports(folder)
        point_latest(folder)

    def _times(self) -> dict[str, Any]:
        """Wall times, by evidence file: everything that no two runs have in common."""
        reports = sorted(
            ((str(dict(r.user_properties).get(EVIDENCE)), r) for r in self._ran.values()), key=lambda pair: pair[0]
        )
        return {
            "started": WallClock.stamp(self._started),
            "finished": WallClock.stamp(WallClock.seconds()),
            "scenarios": {path: round(report.duration, 6) for path, report in reports},
            "scenario_started": {path: WallClock.stamp(report.start) for path, report in reports},
        }

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        """The control total, and where the evidence is."""
        for complaint in self.complaints:
            terminalreporter.write_line(complaint, red=True)
        if self.total is None or self.folder is None:
            return
        terminalreporter.write_line(str(self.total))
        terminalreporter.write_line(f"report: {self.shown(self.folder / 'report.html')}")

    def shown(self, path: Path) -> Path:
        """The path as the person who started the run would type it."""
        here = self.config.invocation_params.dir
        return path.relative_to(here) if path.is_relative_to(here) else path


def _no_world(stage: Stage) -> StoryWorld:
    return StoryWorld()
