"""Whose a contract is: who buys and which legal entity sells on a day, and in whose name the ledger holds it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.model.contracts import Amendment, Contract
from engine.model.transfers import Assign, ContractTransfer
from engine.terms.rating import amendments
from engine.terms.reading import parties
from engine.terms.rhythms import as_paid


def is_transfer(amendment: Amendment) -> bool:
    """Whether the contract passes to somebody else with it."""
    return any(isinstance(change, Assign) for change in amendment.changes)


def as_of(book: Book, contract: Contract, day: date) -> Contract:
    """The contract in the names of those who buy and sell on that day, with the days to pay of that day's invoices."""
    signed = amendments(book, contract)
    contract = as_paid(contract, signed, day)
    if not any(map(is_transfer, signed)):
        return contract
    begun = [party for party in parties(contract, signed) if party.since <= day]
    if not begun:
        return contract
    customer = book.survivors.get(begun[-1].customer, begun[-1].customer)
    return replace(contract, customer=customer, entity=begun[-1].entity)


def as_held(book: Book, contract: Contract) -> Contract:
    """The contract in the names under which the ledger holds it: as the last transfer that was posted has it."""
    made = book.about(ContractTransfer, "contract", contract.number)
    return replace(contract, customer=made[-1].customer, entity=made[-1].entity) if made else contract
