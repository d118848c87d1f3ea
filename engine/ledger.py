"""The general ledger as people ask for it. Running totals follow every entry, so a question reads few of them.

Totals in a book: "entries" by month; "balance" by account, currency and customer; "account" by account and currency;
"open" by currency and invoice on the receivables account.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from engine.book import Book
from engine.model.calendar import AccountingPeriod
from engine.model.journal import AccountBalance, JournalEntry, LedgerAccount, TrialBalanceRow, month_of
from engine.model.money import Money


def record(book: Book, entry: JournalEntry) -> None:
    """Let the running totals follow an entry that is being posted."""
    receivables = {account.name for account in book.company.accounts if account.role == "receivables"}
    book.tally(1, "entries", entry.month)
    for line in entry.lines:
        book.tally(line.amount.minor, "balance", line.account, entry.currency, line.customer)
        book.tally(line.amount.minor, "account", line.account, entry.currency)
        if line.invoice and line.account in receivables:
            book.tally(line.amount.minor, "open", entry.currency, line.invoice)


def account_of(book: Book, role: str) -> LedgerAccount | None:
    """The first account of the chart with that role, or None."""
    return next((account for account in book.company.accounts if account.role == role), None)


def months_posted(book: Book) -> list[str]:
    """The months that hold entries, in order: 2026-03."""
    return sorted(month for (month,) in book.tallies("entries"))


def entries_of(book: Book, month: str) -> list[JournalEntry]:
    """A month's entries in posting order."""
    return sorted(book.about(JournalEntry, "month", month), key=lambda entry: entry.posting_date)


def journal(book: Book, start: date, end: date) -> tuple[JournalEntry, ...]:
    """The entries posted from `start` to `end`, both included, by day and in the order they were written."""
    months = [month for month in months_posted(book) if month_of(start) <= month <= month_of(end)]
    return tuple(e for month in months for e in entries_of(book, month) if start <= e.posting_date <= end)


def balances(book: Book, as_of: date) -> tuple[AccountBalance, ...]:
    """What stands on each account at the end of a day, by customer, debit positive; what is zero is left out.

    In the order of the chart, then by customer. Read from the totals of today less what was posted after the day.
    """
    totals = defaultdict(int, book.tallies("balance"))
    for entry in journal(book, as_of, date.max):
        for line in entry.lines if entry.posting_date > as_of else ():
            totals[line.account, entry.currency, line.customer] -= line.amount.minor
    place = {account.name: number for number, account in enumerate(book.company.accounts)}
    return tuple(
        AccountBalance(
            entity=book.company.entity.code,
            account=account,
            currency=currency,
            customer=customer,
            amount=Money(minor, currency),
        )
        for (account, currency, customer), minor in sorted(totals.items(), key=lambda item: (place[item[0][0]], item))
        if minor
    )


def trial_balance(book: Book, period: AccountingPeriod) -> tuple[TrialBalanceRow, ...]:
    """Opening, movements and closing of each account and currency that ever had any, in the order of the chart."""
    closing = {
        (account, currency): sum(b.amount.minor for b in found)
        for (account, currency), found in _by_account(balances(book, period.end)).items()
    }
    debits: defaultdict[tuple[str, str], int] = defaultdict(int)
    credits: defaultdict[tuple[str, str], int] = defaultdict(int)
    for entry in entries_of(book, month_of(period.start)):
        for line in entry.lines:
            side = debits if line.amount.minor > 0 else credits
            side[line.account, entry.currency] += abs(line.amount.minor)
    place = {account.name: number for number, account in enumerate(book.company.accounts)}
    keys = sorted({*closing, *debits, *credits}, key=lambda key: (place[key[0]], key))
    return tuple(_row(*key, closing.get(key, 0), debits[key], credits[key]) for key in keys)


def _by_account(found: tuple[AccountBalance, ...]) -> dict[tuple[str, str], list[AccountBalance]]:
    grouped: dict[tuple[str, str], list[AccountBalance]] = {}
    for balance in found:
        grouped.setdefault((balance.account, balance.currency), []).append(balance)
    return grouped


def _row(account: str, currency: str, closing: int, debits: int, credits: int) -> TrialBalanceRow:
    return TrialBalanceRow(
        account=account,
        currency=currency,
        opening=Money(closing - debits + credits, currency),
        debits=Money(debits, currency),
        credits=Money(credits, currency),
        closing=Money(closing, currency),
    )
