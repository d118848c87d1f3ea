"""What customers get by mail beside invoices: dunning letters and statements of account, as they stand on the paper; and the
day's work of whoever follows up on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from engine.model.calendar import long_date
from engine.model.payments import DunningAct, Letter
from engine.model.printed import Party, PrintedDocument
from reports.papers.statement import statement
from reports.papers.work_list import work_list
from reports.systems.snapshot import Snapshot

Fields = dict[str, Any]
_FOLLOWS: dict[DunningAct, str] = {
    "service suspended": "Service is suspended until it is paid.",
    "contract terminated": "The contract ends with this letter.",
}


def letters(seen: Snapshot) -> dict[str, Fields]:
    """The letters as customers read them, by number: who writes to whom, about which invoice, and what follows."""
    invoices = {invoice.number: invoice for invoice in seen.billing.invoices}
    sheets = {sheet.number: sheet for sheet in seen.billing.printed}
    made = {}
    for letter in seen.billing.letters:
        invoice, sheet = invoices.get(letter.invoice), sheets.get(letter.invoice)
        if invoice and sheet:
            line = {
                "invoice": letter.invoice,
                "date": invoice.event_date,
                "due": letter.due_date,
                "days_overdue": (letter.event_date - letter.due_date).days,
                "total": invoice.total,
                "open": letter.open,
            }
            said = {"date": long_date(letter.event_date), **_parties(sheet)}
            made[letter.number] = {
                "letter": letter.name,
                "said": said,
                "text": _text(letter),
                "lines": [line],
                "open": letter.open,
            }
    return made


def _parties(sheet: PrintedDocument) -> Fields:
    """Both parties as their invoices name them; what nobody said is left out."""
    found = {**_party("seller", sheet.seller), **_party("buyer", sheet.buyer)}
    return {name: text for name, text in found.items() if text}


def _party(role: str, party: Party) -> Fields:
    return {role: party.name, f"{role} address": party.address, f"{role} tax number": party.tax_number}


def _text(letter: Letter) -> str:
    asked = (
        f"{letter.open} of invoice {letter.invoice} were due on {long_date(letter.due_date)} and have not reached us."
    )
    return " ".join(filter(None, (asked, "Please pay without delay.", _FOLLOWS.get(letter.then, ""))))


def statements(seen: Snapshot) -> Iterator[Fields]:
    """A statement of account for each customer and currency in which more happened than being billed, from the first
    document to the day of the snapshot."""
    sheets = {sheet.customer: sheet for sheet in seen.billing.printed}
    places = dict.fromkeys((invoice.customer, invoice.currency) for invoice in seen.billing.invoices)
    for customer, currency in places:
        days = [i.posting_date for i in seen.billing.invoices if (i.customer, i.currency) == (customer, currency)]
        found = statement(seen, customer, currency, min(days), seen.as_of)
        if customer in sheets and len(found.lines) > len(days):
            said = {"from": long_date(min(days)), "to": long_date(seen.as_of), **_parties(sheets[customer])}
            lines = [line._asdict() for line in found.lines]
            yield {
                "customer": customer,
                "said": said,
                "lines": lines,
                "opening": found.opening,
                "closing": found.closing,
            }


def follow_up(seen: Snapshot) -> Fields | None:
    """The collections work list at the end of the snapshot's day; None where there is nothing to do."""
    tasks = [task._asdict() for task in work_list(seen)]
    return {"on": seen.as_of, "tasks": tasks} if tasks else None
