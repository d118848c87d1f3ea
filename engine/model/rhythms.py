"""Another rhythm of billing, or other days to pay, of a contract that runs: what is due for its service stays as it was."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal

from engine.model.cadence import Billing, PaymentTerms


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeBilling:
    """The contract is billed so from now on; charges that are billed in a way of their own stay as they are.

    `since`: the first day of the first billing period counted so (None: by the company's convention), which ends the one before.
    """

    billing: Billing
    since: date | None = None
    kind: Literal["change billing"] = "change billing"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangeDue:
    """Invoices are due so from now on: `net_days` after their date, by the rule; those that are issued already stay as they are."""

    net_days: int
    due: PaymentTerms = PaymentTerms()
    kind: Literal["change due"] = "change due"


@dataclass(frozen=True, kw_only=True, slots=True)
class ChangingBilling(Billing):
    """How a contract is billed at first and, from each day of `changes` on, otherwise (None: as before, and not counted anew)."""

    changes: tuple[tuple[date, Billing | None], ...] = ()

    @classmethod
    def of(cls, first: Billing, changes: tuple[tuple[date, Billing | None], ...]) -> Billing:
        """The way of billing with these changes, in the order of their days; as it is, if there are none."""
        agreed = {field.name: getattr(first, field.name) for field in fields(Billing)}
        return cls(**agreed, changes=changes) if changes else Billing(**agreed)


def rhythm_on(billing: Billing, day: date, counted: tuple[date, ...] | None = None) -> Billing:
    """How it is billed on a day. `counted`: the days of change that count (None: all of them)."""
    changes = billing.changes if isinstance(billing, ChangingBilling) else ()
    held = [how for since, how in changes if how and since <= day and (counted is None or since in counted)]
    return held[-1] if held else billing


def rhythm_days(billing: Billing) -> list[date]:
    """The days from which it is billed otherwise."""
    return [day for day, how in billing.changes if how] if isinstance(billing, ChangingBilling) else []


def without_rhythm(billing: Billing, day: date) -> bool:
    """Whether on that day only others are counted anew."""
    changes = billing.changes if isinstance(billing, ChangingBilling) else ()
    return (day, None) in changes
