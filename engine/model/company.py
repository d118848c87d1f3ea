"""A company's masters: who it is, what it sells, how it bills, posts and approves."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.catalog import PriceBook, Product
from engine.model.document import Document
from engine.model.journal import LedgerAccount, PostingRule
from engine.model.payments import Doubt, PayoutTerms
from engine.model.policies import Policies


@dataclass(frozen=True, kw_only=True, slots=True)
class Customer:
    """Who buys."""

    name: str
    number: str
    email: str
    address: str
    tax_number: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Onboarding(Document):
    """A customer becomes known to a system."""

    customer: str
    record: Customer


@dataclass(frozen=True, kw_only=True, slots=True)
class LegalEntity:
    """Who sells, keeps books and owes tax. `prefix` begins its invoice numbers."""

    code: str
    name: str
    currency: str
    prefix: str


@dataclass(frozen=True, kw_only=True, slots=True)
class TaxRate:
    """The percentage of a tax code from a day on."""

    code: str
    percent: Decimal
    start: date = date.min


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalRule:
    """A row of the approval matrix: the role that must approve a quote above these limits (None: no such limit)."""

    role: str
    discount_above: Decimal | None = None
    months_above: int | None = None
    net_days_above: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DunningLevel:
    """A letter that goes out so many days after the due date."""

    days: int
    letter: str


@dataclass(frozen=True, kw_only=True, slots=True)
class AllowanceBucket:
    """Of what is overdue by at least so many days (0: all that is open), the percentage expected to be lost."""

    days: int
    percent: Decimal


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalLimit:
    """Up to which amount (in units of the entity's currency; None: any) a role may approve refunds or write-offs."""

    act: Literal["refund", "write-off"]
    role: str
    up_to: Decimal | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class DisputeReason:
    """What a reason for a dispute puts in doubt: the price, or whether the customer can pay."""

    reason: str
    doubt: Doubt


@dataclass(frozen=True, kw_only=True, slots=True)
class SigningRole:
    """A role that signs the report before go-live, and what its signature means."""

    role: str
    meaning: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Company:
    """A world, in the engine's nouns. Customers, products, prices and tax rates grow during a story; the rest stands."""

    name: str
    entity: LegalEntity
    customers: tuple[Customer, ...]
    products: tuple[Product, ...]
    price_book: PriceBook
    tax_rates: tuple[TaxRate, ...]
    policies: Policies
    accounts: tuple[LedgerAccount, ...]
    postings: tuple[PostingRule, ...]
    approvals: tuple[ApprovalRule, ...] = ()
    retry_days: tuple[int, ...] = (1, 3, 5, 7)
    dunning: tuple[DunningLevel, ...] = ()
    allowance: tuple[AllowanceBucket, ...] = ()
    payouts: PayoutTerms = PayoutTerms()
    limits: tuple[ApprovalLimit, ...] = ()
    dispute_reasons: tuple[DisputeReason, ...] = ()
    signs: tuple[SigningRole, ...] = ()
