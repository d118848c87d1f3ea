"""A run of features from the command line: pytest in this process, with the plugins it needs and no others."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from tieout.clock import WallClock
from tieout.plugin import RUN
from tieout.progress import Display

# What pytest does around every test for the sake of Python tests; stories have no log, warning or doctest to look at.
_NOT_FOR_STORIES = (
    "cacheprovider doctest faulthandler logging pastebin stepwise threadexception unittest unraisableexception warnings"
)
_PLUGINS = [
    *("-p", "pytest_bdd.plugin", "-p", "tieout.plugin", "--capture=sys"),
    *(part for name in _NOT_FOR_STORIES.split() for part in ("-p", f"no:{name}")),
]
_WORDS = ("passed", "failed", "not exercised", "skipped")


class _Keep:
    """Keeps hold of pytest's configuration, where the plugin leaves its results."""

    config: pytest.Config

    def pytest_configure(self, config: pytest.Config) -> None:
        self.config = config


def check_features(paths: Sequence[str], options: Sequence[str]) -> int:
    """Print every mistake, or how many scenarios have none. 0 only if there is no mistake."""
    return int(pytest.main([*_PLUGINS, "-q", "--no-header", "--check-only", *options, *paths]))


def run_features(paths: Sequence[str], options: Sequence[str], *, workers: str, allure: str) -> int:
    """Run and print the summary. 0 only if every scenario passed and the control total agrees."""
    arguments = [*_PLUGINS, *options, *_parallel(workers), *_allure(allure), *paths]
    display, keep = Display(), _Keep()
    started = WallClock.seconds()
    status = int(pytest.main(arguments, plugins=[keep, display]))
    if hasattr(keep, "config"):
        _summary(display, keep.config, status, WallClock.seconds() - started)
    return status


def _parallel(workers: str) -> list[str]:
    return ["-p", "xdist.plugin", "-n", workers] if workers else []


def _allure(folder: str) -> list[str]:
    return ["-p", "allure_pytest.plugin", "--alluredir", folder] if folder else []


def _summary(display: Display, config: pytest.Config, status: int, seconds: float) -> None:
    run, console = config.stash[RUN], display.console
    if run.total is None or run.folder is None:
        if status == pytest.ExitCode.NO_TESTS_COLLECTED:
            console.print("nothing to run: no scenario fits; look at the path, -k and --tags")
        for complaint in run.complaints:
            console.print(complaint)
        return
    verdicts = _verdicts(run.folder)
    told = ", ".join(f"{verdicts[word]} {word}" for word in _WORDS if verdicts[word])
    console.print(f"scenarios: {told or 'none'}, in {seconds:.1f} s")
    console.print(str(run.total))
    for complaint in run.complaints:
        console.print(complaint, style="red")
    latest = run.folder.parent / "latest"
    mine = latest.resolve() == run.folder.resolve()  # else another run was finished after this one
    console.print(f"report: {run.shown(latest if mine else run.folder) / 'report.html'}")


def _verdicts(folder: Path) -> Counter[str]:
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        return Counter()
    return Counter(file["verdict"] or "interrupted" for file in json.loads(manifest.read_text("utf-8"))["files"])
