"""How grave a failed scenario is: which of the four axes it touches, its nature by what differs, its money by materiality."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.model.money import Money
from reports.evidence.records import Amount
from reports.evidence.severity import NATURES, Found, Level, Materiality, severity

# What a difference is about tells the axis and the nature; the words stand in the titles of reconciliations and of tables.
_AXES = {
    "cash": ("payment", "cash", "clearing", "payout", "refund", "chargeback", "receivable", "open invoices"),
    "revenue": ("revenue", "liability", "schedule", "unbilled", "journal", "ledger", "debits"),
    "tax and compliance": ("tax", "gapless", "numbers", "closed"),
    "customer": ("invoice", "credit", "letter", "contract", "order", "subscribed"),
}
_NATURES = {
    "unbalanced entry": ("debits", "out of balance"),
    "closed period changed": ("closed period",),
    "duplicate": ("twice", "duplicate", "gapless"),
    "wrong customer or entity": ("another customer", "another entity"),
    "customer billed wrongly": ("invoiced", "invoices", "credited", "credit memo"),
    "cash not applied": ("unapplied", "open invoices"),
    "approval missing": ("exceptions contracts stand on",),
}


@dataclass(frozen=True)
class Rating:
    """The axes a failure touches, its severity, and the reason in words."""

    axes: tuple[str, ...]
    severity: Level
    reason: str


def rate(title: str, cause: str, at_risk: Iterable[Amount], scales: Mapping[str, Materiality]) -> Rating:
    """Rate a failure; a run that broke proves nothing and blocks."""
    text = title.lower()
    axes = tuple(axis for axis, words in _AXES.items() if any(word in text for word in words)) or ("customer",)
    if cause == "bug":
        return Rating(axes, "S1", "the run itself broke, so nothing was proved")
    natures = frozenset(nature for nature, words in _NATURES.items() if any(word in text for word in words))
    amounts = list(at_risk)
    if not amounts:
        return Rating(axes, _without_money(natures), "no money, but not as it was promised")
    level, reason = min(_one(amount, natures, cause, scales) for amount in amounts)
    return Rating(axes, level, reason)


def _without_money(natures: frozenset[str]) -> Level:
    return min((NATURES[nature] for nature in natures), default="S3")


def _one(amount: Amount, natures: frozenset[str], cause: str, scales: Mapping[str, Materiality]) -> tuple[Level, str]:
    scale = scales.get(amount["currency"])
    if scale is None:
        return "S2", "a wrong amount; the plan names no materiality in its currency"
    rounding = abs(amount["minor"]) <= 1
    found = Found(
        amount=Money(amount["minor"], amount["currency"]),
        natures=natures - {"customer billed wrongly", "cash not applied"} if rounding else natures,
        explained=cause != "tie-out",
    )
    level = severity(found, scale)
    return level, _reason(found, scale)


def _reason(found: Found, scale: Materiality) -> str:
    if found.natures:
        return ", ".join(sorted(found.natures))
    size = abs(found.amount.minor)
    if size >= scale.performance:
        return "at or above performance materiality"
    return "above what is trivial" if size >= scale.trivial else "below what is trivial"
