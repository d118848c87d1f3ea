"""Run folders: each run has its own, `latest` points at the newest finished one and never at half of one."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tieout.clock import WallClock

LATEST = "latest"


class OutputError(Exception):
    """The run cannot be written down. The message says where and why."""


def new_run(out: Path) -> Path:
    """A new, empty folder in `out`, named after the time; two runs at once get two folders. OutputError if impossible."""
    stem = datetime.fromtimestamp(WallClock.seconds(), UTC).strftime("%Y%m%d-%H%M%S")
    try:
        out.mkdir(parents=True, exist_ok=True)
        for attempt in range(1, 1000):
            folder = out / (stem if attempt == 1 else f"{stem}-{attempt}")
            try:
                folder.mkdir()
            except FileExistsError:
                continue
            return folder
    except OSError as wrong:
        raise OutputError(f"the folder {out} cannot be written: {wrong.strerror}; choose another with --out") from None
    raise OutputError(f"the folder {out} is full of runs of this second; choose another with --out")


def is_output(path: Path, out: Path) -> bool:
    """Whether a folder is the one that runs are written to: nothing in it is a story, and it grows with every run."""
    return path.name == out.name and path.is_dir() and out.is_dir() and path.samefile(out)


def point_latest(folder: Path) -> None:
    """Make `latest` beside the folder mean this run, in one step; where links are not allowed it becomes a copy."""
    latest = folder.parent / LATEST
    fresh = folder.parent / f".{LATEST}-{folder.name}-{os.getpid()}"
    try:
        fresh.symlink_to(folder.name, target_is_directory=True)
    except OSError:
        shutil.copytree(folder, fresh)
    if latest.is_dir() and not latest.is_symlink():
        shutil.rmtree(latest)  # a copy of an older run; a folder cannot be replaced in one step
    os.replace(fresh, latest)


def commit_of(folder: Path) -> str | None:
    """The commit of the repository that holds the features, or None outside of one."""
    try:
        asked = subprocess.run(
            ["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, text=True, timeout=5, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return asked.stdout.strip() or None if asked.returncode == 0 else None
