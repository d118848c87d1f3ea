"""The general ledger as people ask for it. Running totals follow every entry, so a question reads few of them.

Totals in a book: "entries" by month; "balance", and "worth" of what is translated into the
functional currency, by entity, account, currency and customer; "account" by entity, account
and currency; "open" by currency and invoice on the receivables account; "carried" by entity, contract,
account and currency, of what a contract takes along.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date

from engine.book import Book
from engine.entities import entity_called
from engine.exchanging import is_translated
from engine.model.calendar import AccountingPeriod
from engine.model.journal import AccountBalance, JournalEntry, LedgerAccount, TrialBalanceRow, month_of
from engine.model.money import Money

_Key = tuple[str, str, str]
PASSING = ("income", "expense")
"""The types of accounts that begin each fiscal year at nothing."""


def record(book: Book, entry: JournalEntry) -> None:
    """Let the running totals follow an entry that is being posted."""
    carried = carried_accounts(book)
    receivables = {account.name for account in book.company.accounts if account.role == "receivables"}
    book.tally(1, "entries", entry.month)
    for line in entry.lines:
        book.tally(line.amount.minor, "balance", entry.entity, line.account, entry.currency, line.customer)
        if line.base is not None:
            worth = "worth", entry.entity, line.account, entry.currency, line.customer
            book.tally(line.base.minor, *worth)
        book.tally(line.amount.minor, "account", entry.entity, line.account, entry.currency)
        # What a dispute reserves of an invoice stays with the invoice.
        if line.contract and line.account in carried and not (line.invoice and line.obligation):
            book.tally(line.amount.minor, "carried", entry.entity, line.contract, line.account, entry.currency)
        if line.invoice and line.account in receivables:
            book.tally(line.amount.minor, "open", entry.currency, line.invoice)


def carried_accounts(book: Book) -> dict[str, str]:
    """The accounts whose balances a contract takes along beside its position when it passes on, each with the name that the
    posting rules of a transfer have for it."""
    return {rule.debit: rule.amount for rule in book.company.postings if rule.event == "contract transferred"}


def account_of(book: Book, role: str) -> LedgerAccount | None:
    """The first account of the chart with that role, or None."""
    return next((account for account in book.company.accounts if account.role == role), None)


def months_posted(book: Book) -> list[str]:
    """The months that hold entries, in order: 2026-03."""
    return sorted(month for (month,) in book.tallies("entries"))


def entries_of(book: Book, month: str, entity: str | None = None) -> list[JournalEntry]:
    """A month's entries in posting order, of one legal entity or of all."""
    found = [entry for entry in book.about(JournalEntry, "month", month) if entity in (None, entry.entity)]
    return sorted(found, key=lambda entry: entry.posting_date)


def entries_in(book: Book, period: AccountingPeriod, entity: str | None = None) -> list[JournalEntry]:
    """The entries of an accounting period in posting order, of one legal entity or of all."""
    months = [month for month in months_posted(book) if month_of(period.start) <= month <= month_of(period.end)]
    found = [entry for month in months for entry in entries_of(book, month, entity)]
    return [entry for entry in found if period.start <= entry.posting_date <= period.end]


def _nothing_before(book: Book, day: date) -> bool:
    first = min(months_posted(book), default="")
    return first > month_of(day) or (first == month_of(day) and day.day == 1)


def journal(book: Book, start: date, end: date) -> tuple[JournalEntry, ...]:
    """The entries posted from `start` to `end`, both included, by day and in the order they were written."""
    months = [month for month in months_posted(book) if month_of(start) <= month <= month_of(end)]
    return tuple(e for month in months for e in entries_of(book, month) if start <= e.posting_date <= end)


