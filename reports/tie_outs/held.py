"""Where each contract should stand, in whose name and in whose books: what is billed of it and paid ahead, handed over where it
passes on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.model.money import Money, total
from engine.model.transfers import ContractTransfer
from reports.systems.naming import entry_kind
from reports.systems.snapshot import Snapshot
from reports.tie_outs.movements import POSITION, Movement, net_billed_by_contract, prepayments

_BESIDE_BILLING = ("interest", "paid out", "noncash consideration", "tax borne", "loss of contract")


def contract_balances(snapshot: Snapshot) -> Iterator[Movement]:
    """Net billed, what was paid ahead, and the interest in prices: an expense adds to it, an income takes away. What is paid
    out of a price, and what of it is earned for suppliers, takes away; what is given instead of cash adds. What is billed or
    credited stands with whoever holds the contract that day; a transfer takes all of it along."""
    passed = defaultdict[str, list[ContractTransfer]](list)
    for made in snapshot.erp.transfers:
        passed[made.contract].append(made)
    written = _Written(snapshot if passed else None)
    for movement, contract in net_billed_by_contract(snapshot):
        yield from _as_held(snapshot, passed.get(contract, []), movement, written)
    for movement in prepayments(snapshot):
        yield from _as_held(snapshot, passed.get(movement.contract, []), movement, written)
    yield from handed_over(snapshot)
    for month in snapshot.erp.revenue:
        if month.passed_on:
            yield Movement(month.contract, month.entity, month.customer, month.period.end, month.posted)
    position = {account.name for account in snapshot.erp.accounts if account.role in POSITION}
    for entry in snapshot.erp.journal:
        for line in entry.lines if entry_kind(entry) in _BESIDE_BILLING else ():
            if line.account not in position:
                yield Movement(entry.source, entry.entity, line.customer, entry.posting_date, line.amount)


def _as_held(
    snapshot: Snapshot, passed: Sequence[ContractTransfer], movement: Movement, written: _Written
) -> Iterator[Movement]:
    """The movement in the name of its contract's holder then; what it takes back of others' revenue stays with them."""
    if not passed:
        yield movement
        return
    made = [one for one in passed if _had_passed(one, movement, written)]
    holder = (made[-1].entity, made[-1].customer) if made else (passed[0].from_entity, passed[0].from_customer)
    earned = {account.name for account in snapshot.erp.accounts if account.role == "revenue"}
    own = defaultdict[tuple[str, str], int](int)
    for entry in snapshot.erp.journal:
        for line in entry.lines if entry.source == movement.document else ():
            if line.account in earned and (entry.entity, line.customer) != holder:
                own[entry.entity, line.customer] -= line.amount.minor
    for (entity, customer), minor in own.items():
        yield replace(movement, entity=entity, customer=customer, amount=Money(minor, movement.amount.currency))
    rest = Money(movement.amount.minor - sum(own.values()), movement.amount.currency)
    yield replace(movement, entity=holder[0], customer=holder[1], amount=rest)


def _had_passed(made: ContractTransfer, movement: Movement, written: _Written) -> bool:
    """What the ledger has of the very day before the transfer, the transfer takes along. Where it handed over nothing, a document
    came later if it stands in the new name. Where the ledger has no entry of the document: an invoice came before if the
    first one still issued it."""
    document = movement.document
    if made.posting_date != movement.day or (document not in written.order and movement.amount.minor < 0):
        return made.posting_date <= movement.day
    if document not in written.order:
        return (made.from_entity, made.from_customer) != (movement.entity, movement.customer)
    if made.number in written.order:
        return written.order[made.number] < written.order[document]
    return (made.entity, made.customer) in written.names[document]


class _Written:
    """By their documents: when entries were written, and in whose names they move a contract's position."""

    def __init__(self, snapshot: Snapshot | None) -> None:
        self.order: dict[str, int] = {}
        self.names = defaultdict[str, set[tuple[str, str]]](set)
        if snapshot:
            position = {account.name for account in snapshot.erp.accounts if account.role in POSITION}
            for nth, entry in enumerate(snapshot.erp.journal):
                self.order[entry.source] = nth
                moving = (line for line in entry.lines if line.account in position)
                self.names[entry.source] |= {(entry.entity, line.customer) for line in moving}


def handed_over(snapshot: Snapshot) -> Iterator[Movement]:
    """What the ledger says it handed over with contracts: it leaves the one and comes to the other."""
    roles = {account.name: account.role for account in snapshot.erp.accounts}
    for made in snapshot.erp.transfers:
        beside = (carried.amount for carried in made.beside if roles[carried.account] in POSITION)
        day, position = made.posting_date, made.position - total(beside, made.currency)
        yield Movement(made.number, made.from_entity, made.from_customer, day, -position)
        yield Movement(made.number, made.entity, made.customer, day, position)
