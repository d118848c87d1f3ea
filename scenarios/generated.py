"""Files written from the code, so that they never say anything else: the schemas that editors complete worlds with, and
the page of conventions. `python -m scenarios.generated` writes them; a test keeps them current."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from engine.model.policies import QUESTIONS, Policies, Question
from scenarios.events import events_page
from scenarios.examples import EXAMPLES
from scenarios.files_page import files_page
from scenarios.ledgers import LedgerFile
from scenarios.shapes import WorldFile
from scenarios.words import Closed

_ROOT = Path(__file__).parent.parent
_INTRO = """# Conventions

Billing systems and accounting policies answer the same question differently, and all of them can be right. Each question
below is answered by the company's file, under `policies`; a story can answer it otherwise for one scenario; and the
evidence of every run says which answers held. What nobody answers has the answer marked **house**.

This page is written from the code; `python -m scenarios.generated` writes it anew.

| question | answers |
|---|---|"""


def files() -> dict[Path, str]:
    """What each written file must say."""
    return {
        _ROOT / "scenarios" / "world.schema.json": schema(WorldFile),
        _ROOT / "scenarios" / "ledger.schema.json": schema(LedgerFile),
        _ROOT / "docs" / "policies.md": page(),
        _ROOT / "docs" / "events.md": events_page(),
        _ROOT / "docs" / "files.md": files_page(),
    }


def schema(shape: type[Closed]) -> str:
    """The JSON Schema of a file, for completion in editors."""
    described = {"$schema": "https://json-schema.org/draft/2020-12/schema", **shape.model_json_schema(by_alias=True)}
    return json.dumps(described, indent=1, ensure_ascii=False) + "\n"


def page() -> str:
    """The page of conventions: each question, its answers, how to give one, and what it changes in figures."""
    rows = [f"| [{q.question}](#{q.question.replace(' ', '-')}) | {_answers(q)} |" for q in QUESTIONS]
    sections = ["\n".join(_section(question)) for question in QUESTIONS]
    return "\n".join([_INTRO, *rows, "", "\n\n".join(sections)]) + "\n"


_CHANGES = {
    "from a day": "A new answer can decide from a day on.",
    "for the whole story": "The answer holds from the first day to the last.",
}


def _answers(question: Question) -> str:
    house = getattr(Policies(), question.field)
    return "; ".join(f"**{answer.text}**" if answer.text == house else answer.text for answer in question.answers)


def _section(question: Question) -> Iterator[str]:
    house = getattr(Policies(), question.field)
    other = next(answer.text for answer in question.answers if answer.text != house)
    yield f"## {question.question}\n"
    yield "| answer | meaning |\n|---|---|"
    for answer in question.answers:
        yield f"| {answer.text}{' **(house)**' if answer.text == house else ''} | {answer.meaning} |"
    yield f"\nSource: {question.source}. {_CHANGES[question.changes]}\n"
    yield f"{EXAMPLES[question.field].strip()}\n"
    yield f"In a company's file:\n\n```yaml\npolicies:\n  {question.question}: {other}\n```\n"
    yield "In a story:\n\n```gherkin\nAnd these conventions:"
    width = max(len(question.question), len("question")), max(len(other), len("answer"))
    for left, right in (("question", "answer"), (question.question, other)):
        yield f"  | {left:{width[0]}} | {right:{width[1]}} |"
    yield "```"


def _write() -> None:
    for path, text in files().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    _write()
