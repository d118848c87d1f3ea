"""How grave a failure is: by what kind of control broke, and by its money against materiality (handbook, section 8)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from reports.records import Amount

SEVERITIES = ("S1", "S2", "S3", "S4")
AXES = ("cash", "revenue", "tax and compliance", "customer")
# What a difference is about tells the axis; the words stand in the titles of reconciliations and of tables.
_WORDS = {
    "cash": ("payment", "cash", "clearing", "payout", "refund", "chargeback", "receivable", "open invoices"),
    "revenue": ("revenue", "liability", "schedule", "unbilled", "journal", "ledger", "debits"),
    "tax and compliance": ("tax", "gapless", "numbers", "closed"),
    "customer": ("invoice", "credit", "letter", "contract", "order", "subscribed"),
}
# Wrong in a way that nothing can be trusted, whatever the amount.
_BLOCKING = ("debits", "gapless", "twice", "duplicate", "closed period", "another customer", "out of balance")


@dataclass(frozen=True)
class Threshold:
    """Materiality in the smallest unit of one currency: overall, performance and trivial."""

    overall: Fraction
    performance: Fraction
    trivial: Fraction


@dataclass(frozen=True)
class Rating:
    """The severity on each axis that a failure touches, and the worst of them with the reason."""

    axes: Mapping[str, str]
    severity: str
    reason: str


def rate(title: str, cause: str, at_risk: Iterable[Amount], thresholds: Mapping[str, Threshold]) -> Rating:
    """Rate a failure by its title, its cause and the money it puts at risk."""
    text, amounts = title.lower(), list(at_risk)
    severity, reason = _by_money(amounts, thresholds)
    if any(word in text for word in _BLOCKING):
        severity, reason = "S1", "a control that everything else rests on"
    elif cause == "bug":
        severity, reason = "S1", "the run itself broke, so nothing was proved"
    elif cause == "tie-out" and severity > "S2":
        severity, reason = "S2", "two systems differ and no document explains it"
    touched = [axis for axis, words in _WORDS.items() if any(word in text for word in words)] or ["customer"]
    return Rating(dict.fromkeys(touched, severity), severity, reason)


def _by_money(amounts: list[Amount], thresholds: Mapping[str, Threshold]) -> tuple[str, str]:
    if not amounts:
        return "S3", "no money, but not as it was promised"
    return min(_one(amount, thresholds.get(amount["currency"])) for amount in amounts)


def _one(amount: Amount, threshold: Threshold | None) -> tuple[str, str]:
    minor = abs(amount["minor"])
    if minor <= 1:
        return "S4", "one smallest unit"
    if threshold is None:
        return "S2", "a wrong amount; the plan names no materiality in its currency"
    if minor >= threshold.performance:
        return "S1", "at or above performance materiality"
    if minor >= threshold.trivial:
        return "S2", "above what is trivial"
    return "S3", "below what is trivial"
