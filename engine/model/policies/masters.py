"""Who is who among customers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.policies.question import Question, question

NameLikeness = Literal["without legal form", "as written", "words in any order"]
ChangedQuote = Literal["asked anew", "kept where the reason is the same"]
UnaskedDiscount = Literal["as signed", "unauthorized above the approval matrix"]


@dataclass(frozen=True, kw_only=True)
class MasterPolicies:
    """Who is who among customers."""

    name_likeness: NameLikeness = "without legal form"
    changed_quote: ChangedQuote = "asked anew"
    unasked_discount: UnaskedDiscount = "as signed"


QUESTIONS: tuple[Question, ...] = (
    question(
        "name_likeness",
        "likeness of names",
        "duplicate rules of CRM systems; the indel ratio, 1 - (insertions + deletions) / (both lengths together)",
        (
            "without legal form",
            "letters and digits only, in any case, without Inc, Ltd, GmbH and the like, then compared letter by letter",
        ),
        ("as written", "letter by letter as it stands, with case, signs and legal form"),
        ("words in any order", "as without legal form, but the words are put in order before they are compared"),
    ),
    question(
        "changed_quote",
        "approvals of a changed quote",
        "internal control over contract approval: an approval is of what was shown",
        ("asked anew", "every version of a quote needs its own approvals"),
        (
            "kept where the reason is the same",
            "an approval of the version before counts for the same role and the same reason",
        ),
    ),
    question(
        "unasked_discount",
        "discount without an approved quote",
        "handbook, section 7 (revenue leakage, unauthorized discount)",
        ("as signed", "who may sign may give it, so nothing of it counts as revenue that leaked"),
        (
            "unauthorized above the approval matrix",
            "what it takes off beyond the lowest limit of the approval matrix counts as revenue that leaked",
        ),
    ),
)
