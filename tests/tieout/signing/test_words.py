"""A role's later word: who closes a pack anew can leave it out of the list, and is found out by every other place where it lies."""

import json
import shutil
from pathlib import Path

import pytest

from tests.tieout.signed import sign, tieout
from tests.tieout.signing.test_broken_packs import closed_anew

LATER = ("approved with conditions", "--condition", "the April credit is posted")


@pytest.fixture
def own(keys: dict[str, Path], tmp_path: Path) -> dict[str, Path]:
    """Keys beside which nothing lies yet."""
    (tmp_path / "own").mkdir()
    return {name: Path(shutil.copy(key, tmp_path / "own" / name)) for name, key in keys.items()}


@pytest.fixture
def later(run: Path, pack: Path, own: dict[str, Path], tmp_path: Path) -> Path:
    """The pack of a run on which the controller said something else in the end."""
    shutil.copytree(pack / "signatures", run / "signatures")
    said = sign(run, own["bob"], "Controller", "Bob", *LATER)
    assert f"your copy: {own['bob']}.words" in said.text
    close = ("--key", own["ada"], "--name", "Ada", "--after", pack)
    assert tieout("pack", run, tmp_path / "later", *close).status == 0
    return tmp_path / "later"


def dropped(later: Path, own: dict[str, Path]) -> Path:
    """The same pack without that word, listed and signed anew by who closed it."""
    anew = Path(shutil.copytree(later, later.parent / "anew"))
    (anew / "signatures" / "004-controller.json").unlink()
    return closed_anew(anew, own["ada"])


def test_a_later_word_that_is_left_out_is_named_by_every_place_where_it_lies(
    later: Path, run: Path, own: dict[str, Path], tmp_path: Path
) -> None:
    assert tieout("verify", later).status == 0
    copies = tmp_path / "own" / "bob.words"
    anew = dropped(later, own)
    for there in (copies, run, later):
        assert tieout("verify", later, "--words", there).status == 0
        said = tieout("verify", anew, "--words", there)
        assert said.status == 1
        assert (
            "broken: signatures: a word on this very run is missing: Controller, Bob, approved with conditions, "
            in said.text
        )
    assert "a word on this very run is missing: Controller, Bob, " in tieout("verify", anew, "--after", later).text


def test_a_word_that_is_listed_and_gone_is_named(later: Path, own: dict[str, Path]) -> None:
    (later / "signatures" / "004-controller.json").unlink()
    said = tieout("verify", later)
    assert (
        "broken: signatures/004-controller.json: this word was in the pack and is gone: Controller, Bob, " in said.text
    )
    told = json.loads((later / "pack.json").read_text())["statement"]
    assert [word["meaning"] for word in told["words"]][1:] == [
        "approved",
        "approved with conditions",
        "approved with conditions",
    ]
    shutil.copy(later / "signatures" / "002-controller.json", later / "signatures" / "004-controller.json")
    assert "this file is not the one that was packed" in tieout("verify", later).text


def test_a_pack_of_the_same_run_cannot_be_closed_without_the_words_of_the_one_before(
    later: Path, run: Path, own: dict[str, Path], tmp_path: Path
) -> None:
    (run / "signatures" / "004-controller.json").unlink()
    said = tieout("pack", run, tmp_path / "anew", "--key", own["ada"], "--name", "Ada", "--after", later)
    assert said.status == 1
    assert "later is a pack of this very run, and a word on this very run is missing: Controller, Bob, " in said.text
    assert not (tmp_path / "anew").exists()


def test_words_of_another_run_and_words_that_nobody_signed_are_none_of_this_one(
    later: Path, own: dict[str, Path], tmp_path: Path
) -> None:
    (copy,) = (tmp_path / "own" / "bob.words").iterdir()
    anew = dropped(later, own)
    for old, new in (
        ('"meaning": "approved with conditions"', '"meaning": "rejected"'),
        ('"manifest": "', '"manifest": "0'),
    ):
        (tmp_path / "false").mkdir(exist_ok=True)
        (tmp_path / "false" / copy.name).write_text(copy.read_text().replace(old, new))
        assert tieout("verify", anew, "--words", tmp_path / "false").status == 0
    (tmp_path / "none").mkdir()
    assert "holds no sign-off" in tieout("verify", anew, "--words", tmp_path / "none").text
    assert "there is nothing at" in tieout("verify", anew, "--words", tmp_path / "nowhere").text


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("B\u043eb", "mixes Latin and Cyrillic letters"),
        ("Bob\u200b", "holds the invisible sign U+200B"),
        ("\uff22ob", "holds letters that only look like usual ones"),
    ],
)
def test_a_name_that_passes_for_another_is_refused(run: Path, keys: dict[str, Path], name: str, why: str) -> None:
    said = sign(run, keys["ada"], "Process owner", name, "prepared")
    assert said.status == 1
    assert f"{why}, so it may pass for another's; write it plainly" in said.text
    assert not (run / "signatures").exists()


def test_a_copy_that_cannot_be_kept_is_told_and_the_run_is_signed(run: Path, own: dict[str, Path]) -> None:
    own["ada"].with_name("ada.words").write_text("a file where the copies would lie")
    said = sign(run, own["ada"], "Process owner", "Ada", "prepared")
    assert said.status == 0
    assert "it is signed, but your copy of it cannot be written: " in said.text
    assert (run / "signatures" / "001-process-owner.json").is_file()
