"""The page of a cutover set: what stands in the way first, then the figures, then what was put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from reports.run.cutover_page import cutover_page
from scenarios.migration.checking import SHIPPED, check
from tieout.cli import app


def test_what_stands_in_the_way_goes_first_with_its_place() -> None:
    page = cutover_page(check(SHIPPED / "northwind_rehearsal"))
    assert page.index("Rejected (11, and 15 that follow from them)") < page.index("Opening balances")
    assert '<p class="status off">Refused: nothing is loaded; the rest ties out</p>' in page
    assert '<td class="t">subscriptions.csv:3, quantity</td>' in page
    assert "the quantity -50 is negative" in page


def test_a_ready_set_shows_what_it_would_load_and_release() -> None:
    checked = check(SHIPPED / "northwind_pilot")
    page = cutover_page(checked)
    assert "Ready: everything can be loaded, and the rest ties out" in page
    assert "Rejected (" not in page
    # 500.00, 1,200.00, 1,000.00 and 720.00 are deferred; of July 100.00 + 200.00 + 500.00 + 240.00.
    for figure in ("-3,420.00", "1,980.00", "1,040.00"):
        assert f'<td class="n">{figure}</td>' in page
    assert page == cutover_page(checked)


@pytest.mark.parametrize(("name", "said"), [("page.html", "page: "), ("no/such/folder.html", "cannot be written: ")])
def test_the_page_is_written_if_asked(tmp_path: Path, name: str, said: str) -> None:
    done = CliRunner().invoke(app, ["cutover", str(SHIPPED / "northwind_pilot"), "--page", str(tmp_path / name)])
    assert done.exit_code == 0
    assert said in done.output
    assert (tmp_path / name).is_file() == (name == "page.html")
