"""Which document follows which business event: every kind of follow-up, with the numbers of the events that it follows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from engine.model.contracts import Amendment
from engine.model.event_contracts import FollowUp
from engine.model.invoices import CreditMemo, DocumentLine, Invoice, InvoiceLine
from reports.systems.snapshot import Snapshot
from reports.systems.views import BillingView

Followed = tuple[str, date | None]
"""The event, and the day of what followed it, where that may be another than the day on which the event was taken."""
_BEARS = {"cancellation fee": "cancellation"}
"""What documents call their cause, where it is not the amendment's own word."""
_SCHEDULED_BY = (
    "contract activated",
    "contract amended",
    "contract taken over",
    "usage recorded",
    "invoice posted",
    "credit memo posted",
    "rebate settled",
)


def following(then: FollowUp, snapshot: Snapshot) -> Iterable[Followed]:
    """Each event that a document of that kind follows; an event stands so often as documents follow it."""
    return _FOLLOW[then](snapshot)


def _named(events: Iterable[str]) -> Iterator[Followed]:
    return ((event, None) for event in events)


def _entries(snapshot: Snapshot) -> Iterator[str]:
    """Events by their entries; entries of one event that differ in their lines are parts of one posting."""
    alike: Counter[tuple[object, ...]] = Counter()
    for entry in snapshot.erp.journal:
        alike[entry.event, entry.entity, entry.lines] += 1
    most: dict[str, int] = {}
    for (event, *_), count in alike.items():
        most[str(event)] = max(most.get(str(event), 0), count)
    yield from Counter(most).elements()


def _schedules(snapshot: Snapshot) -> Iterator[str]:
    """Causes by the versions they made; those of several obligations are one revision."""
    versions = Counter((one.cause, one.obligation) for one in snapshot.erp.schedules)
    most: dict[str, int] = {}
    for (cause, _), count in versions.items():
        most[cause] = max(most.get(cause, 0), count)
    orders = {one.number: one.order for one in snapshot.billing.amendments}
    orders |= {one.number: one.order for one in snapshot.billing.contracts}
    for cause in Counter(most).elements():
        yield from (f"{event}:{cause}" for event in _SCHEDULED_BY)
        yield f"order closed-won:{orders.get(cause, '')}"


def _bearing_its_cause(billing: BillingView, parts: Iterable[Invoice | CreditMemo]) -> Iterator[Followed]:
    """Amendments by what their contract sees of the documents that bear their cause.

    A document belongs to the last amendment signed by then whose days it is about. Where several were signed on that day for
    one first day, each has its own document, and the last document is of all that are left.
    """
    amended = _by_contract(billing)
    alike: dict[tuple[str, ...], tuple[list[Amendment], list[date]]] = {}
    for part in parts:
        cause, last = _BEARS.get(part.cause, part.cause), _last_day(part.lines)
        fitting = [one for one in _signed(amended[part.contract], part.posting_date, last) if one.cause == cause]
        if fitting:
            tied = [one for one in fitting if _days(one) == _days(fitting[-1])]
            alike.setdefault(tuple(one.number for one in tied), (tied, []))[1].append(part.posting_date)
    for tied, days in alike.values():
        for place in range(max(len(tied), len(days))):
            yield from _events(tied[min(place, len(tied) - 1)], days[min(place, len(days) - 1)])


def _recalculated(billing: BillingView) -> Iterator[Followed]:
    """Amendments by the first regular invoice of their contract that bills other terms than the one before it."""
    first = ((one.number, line) for one in billing.contracts for line in one.lines)
    added = ((one.contract, line) for one in billing.amendments for line in one.lines)
    recurring = {(name, line.id) for name, line in chain(first, added) if line.charge.kind == "recurring"}
    amended, known = _by_contract(billing), defaultdict[str, dict[str, InvoiceLine]](dict)
    for invoice in (part for one in billing.invoices if one.cause == "regular" for part in one.by_contract()):
        name = invoice.contract
        lines = [line for line in invoice.lines if (name, line.line) in recurring and line.replaces is None]
        if lines and (not known[name] or _other_terms(known[name], lines)):
            for amendment in _signed(amended[name], invoice.posting_date, _last_day(lines)):
                amended[name].remove(amendment)
                yield from _events(amendment, invoice.posting_date)
        known[name] |= {line.line: line for line in lines}


def _other_terms(known: dict[str, InvoiceLine], lines: Sequence[InvoiceLine]) -> bool:
    """Whether a line has other terms than when it was billed before, or is new, or no longer billed though its turn has come."""
    billed = {line.line for line in lines}
    turn = max(line.billing_period.start for line in lines)
    gone = [name for name, line in known.items() if name not in billed and line.billing_period.end < turn]
    for name in gone:
        del known[name]
    return bool(gone) or any(line.line not in known or line.terms != known[line.line].terms for line in lines)


def _by_contract(billing: BillingView) -> defaultdict[str, list[Amendment]]:
    amended: defaultdict[str, list[Amendment]] = defaultdict(list)
    for amendment in sorted(billing.amendments, key=lambda one: one.posting_date):
        amended[amendment.contract].append(amendment)
    return amended


def _signed(amendments: Iterable[Amendment], by: date, last: date) -> list[Amendment]:
    """Those signed by a day that change days up to the last one."""
    return [one for one in amendments if one.posting_date <= by and one.effective_date <= last]


def _days(amendment: Amendment) -> tuple[date, date]:
    return amendment.posting_date, amendment.effective_date


def _last_day(lines: Iterable[DocumentLine]) -> date:
    return max(line.service.end for line in lines)


def _events(amendment: Amendment, day: date) -> Iterator[Followed]:
    """An amendment follows from the order that the CRM approved, so what follows it follows that order too."""
    yield f"contract amended:{amendment.number}", day
    if amendment.order:
        yield f"order closed-won:{amendment.order}", day


_FOLLOW: dict[FollowUp, Callable[[Snapshot], Iterable[Followed]]] = {
    "contract": lambda seen: _named(f"order closed-won:{one.order}" for one in seen.billing.contracts),
    "amendment": lambda seen: _named(f"order closed-won:{one.order}" for one in seen.billing.amendments if one.order),
    "invoice": lambda seen: _bearing_its_cause(
        seen.billing, (part for one in seen.billing.invoices for part in one.by_contract())
    ),
    "recalculated invoice": lambda seen: _recalculated(seen.billing),
    "credit memo": lambda seen: _bearing_its_cause(
        seen.billing, (part for one in seen.billing.credit_memos for part in one.by_contract())
    ),
    "revenue schedule": lambda seen: _named(_schedules(seen)),
    "journal entry": lambda seen: _named(_entries(seen)),
    "payment attempt": lambda seen: _named(f"payment requested:{one.request}" for one in seen.payments.attempts),
    "payment": lambda seen: _named(f"payment received:{one.number}" for one in seen.billing.payments),
    "refund payment": lambda seen: _named(f"refund paid:{one.number}" for one in seen.billing.refund_payments),
}
