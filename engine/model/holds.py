"""The exceptions queue: what a bill run would not bill, and the word that lets it go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.document import Document

HoldCode = Literal[
    "missing-price",
    "unknown-tax-code",
    "no-tax-rate",
    "tax-not-held",
    "negative-quantity",
    "over-limit",
    "unmapped-product",
    "nonstandard-frequency",
]


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldOwner:
    """The role that sees to what is held for a reason, where it is another than the house's."""

    code: HoldCode
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class BillingHold(Document):
    """A contract that the bill run left out, why, and the role that has to see to it. No other contract waits for it."""

    entity: str
    contract: str
    customer: str
    code: str
    reason: str
    owner: str


@dataclass(frozen=True, kw_only=True, slots=True)
class HoldRelease(Document):
    """A role lets a held contract go: everything that fell due meanwhile is billed, once."""

    entity: str
    contract: str
    customer: str
    hold: str
    role: str
