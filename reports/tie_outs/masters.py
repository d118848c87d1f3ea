"""The masters of all four systems side by side: each value against the one of the system that owns it, and who wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.events import System
from engine.model.governance import owner_of
from engine.model.masters import MasterChange
from engine.model.money import COUNT, Money
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Place, reconciliation

CALLED: Mapping[System, str] = {"crm": "the CRM", "billing": "billing", "payments": "the gateway", "erp": "the ERP"}
_ONE = Money(1, COUNT)
Values = dict[tuple[str, str, str], dict[System, str]]


def values_of(snapshot: Snapshot) -> Values:
    """By object, name and field, what each system holds that knows the object at all."""
    found: Values = {}
    for system, records in snapshot.holdings.items():
        for record in records:
            for field, value in record.fields:
                found.setdefault((record.of, record.name, field), {})[system] = value
    return found


def master_reconciliations(snapshot: Snapshot) -> Iterator[Reconciliation]:
    """Values of the owners = values of everybody else, by kind of object; fields written = fields written by their owner.

    An object that a system does not know (yet) is not compared there: that is the affair of the events.
    """
    ownership = snapshot.ownership
    entity = next((contract.entity for contract in snapshot.billing.contracts), "")
    checked: dict[str, int] = {}
    differing: dict[str, list[ReconcilingItem]] = {}
    for (of, name, field), held in values_of(snapshot).items():
        owner = owner_of(ownership, of, field)  # type: ignore[arg-type]  # an object of a record
        if owner not in held or len(held) < 2:
            continue
        checked[of] = checked.get(of, 0) + 1
        others = [f"{CALLED[system]} {value!r}" for system, value in held.items() if value != held[owner]]
        if others:
            said = f"{field} of {name}: {CALLED[owner]} has {held[owner]!r}, {', '.join(others)}"
            differing.setdefault(of, []).append(ReconcilingItem(document=name, amount=_ONE, explanation=said))
    for of, count in checked.items():
        items = differing.get(of, [])
        sides = count, count - len(items)
        yield reconciliation(snapshot, f"Master data: {of}", ("owner", "others"), Place(entity, COUNT), sides, items)
    yield from _written(snapshot, entity)


def _written(snapshot: Snapshot, entity: str) -> Iterator[Reconciliation]:
    made = [one for one in snapshot.changes if one.posting_date <= snapshot.as_of]
    foreign = [one for one in made if not one.owned]
    items = [ReconcilingItem(document=one.number, amount=_ONE, explanation=_told(one)) for one in foreign]
    if made:
        sides = len(made), len(made) - len(foreign)
        yield reconciliation(
            snapshot, "Master data written", ("writes", "by owner"), Place(entity, COUNT), sides, items
        )


def _told(change: MasterChange) -> str:
    whose = change.name if change.of in ("customer", change.field) else f"{change.of} {change.name}"
    return f"{CALLED[change.system]} wrote {change.field} of {whose}, which it does not own"
