"""Payment plans of what is owed, where the rules allow them."""

from abc import ABC, abstractmethod
from datetime import timedelta
from decimal import Decimal

from engine.model.invoices import Invoice
from engine.model.plans import AgreedPart
from fakes.world import World


class Arranged(ABC):
    """What is agreed on, and canceled, of debts in a world."""

    world: World

    @abstractmethod
    def invoice(self, number: int) -> Invoice:
        """One of the invoices of the world."""

    def arrange(self, number: int, percent: int) -> None:
        """Two parts, due soon and later; of every other plan a part makes the rest due when it is three days overdue."""
        days = (timedelta(days=percent // 9), timedelta(days=percent // 3))
        first, last = (self.world.today + one for one in days)
        parts = (AgreedPart(due_date=first, percent=Decimal(percent) / 2), AgreedPart(due_date=last))
        self.world.billing.agree_on_parts(self.invoice(number).number, parts, 3 if percent % 2 else None)

    def cancel_plan(self, number: int, percent: int) -> None:
        running = [one.invoice for one in self.world.billing.payment_plans()]
        self.world.billing.cancel_plan(running[number % len(running)] if running else str(percent))
