"""What must follow a business event downstream, where, and how soon; and the contracts that hold where a company says nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.events import EventType, System

FollowUp = Literal[
    "taken",
    "contract",
    "amendment",
    "invoice",
    "recalculated invoice",
    "credit memo",
    "revenue schedule",
    "journal entry",
    "payment attempt",
    "payment",
    "refund payment",
]
"""A signed change brings invoices and credit memos that bear its cause, and regular invoices that bill its terms
(recalculated); a revenue schedule names the document that made its version. What is counted is the billing system's or the
ledger's own record, so that a change that was taken and then forgotten shows."""


@dataclass(frozen=True, kw_only=True, slots=True)
class EventContract:
    """After an event of that type, a system takes it, or holds documents about it, at least and at most so many.

    `within`: business days after the event; 0 is the same day. `at_most` None: any number.
    """

    event: EventType
    system: System
    then: FollowUp = "taken"
    within: int = 1
    at_least: int = 1
    at_most: int | None = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class BrokenContract:
    """A follow-up that is missing, extra or late. `trace`: what became of the event on its way, delivery by delivery.

    `accident`: the trace itself says why (lost, delayed, refused, no answer), so that nobody need wonder.
    """

    event: str
    document: str
    customer: str
    contract: EventContract
    how: Literal["missing", "extra", "late"]
    finding: str
    trace: tuple[str, ...]
    accident: bool


def _taken(event: EventType, *systems: System) -> tuple[EventContract, ...]:
    return tuple(EventContract(event=event, system=system) for system in systems)


STANDARD: tuple[EventContract, ...] = (
    *_taken("customer created", "billing", "payments", "erp"),
    *_taken("customer changed", "crm", "billing", "payments", "erp"),
    *_taken("customers merged", "billing", "payments", "erp"),
    *_taken("master data changed", "crm", "billing", "erp"),
    *_taken("change quoted", "billing"),
    *_taken("delivery recorded", "billing"),
    *_taken("change previewed", "crm"),
    *_taken("order closed-won", "billing"),
    EventContract(event="order closed-won", system="billing", then="contract", at_least=0),
    EventContract(event="order closed-won", system="billing", then="amendment", at_least=0),
    *_taken("contract activated", "erp"),
    *_taken("contract amended", "erp"),
    EventContract(event="contract amended", system="erp", then="revenue schedule", at_least=0),
    *_taken("contract taken over", "crm", "erp"),
    *_taken("usage recorded", "erp"),
    *_taken("invoice posted", "erp"),
    EventContract(event="invoice posted", system="erp", then="journal entry", at_least=0),
    *_taken("credit memo posted", "erp"),
    EventContract(event="credit memo posted", system="erp", then="journal entry", at_least=0),
    *_taken("rebate settled", "erp"),
    *_taken("customer credit used", "erp"),
    *_taken("payment requested", "payments"),
    EventContract(event="payment requested", system="payments", then="payment attempt", at_least=0),
    *_taken("payment received", "billing"),
    EventContract(event="payment received", system="billing", then="payment"),
    *_taken("payment pending", "billing"),
    *_taken("payment failed", "billing"),
    *_taken("payment applied", "erp"),
    EventContract(event="payment applied", system="erp", then="journal entry", at_least=0),
    *_taken("payment identified", "erp"),
    *_taken("prepayment released", "erp"),
    *_taken("cash exchanged", "erp"),
    EventContract(event="cash exchanged", system="erp", then="journal entry", at_least=0),
    *_taken("deduction taken", "erp"),
    *_taken("receivable transferred", "payments", "erp"),
    EventContract(event="receivable transferred", system="erp", then="journal entry"),
    *_taken("balance transferred", "erp"),
    EventContract(event="balance transferred", system="erp", then="journal entry"),
    *_taken("payment returned", "billing", "erp"),
    *_taken("payment reversed", "erp"),
    *_taken("chargeback opened", "billing", "erp"),
    *_taken("chargeback decided", "billing", "erp"),
    *_taken("dispute opened", "erp"),
    *_taken("dispute resolved", "erp"),
    *_taken("payment plan agreed", "erp"),
    *_taken("payment plan ended", "erp"),
    *_taken("refund approved", "erp", "payments"),
    *_taken("refund paid", "billing", "erp"),
    EventContract(event="refund paid", system="billing", then="refund payment"),
    *_taken("refund returned", "billing", "erp"),
    *_taken("invoice written off", "erp"),
    *_taken("tax relief claimed", "erp"),
    *_taken("receivable reinstated", "erp"),
    *_taken("recovery received", "erp"),
    *_taken("payout sent", "erp"),
)
"""One to three contracts for each kind of event that anybody must hear of. Events without one tell only their own system."""


def in_force(own: tuple[EventContract, ...]) -> tuple[EventContract, ...]:
    """The contracts of a company: its own for the events that they name, the standard ones for all others."""
    named = {contract.event for contract in own}
    return (*own, *(contract for contract in STANDARD if contract.event not in named))
