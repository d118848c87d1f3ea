"""Money that goes back: payments taken back by a bank, and settlements undone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.document import Document
from engine.model.invoices import Settlement
from engine.model.money import Money
from engine.model.payments import Method
from engine.model.policies.receivables import OpenChargeback


@dataclass(frozen=True, kw_only=True, slots=True)
class Chargeback(Document):
    """The card holder's bank takes a payment, or part of it, back. Not a dispute: it is the bank's act, not the customer's.

    `held`: where the company keeps the amount until the card network decides (policy P6). `fee`: what the gateway keeps.
    """

    entity: str
    customer: str
    payment: str
    invoice: str | None
    amount: Money
    fee: Money
    reason: str
    held: OpenChargeback


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargebackOutcome(Document):
    """What the card network decided: `won` comes back to the gateway, `lost` stays with the card holder; together they are
    the chargeback's amount. `fee_returned`: what of the fee the network gives back; below zero it takes one more.

    `arbitration`: a second decision about what was lost at first, which is then `won` or stays `lost`.
    """

    entity: str
    customer: str
    chargeback: str
    payment: str
    invoice: str | None
    outcome: Literal["won", "lost", "partly lost"]
    won: Money
    lost: Money
    fee_returned: Money
    held: OpenChargeback
    arbitration: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentReturn(Document):
    """A direct debit that was collected comes back, days later: no funds, or the customer objects. `fee`: what the bank
    takes for it."""

    entity: str
    customer: str
    payment: str
    invoice: str | None
    amount: Money
    fee: Money
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class PaymentReversal(Document):
    """What a payment paid is owed again. `amount` = the `settlements` undone, and cash of it that stood `unapplied`.

    `to`: where the money goes: it stays with the company unapplied, or leaves it with the gateway's collections or the
    funds that a card network holds. `reference`: the return, the chargeback, or the application that is undone.
    """

    entity: str
    customer: str
    currency: str
    payment: str
    cause: Literal["taken off", "returned", "chargeback"]
    reference: str
    to: Literal["unapplied cash", "gateway clearing", "disputed funds"]
    amount: Money
    settlements: tuple[Settlement, ...]
    unapplied: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class RefundReturn(Document):
    """A refund that was paid out comes back: the card or bank account is closed. It is owed to the customer as before."""

    entity: str
    customer: str
    refund: str
    refund_payment: str
    amount: Money
    method: Method | None
    reason: str
