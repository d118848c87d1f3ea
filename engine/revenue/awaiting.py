"""What usage is worth whose readings are late: an estimated quantity at the contract's own prices (handbook 4.11).

It is revenue of its days until a reading of them comes or they are invoiced; then what was read, or invoiced, is. Nothing of it
is ever billed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import cast

from engine.billing.metered import is_metered
from engine.billing.owing import Agreement
from engine.book import Book
from engine.model.calendar import ServicePeriod, long_date
from engine.model.contracts import Contract
from engine.model.document import dated
from engine.model.invoices import Invoice
from engine.model.money import Money
from engine.model.orders import OrderLine
from engine.model.revenue import RevenueFact, SchedulePiece, UsageEstimate
from engine.model.usage import Usage
from engine.refusals import Refused
from engine.terms.progressing import facts


class _Supposed(Agreement):
    """A contract as it would be due if more had been read."""

    def __init__(self, book: Book, contract: Contract, supposed: Sequence[Usage]) -> None:
        super().__init__(book, contract)
        self._supposed = supposed

    def arrived(self, line: OrderLine, on: date) -> list[Usage]:
        """The readings of a line that count on that day, and after them those that are supposed."""
        return [*super().arrived(line, on), *(one for one in self._supposed if one.line == line.id)]

    def minor(self) -> int:
        """All that is due for the whole term, in the smallest unit."""
        return sum(place.money_due().minor for place in self.through(date.max))


def worth(book: Book, contract: Contract, fact: UsageEstimate) -> Money:
    """What the estimated use adds to what the contract comes to, beside the readings that are known and other estimates."""
    agreement = Agreement(book, contract)
    others = [other for _, other in _standing(book, contract.number) if _key(other) != _key(fact)]
    before = [_reading(agreement, other) for other in others]
    after = [*before, _reading(agreement, fact)]
    more = _Supposed(book, contract, after).minor() - _Supposed(book, contract, before).minor()
    return Money(more, contract.currency)


def _reading(agreement: Agreement, fact: UsageEstimate) -> Usage:
    """What is estimated beyond the readings that are known, as if it had been read on the last of its days."""
    line, day, contract = _lines(agreement, fact)[0], fact.service.end, agreement.contract
    known = [one.quantity for one in agreement.usage(line, date.max) if one.effective_date in fact.service]
    return Usage(
        number=f"estimate {long_date(day)}",
        **dated(day, effective=day),
        customer=contract.customer,
        contract=contract.number,
        line=line.id,
        product=line.product,
        charge=line.charge.name,
        quantity=max(fact.quantity - sum(known), 0),
    )


def _lines(agreement: Agreement, fact: UsageEstimate) -> list[OrderLine]:
    return [line for line in agreement.now.lines if line.product == fact.product and is_metered(line)]


def check_awaited(book: Book, contract: Contract, fact: UsageEstimate) -> None:
    """Refused but for one charge by usage that is added up, for days within one billing period of it that are not invoiced."""
    agreement, days = Agreement(book, contract), fact.service
    lines = _lines(agreement, fact)
    told = f"{long_date(days.start)} to {long_date(days.end)}"
    if len(lines) != 1:
        many = "more than once" if lines else "not"
        raise Refused("not-by-usage", f"contract {contract.number} charges {fact.product!r} {many} by usage")
    if fact.quantity < 0:
        raise Refused("below-zero", f"{fact.quantity:,} of {fact.product!r} cannot have been used")
    if (lines[0].charge.counted, lines[0].charge.rated_per) != ("sum", "billing period") or agreement.top_ups():
        raise Refused(
            "not-one-price",
            f"what {fact.product!r} of contract {contract.number} costs does not follow from how much is used in all: "
            "estimate it as an amount",
        )
    periods = (there.service for there in agreement.periods(lines[0], None))
    if not any(there.start <= days.start and days.end <= there.end for there in periods):
        raise Refused("no-billing-period", f"{told} is within no billing period of {fact.product!r}")
    if _invoiced(book, contract.number, fact.product, days):
        raise Refused("already-billed", f"{fact.product!r} of contract {contract.number} is invoiced for {told}")


def awaited(book: Book, contract: str, products: Mapping[str, str]) -> Iterator[tuple[str, list[SchedulePiece]]]:
    """What is accrued for usage whose readings are late, by line."""
    for recorded, fact in _standing(book, contract):
        line = next(line for line, product in products.items() if product == fact.product)
        amount = cast(Money, recorded.included)
        yield line, [SchedulePiece(service=fact.service, amount=amount, source=recorded.number)]


def replaces_an_estimate(book: Book, invoice: Invoice) -> bool:
    """Whether an invoice bills days of which usage was estimated."""
    told = [known.fact for known in facts(book, invoice.contract)]
    own = [fact for fact in told if isinstance(fact, UsageEstimate)]
    return any(
        fact.product == line.product and line.service.overlap(fact.service) for fact in own for line in invoice.lines
    )


def _standing(book: Book, contract: str) -> list[tuple[RevenueFact, UsageEstimate]]:
    """The newest estimate of each product and days, without those that a later reading or an invoice has replaced."""
    newest = {
        _key(known.fact): (known, known.fact)
        for known in facts(book, contract)
        if isinstance(known.fact, UsageEstimate)
    }
    return [(known, fact) for known, fact in newest.values() if not _replaced(book, known, fact)]


def _key(fact: UsageEstimate) -> tuple[str, ServicePeriod]:
    return fact.product, fact.service


def _replaced(book: Book, known: RevenueFact, fact: UsageEstimate) -> bool:
    later = book.about(Usage, "contract", known.contract)[known.readings :]
    read = any(one.product == fact.product and one.effective_date in fact.service for one in later)
    return read or _invoiced(book, known.contract, fact.product, fact.service)


def _invoiced(book: Book, contract: str, product: str, days: ServicePeriod) -> bool:
    lines = (line for invoice in book.about(Invoice, "contract", contract) for line in invoice.lines)
    return any(line.product == product and line.service.overlap(days) for line in lines)
