"""What contracts are to come to by estimate, for usage of which readings are late: until one comes, or the days are invoiced."""

from __future__ import annotations

from collections.abc import Iterator

from engine.model.calendar import ServicePeriod
from engine.model.money import Money
from engine.model.revenue import RevenueFact, UsageEstimate
from reports.systems.snapshot import Snapshot


def still_awaited(snapshot: Snapshot) -> Iterator[tuple[str, Money]]:
    """By contract, what its newest estimates of each product and days come to that nothing has replaced."""
    newest: dict[tuple[str, str, ServicePeriod], RevenueFact] = {}
    for known in sorted(snapshot.erp.facts, key=lambda fact: fact.effective_date):
        if isinstance(known.fact, UsageEstimate):
            newest[known.contract, known.fact.product, known.fact.service] = known
    for (contract, product, days), known in newest.items():
        if known.included and not _replaced(snapshot, contract, product, days, known.readings):
            yield contract, known.included


def _replaced(snapshot: Snapshot, contract: str, product: str, days: ServicePeriod, readings: int) -> bool:
    own = [one for one in snapshot.billing.usage if one.contract == contract]
    parts = (part for whole in snapshot.billing.invoices for part in whole.by_contract() if part.contract == contract)
    billed = any(line.product == product and line.service.overlap(days) for part in parts for line in part.lines)
    return billed or any(one.product == product and one.effective_date in days for one in own[readings:])
