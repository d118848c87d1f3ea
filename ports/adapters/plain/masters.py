"""What every system answers about the masters it holds, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.company import Customer
from engine.model.masters import CustomerChange, MasterRecord
from ports.adapters.plain.wire import Wire


class PlainMasters:
    """ports.masters.MastersPort, of the system whose path begins so."""

    system: str
    _wire: Wire

    def customers(self) -> Sequence[Customer]:
        """All customers."""
        return self._wire.every(Customer, f"/{self.system}/customers")

    def holdings(self) -> Sequence[MasterRecord]:
        """What this system holds of the masters."""
        return self._wire.every(MasterRecord, f"/{self.system}/holdings")

    def correct_customer(self, customer: str, field: str, value: str) -> CustomerChange:
        """Somebody writes a field of a customer."""
        body = {"customer": customer, "field": field, "value": value}
        return self._wire.act(CustomerChange, f"/{self.system}/customer-corrections", body)

    def customer_changes(self) -> Sequence[CustomerChange]:
        """What was written about customers."""
        return self._wire.every(CustomerChange, f"/{self.system}/customer-changes")
