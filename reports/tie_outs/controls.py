"""The control accounts: what the documents add up to, beside what stands in the ledger, explained document by document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from engine.model.bearing import REVENUE, Bearing
from engine.model.close import ProcessStage, Reconciliation, ReconcilingItem
from engine.model.events import System
from engine.model.journal import JournalEntry, JournalLine
from engine.model.money import Money
from reports.systems.carried import signers
from reports.systems.snapshot import Snapshot
from reports.tie_outs.manual import counts, written
from reports.tie_outs.movements import Movement
from reports.tie_outs.reasons import Mismatch, Posting, Reasons


class Place(NamedTuple):
    """Whose books, in which currency, for which customer ("": all)."""

    entity: str
    currency: str
    customer: str = ""


Sums = dict[Place, int]
Items = dict[Place, list[ReconcilingItem]]
Documents = Callable[[Snapshot], Iterable[Movement]]
Keep = Callable[[JournalEntry, JournalLine], bool]


@dataclass(frozen=True, kw_only=True)
class Control:
    """Two sides that must agree. `sign`: 1 where debits count up, -1 where credits do.

    `stated`: the amount as the system itself states it, if it does not simply follow from its documents.
    `keep`: which lines count, where the tax code decides and not the account alone.
    `stage`: where in the process a difference shows.
    `touching`: the accounts on which a document's entry is looked for, if they are more than the accounts compared.
    """

    title: str
    roles: frozenset[str]
    sign: int
    documents: Documents
    system: System = "billing"
    by_customer: bool = False
    stated: Documents | None = None
    touching: frozenset[str] | None = None
    keep: Keep | None = None
    stage: ProcessStage = "close"
    bears: Bearing = REVENUE

    @property
    def by_hand(self) -> frozenset[str]:
        """The accounts on which manual journals count; where the tax code decides, they name none and stay out."""
        return frozenset() if self.keep else self.roles


def control(title: str, role: str, sign: int, documents: Documents, **more: object) -> Control:
    """A control on the accounts of one role; `more` are fields of Control."""
    # `more` are fields of Control, by the callers below.
    return Control(title=title, roles=frozenset({role}), sign=sign, documents=documents, **more)  # type: ignore[arg-type]


class Ledger:
    """The journal by what its accounts stand for, and by the documents its entries come from."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.snapshot = snapshot
        self.roles = {account.name: account.role for account in snapshot.erp.accounts}
        self.reasons = Reasons(snapshot)
        self._lines: dict[str, list[tuple[JournalEntry, JournalLine]]] = defaultdict(list)
        for entry in snapshot.erp.journal:
            for line in entry.lines:
                self._lines[self.roles.get(line.account, "")].append((entry, line))
        self.manual = written(snapshot)
        self.found: dict[str, Items] = {}
        self._about, self._signed = _about(snapshot), signers(snapshot)
        self._sources: dict[str, list[str]] = defaultdict(list)
        for source, document in self._about.items():
            self._sources[document].append(source)

    def lines(self, roles: Iterable[str]) -> Iterator[tuple[JournalEntry, JournalLine]]:
        """The journal lines on accounts of those roles, entries after the day included."""
        for role in sorted(roles):
            yield from self._lines[role]

    def now(self, entry: JournalEntry) -> bool:
        """Whether the entry is posted by the end of the day."""
        return entry.posting_date <= self.snapshot.as_of

    def balances(self, control: Control) -> Sums:
        """What stands on the control's accounts, as the ledger states it (or by its lines, where only some count)."""
        sums: Sums = defaultdict(int)
        if control.keep:
            for entry, line in self.lines(control.roles):
                if self.now(entry) and control.keep(entry, line):
                    sums[_place(control, entry.entity, entry.currency, line.customer)] += (
                        control.sign * line.amount.minor
                    )
            return sums
        for balance in self.snapshot.erp.balances:
            if self.roles.get(balance.account) in control.roles:
                place = _place(control, balance.entity, balance.currency, balance.customer or "")
                sums[place] += control.sign * balance.amount.minor
        return sums

    def postings(self, control: Control) -> dict[str, dict[tuple[int, Place], Posting]]:
        """What entries put on the control's accounts, by the document they are about; one posting per entry and place."""
        found: dict[str, dict[tuple[int, Place], Posting]] = defaultdict(dict)
        aliased = control.system == "payments" or "refund liability" in control.roles
        for entry, line in self.lines(control.touching or control.roles):
            if control.keep and not control.keep(entry, line):
                continue
            whose = self.bearer(line) if control.touching else line.customer
            place = _place(control, entry.entity, entry.currency, whose)
            document = self._about.get(entry.source, entry.source) if aliased else entry.source
            amount = Money(control.sign * line.amount.minor, entry.currency)
            before = found[document].get((id(entry), place))
            found[document][id(entry), place] = Posting(
                entry, place.customer, before.amount + amount if before else amount
            )
        return found

    def bearer(self, line: JournalLine) -> str:
        """Whose revenue a line is about: what is reserved of a parent's invoice stands against its children's."""
        reserved = self.roles.get(line.account) == "refund liability"
        return self._signed.get(line.contract or "", line.customer) if reserved else line.customer

    def by_hand(self, roles: Iterable[str], *, sign: int = 1) -> Iterator[Movement]:
        """What approved manual journals put on accounts of those roles, where that is as good as a document."""
        wanted = frozenset(roles)
        for _, journal, line, movement in self.manual:
            role = self.roles.get(line.account, "")
            if role in wanted and counts(role, journal):
                yield replace(movement, amount=movement.amount if sign > 0 else -movement.amount)

    def sources(self, document: str) -> Sequence[str]:
        """The documents whose entries tell about that one: a payment's applications, say."""
        return [document, *self._sources.get(document, ())]


