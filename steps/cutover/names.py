"""What a story may say of a cutover set before anything acts: that there is one of that name, and whom it brings along."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from scenarios.migration.checking import check, named
from scenarios.mistakes import WorldError
from steps.language.story import Mistake, Story, StoryStep, story_check

_SET = "the cutover {string}"
_ARRIVES = (f"{_SET} goes live", f"{_SET} is loaded")


def brought_by(step: StoryStep, folders: tuple[Path, ...]) -> set[str]:
    """The customers that a cutover brings along where it arrives."""
    if step.match.sentence.pattern not in _ARRIVES:
        return set()
    try:
        return set(_customers(named(str(step.match.values[0]), folders)))
    except (LookupError, WorldError):
        return set()  # what is wrong with a set is told by itself


@lru_cache
def _customers(folder: Path) -> tuple[str, ...]:
    return tuple(str(one["name"]) for one in check(folder).case.good("customers"))


@story_check
def _sets_are_known(story: Story) -> Iterator[Mistake]:
    """Every cutover set that the story names lies in its folder."""
    for step in story.steps:
        if step.match.sentence.pattern.startswith(_SET):
            try:
                named(str(step.match.values[0]), story.cutovers)
            except (LookupError, WorldError) as wrong:
                yield story.mistake(step.line, str(wrong))
