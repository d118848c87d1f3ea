"""Contract liability and revenue: billing beside the revenue schedules beside the ledger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from engine.model.bearing import REVENUE, Bearing
from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.money import Money
from reports.systems.carried import passed_on
from reports.systems.naming import MANUAL, entry_kind
from reports.systems.snapshot import Snapshot
from reports.tie_outs import held, movements
from reports.tie_outs.control_accounts import CONTROLS
from reports.tie_outs.controls import Control, Items, Ledger, Place, Sums, items, reconcile, reconciliation
from reports.tie_outs.movements import POSITION, Movement

EARNED = frozenset({"revenue", "refund liability"})


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
        self._contract_of = contracts_of(ledger.snapshot)
        self._period = ledger.snapshot.period
        self.posted: dict[Earning, int] = defaultdict(int)
        self.in_ledger: dict[Earning, int] = defaultdict(int)
        self.by_hand: dict[Earning, int] = defaultdict(int)
        self._numbers: dict[str, list[str]] = defaultdict(list)
        for month in ledger.snapshot.erp.revenue:
            if month.refunds or month.period > ledger.snapshot.period:
                continue
            place = Place(month.entity, month.posted.currency, month.customer)
            self.posted[Earning(place, month.contract)] += month.posted.minor
        for memo, net in movements.rebates(ledger.snapshot):
            place = Place(memo.entity, memo.currency, memo.customer)
            self.posted[Earning(place, memo.contract)] -= net.minor if memo.posting_date <= ledger.snapshot.as_of else 0
        self._read_ledger()
        for movement in ledger.by_hand(EARNED):
            place = Place(movement.entity, movement.amount.currency, movement.customer)
            if movement.day <= ledger.snapshot.as_of:
                self.by_hand[Earning(place, movement.document)] -= movement.amount.minor

    def _read_ledger(self) -> None:
        for entry, line in self.ledger.lines(EARNED):
            contract = None if entry_kind(entry) == MANUAL else line.contract
            contract = contract or self._contract_of.get(entry.source, entry.source)
            earning = Earning(Place(entry.entity, entry.currency, self.ledger.bearer(line)), contract)
            if entry_kind(entry) == "revenue":
                self._numbers[contract].append(entry.number)
            if self.ledger.now(entry):
                self.in_ledger[earning] -= line.amount.minor
            elif entry_kind(entry) != MANUAL and self.ledger.snapshot.period_of(entry.posting_date) == self._period:
                # Schedules know months, no days: what was posted later in the month is taken off by the entries' dates.
                self.posted[earning] += line.amount.minor

    def differences(self) -> Iterator[tuple[Earning, ReconcilingItem]]:
        """The contracts whose revenue on schedules is not that of the ledger: schedules less ledger."""
        for earning in sorted({*self.posted, *self.in_ledger, *self.by_hand}):
            scheduled = self.posted.get(earning, 0) + self.by_hand.get(earning, 0)
            found = self.in_ledger.get(earning, 0)
            if scheduled != found:
                currency = earning.place.currency
                sentence = self._sentence(earning, Money(scheduled, currency), Money(found, currency))
                amount = Money(scheduled - found, currency)
                yield earning, ReconcilingItem(document=earning.contract, amount=amount, explanation=sentence)

    def _sentence(self, earning: Earning, scheduled: Money, found: Money) -> str:
        numbers = self._numbers[earning.contract]
        if len(numbers) > len(set(numbers)):
            return f"revenue of {earning.contract} posted twice"
        return f"revenue of {earning.contract}: {scheduled} posted on schedules, {found} in the ledger"

    def movements(self, _: Snapshot) -> Iterator[Movement]:
        """Net billed less revenue posted: what the contract liability should be."""
        snapshot = self.ledger.snapshot
        yield from held.contract_balances(snapshot)
        for (place, contract), minor in self.posted.items():
            yield Movement(contract, place.entity, place.customer, date.min, Money(-minor, place.currency))


def contracts_of(snapshot: Snapshot) -> dict[str, str]:
    """The contract of every invoice, credit memo, prepayment, dispute and resolution."""
    billing = snapshot.billing
    of = {invoice.number: invoice.contract for invoice in billing.invoices}
    of |= {made.number: made.contract for made in billing.takeovers if made.contract}
    of |= {made.number: paid.contract for made in billing.takeovers for paid in made.applications if paid.contract}
    of |= {one.number: one.contract for made in billing.takeovers for one in made.invoices}
    of |= {memo.number: memo.contract for memo in billing.credit_memos}
    of |= {made.number: made.contract for made in snapshot.erp.transfers}
    of |= {paid.number: paid.contract for paid in billing.applications if paid.contract}
    of |= {freed.number: freed.contract for freed in billing.freed}
    disputes = {dispute.number: dispute.invoice for dispute in billing.disputes}
    disputes |= {resolution.number: resolution.invoice for resolution in billing.resolutions}
    return of | {number: of.get(invoice, number) for number, invoice in disputes.items()}


def contract_liability(recognition: Recognition) -> Control:
    """Net billed less revenue posted, beside contract liability less unbilled receivable."""
    return Control(
        title="Contract liability",
        bears=REVENUE | Bearing(stays=True),
        roles=POSITION,
        sign=-1,
        documents=_documents,
        by_customer=True,
        stated=recognition.movements,
        touching=POSITION | EARNED,
    )


def _documents(snapshot: Snapshot) -> Iterator[Movement]:
    """What documents put on the accounts of the position and, where a contract passes on, of what goes along with it."""
    yield from held.contract_balances(snapshot)
    yield from (Movement(*found) for found in passed_on(snapshot))


def revenue_reconciliations(recognition: Recognition) -> Iterator[Reconciliation]:
    """Contract liability by customer, and revenue."""
    ledger = recognition.ledger
    differences = list(recognition.differences())
    by_customer: Items = defaultdict(list)
    for earning, item in differences:
        by_customer[earning.place].append(_negated(item))
    yield from reconcile(ledger, contract_liability(recognition), by_customer)
    yield from _revenue(recognition, [(_whole(earning.place), item) for earning, item in differences])


def _negated(item: ReconcilingItem) -> ReconcilingItem:
    return ReconcilingItem(document=item.document, amount=-item.amount, explanation=item.explanation)


def _whole(place: Place) -> Place:
    return Place(place.entity, place.currency)


def _revenue(
    recognition: Recognition, differences: Iterable[tuple[Place, ReconcilingItem]]
) -> Iterator[Reconciliation]:
    ledger = recognition.ledger
    found: Items = defaultdict(list)
    left: Sums = defaultdict(int)
    right: Sums = defaultdict(int)
    for (place, _), minor in recognition.posted.items():
        left[_whole(place)] += minor
    for movement in ledger.by_hand(["revenue"]):
        if movement.day <= ledger.snapshot.as_of:
            left[Place(movement.entity, movement.amount.currency)] -= movement.amount.minor
    passed = {made.number for made in ledger.snapshot.erp.transfers}
    for movement in movements.refund_liability(ledger.snapshot):
        if movement.day <= ledger.snapshot.as_of and movement.document not in passed:
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
