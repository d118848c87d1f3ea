"""What is wrong in a world: one sentence a mistake, all of them at once, each with its file, its line and the nearest right spelling."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches

_ALIKE = 0.6


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing that is wrong in a file, in one sentence that says what to write instead."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


class WorldError(Exception):
    """A world that cannot be loaded: every mistake in it and in the ledger it names."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(sorted(set(mistakes)))
        super().__init__("\n".join(map(str, self.mistakes)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Say "; did you mean 'X'?" or, if nothing is near, the list of what could stand there."""
    by_plain = {_plain(name): name for name in known}
    close = get_close_matches(_plain(word), by_plain, n=1, cutoff=_ALIKE)
    if close:
        return f"; did you mean {by_plain[close[0]]!r}?"
    return f"; known are: {', '.join(by_plain.values())}" if by_plain else ""


def _plain(word: str) -> str:
    return " ".join(word.lower().replace("_", " ").replace("-", " ").split())
