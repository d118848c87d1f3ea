"""Revaluation at month ends: what is owed in a foreign currency is shown at the closing rate (IAS 21.23, ASC 830-20-35-1).

The difference goes to an account of its own, unrealized. By the company's convention it is taken back on the first day of
the next month, or stays and the next month end posts only what is lacking: never both, never neither (handbook 4.17).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.entities import own_number
from engine.exchanging import at, rate_on
from engine.ledger.closing import first_open
from engine.ledger.dimensioning import dimensions
from engine.ledger.general_ledger import account_of, record
from engine.model.calendar import ONE_DAY
from engine.model.company import LegalEntity
from engine.model.document import dated
from engine.model.journal import JournalEntry, JournalLine, month_of
from engine.model.money import Money
from engine.portioning import period_end, period_of

REVALUE, REVERSE = "revalue", "reverse revaluation"
# What is paid in money; contract liabilities are given in service (IFRIC 22), and cash is exchanged as it arrives.
MONETARY = frozenset(
    {
        *("receivables", "unbilled receivable", "contract asset", "gateway clearing", "disputed funds"),
        *("unapplied cash", "customer credits", "refund payable", "refund liability", "tax"),
        *("due from group", "due to group", "allowance", "monetary"),
    }
)


def plan(book: Book, entry: JournalEntry) -> None:
    """Look at the entity's foreign balances at the end of the month into which something of theirs is posted."""
    if any(line.base is not None for line in entry.lines):
        book.agenda.plan(period_end(book, entry.posting_date), REVALUE, entry.entity)


def revalue(book: Book, today: date) -> Iterator[JournalEntry]:
    """One entry for each legal entity and foreign currency whose monetary balances are worth something else today."""
    due = book.agenda.on(today, REVALUE)
    for entity in book.company.entities:
        if entity.code in due:
            day = first_open(book, today, entity.code)
            if day != today:
                book.agenda.plan(period_end(book, day), REVALUE, entity.code)
                continue
            for currency in sorted({of for code, _, of, _ in book.tallies("worth") if code == entity.code}):
                yield from _revalued(book, entity, currency, today)


def _revalued(book: Book, entity: LegalEntity, currency: str, today: date) -> Iterator[JournalEntry]:
    lines = tuple(_lines(book, entity, currency, today))
    if any(
        book.tallied("balance", entity.code, account, currency, customer)
        for account, customer in _held(book, entity, currency)
    ):
        book.agenda.plan(period_of(book, today).next.end, REVALUE, entity.code)
    if lines:
        number = _number(book, entity, currency, today)
        entry = _entry(number, entity, currency, today, lines)
        record(book, entry)
        if book.company.policies.revaluation == "reversed on day one" or not _takes_gains(book):
            book.agenda.plan(today + ONE_DAY, REVERSE, number)
        yield entry


def _number(book: Book, entity: LegalEntity, currency: str, today: date) -> str:
    """What comes in on the last day after it was revalued is revalued by an entry of its own."""
    first = own_number(book, f"JE-revaluation-{currency}", entity.code, period_of(book, today).key)
    number, again = first, 1
    while book.has(JournalEntry, number):
        again += 1
        number = f"{first}-{again}"
    return number


def _held(book: Book, entity: LegalEntity, currency: str) -> list[tuple[str, str]]:
    """The entity's monetary accounts and their customers in a foreign currency."""
    roles = {account.name: account.role for account in book.company.accounts}
    kept = {"tax"} if book.company.policies.tax_revaluation == "kept at the invoice's rate" else set[str]()
    keys = {key[1:] for name in ("balance", "worth") for key in book.tallies(name) if key[0] == entity.code}
    return sorted(
        (account, whose) for account, of, whose in keys if of == currency and roles[account] in MONETARY - kept
    )


def _lines(book: Book, entity: LegalEntity, currency: str, today: date) -> Iterator[JournalLine]:
    unrealized = account_of(book, "unrealized exchange difference")
    assert unrealized is not None, "a chart for several currencies has the account; its file is checked for it"
    rate = rate_on(book, currency, entity.currency, today, "closing")
    nothing, moved = Money.zero(currency), 0
    for account, customer in _held(book, entity, currency):
        key = entity.code, account, currency, customer
        lacking = at(book.tallied("balance", *key), currency, entity.currency, rate) - book.tallied("worth", *key)
        if lacking < 0 or (lacking and _takes_gains(book)):
            moved += lacking
            worth, told = Money(lacking, entity.currency), dimensions(book, customer)
            yield JournalLine(account=account, amount=nothing, customer=customer, base=worth, **told)
    if moved:
        yield JournalLine(account=unrealized.name, amount=nothing, customer="", base=Money(-moved, entity.currency))


def _takes_gains(book: Book) -> bool:
    """Where gains are not recognized, what is measured anew each month is what was booked: a loss never stays to be earned back."""
    return book.company.policies.unrealized_gains == "recognized"


def _entry(number: str, entity: LegalEntity, currency: str, day: date, lines: tuple[JournalLine, ...]) -> JournalEntry:
    return JournalEntry(
        number=number,
        **dated(day),
        entity=entity.code,
        currency=currency,
        source_kind="revaluation",
        source=month_of(day),
        label="revaluation",
        customer="",
        event=f"revaluation:{number}",
        lines=lines,
    )


def take_back(book: Book, today: date) -> Iterator[JournalEntry]:
    """On the first day of a month, the revaluation of the month before, once, where the convention says so."""
    for number in book.agenda.on(today, REVERSE):
        again = f"{number}-reversal"
        if not book.has(JournalEntry, again):
            made = book.get(JournalEntry, number)
            lines = tuple(replace(line, base=-line.booked) for line in made.lines)
            day = first_open(book, today, made.entity)
            entry = replace(
                made,
                number=again,
                event_date=today,
                effective_date=today,
                posting_date=day,
                source=number,
                event=f"revaluation:{again}",
                lines=lines,
            )
            record(book, entry)
            yield entry
