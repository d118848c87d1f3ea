"""What customers owe and paid at what it is worth in the currency of the books, part by part of what is due."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from engine.model.calendar import AccountingPeriod
from engine.model.journal import JournalEntry
from engine.model.money import Money, total
from engine.model.open_items import OpenItem
from reports.papers.ageing import AGES, age_of
from reports.systems.snapshot import Snapshot

_MONEY = ("cash", "gateway clearing")
_Place = tuple[str, str | None, str]


class Carried(NamedTuple):
    """What receivables carry of a customer's invoice, or of a part of it with a due day of its own. `item`: what is open of it, None
    once nothing is; `due`: None where it belongs to no invoice, but is revaluation to the closing rate."""

    customer: str
    item: OpenItem | None
    due: date | None
    amount: Money


class Aged(NamedTuple):
    """A customer's receivables in the books by days past due; `revaluation` belongs to no invoice, the `total` is all of it."""

    customer: str
    by_age: Mapping[str, Money]
    revaluation: Money
    total: Money


class CashInBooks(NamedTuple):
    """A payment in its own currency, what came into the books for it, and the exchange difference that it realized."""

    day: date
    customer: str
    method: str
    received: Money
    in_books: Money
    realized: Money


def carried(snapshot: Snapshot, homes: Mapping[str, str]) -> Iterator[Carried]:
    """Everything that stands on receivables at the end of the snapshot's day, or is open though nothing does; an invoice's in
    the proportion of what is open of its parts. `homes`: the currency of each legal entity's books."""
    stands, due = _stands(snapshot), {invoice.number: invoice.due_date for invoice in snapshot.billing.invoices}
    open_: dict[_Place, list[OpenItem]] = defaultdict(list)
    for item in snapshot.billing.open_items:
        open_[item.customer, item.invoice, item.entity].append(item)
    for place in dict.fromkeys((*open_, *stands)):
        customer, invoice, entity = place
        if items := open_.get(place, []):
            whole = stands.get(place, Money.zero(homes[entity]))
            parts = whole.allocate([item.open.minor for item in items])
            yield from (Carried(customer, one, one.due_date, part) for one, part in zip(items, parts, strict=True))
        else:
            yield Carried(customer, None, due.get(invoice or ""), stands[place])


def ageing_in_books(snapshot: Snapshot, homes: Mapping[str, str]) -> Iterator[Aged]:
    """The same by customer and days past due, of those with anything."""
    by_customer: dict[str, list[Carried]] = defaultdict(list)
    for one in carried(snapshot, homes):
        by_customer[one.customer].append(one)
    for customer, found in by_customer.items():
        nothing = Money.zero(found[0].amount.currency)
        by_age, revaluation = dict.fromkeys(AGES, nothing), nothing
        for one in found:
            if one.due is None:
                revaluation += one.amount
            else:
                by_age[age_of((snapshot.as_of - one.due).days)] += one.amount
        if revaluation or any(by_age.values()):
            yield Aged(customer, by_age, revaluation, total(by_age.values(), nothing.currency) + revaluation)


def cash_in_books(snapshot: Snapshot, homes: Mapping[str, str], period: AccountingPeriod) -> Iterator[CashInBooks]:
    """Every payment of a period; what was taken back of it since is in what came into the books."""
    money, realized = _accounts(snapshot, *_MONEY), _accounts(snapshot, "realized exchange difference")
    entries = _by_payment(snapshot)
    for payment in snapshot.payments.payments:
        if period.start <= payment.event_date <= period.end:
            lines = [line for entry in entries[payment.number] for line in entry.lines]
            home = homes[payment.entity]
            yield CashInBooks(
                payment.event_date,
                payment.customer,
                payment.method,
                payment.amount,
                total((line.booked for line in lines if line.account in money), home),
                -total((line.booked for line in lines if line.account in realized), home),
            )


def _by_payment(snapshot: Snapshot) -> dict[str, list[JournalEntry]]:
    """The entries of what was done with each payment."""
    billing = snapshot.billing
    about = {one.number: one.payment for one in billing.applications if not one.from_unapplied}
    about |= {one.number: one.payment for one in billing.recoveries}
    about |= {one.number: one.payment for one in billing.reversals}
    found: dict[str, list[JournalEntry]] = defaultdict(list)
    for entry in snapshot.erp.journal:
        if entry.source in about:
            found[about[entry.source]].append(entry)
    return found


def _stands(snapshot: Snapshot) -> dict[_Place, Money]:
    """What stands on receivables in the currency of the books, by customer, invoice (None: what belongs to none) and legal entity;
    not with the one from which all of an invoice has passed on."""
    accounts, found = _accounts(snapshot, "receivables"), defaultdict[_Place, list[Money]](list)
    for entry in snapshot.erp.journal:
        for line in entry.lines if entry.posting_date <= snapshot.as_of else ():
            if line.account in accounts:
                found[line.customer, line.invoice, entry.entity].append(line.booked)
    sums = {place: total(amounts, amounts[0].currency) for place, amounts in found.items()}
    passed = {(made.invoice, made.entity) for made in snapshot.billing.novated}
    return {place: amount for place, amount in sums.items() if amount or place[1:] not in passed}


def _accounts(snapshot: Snapshot, *roles: str) -> set[str]:
    return {account.name for account in snapshot.erp.accounts if account.role in roles}
