"""What the systems tell each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from engine.model.document import Document

EventType = Literal[
    "customer created",
    "customer changed",
    "customers merged",
    "master data changed",
    "change quoted",
    "change previewed",
    "order closed-won",
    "contract activated",
    "contract amended",
    "contract taken over",
    "usage recorded",
    "billing held",
    "hold released",
    "invoice posted",
    "credit memo posted",
    "rebate settled",
    "customer credit used",
    "payment requested",
    "payment received",
    "payment pending",
    "payment failed",
    "payment applied",
    "payment returned",
    "payment reversed",
    "payment identified",
    "prepayment released",
    "cash exchanged",
    "deduction taken",
    "chargeback opened",
    "chargeback decided",
    "dispute opened",
    "dispute resolved",
    "payment plan agreed",
    "payment plan ended",
    "refund approved",
    "refund paid",
    "refund returned",
    "invoice written off",
    "tax relief claimed",
    "receivable reinstated",
    "recovery received",
    "letter sent",
    "payout sent",
    "delivery recorded",
    "revenue posted",
    "contract transferred",
    "receivable transferred",
    "balance transferred",
    "intercompany charged",
    "intercompany settled",
    "period closed",
]
EVENT_TYPES: tuple[EventType, ...] = EventType.__args__  # type: ignore[attr-defined]  # a Literal's own values
System = Literal["crm", "billing", "payments", "erp"]


@dataclass(frozen=True, kw_only=True, slots=True)
class BusinessEvent:
    """Something a system says has happened. `number` derives from the document it is about, so a repeat is recognizable.

    `label`: what people call its cause ("upsell", "regular" ...). `document`: the noun itself.
    """

    number: str
    type: EventType
    source: System
    on: date
    subject: str
    customer: str
    label: str
    document: Document


DeliveryOutcome = Literal["delivered", "lost", "repeated", "delayed", "refused", "no answer"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Delivery:
    """What became of a business event on its way: to which system, on which day, and what that system answered."""

    event: str
    type: EventType
    source: System
    subject: str
    customer: str
    label: str
    to: str
    on: date
    outcome: DeliveryOutcome
    answer: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CourierFault:
    """A planned accident on the way: the `nth` event of that type (of that customer, with that label) is lost,
    repeated, delayed by `days`, or overtaken by the next event of another type (`by`), which arrives before it."""

    type: EventType
    action: Literal["lose", "repeat", "delay", "overtake"]
    nth: int = 1
    customer: str | None = None
    label: str | None = None
    days: int = 0
    by: EventType | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SystemFault:
    """A planned refusal: the system answers every event of that type (of that customer) with an error until repaired.

    `kind`: "refuses" before any work, "loses its answer" after the work was done; "is busy" for so many calls (`times`);
    "is down" for all events (no `type`) from `since` until `until`, both included, and takes them the day after.
    """

    system: System
    type: EventType | None
    kind: Literal["refuses", "loses its answer", "is busy", "is down"] = "refuses"
    customer: str | None = None
    times: int = 1
    since: date | None = None
    until: date | None = None
