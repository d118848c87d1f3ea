"""Tax that is due when paid: what of an old open invoice's tax is still to become due, and comes over with it (handbook 4.15)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from engine.model.money import Money
from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record

ON_HOLD = "tax on hold"


def is_held(case: Case) -> bool:
    """Whether the company owes tax when invoices are paid."""
    return case.company.policies.tax_due == "when paid"


def held_tax(case: Case, record: Record) -> Decimal:
    """The tax of an invoice less what of it became due as it was paid, rounded as the ledger does; nothing of a company that owes
    tax when it invoices."""
    tax, whole = amount(record["tax"]), amount(record["total"])
    if not is_held(case) or not tax or not whole or not record["currency"]:
        return Decimal(0)
    due = Fraction(tax) * Fraction(amount(record["paid"])) / Fraction(whole)
    exact = Money.of(due, record["currency"], case.company.policies.rounding).exact
    return tax - Decimal(exact.numerator) / Decimal(exact.denominator)
