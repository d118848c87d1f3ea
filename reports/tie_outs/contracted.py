"""Contract by contract: what is due beside what is billed, and what is to be recognized beside what is promised."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from engine.model.bearing import of
from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.considerations import NoncashReceived
from engine.model.costs import Financed, PaidOut
from engine.model.invoices import CreditMemo, CreditMemoLine, Invoice
from engine.model.money import Money
from engine.model.revenue import PriceEstimate, RevenueFact
from reports.systems.naming import entry_kind
from reports.systems.snapshot import Snapshot
from reports.systems.views import BillingView, LedgerView
from reports.tie_outs.awaited import still_awaited
from reports.tie_outs.controls import Items, Ledger, Place, reconciliation
from reports.tie_outs.left_unpaid import losses, losses_posted
from reports.tie_outs.movements import POSITION
from reports.tie_outs.staged import within

Amounts = dict[tuple[str, str], int]
# What no contract promises: it is billed and recognized, but never due by its terms.
BESIDE = ("late fee", "debit memo")


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Two amounts for each contract and currency, in the smallest unit.

    `leeway`: by contract, how far the two may lie apart and still agree (None: as far as they like).
    """

    title: str
    left: str
    right: str
    lefts: Amounts
    rights: Amounts
    leeway: Mapping[str, int | None]


def contract_reconciliations(ledger: Ledger) -> Iterator[Reconciliation]:
    """Contracted value billed; contract value on schedules; schedules posted."""
    snapshot = ledger.snapshot
    yield from _reconciled(ledger, _billed(snapshot))
    yield from _reconciled(ledger, _promised(snapshot))
    schedules = _schedules(snapshot)
    yield from within("recognize", _reconciled(ledger, schedules), of("wrong method")) if schedules else ()
    lost = _lost(snapshot)
    lost_ones = within("recognize", _reconciled(ledger, lost), of("wrong method"))
    yield from lost_ones if schedules and lost.lefts | lost.rights else ()


def _billed(snapshot: Snapshot) -> Comparison:
    """Billed = due. An amendment that is not in effect yet is due, but billed only from its first day."""
    billing = snapshot.billing
    invoices = [invoice for invoice in billing.invoices if invoice.posting_date <= snapshot.as_of]
    memos = [memo for memo in billing.credit_memos if memo.posting_date <= snapshot.as_of]
    billed = _sums((i.contract, i.net) for whole in invoices if whole.cause not in BESIDE for i in whole.by_contract())
    for made in billing.takeovers:
        billed[made.contract or "", made.currency] += made.billed.minor
    for memo in (part for whole in memos for part in whole.by_contract()):
        for credited in memo.lines:
            billed[memo.contract, memo.currency] -= (
                0 if credited.concession else credited.net.minor + _forgone(credited)
            )
    return Comparison(
        title="Contracted value billed",
        left="due",
        right="billed",
        lefts=_sums(billing.due.items()),
        rights=billed,
        leeway={**_rounding(snapshot, invoices, memos), **_pending(snapshot), **_held(snapshot)},
    )


def _forgone(line: CreditMemoLine) -> int:
    """What was due no more, and not credited because a concession had given it back before."""
    return line.forgone.minor if line.forgone else 0


def _held(snapshot: Snapshot) -> dict[str, int | None]:
    """A contract in the exceptions queue is due and not billed; the close report says how much waits there."""
    return {hold.contract: None for hold in snapshot.billing.holds}


def _pending(snapshot: Snapshot) -> dict[str, int | None]:
    amendments = snapshot.billing.amendments
    return {a.contract: None for a in amendments if max(a.event_date, a.effective_date) > snapshot.as_of}


def _rounding(snapshot: Snapshot, invoices: Iterable[Invoice], memos: Iterable[CreditMemo]) -> Counter[str]:
    """How far rounding each line can move a contract: half a unit for each line where several share a billing period,
    or a whole one where everything is rounded up or down."""
    parts = 1 if snapshot.rounding in ("up", "down") else 2
    lines: Counter[tuple[str, str, object]] = Counter()
    for whole in chain[Invoice | CreditMemo](invoices, memos):
        for document, line in ((part, line) for part in whole.by_contract() for line in part.lines):
            if not getattr(line, "concession", False):
                lines[document.contract, line.line, line.billing_period] += 1
    allowed = _leveled(snapshot, invoices)
    for (contract, _, _), count in lines.items():
        allowed[contract] += (count + 1) // parts if count > 1 else 0
    return allowed


