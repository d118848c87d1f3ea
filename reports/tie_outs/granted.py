"""Whether what somebody once allowed is still allowed: contracts that were won under an exception, and when that ended."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.model.calendar import long_date
from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.contracts import Contract
from engine.model.masters import GrantedException
from engine.model.money import COUNT, Money
from engine.model.orders import Cancel, ExtendTerm, Order, Renew
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Place, reconciliation

TITLE = "Exceptions contracts stand on"
_ONE = Money(1, COUNT)


@dataclass(frozen=True, kw_only=True)
class StandsOn:
    """A running contract, an exception without which it would not have been won, and the last day of the newest such."""

    contract: Contract
    granted: GrantedException
    until: date

    def expired(self, on: date) -> bool:
        """Whether nobody allows it any more on that day."""
        return on > self.until

    @property
    def sentence(self) -> str:
        """What a controller is told of one that has expired."""
        allowed = f"the exception for {self.granted.field} that the {self.granted.role} allowed"
        return f"contract {self.contract.number} stands on {allowed}; it ended on {long_date(self.until)}"


def stands_on(snapshot: Snapshot) -> Iterator[StandsOn]:
    """Every running contract with each exception it stands on; an exception that is allowed anew goes on."""
    granted = {one.number: one for one in snapshot.crm.exceptions if one.posting_date <= snapshot.as_of}
    won = {_contract(order): order.excepted for order in snapshot.crm.orders if order.excepted}
    for contract in snapshot.billing.contracts:
        for number in won.get(contract.number, ()) if _runs(snapshot, contract) else ():
            first = granted[number]
            same = (first.subject, first.field)
            until = max(one.until for one in granted.values() if (one.subject, one.field) == same)
            yield StandsOn(contract=contract, granted=first, until=until)


def exceptions_stand(snapshot: Snapshot) -> Iterator[Reconciliation]:
    """Exceptions under which running contracts were won = those that somebody still allows."""
    by_entity: dict[str, list[StandsOn]] = {}
    for one in stands_on(snapshot):
        by_entity.setdefault(one.contract.entity, []).append(one)
    for entity, own in by_entity.items():
        over = [one for one in own if one.expired(snapshot.as_of)]
        items = [ReconcilingItem(document=one.contract.number, amount=_ONE, explanation=one.sentence) for one in over]
        sides = len(own), len(own) - len(over)
        yield reconciliation(snapshot, TITLE, ("won under", "still allowed"), Place(entity, COUNT), sides, items)


def _contract(order: Order) -> str:
    return f"C-{order.number.removeprefix('O-')}"


def _runs(snapshot: Snapshot, contract: Contract) -> bool:
    """Whether the contract is signed and not over: canceled, or past a term that nothing prolonged."""
    amendments = [one for one in snapshot.billing.amendments if one.contract == contract.number]
    changes = [(one.effective_date, change) for one in amendments for change in one.changes]
    canceled = any(isinstance(change, Cancel) and day <= snapshot.as_of for day, change in changes)
    longer = any(isinstance(change, Renew | ExtendTerm) for _, change in changes)
    return contract.event_date <= snapshot.as_of and not canceled and (longer or snapshot.as_of <= contract.end)
