"""The run as each role sees it: what concerns it, its exceptions and controls, the ways of its transactions, what it signs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reports.evidence.chain import Record
from reports.evidence.outcomes import Outcome
from reports.evidence.run_figures import RunFigure
from reports.evidence.touched import Touched, Way

SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class Role:
    """Who looks at a run. `documents`, `events`, `ties` and `figures`: those it answers for; all of them where it says "*"."""

    name: str
    asks: str
    documents: tuple[str, ...]
    events: tuple[str, ...]
    ties: tuple[str, ...]
    figures: tuple[str, ...]


ROLES = (
    Role(
        name="Sales operations",
        asks="Does every deal that was won become a contract, at the price and the approval it was sold with?",
        documents=("quote", "quote decision", "order", "customer", "contract", "amendment"),
        events=("customer created", "order closed-won", "contract activated", "contract amended"),
        ties=("Orders", "Contract value as quoted", "Events", "Contracted value billed"),
        figures=("Revenue leakage",),
    ),
    Role(
        name="Billing analyst",
        asks="Is every customer billed once, for what is due, at the right price and tax?",
        documents=("invoice", "credit memo", "debit memo", "usage", "contract", "amendment", "takeover"),
        events=("usage recorded", "invoice posted", "credit memo posted", "billing held", "contract taken over"),
        ties=("Contracted value billed", "Invoice numbers", "Credit memo numbers", "Sales tax payable", "Documents"),
        figures=("Invoice accuracy", "Billing exception rate", "Revenue leakage", "Credit memos to billings"),
    ),
    Role(
        name="Collections",
        asks="Does money arrive, pay the right invoice, and is the rest followed up?",
        documents=(
            *(
                "payment",
                "payment application",
                "payment attempt",
                "dispute",
                "letter",
                "refund",
                "write-off",
                "payment plan",
            ),
            *("chargeback", "deduction", "recovery", "payment return", "payment reversal"),
        ),
        events=(
            *(
                "payment requested",
                "payment pending",
                "payment received",
                "payment failed",
                "payment applied",
                "payment returned",
            ),
            *("dispute opened", "dispute resolved", "chargeback opened", "chargeback decided", "invoice written off"),
            *("refund approved", "refund paid", "payment plan agreed", "payment plan ended"),
        ),
        ties=(
            *("Receivables", "Unapplied cash", "Unidentified cash", "Customer credits", "Payments received"),
            *("Payment requests", "Refunds paid", "Refund payable"),
        ),
        figures=("DSO", "DSO count-back", "CEI", "Cash application cycle", "Dispute rate", "Average days delinquent"),
    ),
    Role(
        name="Revenue accountant",
        asks="Is revenue what was earned, in the month it was earned, and the rest deferred?",
        documents=("revenue schedule", "revenue fact", "journal entry", "contract", "amendment", "credit memo"),
        events=("contract activated", "contract amended", "invoice posted", "credit memo posted", "revenue posted"),
        ties=(
            *("Contract liability", "Revenue", "Contract value on schedules", "Schedules posted", "Refund liability"),
            *("Contract balances",),
        ),
        figures=("Revenue schedule accuracy",),
    ),
    Role(
        name="Controller",
        asks="Do the books balance, do they agree with every system, and can the month be closed?",
        documents=("journal entry", "manual journal", "period close", "period reopening", "journal approval"),
        events=("*",),
        ties=("*",),
        figures=("*",),
    ),
    Role(
        name="Support",
        asks="Which events went astray, which calls were refused, and were they repaired?",
        documents=(),
        events=("*",),
        ties=("Events", "Documents", "Payment requests"),
        figures=("Billing exception rate",),
    ),
    Role(
        name="Process owner",
        asks="Does the process run end to end as the business wants it?",
        documents=("*",),
        events=("*",),
        ties=("*",),
        figures=("Invoice accuracy", "Billing exception rate", "DSO", "Close duration", "Revenue leakage"),
    ),
)


def role_views(
    told: Sequence[tuple[Outcome, Touched]], sign_offs: Sequence[Record], figures: Sequence[RunFigure]
) -> list[dict[str, Any]]:
    """One view for each role."""
    return [_view(role, told, sign_offs, figures) for role in ROLES]


def _view(
    role: Role, told: Sequence[tuple[Outcome, Touched]], sign_offs: Sequence[Record], figures: Sequence[RunFigure]
) -> dict[str, Any]:
    own = [(one, what) for one, what in told if _concerns(role, one, what)]
    exceptions = [one for one, _ in own if one.verdict != "passed"]
    ties = Counter[tuple[str, str]]()
    ways = Counter[Way]()
    documents = Counter[str]()
    for _, what in own:
        ties.update(what.ties)
        ways.update(what.ways)
        documents.update(what.documents)
    return {
        "role": role,
        "scenarios": len(own),
        "verdicts": Counter(one.verdict for one, _ in own),
        "exceptions": exceptions[:SHOWN],
        "more": max(len(exceptions) - SHOWN, 0),
        "documents": [(kind, count) for kind, count in documents.most_common() if _is(kind, role.documents)][:SHOWN],
        "ties": list(_ties(role, ties)),
        "ways": list(_ways(role, ways)),
        "figures": [one for one in figures if _is(one.name, role.figures)],
        "signs": [sign["meaning"] for sign in sign_offs if _signs(role, str(sign["role"]))],
    }


def _signs(role: Role, named: str) -> bool:
    """A group's controller is a controller, an operations lead is support."""
    also = {"Support": ("operations lead",), "Controller": ("controller",)}
    return named == role.name or any(word in named.casefold() for word in also.get(role.name, ()))


def _concerns(role: Role, one: Outcome, what: Touched) -> bool:
    """A scenario whose documents the role answers for, that names it as owner, or (for support) whose events went astray."""
    if one.owner == role.name or "*" in role.documents:
        return True
    if role.name == "Support":
        return any(outcome != "delivered" for *_, outcome in what.ways)
    return any(_is(kind, role.documents) for kind in what.documents)


def _is(name: str, named: Iterable[str]) -> bool:
    return any(one in ("*", name) for one in named)


def _ties(role: Role, counted: Counter[tuple[str, str]]) -> Iterable[dict[str, Any]]:
    for title in sorted({title for title, _ in counted if _is(title, role.ties)}):
        states = {state: counted[title, state] for state in ("tied", "announced", "unexplained")}
        yield {"title": title, **states}


def _ways(role: Role, counted: Counter[Way]) -> Iterable[dict[str, Any]]:
    """Each event with its way, how often it arrived, and how often it did not at first."""
    found: dict[tuple[str, str, str], Counter[str]] = {}
    for (type_, source, to, outcome), count in counted.items():
        if _is(type_, role.events):
            found.setdefault((type_, source, to), Counter())[outcome] += count
    for (type_, source, to), outcomes in sorted(found.items()):
        astray = {outcome: count for outcome, count in sorted(outcomes.items()) if outcome != "delivered"}
        yield {"type": type_, "from": source, "to": to, "delivered": outcomes["delivered"], "astray": astray}
