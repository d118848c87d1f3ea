"""The bodies of the plain dialect about whole bills, how they are paid, and the exceptions queue."""

from dataclasses import dataclass
from datetime import date

from engine.model.debits import DebitLine
from engine.model.money import Money
from engine.model.plans import AgreedPart
from engine.model.policy_changes import NewAnswer


@dataclass(frozen=True, kw_only=True, slots=True)
class AccountCreditRequest:
    """Part of all a customer's invoices, to be given back."""

    customer: str
    net: Money


@dataclass(frozen=True, kw_only=True, slots=True)
class DebitRequest:
    """An issued invoice, and what is charged beside it."""

    invoice: str
    lines: tuple[DebitLine, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class VoidRequest:
    """An invoice to be taken back in full, and whether what it billed is billed anew."""

    invoice: str
    rebill: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class ReleaseRequest:
    """A held contract, and the role that lets it go."""

    contract: str
    role: str


@dataclass(frozen=True, kw_only=True, slots=True)
class FreeingRequest:
    """A contract of which what was paid ahead is freed; no amount means all of it."""

    contract: str
    amount: Money | None


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRequest:
    """In which parts an invoice is to be paid, and how many days overdue, one makes the rest due."""

    invoice: str
    parts: tuple[AgreedPart, ...]
    default_after: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class PolicyRequest:
    """Conventions that are answered otherwise from a day on, and the role that approved it."""

    answers: tuple[NewAnswer, ...]
    since: date
    approver: str
