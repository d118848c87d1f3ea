"""What sales offers before it is signed: quotes, the approvals they need, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.document import Document
from engine.model.orders import OrderLine, Terms


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalStep:
    """A role that must approve, and the rule of the matrix that asks for it."""

    role: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote(Document):
    """An offer to a customer, priced, with the approvals the matrix asks for.

    `version`: counted from 1; `supersedes`: the number of the version before. `nonstandard`: its deviations from the template.
    """

    customer: str
    terms: Terms
    lines: tuple[OrderLine, ...]
    approvals: tuple[ApprovalStep, ...] = ()
    version: int = 1
    supersedes: str = ""
    nonstandard: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteDecision(Document):
    """A role's yes or no to a quote. `by`: who gave it in the role's place, if it was delegated."""

    quote: str
    role: str
    decision: Literal["approved", "rejected"]
    by: str = ""
