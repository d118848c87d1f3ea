"""Whether a set goes live without what is rejected is a threshold; every record is listed with what became of it."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenarios.migration.checking import check
from scenarios.migration.dispositions import DISPOSITIONS, dispositions
from tieout.cli import app

WAVE_THREE = Path(__file__).parents[2] / "features" / "cutovers" / "northwind_wave_three"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(WAVE_THREE, tmp_path / "set"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def test_as_much_as_may_stay_behind_does(folder: Path) -> None:
    checked = check(folder)
    assert not checked.ready
    assert checked.may_go_live
    assert {(one.table, one.rejected, one.of) for one in checked.behind} == {
        ("subscriptions", 1, 3),
        ("deferred revenue", 1, 3),
        ("waterfall", 1, 9),
    }


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("cutover.yaml", "may stay behind: 50%", "may stay behind: 33.33%"),
        ("cutover.yaml", "may stay behind: 50%\n", ""),
        ("cutover.yaml", "consistency: 50%", "consistency: 90%"),
        ("control_totals.csv", "invoices,1,", "invoices,2,"),
        ("trial_balance.csv", "Cash,1326.00", "Csh,1326.00"),
        ("trial_balance.csv", "Receivables,584.00", "Receivables,585.00"),
    ],
)
def test_a_threshold_a_control_total_or_a_ledger_that_does_not_hold_keeps_it_all_back(
    folder: Path, file: str, old: str, new: str
) -> None:
    change(folder, file, old, new)
    assert not check(folder).may_go_live


def test_every_record_is_listed_once_with_its_reasons(folder: Path, tmp_path: Path) -> None:
    to = tmp_path / "records.csv"
    done = CliRunner().invoke(app, ["cutover", str(folder), "--records", str(to)])
    assert done.exit_code == 0
    assert "READY WITHOUT 3 RECORDS" in done.output
    assert f"records: {to}, 17 accepted, 3 rejected, 1 remediated" in done.output
    with to.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(one.table, one.record, one.disposition) for one in dispositions(check(folder).case)] == [
        (row["table"], row["record"], row["disposition"]) for row in rows
    ]
    assert {row["disposition"] for row in rows} < set(DISPOSITIONS)
    assert all(bool(row["why"]) == (row["disposition"] != "accepted") for row in rows)
    [wrong] = [row for row in rows if (row["table"], row["record"]) == ("deferred revenue", "K-3002")]
    assert wrong["place"].endswith("deferred_revenue.csv:4")
    assert "recognized to date 900.00, but the service to 2026-07-31 is 1000.00" in wrong["why"]


def test_a_place_that_cannot_be_written_is_told(folder: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["cutover", str(folder), "--records", str(tmp_path / "no" / "records.csv")])
    assert "records.csv cannot be written: no such file or directory" in done.output
