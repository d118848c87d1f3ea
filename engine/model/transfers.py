"""A contract that passes to another customer, or to another legal entity of the company, and what goes along with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.document import Document
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Assign:
    """The contract passes to another customer, to another legal entity that sells, or to both (None: as before)."""

    customer: str | None = None
    entity: str | None = None
    kind: Literal["assign"] = "assign"


@dataclass(frozen=True, kw_only=True, slots=True)
class ContractParty:
    """Who buys and which legal entity sells, from a day on."""

    since: date
    customer: str
    entity: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CarriedBalance:
    """What stands on an account about one contract, by the name that the posting rules of a transfer have for it."""

    name: str
    account: str
    amount: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class ContractTransfer(Document):
    """What the ledger hands over when a contract passes to another customer or legal entity; never any revenue.

    `effective_date`: the first day that is the new one's. `position`: contract liability handed over, or what was earned
    ahead of billing if below nothing (handbook 4.13). `beside`: what else stood on accounts of the contract (its costs, what was
    paid ahead of its invoices, what is expected to go back), debit positive.
    """

    contract: str
    amendment: str
    currency: str
    from_customer: str
    from_entity: str
    customer: str
    entity: str
    position: Money
    beside: tuple[CarriedBalance, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ReceivableTransfer(Document):
    """An open invoice of a contract that passes to another legal entity is owed to that one from this day on (handbook P19,
    4.13: novation). `entity` hands it over to `to`; `amount`: what was open of it. The invoice as issued, its number and
    its tax stay where they are. `effective_date`: the first day on which the contract is the new entity's.
    """

    entity: str
    to: str
    customer: str
    contract: str
    invoice: str
    amount: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class BalanceTransfer(Document):
    """What a customer has to their credit with one legal entity stands with another from this day on (handbook P19, 4.13).
    `held_as`: cash of a `payment` that settled nothing, or credit on their account. `entity` hands it over to `to`. `contract`:
    the one that it follows ("": none, it goes back to where its payment came in, whose bank takes it back).
    """

    entity: str
    to: str
    customer: str
    contract: str
    held_as: Literal["unapplied cash", "customer credit"]
    amount: Money
    payment: str | None = None
