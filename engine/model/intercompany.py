"""What the legal entities of one company owe each other, and what they are worth together."""

from __future__ import annotations

from dataclasses import dataclass

from engine.model.document import Document
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class IntercompanyCharge(Document):
    """One legal entity owes another: `entity` has done something for `to`, and says what for.

    `gives`, `takes`: the accounts that the one credits and the other debits ("": those of the posting rules, intercompany revenue
    and expenses), where it has paid for the other, lent it money or passes on a cost.
    """

    entity: str
    to: str
    amount: Money
    reason: str
    gives: str = ""
    takes: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class IntercompanySettlement(Document):
    """A legal entity pays what it owes another: `entity` pays, `to` is paid."""

    entity: str
    to: str
    amount: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class ConsolidatedRow:
    """An account of the group at the end of a period, debit positive: what the entities have together, what they have only
    against each other, and what is left."""

    account: str
    currency: str
    combined: Money
    eliminated: Money
    consolidated: Money
