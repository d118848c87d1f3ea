"""Whatever a process owner gets wrong ends in one plain sentence with its line, never in a traceback, never in status 0."""

import json
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.tieout.wrong_stories import ACTED, ADDED, ENDED, REPLACED, STORY

ROOT = Path(__file__).resolve().parents[2]


def replaced(old: str, new: str) -> str:
    assert STORY.count(old) >= 1, old
    return STORY.replace(old, new, 1) + "    When time passes to 1 February 2026\n"


def added(lines: str) -> str:
    return STORY + "".join(f"    {line}\n" for line in lines.splitlines())


def acted(first: str, second: str | None) -> str:
    return replaced(first, second) if second and first in STORY else added(first)


def tieout(command: str, folder: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tieout.cli", command, "."],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def file_name(name: str) -> str:
    return name.replace(" ", "_").replace("'", "")


def write(folder: Path, stories: dict[str, str]) -> None:
    for name, story in stories.items():
        (folder / f"{file_name(name)}.feature").write_text(story, encoding="utf-8")


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What `tieout check` says of all stories at once, by file."""
    folder = tmp_path_factory.mktemp("before")
    write(folder, {name: replaced(*case[:2]) for name, case in REPLACED.items()})
    write(folder, {name: added(case[0]) for name, case in ADDED.items()})
    done = tieout("check", folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stdout + done.stderr
    said = defaultdict(list)
    for line in done.stdout.splitlines():
        name, _, complaint = line.partition(".feature:")
        said[name].append(complaint)
    return said


@pytest.mark.parametrize(
    ("name", "expected"), [(name, case[-1]) for name, case in [*REPLACED.items(), *ADDED.items()]], ids=str
)
def test_a_mistake_is_found_before_anything_acts(complaints: dict[str, list[str]], name: str, expected: str) -> None:
    assert any(said.startswith(expected) for said in complaints[file_name(name)]), complaints[file_name(name)]
    assert len(complaints[file_name(name)]) == 1, "what follows from a mistake is not another one"


@pytest.fixture(scope="module")
def failures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, Any]]]:
    """The failures in the evidence of a run of all stories that are only found while they act."""
    folder = tmp_path_factory.mktemp("acting")
    write(folder, {name: acted(*case[:2]) for name, case in ACTED.items()})
    write(folder, {name: added(case[0]) for name, case in ENDED.items()})
    done = tieout("run", folder)
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert f"{len(ACTED) + len(ENDED)} failed" in done.stdout
    found = {}
    for path in (folder / "out/latest/evidence").glob("*/story.jsonl"):
        records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        lines = [record["line"] for record in records if record["kind"] == "step"]
        found[path.parent.name] = [
            record | {"line": lines[record["step"] - 1] if record["step"] else None}
            for record in records
            if record["kind"] == "failed"
        ]
    return found


@pytest.mark.parametrize("name", ACTED)
def test_a_mistake_of_an_act_names_its_line(failures: dict[str, list[dict[str, Any]]], name: str) -> None:
    first, second, expected = ACTED[name]
    [failed] = failures[file_name(name)]
    assert expected in f"{failed['title']} {failed['message']}"
    assert failed["cause"] != "bug"
    if second is None:
        assert failed["line"] == len(added(first).splitlines())
    elif first not in STORY:
        assert added(first).splitlines()[failed["line"] - 1].strip().startswith(second)
    else:
        assert failed["line"] is not None


@pytest.mark.parametrize("name", ENDED)
def test_what_could_not_be_carried_out_shows_when_all_is_tied_out(
    failures: dict[str, list[dict[str, Any]]], name: str
) -> None:
    [failed] = failures[file_name(name)]
    assert ENDED[name][1] in failed["message"]
    assert failed["cause"] == "tie-out"
