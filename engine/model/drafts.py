"""What is about to be invoiced: a draft that changes and usage still move, and that has no number yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from engine.model.invoices import InvoiceLine
from engine.model.money import Money, total


@dataclass(frozen=True, kw_only=True, slots=True)
class DraftInvoice:
    """An invoice in its days of grace, as it would be issued now. `opened`: the day it fell due; `issues_on`: the day it gets
    its number, is posted and asks for payment by `due_date`."""

    entity: str
    customer: str
    contract: str
    currency: str
    opened: date
    issues_on: date
    due_date: date
    cause: str
    lines: tuple[InvoiceLine, ...]
    rounding: Money | None = None

    @property
    def net(self) -> Money:
        """The lines without tax."""
        return total((line.net for line in self.lines), self.currency)

    @property
    def total(self) -> Money:
        """What the customer would be asked to pay."""
        lines = total((line.total for line in self.lines), self.currency)
        return lines + self.rounding if self.rounding else lines
