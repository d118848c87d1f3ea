"""What people write by hand in a foreign currency is worth in the currency of the books (IAS 21.21-28, IFRIC 22, ASC 830-20).

What comes onto a balance is booked at the rate of the day, and what leaves it leaves at what it stands at, in proportion. Money owed
that leaves at another rate than its day's is an exchange difference, realized; what is not money (paid ahead, say) hands its worth on
to what it becomes: an expense, a machine, revenue.

Running totals in a book, by entity, account, currency and customer: what hands have put there ("by hand") and its worth ("by hand
worth").
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.entities import entity_called
from engine.exchanging import at, is_translated, rate_on
from engine.ledger.general_ledger import PASSING
from engine.ledger.owning import with_role
from engine.ledger.revaluing import MONETARY, plan
from engine.model.journal import JournalEntry, JournalLine, LedgerAccount
from engine.model.money import Money

REALIZED = "realized exchange difference"


def translated(book: Book, entry: JournalEntry) -> JournalEntry:
    """The entry with what each line is worth, and with what is realized as a line of its own; as it is, where its currency is that of
    the books or is kept by itself. Refused without a rate."""
    into = entity_called(book, entry.entity).currency
    if not is_translated(book, entry.currency, into):
        return entry
    lines = _valued(book, entry, into, entry.posting_date)
    rest = -sum(line.booked.minor for line in lines)
    if rest:
        account = with_role(book, REALIZED)
        lines.append(
            JournalLine(account=account.name, amount=Money.zero(entry.currency), customer="", base=Money(rest, into))
        )
    for line in lines:
        key = entry.entity, line.account, entry.currency, line.customer
        book.tally(line.amount.minor, "by hand", *key)
        book.tally(line.booked.minor, "by hand worth", *key)
    made = replace(entry, lines=tuple(lines))
    plan(book, made)
    return made


def _valued(book: Book, entry: JournalEntry, into: str, day: date) -> list[JournalLine]:
    """Each line at its worth; what balances that are no money leave with beside the day's rate, their counterparts take over."""
    accounts = {account.name: account for account in book.company.accounts}
    rate = rate_on(book, entry.currency, into, day)
    spot = [at(line.amount.minor, entry.currency, into, rate) for line in entry.lines]
    worths = [_leaving(book, entry, line, known, accounts) for line, known in zip(entry.lines, spot, strict=True)]
    handed_on = sum(
        worth - known
        for line, worth, known in zip(entry.lines, worths, spot, strict=True)
        if not _is_money(accounts[line.account])
    )
    takers = [at_ for at_, line in enumerate(entry.lines) if _takes_over(line, accounts, worths[at_] == spot[at_])]
    if handed_on and takers:
        weights = [abs(entry.lines[taker].amount.minor) for taker in takers]
        for taker, part in zip(takers, Money(-handed_on, into).allocate(weights), strict=True):
            worths[taker] += part.minor
    elif takers and not any(worth - known for worth, known in zip(worths, spot, strict=True)):
        worths[takers[-1]] -= sum(worths)  # what rounding each line has left over
    return [replace(line, base=Money(worth, into)) for line, worth in zip(entry.lines, worths, strict=True)]


def _leaving(book: Book, entry: JournalEntry, line: JournalLine, spot: int, accounts: dict[str, LedgerAccount]) -> int:
    """The worth of a line: of what leaves a balance that hands have put there, its part of what that stands at."""
    key = entry.entity, line.account, entry.currency, line.customer
    stands, worth = book.tallied("by hand", *key), book.tallied("by hand worth", *key)
    minor = line.amount.minor
    leaves = stands * minor < 0 and abs(minor) <= abs(stands)
    account = accounts[line.account]
    if not leaves or account.type in PASSING or account.role == "cash":
        return spot
    return -Money(worth, entry.currency).allocate([abs(minor), abs(stands) - abs(minor)])[0].minor


def _is_money(account: LedgerAccount) -> bool:
    return account.role in MONETARY or account.role == "cash"


def _takes_over(line: JournalLine, accounts: dict[str, LedgerAccount], at_spot: bool) -> bool:
    """Income, expense and what is no money take the worth of what they come from, unless they leave a balance themselves."""
    return at_spot and not _is_money(accounts[line.account]) and bool(line.amount.minor)
