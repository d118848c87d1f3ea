"""What is counted rather than added up: orders, requests, document numbers, entries. Nothing cancels out in a count."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import cast

from engine.model.areas import area_of
from engine.model.calendar import AccountingPeriod
from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.document import Document
from engine.model.events import Delivery, EventType, System
from engine.model.journal import JournalEntry, digest
from engine.model.money import COUNT, Money
from engine.model.payments import Payment, RefundPayment
from reports.systems.naming import entry_name
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Control, Items, Ledger, Place, items, reconciliation

ONE = Money(1, COUNT)


def orders(ledger: Ledger) -> Iterator[Reconciliation]:
    """Closed-won orders = contracts and amendments."""
    snapshot = ledger.snapshot
    taken = {contract.order for contract in snapshot.billing.contracts}
    taken |= {amendment.order for amendment in snapshot.billing.amendments if amendment.order}
    won = [order for order in snapshot.crm.orders if order.posting_date <= snapshot.as_of]
    found = []
    for order in won:
        if order.number not in taken:
            document = "contract" if order.kind == "new" else "amendment"
            why = ledger.reasons.why_missing(order.number, "billing")
            found.append(_one(order.number, f"order {order.number} has no {document} in billing{why}"))
    unheard = sorted(taken - {order.number for order in snapshot.crm.orders})
    found += [_one(number, f"order {number} is not closed-won in the CRM", -ONE) for number in unheard]
    right = sum(1 for order in won if order.number in taken) + len(unheard)
    yield _counted(snapshot, "Orders", ("crm", "billing"), _home(snapshot), (len(won), right), found)


def payment_requests(ledger: Ledger) -> Iterator[Reconciliation]:
    """Payment requests of billing = requests that the gateway took."""
    snapshot = ledger.snapshot
    tried = {request.number for request in snapshot.payments.requests}
    asked = [request for request in snapshot.billing.payment_requests if request.posting_date <= snapshot.as_of]
    found = []
    for request in asked:
        if request.number not in tried:
            why = ledger.reasons.why_missing(request.number, "payments")
            found.append(_one(request.number, f"payment request {request.number} never reached the gateway{why}"))
    amounts = len(asked), len(asked) - len(found)
    yield _counted(snapshot, "Payment requests", ("billing", "payments"), _home(snapshot), amounts, found)


# What changes no books on its way, and yet somebody must hear of: who buys, that a charge failed, that service stops.
_HEARD: frozenset[EventType] = frozenset({"customer created", "payment pending", "payment failed"})
_STOPS = ("suspension", "resumption")
_CALLED = {"crm": "the CRM", "billing": "billing", "payments": "the gateway", "erp": "the ledger"}


def events(ledger: Ledger) -> Iterator[Reconciliation]:
    """Events that change no books, each counted once for everybody it concerns = those that arrived there.

    As far as the integration tells; an event that brings a document to the books is found by that document.
    """
    snapshot = ledger.snapshot
    last: dict[tuple[str, str], Delivery] = {}
    for delivery in snapshot.deliveries:
        if _is_heard(delivery):
            last[delivery.event, delivery.to] = delivery
    told = {(d.event, d.to) for d in snapshot.deliveries if _is_heard(d) and d.on <= snapshot.as_of}
    missing = [last[key] for key in sorted(told) if last[key].outcome not in ("delivered", "repeated")]
    found = [_one(delivery.subject, _unheard(ledger, delivery)) for delivery in missing]
    if told:
        amounts = len(told), len(told) - len(found)
        yield _counted(snapshot, "Events", ("sent", "arrived"), _home(snapshot), amounts, found)


def _is_heard(delivery: Delivery) -> bool:
    return delivery.type in _HEARD or (delivery.type == "contract amended" and delivery.label in _STOPS)


def _unheard(ledger: Ledger, delivery: Delivery) -> str:
    why = ledger.reasons.why_missing(delivery.event.partition(":")[2], cast("System", delivery.to))
    to = _CALLED.get(delivery.to, delivery.to)
    return f'"{delivery.type}" of {delivery.customer} never reached {to}{why}'


def numbers(ledger: Ledger) -> Iterator[Reconciliation]:
    """Numbers given out by entity = numbers used once: no gap, no number twice (the law asks for it of invoices)."""
    billing = ledger.snapshot.billing
    yield from _gapless(
        ledger.snapshot, "Invoice numbers", [(found.entity, found.number) for found in billing.invoices]
    )
    memos = [(found.entity, found.number) for found in billing.credit_memos]
    yield from _gapless(ledger.snapshot, "Credit memo numbers", memos)


def _gapless(snapshot: Snapshot, title: str, used: Iterable[tuple[str, str]]) -> Iterator[Reconciliation]:
    series: dict[tuple[str, str], Counter[int]] = defaultdict(Counter)
    widths: dict[tuple[str, str], int] = {}
    for entity, number in used:
        prefix, _, tail = number.rpartition("-")
        if tail.isdecimal():
            series[entity, prefix][int(tail)] += 1
            widths[entity, prefix] = len(tail)
    for (entity, prefix), count in sorted(series.items()):
        found = []
        for given in range(1, max(count) + 1):
            if count[given] != 1:
                number = f"{prefix}-{given:0{widths[entity, prefix]}}"
                found.append(_one(number, f"{number} is {'used twice' if count[given] else 'missing'}"))
        amounts = max(count), max(count) - len(found)
        yield _counted(snapshot, title, ("given out", "used once"), entity, amounts, found)


def documents(ledger: Ledger, controls: Iterable[Control]) -> Iterator[Reconciliation]:
    """Documents with an effect on the books = documents that both sides see alike, each counted once."""
    amiss: dict[str, dict[str, str]] = defaultdict(dict)
    known: dict[str, set[str]] = defaultdict(set)
    for control in controls:
        for movement in control.documents(ledger.snapshot):
            if movement.day <= ledger.snapshot.as_of:
                known[movement.entity].add(movement.document)
        for place, found in items(ledger, control).items():
            for item in found:
                amiss[place.entity].setdefault(item.document, item.explanation)
    for entity in sorted({*known, *amiss}):
        whole = len(known[entity] | amiss[entity].keys())
        found = [_one(number, sentence) for number, sentence in amiss[entity].items()]
        amounts = whole, whole - len(found)
        yield _counted(ledger.snapshot, "Documents", ("known", "agreeing"), entity, amounts, found)


def closed_months(ledger: Ledger, journal: Iterable[JournalEntry]) -> Iterator[Reconciliation]:
    """Closed months and areas closed hard = those whose journal, as posted, still has the hash of their close (T14)."""
    last = {(close.entity, close.period): close for close in ledger.snapshot.erp.closes}
    posted: dict[tuple[str, AccountingPeriod], list[JournalEntry]] = defaultdict(list)
    for entry in sorted(journal, key=lambda entry: entry.posting_date):
        posted[entry.entity, ledger.snapshot.period_of(entry.posting_date)].append(entry)
    found: dict[str, list[ReconcilingItem]] = defaultdict(list)
    for key, close in last.items():
        if digest(posted[key]) != close.hash:
            found[close.entity].append(_one(close.number, f"{close.period} is not what it was when it was closed"))
    hard = [close for close in ledger.snapshot.erp.area_closes if close.kind == "hard"]
    for area in hard:
        kept = [one for one in posted[area.entity, area.period] if area_of(one.source_kind) == area.area]
        if digest(kept) != area.hash:
            told = f"the {area.area} area of {area.period} is not what it was when it was closed"
            found[area.entity].append(_one(area.number, told))
    owners = [owner for owner, _ in last] + [area.entity for area in hard]
    for entity in sorted(set(owners)):
        months = owners.count(entity)
        amounts = months, months - len(found[entity])
        yield _counted(ledger.snapshot, "Closed months", ("closed", "unchanged"), entity, amounts, found[entity])


def chart(ledger: Ledger) -> Iterator[Reconciliation]:
    """Journal lines = journal lines on accounts of the chart."""
    lines: Counter[str] = Counter()
    found: dict[str, list[ReconcilingItem]] = defaultdict(list)
    for entry in ledger.snapshot.erp.journal:
        lines[entry.entity] += len(entry.lines)
        for line in entry.lines:
            if line.account not in ledger.roles:
                sentence = f"{entry_name(entry)} posted to {line.account}, which is not in the chart"
                found[entry.entity].append(_one(entry.number, sentence))
    for entity in sorted(lines):
        amounts = lines[entity], lines[entity] - len(found[entity])
        yield _counted(ledger.snapshot, "Chart of accounts", ("lines", "on the chart"), entity, amounts, found[entity])


def debits_and_credits(ledger: Ledger) -> Iterator[Reconciliation]:
    """Debits = credits, over all entries by the end of the day."""
    debits, credits = defaultdict[Place, int](int), defaultdict[Place, int](int)
    found: Items = defaultdict(list)
    for entry in ledger.snapshot.erp.journal:
        if ledger.now(entry):
            place, amounts = Place(entry.entity, entry.currency), [line.amount.minor for line in entry.lines]
            debits[place] += sum(amount for amount in amounts if amount > 0)
            credits[place] -= sum(amount for amount in amounts if amount < 0)
            if sum(amounts):
                found[place].append(_unbalanced(entry, sum(amounts)))
    for place in sorted(debits):
        sums = debits[place], credits[place]
        yield reconciliation(ledger.snapshot, "Debits and credits", ("debits", "credits"), place, sums, found[place])


def _unbalanced(entry: JournalEntry, rest: int) -> ReconcilingItem:
    sentence = f"{entry_name(entry)} does not balance"
    return ReconcilingItem(document=entry.number, amount=Money(rest, entry.currency), explanation=sentence)


def balances(ledger: Ledger) -> Iterator[Reconciliation]:
    """Balances the ledger states = what its entries add up to, account by account and customer by customer.

    Income and expenses stay out: some ledgers begin them anew each year.
    """
    lasting = {found.name for found in ledger.snapshot.erp.accounts if found.type in ("asset", "liability", "equity")}
    sums: dict[tuple[Place, str], list[int]] = defaultdict(lambda: [0, 0])
    for entry in ledger.snapshot.erp.journal:
        for line in entry.lines:
            if ledger.now(entry) and line.account in lasting:
                sums[Place(entry.entity, entry.currency, line.customer), line.account][1] += line.amount.minor
    for balance in ledger.snapshot.erp.balances:
        if balance.account in lasting:
            place = Place(balance.entity, balance.currency, balance.customer or "")
            sums[place, balance.account][0] += balance.amount.minor
    by_entity: dict[str, list[ReconcilingItem | None]] = defaultdict(list)
    for (place, account), (stated, added) in sorted(sums.items()):
        whose = f"{account} of {place.customer}" if place.customer else account
        told = f"{whose}: balance {Money(stated, place.currency)}, entries {Money(added, place.currency)}"
        by_entity[place.entity].append(_one(account, told) if stated != added else None)
    for entity, checked in by_entity.items():
        found = [item for item in checked if item]
        amounts = len(checked), len(checked) - len(found)
        yield _counted(ledger.snapshot, "Account balances", ("balances", "entries agree"), entity, amounts, found)


def money_between(ledger: Ledger) -> Iterator[Reconciliation]:
    """Payments the gateway received = payments billing knows; refunds it paid = refunds billing knows were paid."""
    gateway, billing = ledger.snapshot.payments, ledger.snapshot.billing
    yield from _known(ledger, "Payments received", gateway.payments, billing.payments, "not applied in billing")
    yield from _known(ledger, "Refunds paid", gateway.refunds, billing.refund_payments, "not known to billing")


def _known(
    ledger: Ledger,
    title: str,
    there: Sequence[Payment] | Sequence[RefundPayment],
    here: Sequence[Payment] | Sequence[RefundPayment],
    missing: str,
) -> Iterator[Reconciliation]:
    sums: dict[Place, list[int]] = defaultdict(lambda: [0, 0])
    by_document: dict[tuple[Place, str], list[int]] = defaultdict(lambda: [0, 0])
    called: dict[str, Document] = {}
    for side, known in enumerate((there, here)):
        for found in known:
            if found.posting_date <= ledger.snapshot.as_of:
                place = Place(found.entity, found.amount.currency)
                sums[place][side] += found.amount.minor
                by_document[place, found.number][side] += found.amount.minor
                called[found.number] = found
    told: Items = defaultdict(list)
    for (place, number), (left, right) in by_document.items():
        if left != right:
            sentence = f"{ledger.reasons.called(called[number])} {_between(left, right, place.currency, missing)}"
            sentence += "" if right else ledger.reasons.why_missing(number, "billing")
            amount = Money(left - right, place.currency)
            told[place].append(ReconcilingItem(document=number, amount=amount, explanation=sentence))
    for place, (left, right) in sorted(sums.items()):
        yield reconciliation(ledger.snapshot, title, ("payments", "billing"), place, (left, right), told[place])


def _between(left: int, right: int, currency: str, missing: str) -> str:
    if not right:
        return missing
    if not left:
        return "not known to the gateway"
    if right == 2 * left:
        return "twice in billing"
    return f"with {Money(right, currency)} in billing instead of {Money(left, currency)}"


def _home(snapshot: Snapshot) -> str:
    """The legal entity that counts belong to, where the documents themselves name none."""
    named: Mapping[str, None] = dict.fromkeys(contract.entity for contract in snapshot.billing.contracts)
    return next(iter(named), next((entry.entity for entry in snapshot.erp.journal), ""))


def _one(document: str, explanation: str, amount: Money = ONE) -> ReconcilingItem:
    return ReconcilingItem(document=document, amount=amount, explanation=explanation)


def _counted(
    snapshot: Snapshot,
    title: str,
    sides: tuple[str, str],
    entity: str,
    amounts: tuple[int, int],
    found: Iterable[ReconcilingItem],
) -> Reconciliation:
    return reconciliation(snapshot, title, sides, Place(entity, COUNT), amounts, found)
