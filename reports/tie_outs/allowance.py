"""The loss allowance beside the matrix on the ageing (handbook, tie-out T7; IFRS 9.5.5.15, ASC 326-20)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import ceil, floor

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.company import AllowanceBucket
from engine.model.money import Money
from engine.model.open_items import OpenItem
from reports.systems.naming import MANUAL, entry_kind, entry_name
from reports.tie_outs.controls import Ledger, Place, reconciliation
from reports.tie_outs.installments import as_sent, by_due_date, planned_parts
from reports.tie_outs.owed_to import owed_to

TITLE = "Loss allowance"
UNBILLED = frozenset({"unbilled receivable", "contract asset"})


def allowance_reconciliations(ledger: Ledger) -> Iterator[Reconciliation]:
    """What the matrix asks of the receivables in the ledger, by days past due (and, by convention, of what is not billed yet), and
    what is doubted of single invoices = allowance. On a month's last day: in between it waits for the month's end. A company
    without a matrix has nothing to hold it against.

    Each bucket may be rounded either way, by the company's convention.
    """
    snapshot = ledger.snapshot
    if snapshot.as_of != snapshot.period.end or not snapshot.erp.loss_rates:
        return
    held, asked = _held(ledger), _asked(ledger)
    for place in sorted({*held, *asked}):
        stands, (least, most) = held[place], asked.get(place, (0, 0))
        wanted = stands if least <= stands <= most else most
        found = _by_hand(ledger, place)
        yield reconciliation(snapshot, TITLE, ("matrix", "ledger"), place, (wanted, stands), found)


def _held(ledger: Ledger) -> Counter[Place]:
    held: Counter[Place] = Counter()
    for balance in ledger.snapshot.erp.balances:
        if ledger.roles.get(balance.account) == "allowance":
            held[Place(balance.entity, balance.currency)] -= balance.amount.minor
    return held


def _asked(ledger: Ledger) -> dict[Place, tuple[int, int]]:
    """By legal entity and currency: the least and the most that the matrix asks, in the smallest unit."""
    billing, rates, as_of = ledger.snapshot.billing, ledger.snapshot.erp.loss_rates, ledger.snapshot.as_of
    known = {invoice.number: invoice for invoice in billing.invoices}
    open_items, doubted, items = _open(ledger), _doubted(ledger), defaultdict[str, list[OpenItem]](list)
    for item in billing.open_items:
        items[item.invoice].append(item)
    buckets: dict[Place, Counter[AllowanceBucket]] = defaultdict(Counter)
    single: Counter[Place] = Counter()
    holders, planned = owed_to(ledger.snapshot), planned_parts(billing, as_of)
    for (place, invoice), minor in open_items.items():
        if not minor and holders.get(invoice, place.entity) != place.entity:
            continue
        single[place] += doubted[invoice].total()
        if found := known.get(invoice):
            parts = planned.get(invoice) or as_sent(found)
            for due, part in by_due_date(parts, minor, doubted[invoice], items[invoice]):
                if bucket := _bucket(rates, found.customer, due, as_of):
                    buckets[place][bucket] += part
    for place, minor in _unbilled(ledger).items():
        if minor > 0 and (bucket := _bucket_of_unbilled(rates, place.customer, as_of)):
            buckets[place._replace(customer="")][bucket] += minor
    asked = {}
    for place in {*buckets, *single}:
        exact = [minor * Fraction(bucket.percent) / 100 for bucket, minor in buckets[place].items()]
        asked[place] = single[place] + sum(map(floor, exact)), single[place] + sum(map(ceil, exact))
    return asked


def _open(ledger: Ledger) -> Counter[tuple[Place, str]]:
    """What the ledger has open of each invoice: what never reached it is a difference of receivables, and told there."""
    found: Counter[tuple[Place, str]] = Counter()
    for entry, line in ledger.lines(["receivables"]):
        if line.invoice and ledger.now(entry):
            found[Place(entry.entity, entry.currency), line.invoice] += line.amount.minor
    return found


def _unbilled(ledger: Ledger) -> Counter[Place]:
    """What each customer's contracts have earned ahead of billing, by account: whether that is right is told by contract (T4)."""
    found: Counter[Place] = Counter()
    for balance in ledger.snapshot.erp.balances:
        if ledger.roles.get(balance.account) in UNBILLED:
            found[Place(balance.entity, balance.currency, balance.customer or "")] += balance.amount.minor
    return found


def _doubted(ledger: Ledger) -> dict[str, Counter[int]]:
    """By invoice and installment (0: none is named), what is expected to be lost because the customer is doubted."""
    billing, as_of = ledger.snapshot.billing, ledger.snapshot.as_of
    found: dict[str, Counter[int]] = defaultdict(Counter)
    named = {dispute.number: dispute.installment for dispute in billing.disputes}
    for dispute in billing.disputes:
        if dispute.doubt == "credit" and dispute.posting_date <= as_of:
            found[dispute.invoice][dispute.installment] += dispute.reserve.minor
    for resolution in billing.resolutions:
        if resolution.doubt == "credit" and resolution.posting_date <= as_of:
            found[resolution.invoice][named[resolution.dispute]] -= resolution.released.minor
    return found


def _bucket(rates: Sequence[AllowanceBucket], customer: str, due: date, as_of: date) -> AllowanceBucket | None:
    """The latest that what is due on a day has reached, of its customer's own where there are any."""
    overdue, rates = max((as_of - due).days, 0), [rate for rate in rates if rate.of == "invoices"]
    own = [rate for rate in rates if rate.customer == customer]
    reached = [rate for rate in own or rates if rate.days <= overdue and (own or rate.customer is None)]
    return max(reached, key=lambda rate: rate.days, default=None)


def _bucket_of_unbilled(rates: Sequence[AllowanceBucket], customer: str, as_of: date) -> AllowanceBucket | None:
    """What is stated for that alone, for the customer before everybody; else that of what is not yet due, where it is said so."""
    apart = {rate.customer: rate for rate in rates if rate.of == "unbilled" and rate.customer in (None, customer)}
    if apart:
        return apart.get(customer, apart.get(None))
    bucket = _bucket(rates, customer, as_of, as_of)
    return bucket if bucket and bucket.unbilled else None


def _by_hand(ledger: Ledger, place: Place) -> Iterator[ReconcilingItem]:
    """What people wrote on the allowance, where it is not what the matrix asks."""
    for entry, line in ledger.lines(["allowance"]):
        if entry_kind(entry) == MANUAL and (entry.entity, entry.currency) == (place.entity, place.currency):
            amount = Money(line.amount.minor, place.currency)
            yield ReconcilingItem(document=entry.number, amount=amount, explanation=f"{entry_name(entry)} by hand")
