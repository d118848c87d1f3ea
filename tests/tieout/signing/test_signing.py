"""Sign-offs: who may sign what, and what a signed pack holds."""

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.tieout.signed import CREDIT, change, sign, sign_all, tieout


def test_a_signed_pack_is_verified_with_nothing_else(pack: Path) -> None:
    said = tieout("verify", pack)
    assert said.status == 0
    assert "signed: Controller, Bob" in said.text
    assert "approved with conditions; on condition: watch April" in said.text
    assert "not approved: Process owner: its last word is prepared" in said.text  # preparing is not approving
    assert "verified: 12 scenarios, every byte as it was sealed and signed" in said.text


def test_a_zip_file_is_the_same_pack(run: Path, keys: dict[str, Path], tmp_path: Path) -> None:
    sign_all(run, keys)
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


def test_packs_are_chained(pack: Path, run: Path, keys: dict[str, Path], tmp_path: Path) -> None:
    shutil.copytree(pack / "signatures", run / "signatures")
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
    silent = ("--without", "Controller", "--without", "Operations lead")
    close = ("--key", keys["ada"], "--name", "Ada", "--plan", plan, *silent, "--phase")
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
    assert "but not signed by Controller, Operations lead" in tieout("verify", tmp_path / "pack").text


def test_the_pdf_is_made_again_the_same(run: Path) -> None:
    assert tieout("report", run, "--pdf").status == 0
    first = (run / "signoff.pdf").read_bytes()
    assert first.startswith(b"%PDF")
    assert tieout("report", run, "--pdf").status == 0
    assert (run / "signoff.pdf").read_bytes() == first
