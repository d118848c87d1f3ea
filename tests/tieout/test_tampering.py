"""No byte, file or name of a signed pack can be another one unseen: laws of tampering, over a small pack."""

import json
import shutil
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reports.evidence.encoding import canonical, signed_text
from reports.run.page import render
from reports.signing.keys import Key, make_key
from reports.signing.packs import close_pack, opened
from reports.signing.sign_offs import SignOffRefused, sign
from tests.reports.sample import sealed, told
from tieout.verification import report

LAWS = settings(
    deadline=None, derandomize=True, max_examples=40, database=None, suppress_health_check=[HealthCheck.too_slow]
)
NOON = "2026-03-02T12:00:00Z"


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("packs")


@pytest.fixture(scope="module")
def keys(place: Path) -> dict[str, Key]:
    return {name: make_key(place / name) for name in ("ada", "bob", "eve")}


def signed_run(folder: Path, keys: dict[str, Key], *names: str) -> Path:
    for name in names:
        told(folder, name, "passed")
    sealed(folder, len(names), sign_offs=[{"role": "Controller", "meaning": "The books are right."}])
    render(folder)
    given = {"role": "Process owner", "name": "Ada", "meaning": "prepared", "conditions": ()}
    sign(folder, keys["ada"], signed_at=NOON, **given)
    given = {"role": "Controller", "name": "Bob", "meaning": "approved with conditions", "conditions": ("by 8 May",)}
    sign(folder, keys["bob"], signed_at=NOON, **given)
    return folder


@pytest.fixture(scope="module")
def run(place: Path, keys: dict[str, Key]) -> Path:
    return signed_run(place / "run", keys, "One", "Two")


@pytest.fixture(scope="module")
def whole(place: Path, run: Path, keys: dict[str, Key]) -> Path:
    return close_pack(run, place / "pack", keys["ada"], name="Ada", closed_at=NOON)


@pytest.fixture(scope="module")
def packed(place: Path, run: Path, keys: dict[str, Key]) -> Path:
    return close_pack(run, place / "pack.zip", keys["ada"], name="Ada", closed_at=NOON)


def verified(pack: Path, **more: Path) -> tuple[bool, list[str]]:
    with opened(pack) as folder:
        return report(folder, None, more.get("after"), None, closed=True)


def contents(pack: Path) -> dict[str, bytes]:
    with opened(pack) as folder:
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_nobody_touched_is_verified(whole: Path, packed: Path) -> None:
    assert verified(whole)[0]
    assert verified(packed)[0]
    assert contents(whole).keys() == contents(packed).keys()


@LAWS
@given(data=st.data())
def test_any_byte_of_any_file_is_found_and_its_file_named(whole: Path, data: st.DataObject) -> None:
    files = sorted(path for path in whole.rglob("*") if path.is_file())
    path = data.draw(st.sampled_from(files))
    before = path.read_bytes()
    at = data.draw(st.integers(0, len(before)))
    how = data.draw(st.sampled_from(["changed", "added", "removed", "cut"]))
    rest = before[at + 1 :]
    after = {
        "changed": before[:at] + bytes([(before[at] + data.draw(st.integers(1, 255))) % 256]) + rest if at < len(before) else before + b" ",
        "added": before[:at] + bytes([data.draw(st.integers(0, 255))]) + before[at:],
        "removed": before[:at] + rest if at < len(before) else before[:-1],
        "cut": before[:at] if at < len(before) else before[:-1],
    }[how]  # fmt: skip
    try:
        path.write_bytes(after)
        ok, lines = verified(whole)
    finally:
        path.write_bytes(before)
    name = path.relative_to(whole).as_posix()
    assert not ok
    assert any(line.startswith("broken: ") and name in line for line in lines), (how, at, lines)


@LAWS
@given(data=st.data())
def test_any_byte_of_a_zip_file_is_found_or_stands_for_the_very_same_files(
    packed: Path, place: Path, data: st.DataObject
) -> None:
    before = packed.read_bytes()
    at = data.draw(st.integers(0, len(before) - 1))
    changed = place / "changed.zip"
    changed.write_bytes(before[:at] + bytes([before[at] ^ (1 << data.draw(st.integers(0, 7)))]) + before[at + 1 :])
    try:
        ok, _ = verified(changed)
    except SignOffRefused:  # the usual end, in one sentence; any other error is a failure of this test
        return
    # The last bits of a compressed file mean nothing; whatever else is another bit is another pack.
    assert not ok or contents(changed) == contents(packed)


