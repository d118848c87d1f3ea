"""What goes along with a contract beside its position when it passes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.model.money import Money
from reports.systems.snapshot import Snapshot


def signers(snapshot: Snapshot) -> dict[str, str]:
    """Who signed each contract that has not passed on."""
    passed = {made.contract for made in snapshot.erp.transfers}
    return {one.number: one.customer for one in snapshot.billing.contracts if one.number not in passed}


def passed_on(snapshot: Snapshot) -> Iterator[tuple[str, str, str, date, Money]]:
    """What is expected to go back of a contract that passes on: by transfer, entity, customer and day it leaves the one and
    comes to the other."""
    roles = {account.name: account.role for account in snapshot.erp.accounts}
    for made in snapshot.erp.transfers:
        for carried in made.beside:
            if roles[carried.account] == "refund liability":
                yield made.number, made.from_entity, made.from_customer, made.posting_date, carried.amount
                yield made.number, made.entity, made.customer, made.posting_date, -carried.amount
