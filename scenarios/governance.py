"""The shape of what a company demands of its master data and of what is sold."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from engine.model.governance import Compared, Governance, MatchRule, Survival, SurvivorshipRule
from scenarios.words import Closed, Percent

CustomerField = Literal["number", "email", "address", "tax number", "domain"]


class DuplicateShape(Closed):
    """What makes a new customer a possible duplicate of one there is, and what follows.

    `at least`: how alike names or addresses must be; numbers, domains and emails are the same or not.
    """

    compare: Compared
    at_least: Percent = Decimal(100)
    act: Literal["refuse", "queue", "warn"]


class SurvivorshipShape(Closed):
    """Which of two values of a field survives when two customers are merged."""

    field: CustomerField
    rule: Survival


class GovernanceShape(Closed):
    """What is demanded of master data and of what is sold; what stands nowhere is not demanded."""

    duplicates: tuple[DuplicateShape, ...] = ()
    survivorship: tuple[SurvivorshipShape, ...] = ()

    def noun(self) -> Governance:
        """The engine's noun."""
        return Governance(
            duplicates=tuple(MatchRule(**row.model_dump()) for row in self.duplicates),
            survivorship=tuple(SurvivorshipRule(**row.model_dump()) for row in self.survivorship),
        )
