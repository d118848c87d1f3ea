"""Revenue of a period as the journal has it, told apart by the dimensions somebody asks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from engine.model.journal import JournalEntry, LedgerAccount
from engine.model.money import Money


def revenue_by(
    entries: Iterable[JournalEntry], accounts: Iterable[LedgerAccount], asked: Sequence[str]
) -> Mapping[tuple[str, ...], Money]:
    """What was posted to revenue accounts, above zero where earned: one sum for each combination of what is asked for (entity,
    region, channel, customer, contract, product; "" where a line has none), and none that comes to nothing."""
    revenue = {account.name for account in accounts if account.role == "revenue"}
    sums: dict[tuple[str, ...], Money] = {}
    for entry in entries:
        for line in entry.lines:
            if line.account in revenue:
                key = tuple(entry.entity if name == "entity" else getattr(line, name) for name in asked)
                sums[key] = sums.get(key, Money.zero(line.booked.currency)) - line.booked
    return {key: amount for key, amount in sums.items() if amount}
