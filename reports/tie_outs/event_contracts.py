"""Whether everything followed that must follow: each business event held against the contracts of its kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from engine.model.calendar import ONE_DAY, long_date
from engine.model.event_contracts import BrokenContract, EventContract, FollowUp
from engine.model.events import Delivery
from reports.systems.snapshot import Snapshot

_SATURDAY = 5
_ACCIDENTS = ("lost", "delayed", "refused", "no answer")
_CALLED = {"crm": "the CRM", "billing": "billing", "payments": "the gateway", "erp": "the ledger"}
Counts = Mapping[str, int]


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
    counts: dict[FollowUp, Counts] = {}
    found: dict[tuple[str, str, str, str], BrokenContract] = {}
    for trace in traces.values():
        for contract in asked[trace[0].type]:
            broken = _held_against(snapshot, contract, trace, counts, holidays)
            if broken is not None:
                # What comes late to a system brings all that follows there late: that is said once.
                then = "" if broken.how == "late" else contract.then
                found.setdefault((broken.event, contract.system, then, broken.how), broken)
    return tuple(found.values())


def _held_against(
    snapshot: Snapshot,
    contract: EventContract,
    trace: list[Delivery],
    found: dict[FollowUp, Counts],
    holidays: Collection[date],
) -> BrokenContract | None:
    """One event against one contract."""
    taken = [one.on for one in trace if one.to == contract.system and one.outcome == "delivered"]
    count = len(taken) if contract.then == "taken" else _counted(snapshot, contract.then, trace[0].event, found)
    told, where = trace[0].on, _CALLED[contract.system]
    if contract.at_most is not None and count > contract.at_most:
        times = f"taken {count} times by" if contract.then == "taken" else f"{count} of {contract.then} in"
        return _broken(contract, trace, "extra", f"{times} {where}, at most {contract.at_most} may follow")
    if count < contract.at_least and snapshot.as_of > (due := _after(told, contract.within, holidays)):
        what = "is not taken by" if contract.then == "taken" else f"has no {contract.then} in"
        return _broken(contract, trace, "missing", f"{what} {where}, due by {long_date(due)}")
    if count and taken and taken[0] != told and taken[0] > (due := _after(told, contract.within, holidays)):
        return _broken(contract, trace, "late", f"taken on {long_date(taken[0])}, due by {long_date(due)}")
    return None


def _counted(snapshot: Snapshot, then: FollowUp, event: str, found: dict[FollowUp, Counts]) -> int:
    """How many documents of a kind follow an event; counted over all events when first asked for."""
    if then not in found:
        found[then] = Counter(_FOLLOW[then](snapshot))
    return found[then].get(event, 0)


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


def _entries(snapshot: Snapshot) -> Iterator[str]:
    """Events by their entries; entries of one event that differ in their lines are parts of one posting."""
    alike: Counter[tuple[object, ...]] = Counter()
    for entry in snapshot.erp.journal:
        alike[entry.event, entry.entity, entry.lines] += 1
    most: dict[str, int] = {}
    for (event, *_), count in alike.items():
        most[str(event)] = max(most.get(str(event), 0), count)
    yield from Counter(most).elements()


_FOLLOW: dict[FollowUp, Callable[[Snapshot], Iterable[str]]] = {
    "contract": lambda seen: (f"order closed-won:{one.order}" for one in seen.billing.contracts),
    "amendment": lambda seen: (f"order closed-won:{one.order}" for one in seen.billing.amendments if one.order),
    "journal entry": _entries,
    "payment attempt": lambda seen: (f"payment requested:{one.request}" for one in seen.payments.attempts),
    "payment": lambda seen: (f"payment received:{one.number}" for one in seen.billing.payments),
    "refund payment": lambda seen: (f"refund paid:{one.number}" for one in seen.billing.refund_payments),
}


def unannounced(broken: Sequence[BrokenContract], announced: Collection[BrokenContract]) -> list[BrokenContract]:
    """Those that no planned accident, no refusal and no sentence of the story accounts for."""
    return [one for one in broken if not one.accident and one not in announced]
