"""The door to what every system holds of the masters: customers, products, prices, tax rates, contracts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from engine.model.company import Customer
from engine.model.governance import MasterObject
from engine.model.masters import MasterChange, MasterRecord


class MastersPort(Protocol):
    """The same few verbs in each of the four systems."""

    def customers(self) -> Sequence[Customer]:
        """All customers this system knows, in the order they came."""
        ...

    def holdings(self) -> Sequence[MasterRecord]:
        """What this system holds of customers, products, prices, tax rates and contracts, field by field."""
        ...

    def correct_master(self, of: MasterObject, name: str, field: str, value: str) -> MasterChange:
        """Somebody writes a field of a customer, product, price, tax rate or contract here; the others hear of it only if this
        system owns the field."""
        ...

    def master_changes(self) -> Sequence[MasterChange]:
        """What was written here, or came from a field's owner, in order."""
        ...
