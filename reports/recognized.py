"""Contract liability, revenue and schedules: billing beside the revenue subledger beside the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import chain
from typing import NamedTuple

from engine.model.close import ReconcilingItem, Reconciliation
from engine.model.money import Money
from engine.model.revenue import RevenueMonth
from reports import movements
from reports.controls import CONTROLS, Control, Items, Ledger, Place, Sums, items, reconcile, reconciliation
from reports.movements import Movement
from reports.naming import entry_kind
from reports.snapshot import Snapshot

EARNED = frozenset({"revenue", "refund liability"})
POSITION = frozenset({"contract liability", "unbilled receivable"})


class Earning(NamedTuple):
    """Whose contract: revenue is matched contract by contract."""

    place: Place
    contract: str


class Recognition:
    """Revenue as the schedules have it posted by the end of the day, beside the ledger's, contract by contract.

    An amount reserved for a dispute leaves the revenue accounts but not the schedule: both accounts together are compared.
    """

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self._contract_of = _contracts(ledger.snapshot)
        self.posted: dict[Earning, int] = defaultdict(int)
        self.in_ledger: dict[Earning, int] = defaultdict(int)
        entities = {contract.number: contract.entity for contract in ledger.snapshot.billing.contracts}
        entities |= {schedule.contract: schedule.entity for schedule in ledger.snapshot.erp.schedules}
        for month in ledger.snapshot.erp.revenue:
            place = Place(entities.get(month.contract, ""), month.posted.currency, month.customer)
            self.posted[Earning(place, month.contract)] += month.posted.minor
        self._read_ledger()

    def _read_ledger(self) -> None:
        for entry, line in self.ledger.lines(EARNED):
            contract = line.contract or self._contract_of.get(entry.source, entry.source)
            earning = Earning(Place(entry.entity, entry.currency, line.customer), contract)
            if self.ledger.now(entry):
                self.in_ledger[earning] -= line.amount.minor
            else:
                # The schedules know no day of posting: what was posted after the day is taken off by the entries' dates.
                self.posted[earning] += line.amount.minor

    def differences(self) -> Iterator[tuple[Earning, ReconcilingItem]]:
        """The contracts whose revenue on schedules is not that of the ledger: schedules less ledger."""
        for earning in sorted({*self.posted, *self.in_ledger}):
            scheduled, found = self.posted.get(earning, 0), self.in_ledger.get(earning, 0)
            if scheduled != found:
                currency = earning.place.currency
                sentence = self._sentence(earning, Money(scheduled, currency), Money(found, currency))
                amount = Money(scheduled - found, currency)
                yield earning, ReconcilingItem(document=earning.contract, amount=amount, explanation=sentence)

    def _sentence(self, earning: Earning, scheduled: Money, found: Money) -> str:
        entries = [entry for entry, line in self.ledger.lines(["revenue"]) if line.contract == earning.contract]
        numbers = [entry.number for entry in entries if entry_kind(entry) == "revenue"]
        if len(numbers) > len(set(numbers)):
            return f"revenue of {earning.contract} posted twice"
        return f"revenue of {earning.contract}: {scheduled} posted on schedules, {found} in the ledger"

    def movements(self, _: Snapshot) -> Iterator[Movement]:
        """Net billed less revenue posted: what the contract liability should be."""
        snapshot = self.ledger.snapshot
        yield from movements.net_billed(snapshot)
        for (place, contract), minor in self.posted.items():
            yield Movement(contract, place.entity, place.customer, date.min, Money(-minor, place.currency))


def _contracts(snapshot: Snapshot) -> dict[str, str]:
    billing = snapshot.billing
    of = {document.number: document.contract for document in chain(billing.invoices, billing.credit_memos)}
    disputed = chain(billing.disputes, billing.resolutions)
    return of | {document.number: of.get(document.invoice, document.number) for document in disputed}


def contract_liability(recognition: Recognition) -> Control:
    """Net billed less revenue posted, beside contract liability less unbilled receivable."""
    return Control(
        title="Contract liability",
        roles=POSITION,
        sign=-1,
        documents=movements.net_billed,
        by_customer=True,
        stated=recognition.movements,
        touching=POSITION | EARNED,
    )


def revenue_reconciliations(recognition: Recognition) -> Iterator[Reconciliation]:
    """Contract liability by customer; revenue; schedules against postings; contract value against schedules."""
    ledger = recognition.ledger
    differences = list(recognition.differences())
    by_customer: Items = defaultdict(list)
    for earning, item in differences:
        by_customer[earning.place].append(_negated(item))
    yield from reconcile(ledger, contract_liability(recognition), by_customer)
    yield from _revenue(recognition, [(_whole(earning.place), item) for earning, item in differences])
    yield from _schedules(ledger)
    yield from _contract_value(ledger)


def _negated(item: ReconcilingItem) -> ReconcilingItem:
    return ReconcilingItem(document=item.document, amount=-item.amount, explanation=item.explanation)


def _whole(place: Place) -> Place:
    return Place(place.entity, place.currency)


def _revenue(recognition: Recognition, differences: Iterable[tuple[Place, ReconcilingItem]]) -> Iterator[Reconciliation]:
    ledger, found = recognition.ledger, defaultdict(list)
    left: Sums = defaultdict(int)
    right: Sums = defaultdict(int)
    for (place, _), minor in recognition.posted.items():
        left[_whole(place)] += minor
    for movement in movements.open_reserves(ledger.snapshot):
        if movement.day <= ledger.snapshot.as_of:
            left[Place(movement.entity, movement.amount.currency)] -= movement.amount.minor
    for entry, line in ledger.lines(["revenue"]):
        if ledger.now(entry):
            right[Place(entry.entity, entry.currency)] -= line.amount.minor
    reserves = next(control for control in CONTROLS if "refund liability" in control.roles)
    for place, reserved in items(ledger, reserves).items():
        found[_whole(place)] += [_negated(item) for item in reserved]
    for place, item in differences:
        found[place].append(item)
    for place in sorted({*left, *right}):
        amounts = left.get(place, 0), right.get(place, 0)
        yield reconciliation(ledger.snapshot, "Revenue", ("schedules", "ledger"), place, amounts, found[place])


def _schedules(ledger: Ledger) -> Iterator[Reconciliation]:
    """Revenue scheduled up to the end of an open month = posted.

    Only on a month's last day and before its close: in between, a catch-up waits for the end of the open month.
    A contract whose schedule was changed after that day is left out for the same reason.
    """
    snapshot = ledger.snapshot
    closed = any(close.period >= snapshot.period for close in snapshot.erp.closes)
    if closed or snapshot.as_of != snapshot.period.end:
        return
    later = {schedule.contract for schedule in snapshot.erp.schedules if schedule.posting_date > snapshot.as_of}
    months = [m for m in snapshot.erp.revenue if m.period <= snapshot.period and m.contract not in later]
    yield from _by_contract(
        ledger,
        "Revenue schedules",
        ("scheduled", "posted"),
        {month.contract: month.customer for month in months},
        _sums((month.contract, month.scheduled) for month in months),
        _sums((month.contract, month.posted) for month in months),
    )


def _contract_value(ledger: Ledger) -> Iterator[Reconciliation]:
    """What a contract makes payable over its whole term, less concessions = what its schedules recognize in all."""
    billing, months = ledger.snapshot.billing, ledger.snapshot.erp.revenue
    value = _sums(billing.whole.items())
    for memo in billing.credit_memos:
        for line in memo.lines:
            if line.concession:
                value[memo.contract, memo.currency] -= line.net.minor
    yield from _by_contract(
        ledger,
        "Contract value",
        ("billing", "schedules"),
        _customers(billing.contracts, months),
        value,
        _sums((month.contract, month.scheduled) for month in months),
    )


def _customers(contracts: Iterable[object], months: Iterable[RevenueMonth]) -> dict[str, str]:
    of = {month.contract: month.customer for month in months}
    return of | {contract.number: contract.customer for contract in contracts}  # type: ignore[attr-defined]


def _sums(amounts: Iterable[tuple[str, Money]]) -> dict[tuple[str, str], int]:
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for contract, amount in amounts:
        sums[contract, amount.currency] += amount.minor
    return sums


def _by_contract(
    ledger: Ledger,
    title: str,
    sides: tuple[str, str],
    customers: dict[str, str],
    left: dict[tuple[str, str], int],
    right: dict[tuple[str, str], int],
) -> Iterator[Reconciliation]:
    entities = {contract.number: contract.entity for contract in ledger.snapshot.billing.contracts}
    amounts: dict[Place, list[int]] = defaultdict(lambda: [0, 0])
    found: Items = defaultdict(list)
    for contract, currency in sorted({*left, *right}):
        place = Place(entities.get(contract, ""), currency)
        one, other = left.get((contract, currency), 0), right.get((contract, currency), 0)
        amounts[place][0] += one
        amounts[place][1] += other
        if one != other:
            sentence = _untaken(ledger, contract, customers.get(contract, "")) or (
                f"{contract}: {Money(one, currency)} {sides[0]}, {Money(other, currency)} {sides[1]}"
            )
            found[place].append(
                ReconcilingItem(document=contract, amount=Money(one - other, currency), explanation=sentence)
            )
    for place, (one, other) in sorted(amounts.items()):
        yield reconciliation(ledger.snapshot, title, sides, place, (one, other), found[place])


def _untaken(ledger: Ledger, contract: str, customer: str) -> str | None:
    """A contract or amendment that the ERP never took, if the stack can tell."""
    reasons = ledger.reasons
    amendments = [a.number for a in ledger.snapshot.billing.amendments if a.contract == contract]
    for number in (contract, *amendments):
        if reasons.astray(number, "erp"):
            name = reasons.called(reasons.documents["billing"][number])
            return f"{name} not in the ledger{reasons.why_missing(number, 'erp')}"
    return None
