"""Billing's desk for what sales brings: quotes of changes, which it previews, and closed-won orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.contracts import contracting, forecasting
from engine.model.contracts import Amendment, Contract
from engine.model.document import Document
from engine.model.orders import Order
from engine.model.quotes import ChangePreview, Quote
from engine.sales import offering
from fakes.systems.system import SystemOfRecord


class OrderDesk(SystemOfRecord):
    """What billing does with what sales offers and wins. The same document again changes nothing and answers the same."""

    def take_quote(self, quote: Document) -> Document:
        """A change of a running contract is offered: what it would come to."""
        assert isinstance(quote, Quote)
        order = offering.order_of(quote, f"O-{quote.number}", self.today)
        return self._once(
            ChangePreview, f"PV-{quote.number}", lambda: forecasting.forecast(self.book, order, self.today)
        )

    def take_order(self, order: Document) -> Document:
        """A closed-won order makes a contract, or an amendment of one."""
        assert isinstance(order, Order)
        number = order.number.removeprefix("O-")
        if order.kind == "new":
            return self._once(Contract, f"C-{number}", lambda: contracting.sign(self.book, order, self.today))
        return self._once(Amendment, f"A-{number}", lambda: self._amended(order))

    def _amended(self, order: Order) -> Amendment:
        """What was previewed, or, if that is no longer so and the convention allows it, what is previewed anew."""
        again = forecasting.as_told(self.book, order, self.today)
        made = contracting.amend(self.book, order, self.today)
        self.keep([again] if again else [])
        return made

    def _once(self, kind: type[Document], number: str, make: Callable[[], Document]) -> Document:
        found = self.book.find(kind, number)
        if found is None:
            found = make()
            self.keep([found])
        return found

    def change_previews(self) -> Sequence[ChangePreview]:
        """What every quoted change would come to."""
        return self.book.all(ChangePreview)