def _leveled(snapshot: Snapshot, invoices: Iterable[Invoice]) -> Counter[str]:
    """Where an invoice for several contracts is rounded as a whole, the cent that decides may be another contract's; and where a
    contract has two invoices of one day, another invoice's: less than one unit for each line."""
    if snapshot.stage not in ("per document", "per tax code per document"):
        return Counter()
    parts = [(invoice, part) for invoice in invoices for part in invoice.by_contract()]
    days = Counter((part.contract, part.event_date) for _, part in parts)
    shared = (part for whole, part in parts if part.lines != whole.lines or days[part.contract, part.event_date] > 1)
    return Counter(part.contract for part in shared for _ in part.lines)


def _rounding_to_come(billing: BillingView) -> Counter[str]:
    """The same for what an amendment will yet split: each charge of the billing period in which it takes effect."""
    charges = Counter({contract.number: len(contract.lines) for contract in billing.contracts})
    charges.update({amendment.contract: len(amendment.lines) for amendment in billing.amendments})
    amended = Counter(amendment.contract for amendment in billing.amendments)
    return Counter({contract: count * charges[contract] for contract, count in amended.items()})


def _promised(snapshot: Snapshot) -> Comparison:
    """Payable over the whole term, less concessions = recognized in all (606-10-32-28: the whole price is allocated).

    Billing says what is payable today, so what was changed after the day counts as it stood on schedules then.
    """
    billing, rescheduled = snapshot.billing, snapshot.erp.rescheduled
    value = _sums(billing.whole.items())
    for fee in (part for i in billing.invoices if i.cause in BESIDE for part in i.by_contract()):
        value[fee.contract, fee.currency] += fee.net.minor
    for memo in (part for whole in billing.credit_memos for part in whole.by_contract()):
        for line in memo.lines:
            given = line.net.minor if line.concession and memo.reason != "rebate" else -_forgone(line)
            value[memo.contract, memo.currency] -= given
    for contract, estimated in chain(
        _estimated(snapshot.erp), still_awaited(snapshot), _borne(snapshot.erp), losses(snapshot.erp)
    ):
        value[contract, estimated.currency] += estimated.minor
    rounding = _rounding(snapshot, billing.invoices, billing.credit_memos) + _rounding_to_come(billing)
    comparison = Comparison(
        title="Contract value on schedules",
        left="billing",
        right="schedules",
        lefts=value,
        rights=_sums(_scheduled(snapshot.erp)),
        leeway={**rounding, **dict.fromkeys(rescheduled)},
    )
    return as_one(comparison, leads_of(snapshot.erp.facts))


def as_one(comparison: Comparison, leads: Mapping[str, str]) -> Comparison:
    """Contracts that finance combines share one price (606-10-25-9), so they are compared as one, each with its leeway."""
    leeway: dict[str, int | None] = {}
    for contract, most in comparison.leeway.items():
        lead = leads.get(contract, contract)
        known = leeway.get(lead, 0)
        leeway[lead] = None if most is None or known is None else known + most
    return replace(
        comparison,
        lefts=_by_lead(comparison.lefts, leads),
        rights=_by_lead(comparison.rights, leads),
        leeway=leeway,
    )


def _by_lead(amounts: Amounts, leads: Mapping[str, str]) -> Amounts:
    sums: Amounts = defaultdict(int)
    for (contract, currency), minor in amounts.items():
        sums[leads.get(contract, contract), currency] += minor
    return sums


def leads_of(facts: Iterable[RevenueFact]) -> dict[str, str]:
    """The contracts that are combined, each with the one they are accounted for with."""
    last = {fact.joins: fact.combined_with for fact in facts if fact.joins}
    return {contract: lead for contract, lead in last.items() if contract and lead}


def _estimated(erp: LedgerView) -> Iterator[tuple[str, Money]]:
    """What finance includes in prices beside what is billed: of each name the newest estimate."""
    found: dict[tuple[str, str], Money] = {}
    for recorded in sorted(erp.facts, key=lambda fact: fact.effective_date):
        fact = recorded.fact
        if isinstance(fact, NoncashReceived):
            found[recorded.contract, recorded.number] = fact.amount
        elif isinstance(fact, PriceEstimate | Financed | PaidOut) and recorded.included is not None:
            found[recorded.contract, fact.name] = recorded.included
    yield from ((contract, amount) for (contract, _), amount in found.items())


