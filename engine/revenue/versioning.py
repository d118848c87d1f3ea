"""Versions of a revenue schedule: what each of them holds, and why it was made."""

from __future__ import annotations

from collections.abc import Iterable

from engine.book import Book
from engine.ledger.closing import first_open
from engine.model.calendar import ServicePeriod, long_date
from engine.model.contracts import Amendment, Contract
from engine.model.cutover import Takeover
from engine.model.document import Document
from engine.model.invoices import CreditMemo, Invoice
from engine.model.money import Money
from engine.model.rebates import RebateSettlement
from engine.model.revenue import RevenueFact, RevenueSchedule, SchedulePiece
from engine.model.usage import Usage
from engine.revenue.deciding import path_of
from engine.revenue.estimating import REFUNDS
from engine.revenue.paying_away import PASSED_ON
from engine.revenue.recording import told
from engine.revenue.retaxing import NewRate


def figures(pieces: Iterable[SchedulePiece]) -> list[tuple[ServicePeriod, int]]:
    """What tells one version from another: days and amounts, in the smallest unit."""
    return [(piece.service, piece.amount.minor) for piece in pieces]


def merged(pieces: Iterable[SchedulePiece]) -> tuple[SchedulePiece, ...]:
    """One piece for the same days, in order of days, without those that come to nothing."""
    found: dict[ServicePeriod, SchedulePiece] = {}
    for piece in pieces:
        known = found.get(piece.service)
        amount = known.amount + piece.amount if known else piece.amount
        source = known.source if known else piece.source
        found[piece.service] = SchedulePiece(service=piece.service, amount=amount, source=source)
    return tuple(piece for _, piece in sorted(found.items()) if piece.amount)


def version_of(
    book: Book,
    contract: Contract,
    obligation: str,
    product: str,
    before: RevenueSchedule | None,
    pieces: tuple[SchedulePiece, ...],
    undelivered: Money,
    cause: Document,
) -> RevenueSchedule:
    """The next version of an obligation's schedule."""
    version = before.version + 1 if before else 1
    return RevenueSchedule(
        number=f"RS-{obligation}-{version}",
        event_date=cause.event_date,
        effective_date=cause.effective_date,
        posting_date=first_open(book, cause.posting_date, contract.entity, "revenue"),
        entity=contract.entity,
        customer=contract.customer,
        contract=contract.number,
        obligation=obligation,
        product=product,
        currency=contract.currency,
        version=version,
        reason=_reason(book, contract, cause),
        spread=book.company.policies.spread,
        pieces=pieces,
        undelivered=undelivered,
        refunds=obligation.endswith(REFUNDS),
        passed_on=obligation.endswith(PASSED_ON),
        cause=cause.number,
    )


def _reason(book: Book, contract: Contract, cause: Document) -> str:
    match cause:
        case Amendment() if cause.contract != contract.number:
            return f"{cause.cause} of {cause.contract} on {long_date(cause.effective_date)}"
        case Amendment():
            words = f"{cause.cause} on {long_date(cause.effective_date)}"
            by_term = book.company.policies.schedule == "contract term"
            return f"{words}, {path_of(book, contract, cause)}" if by_term else words
        case Invoice():
            return f"billed by invoice {cause.number}, {cause.cause}"
        case RevenueFact() if cause.combined_with and cause.contract != contract.number:
            return f"combined with {cause.contract}"
        case RevenueFact() if cause.separated_from and cause.contract != contract.number:
            return f"separated from {cause.contract}"
        case RevenueFact():
            return told(cause.fact)
        case CreditMemo():
            return f"credited by {cause.number}, {cause.reason}"
        case NewRate():
            return f"tax {cause.rate.code} at {cause.rate.percent.normalize():f}% from {long_date(cause.rate.start)}"
        case RebateSettlement():
            return f"rebate settled with {cause.earned}"
        case Usage():
            return f"usage {cause.number} of {long_date(cause.effective_date)}"
        case Takeover():
            return f"taken over on {long_date(cause.posting_date)}"
        case _:
            return "contract signed"
