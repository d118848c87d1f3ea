"""A folder of features outside of the repository, and two features to put there: one that holds, one that does not."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VOCABULARY = ("--vocabulary", "tests.tieout.vocabulary")
PYTEST = ("pytest", "-p", "tieout.plugin", *VOCABULARY)
CONFTEST = """
import pytest
from steps.language.story import StoryWorld

class World(StoryWorld):
    gone = False

    def ask(self):
        if self.gone:
            raise OSError("nobody answers")
        return ()

    amount_in_test = out_of_balance = property(ask)
    today = property(lambda self: self.ask() or None)

    def finish(self):
        self.ask()

@pytest.fixture(scope="session")
def world_factory():
    return lambda stage: World()
"""
GOOD = """@amendments
Feature: Billing
  Background:
    Given the company "Nord"

  Scenario: Midterm upsell
    When Globex adds 20 "Seat" from 16 March 2026
    Then the invoice total is 119.00 USD

  Rule: Tax
    @slow
    Scenario Outline: Tax of <rate>
      When the tax is <rate>

      Examples:
        | rate |
        | 10%  |
        | 20%  |
"""
BAD = """Feature: Wrong
  Scenario: Lines differ
    Then the invoice shows:
      | account     | net    |
      | Receivables | 100.00 |
      | Revenue     | 100.00 |
    And the tax is 10%

  Scenario: A bug
    Then something breaks

  Scenario: Beyond the stack
    When time goes back
    And the tax is 10%
"""


class Folder:
    """A folder of features outside of the repository, and what came of running it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / "conftest.py").write_text(CONFTEST)

    def write(self, name: str, text: str) -> None:
        path = self.path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def call(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """A fresh process, as a person would start it."""
        return subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=self.path,
            env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return self.call("tieout.cli", "run", *VOCABULARY, *(arguments or (".",)))

    def records(self, name: str, out: str = "out/latest") -> list[dict[str, object]]:
        [path] = (self.path / out / "evidence").glob(f"*/{name}.jsonl")
        return [json.loads(line) for line in path.read_text().splitlines()]

    def total(self) -> dict[str, int]:
        manifest = json.loads((self.path / "out/latest/manifest.json").read_text())
        return dict(manifest["control_total"])
