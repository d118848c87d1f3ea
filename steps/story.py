"""A story before it acts: what a check may look at, and what it may complain about."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steps.phrases import Match
    from steps.tables import Rows


@dataclass(frozen=True, order=True)
class Mistake:
    """One thing that is wrong in a file, in one sentence that says what to write instead."""

    path: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.sentence}"


@dataclass(frozen=True)
class StoryStep:
    """One line of a story with the sentence it was recognized as."""

    text: str
    line: int
    match: Match
    rows: Rows | None


@dataclass(frozen=True)
class Story:
    """One scenario (or one row of an outline), every sentence recognized, nothing done yet."""

    path: str
    name: str
    line: int
    tags: frozenset[str]
    steps: tuple[StoryStep, ...]

    def mistake(self, line: int, sentence: str) -> Mistake:
        """A mistake in this story's file."""
        return Mistake(self.path, line, sentence)


StoryCheck = Callable[[Story], Iterable[Mistake]]
story_checks: list[StoryCheck] = []


def story_check(check: StoryCheck) -> StoryCheck:
    """Ask this of every story before any of them acts."""
    story_checks.append(check)
    return check
