"""Zip files that hold a pack and nothing else: what a zip file can hide beside its files is looked for, and named."""

from __future__ import annotations

import stat
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The date of every entry: a pack says when it was closed in its list, and nowhere else."""
MODE = (stat.S_IFREG | 0o644) << 16
_LARGEST = 2 << 30
_END = struct.Struct("<4s4H2LH")
_MANY = 0xFFFF
_KEPT = ("create_system", "create_version", "extract_version", "flag_bits", "internal_attr", "external_attr", "volume")


def write(whole: Path, to: Path) -> Path:
    """Pack a folder into a zip file, all or nothing; the same files give the same bytes."""
    half = to.with_name(f".{to.name}.part")
    with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as packed:
        for path in sorted(path for path in whole.rglob("*") if path.is_file()):
            packed.writestr(_entry(path.relative_to(whole).as_posix()), path.read_bytes())
    return half.replace(to)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, EARLIEST)
    entry.external_attr = MODE
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def unpack(pack: Path, folder: Path) -> None:
    """Unpack a zip file into a folder. ValueError with one sentence for what no pack holds, or what is damaged."""
    with zipfile.ZipFile(pack) as packed:
        if said := next(_amiss(pack, packed), ""):
            raise ValueError(said)
        packed.extractall(folder)


def _amiss(pack: Path, packed: zipfile.ZipFile) -> Iterator[str]:
    """What is wrong, the most dangerous first."""
    entries = packed.infolist()
    names = [entry.filename for entry in entries]
    yield from (f"it holds a file that would lie outside of it: {name}" for name in names if _is_outside(name))
    folded: dict[str, str] = {}
    for name in names:
        other = folded.setdefault(unicodedata.normalize("NFKC", name).casefold(), name)
        if names.count(name) > 1:
            yield f"it holds {name} twice, so nobody knows which one was signed"
        elif other != name:
            yield f"it holds {other} and {name}, which are one file where capitals or accents are written otherwise"
    if sum(entry.file_size for entry in entries) > _LARGEST:
        yield f"it would unpack to more than {_LARGEST >> 30} GiB"
    yield from (f"{entry.filename} is no plain file" for entry in entries if entry.external_attr != MODE)
    yield from _beside(pack, packed, entries)
    if damaged := packed.testzip():
        yield f"it is damaged: {damaged}"


def _is_outside(name: str) -> bool:
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or "\\" in name or ":" in path.parts[0]


def _beside(pack: Path, packed: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[str]:
    """What stands in the zip file and is no file of the pack: remarks, dates, headers that say otherwise, bytes between."""
    if packed.comment or any(entry.comment or entry.extra for entry in entries):
        yield "it holds remarks that nobody signed"
    usual = zipfile.ZipInfo("usual", EARLIEST)
    usual.external_attr, usual.extract_version, usual.create_version = MODE, 20, 20
    for entry in entries:
        odd = next((name for name in _KEPT if getattr(entry, name, 0) != getattr(usual, name, 0)), "")
        if entry.date_time != EARLIEST or odd:
            yield f"{entry.filename} is not packed as a pack is"
    content, place = pack.read_bytes(), 0
    for entry in entries:
        header = entry.FileHeader(False)
        if entry.header_offset != place or content[place : place + len(header)] != header:
            yield f"bytes before or in the header of {entry.filename} are not the pack's"
        place += len(header) + entry.compress_size
    start, many = packed.start_dir, min(len(entries), _MANY)
    end = _END.pack(b"PK\5\6", 0, 0, many, many, len(content) - _END.size - start, start, 0)
    if start != place or content[-_END.size :] != end:
        yield "bytes at its end are not the pack's"
