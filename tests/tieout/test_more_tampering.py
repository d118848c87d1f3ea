"""More ways to tamper with a signed pack: what looks the same to a reader, what was true of another pack, what is cut or said twice."""

import json
import shutil
import unicodedata
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reports.evidence.encoding import canonical, signed_text
from reports.signing.keys import Key, make_key
from reports.signing.packs import close_pack
from reports.signing.sign_offs import SignOffRefused, sign
from tests.tieout.test_tampering import (
    NOON,
    copied,
    entry,
    is_named,
    keys,
    nothing,
    packed,
    place,
    remade,
    run,
    signed_run,
    verified,
    whole,
)

__all__ = ["keys", "packed", "place", "run", "whole"]
CONTROLLER = "signatures/002-controller.json"


def edited(pack: Path, name: str, edit: Callable[[dict[str, Any]], object]) -> None:
    told = json.loads((pack / name).read_text())
    edit(told)
    (pack / name).write_text(signed_text(told))


def replayed(pack: Path, theirs: Path) -> None:
    """A sign-off that the same person gave, with the same key, to another run."""
    shutil.copy(theirs / CONTROLLER, pack / CONTROLLER)


def reordered(pack: Path) -> None:
    told = json.loads((pack / "manifest.json").read_text())
    told["files"].reverse()
    (pack / "manifest.json").write_text(json.dumps(told, sort_keys=True, indent=1, ensure_ascii=False) + "\n")


def backdated(pack: Path) -> None:
    edited(pack, "pack.json", lambda told: told["statement"].update(closed_at="2020-01-01T00:00:00Z"))


TAMPERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a letter of a file's name is Cyrillic": (lambda p: (p / "report.html").rename(p / "rep\u043ert.html"), "report.html"),
    "a file beside whose name looks the same": (lambda p: (p / "manif\u0435st.json").write_text("{}"), "manif\u0435st.json"),
    "an invisible sign in a file's name": (lambda p: (p / "report.html").rename(p / "report\u200b.html"), "report.html"),
    "the manifest in another order": (reordered, "manifest.json"),
    "the day on which it was closed": (backdated, "pack.json"),
    "the role of a sign-off": (lambda p: edited(p, CONTROLLER, lambda t: t["statement"].update(role="Process owner")), CONTROLLER),
    "the meaning of a sign-off": (lambda p: edited(p, CONTROLLER, lambda t: t["statement"].update(meaning="approved", conditions=[])), CONTROLLER),
    "the name under a sign-off, in letters that look the same": (
        lambda p: edited(p, CONTROLLER, lambda t: t["statement"].update(name="B\u043eb")), CONTROLLER),
    "one key's signature under another's statement": (
        lambda p: edited(p, CONTROLLER, lambda t: t.update(signature=json.loads((p / "signatures/001-process-owner.json").read_text())["signature"])),
        CONTROLLER,
    ),
    "the PDF": (lambda p: (p / "signoff.pdf").write_bytes((p / "signoff.pdf").read_bytes().replace(b"%PDF-1.7", b"%PDF-1.6")), "signoff.pdf"),
    "the PDF cut off": (lambda p: (p / "signoff.pdf").write_bytes((p / "signoff.pdf").read_bytes()[:500]), "signoff.pdf"),
    "a word in the list that was never said": (
        lambda p: edited(p, "pack.json", lambda t: t["statement"]["words"].append({**t["statement"]["words"][1], "sha256": "0" * 64})), "pack.json"),
    "a word taken out of the list": (lambda p: edited(p, "pack.json", lambda t: t["statement"]["words"].pop()), "pack.json"),
    "a role that is said not to have signed": (lambda p: edited(p, "pack.json", lambda t: t["statement"].update(without=["Controller"])), "pack.json"),
    "an evidence file emptied": (lambda p: (p / "evidence/amendments.upsell/one.jsonl").write_bytes(b""), "one.jsonl"),
    "the signatures' folder renamed": (lambda p: (p / "signatures").rename(p / "Signatures"), "signatures/"),
}  # fmt: skip


