"""A line that production and the reference billed differently."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from engine.model.money import exponent
from scenarios.migration.findings import Record


@dataclass(frozen=True, slots=True)
class Difference:
    """Amounts are net, in the contract's currency. `cause`: what explains it, as far as one line tells.

    `share`: production's net over the reference's, where both billed the line and differ by more than rounding; `units`: how many
    units production billed, if that explains it, where the contract has `contracted`. `record`: production's own, or None
    where only the reference has it.
    """

    contract: str
    line: str
    production: Decimal | None
    reference: Decimal | None
    cause: str
    currency: str
    product: str = ""
    day: date = date.min
    share: Decimal | None = None
    units: Decimal | None = None
    contracted: Decimal | None = None
    record: Record | None = field(default=None, compare=False)

    def __str__(self) -> str:
        production, reference = (_said(amount, self.currency) for amount in (self.production, self.reference))
        figures = f"production {production}, reference {reference} {self.currency}"
        return f"{self.line}: {figures}; {self.cause}"


def _said(amount: Decimal | None, currency: str) -> str:
    return "nothing" if amount is None else f"{amount:,.{exponent(currency)}f}"
