"""What a company demands of its master data: which customers may be the same, which value survives, what must be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.catalog import Recognition

Compared = Literal["tax number", "domain", "name", "email", "address"]
DuplicateAct = Literal["refuse", "queue", "warn"]
RuleObject = Literal["customer", "product", "quote"]
Survival = Literal["newest", "most complete", "system of record"]


@dataclass(frozen=True, kw_only=True, slots=True)
class MatchRule:
    """What makes a new customer a possible duplicate, and what follows: refused, queued for review, or only warned of.

    `at_least`: how alike two values must be, in percent; of numbers and domains only 100 means anything.
    """

    compare: Compared
    act: DuplicateAct
    at_least: Decimal = Decimal(100)


@dataclass(frozen=True, kw_only=True, slots=True)
class SurvivorshipRule:
    """Which of two values of a field survives a merge: the newest, the most complete, or the system of record's."""

    field: str
    rule: Survival


@dataclass(frozen=True, kw_only=True, slots=True)
class ValidationRule:
    """What a field of a customer, product or quote must be like. Empty parts demand nothing.

    `required`: it is filled; `pattern`: a regular expression it fits as a whole, `example` of which shows people one;
    `values`: the ones it may have; `at_least`, `at_most`: the numbers between which it lies.
    `when`: the rule holds only where that other field has one of the values `has`. `on`: when it is asked.
    """

    of: RuleObject
    field: str
    required: bool = False
    pattern: str = ""
    example: str = ""
    values: tuple[str, ...] = ()
    at_least: Decimal | None = None
    at_most: Decimal | None = None
    when: str = ""
    has: tuple[str, ...] = ()
    on: Literal["entry", "closed-won"] = "closed-won"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProductMapping:
    """How a sold product (or one charge of it; "": each) is recognized: what sales sells to what the ledger earns."""

    product: str
    charge: str
    treatment: Recognition


@dataclass(frozen=True, kw_only=True, slots=True)
class Delegation:
    """Who may approve in a role's place, from a day until a day, both included."""

    role: str
    to: str
    start: date
    end: date


@dataclass(frozen=True, kw_only=True, slots=True)
class ContractTemplate:
    """The standard terms of a kind of contract; what a quote has otherwise is a nonstandard clause.

    `billing`: the ways it may be billed, in words; `months`: the terms it may run; `net_days`: at most. Empty: any.
    """

    name: str
    months: tuple[int, ...] = ()
    billing: tuple[str, ...] = ()
    net_days: int | None = None
    clauses: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Governance:
    """What a company demands of its master data and of what is sold. Empty: nothing.

    `billing_options`: the ways a contract may be billed without an exception, in words; `approval_days`: for how many days an
    approval counts (0: for good).
    """

    duplicates: tuple[MatchRule, ...] = ()
    survivorship: tuple[SurvivorshipRule, ...] = ()
    validation: tuple[ValidationRule, ...] = ()
    mapping: tuple[ProductMapping, ...] = ()
    delegations: tuple[Delegation, ...] = ()
    templates: tuple[ContractTemplate, ...] = ()
    billing_options: tuple[str, ...] = ()
    approval_days: int = 0
