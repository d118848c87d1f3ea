"""What happens between the currency of a document and the one in which the books are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.policies.question import Question, question

Revaluation = Literal["reversed on day one", "by difference"]
UnrealizedGains = Literal["recognized", "not recognized"]
CreditRate = Literal["of the original invoice", "of the day"]
UnbilledRate = Literal["spot", "monthly average"]
TaxRevaluation = Literal["revalued", "kept at the invoice's rate"]
EquityRate = Literal["historical", "closing"]


@dataclass(frozen=True, kw_only=True)
class CurrencyPolicies:
    """What happens between the currency of a document and the one in which the books are kept."""

    revaluation: Revaluation = "reversed on day one"
    unrealized_gains: UnrealizedGains = "recognized"
    credit_rate: CreditRate = "of the original invoice"
    unbilled_rate: UnbilledRate = "spot"
    tax_revaluation: TaxRevaluation = "revalued"
    equity_rate: EquityRate = "historical"


QUESTIONS: tuple[Question, ...] = (
    question(
        "revaluation",
        "revaluation",
        "IAS 21.23 and 28, ASC 830-20-35-1; handbook 4.17",
        ("reversed on day one", "the month end's revaluation is taken back on the first day of the next month"),
        ("by difference", "it stays, and the next month end posts only what is lacking or too much"),
    ),
    question(
        "unrealized_gains",
        "unrealized exchange gains",
        "IAS 21.28, ASC 830-20-35-1; prudence: HGB 252(1) no. 4 and 256a (beyond a year), UGB 201(2) no. 4",
        ("recognized", "what is owed in a foreign currency stands at the closing rate, whatever that brings"),
        (
            "not recognized",
            "by account and customer the closing rate or what was booked, whichever is worse; losses are measured anew each month",
        ),
    ),
    question(
        "credit_rate",
        "exchange rate of a credit memo",
        "handbook P12",
        ("of the original invoice", "a credit memo is booked at the rate of the invoice it credits"),
        ("of the day", "revenue is given back at the rate of the memo's day; the difference is realized"),
    ),
    question(
        "unbilled_rate",
        "exchange rate of unbilled revenue",
        "IAS 21.21 and 22; handbook P11",
        ("spot", "revenue earned ahead of billing is booked at the rate of the day it is posted"),
        ("monthly average", "revenue earned ahead of billing is booked at the month's average rate"),
    ),
    question(
        "tax_revaluation",
        "sales tax in a foreign currency",
        "handbook, section 1; Directive 2006/112/EC, article 91",
        ("revalued", "what is owed to the tax authority is revalued like other monetary items"),
        ("kept at the invoice's rate", "the law fixes what is owed at the rate of the tax point"),
    ),
    question(
        "equity_rate",
        "equity of a foreign entity in the group",
        "IAS 21.39 (silent on capital), ASC 830-30-45-3 and 830-10-45-18",
        (
            "historical",
            "capital stands at the rate of the day it was paid in; what the rate has moved since is translation difference",
        ),
        ("closing", "capital is translated as the assets are, and only income leaves a translation difference"),
    ),
)
