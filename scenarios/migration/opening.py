"""The opening entry of a cutover, and whether it ties out: subledgers against the legacy ledger, migration clearing at zero.

Handbook 4.18: D receivables / C unapplied cash, C contract liability, the difference on migration clearing; the trial balance
of legacy brings the other side of it. No revenue, no tax.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from scenarios.migration.case import Case, amount
from scenarios.migration.findings import Record
from scenarios.migration.held_tax import ON_HOLD, held_tax, is_held
from scenarios.migration.masters import unique_keys
from scenarios.migration.receivables import is_credit, open_of
from scenarios.migration.references import entity_of
from scenarios.mistakes import did_you_mean
from scenarios.tables.sheet import plain

ROLES = ("receivables", "unbilled receivable", "unapplied cash", "customer credits", "contract liability", ON_HOLD)
_ROLES_OF = {
    "invoices": ("receivables", ON_HOLD),
    "unapplied cash": ("unapplied cash", "customer credits", "contract liability"),
    "deferred revenue": ("contract liability", "unbilled receivable"),
}
Balances = dict[tuple[str, str, str], Decimal]
"""By legal entity, currency and role of the account; debits positive."""


@dataclass(frozen=True, slots=True)
class Tie:
    """One account of one entity and currency: loaded, left out (rejected or set aside), and what legacy's ledger says.

    `ledger` None: the set brings no trial balance. `out`: the records left out that would stand on such an account; what they
    should say, not what they do say, is in the ledger. Debits are positive.
    """

    entity: str
    currency: str
    role: str
    loaded: Decimal
    left_out: Decimal
    ledger: Decimal | None
    out: tuple[str, ...] = ()

    @property
    def explained(self) -> bool:
        """Whether what is loaded is the ledger's balance, but for records that are left out by name."""
        return not self.difference or bool(self.out)

    @property
    def difference(self) -> Decimal:
        """What nothing explains."""
        return Decimal(0) if self.ledger is None else self.loaded + self.left_out - self.ledger


def balances(case: Case, records: Iterable[Record]) -> Balances:
    """What records of invoices, unapplied cash and deferred revenue are on the ledger."""
    found: Balances = defaultdict(Decimal)
    for record in records:
        entity, currency = entity_code(case, record), record["currency"] or ""
        if record.table == "invoices":
            found[entity, currency, "receivables"] += open_of(record)
            if held := held_tax(case, record):
                found[entity, currency, ON_HOLD] -= held
        elif record.table == "unapplied cash":
            found[entity, currency, role_of_cash(record)] -= amount(record["amount"])
        else:
            deferred = amount(record["deferred"])
            found[entity, currency, "contract liability" if deferred >= 0 else "unbilled receivable"] -= deferred
    return found


def role_of_cash(record: Record) -> str:
    """The account that cash which settles nothing stands on: unapplied, the customer's credit, or what is paid ahead of a contract."""
    if record["contract"]:
        return "contract liability"
    return "customer credits" if is_credit(record) else "unapplied cash"


def entity_code(case: Case, record: Record) -> str:
    """The code of the entity a record is of, without complaining twice."""
    named = record["entity"]
    if named is None:
        line = next(iter(case.by("subscriptions", "contract", record["contract"])), None)
        customer = record["customer"] or (line["customer"] if line else None)
        whose = next(iter(case.by("customers", "number", customer)), None)
        named = (line["entity"] if line else None) or (whose["entity"] if whose else None)
    for one in (case.company.entity, *case.company.other_entities):
        if named is None or plain(named) in (plain(one.code), plain(one.name)):
            return one.code
    return str(named)


def entity_currency(case: Case, record: Record) -> str:
    """The currency of the books of the entity a record is of."""
    code, entities = entity_code(case, record), (case.company.entity, *case.company.other_entities)
    return next((one.currency for one in entities if one.code == code), case.company.entity.currency)


def ties(case: Case) -> list[Tie]:
    """Every account of the opening entry, by entity and currency."""
    records = [r for table in ("invoices", "unapplied cash", "deferred revenue") for r in case.all(table)]
    loaded = balances(case, (record for record in records if record.good))
    out = balances(case, (record for record in records if not record.good))
    ledger = _ledger(case)
    keys = sorted({*loaded, *out, *ledger}, key=lambda key: (key[0], key[1], ROLES.index(key[2])))
    known, nothing = "trial balance" in case.sheets, Decimal(0)
    names = {role: tuple(_left_out(case, records, role)) for role in ROLES}
    wrong = [record for record in case.all("trial balance") if not record.good]
    amiss = {key: sum_ for key, sum_ in _sums(case).items() if sum_}
    found = [
        Tie(
            *key,
            loaded=loaded.get(key, nothing),
            left_out=out.get(key, nothing),
            ledger=ledger.get(key, nothing) if known else None,
            out=(*names[key[2]], *(r.name for r in wrong if (entity_code(case, r), r["currency"]) == key[:2])),
        )
        for key in keys
    ]
    left = [record for record in records if not record.good]
    own = {record: set(balances(case, [record])) for record in left}
    return [_one_wrong(case, _named(tie, own), amiss.get((tie.entity, tie.currency))) for tie in found]


