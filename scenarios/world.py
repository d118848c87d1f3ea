"""Worlds: companies written in YAML, found by name and loaded into the engine's nouns, or refused with every mistake at once.

company = load(find("Northwind SaaS"))
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from engine.model.company import Company
from scenarios import nouns
from scenarios.complaints import complaints
from scenarios.customers import customer
from scenarios.ledgers import LedgerFile
from scenarios.lines import Value, read
from scenarios.mistakes import Mistake, WorldError, did_you_mean
from scenarios.references import ledger_mistakes, world_mistakes
from scenarios.shapes import WorldFile
from scenarios.words import Closed

__all__ = ["Mistake", "WorldError", "check_all", "companies", "customer", "find", "load"]

SHIPPED = Path(__file__).parent / "companies"
_LEDGERS = "ledgers"
S = TypeVar("S", bound=Closed)


class Source(NamedTuple):
    """A file's path as people are told it, and its text."""

    path: str
    text: str


def load(path: Path) -> Company:
    """The company of a file, with the shared ledger it names. WorldError with every mistake if there is one.

    Ledgers are sought in a folder `ledgers` beside the file or beside its folder, then among the shipped ones.
    """
    return _loaded(_source(path), tuple(_source(ledger) for ledger in _ledger_files(path)))


def find(name: str, folders: Iterable[Path] = ()) -> Path:
    """The file of the company of that name, shipped or in one of the folders.

    LookupError with one sentence if there is none; WorldError if there is none and some file cannot be read.
    """
    known, unread = _known(folders)
    if name in known:
        return known[name]
    if unread:
        raise WorldError(unread)
    raise LookupError(f"there is no company {name!r}{did_you_mean(name, known)}")


def companies(folders: Iterable[Path] = ()) -> list[str]:
    """The names of all companies, shipped and in the folders; files that cannot be read have none."""
    return list(_known(folders)[0])


def check_all(folders: Iterable[Path] = ()) -> list[Mistake]:
    """Every mistake in every world and ledger, shipped and in the folders."""
    folders = [SHIPPED, *folders]
    found = [Mistake(_told(each), 1, "there is no such folder of worlds") for each in folders if not each.is_dir()]
    first: dict[str, Path] = {}
    for path in _worlds(folders):
        found += _mistakes(path)
        if (name := _name(path)) and first.setdefault(name, path) != path:
            found.append(Mistake(_told(path), 1, f"the company {name!r} is written in {_told(first[name])} already"))
    return sorted(set(found))


def _known(folders: Iterable[Path]) -> tuple[dict[str, Path], list[Mistake]]:
    known: dict[str, Path] = {}
    unread: list[Mistake] = []
    for path in _worlds([SHIPPED, *folders]):
        try:
            if name := _name(path):
                known.setdefault(name, path)
        except WorldError as wrong:
            unread += wrong.mistakes
    return known, unread


def _worlds(folders: Iterable[Path]) -> Iterator[Path]:
    yield from dict.fromkeys(path.resolve() for folder in folders for path in sorted(folder.glob("*.yaml")))


def _name(path: Path) -> str | None:
    return _content(_source(path))[0].text("company")


def _mistakes(path: Path) -> tuple[Mistake, ...]:
    try:
        _checked(_source(path), tuple(_source(ledger) for ledger in _ledger_files(path)))
    except WorldError as wrong:
        return wrong.mistakes
    return ()


def _ledger_files(path: Path) -> list[Path]:
    places = (path.parent / _LEDGERS, path.parent.parent / _LEDGERS, SHIPPED.parent / _LEDGERS)
    return list(dict.fromkeys(ledger.resolve() for place in places for ledger in sorted(place.glob("*.yaml"))))


def _told(path: Path) -> str:
    """The path from where the command was called, if it lies below."""
    whole, here = path.resolve(), Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(whole)


def _source(path: Path) -> Source:
    try:
        return Source(_told(path), path.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise WorldError([Mistake(_told(path), 1, "the file is not text in UTF-8; save it so")]) from None
    except OSError as wrong:
        said = f"the file cannot be read: {(wrong.strerror or 'unknown reason').lower()}"
        raise WorldError([Mistake(_told(path), 1, said)]) from None


@lru_cache(maxsize=256)
def _content(source: Source) -> tuple[Value, tuple[Mistake, ...]]:
    value, mistakes = read(*source)
    return value, tuple(mistakes)


@lru_cache(maxsize=64)
def _loaded(source: Source, ledgers: tuple[Source, ...]) -> Company:
    """Cached by what is written, so an edited file is read anew."""
    return nouns.company(*_checked(source, ledgers))


def _checked(source: Source, ledgers: tuple[Source, ...]) -> tuple[WorldFile, LedgerFile | None]:
    root, mistakes = _content(source)
    asked = root.text("ledger")
    named = [ledger for ledger in ledgers if asked and _content(ledger)[0].text("ledger") == asked]
    found = list(mistakes)
    ledger = _ledger(named[0], found) if named else None
    if asked and not named:
        names = [name for each in ledgers if (name := _content(each)[0].text("ledger"))]
        said = f"ledger: there is no ledger {asked!r}{did_you_mean(asked, names)}"
        found.append(Mistake(source.path, root.line_of("ledger"), said))
    world = _shaped(source.path, WorldFile, root, found) if root.content else None
    shared = _content(named[0])[0] if named else None
    found += [Mistake(source.path, line, said) for line, said in world_mistakes(root, shared) if root.content]
    if found or world is None:
        raise WorldError(found)
    return world, ledger


def _ledger(source: Source, found: list[Mistake]) -> LedgerFile | None:
    root, mistakes = _content(source)
    found += mistakes
    found += [Mistake(source.path, line, said) for line, said in ledger_mistakes(root)]
    return _shaped(source.path, LedgerFile, root, found)


def _shaped(path: str, shape: type[S], root: Value, found: list[Mistake]) -> S | None:
    try:
        return shape.model_validate(root.plain())
    except ValidationError as wrong:
        found += complaints(path, shape, root, wrong)
        return None
