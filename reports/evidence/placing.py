"""Where in the process a failure shows, who answers for that stage, and how bad it is where nobody has said so."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reports.evidence.chain import Record
from reports.evidence.outcomes import Outcome
from reports.evidence.rating import rate

# The first word found decides; titles of checks and of reconciliations name what they compare.
_SHOWS: tuple[tuple[str, str], ...] = (
    ("quote", r"quote|approval|exceptions contracts stand on"),
    ("lead", r"duplicate|customers? (?:that wait|of)|merge|master data"),
    (
        "collect",
        r"payment|paid|pays?\b|cash|clearing|payout|refund|chargeback|dispute|write-off|written off|dunning|letter|owe",
    ),
    ("recognize", r"revenue|schedule|liability|allocat|obligation|contract asset|unbilled"),
    ("bill", r"invoice|credit|memo|bill|usage|tax|numbers|drafts?\b"),
    ("close", r"journal|ledger|clos|differences|trial balance|debits|receivable|tie out|balance"),
    ("order", r"order|contract|amend|subscribed|renew|cancel"),
)
ROLE_OF: Mapping[str, str] = {
    "lead": "Sales operations",
    "quote": "Sales operations",
    "order": "Sales operations",
    "bill": "Billing analyst",
    "collect": "Collections",
    "recognize": "Revenue accountant",
    "close": "Controller",
    "": "Process owner",
}
_HANDED_OVER = "event contracts"


def stage_of(failure: Record) -> str:
    """The stage in which a failure shows; "" where its words name none. What was not handed over is told by its events."""
    title = str(failure["title"]).lower()
    text = str(failure["message"]).lower() if _HANDED_OVER in title else title
    return next((stage for stage, words in _SHOWS if re.search(words, text)), "")


def stage_of_scenario(one: Outcome) -> str:
    """The stage in which a failed scenario fails first; "" where nobody can say."""
    return next((stage for failure in one.failures if (stage := stage_of(failure))), "")


def responsible(one: Outcome) -> str:
    """Who must act: the owner named, or the role that answers for where it fails."""
    return one.owner or (ROLE_OF[stage_of_scenario(one)] if one.failures else "")


def severity_of(failure: Record) -> str:
    """What the story says of its severity, or what follows from its nature; no plan, no materiality (handbook, section 8)."""
    told = failure["severity"]
    return str(told) if told else rate(failure["title"], failure["cause"], failure["money_at_risk"], {}).severity


def by_gravity(told: Outcome) -> tuple[bool, str, int]:
    """The key by which exceptions are sorted: failures first, the gravest first, the most money first."""
    size = sum(abs(amount["minor"]) for amount in told.at_risk)
    return told.verdict != "failed", worst_of(told) or "S9", -size


def worst_of(told: Outcome) -> str:
    """The worst severity of a scenario's failures, or nothing."""
    return min((severity_of(failure) for failure in told.failures), default="")
