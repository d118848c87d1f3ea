"""Contracts that renew themselves: when notice can no longer be given, the new term is written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from engine.book import Book
from engine.contracts.dating import renews
from engine.contracts.resolving import resolved
from engine.model.calendar import ONE_DAY
from engine.model.contracts import Amendment, Contract, Subscription
from engine.model.document import dated
from engine.model.orders import AgreeRenewal, Order, Renew
from engine.terms.rating import subscription

TASK = "renew"


def plan_renewal(book: Book, contract: Contract, today: date) -> None:
    """Note on the agenda the day on which the contract, as it stands now, renews itself."""
    now = subscription(book, contract)
    if renews(now):
        book.agenda.plan(max(_decided_on(now), today), TASK, contract.number)


def renew(book: Book, today: date) -> Iterator[Amendment]:
    """The renewals that nobody can prevent any more: the day notice had to be given by has come."""
    for number in book.agenda.on(today, TASK):
        contract = book.get(Contract, number)
        now = subscription(book, contract)
        if renews(now) and _decided_on(now) <= today:
            yield _renewal(book, contract, now, today)


def _decided_on(now: Subscription) -> date:
    """The first day on which a cancellation at the end of the term comes too late."""
    assert now.renewal is not None
    return now.end + ONE_DAY - timedelta(days=now.renewal.notice_days)


def _renewal(book: Book, contract: Contract, now: Subscription, today: date) -> Amendment:
    agreed = now.renewal
    assert isinstance(agreed, AgreeRenewal)
    first = now.end + ONE_DAY
    order = Order(
        number="",
        **dated(today, effective=first),
        kind="amend",
        customer=contract.customer,
        contract=contract.number,
        changes=(Renew(months=agreed.months, days=agreed.days, uplift=agreed.uplift),),
    )
    return Amendment(
        number=f"A-{contract.number}-renewal-{first.isoformat()}",
        **dated(today, effective=first),
        contract=contract.number,
        customer=contract.customer,
        order="",
        changes=resolved(book, contract, now, order, first),
        cause="renewal",
    )
