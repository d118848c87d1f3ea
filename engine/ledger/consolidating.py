"""The group's trial balance: every entity's books in one currency, without what they have only against each other.

Assets and liabilities at the closing rate, capital at that of the day it was paid in, income and expenses at each month's average;
what that leaves between them is the translation difference, in equity (IAS 21.39, ASC 830-30-45; eliminations: IFRS 10.B86, ASC
810-10-45-1).
"""

from __future__ import annotations

from collections import Counter
from datetime import date

from engine.book import Book
from engine.exchanging import at, rate_on
from engine.ledger.general_ledger import PASSING, account_of, balances, journal, year_of
from engine.model.calendar import AccountingPeriod
from engine.model.intercompany import ConsolidatedRow
from engine.model.money import Money
from engine.portioning import period_of
from engine.refusals import Refused

AMONG_US = frozenset({"due from group", "due to group", "intercompany revenue", "intercompany expense"})


def consolidate(book: Book, period: AccountingPeriod, currency: str) -> tuple[ConsolidatedRow, ...]:
    """The accounts of all legal entities together at the end of a period, in the order of the chart; what is zero is left
    out. Refused without a rate for a currency, or without an account for the translation difference where there is one."""
    combined = _lasting(book, period, currency)
    combined.update(_capital(book, period, currency))
    combined.update(_earned(book, period, currency))
    roles = {account.name: account.role for account in book.company.accounts}
    eliminated = Counter({name: -minor for name, minor in combined.items() if roles[name] in AMONG_US})
    eliminated.update(_investments(book, combined))
    combined[_difference(book, combined)] -= sum(combined.values())
    eliminated[_difference(book, eliminated)] -= sum(eliminated.values())
    return tuple(
        ConsolidatedRow(
            account=account.name,
            currency=currency,
            combined=Money(combined[account.name], currency),
            eliminated=Money(eliminated[account.name], currency),
            consolidated=Money(combined[account.name] + eliminated[account.name], currency),
        )
        for account in book.company.accounts
        if combined[account.name] or eliminated[account.name]
    )


def _investments(book: Book, combined: Counter[str]) -> Counter[str]:
    """What the group has invested in its own entities, against what it holds of their equity (IFRS 10.B86(b)). What the one is more
    than the other stays where it is: goodwill, or equity that others hold."""
    held = [
        [a.name for a in book.company.accounts if a.role == role] for role in ("investment in group", "group equity")
    ]
    both = [sum(combined[name] for name in names) for names in held]
    rest = max(min(both[0], -both[1]), 0)
    found: Counter[str] = Counter()
    for names, sign in zip(held, (1, -1), strict=True):
        left = rest
        for name in names:
            found[name] -= sign * (part := min(left, max(sign * combined[name], 0)))
            left -= part
    return found


def _lasting(book: Book, period: AccountingPeriod, currency: str) -> Counter[str]:
    """Assets and liabilities (and equity, where the company has it so) at the closing rate."""
    types = {account.name: account.type for account in book.company.accounts}
    apart = {*PASSING, "equity"} if book.company.policies.equity_rate == "historical" else set(PASSING)
    sums: Counter[tuple[str, str, str]] = Counter()
    for found in balances(book, period.end):
        if types[found.account] not in apart:
            sums[found.entity, found.account, found.booked.currency] += found.booked.minor
    found_all: Counter[str] = Counter()
    for (_, account, of), minor in sums.items():
        found_all[account] += at(minor, of, currency, rate_on(book, of, currency, period.end, "closing"))
    return found_all


def _capital(book: Book, period: AccountingPeriod, currency: str) -> Counter[str]:
    """Equity at the rate of the day on which each amount came into it."""
    found: Counter[str] = Counter()
    if book.company.policies.equity_rate == "closing":
        return found
    equity = {account.name for account in book.company.accounts if account.type == "equity"}
    for entry in journal(book, date.min, period.end):
        for line in entry.lines:
            if line.account in equity:
                rate = rate_on(book, line.booked.currency, currency, entry.posting_date)
                found[line.account] += at(line.booked.minor, line.booked.currency, currency, rate)
    return found


def _earned(book: Book, period: AccountingPeriod, currency: str) -> Counter[str]:
    """Income and expenses, each month's at its average rate; those of earlier years as retained earnings, if there is such
    an account."""
    retained, year = account_of(book, "retained earnings"), year_of(book, period)
    types = {account.name: account.type for account in book.company.accounts}
    sums: Counter[tuple[AccountingPeriod, str, str, str]] = Counter()
    for entry in journal(book, date.min, period.end):
        for line in entry.lines:
            if types[line.account] in PASSING:
                posted = period_of(book, entry.posting_date)
                sums[posted, entry.entity, line.account, line.booked.currency] += line.booked.minor
    found: Counter[str] = Counter()
    for (posted, _, account, of), minor in sums.items():
        name = retained.name if retained and posted < year else account
        found[name] += at(minor, of, currency, rate_on(book, of, currency, posted.end, "average"))
    return found


def _difference(book: Book, sums: Counter[str]) -> str:
    """The account of the translation difference; it need not exist where there is none."""
    account = account_of(book, "translation difference")
    if account is None and sum(sums.values()) != 0:
        raise Refused("no-account-determined", "the chart has no account for translation differences")
    return account.name if account else ""
