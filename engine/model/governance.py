"""What a company demands of its master data: which customers may be the same, which value survives, what must be filled in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Compared = Literal["tax number", "domain", "name", "email", "address"]
DuplicateAct = Literal["refuse", "queue", "warn"]
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
class Governance:
    """What a company demands of its master data and of what is sold. Empty: nothing."""

    duplicates: tuple[MatchRule, ...] = ()
    survivorship: tuple[SurvivorshipRule, ...] = ()
