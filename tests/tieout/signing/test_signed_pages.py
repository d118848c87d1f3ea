"""What somebody signed stays as it is: the report of a signed run is not made anew; only the PDF, which shows who signed."""

from pathlib import Path

from tests.tieout.signed import sign, tieout


def test_the_report_of_a_signed_run_stays_as_it_was_signed(run: Path, keys: dict[str, Path]) -> None:
    assert tieout("report", run).status == 0
    assert sign(run, keys["ada"], "Process owner", "Ada", "prepared").status == 0
    page = (run / "report.html").read_bytes()
    again = tieout("report", run)
    assert again.status == 1
    assert "Ada signed this run with its report, so it stays as it is" in again.text
    assert (run / "report.html").read_bytes() == page
    filed = tieout("report", run, "--pdf")
    assert filed.status == 0
    assert "report.html" not in filed.text
    assert (run / "signoff.pdf").read_bytes().startswith(b"%PDF")
    assert sign(run, keys["bob"], "Controller", "Bob", "approved").status == 0
