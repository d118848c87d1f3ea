"""What is made from the evidence of a finished run: the report and junit.xml."""

from __future__ import annotations

from pathlib import Path

from reports.junit import write_junit
from reports.page import render


def write_reports(folder: Path) -> list[Path]:
    """Write report.html and junit.xml into the run folder; answers their paths."""
    return [render(folder), write_junit(folder)]