def balances(book: Book, as_of: date) -> tuple[AccountBalance, ...]:
    """What stands on each account at the end of a day, by customer, debit positive; what is zero is left out.

    By legal entity, in the order of the chart, then by customer. Read from the totals of today less what was posted after the day.
    """
    totals = defaultdict(int, book.tallies("balance"))
    worths = defaultdict(int, book.tallies("worth"))
    for entry in journal(book, as_of, date.max):
        for line in entry.lines if entry.posting_date > as_of else ():
            totals[entry.entity, line.account, entry.currency, line.customer] -= line.amount.minor
            if line.base is not None:
                worths[entry.entity, line.account, entry.currency, line.customer] -= line.base.minor
    place = _places(book)
    return tuple(
        AccountBalance(
            entity=entity,
            account=account,
            currency=currency,
            customer=customer,
            amount=Money(totals[key], currency),
            base=_worth(book, entity, currency, worths[key]),
        )
        for key in sorted({*totals, *worths}, key=lambda key: place(*key))
        if totals[key] or worths[key]
        for entity, account, currency, customer in [key]
    )


def _worth(book: Book, entity: str, currency: str, minor: int) -> Money | None:
    """What a balance in a foreign currency is worth in the entity's own; None where it is not translated."""
    into = entity_called(book, entity).currency
    return Money(minor, into) if is_translated(book, currency, into) else None


def _places(book: Book) -> Callable[..., tuple[object, ...]]:
    """The order of balances: by entity, then as the chart has the accounts, then by what else tells them apart."""
    entities = {entity.code: number for number, entity in enumerate(book.company.entities)}
    accounts = {account.name: number for number, account in enumerate(book.company.accounts)}
    return lambda entity, account, *rest: (entities[entity], accounts[account], rest)


def trial_balance(book: Book, period: AccountingPeriod) -> tuple[TrialBalanceRow, ...]:
    """Opening, movements and closing of each entity's accounts that have any, in the order of the chart; in the currency
    of the books, what is translated at its worth. Income and expense begin each fiscal year at nothing: what they came to
    before stands in retained earnings, if the chart has such an account (handbook, section 5.1)."""
    closing: defaultdict[_Key, int] = defaultdict(int)
    for balance in balances(book, period.end):
        closing[balance.entity, balance.account, balance.booked.currency] += balance.booked.minor
    for key, minor in _retained(book, year_of(book, period)):
        closing[key] += minor
    debits: defaultdict[_Key, int] = defaultdict(int)
    credits: defaultdict[_Key, int] = defaultdict(int)
    for entry in entries_in(book, period):
        for line in entry.lines:
            side = debits if line.booked.minor > 0 else credits
            side[entry.entity, line.account, line.booked.currency] += abs(line.booked.minor)
    used = {key for key, minor in closing.items() if minor} | {*debits, *credits}
    keys = sorted(used, key=lambda key: _places(book)(*key))
    return tuple(row_of(*key, closing[key], debits[key], credits[key]) for key in keys)


def year_of(book: Book, period: AccountingPeriod) -> AccountingPeriod:
    """The first month of the fiscal year that holds the period, by the company's convention."""
    return period.first_of_year(book.company.policies.fiscal_year_begins)


def _retained(book: Book, year: AccountingPeriod) -> Iterator[tuple[_Key, int]]:
    """What stood on income and expense accounts when the year began is taken off them and put on retained earnings. It is
    no entry: no closed month changes, and a day lived twice adds nothing."""
    retained = account_of(book, "retained earnings")
    if retained is None or _nothing_before(book, year.start):
        return
    types = {account.name: account.type for account in book.company.accounts}
    for balance in balances(book, year.previous.end):
        if types[balance.account] in PASSING:
            entity, currency, minor = balance.entity, balance.booked.currency, balance.booked.minor
            yield (entity, balance.account, currency), -minor
            yield (entity, retained.name, currency), minor


def row_of(
    entity: str, account: str, currency: str, closing: int, debits: int, credits: int, of: str = ""
) -> TrialBalanceRow:
    """A row of a trial balance from closing and movements in the smallest unit."""
    return TrialBalanceRow(
        entity=entity,
        account=account,
        currency=currency,
        of=of,
        opening=Money(closing - debits + credits, currency),
        debits=Money(debits, currency),
        credits=Money(credits, currency),
        closing=Money(closing, currency),
    )
