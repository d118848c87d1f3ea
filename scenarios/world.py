"""Worlds: companies written in YAML, found by name and loaded into the engine's nouns, or refused with every mistake at once.

company = load(find("Northwind SaaS"))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
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

__all__ = ["Mistake", "WorldError", "check_all", "companies", "customer", "files_of", "find", "load"]

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


def files_of(path: Path) -> tuple[Path, ...]:
    """A company's file and the ledgers it can name: all that decides what the company is."""
    return (path, *_ledger_files(path))


def check_all(folders: Iterable[Path] = ()) -> list[Mistake]:
    """Every mistake in every world and ledger, shipped and in the folders."""
    folders = [SHIPPED, *folders]
    found = [Mistake(_told(each), 1, "there is no such folder of worlds") for each in folders if not each.is_dir()]
    first: dict[str, Path] = {}
    for path in _worlds(folders):
        found += _complaints(partial(_check, path))
        name = _name(path)
        if name and first.setdefault(name, path) != path:
            found.append(Mistake(_told(path), 1, f"the company {name!r} is written in {_told(first[name])} already"))
    for ledger in dict.fromkeys(ledger for path in _worlds(folders) for ledger in _ledger_files(path)):
        found += _complaints(partial(_check_ledger, ledger))
    return sorted(set(found))


def _complaints(check: Callable[[], object]) -> tuple[Mistake, ...]:
    try:
        check()
    except WorldError as wrong:
        return wrong.mistakes
    return ()


def _check(path: Path) -> None:
    _checked(_source(path), tuple(_source(ledger) for ledger in _ledger_files(path)))


def _check_ledger(path: Path) -> None:
    found: list[Mistake] = []
    _ledger(_source(path), found)
    if found:
        raise WorldError(found)


def _known(folders: Iterable[Path]) -> tuple[dict[str, Path], list[Mistake]]:
    known: dict[str, Path] = {}
    unread: list[Mistake] = []
    for path in _worlds([SHIPPED, *folders]):
        if name := _name(path):
            known.setdefault(name, path)
        else:
            unread += _complaints(partial(_check, path))
    return known, unread


def _worlds(folders: Iterable[Path]) -> Iterator[Path]:
    yield from dict.fromkeys(path.resolve() for folder in folders for path in sorted(folder.glob("*.yaml")))


def _name(path: Path) -> str | None:
    try:
        return _content(_source(path))[0].text("company")
    except WorldError:
        return None


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
    found = list(mistakes)
    named = _named_ledger(source, root, ledgers, found)
    ledger = _ledger(named, found) if named else None
    world = None
    if root.content:
        world = _shaped(source.path, WorldFile, root, found)
        shared = _content(named)[0] if named else None
        found += [Mistake(source.path, line, said) for line, said in world_mistakes(root, shared)]
    if found or world is None:
        raise WorldError(found)
    return world, ledger


def _named_ledger(source: Source, root: Value, ledgers: tuple[Source, ...], found: list[Mistake]) -> Source | None:
    """The shared ledger that the world asks for; a mistake if there is none of that name, or none that can be read."""
    asked = root.text("ledger")
    by_name: dict[str | None, Source] = {}
    for ledger in ledgers:
        by_name.setdefault(_content(ledger)[0].text("ledger"), ledger)
    if asked and asked not in by_name:
        names = [name for name in by_name if name]
        said = f"ledger: there is no ledger {asked!r}{did_you_mean(asked, names)}"
        found.append(Mistake(source.path, root.line_of("ledger"), said))
        found += [mistake for ledger in ledgers for mistake in _content(ledger)[1]]
    return by_name.get(asked) if asked else None


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
