"""What customers get by mail beside invoices: dunning letters and statements of account, as they stand on the paper; and the
day's work of whoever follows up on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from engine.model.calendar import long_date
from engine.model.invoices import Invoice
from engine.model.money import Money, total
from engine.model.payments import DunningAct, Letter
from engine.model.printed import Party, PrintedDocument
from reports.papers.ageing import overdue
from reports.papers.statement import statement
from reports.papers.work_list import work_list
from reports.systems.snapshot import Snapshot

Fields = dict[str, Any]
_FOLLOWS: dict[DunningAct, str] = {
    "service suspended": "Service is suspended until it is paid.",
    "contract terminated": "The contract ends with this letter.",
}


def letters(seen: Snapshot) -> dict[str, Fields]:
    """The letters as customers read them, by the number of the first on each sheet: who writes to whom, about which invoices, and
    what follows."""
    invoices = {invoice.number: invoice for invoice in seen.billing.invoices}
    papers = {paper.number: paper for paper in seen.billing.printed}
    made = {}
    for sheet in sheets(seen.billing.letters):
        known = [(letter, invoices[letter.invoice]) for letter in sheet.letters if letter.invoice in invoices]
        paper = papers.get(sheet.letters[0].invoice)
        if known and paper:
            made[sheet.number] = {
                "letter": sheet.letters[0].name,
                "said": {"date": long_date(sheet.letters[0].event_date), **_parties(paper)},
                "text": _text(sheet),
                "lines": [_letter_line(letter, invoice) for letter, invoice in known],
                "open": sheet.open,
            }
    return made


def _letter_line(letter: Letter, invoice: Invoice) -> Fields:
    return {
        "invoice": letter.invoice,
        "date": invoice.event_date,
        "due": letter.due_date,
        "days_overdue": (letter.event_date - letter.due_date).days,
        "total": invoice.total,
        "open": letter.open,
    }


class Sheet(NamedTuple):
    """The letters of one sheet of paper, and what is open of all that they are about."""

    number: str
    letters: tuple[Letter, ...]
    open: Money


def sheets(sent: Iterable[Letter]) -> tuple[Sheet, ...]:
    """Dunning letters as they were posted, sheet by sheet."""
    together: dict[str, list[Letter]] = {}
    for letter in sent:
        together.setdefault(letter.sheet or letter.number, []).append(letter)
    return tuple(
        Sheet(number, tuple(found), total((one.open for one in found), found[0].open.currency))
        for number, found in together.items()
    )


def _parties(sheet: PrintedDocument) -> Fields:
    """Both parties as their invoices name them; what nobody said is left out."""
    found = {**_party("seller", sheet.seller), **_party("buyer", sheet.buyer)}
    return {name: text for name, text in found.items() if text}


def _party(role: str, party: Party) -> Fields:
    return {role: party.name, f"{role} address": party.address, f"{role} tax number": party.tax_number}


def _text(sheet: Sheet) -> str:
    letter, *more = sheet.letters
    asked = (
        f"{letter.open} of invoice {letter.invoice} were due on {long_date(letter.due_date)} and have not reached us."
    )
    if more:
        asked = f"{sheet.open} of the invoices below were due and have not reached us."
    return " ".join(filter(None, (asked, "Please pay without delay.", _FOLLOWS.get(letter.then, ""))))


def statements(seen: Snapshot) -> Iterator[Fields]:
    """A statement of account for each customer and currency in which more happened than being billed, from the first
    document to the day of the snapshot, with what was overdue then."""
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
                "overdue": overdue(seen.billing.open_items, customer, currency, seen.as_of),
            }


def follow_up(seen: Snapshot) -> Fields | None:
    """The collections work list at the end of the snapshot's day; None where there is nothing to do."""
    tasks = [task._asdict() for task in work_list(seen)]
    return {"on": seen.as_of, "tasks": tasks} if tasks else None
