"""The table of conventions: questions and answers that exist, with the nearest where one does not."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.policies import QUESTIONS, Policies, question_named
from steps.language.nearest import did_you_mean
from steps.language.story import Mistake, Story, story_check
from steps.language.tables import Column, Rows, Table

CONVENTIONS = Table("conventions", Column("question", required=True, key=True), Column("answer", required=True))


def _complaint(question: str, answer: str) -> str | None:
    try:
        asked = question_named(question)
    except KeyError:
        return f"there is no convention {question!r}{did_you_mean(question, [q.question for q in QUESTIONS])}"
    try:
        Policies().with_answer(question, answer)
    except KeyError:
        answers = [known.text for known in asked.answers]
        near = did_you_mean(answer, answers)
        return f"the convention {asked.question!r} has no answer {answer!r}{near}"
    return None


@story_check
def _conventions_exist(story: Story) -> list[Mistake]:
    """Every question and answer of a table of conventions, each question once."""
    tables = [step.rows for step in story.steps if step.rows is not None and step.rows.table is CONVENTIONS]
    return [story.mistake(line, wrong) for rows in tables for line, wrong in _wrong_rows(rows)]


def _wrong_rows(rows: Rows) -> Iterator[tuple[int, str]]:
    lines: dict[str, int] = {}
    for row, line in zip(rows.records(), rows.lines, strict=True):
        if wrong := _complaint(str(row["question"]), str(row["answer"])):
            yield line, wrong
            continue
        question = question_named(str(row["question"])).question
        first = lines.setdefault(question, line)
        if first != line:
            yield line, f"the convention {question!r} is answered on line {first} already; leave one of them out"
