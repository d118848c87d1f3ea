"""The bodies and queries of what happens between legal entities."""

from dataclasses import dataclass

from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargeRequest:
    """What one legal entity owes another, and what for."""

    entity: str
    to: str
    amount: Money
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class SettlementRequest:
    """What one legal entity pays another."""

    entity: str
    to: str
    amount: Money