def _borne(erp: LedgerView) -> Iterator[tuple[str, Money]]:
    """Taxes on sales that are part of the price, as they were posted."""
    positions = {account.name for account in erp.accounts if account.role in POSITION}
    for entry in erp.journal:
        for line in entry.lines if entry_kind(entry) == "tax borne" else ():
            if line.account not in positions and line.contract:
                yield line.contract, line.amount


def _lost(snapshot: Snapshot) -> Comparison:
    """What contracts left unpaid = what was posted as its loss, whatever account it stood on."""
    return Comparison(
        title="Lost with contracts",
        left="left unpaid",
        right="posted",
        lefts=_sums(losses(snapshot.erp)),
        rights=_sums(losses_posted(snapshot.erp)),
        leeway=_pending(snapshot),
    )


def _scheduled(erp: LedgerView) -> Iterator[tuple[str, Money]]:
    """What the months hold, and what waits for a delivery and so belongs to none yet; with what of it goes to suppliers."""
    newest = {schedule.obligation: schedule for schedule in erp.schedules if schedule.counts_in == "revenue"}
    yield from ((schedule.contract, schedule.undelivered) for schedule in newest.values())
    yield from ((month.contract, month.scheduled) for month in erp.revenue if not (month.refunds or month.passed_on))


def _schedules(snapshot: Snapshot) -> Comparison | None:
    """Scheduled up to the end of an open month = posted.

    Only on a month's last day and before its close: in between, a catch-up waits for the end of the open month.
    """
    closed = any(close.period >= snapshot.period for close in snapshot.erp.closes)
    if closed or snapshot.as_of != snapshot.period.end:
        return None
    months = [month for month in snapshot.erp.revenue if month.period <= snapshot.period]
    before = [(one.contract, one.recognized) for one in snapshot.billing.takeovers if one.contract]
    return Comparison(
        title="Schedules posted",
        left="scheduled",
        right="posted",
        lefts=_sums((month.contract, month.scheduled) for month in months),
        rights=_sums([*((m.contract, m.posted) for m in months), *before]),
        leeway={},
    )


def _sums(amounts: Iterable[tuple[str, Money]]) -> Amounts:
    sums: Amounts = defaultdict(int)
    for contract, amount in amounts:
        sums[contract, amount.currency] += amount.minor
    return sums


def _reconciled(ledger: Ledger, comparison: Comparison) -> Iterator[Reconciliation]:
    """By entity and currency. A difference within the leeway counts as agreed, and is not shown."""
    entities = {contract.number: contract.entity for contract in ledger.snapshot.billing.contracts}
    taken = _Taken(ledger)
    lefts, rights = defaultdict[Place, int](int), defaultdict[Place, int](int)
    found: Items = defaultdict(list)
    for contract, currency in sorted({*comparison.lefts, *comparison.rights}):
        place = Place(entities.get(contract, ""), currency)
        left = comparison.lefts.get((contract, currency), 0)
        right = comparison.rights.get((contract, currency), 0)
        most = comparison.leeway.get(contract, 0)
        agreed = most is None or abs(left - right) <= most
        lefts[place] += right if agreed else left
        rights[place] += right
        if not agreed:
            one, other = Money(left, currency), Money(right, currency)
            told = taken.sentence(contract) or f"{contract}: {one} {comparison.left}, {other} {comparison.right}"
            found[place].append(ReconcilingItem(document=contract, amount=one - other, explanation=told))
    sides = comparison.left, comparison.right
    for place in sorted(lefts):
        amounts = lefts[place], rights[place]
        yield reconciliation(ledger.snapshot, comparison.title, sides, place, amounts, found[place])


class _Taken:
    """Which contracts, amendments and readings the ERP never took, as far as the stack can tell."""

    def __init__(self, ledger: Ledger) -> None:
        self._reasons = ledger.reasons
        self._amendments = _amendments(ledger.snapshot.billing)

    def sentence(self, contract: str) -> str | None:
        """What of that contract is not in the ledger, and why."""
        for number in (contract, *self._amendments[contract]):
            document = self._reasons.documents["billing"].get(number)
            if document and self._reasons.astray(number, "erp"):
                return f"{self._reasons.called(document)} not in the ledger{self._reasons.why_missing(number, 'erp')}"
        return None


def _amendments(billing: BillingView) -> dict[str, list[str]]:
    amendments: dict[str, list[str]] = defaultdict(list)
    for amendment in billing.amendments:
        amendments[amendment.contract].append(amendment.number)
    for usage in billing.usage:
        amendments[usage.contract].append(usage.number)
    return amendments
