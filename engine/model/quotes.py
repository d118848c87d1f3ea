"""What sales offers before it is signed: quotes, the approvals they need, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Quantity
from engine.model.document import Document
from engine.model.money import Money, total
from engine.model.orders import Change, OrderLine, TakesEffect, Terms


@dataclass(frozen=True, kw_only=True, slots=True)
class ApprovalStep:
    """A role that must approve, and the rule of the matrix that asks for it."""

    role: str
    reason: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote(Document):
    """An offer to a customer, priced, with the approvals the matrix asks for.

    `version`: counted from 1; `supersedes`: the number of the version before. `nonstandard`: its deviations from the template.
    `contract`: the running contract that it offers `changes` of (None: it offers a new one); `terms` are then those of the
    contract, with the months of a renewal, and `lines` what joins. `after`: the last order about that contract by then.
    """

    customer: str
    terms: Terms
    lines: tuple[OrderLine, ...]
    approvals: tuple[ApprovalStep, ...] = ()
    version: int = 1
    supersedes: str = ""
    nonstandard: tuple[str, ...] = ()
    contract: str | None = None
    changes: tuple[Change, ...] = ()
    takes_effect: TakesEffect = "on its day"
    after: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class QuoteDecision(Document):
    """A role's yes or no to a quote. `by`: who gave it in the role's place, if it was delegated."""

    quote: str
    role: str
    decision: Literal["approved", "rejected"]
    by: str = ""


Previewed = Literal["charge", "credit", "instead of"]
"""A line that the change would bring, one that it would take back, and one that would be charged in place of it otherwise."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PreviewedLine:
    """What a quoted change does to one charge over some days, on the day `on` of its document. Amounts are positive."""

    what: Previewed
    on: date
    product: str
    charge: str
    service: ServicePeriod
    quantity: Quantity
    price: Decimal
    net: Money
    tax: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangePreview(Document):
    """Billing's word on what a quoted change of a running contract would come to, were it signed that day.

    `refused`: why billing would not carry it out ("" if it would). `recurring`: what the contract costs a month, without tax and
    usage, from the day of the change; `contract_total`: everything due for its whole term, without tax. Each of them also
    without the change. `left_out`: what cannot be known yet and is in none of them, in sentences.
    """

    quote: str
    contract: str
    customer: str
    currency: str
    refused: str = ""
    lines: tuple[PreviewedLine, ...] = ()
    recurring: Money
    recurring_without: Money
    contract_total: Money
    contract_total_without: Money
    left_out: tuple[str, ...] = ()

    def net(self, what: Previewed) -> Money:
        """The lines of a kind without tax."""
        return total((line.net for line in self.lines if line.what == what), self.currency)

    def gross(self, what: Previewed) -> Money:
        """The lines of a kind with tax."""
        return self.net(what) + total((line.tax for line in self.lines if line.what == what), self.currency)

    @property
    def tax(self) -> Money:
        """The tax of what is charged, less that of what is credited."""
        return self.to_pay - self.net("charge") + self.net("credit")

    @property
    def to_pay(self) -> Money:
        """What is charged less what is credited, with tax; below nothing where the customer gets money back."""
        return self.gross("charge") - self.gross("credit")
