"""Whether everything followed that must follow: each business event held against the contracts of its kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta

from engine.model.calendar import ONE_DAY, long_date
from engine.model.event_contracts import BrokenContract, EventContract, FollowUp
from engine.model.events import Delivery
from reports.systems.snapshot import Snapshot
from reports.tie_outs.follow_ups import following

_SATURDAY = 5
_ACCIDENTS = ("lost", "delayed", "refused", "no answer")
_CALLED = {"crm": "the CRM", "billing": "billing", "payments": "the gateway", "erp": "the ledger"}
Days = Mapping[str, Sequence[date | None]]
"""For each event, the days of what followed it."""


def broken_contracts(
    snapshot: Snapshot, contracts: Iterable[EventContract], holidays: Collection[date] = ()
) -> tuple[BrokenContract, ...]:
    """Every follow-up that is missing, extra or late by the end of the day, in the order of the events.

    As far as the integration tells of events; what is still due today or later is not missing yet.
    """
    traces: dict[str, list[Delivery]] = defaultdict(list)
    for delivery in snapshot.deliveries:
        if delivery.on <= snapshot.as_of:
            traces[delivery.event].append(delivery)
    asked: dict[str, list[EventContract]] = defaultdict(list)
    for contract in contracts:
        asked[contract.event].append(contract)
    days: dict[FollowUp, Days] = {}
    found: dict[tuple[str, str, str], BrokenContract] = {}
    for trace in traces.values():
        for contract in asked[trace[0].type]:
            broken = _held_against(snapshot, contract, trace, days, holidays)
            if broken is not None:
                # What comes late to a system brings all that follows there late: the same finding is said once.
                found.setdefault((broken.event, contract.system, broken.finding), broken)
    return tuple(found.values())


def _held_against(
    snapshot: Snapshot,
    contract: EventContract,
    trace: list[Delivery],
    found: dict[FollowUp, Days],
    holidays: Collection[date],
) -> BrokenContract | None:
    """One event against one contract."""
    taken = [one.on for one in trace if one.to == contract.system and one.outcome == "delivered"]
    made = taken if contract.then == "taken" else _following(snapshot, contract.then, trace[0].event, found)
    count, told, where = len(made), trace[0].on, _CALLED[contract.system]
    if contract.at_most is not None and count > contract.at_most:
        times = f"taken {count} times by" if contract.then == "taken" else f"{count} of {contract.then} in"
        return _broken(contract, trace, "extra", f"{times} {where}, at most {contract.at_most} may follow")
    due = _after(told, contract.within, holidays)
    if count < contract.at_least and snapshot.as_of > due:
        what = "is not taken by" if contract.then == "taken" else f"has no {contract.then} in"
        return _broken(contract, trace, "missing", f"{what} {where}, due by {long_date(due)}")
    if count and taken and taken[0] != told and taken[0] > due:
        return _broken(contract, trace, "late", f"taken on {long_date(taken[0])}, due by {long_date(due)}")
    return _made_late(contract, trace, made, due)


def _made_late(
    contract: EventContract, trace: list[Delivery], made: Sequence[date | None], due: date
) -> BrokenContract | None:
    """What must follow and came after its day, though the event itself may have come in time."""
    days = sorted(day for day in made if day is not None)[: contract.at_least]
    if contract.then == "taken" or not days or days[-1] <= due:
        return None
    return _broken(contract, trace, "late", f"{contract.then} on {long_date(days[-1])}, due by {long_date(due)}")


def _following(snapshot: Snapshot, then: FollowUp, event: str, found: dict[FollowUp, Days]) -> Sequence[date | None]:
    """The days of the documents of a kind that follow an event; read over all events when first asked for."""
    if then not in found:
        days: defaultdict[str, list[date | None]] = defaultdict(list)
        for followed, day in following(then, snapshot):
            days[followed].append(day)
        found[then] = days
    return found[then].get(event, ())


def _broken(contract: EventContract, trace: list[Delivery], how: str, finding: str) -> BrokenContract:
    first = trace[0]
    return BrokenContract(
        event=first.event,
        document=first.subject,
        customer=first.customer,
        contract=contract,
        how=how,  # type: ignore[arg-type]  # one of the three, by the callers
        finding=finding,
        trace=tuple(
            f"{long_date(one.on)} to {_CALLED.get(one.to, one.to)}: {one.outcome}, {one.answer}" for one in trace
        ),
        accident=any(one.outcome in _ACCIDENTS for one in trace),
    )


def _after(day: date, business_days: int, holidays: Collection[date]) -> date:
    """So many business days later; 0 is the day itself, whatever day it is."""
    for _ in range(business_days):
        day += ONE_DAY
        while day.weekday() >= _SATURDAY or day in holidays:
            day += timedelta(days=1)
    return day


def unannounced(broken: Sequence[BrokenContract], announced: Collection[BrokenContract]) -> list[BrokenContract]:
    """Those that no planned accident, no refusal and no sentence of the story accounts for."""
    return [one for one in broken if not one.accident and one not in announced]
