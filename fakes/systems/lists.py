"""Billing's desk for lists: the prices, tax rates and indices that it bills by."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.contracts import escalating, repricing
from engine.model.catalog import PriceBookEntry
from engine.model.company import TaxRate
from engine.model.masters import MasterChange
from engine.model.policy_changes import NewAnswer, PolicyChange
from engine.model.uplifts import IndexValue
from engine.receivables import deciding_anew
from engine.sales import correcting
from fakes.systems.system import SystemOfRecord


class ListDesk(SystemOfRecord):
    """What billing does with prices, tax rates and indices."""

    def set_price(self, entry: PriceBookEntry) -> PriceBookEntry:
        """A price of the list from a day on."""
        self.set_list_price(entry)
        repricing.plan_prices(self.book, (entry,), self.today)
        return entry

    def set_tax_rate(self, rate: TaxRate) -> TaxRate:
        """The percentage of a tax code from a day on."""
        self.book.tax_rates.append(rate)
        self.book.agenda.wake_all()
        return rate

    def set_index(self, value: IndexValue) -> IndexValue:
        """What an index stands at becomes known; contracts that rise with it follow."""
        escalating.publish(self.book, value, self.today)
        return value

    def change_policies(self, answers: tuple[NewAnswer, ...], since: date, approver: str) -> tuple[PolicyChange, ...]:
        """Conventions are answered otherwise from today on."""
        made = tuple(deciding_anew.change_policies(self.book, answers, since, approver, self.today))
        for one in made:
            self.book.add(one)
        return made

    def policy_changes(self) -> Sequence[PolicyChange]:
        """Every convention that was changed."""
        return self.book.all(PolicyChange)

    def hold(self, change: MasterChange) -> None:
        """What was written is what billing holds, and bills by, from now on."""
        if entry := correcting.new_price(self.book, change):
            self.set_price(entry)
        elif rate := correcting.new_rate(self.book, change):
            self.set_tax_rate(rate)
        else:
            super().hold(change)
