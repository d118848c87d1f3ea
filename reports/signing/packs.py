"""Sign-off packs: a run with its sign-offs, closed by who hands it over, chained to the pack before it.

A pack is a folder or a zip file. `pack.json` lists every file with its hash and is signed, so nothing can be changed, left out
or put in; it names the pack before it, so no pack of a series can be exchanged either.
"""

from __future__ import annotations

import shutil
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reports.evidence.chain import Finding, manifest_of
from reports.evidence.encoding import SIGNED, canonical, digest, signed_text, write_whole
from reports.signing import zips
from reports.signing.gates import Decision
from reports.signing.keys import Key, is_signed
from reports.signing.pdf import write_pdf
from reports.signing.sign_offs import FOLDER, Signed, SignOffRefused, same_name, sign_offs
from reports.signing.verifying import verify
from reports.signing.words import missing, of_one_run, read_list, unlike, words

PACK = "pack.json"
_FORMAT = 3


def close_pack(
    run: Path,
    to: Path,
    key: Key,
    *,
    name: str,
    closed_at: str,
    previous: Path | None = None,
    decision: Decision | None = None,
    without: Sequence[str] = (),
) -> Path:
    """Write the pack of a signed run to a new folder, or to a zip file if `to` ends in .zip; with its PDF.

    `without`: the roles of the companies in the run that have not signed, told in the pack by name. SignOffRefused for a run that is
    not as it was sealed, that nobody signed, that such a role has not signed and is not told so, or where something lies already.
    """
    _check_closable(run, to, without)
    _check_closer(run, key, name)
    with TemporaryDirectory() as folder:
        whole = Path(folder, "pack")
        shutil.copytree(run, whole, ignore=shutil.ignore_patterns(".*", PACK))
        write_pdf(whole, decision)
        for path in sorted(whole.rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        told = {
            "format": _FORMAT,
            "name": name,
            "closed_at": closed_at,
            "previous": _previous(previous, run) if previous else None,
            "without": sorted(without),
            "words": words(whole),
            "files": _files(whole),
        }
        text = {"statement": told, "public_key": key.public, "signature": key.sign(canonical(told))}
        write_whole(whole / PACK, signed_text(text))
        return _put(whole, to)


def _check_closable(run: Path, to: Path, without: Sequence[str]) -> None:
    if to.exists():
        raise SignOffRefused(f"{to} is there already; a pack is never overwritten, choose another name")
    if findings := verify(run):
        raise SignOffRefused(f"this run is not as it was sealed, so it is no pack: {findings[0]}")
    if not sign_offs(run):
        raise SignOffRefused("nobody has signed this run; sign it first: tieout sign")
    _check_without(run, without)


def unsigned(folder: Path) -> list[str]:
    """The roles of the companies in a run that have said nothing of it."""
    said = {one.sign_off.role for one in sign_offs(folder) if one.sign_off}
    return [str(told["role"]) for told in manifest_of(folder).get("sign_offs", []) if told["role"] not in said]


def _check_without(run: Path, without: Sequence[str]) -> None:
    silent = unsigned(run)
    if missing := [role for role in silent if role not in without]:
        named = ", ".join(missing)
        options = " ".join(f'--without "{role}"' for role in missing)
        raise SignOffRefused(f"{named} {_HAVE[len(missing) > 1]} not signed this run; sign it, or close it {options}")
    if strange := [role for role in without if role not in silent]:
        raise SignOffRefused(
            f"{strange[0]} is none of the roles that have not signed: {', '.join(silent) or 'all have'}"
        )


_HAVE = ("has", "have")


def _check_closer(run: Path, key: Key, name: str) -> None:
    """Who closes a pack has said something of the run: somebody who never signed could leave words out and nobody would know them."""
    if not any(_is_closer(one, name, key.public) for one in sign_offs(run)):
        raise SignOffRefused(
            f"{name} has not signed this run with this key, and only who has may close its pack; sign it first: tieout sign"
        )


def _is_closer(one: Signed, name: str, public: str) -> bool:
    return one.sign_off is not None and one.public_key == public and same_name(one.sign_off.name, name)


def _previous(pack: Path, run: Path) -> dict[str, str]:
    with opened(pack) as folder:
        if findings := [*pack_findings(folder), *verify(folder)]:
            raise SignOffRefused(f"the pack before, {pack.name}, is broken: {findings[0]}")
        if of_one_run(folder, run) and (lost := missing(run, [folder])):
            raise SignOffRefused(f"{pack.name} is a pack of this very run, and {lost[0].sentence}")
        return {"name": pack.name, "sha256": digest((folder / PACK).read_bytes())}


def _files(folder: Path) -> dict[str, str]:
    found = sorted(path for path in folder.rglob("*") if path.is_file() and path.name != PACK)
    return {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in found}


def _put(whole: Path, to: Path) -> Path:
    to.parent.mkdir(parents=True, exist_ok=True)
    if to.suffix != ".zip":
        shutil.copytree(whole, to)
        return to
    return zips.write(whole, to)


@contextmanager
def opened(pack: Path) -> Iterator[Path]:
    """The pack as a folder; a zip file is unpacked into one that is gone afterwards. SignOffRefused if it is neither."""
    if pack.is_dir():
        yield pack
        return
    with TemporaryDirectory() as folder:
        try:
            zips.unpack(pack, Path(folder))
        except OSError as wrong:
            raise SignOffRefused(f"{pack} cannot be read: {wrong.strerror or wrong}") from None
        # All of these the library raises for damaged files: a way of packing or encrypting that it does not know, for two.
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, RuntimeError) as wrong:
            raise SignOffRefused(f"{pack} is no pack that can be opened: {wrong}") from None
        yield Path(folder)


