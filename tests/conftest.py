"""What holds for every test: on the machine that decides about a change, nothing is left out."""

import os
from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A skipped test fails where CI is set: what a control needs (Chromium, hledger) has to be there."""
    report = yield
    if report.skipped and os.environ.get("CI") and not hasattr(item, "written"):
        report.outcome = "failed"
        report.longrepr = f"nothing may be skipped here: {report.longrepr}"
    return report
