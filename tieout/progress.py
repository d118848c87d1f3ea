"""What a person sees while features run, and the summary afterwards. Only for `tieout run`; pytest keeps its own."""

from __future__ import annotations

import io
import os
import re
import sys
from collections.abc import Sequence
from typing import IO, Any

import pytest
from _pytest.terminal import TerminalReporter
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

_MOST_SHOWN = 20


class Display:
    """The live display: a bar on a terminal, silence elsewhere; failures as they happen; a summary at the end."""

    def __init__(self) -> None:
        self.console = Console(file=_beside_capture(), highlight=False, soft_wrap=True)
        self.failures: list[tuple[str, str]] = []
        self.counts = {"passed": 0, "failed": 0, "skipped": 0}
        self._progress: Progress | None = None
        self._task: TaskID | None = None

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """Take the place of pytest's own report, which others still may write to."""
        manager = config.pluginmanager
        manager.unregister(manager.getplugin("terminalreporter"))
        manager.register(TerminalReporter(config, io.StringIO()), "terminalreporter")

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """The bar begins."""
        if session.items:
            self._begin(len(session.items))

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: Any, ids: Sequence[str]) -> None:
        """The bar begins, of a run in several processes."""
        if self._progress is None and ids:
            self._begin(len(ids))

    def _begin(self, total: int) -> None:
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("{task.fields[area]}"),
            TimeElapsedColumn(),
        )
        self._progress = Progress(*columns, console=self.console, transient=True, disable=not self.console.is_terminal)
        self._task = self._progress.add_task("running", total=total, area="")
        self._progress.start()

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """One scenario is over, or its clearing up went wrong."""
        if report.failed:
            self._failed(report.nodeid, report.longreprtext)
        over = report.when == "call" or (report.when == "setup" and not report.passed)
        if over:
            self.counts[report.outcome] += 1
            if self._progress is not None and self._task is not None:
                self._progress.update(self._task, advance=1, area=report.nodeid.partition("::")[0])

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file that cannot be collected."""
        if report.failed:
            self._failed(report.nodeid, str(report.longrepr))

    def _failed(self, name: str, text: str) -> None:
        text = re.sub(r"^\[gw\d+\].*\n", "", text)  # which process it ran in says nothing
        self.failures.append((name, text))
        if len(self.failures) <= _MOST_SHOWN:
            self.console.print(Text(f"FAILED {name}", style="bold red"))
            self.console.print(Text("\n".join(f"  {line}" for line in text.splitlines())))

    def pytest_internalerror(self, excrepr: object) -> None:
        """A bug of ours; the whole account, for the report of the bug."""
        self.console.print(Text(f"a bug in Tieout:\n{excrepr}", style="red"))

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """The bar ends."""
        if self._progress is not None:
            self._progress.stop()


def _beside_capture() -> IO[str]:
    """The real standard output, also while pytest captures what stories print."""
    try:
        return os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", errors="replace")
    except (OSError, io.UnsupportedOperation):
        return sys.stdout
