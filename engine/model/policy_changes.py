"""Conventions that a company answers otherwise while it goes on."""

from __future__ import annotations

from dataclasses import dataclass

from engine.model.document import Document


@dataclass(frozen=True, kw_only=True, slots=True)
class NewAnswer:
    """A convention, by its question, and the answer that is to decide."""

    question: str
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyChange(Document):
    """A convention is answered otherwise from its `effective_date` on; what was decided before stays as it was."""

    question: str
    before: str
    after: str
    approver: str
