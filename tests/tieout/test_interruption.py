"""Ctrl-C: a run stops between two steps, says where its evidence is, and gives no verdict on half a story."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tieout.test_commands import ENV
from tests.tieout.wrong_stories import STORY
from tieout.interruption import Interruption

PRESSES = """import os
import signal
from steps.language.phrases import when

@when("Ctrl-C is pressed {count} times")
def pressed(world, times):
    "Somebody wants to stop."
    for _ in range(times):
        os.kill(os.getpid(), signal.SIGINT)

@when("the build is cancelled {count} times")
def cancelled(world, times):
    "Nobody waits for it any more."
    for _ in range(times):
        os.kill(os.getpid(), signal.SIGTERM)
"""
# What is lost here makes the story fail its tie-out; the second scenario must never begin.
LOST = STORY.replace('SaaS"\n', 'SaaS"\n    And the integration loses the event "order closed-won"\n', 1)
NEXT = '  Scenario: Next\n    Given the company "Northwind SaaS"\n'


BOTH = pytest.mark.parametrize("what", ["Ctrl-C is pressed", "the build is cancelled"])


def _interrupted(folder: Path, what: str, times: int, after: str = "") -> list[tuple[str, str | None]]:
    """Kind and verdict of each record of the evidence of a run that is interrupted."""
    (folder / "conftest.py").write_text(PRESSES, encoding="utf-8")
    (folder / "a.feature").write_text(f"{LOST}    When {what} {times} times\n{after}{NEXT}", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tieout.cli", "run", "a.feature"],
        cwd=folder,
        env=ENV,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert done.returncode == 2, done.stdout + done.stderr
    assert "interrupted: what was seen so far is in out/" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    [written] = folder.glob("out/*/evidence/*/*.jsonl")
    records = [json.loads(line) for line in written.read_text("utf-8").splitlines()]
    return [
        (record["kind"], record.get("verdict")) for record in records if record["kind"] in ("step", "failed", "result")
    ]


@BOTH
def test_the_step_is_carried_out_and_the_next_one_is_not(tmp_path: Path, what: str) -> None:
    assert _interrupted(tmp_path, what, 1, "    And time passes to 1 June 2026\n") == [("step", "passed")] * 4


@BOTH
def test_a_story_interrupted_in_its_last_step_has_its_verdict_and_is_the_last(tmp_path: Path, what: str) -> None:
    assert _interrupted(tmp_path, what, 1) == [*[("step", "passed")] * 4, ("failed", None), ("result", "failed")]


@BOTH
def test_who_insists_is_heard_at_once_and_half_a_story_gets_no_verdict(tmp_path: Path, what: str) -> None:
    assert _interrupted(tmp_path, what, 2, "    And time passes to 1 June 2026\n") == [("step", "passed")] * 3


def test_what_others_do_about_an_interrupt_is_left_as_it_is() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with Interruption() as interruption:
            os.kill(os.getpid(), signal.SIGINT)
            interruption.heed()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
