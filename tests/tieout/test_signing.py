"""Sign-offs: who may sign what, and every way to tamper with a signed pack, each found and named."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tieout.cli import app
from tieout.feature_files import read

ROOT = Path(__file__).resolve().parents[2]
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


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("keys")
    for name in ("ada", "bob", "eve"):
        assert tieout("new", "key", folder / name).status == 0
    return {name: folder / name for name in ("ada", "bob", "eve")}


@pytest.fixture(scope="module")
def features(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A features folder of its own, as it was when the run was signed."""
    folder = tmp_path_factory.mktemp("stories") / "features"
    for name in FEATURES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "features" / name, folder / name)
    shutil.copy(ROOT / "features" / "tags.yaml", folder / "tags.yaml")
    (folder / "companies").mkdir()
    text = (ROOT / "scenarios" / "companies" / "northwind_saas.yaml").read_text()
    (folder / "companies" / "north.yaml").write_text(text.replace("company: Northwind SaaS", "company: North"))
    tax = folder / FEATURES[0]
    tax.write_text(tax.read_text().replace('"Northwind SaaS"', '"North"'))
    return folder


@pytest.fixture(scope="module")
def fresh(features: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished run that nobody has signed."""
    out = tmp_path_factory.mktemp("out")
    call = [sys.executable, "-m", "tieout.cli", "run", str(features), "--out", str(out)]
    done = subprocess.run(
        call, cwd=features.parent, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stdout
    return (out / "latest").resolve()


@pytest.fixture
def run(fresh: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(fresh, tmp_path / "run"))


@pytest.fixture(scope="module")
def closed(fresh: Path, keys: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    run = Path(shutil.copytree(fresh, tmp_path_factory.mktemp("signed") / "run"))
    assert sign(run, keys["ada"], "Process owner", "Ada", "prepared").status == 0
    assert sign(run, keys["bob"], "Controller", "Bob", "approved").status == 0
    assert (
        sign(
            run, keys["bob"], "Operations lead", "Bob", "approved with conditions", "--condition", "watch April"
        ).status
        == 0
    )
    pack = run.parent / "pack"
    assert tieout("pack", run, pack, "--key", keys["ada"], "--name", "Ada").status == 0
    return pack


@pytest.fixture
def pack(closed: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(closed, tmp_path / "pack"))


def sign(run: Path, key: Path, role: str, name: str, meaning: str, *more: str) -> Said:
    return tieout("sign", run, "--key", key, "--as", role, "--name", name, "--meaning", meaning, *more)


def test_a_signed_pack_is_verified_with_nothing_else(pack: Path) -> None:
    said = tieout("verify", pack)
    assert said.status == 0
    assert "signed: Controller, Bob" in said.text
    assert "approved with conditions; on condition: watch April" in said.text
    assert "not signed: Process owner" in said.text  # preparing is not approving
    assert "verified: 12 scenarios, every byte as it was sealed and signed" in said.text


def test_a_zip_file_is_the_same_pack(run: Path, keys: dict[str, Path], tmp_path: Path) -> None:
    assert sign(run, keys["ada"], "Process owner", "Ada", "prepared").status == 0
    for name in ("one.zip", "two.zip"):
        assert tieout("pack", run, tmp_path / name, "--key", keys["ada"], "--name", "Ada").status == 0
    assert tieout("verify", tmp_path / "one.zip").status == 0
    assert "is there already" in tieout("pack", run, tmp_path / "one.zip", "--key", keys["ada"], "--name", "Ada").text


def test_who_prepared_may_not_approve_whatever_they_call_themselves(run: Path, keys: dict[str, Path]) -> None:
    assert "nobody has signed this run as" in sign(run, keys["bob"], "Controller", "Bob", "approved").text
    assert sign(run, keys["ada"], "Process owner", "Ada  Lovelace", "prepared").status == 0
    assert "who prepared may not approve" in sign(run, keys["ada"], "Controller", "Bob", "approved").text
    assert "who prepared may not approve" in sign(run, keys["bob"], "Controller", "ada lovelace", "approved").text
    assert len(list((run / "signatures").iterdir())) == 1


@pytest.mark.parametrize(
    ("role", "meaning", "more", "sentence"),
    [
        (
            "Controler",
            "reviewed",
            [],
            '"Controler" does not sign this run; the companies in it name Process owner, Controller',
        ),
        ("Controller", "fine", [], '"fine" is no meaning of a signature; it is one of prepared, reviewed, approved'),
        ("Controller", "approved with conditions", [], '"approved with conditions" needs its conditions'),
        (
            "Controller",
            "reviewed",
            ["--condition", "x"],
            '"reviewed" has no conditions; sign as "approved with conditions"',
        ),
    ],
)
def test_what_cannot_be_signed(
    run: Path, keys: dict[str, Path], role: str, meaning: str, more: list[str], sentence: str
) -> None:
    said = sign(run, keys["bob"], role, "Bob", meaning, *more)
    assert said.status == 1
    assert sentence in said.text
    assert not (run / "signatures").exists()


def test_a_changed_run_cannot_be_signed(run: Path, keys: dict[str, Path]) -> None:
    change(run / CREDIT, "passed", "failed")
    assert (
        "is not what was sealed, so nobody can sign it" in sign(run, keys["ada"], "Controller", "Ada", "prepared").text
    )


def test_keys_that_cannot_be_used(
    run: Path, keys: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loose = tmp_path / "loose"
    shutil.copy(keys["bob"], loose)
    loose.chmod(0o644)
    other = tmp_path / "other"
    other.write_text("no key")
    other.chmod(0o600)
    monkeypatch.setenv("TIEOUT_PASSPHRASE", "secret words")
    assert tieout("new", "key", tmp_path / "locked").status == 0
    assert sign(run, tmp_path / "locked", "Controller", "Bob", "reviewed").status == 0
    monkeypatch.setenv("TIEOUT_PASSPHRASE", "other words")
    assert (
        "cannot be opened with this passphrase" in sign(run, tmp_path / "locked", "Controller", "Bob", "reviewed").text
    )
    monkeypatch.delenv("TIEOUT_PASSPHRASE")
    assert "is locked; put its passphrase into" in sign(run, tmp_path / "locked", "Controller", "Bob", "reviewed").text
    assert f"chmod 600 {loose}" in sign(run, loose, "Controller", "Bob", "reviewed").text
    assert "is no private key in PEM form" in sign(run, other, "Controller", "Bob", "reviewed").text
    assert "there is no such file" in sign(run, tmp_path / "none", "Controller", "Bob", "reviewed").text
    assert "a key is never overwritten" in tieout("new", "key", keys["bob"]).text


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    read.cache_clear()  # a feature is read once in a process; here it changes in between


def rewritten(path: Path, edit: Callable[[dict[str, object]], None]) -> None:
    told = json.loads(path.read_text())
    edit(told)
    path.write_text(json.dumps(told, indent=1, sort_keys=True, ensure_ascii=False) + "\n")


def statement(path: Path, **changed: object) -> None:
    rewritten(path, lambda told: told["statement"].update(changed))  # type: ignore[attr-defined]


TAMPERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "an amount in the evidence": (lambda p: change(p / CREDIT, '"minor":', '"minor":1'), CREDIT),
    "a verdict in the evidence": (lambda p: change(p / CREDIT, '"verdict":"passed"', '"verdict":"failed"'), CREDIT),
    "a line of evidence taken out": (lambda p: (p / CREDIT).write_text("".join((p / CREDIT).read_text().splitlines(True)[1:])), CREDIT),
    "an evidence file taken out": (lambda p: (p / CREDIT).unlink(), CREDIT),
    "an evidence file put in": (lambda p: shutil.copy(p / CREDIT, p / f"{CREDIT[:-6]}-2.jsonl"), f"{CREDIT[:-6]}-2.jsonl"),
    "one evidence file in place of another": (
        lambda p: shutil.copy(p / CREDIT, p / CREDIT.replace("a-credit-after-the-change-gives-back-the-old-rate", "the-next-invoice-takes-the-new-rate")),
        "the-next-invoice-takes-the-new-rate",
    ),
    "a feature": (lambda p: change(p / "sources/features/tax/tax_change.feature", "Scenario", "Szenario"), "sources/features/tax/tax_change.feature"),
    "a feature taken out": (lambda p: (p / "sources/features/tax/tax_change.feature").unlink(), "sources/features/tax/tax_change.feature"),
    "a company": (lambda p: change(next((p / "sources/companies").glob("north.*")), "USD", "EUR"), "sources/companies/north."),
    "the report": (lambda p: change(p / "report.html", "passed", "Passed"), "report.html"),
    "the JUnit file": (lambda p: change(p / "junit.xml", "<", "< "), "junit.xml"),
    "the commit in the manifest": (lambda p: rewritten(p / "manifest.json", lambda m: m.update(commit="0")), "manifest.json"),
    "the control total": (lambda p: rewritten(p / "manifest.json", lambda m: m["control_total"].update(written=13)), "manifest.json"),  # type: ignore[attr-defined]
    "who must sign": (lambda p: rewritten(p / "manifest.json", lambda m: m.update(sign_offs=[])), "manifest.json"),
    "the manifest taken out": (lambda p: (p / "manifest.json").unlink(), "manifest.json"),
    "the name under a signature": (lambda p: statement(p / "signatures/002-controller.json", name="Eve"), "signatures/002-controller.json"),
    "a condition": (lambda p: statement(p / "signatures/003-operations-lead.json", conditions=[], meaning="approved"), "signatures/003"),
    "the date of a signature": (lambda p: statement(p / "signatures/002-controller.json", signed_at="2020-01-01"), "signatures/002-controller.json"),
    "a signature taken out": (lambda p: (p / "signatures/002-controller.json").unlink(), "signatures/002-controller.json"),
    "the last signature taken out": (lambda p: (p / "signatures/003-operations-lead.json").unlink(), "signatures/003-operations-lead.json"),
    "a signature copied": (lambda p: shutil.copy(p / "signatures/002-controller.json", p / "signatures/004-controller.json"), "signatures/004-controller.json"),
    "a signature that is none": (lambda p: (p / "signatures/002-controller.json").write_text("{}"), "signatures/002-controller.json"),
    "a key in place of another": (
        lambda p: rewritten(p / "signatures/002-controller.json", lambda s: s.update(public_key=json.loads((p / "pack.json").read_text())["public_key"])),
        "signatures/002-controller.json",
    ),
    "the list of the pack": (lambda p: rewritten(p / "pack.json", lambda s: s["statement"]["files"].pop("junit.xml")), "pack.json"),  # type: ignore[index]
    "the list of the pack taken out": (lambda p: (p / "pack.json").unlink(), "pack.json"),
    "a file put into the pack": (lambda p: (p / "note.txt").write_text("approved"), "note.txt"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERS)
def test_every_change_is_found_and_named(pack: Path, what: str) -> None:
    tamper, named = TAMPERS[what]
    tamper(pack)
    said = tieout("verify", pack)
    assert said.status == 1
    assert any(line.startswith("broken: ") and named in line for line in said.text.splitlines()), said.text
    assert "the first broken link is" in said.text
    assert "verified" not in said.text


def test_even_a_list_made_new_does_not_hide_that_the_last_signature_is_gone(pack: Path, keys: dict[str, Path]) -> None:
    """Only who closed the pack could list it anew; another key shows against the list of signers."""
    (pack / "signatures/003-operations-lead.json").unlink()
    rewritten(pack / "pack.json", lambda told: told["statement"]["files"].pop("signatures/003-operations-lead.json"))  # type: ignore[index]
    assert "the list was changed after the pack was closed" in tieout("verify", pack).text


def test_a_change_voids_what_it_touches_and_no_more(pack: Path) -> None:
    change(pack / CREDIT, '"minor":', '"minor":1')
    said = tieout("verify", pack).text
    assert said.count("void: ") == 1
    assert "void: features/tax/tax_change.feature: A credit after the change gives back the old rate: " in said
    assert "1 of 12 scenarios are void, 11 stand" in said


def test_a_feature_or_a_company_changed_since_voids_its_scenarios(pack: Path, features: Path, tmp_path: Path) -> None:
    today = Path(shutil.copytree(features, tmp_path / "features"))
    assert tieout("verify", pack, "--against", today).status == 0
    change(today / FEATURES[1], "Feature:", "# a remark\n\n\nFeature:")
    assert tieout("verify", pack, "--against", today).status == 0  # a remark says nothing
    change(today / FEATURES[0], "Scenario: A credit", "Scenario: Another credit")
    said = tieout("verify", pack, "--against", today)
    assert (said.status, said.text.count("void: ")) == (1, 1)
    assert "nothing in the pack was changed; 1 of 12 scenarios are void, 11 stand" in said.text
    change(today / "companies" / "north.yaml", "USD", "EUR")
    assert tieout("verify", pack, "--against", today).text.count("the company North is another one today") == 4


def test_packs_are_chained(pack: Path, run: Path, keys: dict[str, Path], tmp_path: Path) -> None:
    assert sign(run, keys["ada"], "Process owner", "Ada", "prepared").status == 0
    close = ("--key", keys["ada"], "--name", "Ada")
    assert tieout("pack", run, tmp_path / "next.zip", *close, "--after", pack).status == 0
    assert tieout("pack", run, tmp_path / "other.zip", *close).status == 0
    assert tieout("verify", tmp_path / "next.zip", "--after", pack).status == 0
    assert "does not follow pack" in tieout("verify", tmp_path / "other.zip", "--after", pack).text
    (pack / "junit.xml").write_text("")
    assert (
        "the pack before, pack, is broken" in tieout("pack", run, tmp_path / "third.zip", *close, "--after", pack).text
    )


def test_signers_are_known_by_their_keys(pack: Path, tmp_path: Path) -> None:
    told = tieout("verify", pack).text.splitlines()
    prints = {
        line.split(", ")[1]: line.rpartition("(key ")[2].rstrip(")") for line in told if line.startswith("signed: ")
    }
    signers = tmp_path / "signers.txt"
    signers.write_text(f"# who signs here\nAda {prints['Ada']}\nBob {prints['Bob']}\n")
    assert tieout("verify", pack, "--signers", signers).status == 0
    signers.write_text(f"Ada {prints['Ada']}\nBob {prints['Ada']}\n")
    assert "unknown key: Bob signed with" in tieout("verify", pack, "--signers", signers).text
    signers.write_text("Ada\n")
    assert "signers.txt:1: write a name and a fingerprint" in tieout("verify", pack, "--signers", signers).text


def test_files_that_are_no_packs_are_refused_in_a_sentence(tmp_path: Path, closed: Path) -> None:
    (tmp_path / "text.zip").write_text("no zip")
    assert "is no pack that can be opened" in tieout("verify", tmp_path / "text.zip").text
    assert "there is no pack" in tieout("verify", tmp_path / "none.zip").text
    with zipfile.ZipFile(tmp_path / "out.zip", "w") as packed:
        packed.writestr("../evil", "x")
    assert "would lie outside" in tieout("verify", tmp_path / "out.zip").text
    with zipfile.ZipFile(tmp_path / "twice.zip", "w") as packed:
        packed.writestr("pack.json", "x")
        with pytest.warns(UserWarning, match="Duplicate name"):
            packed.writestr("pack.json", "y")
    assert "holds pack.json twice" in tieout("verify", tmp_path / "twice.zip").text
    assert (
        "is no finished run"
        in tieout("pack", tmp_path, tmp_path / "x.zip", "--key", tmp_path / "k", "--name", "A").text
    )


def test_a_pack_holds_a_pdf_that_shows_who_signed_and_the_gate(
    run: Path, keys: dict[str, Path], tmp_path: Path
) -> None:
    assert sign(run, keys["ada"], "Process owner", "Ada", "prepared").status == 0
    plan = tmp_path / "plan.yaml"
    plan.write_text("rollout: Nord\nphases:\n  - phase: pilot\n    signs: [Controller]\n")
    close = ("--key", keys["ada"], "--name", "Ada", "--plan", plan, "--phase")
    assert (
        "Nord has no phase 'pilt'; did you mean 'pilot'?" in tieout("pack", run, tmp_path / "pack", *close, "pilt").text
    )
    assert tieout("pack", run, tmp_path / "pack", *close, "pilot").status == 0
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "pack" / "signoff.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for told in (
        "Sign-off report",
        "Ada",
        "prepared",
        "Gate: Nord, pilot",
        "Controller",
        "not signed",
        "A credit after the change gives back the old rate",
    ):
        assert told in text
    assert tieout("verify", tmp_path / "pack").status == 0


def test_the_pdf_is_made_again_the_same(run: Path) -> None:
    assert tieout("report", run, "--pdf").status == 0
    first = (run / "signoff.pdf").read_bytes()
    assert first.startswith(b"%PDF")
    assert tieout("report", run, "--pdf").status == 0
    assert (run / "signoff.pdf").read_bytes() == first