def _about(snapshot: Snapshot) -> dict[str, str]:
    """Entries of an application, recovery, chargeback, return or reversal are about the payment; those that end a dispute
    are about the dispute."""
    billing = snapshot.billing
    about = {application.number: application.payment for application in billing.applications}
    about |= {recovery.number: recovery.payment for recovery in billing.recoveries}
    about |= {undone.number: undone.payment for undone in billing.reversals}
    gateway = snapshot.payments
    about |= {made.number: made.payment for made in gateway.chargebacks}
    about |= {end.number: end.payment for end in gateway.chargeback_outcomes}
    about |= {back.number: back.payment for back in gateway.returns}
    for resolution in billing.resolutions:
        about[resolution.number] = resolution.dispute
        if resolution.credit_memo:
            about[resolution.credit_memo] = resolution.dispute
    return about


def _place(control: Control, entity: str, currency: str, customer: str) -> Place:
    return Place(entity, currency, customer if control.by_customer else "")


def stated(ledger: Ledger, control: Control) -> Sums:
    """What the other side adds up to by the end of the day."""
    sums: Sums = defaultdict(int)
    documents = (control.stated or control.documents)(ledger.snapshot)
    for movement in chain(documents, ledger.by_hand(control.by_hand, sign=control.sign)):
        if movement.day <= ledger.snapshot.as_of:
            sums[_place(control, movement.entity, movement.amount.currency, movement.customer)] += movement.amount.minor
    return sums


def items(ledger: Ledger, control: Control) -> Items:
    """The documents that the two sides see differently, each with its amount and the reason in words; found once."""
    if control.title not in ledger.found:
        ledger.found[control.title] = _items(ledger, control)
    return ledger.found[control.title]


def _items(ledger: Ledger, control: Control) -> Items:
    expected: dict[str, Sums] = defaultdict(lambda: defaultdict(int))
    touching = ledger.by_hand(control.touching or control.by_hand, sign=control.sign)
    for movement in chain(control.documents(ledger.snapshot), touching):
        if movement.day <= ledger.snapshot.as_of:
            place = _place(control, movement.entity, movement.amount.currency, movement.customer)
            expected[movement.document][place] += movement.amount.minor
    postings = ledger.postings(control)
    found: Items = defaultdict(list)
    for document in {**expected, **postings}:
        shown = postings.get(document, {})
        for place, mismatch in _mismatches(ledger, control, document, expected.get(document, {}), shown):
            found[place].append(_item(ledger, control, document, mismatch))
    return found


def _mismatches(
    ledger: Ledger,
    control: Control,
    document: str,
    expected: Mapping[Place, int],
    shown: Mapping[tuple[int, Place], Posting],
) -> Iterator[tuple[Place, Mismatch]]:
    posted: Sums = defaultdict(int)
    for (_, place), posting in shown.items():
        posted[place] += posting.amount.minor if ledger.now(posting.entry) else 0
    telling = [posting for posting in shown.values() if posting.amount]
    for place in sorted({*expected, *posted}):
        due, found = expected.get(place, 0), posted.get(place, 0)
        if due != found:
            yield (
                place,
                Mismatch(
                    document=document,
                    customer=place.customer,
                    expected=Money(due, place.currency),
                    found=Money(found, place.currency),
                    postings=telling,
                    elsewhere="posted with another tax code" if control.keep else "posted to other accounts",
                ),
            )


def _item(ledger: Ledger, control: Control, document: str, mismatch: Mismatch) -> ReconcilingItem:
    return ReconcilingItem(
        document=document,
        amount=mismatch.expected - mismatch.found,
        explanation=ledger.reasons.explain(mismatch, control.system, ledger.sources(document)),
    )


def reconcile(ledger: Ledger, control: Control, more: Items | None = None) -> Iterator[Reconciliation]:
    """One reconciliation for each place where either side has anything."""
    left, right, explained = stated(ledger, control), ledger.balances(control), items(ledger, control)
    for place in sorted({*left, *right, *explained, *(more or {})}):
        found = reconciliation(
            ledger.snapshot,
            f"{control.title} of {place.customer or 'no customer'}" if control.by_customer else control.title,
            (control.system, "ledger"),
            place,
            (left.get(place, 0), right.get(place, 0)),
            [*explained.get(place, ()), *(more or {}).get(place, ())],
        )
        yield replace(found, stage=control.stage, bears=control.bears)


def reconciliation(
    snapshot: Snapshot,
    title: str,
    sides: tuple[str, str],
    place: Place,
    amounts: tuple[int, int],
    found: Iterable[ReconcilingItem],
) -> Reconciliation:
    """A reconciliation with whatever its items leave open as a last item, "unexplained".

    Two sides that agree need no items: documents whose differences cancel out are found by counting documents.
    """
    named = tuple(found) if amounts[0] != amounts[1] else ()
    rest = amounts[0] - amounts[1] - sum(item.amount.minor for item in named)
    open_rest = ReconcilingItem(document="", amount=Money(rest, place.currency), explanation="unexplained")
    return Reconciliation(
        title=title,
        left=sides[0],
        right=sides[1],
        entity=place.entity,
        left_amount=Money(amounts[0], place.currency),
        right_amount=Money(amounts[1], place.currency),
        as_of=snapshot.as_of,
        items=(*named, open_rest) if rest else named,
    )
