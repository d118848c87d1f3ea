"""Costs to obtain and to fulfil a contract: an asset, amortized as the service is given, impaired, given up with the contract.

ASC 340-40, IFRS 15.91 to 104. Everything is counted anew from what is recorded, up to a day; what is posted is the difference.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from engine.book import Book
from engine.model.calendar import ONE_DAY, ServicePeriod, add_months
from engine.model.considerations import Provided
from engine.model.contracts import Contract
from engine.model.costs import (
    CostFact,
    CostImpaired,
    CostIncurred,
    CostsTested,
    CostTermRevised,
    CostWrittenOff,
    GoodsSold,
)
from engine.model.money import Money
from engine.model.orders import Cancel
from engine.model.policies import Policies
from engine.terms.progressing import facts
from engine.terms.rating import amendments
from engine.terms.spreading import earned

COST_EVENTS = frozenset(
    {
        *("contract cost incurred", "contract cost amortized", "contract cost impaired"),
        *("goods transferred", "goods returned", "provision made", "provision used"),
    }
)
"""The business events whose amounts are in the currency of a contract's costs."""

_Told = CostIncurred | CostImpaired | CostTermRevised | CostWrittenOff | CostsTested


@dataclass(frozen=True, slots=True)
class Asset:
    """A cost on a day, in the smallest unit: what is `left` of it for the rest of its service, and what became of it.

    `unharmed`: what would be left of it had it never been impaired; a reversal goes no further (I15.104).
    """

    left: int = 0
    unharmed: int = 0
    service: ServicePeriod | None = None
    capitalized: int = 0
    expensed: int = 0
    amortized: int = 0
    impaired: int = 0
    written_off: int = 0

    def through(self, day: date, policies: Policies) -> Asset:
        """Amortized up to and with a day; the rest is spread over the days after it."""
        if self.service is None or day < self.service.start:
            return self
        how = self.service, day, policies.spread, policies.rounding, policies.residue
        part, unharmed = earned(self.left, *how), earned(self.unharmed, *how)
        rest = ServicePeriod(day + ONE_DAY, self.service.end) if day < self.service.end else None
        return replace(
            self,
            left=self.left - part,
            unharmed=self.unharmed - unharmed,
            service=rest,
            amortized=self.amortized + part,
        )

    def after(self, fact: CostFact, day: date, policies: Policies) -> Asset:
        """As a fact of that day leaves it. An impairment counts the day as served, any other change does not."""
        match fact:
            case CostIncurred():
                return incurred(fact, day, policies)
            case CostImpaired():
                return self.through(day, policies).harmed(fact.amount.minor, policies)
            case CostTermRevised():
                return replace(self.through(day - ONE_DAY, policies), service=ServicePeriod(day, fact.until))
            case _:
                now = self.through(day - ONE_DAY, policies)
                return replace(now, left=0, unharmed=0, service=None, written_off=now.written_off + now.left)

    def harmed(self, loss: int, policies: Policies) -> Asset:
        """Less what is lost; what is reversed of a loss (below nothing) comes back where the company's books allow it."""
        if loss < 0 and policies.cost_reversal == "never":
            return self
        return replace(self, left=self.left - loss, impaired=self.impaired + loss)


def incurred(fact: CostIncurred, day: date, policies: Policies) -> Asset:
    """An asset, or an expense at once: without a term, or under the expedient for costs to obtain a contract of a year or
    less (340-40-25-4, I15.94)."""
    minor = fact.amount.minor
    within_a_year = fact.until is not None and fact.until < add_months(day, 12)
    expedient = policies.short_costs == "expensed at once" and fact.purpose == "obtain" and within_a_year
    if fact.until is None or expedient:
        return Asset(expensed=minor)
    return Asset(left=minor, unharmed=minor, service=ServicePeriod(day, fact.until), capitalized=minor)


def assets(book: Book, contract: Contract, day: date, amortized_to: date) -> dict[str, Asset]:
    """Each cost of a contract with all that is recorded up to a day, amortized to another one at least."""
    policies, found = book.company.policies, dict[str, Asset]()
    for on, fact in _told(book, contract):
        if on > day:
            continue
        if isinstance(fact, CostsTested):
            found = _tested(found, fact, on, policies)
        else:
            found[fact.name] = found.get(fact.name, Asset()).after(fact, on, policies)
    if (over := ended(book, contract)) and over <= day:
        gone = CostWrittenOff(name="")
        found = {name: asset.after(gone, over, policies) for name, asset in found.items()}
    return {name: asset.through(amortized_to, policies) for name, asset in found.items()}


def _tested(found: dict[str, Asset], fact: CostsTested, day: date, policies: Policies) -> dict[str, Asset]:
    """What stands above what will come in less what will be spent is lost, of each cost in proportion to what is left of it;
    what stands below it is reversed, as far as it was lost."""
    now = {name: asset.through(day, policies) for name, asset in found.items()}
    stands, whole = (sum(of(asset) for asset in now.values()) for of in (_left, _unharmed))
    recoverable = max(fact.to_come_in.minor - fact.to_spend.minor, 0)
    loss = stands - min(recoverable, whole)
    weights = [asset.left if loss > 0 else asset.unharmed - asset.left for asset in now.values()]
    if not any(weights):
        return now
    parts = Money(loss, fact.to_spend.currency).allocate(weights)
    return {name: asset.harmed(part.minor, policies) for (name, asset), part in zip(now.items(), parts, strict=True)}


def _left(asset: Asset) -> int:
    return asset.left


def _unharmed(asset: Asset) -> int:
    return asset.unharmed


def stated_costs(book: Book, contract: Contract) -> Iterator[Money]:
    """Every cost that is recorded of a contract, as it was told."""
    for known in facts(book, contract.number):
        if isinstance(known.fact, CostIncurred | Provided):
            yield known.fact.amount
        elif isinstance(known.fact, GoodsSold):
            yield known.fact.cost
        elif isinstance(known.fact, CostsTested):
            yield known.fact.to_spend


def cost_currency(book: Book, contract: Contract) -> str:
    """The currency of a contract's costs, which need not be that of its price: the one its first cost was told in."""
    return next((cost.currency for cost in stated_costs(book, contract)), contract.currency)


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """What is to be posted of a contract's costs in all: event, amount, how much."""
    for asset in assets(book, contract, today, month_end).values():
        yield "contract cost incurred", "capitalized", asset.capitalized
        yield "contract cost incurred", "expensed", asset.expensed
        yield "contract cost amortized", "amortized", asset.amortized
        yield "contract cost impaired", "impaired", asset.impaired
        yield "contract cost impaired", "written off", asset.written_off


def _told(book: Book, contract: Contract) -> list[tuple[date, _Told]]:
    recorded = facts(book, contract.number)
    return [(known.effective_date, known.fact) for known in recorded if isinstance(known.fact, _Told)]


def ended(book: Book, contract: Contract) -> date | None:
    """The first day on which a canceled contract no longer holds."""
    signed = amendments(book, contract)
    days = [one.effective_date for one in signed if any(isinstance(change, Cancel) for change in one.changes)]
    return min(days, default=None)
