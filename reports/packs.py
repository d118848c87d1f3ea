"""Sign-off packs: a run with its sign-offs, closed by who hands it over, chained to the pack before it.

A pack is a folder or a zip file. `pack.json` lists every file with its hash and is signed, so nothing can be changed, left out
or put in; it names the pack before it, so no pack of a series can be exchanged either.
"""

from __future__ import annotations

import json
import shutil
import stat
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from reports.encoding import canonical, digest, write_whole
from reports.evidence import Finding
from reports.gates import Decision
from reports.keys import Key, is_signed
from reports.signing import SignOffRefused, sign_offs
from reports.signoff_pdf import write_pdf
from reports.verifying import verify

PACK = "pack.json"
_FORMAT = 1
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_LARGEST = 2 << 30


def close_pack(
    run: Path,
    to: Path,
    key: Key,
    *,
    name: str,
    closed_at: str,
    previous: Path | None = None,
    decision: Decision | None = None,
) -> Path:
    """Write the pack of a signed run to a new folder, or to a zip file if `to` ends in .zip; with its PDF.

    SignOffRefused for a run that is not as it was sealed, that nobody signed, or where something lies already.
    """
    if to.exists():
        raise SignOffRefused(f"{to} is there already; a pack is never overwritten, choose another name")
    if findings := verify(run):
        raise SignOffRefused(f"this run is not as it was sealed, so it is no pack: {findings[0]}")
    if not sign_offs(run):
        raise SignOffRefused("nobody has signed this run; sign it first: tieout sign")
    with TemporaryDirectory() as folder:
        whole = Path(folder, "pack")
        shutil.copytree(run, whole, ignore=shutil.ignore_patterns(".*", PACK))
        write_pdf(whole, decision)
        told = {
            "format": _FORMAT,
            "name": name,
            "closed_at": closed_at,
            "previous": _previous(previous) if previous else None,
            "files": _files(whole),
        }
        text = {"statement": told, "public_key": key.public, "signature": key.sign(canonical(told))}
        write_whole(whole / PACK, json.dumps(text, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
        return _put(whole, to)


def _previous(pack: Path) -> dict[str, str]:
    with opened(pack) as folder:
        if findings := [*pack_findings(folder), *verify(folder)]:
            raise SignOffRefused(f"the pack before, {pack.name}, is broken: {findings[0]}")
        return {"name": pack.name, "sha256": digest((folder / PACK).read_bytes())}


def _files(folder: Path) -> dict[str, str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != PACK)
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in found}


def _put(whole: Path, to: Path) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    if to.suffix != ".zip":
        shutil.copytree(whole, to)
        return to
    half = to.with_name(f".{to.name}.part")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in whole.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(whole).as_posix(), _EARLIEST)
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, path.read_bytes())
    return half.replace(to)


@contextmanager
def opened(pack: Path) -> Iterator[Path]:
    """The pack as a folder; a zip file is unpacked into one that is gone afterwards. SignOffRefused if it is neither."""
    if pack.is_dir():
        yield pack
        return
    with TemporaryDirectory() as folder:
        try:
            with zipfile.ZipFile(pack) as packed:
                _check_entries(pack, packed)
                packed.extractall(folder)
        except OSError as wrong:
            raise SignOffRefused(f"{pack} cannot be read: {wrong.strerror or wrong}") from None
        except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError) as wrong:
            raise SignOffRefused(f"{pack} is no pack that can be opened: {wrong}") from None
        yield Path(folder)


def _check_entries(pack: Path, packed: zipfile.ZipFile) -> None:
    names = [entry.filename for entry in packed.infolist()]
    for name in names:
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts or "\\" in name:
            raise SignOffRefused(f"{pack.name} holds a file that would lie outside of it: {name}")
    twice = sorted({name for name in names if names.count(name) > 1}) if len(set(names)) < len(names) else []
    if twice:
        raise SignOffRefused(f"{pack.name} holds {twice[0]} twice, so nobody knows which one was signed")
    if sum(entry.file_size for entry in packed.infolist()) > _LARGEST:
        raise SignOffRefused(f"{pack.name} would unpack to more than {_LARGEST >> 30} GiB")
    if damaged := packed.testzip():
        raise SignOffRefused(f"{pack.name} is damaged: {damaged}")


def pack_findings(folder: Path, previous: Path | None = None) -> list[Finding]:
    """What is wrong with a pack as a whole: its list, the signature of who closed it, and the pack it follows."""
    return [Finding(path=path, line=None, sentence=said) for path, said in _wrong(folder, previous)]


def _wrong(folder: Path, previous: Path | None) -> Iterator[tuple[str, str]]:
    if not (folder / PACK).is_file():
        yield PACK, "there is none: this is no closed pack, so nothing vouches that it is complete."
        return
    told = _read(folder / PACK)
    if told is None:
        yield PACK, "this is no readable list of a pack."
        return
    statement = told["statement"]
    if not is_signed(canonical(statement), str(told.get("signature")), str(told.get("public_key"))):
        yield PACK, "the list was changed after the pack was closed."
    listed, present = statement["files"], _files(folder)
    for name in sorted(listed.keys() | present.keys()):
        if name not in present:
            yield name, "this file was in the pack and is gone."
        elif name not in listed:
            yield name, "this file was put into the pack after it was closed."
        elif listed[name] != present[name]:
            yield name, "this file is not the one that was packed."
    yield from _wrong_chain(statement.get("previous"), previous)


def _wrong_chain(told: Any, previous: Path | None) -> Iterator[tuple[str, str]]:
    if previous is None:
        return
    with opened(previous) as before:
        sha256 = digest((before / PACK).read_bytes()) if (before / PACK).is_file() else ""
    if not isinstance(told, dict) or told.get("sha256") != sha256:
        yield PACK, f"this pack does not follow {previous.name}: its chain names another one."


def _read(path: Path) -> dict[str, Any] | None:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return told if isinstance(told["statement"]["files"], dict) else None
    except (ValueError, KeyError, TypeError):
        return None
