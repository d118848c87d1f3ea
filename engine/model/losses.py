"""What follows a write-off: tax that is reclaimed later, and a receivable that stands again because money came."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.model.document import Document
from engine.model.invoices import Settlement
from engine.model.money import Money


@dataclass(frozen=True, kw_only=True, slots=True)
class TaxReliefClaim(Document):
    """The tax of an invoice that was written off is reclaimed on a day of its own (policy P4). `amount`: that tax.

    `untaxed`: what had come of it before the first claim, so that no tax of that is reclaimed or owed again.
    """

    entity: str
    customer: str
    invoice: str
    amount: Money
    untaxed: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class Reinstatement(Document):
    """A receivable that was written off stands again, so that the money that came can pay it (handbook 4.4).

    `amount` = the one settlement that it undoes; `tax`: the share of it that is owed to the tax authority again.
    """

    entity: str
    customer: str
    write_off: str
    invoice: str
    payment: str
    amount: Money
    tax: Money
    method: Literal["allowance", "direct", "small difference"]
    settlements: tuple[Settlement, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Signatures:
    """Who prepared an act and who approved it, by role; empty where nobody is named."""

    prepared_by: str = ""
    approved_by: str = ""


UNSIGNED = Signatures()