def _named(tie: Tie, own: Mapping[Record, set[tuple[str, str, str]]]) -> Tie:
    """What ties out names only the records that would stand there; where it does not, one of another account may belong there."""
    if tie.difference or tie.ledger is None:
        return tie
    return replace(tie, out=tuple(r.name for r, keys in own.items() if (tie.entity, tie.currency, tie.role) in keys))


def _one_wrong(case: Case, tie: Tie, amiss: Decimal | None) -> Tie:
    """A trial balance that does not balance, and would with what the records add up to: its own line is the wrong one."""
    if amiss is None or tie.difference != -amiss or (stands := _record_of(case, tie)) is None:
        return tie
    return replace(tie, out=(*tie.out, f"trial balance {stands.name}"))


def _left_out(case: Case, records: Iterable[Record], role: str) -> Iterator[str]:
    """The records that would stand on an account and are not loaded, and the contracts that lack one."""
    yield from (record.name for record in records if not record.good and role in _ROLES_OF[record.table])
    if role in _ROLES_OF["deferred revenue"]:
        lines = (record for record in case.all("subscriptions") if not record.good)
        for contract in dict.fromkeys(line["contract"] for line in lines if line["contract"]):
            if not case.by("deferred revenue", "contract", contract):
                yield f"{contract} (no record)"


def clearing(case: Case) -> dict[tuple[str, str], Decimal]:
    """Migration clearing by entity and currency: what is loaded and left out, less what of the trial balance it stands for."""
    found: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for tie in ties(case):
        found[tie.entity, tie.currency] += tie.difference
    return dict(found)


def _ledger(case: Case) -> Balances:
    found: Balances = defaultdict(Decimal)
    for record in case.good("trial balance"):
        role = role_of(case, record)
        if role in roles(case):
            found[entity_code(case, record), record["currency"], role] += amount(record["debit"]) - amount(
                record["credit"]
            )
    return found


def roles(case: Case) -> tuple[str, ...]:
    """What the accounts stand for that contracts, invoices and payments bring, and the rest of the trial balance does not."""
    return ROLES if is_held(case) else tuple(role for role in ROLES if role != ON_HOLD)


def role_of(case: Case, record: Record) -> str | None:
    """What the account of a trial balance stands for, by its name, code or role; None if the chart lacks it."""
    named = plain(record["account"] or "")
    return next((a.role for a in case.company.accounts if named in (plain(a.name), plain(a.code), a.role)), None)


def _sums(case: Case) -> dict[tuple[str, str], Decimal]:
    """Debits less credits of the trial balance, by entity and currency."""
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for record in case.all("trial balance"):
        sums[entity_code(case, record), record["currency"] or ""] += amount(record["debit"]) - amount(record["credit"])
    return sums


def balances_itself(case: Case) -> bool:
    """Whether the trial balance is whole and balances, in every legal entity and currency."""
    return not any(_sums(case).values()) and all(record.good for record in case.all("trial balance"))


def check_ledger(case: Case) -> None:
    """The trial balance names known accounts, balances, and agrees with the subledgers."""
    unique_keys(case, "trial balance")
    for record in case.all("trial balance"):
        entity_of(case, record)
        if record["account"] and role_of(case, record) is None:
            names = [account.name for account in case.company.accounts]
            said = f"there is no account {record['account']!r}{did_you_mean(record['account'], names)}"
            case.reject(record, "consistency", said, "account")
        if amount(record["debit"]) < 0 or amount(record["credit"]) < 0:
            case.reject(record, "validity", "a debit or credit is below zero; write it on the other side", "debit")
        if amount(record["debit"]) and amount(record["credit"]):
            case.reject(record, "validity", "it has a debit and a credit; a balance stands on one side", "debit")
    for (entity, currency), sum_ in _sums(case).items():
        if sum_:
            case.refuse(
                "trial balance", "tie-out", f"the trial balance of {entity} in {currency} does not balance: {sum_:+}"
            )
    for tie in ties(case):
        if tie.difference:
            case.refuse("trial balance", "tie-out", _differs(tie), _stands(case, tie))


def _record_of(case: Case, tie: Tie) -> Record | None:
    """The record of the trial balance that says what a tie-out is held against, if there is one."""
    for record in case.good("trial balance"):
        if (entity_code(case, record), record["currency"], role_of(case, record)) == (
            tie.entity,
            tie.currency,
            tie.role,
        ):
            return record
    return None


def _stands(case: Case, tie: Tie) -> str:
    record = _record_of(case, tie)
    if record is None:
        return ""
    side = "debit" if record["debit"] else "credit"
    return case.sheets["trial balance"].place(record.line, case.heading("trial balance", side))


def _differs(tie: Tie) -> str:
    loaded = tie.loaded + tie.left_out
    return (
        f"{tie.role} of {tie.entity} in {tie.currency}: the records add up to {loaded}, the trial balance says {tie.ledger};"
        f" {tie.difference:+} would stay on migration clearing"
    )
