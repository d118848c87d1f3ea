"""What the tests of signatures say to the command line, and which stories they sign."""

from dataclasses import dataclass
from pathlib import Path

from typer.testing import CliRunner

from tieout.cli import app
from tieout.feature_files import read

FEATURES = ("tax/tax_change.feature", "amendments/ahead.feature")
CREDIT = "evidence/tax.tax_change/a-credit-after-the-change-gives-back-the-old-rate.jsonl"


@dataclass(frozen=True)
class Said:
    status: int
    text: str


def tieout(*arguments: object) -> Said:
    done = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return Said(done.exit_code, done.output)


def sign(run: Path, key: Path, role: str, name: str, meaning: str, *more: str) -> Said:
    return tieout("sign", run, "--key", key, "--as", role, "--name", name, "--meaning", meaning, *more)


def sign_all(run: Path, keys: dict[str, Path]) -> None:
    """Ada prepares, and Bob signs for every other role."""
    assert sign(run, keys["ada"], "Process owner", "Ada", "prepared").status == 0
    for role in ("Controller", "Operations lead"):
        assert sign(run, keys["bob"], role, "Bob", "reviewed").status == 0


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    read.cache_clear()  # a feature is read once in a process; here it changes in between
