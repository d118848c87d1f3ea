"""Words: what was said of a run under a signature. The last of them can be left out of a pack by who closes it, for nothing in the
pack follows it; so whoever signs keeps a copy, and a pack is held against the copies, the run folder and the packs before it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reports.evidence.chain import Finding
from reports.evidence.encoding import canonical, digest, write_whole
from reports.signing.keys import is_signed
from reports.signing.sign_offs import FOLDER, Signed, read_sign_off, sign_offs

Word = dict[str, str]
_TOLD = ("role", "name", "meaning", "signed_at")


def words(folder: Path) -> list[Word]:
    """The words of a run in their order, as the list of a pack names them."""
    return [_word(one) for one in sign_offs(folder) if one.sign_off]


def _word(one: Signed) -> Word:
    return {"path": one.path, "sha256": digest(one.text), **{key: str(getattr(one.sign_off, key)) for key in _TOLD}}


def called(word: Any) -> str:
    """A word as people call it."""
    return f"{word['role']}, {word['name']}, {word['meaning']}, {word['signed_at']}"


def keep(copies: Path, signed: Path) -> Path:
    """Keep a copy of a word beside the key of who gave it."""
    text = signed.read_bytes().decode()
    return write_whole(copies / f"{digest(text)[:16]}.json", text)


def listed(statement: Any) -> list[Word]:
    """The words that the list of a pack names; none in a list that says nothing of them."""
    told = statement.get("words")
    known = told if isinstance(told, list) else []
    return [word for word in known if isinstance(word, dict) and {"path", "sha256", *_TOLD} <= word.keys()]


def unlike(folder: Path, statement: Any) -> Iterator[tuple[str, str]]:
    """Words that the list of a pack names and the pack lacks, or the other way round."""
    if "words" not in statement:
        return
    known, present = listed(statement), words(folder)
    here, there = {one["sha256"] for one in present}, {one["sha256"] for one in known}
    yield from (
        (one["path"], f"this word was in the pack and is gone: {called(one)}.")
        for one in known
        if one["sha256"] not in here
    )
    yield from (
        (one["path"], f"this word was put into the pack: {called(one)}.")
        for one in present
        if one["sha256"] not in there
    )


def missing(folder: Path, others: Iterable[Path]) -> list[Finding]:
    """Words of exactly this run that lie elsewhere (in its folder, another pack of it, a signer's copies) and not in the pack."""
    manifest = digest((folder / "manifest.json").read_bytes()) if (folder / "manifest.json").is_file() else ""
    here = {digest(one.text) for one in sign_offs(folder)}
    found: dict[str, Finding] = {}
    for one in (one for other in others for one in _lying_in(other)):
        said = one.sign_off
        if said is None or said.manifest != manifest or digest(one.text) in here:
            continue
        if is_signed(canonical(said.statement), one.signature, one.public_key):
            told = f"a word on this very run is missing: {called(_word(one))}."
            found[digest(one.text)] = Finding(path=FOLDER, line=None, sentence=told)
    return [found[key] for key in sorted(found, key=lambda key: found[key].sentence)]


def _lying_in(folder: Path) -> list[Signed]:
    if (folder / FOLDER).is_dir():
        return sign_offs(folder)
    return [
        read_sign_off(path) for path in sorted(folder.glob("*.json")) if path.name not in ("manifest.json", "pack.json")
    ]


def holds_words(folder: Path) -> bool:
    """Whether there is anything in a folder to hold a pack against."""
    return any(one.sign_off for one in _lying_in(folder))


def of_one_run(one: Path, other: Path) -> bool:
    """Whether two folders hold the same sealed run."""
    first, second = one / "manifest.json", other / "manifest.json"
    return first.is_file() and second.is_file() and first.read_bytes() == second.read_bytes()


def read_list(path: Path) -> dict[str, Any] | None:
    """The list of a pack; None if it cannot be read."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        return told if isinstance(told["statement"]["files"], dict) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
