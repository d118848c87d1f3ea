"""Two programs that know nothing of Tieout recompute the books of whole stories; and the checker is itself checked."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest
from typer.testing import CliRunner

from reports.papers.books import ScenarioJournal, journals
from tests.reports.proving import STRICT, beancount_finds, beancount_text, hledger_finds, hledger_text, main
from tieout.cli import app

needs_hledger = pytest.mark.skipif(which("hledger") is None, reason="hledger (a Debian package) is not installed")
FEATURES = ("entities/foreign_currency.feature", "close/year_end.feature", "revenue/two_books.feature")
POSTING = re.compile(r"^(    )(\S.*?)(  )(-?)([\d.]+)( [A-Z]{3})(?:  ;.*)?$", re.MULTILINE)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run of stories with several entities, currencies, customers and years."""
    out = tmp_path_factory.mktemp("out")
    command = [sys.executable, "-m", "tieout.cli", "run", *(f"features/{name}" for name in FEATURES), "--out", str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return (out / "latest").resolve()


@pytest.fixture(scope="module")
def stories(run: Path) -> list[ScenarioJournal]:
    """Every journal of it, each under a prefix of its own."""
    return list(journals(run, prefixed=True))


@needs_hledger
def test_hledger_agrees_with_every_month_of_every_story(run: Path, stories: list[ScenarioJournal]) -> None:
    assert len(stories) > 15
    text = "\n".join(hledger_text(run, story) for story in stories)
    assert len(re.findall(r"^    .* = ", text, re.MULTILINE)) > 5 * len(stories)
    assert hledger_finds(text) == ""


def test_beancount_agrees_with_every_month_of_every_story(run: Path, stories: list[ScenarioJournal]) -> None:
    text = "\n".join(beancount_text(run, story) for story in stories)
    assert len(re.findall(r"^\S+ balance ", text, re.MULTILINE)) > 5 * len(stories)
    assert beancount_finds(text) == ""


def test_books_beside_the_primary_are_exported_and_proved_too(stories: list[ScenarioJournal]) -> None:
    beside = [story for story in stories if story.book]
    assert {story.book for story in beside} >= {"US GAAP", "Local GAAP"}
    pairs = [
        (own.path, own.journal.entries != other.journal.entries)
        for own in stories
        for other in beside
        if _pair(own, other)
    ]
    assert len(pairs) == len(beside)
    assert any(differ for _, differ in pairs)


def _pair(own: ScenarioJournal, other: ScenarioJournal) -> bool:
    return own.path == other.path and not own.book


def unbalanced_by_less_than_a_cent(entry: str) -> str:
    return POSTING.sub(r"\1\2\3\4\g<5>4\6", entry, count=1)


def less_than_a_cent_on_both_sides(entry: str) -> str:
    # Two lines that cancel out, of 0.004 each: the entry balances, the accounts do not.
    _, account, *_, code = next(POSTING.finditer(entry)).groups()
    _, other, *_ = list(POSTING.finditer(entry))[-1].groups()
    return f"{entry}\n    {account}  0.004{code}\n    {other}  -0.004{code}"


def another_customer(entry: str) -> str:
    return re.sub(r"(:)[^:\n]+?(  -?[\d.]+ [A-Z]{3})(?:  ;.*)?$", r"\1Somebody\2", entry, flags=re.MULTILINE)


def missing(_entry: str) -> str:
    return ""


def twice(entry: str) -> str:
    return f"{entry}\n\n{entry}"


def the_other_way_round(entry: str) -> str:
    turned = POSTING.sub(lambda found: f"    {found[2]}  {'' if found[4] else '-'}{found[5]}{found[6]}", entry)
    assert turned != entry
    return turned


FAULTS = (
    unbalanced_by_less_than_a_cent,
    less_than_a_cent_on_both_sides,
    another_customer,
    missing,
    twice,
    the_other_way_round,
)


def seeded(text: str, fault: Callable[[str], str], declared: str) -> str:
    """The text with one fault in the first entry about receivables, where the wrong customer has accounts too."""
    blocks = text.split("\n\n")
    at = next(at for at, block in enumerate(blocks) if POSTING.search(block) and ":Receivables:" in block)
    broken = [*blocks[:at], fault(blocks[at]), *blocks[at + 1 :]]
    accounts = sorted({match[2].rpartition(":")[0] for match in POSTING.finditer(blocks[at])})
    more = "\n".join(declared.format(f"{account}:Somebody") for account in accounts)
    return f"{more}\n\n" + "\n\n".join(broken)


def about_receivables(stories: list[ScenarioJournal]) -> ScenarioJournal:
    return next(
        story
        for story in stories
        if any(line.account == "Receivables" for entry in story.journal.entries for line in entry.lines)
    )


@needs_hledger
@pytest.mark.parametrize("fault", FAULTS)
def test_hledger_sees_each_fault(fault: Callable[[str], str], run: Path, stories: list[ScenarioJournal]) -> None:
    text = hledger_text(run, about_receivables(stories))
    assert hledger_finds(seeded(text, lambda entry: entry, "account {}")) == ""
    assert hledger_finds(seeded(text, fault, "account {}")) != ""


@pytest.mark.parametrize("fault", FAULTS)
def test_beancount_sees_each_fault(fault: Callable[[str], str], run: Path, stories: list[ScenarioJournal]) -> None:
    text = beancount_text(run, about_receivables(stories))
    assert beancount_finds(seeded(text, lambda entry: entry, "2000-01-01 open {}")) == ""
    assert beancount_finds(seeded(text, fault, "2000-01-01 open {}")) != ""


@needs_hledger
def test_a_whole_run_is_judged_and_one_without_journals_proves_nothing(
    run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(run) == 0
    assert "agree with the journals of" in capsys.readouterr().out
    assert main(tmp_path) == 1


def test_beancount_is_asked_strictly() -> None:
    assert "tolerance" in STRICT
    books = '2026-01-01 open Assets:A\n2026-01-01 open Income:B\n\n2026-01-02 * "sale"\n    Assets:A  1.00 USD\n'
    assert beancount_finds(f"{books}    Income:B  -1.00 USD\n\n2026-02-01 balance Assets:A  1.01 USD\n") != ""


@pytest.mark.parametrize("form", ["hledger", "ledger", "beancount", "csv", "json"])
def test_a_run_is_exported_journal_by_journal(
    form: str, run: Path, stories: list[ScenarioJournal], tmp_path: Path
) -> None:
    done = CliRunner().invoke(app, ["export", str(run), "--format", form, "--out", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (0, f"written: {len(stories)} journals in {tmp_path}\n")
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert len(files) == len(stories)
    assert all("Receivables" in path.read_text(encoding="utf-8") for path in files if "year_end" in str(path))


def test_a_folder_that_is_no_run_is_said_in_one_sentence(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["export", str(tmp_path)])
    assert (done.exit_code, done.stdout) == (1, "")
    assert "is no finished run" in done.stderr
