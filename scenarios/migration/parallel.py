"""The old system's figures after the cutover, while both run: what the new ledger must show at a month's end."""

from __future__ import annotations

from collections import defaultdict

from engine.model.calendar import AccountingPeriod
from engine.model.money import Money
from scenarios.migration.case import Case, amount
from scenarios.migration.masters import unique_keys
from scenarios.migration.opening import entity_code, role_of
from scenarios.migration.references import entity_of
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import plain

Figures = dict[tuple[str, str, str], Money]
"""By legal entity, currency and account; debits positive."""


def check_parallel(case: Case) -> None:
    """Known accounts and entities, months from the cutover on, one balance each; every month balances."""
    unique_keys(case, "parallel")
    sums: dict[tuple[str, str, str], list[Money]] = defaultdict(list)
    for record in case.all("parallel"):
        entity_of(case, record)
        if record["account"] and role_of(case, record) is None:
            names = [account.name for account in case.company.accounts]
            said = f"there is no account {record['account']!r}{did_you_mean(record['account'], names)}"
            case.reject(record, "consistency", said, "account")
        if record["month"] and record["month"] < case.date.replace(day=1):
            case.reject(record, "validity", f"{record['month']:%Y-%m} is before the cutover on {case.date}", "month")
        if record["month"] and record["currency"]:
            balance = Money.of(amount(record["debit"]) - amount(record["credit"]), record["currency"])
            sums[f"{record['month']:%Y-%m}", entity_code(case, record), record["currency"]].append(balance)
    for (month, entity, currency), balances in sums.items():
        if rest := sum(balance.minor for balance in balances):
            said = f"the parallel figures of {entity} in {currency} for {month} do not balance: {Money(rest, currency)}"
            case.refuse("parallel", "tie-out", said)


def figures(case: Case, period: AccountingPeriod) -> Figures:
    """What the old system says stands on each account at the end of a month; nothing is left out."""
    found: Figures = {}
    for record in case.good("parallel"):
        if AccountingPeriod.of(record["month"]) == period:
            named = plain(record["account"])
            account = next(a.name for a in case.company.accounts if named in (plain(a.name), plain(a.code), a.role))
            key = entity_code(case, record), record["currency"], account
            found[key] = Money.of(amount(record["debit"]) - amount(record["credit"]), record["currency"])
    return {key: balance for key, balance in found.items() if balance}
