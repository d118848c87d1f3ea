"""Usage from meter to invoice: what was received is what is rated, and what is rated is billed or not billed yet.

Rated here anew, from the readings, by the rule of each charge; billing's own word for it is the quantity on its documents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import chain

from engine.model.calendar import ServicePeriod
from engine.model.catalog import Charge, Quantity
from engine.model.close import Cell, Reconciliation, ReportSection, ReportTable
from engine.model.usage import Usage
from reports.close.counted import rated
from reports.close.lists import named
from reports.systems.snapshot import Snapshot
from reports.tie_outs.month import Month

TITLE = "Usage control"
COLUMNS = "contract|customer|charge|readings|received|rated|billed|unbilled|held|free or drawn|difference|documents"
ALL = "all contracts"


@dataclass(slots=True)
class Billed:
    """What documents bill of a meter for a billing period: how much, the day of the last of them, and all of them."""

    quantity: Quantity = 0
    last: date = date.min
    frees: bool = False
    documents: list[str] = field(default_factory=list)


Windows = Mapping[ServicePeriod, Billed]


@dataclass(slots=True)
class Control:
    """A meter's quantities up to the end of the month. `free`: what costs nothing, by a discount in units or because it draws on
    what is prepaid. `documents`: those behind a difference."""

    readings: int = 0
    received: Quantity = 0
    rated: Quantity = 0
    billed: Quantity = 0
    unbilled: Quantity = 0
    held: Quantity = 0
    free: Quantity = 0
    documents: list[str] = field(default_factory=list)

    @property
    def difference(self) -> Quantity:
        """What is rated and neither billed, nor waiting, nor held, nor free."""
        return self.rated - self.billed - self.unbilled - self.held - self.free

    def in_queue(self) -> Control:
        """The same of a contract that the bill run holds: whatever is not billed is held."""
        return replace(self, held=self.rated - self.billed, unbilled=0, free=0, documents=[])


def usage_control(month: Month) -> ReportSection:
    """Contract by contract and meter by meter, and where several contracts share a charge, all of them (handbook, section 5.12)."""
    found = dict(_controls(month))
    customers = {one.number: one.customer for one in month.snapshot.billing.contracts}
    rows = [_cells(contract, customers[contract], charge, control) for (contract, charge), control in found.items()]
    sums = defaultdict[str, list[Control]](list)
    for (_, charge), control in found.items():
        sums[charge].append(control)
    rows += [_cells(ALL, None, charge, _added(those)) for charge, those in sums.items() if len(those) > 1]
    table = ReportTable(columns=tuple(COLUMNS.split("|")), rows=tuple(rows)) if rows else None
    return ReportSection(title=TITLE, table=table)


def _controls(month: Month) -> Iterator[tuple[tuple[str, str], Control]]:
    seen, due = month.snapshot, {item.document for tie in _billed_ties(month) for item in tie.items}
    held = {hold.contract for hold in seen.billing.holds}
    ours = {c.number for c in seen.billing.contracts if (c.entity, c.currency) == (month.entity, month.currency)}
    charges, windows = _charges(seen), _windows(seen)
    draws = {contract for (contract, _), charge in charges.items() if charge.prepaid}
    for (contract, line), readings in _received(seen).items():
        if contract in ours and (charge := charges.get((contract, line))):
            product = readings[0].product
            name = product if charge.name == product else f"{product}, {charge.name}"
            own = windows.get((contract, line), {})
            for billed in own.values():
                # What is left after drawing on what is prepaid is billed as an amount, and no longer in units.
                billed.frees = billed.frees or contract in draws
            control = _control(charge, readings, own, contract not in due)
            yield (contract, name), control.in_queue() if contract in held else control


def _billed_ties(month: Month) -> Sequence[Reconciliation]:
    return named(month.ties, "Contracted value billed")


def _received(seen: Snapshot) -> Mapping[tuple[str, str], list[Usage]]:
    """By contract and line, the readings taken by then that hold: without those that another corrects; by day of use."""
    taken = [one for one in seen.billing.usage if max(one.event_date, one.effective_date) <= seen.as_of]
    corrected, found = {one.replaces for one in taken}, defaultdict[tuple[str, str], list[Usage]](list)
    for one in sorted(taken, key=lambda one: (one.effective_date, one.number)):
        if one.number not in corrected:
            found[one.contract, one.line].append(one)
    return found


def _charges(seen: Snapshot) -> Mapping[tuple[str, str], Charge]:
    signed = chain(
        ((one.number, line) for one in seen.billing.contracts for line in one.lines),
        ((one.contract, line) for one in seen.billing.amendments for line in one.lines),
    )
    return {(contract, line.id): line.charge for contract, line in signed}


def _windows(seen: Snapshot) -> Mapping[tuple[str, str], dict[ServicePeriod, Billed]]:
    """By contract and line, what invoices bill less what credit memos take back, billing period by billing period."""
    found: dict[tuple[str, str], dict[ServicePeriod, Billed]] = defaultdict(lambda: defaultdict(Billed))
    for invoice in (part for one in seen.billing.invoices for part in one.by_contract()):
        for line in invoice.lines if invoice.posting_date <= seen.as_of else ():
            before = line.replaces.quantity if line.replaces else 0
            one = found[invoice.contract, line.line][line.billing_period]
            _enter(one, invoice.number, invoice.posting_date, line.quantity - before)
            one.frees = one.frees or any(off.units is not None for off in line.reductions)
    for memo in (part for one in seen.billing.credit_memos for part in one.by_contract()):
        for back in memo.lines if memo.posting_date <= seen.as_of else ():
            after = back.becomes.quantity if back.becomes else 0
            taken = 0 if back.concession else back.quantity - after
            _enter(found[memo.contract, back.line][back.billing_period], memo.number, date.min, -taken)
    return found


def _enter(one: Billed, document: str, day: date, quantity: Quantity) -> None:
    one.quantity += quantity
    one.last = max(one.last, day)
    one.documents.append(document)


def _control(charge: Charge, readings: Sequence[Usage], windows: Windows, settled: bool) -> Control:
    """`settled`: whether nothing is due of the contract that is not billed; what no line bills cost nothing then."""
    found = Control(readings=len(readings), received=sum(one.quantity for one in readings))
    for period, billed in windows.items():
        own = [one for one in readings if one.effective_date in period]
        _of_window(found, charge, period, own, readings, billed)
    rest = [one for one in readings if not any(one.effective_date in period for period in windows)]
    newest = max((period.start for period in windows), default=date.min)
    over = [one for one in rest if one.effective_date < newest]
    quantity = _summed(charge, over)
    found.rated += quantity
    if settled:
        found.free += quantity
    elif over:
        found.documents += [one.number for one in over]
    waiting = _summed(charge, [one for one in rest if one.effective_date >= newest])
    found.rated += waiting
    found.unbilled += waiting
    return found


def _of_window(
    found: Control,
    charge: Charge,
    period: ServicePeriod,
    own: Sequence[Usage],
    readings: Sequence[Usage],
    billed: Billed,
) -> None:
    """A billing period that is billed: what of its readings came after its last invoice waits for the next one."""
    all_of_it = rated(charge, own, readings, period)
    waits: Quantity = 0
    rest = all_of_it - billed.quantity
    if rest:
        in_time = [one for one in own if one.event_date < billed.last]
        waits = all_of_it - rated(charge, in_time, [one for one in readings if one.event_date < billed.last], period)
    off = rest - waits
    found.rated += all_of_it
    found.billed += billed.quantity
    found.unbilled += waits
    found.free += off if billed.frees else 0
    if off and not billed.frees:
        found.documents += [*billed.documents, *(one.number for one in own)]


def _summed(charge: Charge, readings: Sequence[Usage]) -> Quantity:
    """What readings come to whose billing period no document names."""
    if not readings:
        return 0
    days = ServicePeriod(readings[0].effective_date, readings[-1].effective_date)
    return rated(charge, readings, readings, days)


def _added(those: Sequence[Control]) -> Control:
    total = Control()
    for one in those:
        total.readings += one.readings
        total.received += one.received
        total.rated += one.rated
        total.billed += one.billed
        total.unbilled += one.unbilled
        total.held += one.held
        total.free += one.free
        total.documents += one.documents
    return total


def _cells(contract: str, customer: str | None, charge: str, one: Control) -> tuple[Cell, ...]:
    amounts = (one.received, one.rated, one.billed, one.unbilled, one.held, one.free, one.difference)
    documents = ", ".join(dict.fromkeys(one.documents)) or None
    return (contract, customer, charge, one.readings, *map(_shown, amounts), documents)


def _shown(quantity: Quantity) -> int | str:
    """A whole number as one; any other as it is written."""
    exact = Decimal(quantity)
    return int(exact) if exact == exact.to_integral_value() else f"{exact.normalize():f}"
