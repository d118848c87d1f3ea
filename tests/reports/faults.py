"""What breaks the agreeing books, and what a tie-out then shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.model.events import Delivery
from engine.model.journal import JournalLine, Rejection
from reports.tie_outs.tie_out import tie_out
from tests.reports.books import Books
from tests.reports.documents import MARCH, day, usd

UPSELL = "NW-000004"
RECEIVED = "PAY-NW-000003-1"
MARCH_REVENUE = "JE-revenue-C-1-2026-03"
Differences = dict[str, list[str]]


def differences(books: Books, as_of: date = MARCH.end) -> Differences:
    found = [one for one in tie_out(books.stack(), as_of) if one.difference]
    return {one.title: [f"{item.document}: {item.explanation}" for item in one.items] for one in found}


def moved(books: Books, source: str, **cents: int) -> None:
    """Add cents to the lines of an entry, by account."""
    extra = {account.replace("_", " "): amount for account, amount in cents.items()}

    def more(line: JournalLine) -> JournalLine:
        return replace(line, amount=line.amount + usd(extra.get(line.account, 0)))

    books.change_lines(source, more)


def everywhere(sentence: str) -> Differences:
    """What an amiss upsell invoice shows: it moves receivables, tax and contract liability, and is one document."""
    titles = "Receivables of Globex", "Sales tax payable", "Contract liability of Globex", "Documents"
    return {title: [f"{UPSELL}: upsell invoice {sentence}"] for title in titles}


def rejection(event: str, number: str, system: str, sentence: str) -> Rejection:
    return Rejection(
        event=f"{event}:{number}",
        type=event,
        subject=number,
        customer="Globex",
        system=system,
        on=day(3, 16),
        sentence=sentence,
    )


def delivery(event: str, number: str, to: str, outcome: str) -> Delivery:
    return Delivery(
        event=f"{event}:{number}",
        type=event,  # type: ignore[arg-type]
        source="billing",
        subject=number,
        customer="Globex",
        label="upsell",
        to=to,
        on=day(3, 16),
        outcome=outcome,  # type: ignore[arg-type]
        answer="",
    )
