"""What every system answers about the masters it holds, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence

from engine.model.company import Customer
from engine.model.governance import MasterObject
from engine.model.masters import MasterChange, MasterRecord
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

    def correct_master(self, of: MasterObject, name: str, field: str, value: str) -> MasterChange:
        """Somebody writes a field of the masters."""
        body = {"of": of, "name": name, "field": field, "value": value}
        return self._wire.act(MasterChange, f"/{self.system}/master-corrections", body)

    def master_changes(self) -> Sequence[MasterChange]:
        """What was written."""
        return self._wire.every(MasterChange, f"/{self.system}/master-changes")
