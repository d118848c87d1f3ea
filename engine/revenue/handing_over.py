"""A contract passes to another customer or legal entity: the ledger hands over its balances, and no revenue (handbook 4.13).

Each entity recognizes the days before and from the transfer by itself, so what the schedules say is earned by the day
before is posted first. Then contract liability, or what is earned ahead of billing, leaves the books of the one and stands
in those of the other, at what it is carried at. So do what was paid ahead of the contract's invoices, its costs and what of
its price is expected to go back; between two entities they owe each other as much. What is held off of its unpaid advances
is reckoned anew: beside the liability it passes on too, beside the receivable it stays with whoever invoiced.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.ledger.closing import first_open
from engine.ledger.drafting import PAID_AHEAD, Draft, Owner, ahead
from engine.ledger.general_ledger import carried_accounts
from engine.ledger.posting import enter
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document, dated, dates_of
from engine.model.journal import JournalEntry
from engine.model.money import Money
from engine.model.transfers import CarriedBalance, ContractTransfer
from engine.revenue.accompanying import accompanied_through
from engine.revenue.costing import cost_currency
from engine.revenue.holding_off import held_off
from engine.revenue.parting import part
from engine.revenue.recognizing import recognized_through
from engine.terms.belonging import as_held, is_transfer
from engine.terms.rating import amendments
from engine.terms.reading import parties
from engine.terms.rhythms import not_withdrawn

TASK = "hand over"
_POSITION = frozenset({"liability", "unbilled", "conditional"})


def taken(book: Book, arrived: Amendment | Contract, today: date) -> Iterator[Document]:
    """What a transfer hands over on its arrival; one that is ahead goes onto the agenda. Before anything else of that day
    arrives, so that it stands in the right name. A contract that arrives late has passed on as its transfers before it say."""
    if isinstance(arrived, Contract):
        yield from _followed(book, arrived.number, today)
    elif is_transfer(arrived) and arrived.effective_date > today:
        book.agenda.plan(arrived.effective_date, TASK, arrived.contract)
    elif is_transfer(arrived):
        yield from _followed(book, arrived.contract, today)


def hand_over(book: Book, today: date) -> Iterator[Document]:
    """The transfers that take effect today, and those that waited; nothing into a closed month."""
    for number in book.agenda.on(today, TASK):
        yield from _followed(book, number, today)


def _followed(book: Book, number: str, today: date) -> Iterator[Document]:
    contract = book.find(Contract, number)
    if contract is None:
        return
    for amendment in _outstanding(book, contract, today):
        held = as_held(book, contract)
        day = first_open(book, today, held.entity, "revenue")
        if day != today:
            book.agenda.plan(day, TASK, number)
            return
        yield from _handed_over(book, held, amendment, today)


def _outstanding(book: Book, contract: Contract, today: date) -> list[Amendment]:
    done = {made.amendment for made in book.about(ContractTransfer, "contract", contract.number)}
    signed = not_withdrawn(amendments(book, contract))
    return [a for a in signed if is_transfer(a) and a.effective_date <= today and a.number not in done]


def _handed_over(book: Book, held: Contract, amendment: Amendment, today: date) -> Iterator[Document]:
    last = amendment.effective_date - ONE_DAY
    if entry := recognized_through(book, held, last, today):
        yield entry
    yield from accompanied_through(book, held, last, today)
    if entry := held_off(book, held, today):
        yield entry
    part(book, held)
    party = parties(held, [amendment])[-1]
    transfer = ContractTransfer(
        number=f"CT-{amendment.number}",
        **dated(today, effective=amendment.effective_date),
        contract=held.number,
        amendment=amendment.number,
        currency=held.currency,
        from_customer=held.customer,
        from_entity=held.entity,
        customer=party.customer,
        entity=party.entity,
        position=Money(book.tallied("billed ahead", held.currency, held.number), held.currency),
        beside=tuple(_carried(book, held)),
    )
    for currency in dict.fromkeys((held.currency, cost_currency(book, held))):
        if moved := _moved(book, transfer, currency):
            yield moved
    yield transfer


def _carried(book: Book, held: Contract) -> Iterator[CarriedBalance]:
    """What stands beside the position on accounts of the contract. What was paid ahead is liability too (handbook 4.14)."""
    ahead_of_invoices = book.tallied(PAID_AHEAD, held.currency, held.number)
    for account, name in carried_accounts(book).items():
        if name == "liability" and ahead_of_invoices:
            yield CarriedBalance(name=name, account=account, amount=Money(-ahead_of_invoices, held.currency))
        for currency in dict.fromkeys((held.currency, cost_currency(book, held))) if name not in _POSITION else ():
            if minor := book.tallied("carried", held.entity, held.number, account, currency):
                yield CarriedBalance(name=name, account=account, amount=Money(minor, currency))


def _moved(book: Book, transfer: ContractTransfer, currency: str) -> JournalEntry | None:
    """The entry that hands the position over, or costs in another currency; its other half in the books of a sister entity is
    written with it."""
    draft, to = Draft(book, currency), Owner(transfer.customer, transfer.entity)
    own = currency == transfer.currency
    minor = transfer.position.minor if own else 0
    draft.pass_on("liability", max(minor, 0), transfer.contract, to)
    draft.pass_on(ahead(book, "unbilled"), min(minor, 0), transfer.contract, to)
    for carried in transfer.beside:
        if carried.amount.currency == currency:
            draft.pass_on(carried.name, -carried.amount.minor, transfer.contract, to)
    blank = JournalEntry(
        number=f"JE-{transfer.number}" if own else f"JE-{transfer.number}-{currency}",
        **dates_of(transfer),
        entity=transfer.from_entity,
        currency=currency,
        source_kind="transfer",
        source=transfer.number,
        label="transfer",
        customer=transfer.from_customer,
        event=f"contract transferred:{transfer.number}",
        lines=(),
    )
    return enter(draft, blank)
