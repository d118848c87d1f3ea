"""What identifies a close report to whoever files it, and lets an auditor tell two issues of it apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from importlib.metadata import version

from engine.model.areas import AREAS, AreaClose, strictest
from engine.model.calendar import long_date
from engine.model.contracts import Subscription
from engine.model.findings import Materiality
from engine.model.intercompany import ConsolidatedRow
from engine.model.journal import PeriodClose, TrialBalanceRow, digest
from engine.model.money import COUNT, Money
from engine.model.policies import Policies
from engine.model.revenue import RevenueMonth
from reports.close.checklist import worked_by
from reports.tie_outs.month import Month
from reports.tie_outs.quality import Quality

SHORT = 16
# What a controller adds by hand where nobody worked the checklist.
UNSIGNED = "not recorded, see section 19"
NAMED = 3


@dataclass(frozen=True, kw_only=True)
class Issue:
    """Whose report it is: the company, the names of its legal entities by code, the books, and the conventions in force.

    `books`: the trial balance in each set of books, by name, where there are several. `materiality`: from what on errors are
    material.
    `group`: the consolidated trial balance, where there are several entities; it and `quality`, how good the masters are, stand
    in the first one's report. `subscribed`: what contracts came to at the month's end; `revenue_before`: what was posted and
    scheduled at the end of the month before. `authorized_discount`: the percentage up to which nobody has to be asked, where a
    higher one without a quote counts as revenue that leaked.
    """

    company: str = ""
    entities: tuple[tuple[str, str], ...] = ()
    policies: Policies = Policies()
    book: str = "primary"
    group: Sequence[ConsolidatedRow] = ()
    books: Sequence[tuple[str, Sequence[TrialBalanceRow]]] = ()
    quality: Sequence[Quality] = ()
    materiality: Materiality | None = None
    subscribed: Sequence[Subscription] = ()
    authorized_discount: Decimal | None = None
    revenue_before: Sequence[RevenueMonth] = ()


def closes_of(month: Month) -> list[PeriodClose]:
    """The month's own closes, in order."""
    found = month.snapshot.erp.closes
    return [close for close in found if close.entity == month.entity and close.period == month.period]


def header(month: Month, status: str, issue: Issue) -> tuple[tuple[str, str], ...]:
    """The header block: entity, book, currency, period, status, cut-off, journals, policy set, version, run."""
    entries = [entry for entry in month.snapshot.erp.journal if entry.entity == month.entity]
    posted = sorted((e for e in entries if month.within(e.posting_date)), key=lambda entry: entry.posting_date)
    closes = closes_of(month)
    name = dict(issue.entities).get(month.entity, "")
    return (
        ("Company", issue.company or month.entity),
        ("Legal entity", f"{month.entity} {name}".strip()),
        ("Book", issue.book),
        ("Currency", _currency(month)),
        ("Period", f"{month.period}, {long_date(month.period.start)} to {long_date(month.period.end)}"),
        ("Status", status),
        ("Data cut-off", f"end of {long_date(month.snapshot.as_of)}"),
        ("Areas", _areas(month)),
        ("Closed on", ", ".join(long_date(close.event_date) for close in closes) or "not closed"),
        ("Run", str(closes[-1].run if closes else 1)),
        ("Journal entries", f"{len(posted)}, {posted[0].number} to {posted[-1].number}" if posted else "none"),
        ("Journal hash", digest(posted)[:SHORT]),
        ("Policy set", sha256(repr(issue.policies).encode()).hexdigest()[:SHORT]),
        ("Engine version", version("tieout")),
        ("Materiality", _material(issue.materiality)),
        ("Prepared by", worked_by(month)[0] or UNSIGNED),
        ("Reviewed by", worked_by(month)[1] or UNSIGNED),
        ("Conclusion", _conclusion(month)),
    )


def _currency(month: Month) -> str:
    """Of what the report tells: the books, or documents in a currency that is translated into that of the books."""
    kept = {entry.book_currency for entry in month.snapshot.erp.journal if entry.entity == month.entity}
    if kept and month.currency not in kept:
        return f"{month.currency}, of documents; the books are kept in {', '.join(sorted(kept))}"
    return f"{month.currency}, every amount unless it names another"


def _material(stated: Materiality | None) -> str:
    """From what on an error of an earlier year is material."""
    if stated is None:
        return "not stated"
    return str(stated.amount) if stated.amount else f"{stated.percent.normalize():f}% of the year's {stated.of}"


def _conclusion(month: Month) -> str:
    """Whether what must agree does, in one sentence: of amounts what they differ by, of counts how many."""
    off = [tie for tie in month.ties if tie.difference]
    if not off:
        # Not how many: a customer who comes later is reconciled too, at nothing, when the close is run again.
        return "all reconciliations agree"
    amount = Money(sum(abs(tie.difference.minor) for tie in off if tie.difference.currency != COUNT), month.currency)
    named = ", ".join(tie.title for tie in off[:NAMED]) + (f" and {len(off) - NAMED} more" if len(off) > NAMED else "")
    many = "1 reconciliation differs" if len(off) == 1 else f"{len(off)} reconciliations differ"
    return f"{many}, by {amount} in all: {named}"


def _areas(month: Month) -> str:
    """How far each area of the ledger is closed, and who may still post: an area that is open stands as open."""
    ours = [close for close in month.snapshot.erp.area_closes if close.entity == month.entity]
    whole = any(close.entity == month.entity and close.period >= month.period for close in month.snapshot.erp.closes)
    if whole or not ours:
        return "all closed hard" if whole else "all open"
    stands = {area: strictest([close for close in ours if close.area == area], month.period) for area in AREAS}
    return "; ".join(f"{area} {_kept(close)}" for area, close in stands.items())


def _kept(close: AreaClose | None) -> str:
    if close is None or not close.admits:
        return close.kind if close else "open"
    return f"{close.kind} (still posting: {', '.join(close.admits)})"
