"""The loss of what a contract leaves that ended because its customer does not pay (handbook 4.10: D BDE / C CA).

It is posted with the revenue of the month in which the contract ends. What stands of the allowance for it is used first, as for an
invoice that is written off.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

from engine.book import Book
from engine.ledger.drafting import Draft, ahead
from engine.ledger.general_ledger import account_of
from engine.ledger.impairing import bucket_of_unbilled
from engine.ledger.posting import enter, month_end_blank
from engine.model.contracts import Contract
from engine.model.journal import JournalEntry
from engine.model.money import rounded
from engine.revenue.scheduling import current_schedules
from engine.terms.rating import subscription

_LOST = "lost with contracts"


def given_up(book: Book, contract: Contract, today: date) -> JournalEntry | None:
    """What is lost of a contract by today and not posted yet; less than was posted is taken back. None if there is nothing."""
    lost = sum(one.lost.minor for one in current_schedules(book, contract.number) if one.lost)
    ended = subscription(book, contract).cancelled_on
    draft = Draft(book, contract.currency)
    minor = (lost if ended and ended <= today else 0) - draft.move(_LOST, contract.number, 0)
    if not minor:
        return None
    draft.move(_LOST, contract.number, minor)
    provided = _provided(book, contract, minor, today)
    for name, part in (("provided", provided), ("lost", minor - provided)):
        liability, unbilled = draft.true_up(contract.number, billed=part)
        draft.add(name, liability, contract=contract.number)
        draft.add(f"{name} {ahead(book, 'unbilled')}", -unbilled, contract=contract.number)
    blank = month_end_blank(
        book, "contract left unpaid", "loss-of-contract", contract.number, today, contract.currency, contract.entity
    )
    return enter(draft, replace(blank, customer=contract.customer))


def _provided(book: Book, contract: Contract, minor: int, today: date) -> int:
    """What the allowance holds for it: the loss that was expected of what is not billed, as far as so much stands."""
    bucket = bucket_of_unbilled(book.company, contract.customer)
    account = account_of(book, "allowance")
    if bucket is None or account is None:
        return 0
    stands = -book.tallied("account", contract.entity, account.name, contract.currency)
    expected = rounded(minor * Fraction(bucket.percent) / 100, book.company.policies.rounding)
    return max(min(expected, stands), 0)
