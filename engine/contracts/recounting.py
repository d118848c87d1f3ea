"""Another rhythm of billing of a contract that runs: from which day, and what forbids it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from engine.book import Book
from engine.contracts.dating import renews
from engine.model.cadence import Billing, in_words
from engine.model.calendar import ONE_DAY, long_date
from engine.model.contracts import Contract, Subscription
from engine.model.orders import ChangeBilling, ChangeDue
from engine.model.rhythms import rhythm_on
from engine.refusals import Refused
from engine.terms.periods import billing_periods
from engine.terms.proration import is_undivided


def recounted(
    book: Book, contract: Contract, now: Subscription, change: ChangeBilling, effective: date, signed: date
) -> ChangeBilling:
    """The change with the first day that is counted so, by the company's convention. Refused for a rhythm that is none, that holds
    already, or that the contract's prices or periods do not allow."""
    _check_rhythm(contract, change.billing, effective)
    since = change.since or _since(book, contract, now, effective, signed)
    where = f"contract {contract.number} cannot be billed {in_words(change.billing)} from {long_date(since)} on"
    if _plain(rhythm_on(contract.billing, since)) == _plain(change.billing):
        raise Refused(
            "nothing-changed",
            f"contract {contract.number} is billed {in_words(change.billing)} on {long_date(since)} already",
        )
    _check_prices(contract, now, change.billing, since, where)
    _check_periods(book, contract, now, change.billing, since, where)
    return replace(change, since=since)


def check_due(contract: Contract, change: ChangeDue, effective: date) -> None:
    """Refused for days to pay that the contract, as it is paid on that day, has already."""
    if (contract.net_days, contract.due) == (change.net_days, change.due):
        raise Refused(
            "nothing-changed", f"contract {contract.number} has these days to pay on {long_date(effective)} already"
        )


def _plain(billing: Billing) -> Billing:
    """What was agreed of it, without the company's own conventions."""
    return Billing(
        every_months=billing.every_months,
        timing=billing.timing,
        anchor=billing.anchor,
        every_days=billing.every_days,
        bill_day=billing.bill_day,
        days_ahead=billing.days_ahead,
    )


def _check_rhythm(contract: Contract, billing: Billing, effective: date) -> None:
    if (
        billing.timing == "when delivered"
        or min(billing.every_months, billing.every_days + 1, billing.days_ahead + 1) < 1
    ):
        raise Refused(
            "no-such-billing",
            f"contract {contract.number} cannot be billed {in_words(billing)} from {long_date(effective)} on; a contract is "
            "billed every so many months or days, in advance or in arrears",
        )


def _since(book: Book, contract: Contract, now: Subscription, effective: date, signed: date) -> date:
    """The day itself or, by convention, the first billing period from it on that is not billed yet."""
    if book.company.policies.rhythm_change == "at once":
        return effective
    for period in billing_periods(contract, now.end, effective, restarts=now.restarts):
        if period.service.start >= effective and period.bill_date >= signed:
            return period.service.start
    if renews(now):
        return now.end + ONE_DAY
    raise Refused(
        "no-period-left",
        f"contract {contract.number} has no billing period after {long_date(effective)} that is not billed yet; it ends on "
        f"{long_date(now.end)}: agree the change with its renewal, or under the convention that changes at once",
    )


def _check_prices(contract: Contract, now: Subscription, billing: Billing, since: date, where: str) -> None:
    """A price for each billing period would be another price in another rhythm, and a month is no number of days."""
    lines = {line.id: line for line in now.lines if line.charge.kind == "recurring" and not line.charge.billing}
    before = rhythm_on(contract.billing, since)
    same = (before.every_months, before.every_days) == (billing.every_months, billing.every_days)
    for segment in now.segments:
        line = lines.get(segment.line)
        if line is None or segment.service.end < since or same:
            continue
        if not segment.terms.per_months:
            raise Refused(
                "price-of-a-period",
                f"{where}: the price of {line.product!r} is for each billing period, and would be another one; agree a price for a "
                "month, quarter or year first",
            )
        if billing.every_days:
            raise Refused(
                "price-of-months",
                f"{where}: the price of {line.product!r} is for months, and a month is no number of days; bill it by months",
            )


def _check_periods(
    book: Book, contract: Contract, now: Subscription, billing: Billing, since: date, where: str
) -> None:
    """Each billing period is one thing: what was billed of it is compared with what it is due."""
    if since <= now.start:
        return
    before = list(billing_periods(contract, since - ONE_DAY, restarts=now.restarts))
    divided = before[-1].whole.end >= since
    anew = next(billing_periods(replace(contract, start=since), since, since, billing)).whole
    if divided and is_undivided(book.company.policies.proration):
        raise Refused(
            "not-divided",
            f"{where}: no billing period is divided here; let it begin with the next one, {_next(before[-1].whole.end)}",
        )
    if any(period.whole == anew for period in before):
        raise Refused(
            "same-period",
            f"{where}: that day lies within a billing period of {anew} in both; let it begin with the next one, {_next(anew.end)}",
        )


def _next(end: date) -> str:
    return long_date(end + ONE_DAY)
