"""Conventions that finance answers otherwise while a story goes on."""

from __future__ import annotations

from datetime import date

from engine.model.policy_changes import NewAnswer
from steps.language.phrases import when
from steps.language.tables import Rows
from steps.stage.conventions import CONVENTIONS
from steps.stage.world import World


@when("finance changes these conventions from {date}, approved by {string}:", table=CONVENTIONS)
def changes_conventions(world: World, day: date, approver: str, table: Rows) -> None:
    """Conventions that decide at the moment of an event: what comes from that day on follows the new answer, what was before stays."""
    world.on(day)
    answers = tuple(NewAnswer(question=str(row["question"]), answer=str(row["answer"])) for row in table.records())
    world.attempt(lambda: world.billing.change_policies(answers, day, approver))
