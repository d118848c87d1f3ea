"""Region and channel of what is posted: whose sale it was, told apart for trial balances and revenue (IFRS 15.114, 606-10-50-5)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from engine.book import Book
from engine.ledger.general_ledger import PASSING, account_of, journal, row_of, year_of
from engine.model.calendar import AccountingPeriod
from engine.model.contracts import Contract
from engine.model.invoices import Invoice
from engine.model.journal import JournalEntry, JournalLine, LineDimension, TrialBalanceRow
from engine.refusals import Refused

_Key = tuple[str, str, str, str]


class Told(TypedDict):
    """The dimensions that every journal line bears."""

    region: str
    channel: str


def dimensions(book: Book, customer: str, contract: str | None = None, invoice: str | None = None) -> Told:
    """Region and channel of a line about that customer and contract (or the contract of that invoice), by the company's
    convention ("": nobody said)."""
    billed = book.find(Invoice, invoice) if invoice and not contract else None
    signed, known = _signed(book, billed.contract if billed else contract), book.customers.get(customer)
    return Told(
        region=(signed and signed.region) or (known.region if known else ""),
        channel=(signed and signed.channel) or (known.channel if known else ""),
    )


def _signed(book: Book, contract: str | None) -> Contract | None:
    by_contract = book.company.policies.dimensions == "of the contract, else of the customer"
    return book.find(Contract, contract) if contract and by_contract else None


def trial_balance_by(book: Book, period: AccountingPeriod, dimension: LineDimension) -> tuple[TrialBalanceRow, ...]:
    """The trial balance told apart by a dimension of the lines: the rows of an account add up to its row there.

    Refused for a dimension that lines do not have.
    """
    if dimension not in DIMENSIONS:
        raise Refused("unknown-dimension", f"lines have no {dimension!r}; they have {', '.join(DIMENSIONS)}")
    opening: defaultdict[_Key, int] = defaultdict(int)
    debits: defaultdict[_Key, int] = defaultdict(int)
    credits: defaultdict[_Key, int] = defaultdict(int)
    for entry, line in _lines(book, period.end):
        before = entry.posting_date < period.start
        side = opening if before else debits if line.booked.minor > 0 else credits
        side[_key(book, period, dimension, entry, line)] += line.booked.minor if before else abs(line.booked.minor)
    order = {account.name: number for number, account in enumerate(book.company.accounts)}
    used = {key for key, minor in opening.items() if minor} | {*debits, *credits}
    return tuple(
        row_of(*key[:3], opening[key] + debits[key] - credits[key], debits[key], credits[key], key[3])
        for key in sorted(used, key=lambda key: (key[3], key[0], order[key[1]], key[2]))
    )


DIMENSIONS: tuple[LineDimension, ...] = ("region", "channel", "customer", "contract", "product")


def _lines(book: Book, last: date) -> Iterator[tuple[JournalEntry, JournalLine]]:
    yield from ((entry, line) for entry in journal(book, date.min, last) for line in entry.lines)


def _key(
    book: Book, period: AccountingPeriod, dimension: LineDimension, entry: JournalEntry, line: JournalLine
) -> _Key:
    """Where a line counts: what was earned and spent before the fiscal year began stands in retained earnings."""
    account, retained = line.account, account_of(book, "retained earnings")
    types = {known.name: known.type for known in book.company.accounts}
    if retained and types[account] in PASSING and entry.posting_date < year_of(book, period).start:
        account = retained.name
    return entry.entity, account, line.booked.currency, getattr(line, dimension) or ""
