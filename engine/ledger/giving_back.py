"""What of a credit falls on service already given, and whose revenue that was."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.ledger.drafting import Draft, Owner
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Amendment, Contract
from engine.model.invoices import CreditMemo, CreditMemoLine
from engine.model.transfers import ContractTransfer
from engine.terms.rating import subscription
from engine.terms.redating import first_waiting, moves
from engine.terms.spreading import earned
from engine.terms.timelines import is_delivered

POSTED_THROUGH = "posted through"
"""The running total, by contract, that is the number of the last day of which its revenue is posted."""


def earned_of_credit(draft: Draft, memo: CreditMemo, line: CreditMemoLine) -> int:
    """What of a credit falls on service already given (handbook 4.2, 4.8, 4.10).

    Money given back for service that stays counts the memo's own day as served. Service that is taken back ends the day
    before: on the first day of the new terms nothing was given on the old ones. What of it is not revenue yet needs no taking back:
    the month's end posts what the new terms earn.
    """
    if _billed_later(draft, memo) or _undelivered(draft, memo, line):
        return 0
    taken_back = memo.reason in ("amendment", "cancellation", "unserved")
    last = min(memo.event_date - ONE_DAY, posted_through(draft.book, memo.contract)) if taken_back else memo.event_date
    return _through(draft, line, min([last, *_withheld(draft, memo)]))


def posted_through(book: Book, contract: str) -> date:
    """The last day of which a contract's revenue is posted."""
    return date.fromordinal(book.tallied(POSTED_THROUGH, contract) or 1)


def _withheld(draft: Draft, memo: CreditMemo) -> list[date]:
    """The last day earned before a pause that lasts, where what it stops is no revenue."""
    contract = draft.book.find(Contract, memo.contract) if memo.reason == "cancellation" else None
    pauses = subscription(draft.book, contract).pauses if contract else ()
    return [first_waiting(pause) - ONE_DAY for pause in pauses if not pause.end and moves(draft.book, pause)]


def earned_by_holders(draft: Draft, memo: CreditMemo, line: CreditMemoLine) -> Iterator[tuple[int, Owner]]:
    """What of it was given while the contract was another's than whom the memo credits: how much, and whose it was. All of
    it, where another only pays for them."""
    contract = draft.book.find(Contract, memo.contract)
    whole, so_far = earned_of_credit(draft, memo, line), 0
    stretches = list(_holders(draft.book, contract)) if contract else []
    for number, (_, holder) in enumerate(stretches):
        last = number + 1 == len(stretches)
        through = whole if last else _until(draft, line, stretches[number + 1][0], whole)
        if through != so_far and (holder.customer, holder.entity) != (memo.customer, memo.entity):
            yield through - so_far, holder
        so_far = through


def _until(draft: Draft, line: CreditMemoLine, day: date, whole: int) -> int:
    """What of the service given was given before a day."""
    return min(whole, _through(draft, line, day - ONE_DAY))


def _holders(book: Book, contract: Contract) -> Iterator[tuple[date, Owner]]:
    """From which day on the ledger has the contract in whose name, in whose books."""
    yield date.min, Owner(contract.customer, contract.entity)
    passed = book.about(ContractTransfer, "contract", contract.number)
    for transfer in sorted(passed, key=lambda made: made.effective_date):
        yield transfer.effective_date, Owner(transfer.customer, transfer.entity)


def _through(draft: Draft, line: CreditMemoLine, day: date) -> int:
    policies = draft.book.company.policies
    return earned(line.net.minor, line.revenue_service, day, policies.spread, policies.rounding, policies.residue)


def _undelivered(draft: Draft, memo: CreditMemo, line: CreditMemoLine) -> bool:
    """Whether units are taken back that were sold to be delivered: those that were delivered stay."""
    contract = draft.book.find(Contract, memo.contract) if memo.reason in ("amendment", "cancellation") else None
    lines = subscription(draft.book, contract).lines if contract else ()
    return any(sold.id == line.line and is_delivered(sold) for sold in lines)


def _billed_later(draft: Draft, memo: CreditMemo) -> bool:
    """Whether an amendment's memo waited for the next regular invoice. Revenue has followed the amendment since it was
    signed, and usage since it was read, so the memo takes nothing out of revenue a second time."""
    if memo.reason == "usage" or memo.cause == "void and rebill":
        return True
    if memo.reason not in ("amendment", "retroactive discount"):
        return False
    signed = draft.book.about(Amendment, "contract", memo.contract)
    waits = draft.book.company.policies.amendment_billing == "on the next regular invoice"
    return waits and all(amendment.event_date < memo.event_date for amendment in signed)
