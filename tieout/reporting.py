"""What is made from the evidence of a finished run: the report and junit.xml."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from reports.run.junit import write_junit
from reports.run.page import render

if TYPE_CHECKING:
    from reports.signing.gates import Decision


def signers(folder: Path) -> list[str]:
    """Who has signed the run, each once."""
    from reports.signing.sign_offs import sign_offs  # keys take a moment to load, and most runs are signed by nobody

    return list(dict.fromkeys(one.sign_off.name for one in sign_offs(folder) if one.sign_off))


def write_reports(
    folder: Path, *, pdf: bool = False, decision: Decision | None = None, before: Path | None = None
) -> list[Path]:
    """Write report.html and junit.xml into the run folder, and the PDF if it is asked for; answers their paths.

    `decision`: the gate that report and PDF show. `before`: the run beside which the report is put. What somebody has signed
    stays as it is; the PDF shows the sign-offs.
    """
    written = [] if signers(folder) else [render(folder, decision, before), write_junit(folder)]
    if pdf:
        from reports.signing.pdf import write_pdf  # typesetting takes a moment to load

        written.append(write_pdf(folder, decision))
    return written