@pytest.mark.parametrize("what", TAMPERS)
def test_it_is_found_and_named(whole: Path, tmp_path: Path, what: str) -> None:
    is_named(copied(whole, tmp_path), *TAMPERS[what])


def test_a_signature_of_another_run_is_no_signature_of_this_one(
    whole: Path, keys: dict[str, Key], tmp_path: Path
) -> None:
    theirs = signed_run(tmp_path / "theirs", keys, "One", "Other")
    pack = copied(whole, tmp_path)
    replayed(pack, theirs)
    ok, lines = verified(pack)
    assert not ok
    assert any(f"{CONTROLLER}: Bob signed another manifest than the one that lies here" in line for line in lines), (
        lines
    )


def test_conditions_that_were_withdrawn_later_cannot_be_what_counts(
    run: Path, keys: dict[str, Key], tmp_path: Path
) -> None:
    """The controller takes the approval back; a pack closed anew without that word is held against the one that has it."""
    later = Path(shutil.copytree(run, tmp_path / "run"))
    sign(later, keys["bob"], role="Controller", name="Bob", meaning="rejected", conditions=(), signed_at=NOON)
    told = {"name": "Ada", "closed_at": NOON}
    honest = close_pack(later, tmp_path / "honest", keys["ada"], **told)
    assert any("its last word is rejected" in line for line in verified(honest)[1])
    (later / "signatures" / "003-controller.json").unlink()
    anew = close_pack(later, tmp_path / "anew", keys["ada"], **told)
    ok, lines = verified(anew, after=honest)
    assert not ok
    assert any("a word on this very run is missing: Controller, Bob, rejected" in line for line in lines), lines
    with pytest.raises(SignOffRefused, match="Controller, Bob, rejected"):
        close_pack(later, tmp_path / "third", keys["ada"], previous=honest, **told)


def test_a_pack_that_somebody_else_lists_anew_is_theirs_and_not_verified(whole: Path, tmp_path: Path) -> None:
    pack, key = copied(whole, tmp_path), make_key(tmp_path / "eve")
    told = json.loads((pack / "pack.json").read_text())
    told["statement"]["name"] = "Eve"
    told |= {"public_key": key.public, "signature": key.sign(canonical(told["statement"]))}
    (pack / "pack.json").write_text(signed_text(told))
    ok, lines = verified(pack)
    assert not ok
    assert any("Eve closed this pack and signed nothing in it" in line for line in lines), lines


@pytest.mark.parametrize("share", [1, 2, 3])
def test_a_zip_file_that_was_cut_is_no_pack(packed: Path, tmp_path: Path, share: int) -> None:
    content = packed.read_bytes()
    (tmp_path / "cut.zip").write_bytes(content[: len(content) * share // 4])
    with pytest.raises(SignOffRefused, match="is no pack that can be opened"):
        verified(tmp_path / "cut.zip")


def test_names_that_are_one_where_accents_are_composed_are_told(packed: Path, tmp_path: Path) -> None:
    names = [unicodedata.normalize(form, "caf\u00e9.txt") for form in ("NFC", "NFD")]
    remade(packed, tmp_path / "x.zip", nothing, *map(entry, names))
    with pytest.raises(SignOffRefused, match="which are one file where"):
        verified(tmp_path / "x.zip")


def test_the_same_file_twice_in_a_zip_file_is_told(packed: Path, tmp_path: Path) -> None:
    def again(new: zipfile.ZipFile) -> None:
        with pytest.warns(UserWarning, match="Duplicate name"):
            new.writestr(entry("report.html"), "approved")

    remade(packed, tmp_path / "x.zip", again)
    with pytest.raises(SignOffRefused, match=r"it holds report\.html twice"):
        verified(tmp_path / "x.zip")