@dataclass(frozen=True, slots=True)
class Closed:
    """Who closed a pack, when, and with which key."""

    name: str
    closed_at: str
    public_key: str


def closed_by(folder: Path) -> Closed | None:
    """Who vouches that a pack is complete; None if it has no list that can be read."""
    told = read_list(folder / PACK) if (folder / PACK).is_file() else None
    if told is None:
        return None
    statement = told["statement"]
    return Closed(str(statement.get("name")), str(statement.get("closed_at")), str(told.get("public_key")))


def pack_findings(folder: Path, previous: Path | None = None) -> list[Finding]:
    """What is wrong with a pack as a whole: its list, the signature of who closed it, and the pack it follows."""
    return [Finding(path=path, line=None, sentence=said) for path, said in _wrong(folder, previous)]


def _wrong(folder: Path, previous: Path | None) -> Iterator[tuple[str, str]]:
    if not (folder / PACK).is_file():
        yield PACK, "there is none: this is no closed pack, so nothing vouches that it is complete."
        return
    told = read_list(folder / PACK)
    if told is None:
        yield PACK, "this is no readable list of a pack."
        return
    statement = told["statement"]
    whole = told.keys() == SIGNED and signed_text(told).encode() == (folder / PACK).read_bytes()
    if not whole or not is_signed(canonical(statement), str(told.get("signature")), str(told.get("public_key"))):
        yield PACK, "the list was changed after the pack was closed."
    yield from _odd(folder)
    listed, present = statement["files"], _files(folder)
    for name in sorted(listed.keys() | present.keys()):
        if name not in present:
            yield name, "this file was in the pack and is gone."
        elif name not in listed:
            yield name, "this file was put into the pack after it was closed."
        elif listed[name] != present[name]:
            yield name, "this file is not the one that was packed."
    yield from unlike(folder, statement)
    yield from _gone(folder, statement)
    if not any(_is_closer(one, str(statement.get("name")), str(told.get("public_key"))) for one in sign_offs(folder)):
        yield PACK, f"{statement.get('name')} closed this pack and signed nothing in it with this key."
    yield from _wrong_chain(folder, statement.get("previous"), previous)


def _gone(folder: Path, statement: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """A role that has not signed, where who closed the pack does not say so, signed once: its sign-off was taken out."""
    told = statement.get("without")
    if not isinstance(told, list):
        return
    for role in unsigned(folder):
        if role not in told:
            yield FOLDER, f"the sign-off of {role} is gone: whoever closed the pack had it."


def _odd(folder: Path) -> Iterator[tuple[str, str]]:
    """What no pack holds: links, which can point anywhere tomorrow, and empty folders, which nothing signs."""
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            yield name, "this is a link, and a pack holds files only."
        elif path.is_dir() and not any(path.iterdir()):
            yield name, "this empty folder was put into the pack after it was closed."


def _wrong_chain(folder: Path, told: Any, previous: Path | None) -> Iterator[tuple[str, str]]:
    if previous is None:
        return
    with opened(previous) as before:
        sha256 = digest((before / PACK).read_bytes()) if (before / PACK).is_file() else ""
        lost = missing(folder, [before]) if of_one_run(folder, before) else []
    yield from ((one.path, one.sentence) for one in lost)
    if not isinstance(told, dict) or told.get("sha256") != sha256:
        yield PACK, f"this pack does not follow {previous.name}: its chain names another one."