def copied(whole: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(whole, tmp_path / "pack"))


ONE, TWO = (f"evidence/amendments.upsell/{name}.jsonl" for name in ("one", "two"))


def swapped(pack: Path) -> None:
    one, two = (pack / ONE).read_bytes(), (pack / TWO).read_bytes()
    (pack / ONE).write_bytes(two)
    (pack / TWO).write_bytes(one)


def reordered(pack: Path) -> None:
    one, two = sorted((pack / "signatures").iterdir())
    for path, name in ((one, "002-process-owner.json"), (two, "001-controller.json")):
        path.rename(pack / "signatures" / name)


def resigned(pack: Path, **changed: object) -> None:
    """Somebody writes a sign-off anew under a key of their own."""
    key = make_key(pack.parent / "theirs")
    path = pack / "signatures/002-controller.json"
    statement = {**json.loads(path.read_text())["statement"], **changed}
    path.write_text(
        signed_text({"statement": statement, "public_key": key.public, "signature": key.sign(canonical(statement))})
    )


def noted(pack: Path, name: str) -> None:
    path = pack / name
    path.write_text(signed_text({**json.loads(path.read_text()), "note": "approved"}))


def other_format(pack: Path, name: str) -> None:
    path = pack / name
    said = json.loads(path.read_text())
    said["statement"]["format"] += 1
    path.write_text(signed_text(said))


def same_letters(pack: Path) -> None:
    """The last letter before the "==" of a signature has bits that stand for nothing."""
    path = pack / "pack.json"
    said = json.loads(path.read_text())
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    body, last = said["signature"][:-3], said["signature"][-3]
    said["signature"] = f"{body}{letters[letters.index(last) ^ 1]}=="
    path.write_text(signed_text(said))


TAMPERS: dict[str, tuple[Callable[[Path], object], str]] = {
    "two files swapped": (swapped, ONE),
    "a file renamed": (lambda p: (p / ONE).rename(p / ONE.replace("one", "uno")), ONE),
    "a file renamed by a capital": (lambda p: (p / "junit.xml" if (p / "junit.xml").exists() else p / "report.html").rename(p / "Report.html"), "Report.html"),
    "a file put in that differs by a capital": (lambda p: (p / "REPORT.html").write_text("x"), "REPORT.html"),
    "a hidden file put in": (lambda p: (p / ".note").write_text("x"), ".note"),
    "an empty folder put in": (lambda p: (p / "approved").mkdir(), "approved"),
    "a file that became a link to itself": (lambda p: ((p / "report.html").rename(p.parent / "r"), (p / "report.html").symlink_to(p.parent / "r")), "report.html"),
    "a folder that became a link": (lambda p: ((p / "evidence").rename(p.parent / "e"), (p / "evidence").symlink_to(p.parent / "e")), "evidence"),
    "a link put in": (lambda p: (p / "more").symlink_to(p), "more"),
    "signatures reordered": (reordered, "signatures/"),
    "a signature of another key": (resigned, "signatures/002-controller.json"),
    "a condition taken away by another key": (lambda p: resigned(p, meaning="approved", conditions=[]), "signatures/002-controller.json"),
    "a remark beside a signature": (lambda p: noted(p, "signatures/002-controller.json"), "signatures/002-controller.json"),
    "a remark beside the list": (lambda p: noted(p, "pack.json"), "pack.json"),
    "another form of a signature": (lambda p: other_format(p, "signatures/002-controller.json"), "signatures/002-controller.json"),
    "another form of the list": (lambda p: other_format(p, "pack.json"), "pack.json"),
    "another spelling of the same signature": (same_letters, "pack.json"),
    "lines ended otherwise": (lambda p: (p / "pack.json").write_bytes((p / "pack.json").read_bytes().replace(b"\n", b"\r\n")), "pack.json"),
}  # fmt: skip


def is_named(pack: Path, tamper: Callable[[Path], object], named: str) -> None:
    """What somebody does to a pack is found, and the file said."""
    tamper(pack)
    ok, lines = verified(pack)
    assert not ok
    assert any(line.startswith("broken: ") and named in line for line in lines), lines


@pytest.mark.parametrize("what", TAMPERS)
def test_every_other_way_to_tamper_is_found_and_named(whole: Path, tmp_path: Path, what: str) -> None:
    is_named(copied(whole, tmp_path), *TAMPERS[what])


