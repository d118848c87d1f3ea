"""A story before it acts: what a check may look at, and what it may complain about."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from engine.model.close import ProcessStage
from engine.model.money import Money

if TYPE_CHECKING:
    from steps.language.phrases import Match
    from steps.language.tables import Rows


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
    """One scenario (or one row of an outline), every sentence recognized, nothing done yet.

    `companies` and `cutovers` are the folders of company files and of cutover sets beside the features.
    """

    path: str
    name: str
    line: int
    tags: frozenset[str]
    steps: tuple[StoryStep, ...]
    companies: tuple[Path, ...] = ()
    cutovers: tuple[Path, ...] = ()

    def mistake(self, line: int, sentence: str) -> Mistake:
        """A mistake in this story's file."""
        return Mistake(self.path, line, sentence)


StoryCheck = Callable[[Story], Iterable[Mistake]]
story_checks: list[StoryCheck] = []


def story_check(check: StoryCheck) -> StoryCheck:
    """Ask this of every story before any of them acts."""
    story_checks.append(check)
    return check


class Writer(Protocol):
    """Where evidence goes: one record at a time, in the order things happen."""

    def write(self, kind: str, /, **fields: Any) -> None:
        """Append one record."""
        ...


@dataclass
class Stage:
    """What a world is made from: where its evidence goes, which systems it drives, and which step is acting.

    `stack` and `world` are the answers to --stack and --world, `companies` and `cutovers` the folders of company
    files and of cutover sets beside the features.
    `stand_on` puts the process clock on a business day.
    `next_text` is the sentence after the one that acts: a refusal that it announces is no failure.
    """

    feature_path: str
    name: str
    tags: frozenset[str]
    evidence: Writer
    stack: str
    world: str | None
    stand_on: Callable[[date], None]
    step: int | None = None
    next_text: str = ""
    companies: tuple[Path, ...] = ()
    cutovers: tuple[Path, ...] = ()


class StoryWorld:
    """What the runner asks of the one object that every sentence gets. A world of a company's own derives from it."""

    @property
    def today(self) -> date | None:
        """The business day, or None before there is one."""
        return None

    @property
    def amount_in_test(self) -> Sequence[Money]:
        """What the story invoiced, by currency."""
        return ()

    @property
    def out_of_balance(self) -> Sequence[Money]:
        """What the ledger is out of balance, by currency."""
        return ()

    def answers_for(self, stage: ProcessStage) -> str:
        """The role of the company that answers for a stage of the process; "" where the company names none."""
        return ""

    def finish(self) -> None:
        """Tie out and write down the documents and events; raises NotMet for a difference that nobody announced."""

    def shut_down(self) -> None:
        """Let go of the systems, whatever happened."""
