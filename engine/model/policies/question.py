"""One convention as people ask for it: the question, its answers by name, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Changes = Literal["for the whole story", "from a day"]
"""Whether a company may change its answer while it goes on: what was billed under some would be billed anew."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way a company may do it: its name as written in worlds and stories, and what it means with an example."""

    text: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Question:
    """One convention: the field of `Policies` it sets, the question as people ask it, its answers, its source, and whether a new answer
    can decide from a day on."""

    field: str
    question: str
    answers: tuple[Answer, ...]
    source: str
    changes: Changes = "for the whole story"

    def answer(self, text: str) -> Answer:
        """The answer of that name, ignoring case and a leading "by day, ". KeyError if there is none."""
        wanted = plain(text)
        return {plain(answer.text): answer for answer in self.answers}[wanted]


def plain(text: str) -> str:
    """A question or answer as it is compared: without case, articles and a leading "by day, "."""
    return " ".join(text.lower().removeprefix("by day, ").replace(" the ", " ").split())


def question(
    field: str, asked: str, source: str, *answers: tuple[str, str], changes: Changes = "for the whole story"
) -> Question:
    """A question with its answers, each a name and what it means."""
    return Question(field, asked, tuple(Answer(*answer) for answer in answers), source, changes)
