"""The companies of a run: those that are shipped, those beside the features, and the one that --world names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from engine.model.company import Company
from scenarios.mistakes import WorldError
from scenarios.world import check_all, files_of, find, load
from steps.language.failures import StoryError
from steps.language.story import Mistake

_ENDINGS = (".yaml", ".yml")


def company(name: str, folders: Iterable[Path] = ()) -> Company:
    """A company by its name, or by its file. StoryError if there is none, WorldError if its file is wrong."""
    if name.endswith(_ENDINGS):
        return load(Path(name))
    try:
        return load(find(name, folders))
    except LookupError as unknown:
        raise StoryError(str(unknown)) from None


def company_files(names: Iterable[str], folders: Iterable[Path], told: str | None) -> dict[str, tuple[Path, ...]]:
    """The files that companies are made of, by name; the file that --world names is the one company not found by name."""
    found = {}
    for name in names:
        try:
            found[name] = files_of(find(name, folders))
        except (LookupError, WorldError):
            found[name] = files_of(Path(told)) if told else ()
    return found


def world_mistakes(folders: Iterable[Path], told: str | None) -> Iterator[Mistake]:
    """Everything wrong in the companies beside the features and in the shipped ones, and in the one that was told."""
    beside = list(folders)
    for wrong in check_all(beside):
        yield Mistake(wrong.path, wrong.line, wrong.sentence)
    try:
        if told is not None:
            company(told, beside)
    except WorldError as error:
        yield from (Mistake(wrong.path, wrong.line, wrong.sentence) for wrong in error.mistakes)
    except StoryError as unknown:
        yield Mistake("--world", 1, f"{unknown}, or a file like companies/our_company.yaml")
