"""Rehearsals of a cutover side by side: findings, control totals and balances."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenarios.migration.checking import SHIPPED, check
from tieout.cli import app
from tieout.rehearsing import compared

PILOT = SHIPPED / "northwind_pilot"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(PILOT, tmp_path / "set"))


def change(folder: Path, file: str, old: str, new: str) -> None:
    text = (folder / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (folder / file).write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_new_and_what_is_fixed_is_told(folder: Path, tmp_path: Path) -> None:
    kept = str(tmp_path / "kept.txt")
    first = CliRunner().invoke(app, ["cutover", str(folder), "--rehearsal", kept])
    assert "first rehearsal kept in" in first.output
    change(folder, "invoices.csv", "1500.00,150.00,1650.00", "1500.00,,1650.00")
    second = CliRunner().invoke(app, ["cutover", str(folder), "--rehearsal", kept])
    assert second.exit_code == 1
    assert "new rejected: invoices LEG-2004: tax is missing" in second.output
    assert "balance: NW USD receivables, loaded: 1980.00, now 330.00" in second.output
    third = CliRunner().invoke(app, ["cutover", str(PILOT), "--rehearsal", kept])
    assert third.exit_code == 0
    assert "fixed rejected: invoices LEG-2004: tax is missing" in third.output
    assert "control total: invoices USD, records accepted: 1, now 2" in third.output


def test_a_set_in_which_nothing_is_wrong_is_compared_by_its_figures(folder: Path, tmp_path: Path) -> None:
    # 30.00 of cash that nobody applied is 40.00 the next time: everything agrees, and it is another set.
    kept = tmp_path / "kept.txt"
    compared(check(folder), kept)
    change(folder, "unapplied_cash.csv", "30.00", "40.00")
    change(folder, "control_totals.csv", "unapplied cash,1,amount,30.00", "unapplied cash,1,amount,40.00")
    change(folder, "trial_balance.csv", "NW,USD,Unapplied cash,,30.00", "NW,USD,Unapplied cash,,40.00")
    change(folder, "trial_balance.csv", "NW,USD,Cash,1470.00", "NW,USD,Cash,1480.00")
    again = check(folder)
    assert again.ready
    assert compared(again, kept) == [
        "Since the last rehearsal: 0 new, 0 fixed, 0 as before",
        "Control totals and balances: 3 changed, 29 as before",
        "  control total: unapplied cash USD, amount in: 30.00, now 40.00",
        "  control total: unapplied cash USD, amount accepted: 30.00, now 40.00",
        "  balance: NW USD unapplied cash, loaded: -30.00, now -40.00",
    ]
    assert compared(again, kept)[1:] == ["Control totals and balances: 0 changed, 32 as before"]


def test_a_table_that_is_gone_is_told(folder: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.txt"
    compared(check(folder), kept)
    (folder / "unapplied_cash.csv").unlink()
    told = compared(check(folder), kept)
    assert "  control total: unapplied cash USD, records in: 1, now nothing" in told
