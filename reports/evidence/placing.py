"""Where in the process a failure shows and who answers for it, as the run wrote down, and how bad it is where nobody has said so."""

from __future__ import annotations

from collections.abc import Mapping

from engine.model.close import ProcessStage
from reports.evidence.chain import Record
from reports.evidence.outcomes import Outcome
from reports.evidence.rating import Rating, bearing, rate

# Who usually answers for a stage; a company's file may name its own roles.
ROLE_OF: Mapping[ProcessStage, str] = {
    "lead": "Sales operations",
    "quote": "Sales operations",
    "order": "Sales operations",
    "bill": "Billing analyst",
    "collect": "Collections",
    "recognize": "Revenue accountant",
    "close": "Controller",
    "": "Process owner",
}


def stage_of_scenario(one: Outcome) -> str:
    """The stage in which a failed scenario fails first; "" where nobody can say."""
    return next((stage for failure in one.failures if (stage := failure.get("stage", ""))), "")


def responsible(one: Outcome) -> str:
    """Who must act: the owner named, or the role that the run wrote beside the first failure whose stage it knew."""
    placed = [failure for failure in one.failures if failure.get("stage")]
    return one.owner or next((failure.get("owner", ROLE_OF[""]) for failure in (*placed, *one.failures)), "")


def severity_of(failure: Record) -> str:
    """What the story says of its severity, or what follows from its nature; no plan, no materiality (handbook, section 8)."""
    told = failure["severity"]
    return str(told) if told else _rating(failure).severity


def _rating(failure: Record) -> Rating:
    return rate(bearing(failure), failure["cause"], failure["money_at_risk"], {})


def ratings(told: Outcome) -> list[Rating]:
    """Each failure of a scenario as it is rated without a plan."""
    return [_rating(failure) for failure in told.failures]


def by_gravity(told: Outcome) -> tuple[bool, str, int]:
    """The key by which exceptions are sorted: failures first, the gravest first, the most money first."""
    size = sum(abs(amount["minor"]) for amount in told.at_risk)
    return told.verdict != "failed", worst_of(told) or "S9", -size


def worst_of(told: Outcome) -> str:
    """The worst severity of a scenario's failures, or nothing."""
    return min((severity_of(failure) for failure in told.failures), default="")
