"""Contract by contract what is billed and not yet earned, and of all contracts what is promised and not yet earned.

A customer's contract liability can be right while that of two of its contracts is wrong by the same amount; here it shows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.invoices import CreditMemo
from engine.model.money import COUNT, Money
from reports.systems.naming import MANUAL, entry_kind
from reports.tie_outs import movements
from reports.tie_outs.controls import Place, reconciliation
from reports.tie_outs.movements import POSITION
from reports.tie_outs.recognized import Earning, Recognition, contracts_of

TITLE = "Contract balances"


class Balance(NamedTuple):
    """One contract's billed less recognized, and its liability less unbilled receivable and contract asset, in the smallest
    unit."""

    place: Place
    contract: str
    billed_ahead: int
    in_ledger: int


class ContractBalances:
    """Both sides of the handbook's tie-out T4 for every contract, at the end of the snapshot's day."""

    def __init__(self, recognition: Recognition) -> None:
        self._ledger = recognition.ledger
        self._contract_of = contracts_of(self._ledger.snapshot)
        self._sums: dict[tuple[Place, str], list[int]] = defaultdict(lambda: [0, 0])
        self._stated(recognition)
        self._posted()

    def _stated(self, recognition: Recognition) -> None:
        for movement in recognition.movements(self._ledger.snapshot):
            if movement.day <= self._ledger.snapshot.as_of:
                place = Place(movement.entity, movement.amount.currency, movement.customer)
                self._at(place, movement.contract or movement.document)[0] += movement.amount.minor
        for movement in self._ledger.by_hand(POSITION, sign=-1):
            if movement.day <= self._ledger.snapshot.as_of:
                place = Place(movement.entity, movement.amount.currency, movement.customer)
                self._sums[place, movement.document][0] += movement.amount.minor

    def _posted(self) -> None:
        for entry, line in self._ledger.lines(POSITION):
            if self._ledger.now(entry):
                place = Place(entry.entity, entry.currency, line.customer)
                by_hand = entry_kind(entry) == MANUAL
                sums = self._sums[place, entry.source] if by_hand else self._at(place, line.contract or entry.source)
                sums[1] -= line.amount.minor

    def _at(self, place: Place, document: str) -> list[int]:
        return self._sums[place, self._contract_of.get(document, document)]

    def __iter__(self) -> Iterator[Balance]:
        for place, contract in sorted(self._sums):
            yield Balance(place, contract, *self._sums[place, contract])

    def reconciliations(self) -> Iterator[Reconciliation]:
        """Contracts = contracts whose balance is what it should be, each counted once. What the customer's own total shows
        already is told there."""
        by_customer: dict[Place, int] = defaultdict(int)
        for one in self:
            by_customer[one.place] += one.billed_ahead - one.in_ledger
        known: dict[str, set[str]] = defaultdict(set)
        amiss: dict[str, dict[str, str]] = defaultdict(dict)
        for one in self:
            known[one.place.entity].add(one.contract)
            if one.billed_ahead != one.in_ledger and not by_customer[one.place]:
                amiss[one.place.entity][one.contract] = _sentence(one)
        for entity in sorted(amiss):
            whole, found = len(known[entity]), amiss[entity]
            items = [ReconcilingItem(document=n, amount=Money(1, COUNT), explanation=told) for n, told in found.items()]
            sides, amounts = ("contracts", "agreeing"), (whole, whole - len(found))
            yield reconciliation(self._ledger.snapshot, TITLE, sides, Place(entity, COUNT), amounts, items)


def _sentence(one: Balance) -> str:
    billed, posted = (Money(minor, one.place.currency) for minor in (one.billed_ahead, one.in_ledger))
    return f"{one.contract}: {billed} billed less recognized, {posted} in the ledger"


class Remaining(NamedTuple):
    """What contracts will yet recognize: price less recognized in the ledger, and what the schedules say is to come."""

    price_less_recognized: int
    to_come: int


def remaining(recognition: Recognition, entity: str, currency: str) -> Remaining:
    """The handbook's tie-out T6 for one legal entity and currency: remaining performance obligations from both ends.

    What a schedule says of months that are over and is not posted yet is still to come: it is recognized in the open one.
    """
    snapshot = recognition.ledger.snapshot
    newest = {one.obligation: one for one in snapshot.erp.schedules if not one.refunds}
    # An obligation that nothing has changed since its contract passed on has its last schedule from the one before.
    passed = {made.contract: made.entity for made in snapshot.erp.transfers if made.posting_date <= snapshot.as_of}
    held = ((passed.get(one.contract, one.entity), one) for one in newest.values())
    ours = [one for holder, one in held if (holder, one.currency) == (entity, currency)]
    contracts = {one.contract for one in ours}
    months = [row for row in snapshot.erp.revenue if row.contract in contracts and not row.refunds]
    # A rebate that is paid was never part of what the schedules recognize.
    rebates = _sum(
        net for memo, net in movements.rebates(snapshot) if memo.contract in contracts and _now(recognition, memo)
    )
    recognized = _total(recognition.in_ledger, contracts) - _total(recognition.by_hand, contracts) + rebates
    before = _sum(one.recognized for one in snapshot.billing.takeovers if one.contract in contracts)
    recognized += before
    posted = _total(recognition.posted, contracts) + rebates + before
    to_come = _sum(one.undelivered for one in ours) + _sum(row.scheduled for row in months) - posted
    return Remaining(_sum(one.total for one in ours) - recognized, to_come)


def _now(recognition: Recognition, memo: CreditMemo) -> bool:
    return memo.posting_date <= recognition.ledger.snapshot.as_of


def _total(sums: Mapping[Earning, int], contracts: Container[str]) -> int:
    return sum(minor for earning, minor in sums.items() if earning.contract in contracts)


def _sum(amounts: Iterable[Money]) -> int:
    return sum(amount.minor for amount in amounts)
