"""Ours beside bare pytest-bdd and behave: 1,000 scenarios of 8 no-op steps, each step with a table of 3x3 cells.

Every runner works in a fresh process on the same features; wall, CPU and memory are the process's own. Trust the ratios, not
the seconds. Evidence and report are on for ours; the others write nothing.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
SCENARIOS, PER_FILE, STEPS, ROUNDS = 1000, 50, 8, 3
_KEYWORDS = ("Given", "And", "When", "And", "And", "Then", "And", "And")
_MEASURE = """
import json, resource, subprocess, sys, time
began = time.perf_counter()
done = subprocess.run(sys.argv[1:], capture_output=True, text=True)
wall = time.perf_counter() - began
used = resource.getrusage(resource.RUSAGE_CHILDREN)
said = done.stdout[-600:] + done.stderr[-600:]
print(json.dumps([wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, done.returncode, said]))
"""
Figures = tuple[float, ...]


def write_features(folder: Path, sentences: int) -> None:
    folder.mkdir(parents=True)
    for number in range(SCENARIOS // PER_FILE):
        lines = [f"Feature: Area {number}"]
        for scenario in range(PER_FILE):
            lines += ["", f"  Scenario: Story {number} {scenario}"]
            for step, keyword in enumerate(_KEYWORDS):
                lines.append(f"    {keyword} record {step * sentences // STEPS} keeps {scenario} units")
                lines += ["      | name | count | note |", "      | a | 1 | x |", "      | b | 2 | y |"]
        (folder / f"area_{number}.feature").write_text("\n".join(lines) + "\n")


def write_ours(folder: Path, sentences: int) -> None:
    head = """
import pytest
from steps.language.phrases import given
from steps.language.story import StoryWorld
from steps.language.tables import Column, Table
TABLE = Table("records", Column("name"), Column("count", "count"), Column("note"))
@pytest.fixture(scope="session")
def world_factory():
    return lambda stage: StoryWorld()
"""
    body = [
        f'@given("record {n} keeps {{count}} units", table=TABLE)\ndef keeps_{n}(world, count, table):\n    "Keeps."\n'
        for n in range(sentences)
    ]
    (folder / "conftest.py").write_text(head + "\n".join(body))


def write_pytest_bdd(folder: Path, sentences: int) -> None:
    body = [
        f'@step(parsers.cfparse("record {n} keeps {{count:d}} units"))\ndef keeps_{n}(count, datatable):\n    pass\n'
        for n in range(sentences)
    ]
    (folder / "conftest.py").write_text("from pytest_bdd import parsers, step\n" + "\n".join(body))
    (folder / "test_all.py").write_text('from pytest_bdd import scenarios\nscenarios(".")\n')


def write_behave(folder: Path, sentences: int) -> None:
    (folder / "steps").mkdir()
    body = [
        f'@step("record {n} keeps {{count:d}} units")\ndef keeps_{n}(context, count):\n    context.table\n'
        for n in range(sentences)
    ]
    (folder / "steps" / "all.py").write_text("from behave import step\n" + "\n".join(body))


RUNNERS: dict[str, tuple[Callable[[Path, int], None], list[str]]] = {
    "tieout": (write_ours, ["-m", "tieout.cli", "run", "--vocabulary=", "."]),
    "pytest-bdd": (write_pytest_bdd, ["-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "pytest_bdd.plugin", "."]),
    "behave": (write_behave, ["-m", "behave", "-f", "progress", "--no-summary", "."]),
}


def measure(command: Sequence[str], folder: Path) -> Figures:
    # Python keeps compiled modules unless it is told not to; people do not tell it so.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "PYTHONPATH": str(ROOT), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    call = [sys.executable, "-c", _MEASURE, sys.executable, *command]
    done = subprocess.run(call, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    *figures, status, said = json.loads(done.stdout)
    if status:
        sys.exit(f"{' '.join(command)} failed:\n{said}")
    return tuple(figures)


def compare_runners(kept: Path) -> None:
    figures: dict[tuple[str, int], list[Figures]] = {}
    for sentences in (8, 500):
        for name, (write, _) in RUNNERS.items():
            write_features(kept / f"{name}-{sentences}", sentences)
            write(kept / f"{name}-{sentences}", sentences)
    for name, (_, command) in RUNNERS.items():
        measure(command, kept / f"{name}-8")  # compiles what was never compiled
    for _ in range(ROUNDS):  # interleaved, so that a busy minute is shared
        for sentences in (8, 500):
            for name, (_, command) in RUNNERS.items():
                seen = measure(command, kept / f"{name}-{sentences}")
                figures.setdefault((name, sentences), []).append(seen)
    middle = {key: [median(column) for column in zip(*rows, strict=True)] for key, rows in figures.items()}
    for (name, sentences), (wall, cpu, memory) in middle.items():
        bare = middle["pytest-bdd", sentences]
        what = f"{name}, {sentences} sentences"
        took = f"{wall:6.2f} s wall {cpu:6.2f} s CPU {memory:5.0f} MiB"
        print(f"  {what:26} {took} {wall / bare[0]:6.2f} of pytest-bdd (CPU {cpu / bare[1]:.2f})")


def start_up(kept: Path) -> None:
    small = kept / "one"
    small.mkdir()
    write_ours(small, 8)
    text = "Feature: One\n  Scenario: One\n    Given record 1 keeps 1 units\n      | name |\n      | a |\n"
    (small / "one.feature").write_text(text)
    whole = [measure(["-m", "tieout.cli", "check", "--vocabulary=", "."], kept / "tieout-8")[0] for _ in range(ROUNDS)]
    one = [measure(["-m", "tieout.cli", "run", "--vocabulary=", "."], small)[0] for _ in range(ROUNDS)]
    print(f"  preflight of {SCENARIOS} scenarios, start-up included: {median(whole):.2f} s")
    print(f"  one scenario, start-up and report included: {median(one):.2f} s")


def main() -> None:
    print(f"{SCENARIOS} scenarios of {STEPS} steps with tables, median of {ROUNDS} rounds")
    with TemporaryDirectory() as kept:
        compare_runners(Path(kept))
        start_up(Path(kept))


if __name__ == "__main__":
    main()
