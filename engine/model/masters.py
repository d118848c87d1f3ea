"""What happens to master data: possible duplicates, what was decided about them, and merges."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.company import Customer
from engine.model.document import Document
from engine.model.events import System
from engine.model.governance import Compared, DuplicateAct, MasterObject, Survival

CUSTOMER_FIELDS: dict[str, str] = {
    "number": "number",
    "email": "email",
    "address": "address",
    "tax number": "tax_number",
    "domain": "domain",
    "region": "region",
    "channel": "channel",
}
"""What a customer's record holds beside its name: in people's words, and as the noun calls it."""


FIELDS: dict[str, tuple[str, ...]] = {
    "customer": ("name", *CUSTOMER_FIELDS, "legal entity", "tax status"),
    "product": ("name", "code", "plan", "charge", "kind", "model", "recognition", "tax code"),
    "quote": (
        *("currency", "term", "billing", "net days", "payment terms", "tax code", "template", "legal entity"),
        *("renewal", "discount"),
    ),
}
"""What the rules of a company can ask about, by object. A term is in months, a discount in percent."""
MASTER_FIELDS: dict[MasterObject, tuple[str, ...]] = {
    "customer": tuple(CUSTOMER_FIELDS),
    "product": ("code", "charges"),
    "price": ("price",),
    "tax": ("percent",),
    "contract": ("customer", "currency", "start", "end", "billing", "net days", "tax code"),
}
"""What is compared between the systems, by object."""
COUNTED = ("term", "net days", "renewal", "discount")
"""The fields that are numbers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """One value of two customers that is alike, in percent, rounded half up to a tenth."""

    like: str
    compare: Compared
    percent: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class PossibleDuplicate(Document):
    """A new customer that looks like one there is. `act`: what the gravest rule says; a queued one waits for a decision."""

    customer: str
    record: Customer
    act: DuplicateAct
    matches: tuple[Likeness, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class DuplicateDecision(Document):
    """What a steward decided about a queued customer: it is another one, or it is the one there is."""

    finding: str
    customer: str
    role: str
    decision: Literal["new", "duplicate"]


@dataclass(frozen=True, kw_only=True, slots=True)
class SurvivingValue:
    """One field of a merged customer: the value that survived, from whose record, by which rule."""

    field: str
    value: str
    source: str
    rule: Survival


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomerMerge(Document):
    """Two customers are one from now on: `customer` survives with `record`, `merged` is only another name for it."""

    customer: str
    merged: str
    record: Customer
    fields: tuple[SurvivingValue, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class RuleFinding:
    """A rule that is not met: of which object, in which field, by which rule, and the whole in one sentence."""

    of: str
    name: str
    field: str
    rule: str
    sentence: str
    code: str = "rule-not-met"


@dataclass(frozen=True, kw_only=True, slots=True)
class GrantedException(Document):
    """Somebody allows a customer, product or quote not to meet the rules of one field, until a day, the last included."""

    subject: str
    field: str
    role: str
    until: date
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class MasterChange(Document):
    """A system writes a field of a customer, product, price, tax rate or contract.

    `owned`: it is that field's system of record; if not, nobody else hears of it. `customer`: whose record it is, else "".
    """

    of: MasterObject
    name: str
    field: str
    value: str
    system: System
    owned: bool
    customer: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class MasterRecord:
    """What one system holds about a customer, product, price, tax rate or contract: its fields as text."""

    of: MasterObject
    name: str
    fields: tuple[tuple[str, str], ...]
