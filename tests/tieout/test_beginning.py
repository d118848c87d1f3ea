"""`tieout new company`: a file that runs as it is, in any currency, and never takes another's place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from scenarios.world import companies, find, load
from tests.tieout.folders import ROOT
from tieout.cli import app

STORY = """Feature: Ours
  Scenario: A month
    Given the company "{name}"
    When Globex signed on 1 January 2026 for 12 months, billed monthly in advance, net 30, tax code "standard":
      | product       | quantity |
      | Platform seat | 3        |
    # 3 x 10 = 30, tax 3
    Then Globex is invoiced:
      | date           | for           | net | tax | total |
      | 1 January 2026 | Platform seat | 30  | 3   | 33    |
    And nothing else is invoiced
"""


def _new(folder: Path, *told: str) -> tuple[int, str]:
    done = CliRunner().invoke(app, ["new", "company", *told, "--features", str(folder / "features")])
    return done.exit_code, done.output


@pytest.mark.parametrize(
    ("name", "currency", "file"),
    [
        ("Kite: Größe & Co, #1", "KWD", "kite_grosse_co_1"),
        ("Origami", "JPY", "origami"),
        ("007", "EUR", "007"),
        ("yes", "USD", "yes"),
    ],
)
def test_a_company_of_any_name_and_currency_loads_as_it_is(tmp_path: Path, name: str, currency: str, file: str) -> None:
    assert _new(tmp_path, name, "--currency", currency)[0] == 0
    folder = tmp_path / "features" / "companies"
    assert [path.stem for path in folder.iterdir()] == [file]
    assert name in companies((folder,))
    made = load(find(name, (folder,)))
    assert (made.name, made.entity.currency) == (name, currency)


def test_a_story_of_the_new_company_runs_through_its_close(tmp_path: Path) -> None:
    assert _new(tmp_path, "Kite GmbH", "--currency", "KWD")[0] == 0
    (tmp_path / "features" / "ours.feature").write_text(STORY.format(name="Kite GmbH"), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tieout.cli", "run", "features"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_company_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    assert _new(tmp_path, "Kite")[0] == 0
    file = tmp_path / "features" / "companies" / "kite.yaml"
    file.write_text("mine", encoding="utf-8")
    code, said = _new(tmp_path, "Kite")
    assert code == 1
    assert "is there already; choose another name" in said
    assert file.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (("///",), "has no letter a file could be named after"),
        (('The "Kite"',), "a story says a company's name in quotes"),
        (("Kite", "--currency", "EUX"), "'EUX' is not a currency of ISO 4217; "),
        (("Kite", "--currency", "bread"), "write a code such as USD, EUR or JPY"),
    ],
)
def test_what_is_typed_wrong_writes_nothing(tmp_path: Path, told: tuple[str, ...], said: str) -> None:
    code, output = _new(tmp_path, *told)
    assert code == 1
    assert said in " ".join(output.split())
    assert not (tmp_path / "features").exists()
