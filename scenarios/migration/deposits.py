"""Checks of deposits: what is paid ahead of a contract's invoices is its contract liability (handbook 4.14)."""

from __future__ import annotations

from scenarios.migration.case import Case
from scenarios.migration.receivables import DEPOSITS
from scenarios.migration.references import lines_of
from scenarios.tables.sheet import plain


def check_deposits(case: Case) -> None:
    """A deposit that names a contract is of its customer, legal entity and currency, and stays behind with it."""
    for record in case.all("unapplied cash"):
        if not record["contract"]:
            continue
        if plain(record["kind"] or "deposit") not in DEPOSITS:
            said = f"{record['kind']!r} cash is of no contract; only a deposit is: say so, or leave the contract out"
            case.reject(record, "consistency", said, "kind")
        lines = lines_of(case, record)
        for column in ("customer", "currency", "entity"):
            theirs = next((line[column] for line in lines if line[column]), record[column])
            if record[column] and plain(record[column]) != plain(theirs):
                said = f"it is of {column} {record[column]}, but contract {record['contract']} of {theirs}"
                case.reject(record, "consistency", said, column)
        aside = next((line for line in lines if not line.good), None)
        if record.good and aside:
            case.set_aside(record, f"its contract is not loaded ({case.line_of(aside)})", "contract", follows=True)