def test_a_file_of_another_pack_is_none_of_this_one(whole: Path, keys: dict[str, Key], tmp_path: Path) -> None:
    other = close_pack(
        signed_run(tmp_path / "run", keys, "One", "Three"), tmp_path / "other", keys["ada"], name="Ada", closed_at=NOON
    )
    for name in ("manifest.json", "pack.json", "report.html", "signatures/002-controller.json", "signoff.pdf"):
        pack = copied(whole, tmp_path / name.replace("/", "-"))
        shutil.copy(other / name, pack / name)
        ok, lines = verified(pack)
        assert not ok
        # A list of another pack is well signed; what is broken is every file that it lists otherwise.
        named = "signoff.pdf" if name == "pack.json" else name
        assert any(line.startswith("broken: ") and named in line for line in lines), name


def test_the_chain_breaks_where_a_pack_is_exchanged(
    whole: Path, run: Path, keys: dict[str, Key], tmp_path: Path
) -> None:
    after = {"name": "Ada", "closed_at": NOON}
    second = close_pack(run, tmp_path / "second.zip", keys["ada"], previous=whole, **after)
    third = close_pack(run, tmp_path / "third.zip", keys["ada"], previous=second, **after)
    assert verified(third, after=second)[0]
    ok, lines = verified(third, after=whole)
    assert not ok
    assert any("this pack does not follow pack: its chain names another one" in line for line in lines)


def entry(name: str, mode: int = stat.S_IFREG | 0o644) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    made.external_attr, made.compress_type = mode << 16, zipfile.ZIP_DEFLATED
    return made


def remade(
    packed: Path, to: Path, edit: Callable[[zipfile.ZipFile], object], *more: zipfile.ZipInfo, **changed: object
) -> Path:
    """The same files in a zip file that somebody else has written."""
    with zipfile.ZipFile(packed) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            for name, value in changed.items():
                setattr(one, name, value)
            new.writestr(one, old.read(one.filename))
        for one in more:
            new.writestr(one, "x")
        edit(new)
    return to


def flipped(path: Path, at: bytes, put: bytes) -> None:
    content = path.read_bytes()
    path.write_bytes(content.replace(at, put, 1))


def nothing(_: zipfile.ZipFile) -> None: ...


ZIPS: dict[str, tuple[Callable[[Path, Path], object], str]] = {
    "a remark": (lambda p, to: remade(p, to, lambda new: setattr(new, "comment", b"approved")), "remarks that nobody signed"),
    "a remark on a file": (lambda p, to: remade(p, to, nothing, comment=b"fine"), "remarks that nobody signed"),
    "more in a header": (lambda p, to: remade(p, to, nothing, extra=b"\x99\x99\x00\x00"), "remarks that nobody signed"),
    "another date": (lambda p, to: remade(p, to, nothing, date_time=(2026, 3, 2, 8, 0, 0)), "is not packed as a pack is"),
    "a link": (lambda p, to: remade(p, to, nothing, entry("link", stat.S_IFLNK | 0o777)), "link is no plain file"),
    "a folder": (lambda p, to: remade(p, to, nothing, entry("folder/", stat.S_IFDIR | 0o755)), "folder/ is no plain file"),
    "a file that may be run": (lambda p, to: remade(p, to, nothing, entry("go.sh", stat.S_IFREG | 0o755)), "go.sh is no plain file"),
    "a file twice but for a capital": (lambda p, to: remade(p, to, nothing, entry("PACK.json")), "pack.json and PACK.json, which are one file"),
    "a file outside": (lambda p, to: remade(p, to, nothing, entry("a/../../b")), "would lie outside of it: a/../../b"),
    "a file on a drive": (lambda p, to: remade(p, to, nothing, entry("c:evil")), "would lie outside of it: c:evil"),
    "something before it": (lambda p, to: to.write_bytes(b"#!/bin/sh\n" + p.read_bytes()), "are not the pack's"),
    "something after it": (lambda p, to: to.write_bytes(p.read_bytes() + b"\0"), "are not the pack's"),
    "another time in one header": (lambda p, to: (shutil.copy(p, to), flipped(to, struct.pack("<HH", 0, 33), struct.pack("<HH", 1, 33))), "are not the pack's"),
}  # fmt: skip


@pytest.mark.parametrize("what", ZIPS)
def test_a_zip_file_holds_a_pack_and_nothing_else(packed: Path, tmp_path: Path, what: str) -> None:
    make, said = ZIPS[what]
    make(packed, tmp_path / "x.zip")
    with pytest.raises(SignOffRefused) as refused:
        verified(tmp_path / "x.zip")
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
