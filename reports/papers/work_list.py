"""The day's work on receivables, by role: whom to call, why, about how much, and what comes next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from engine.model.calendar import long_date
from engine.model.money import Money
from engine.model.open_items import OpenItem
from reports.systems.snapshot import Snapshot
from reports.tie_outs import movements

# From so many days past due on, more letters help no longer.
_HOPELESS = 90


class Task(NamedTuple):
    """One thing to do: by which role, about which customer and invoice ("": none), why, how much, and the next step."""

    role: str
    customer: str
    invoice: str
    why: str
    amount: Money
    next_step: str


def work_list(snapshot: Snapshot) -> tuple[Task, ...]:
    """What is to do at the end of the snapshot's day, as it stood then: the largest amounts of each role first."""
    found = [*_overdue(snapshot), *_disputes(snapshot), *_cash(snapshot)]
    return tuple(sorted(found, key=lambda task: (task.role, -task.amount.minor, task.customer, task.invoice)))


def _overdue(snapshot: Snapshot) -> Iterator[Task]:
    tried = _under_way(snapshot)
    for item in snapshot.billing.open_items:
        days, amount = (snapshot.as_of - item.due_date).days, item.open - item.disputed
        if days > 0 and amount:
            hopeless = days > _HOPELESS
            role = "Credit manager" if hopeless else "Collector"
            if since := next((day for day in tried[item.invoice] if item.due_date <= day), None):
                step = f"wait: a payment is under way since {long_date(since)}"
            else:
                step = "write off or hand over to a lawyer" if hopeless else _after_letter(snapshot, item)
            yield Task(role, item.customer, item.invoice, f"{days} days overdue", amount, step)


def _under_way(snapshot: Snapshot) -> Mapping[str, Sequence[date]]:
    """By invoice, the days since which the gateway tries to collect it and could not say yet what became of it."""
    gateway, as_of = snapshot.payments, snapshot.as_of
    known = {one.number for one in gateway.attempts if one.posting_date <= as_of}
    found = defaultdict[str, list[date]](list)
    for one in gateway.pending:
        if one.event_date <= as_of and one.number not in known:
            found[one.invoice].append(one.event_date)
    return found


def _after_letter(snapshot: Snapshot, item: OpenItem) -> str:
    about = (one for one in snapshot.billing.letters if (one.invoice, one.due_date) == (item.invoice, item.due_date))
    sent = [one for one in about if one.event_date <= snapshot.as_of]
    if not sent:
        return "remind"
    return f"call: {sent[-1].name} was sent on {long_date(sent[-1].event_date)}"


def _disputes(snapshot: Snapshot) -> Iterator[Task]:
    ended = {end.dispute for end in snapshot.billing.resolutions if end.posting_date <= snapshot.as_of}
    contested = {item.invoice for item in snapshot.billing.open_items if item.disputed}
    for one in snapshot.billing.disputes:
        if one.posting_date <= snapshot.as_of and one.number not in ended and one.invoice in contested:
            yield Task("Account manager", one.customer, one.invoice, one.reason, one.amount, "settle the dispute")


def _cash(snapshot: Snapshot) -> Iterator[Task]:
    for source, why, step in (
        (movements.unapplied_cash, "unapplied cash", "apply or refund"),
        (movements.unidentified_cash, "unidentified cash", "find the payer"),
    ):
        sums = defaultdict[tuple[str, str], int](int)
        for one in source(snapshot):
            if one.day <= snapshot.as_of:
                customer = "" if why == "unidentified cash" else one.customer
                sums[customer, one.amount.currency] += one.amount.minor
        for (customer, currency), minor in sums.items():
            if minor:
                yield Task("Cash application", customer, "", why, Money(minor, currency), step)


def unapplied_by_customer(snapshot: Snapshot, day: date) -> dict[tuple[str, str], Money]:
    """What stood unapplied at the end of a day, by customer and currency."""
    sums: dict[tuple[str, str], Money] = {}
    for one in movements.unapplied_cash(snapshot):
        if one.day <= day:
            key = one.customer, one.amount.currency
            sums[key] = sums.get(key, Money.zero(one.amount.currency)) + one.amount
    return {key: amount for key, amount in sums.items() if amount}
