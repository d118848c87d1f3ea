"""How a contract is billed, and until when its invoices are paid, with all that was signed about it since."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from engine.model.contracts import Amendment, Contract
from engine.model.orders import ChangeBilling, ChangeDue, Withdraw
from engine.model.rhythms import ChangingBilling


def not_withdrawn(signed: Sequence[Amendment]) -> list[Amendment]:
    """The amendments that were not withdrawn."""
    changes = (change for amendment in signed for change in amendment.changes)
    withdrawn = {change.amendment for change in changes if isinstance(change, Withdraw)}
    return [amendment for amendment in signed if amendment.number not in withdrawn]


def as_billed(contract: Contract, signed: Sequence[Amendment]) -> Contract:
    """The contract with every change of how it is billed; of several from one day, the last that was signed."""
    changes = {change.since or amendment.effective_date: change.billing for amendment, change in _rhythms(signed)}
    if not changes and not isinstance(contract.billing, ChangingBilling):
        return contract
    grace, short = contract.billing.grace_days, contract.billing.short_month
    ordered = ((day, replace(changes[day], grace_days=grace, short_month=short)) for day in sorted(changes))
    return replace(contract, billing=ChangingBilling.of(contract.billing, tuple(ordered)))


def _rhythms(signed: Sequence[Amendment]) -> Iterator[tuple[Amendment, ChangeBilling]]:
    for amendment in not_withdrawn(signed):
        yield from ((amendment, change) for change in amendment.changes if isinstance(change, ChangeBilling))


def changes_billing(amendment: Amendment) -> bool:
    """Whether the contract is billed in another rhythm with it."""
    return any(isinstance(change, ChangeBilling) for change in amendment.changes)


def as_paid(contract: Contract, signed: Sequence[Amendment], day: date) -> Contract:
    """The contract with the days to pay of its invoices of that day."""
    agreed = [change for amendment in not_withdrawn(_by(signed, day)) for change in amendment.changes]
    due = [change for change in agreed if isinstance(change, ChangeDue)]
    return replace(contract, net_days=due[-1].net_days, due=due[-1].due) if due else contract


def _by(signed: Iterable[Amendment], day: date) -> list[Amendment]:
    return [amendment for amendment in signed if amendment.effective_date <= day]
