"""What is made from the evidence of a finished run: the report and junit.xml."""

from __future__ import annotations

from pathlib import Path

from reports.junit import write_junit
from reports.page import render


def write_reports(folder: Path, *, pdf: bool = False) -> list[Path]:
    """Write report.html and junit.xml into the run folder, and the PDF if it is asked for; answers their paths."""
    written = [render(folder), write_junit(folder)]
    if pdf:
        from reports.signoff_pdf import write_pdf  # typesetting takes a moment to load

        written.append(write_pdf(folder))
    return written
