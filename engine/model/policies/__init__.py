"""The conventions a company may choose: each question once, its answers by name, and what holds if nobody says.

A world sets them, a story may override them for one scenario, and the evidence records which one was applied. One file an
area; a new question is a field and a `question(...)` there.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

from engine.model.policies import (
    billing,
    changes,
    currencies,
    documents,
    ledger,
    masters,
    parts,
    receivables,
    revenue,
    taxes,
)
from engine.model.policies.billing import BillingPolicies, RoundingStage
from engine.model.policies.changes import ChangePolicies
from engine.model.policies.currencies import CurrencyPolicies
from engine.model.policies.documents import DocumentPolicies
from engine.model.policies.ledger import LedgerPolicies
from engine.model.policies.masters import MasterPolicies
from engine.model.policies.parts import PartPolicies
from engine.model.policies.question import Answer, Question, plain
from engine.model.policies.receivables import ReceivablesPolicies
from engine.model.policies.revenue import RevenuePolicies
from engine.model.policies.taxes import TaxPolicies

__all__ = ["BY_BOOK", "QUESTIONS", "Answer", "Policies", "Question", "question_named"]

BY_BOOK = frozenset(
    "schedule spread modification breakage residue earned_ahead unpaid_advance short_costs short_financing cost_reversal shipping "
    "compounding onerous cancellation_fee gross_tax "
    "revaluation unrealized_gains credit_rate unbilled_rate tax_revaluation fiscal_year_begins unbilled_losses".split()
)
"""The fields of the questions that the ledger alone answers, so that two books of one company can answer them differently."""


_TAXED_TOGETHER: dict[str, RoundingStage] = {
    "per rate per document": "per tax code per document",
    "per document": "per document",
}


@dataclass(frozen=True, kw_only=True)
class Policies(
    MasterPolicies,
    DocumentPolicies,
    LedgerPolicies,
    CurrencyPolicies,
    TaxPolicies,
    ReceivablesPolicies,
    RevenuePolicies,
    ChangePolicies,
    PartPolicies,
    BillingPolicies,
):
    """The conventions in force. Every field is answered by one of its question's answers; the defaults are the house's."""

    @property
    def rounded_at(self) -> RoundingStage:
        """The stage at which what lines come to is rounded: where prices hold a tax that is rounded for several lines, those are,
        as their net is what that tax leaves; else the stage at which the company rounds."""
        together = _TAXED_TOGETHER.get(self.tax_rounding) if self.tax_price == "inclusive" else None
        return together or self.rounding_stage

    def with_answer(self, question: str, answer: str) -> Policies:
        """The same policies with one question answered otherwise. KeyError names a question or answer that does not exist."""
        asked = question_named(question)
        return replace(self, **{asked.field: asked.answer(answer).text})  # type: ignore[arg-type]  # text is the Literal


QUESTIONS: tuple[Question, ...] = (
    *billing.QUESTIONS,
    *parts.QUESTIONS,
    *changes.QUESTIONS,
    *revenue.QUESTIONS,
    *receivables.QUESTIONS,
    *taxes.QUESTIONS,
    *currencies.QUESTIONS,
    *ledger.QUESTIONS,
    *documents.QUESTIONS,
    *masters.QUESTIONS,
)
assert [question.field for question in QUESTIONS] == [field.name for field in fields(Policies)]


def question_named(text: str) -> Question:
    """The question as people ask it, ignoring case and articles. KeyError if there is none."""
    return {plain(question.question): question for question in QUESTIONS}[plain(text)]
