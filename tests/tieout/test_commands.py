"""What can be typed wrong behind `tieout`, and what can happen to a run: one sentence, never a traceback, never status 0."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tieout.wrong_stories import STORY

ROOT = Path(__file__).resolve().parents[2]
COMPANY = (ROOT / "scenarios" / "companies" / "northwind_saas.yaml").read_text(encoding="utf-8")
NAMELESS = STORY.replace('    Given the company "Northwind SaaS"\n    And', "    Given")
ENV = {**os.environ, "PYTHONPATH": str(ROOT)}
SLOW = "Feature: Slow\n" + "".join(
    f"  Scenario: {n}\n" + "\n".join(STORY.splitlines()[2:]) + "\n    When time passes to 1 December 2026\n"
    for n in range(80)
)

TELLS = """import os
def pytest_runtest_logreport(report):
    if report.when == "teardown":
        os.write(int(os.environ["TOLD"]), b".")
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a right feature, one that names no company, and company files."""
    path = tmp_path_factory.mktemp("commands")
    files = {
        "right.feature": STORY,
        "nameless.feature": NAMELESS,
        "right.yaml": COMPANY,
        "wrong.yaml": COMPANY.replace("currency: USD", "curency: USD").replace("standard ledger", "standart ledger", 1),
        "empty.yaml": "",
        "open.yaml": "- [",
        "words.txt": "words",
    }
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    (path / "gone.feature").symlink_to("nowhere.feature")
    (path / "folder.feature").mkdir()
    (path / "latin.yaml").write_bytes(b"company: caf\xe9\n")
    return path


def tieout(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "tieout.cli", *arguments],
        cwd=folder,
        env=ENV,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


RUN = "run right.feature"
WRONG = {
    "run nameless.feature": 'the story names no company; begin with: Given the company "Northwind SaaS"',
    "run nameless.feature --world wrong.yaml": "wrong.yaml:8: legal entity: unknown key 'curency'; did you mean 'currency'?",
    "run nameless.feature --world empty.yaml": "empty.yaml:1: the file is empty",
    "run nameless.feature --world open.yaml": "open.yaml:2: this cannot be read as YAML",
    "run nameless.feature --world latin.yaml": "latin.yaml:1: the file is not text in UTF-8; save it so",
    "run nameless.feature --world none.yaml": "none.yaml:1: the file cannot be read: no such file or directory",
    "run nameless.feature --world Nortwind": "there is no company 'Nortwind'; ",
    f"{RUN} --stack nonsense": "there is no stack 'nonsense'; take built-in, served, or the address of served fakes",
    f"{RUN} --stack http://nonsense:xx": "http://nonsense:xx is no address (Invalid port: 'xx')",
    f"{RUN} --stack http://127.0.0.1:9": "the systems under test gave no answer: clock gave no answer to POST /_fakes/reset",
    f"{RUN} --vocabulary non.sense": "there is no module 'non' for --vocabulary non.sense",
    f"{RUN} -n two": "-n two is no number of processes; write one, like -n 2, or -n auto",
    f"{RUN} -n -3": "-n -3 is no number of processes",
    f"{RUN} -k (": "Wrong expression passed to '-k'",
    f"{RUN} --tags (": 'the tags "(" cannot be read',
    f"{RUN}::Stroy": "right.feature has no scenario 'Stroy'; did you mean Story?",
    "run rihgt.feature": "there is no feature file rihgt.feature; did you mean right.feature?",
    "run nowhere": "there is no file or folder nowhere; give a feature, or a folder of features",
    "run gone.feature": "gone.feature is a link to a file that is not there",
    "run folder.feature": "nothing to run",
    "run words.txt": "words.txt is no feature file; a feature's name ends in .feature",
    f"{RUN} --allure words.txt": "the folder words.txt cannot be written: File exists; choose another with --allure",
    f"{RUN} --out words.txt": "words.txt cannot be written: File exists; choose another with --out",
    "check nowhere": "there is no file or folder nowhere; give a feature, or a folder of features",
    "check words.txt": "words.txt is no feature file; a feature's name ends in .feature",
    "check folder.feature": "nothing to check: there is no .feature file here",
    "check right.feature --vocabulary nonsense": "there is no module 'nonsense' for --vocabulary nonsense",
    "steps nonsense": 'no sentence has the words "nonsense"; try fewer of them',
    "steps --vocabulary nonsense": "there is no module 'nonsense' for --vocabulary nonsense",
    "report nowhere": "nowhere is no finished run: it has no manifest.json",
    "new feature ///": '"///" has no letter a file could be named after',
    "new feature x --area ../..": '"../.." is no process area; it is a folder below features/',
    "serve --port nonsense": "Invalid value for '--port'",
    "serve --port 99999": "--port is a number from 0 to 65535, not 99999",
    "nonsense": "No such command 'nonsense'",
}


@pytest.mark.parametrize(("typed", "said"), WRONG.items(), ids=WRONG)
def test_what_is_typed_wrong_is_one_sentence(folder: Path, typed: str, said: str) -> None:
    done = tieout(folder, *typed.split())
    assert done.returncode != 0
    assert said in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert "a bug in Tieout" not in done.stdout


@pytest.mark.parametrize("world", ["right.yaml", "Northwind SaaS"])
def test_a_company_is_told_by_file_or_by_name(folder: Path, world: str) -> None:
    assert tieout(folder, "run", "nameless.feature", "--world", world).returncode == 0


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Überzahlung & Größe", "uberzahlung_grosse"),
        ("Two\nlines", "two_lines"),
        ("x" * 300, "x" * 80),
        ("../../etc/passwd", "etc_passwd"),
    ],
)
def test_a_feature_may_have_any_name(tmp_path: Path, name: str, file: str) -> None:
    done = tieout(tmp_path, "new", "feature", name, "--area", "pricing")
    assert done.returncode == 0, done.stderr
    assert [path.name for path in tmp_path.rglob("*.feature")] == [f"{file}.feature"]
    checked = tieout(tmp_path, "check", "features")
    assert len(checked.stdout.splitlines()) == 1, "nothing is wrong but that it has no steps"


def test_a_company_beside_the_features_is_found_and_looked_through(tmp_path: Path) -> None:
    (tmp_path / "tags.yaml").write_text("ours: ours\n")
    (tmp_path / "companies").mkdir()
    own = tmp_path / "companies" / "own.yaml"
    own.write_text(COMPANY.replace("Northwind SaaS", "Our Own").replace("- Globex", "- Zenith"), encoding="utf-8")
    story = STORY.replace("Northwind SaaS", "Our Own").replace("Globex", "Zenith")
    (tmp_path / "area").mkdir()
    (tmp_path / "area" / "own.feature").write_text(story, encoding="utf-8")
    done = tieout(tmp_path, "run", "area")
    assert done.returncode == 0, done.stdout + done.stderr
    (tmp_path / "area" / "own.feature").write_text(story.replace("Zenith", "Zenit"), encoding="utf-8")
    assert "Our Own has no customer 'Zenit'; did you mean Zenith?" in tieout(tmp_path, "check", "area").stdout
    own.write_text(own.read_text(encoding="utf-8").replace("currency: USD", "curency: USD"), encoding="utf-8")
    checked = tieout(tmp_path, "check", "area")
    assert checked.returncode == 1
    assert "companies/own.yaml:8: legal entity: unknown key 'curency'" in checked.stdout


def test_a_full_disk_is_one_sentence_a_scenario(tmp_path: Path) -> None:
    """A limit on the size of a file stands for a full disk."""
    (tmp_path / "right.feature").write_text(STORY + "    When time passes to 1 June 2026\n", encoding="utf-8")
    done = subprocess.run(
        ["sh", "-c", f"ulimit -f 4; exec {sys.executable} -m tieout.cli run right.feature"],
        cwd=tmp_path,
        env=ENV,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode == 1
    assert "the evidence cannot be written: File too large; free some, or choose another --out" in said
    assert "Traceback" not in said
    assert "OSError" not in said


@pytest.fixture
def running(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """A run of many scenarios that has begun to write evidence."""
    (tmp_path / "slow.feature").write_text(SLOW, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(TELLS, encoding="utf-8")
    heard, told = os.pipe()
    process = subprocess.Popen(
        [sys.executable, "-m", "tieout.cli", "run", "slow.feature"],
        cwd=tmp_path,
        env={**ENV, "TOLD": str(told)},
        pass_fds=[told],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    os.close(told)
    assert os.read(heard, 1), "the run ended before its first scenario"
    yield process
    process.kill()
    process.communicate()
    os.close(heard)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM], ids=["by hand", "by a build that is cancelled"])
def test_an_interrupted_run_says_where_its_evidence_is_and_is_no_result(
    running: "subprocess.Popen[str]", tmp_path: Path, how: signal.Signals
) -> None:
    running.send_signal(how)
    said, _ = running.communicate(timeout=60)
    assert running.returncode != 0
    assert "interrupted: what was seen so far is in out/" in said
    assert "Traceback" not in said
    assert not (tmp_path / "out/latest").exists()


def test_a_killed_run_is_no_result_and_the_next_one_is_whole(running: "subprocess.Popen[str]", tmp_path: Path) -> None:
    running.kill()
    running.communicate(timeout=60)
    [killed] = (tmp_path / "out").iterdir()
    assert "is no finished run" in tieout(tmp_path, "report", str(killed)).stderr
    (tmp_path / "conftest.py").unlink()
    assert tieout(tmp_path, "run", "slow.feature::7").returncode == 0
    assert (tmp_path / "out/latest/report.html").is_file()


def test_evidence_deleted_meanwhile_is_missed_by_the_control_total(
    running: "subprocess.Popen[str]", tmp_path: Path
) -> None:
    for path in tmp_path.glob("out/*/evidence/slow/*.jsonl"):
        path.unlink()
    said, _ = running.communicate(timeout=110)
    assert running.returncode == 1
    assert "control total: 80 scenarios are run, but" in said
    assert "Traceback" not in said


def test_a_port_in_use_is_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = tieout(tmp_path, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "cannot be used: Address already in use. Choose another with --port" in done.stderr
