"""The journals that a checked cutover brings into the ledger: opening balances, the rest of the trial balance, and releases.

Handbook 4.18: D receivables, D migration clearing / C unapplied cash, C contract liability; the load of the trial balance
brings the other side of migration clearing, which ends at zero by legal entity and currency. No revenue, no tax, nothing mailed.
From the cutover on the contract liability is released over the remaining service.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from engine.model.calendar import last_of_month
from engine.model.manual import ManualDraft, ManualLine
from engine.model.money import Money
from scenarios.migration.case import Case, amount
from scenarios.migration.checking import Checked
from scenarios.migration.findings import Record
from scenarios.migration.held_tax import ON_HOLD, held_tax
from scenarios.migration.opening import entity_code, role_of, role_of_cash, roles
from scenarios.migration.receivables import open_of
from scenarios.migration.revenue import planned, worths_of

CLEARING = "Migration clearing"
PREPARER = "Migration lead"
_Books = dict[tuple[str, str], list[ManualLine]]


def journals(checked: Checked, run: int) -> Iterator[ManualDraft]:
    """Every journal of a load, in order. `run`: which rehearsal it is, so that a repeated one has names of its own."""
    case = checked.case
    begins = f"cutover {case.header.cutover}, run {run}"
    for what, books in (("subledgers", _subledgers(case)), ("trial balance", _other_accounts(case))):
        for (entity, currency), lines in sorted(books.items()):
            closed = (*lines, _line(CLEARING, -sum(line.amount.minor for line in lines), currency))
            yield _draft(f"{begins}: {what} of {entity} in {currency}", case.date, entity, closed)
    for month, books in sorted(_releases(case).items()):
        for (entity, currency), lines in sorted(books.items()):
            name = f"{begins}: release of {month:%Y-%m} of {entity} in {currency}"
            yield _draft(name, last_of_month(month), entity, tuple(lines))


def rest_of_ledger(checked: Checked) -> Iterator[ManualDraft]:
    """What of the legacy trial balance no contract, invoice or payment brings: the other side of migration clearing."""
    case = checked.case
    for (entity, currency), lines in sorted(_other_accounts(case).items()):
        closed = (*lines, _line(CLEARING, -sum(line.amount.minor for line in lines), currency))
        yield _draft(
            f"cutover {case.header.cutover}: trial balance of {entity} in {currency}", case.date, entity, closed
        )


def _draft(name: str, on: date, entity: str, lines: tuple[ManualLine, ...]) -> ManualDraft:
    kept = tuple(line for line in lines if line.amount)
    return ManualDraft(name=name, preparer=PREPARER, on=on, lines=kept, opening=True, entity=entity)


def _line(account: str, minor: int, currency: str, customer: str = "", contract: str | None = None) -> ManualLine:
    return ManualLine(account=account, amount=Money(minor, currency), customer=customer, contract=contract)


def _subledgers(case: Case) -> _Books:
    """Receivables by invoice with tax that is not due yet, unapplied cash by payment, contract liability by contract."""
    found: _Books = defaultdict(list)
    for table, role in (("invoices", "receivables"), ("unapplied cash", "unapplied cash"), ("deferred revenue", "")):
        for record in case.good(table):
            value = open_of(record) if table == "invoices" else -amount(record["amount"] or record["deferred"])
            on = role or ("contract liability" if value <= 0 else "unbilled receivable")
            on = role_of_cash(record) if table == "unapplied cash" else on
            if value:
                minor = Money.of(value, record["currency"]).minor
                line = _line(
                    account_of(case, on), minor, record["currency"], _customer(case, record), record["contract"]
                )
                found[entity_code(case, record), record["currency"]].append(line)
    for record in case.good("invoices"):
        if held := held_tax(case, record):
            line = _line(account_of(case, ON_HOLD), -Money.of(held, record["currency"]).minor, record["currency"])
            found[entity_code(case, record), record["currency"]].append(line)
    return found


def _customer(case: Case, record: Record) -> str:
    lines = case.by("subscriptions", "contract", record["contract"])
    number = record["customer"] or next((line["customer"] for line in lines), None)
    return next((str(one["name"]) for one in case.by("customers", "number", number)), "")


def _other_accounts(case: Case) -> _Books:
    """What of the legacy trial balance no subledger brings: cash, equity and the like."""
    found: _Books = defaultdict(list)
    for record in case.good("trial balance"):
        if role_of(case, record) not in roles(case):
            minor = Money.of(amount(record["debit"]) - amount(record["credit"]), record["currency"]).minor
            found[entity_code(case, record), record["currency"]].append(
                _line(record["account"], minor, record["currency"])
            )
    return found


def account_of(case: Case, role: str) -> str:
    """The account of the company's chart with that role."""
    return next(account.name for account in case.company.accounts if account.role == role)


def _releases(case: Case) -> dict[date, _Books]:
    """What each month releases of the contract liability, contract by contract."""
    found: dict[date, _Books] = defaultdict(lambda: defaultdict(list))
    for record in case.good("deferred revenue"):
        currency, who = record["currency"], _customer(case, record)
        for month, released in schedule(case, record).items():
            minor = Money.of(released, currency).minor
            found[month][entity_code(case, record), currency] += [
                _line(account_of(case, "contract liability"), minor, currency, who, record["contract"]),
                _line(account_of(case, "revenue"), -minor, currency, who, record["contract"]),
            ]
    return found


def schedule(case: Case, record: Record) -> dict[date, Decimal]:
    """A contract's liability over the months of its remaining service; the legacy months where nobody can say its service."""
    if amount(record["deferred"]) <= 0:
        return {}
    worths = worths_of(case, case.by("subscriptions", "contract", record["contract"]))
    if worths:
        return planned(case, record, worths, record["deferred"], billed_only=True)
    return {row["month"]: row["amount"] for row in case.by("waterfall", "contract", record["contract"])}


def waterfall(case: Case) -> dict[tuple[date, str], tuple[Decimal, Decimal]]:
    """By month and currency: what legacy would have recognized of the deferred revenue, and what the new schedules do."""
    found: dict[tuple[date, str], list[Decimal]] = defaultdict(lambda: [Decimal(0), Decimal(0)])
    for record in case.good("deferred revenue"):
        for row in case.by("waterfall", "contract", record["contract"]):
            found[row["month"], record["currency"]][0] += row["amount"]
        for month, released in schedule(case, record).items():
            found[month, record["currency"]][1] += released
    return {key: (legacy, new) for key, (legacy, new) in sorted(found.items())}
