"""What contracts and goods cost: what finance has recorded beside what stands in the ledger, contract by contract.

How a cost is amortized is the ledger's to know; that all of it was posted, and that nothing is left of it once its service is
over, can be told from the facts alone. Goods are worked out from them in full (IFRS 15.B21, 606-10-55-27).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from engine.model.close import Reconciliation, ReconcilingItem
from engine.model.costs import CostIncurred, CostTermRevised, CostWrittenOff, GoodsReturned, GoodsSold, ReturnsExpected
from engine.model.money import Money, rounded
from engine.model.revenue import RevenueFact
from reports.systems.naming import MANUAL, entry_kind
from reports.systems.snapshot import Snapshot
from reports.tie_outs.controls import Items, Ledger, Place, reconciliation

Found = dict[tuple[Place, str], int]
"""By place and contract, in the smallest unit."""


def cost_reconciliations(ledger: Ledger) -> Iterator[Reconciliation]:
    """Costs incurred = costs posted; costs whose service is over = nothing left; goods that left and came back = inventory, and
    the right to recover those still to come."""
    snapshot = ledger.snapshot
    facts = [one for one in snapshot.erp.facts if max(one.posting_date, one.effective_date) <= snapshot.as_of]
    if any(isinstance(one.fact, CostIncurred) for one in facts):
        incurred = _sums(snapshot, ((o, o.fact.amount) for o in facts if isinstance(o.fact, CostIncurred)))
        yield from _compared(ledger, "Contract costs incurred", incurred, _posted(ledger, "contract cost"))
        yield from _compared(ledger, "Contract costs at the end of their service", {}, _left_over(ledger, facts))
    if any(isinstance(one.fact, GoodsSold) for one in facts):
        stock, recoverable = _goods(snapshot, facts)
        yield from _compared(ledger, "Inventory", stock, _standing(ledger, "inventory"))
        yield from _compared(ledger, "Right to recover goods", recoverable, _standing(ledger, "recoverable goods"))


def _sums(snapshot: Snapshot, amounts: Iterable[tuple[RevenueFact, Money]]) -> Found:
    entities = {contract.number: contract.entity for contract in snapshot.billing.contracts}
    found: Found = defaultdict(int)
    for fact, amount in amounts:
        found[Place(entities.get(fact.contract, ""), amount.currency), fact.contract] += amount.minor
    return found


def _posted(ledger: Ledger, kind: str) -> Found:
    """What entries of a kind debit."""
    found: Found = defaultdict(int)
    for entry in ledger.snapshot.erp.journal:
        if entry_kind(entry) == kind and ledger.now(entry):
            found[Place(entry.entity, entry.currency), entry.source] += sum(
                max(line.amount.minor, 0) for line in entry.lines
            )
    return found


def _standing(ledger: Ledger, role: str) -> Found:
    """What stands on accounts of a role, without what somebody wrote there by hand for no contract."""
    found: Found = defaultdict(int)
    for entry, line in ledger.lines([role]):
        if ledger.now(entry) and (line.contract or entry_kind(entry) != MANUAL):
            found[Place(entry.entity, entry.currency), line.contract or entry.source] += line.amount.minor
    return found


def _left_over(ledger: Ledger, facts: Iterable[RevenueFact]) -> Found:
    """What still stands of contracts all of whose costs have served."""
    ends: dict[str, dict[str, date]] = defaultdict(dict)
    for one in sorted(facts, key=lambda fact: fact.effective_date):
        match one.fact:
            case CostIncurred() | CostTermRevised() if one.fact.until:
                ends[one.contract][one.fact.name] = one.fact.until
            case CostWrittenOff():
                ends[one.contract][one.fact.name] = one.effective_date
    open_month = ledger.snapshot.period.end > ledger.snapshot.as_of
    over = {contract for contract, days in ends.items() if max(days.values()) <= ledger.snapshot.as_of}
    return {
        key: minor for key, minor in _standing(ledger, "contract costs").items() if key[1] in over and not open_month
    }


def _goods(snapshot: Snapshot, facts: Iterable[RevenueFact]) -> tuple[Found, Found]:
    """What goods have taken out of inventory (below nothing), and what of it is still to come back, at the average cost of what
    was sold for the contract."""
    by_product: dict[tuple[str, str], list[RevenueFact]] = defaultdict(list)
    for one in facts:
        if isinstance(one.fact, GoodsSold | GoodsReturned | ReturnsExpected):
            by_product[one.contract, one.fact.product].append(one)
    stock: list[tuple[RevenueFact, Money]] = []
    recoverable: list[tuple[RevenueFact, Money]] = []
    for told in by_product.values():
        for first, sold, back, expected in _worth(snapshot, told):
            stock.append((first, back - sold))
            recoverable.append((first, expected - back))
    return _sums(snapshot, stock), _sums(snapshot, recoverable)


def _worth(snapshot: Snapshot, told: list[RevenueFact]) -> Iterator[tuple[RevenueFact, Money, Money, Money]]:
    """What was sold, has come back and is expected back in all, at cost."""
    sold = [one.fact for one in told if isinstance(one.fact, GoodsSold)]
    if not sold:
        return
    units = sum(Fraction(one.quantity) for one in sold)
    cost = sum((Fraction(one.quantity) * one.cost.minor for one in sold), Fraction(0))
    back = sum((Fraction(one.fact.quantity) for one in told if isinstance(one.fact, GoodsReturned)), Fraction(0))
    expected = [Fraction(one.fact.quantity) for one in told if isinstance(one.fact, ReturnsExpected)]
    wanted = min(max(expected[-1] if expected else Fraction(0), back), units)
    currency = sold[0].cost.currency
    amounts = (cost, cost * back / units, cost * wanted / units)
    whole, came, comes = (Money(rounded(exact, snapshot.rounding), currency) for exact in amounts)
    yield told[0], whole, came, comes


def _compared(ledger: Ledger, title: str, facts: Found, posted: Found) -> Iterator[Reconciliation]:
    """By entity and currency, every contract that differs told by itself."""
    lefts, rights, items = defaultdict[Place, int](int), defaultdict[Place, int](int), Items()
    for place, contract in sorted({*facts, *posted}):
        left, right = facts.get((place, contract), 0), posted.get((place, contract), 0)
        lefts[place] += left
        rights[place] += right
        if left != right:
            one, other = Money(left, place.currency), Money(right, place.currency)
            told = f"{contract}: {one} by what is recorded, {other} in the ledger"
            items.setdefault(place, []).append(ReconcilingItem(document=contract, amount=one - other, explanation=told))
    for place in sorted({*lefts, *rights}):
        sides = ("recorded", "ledger")
        yield reconciliation(ledger.snapshot, title, sides, place, (lefts[place], rights[place]), items.get(place, ()))
