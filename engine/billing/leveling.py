"""Which charges billed on one day are rounded together, and what that makes of what is still to be billed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

from engine.billing.invoicing import TOGETHER
from engine.billing.levying import agreed_net, units_of
from engine.billing.taxing import net_of
from engine.book import Book
from engine.model.contracts import Contract, PlannedLine
from engine.model.orders import OrderLine
from engine.model.policies import Policies


def rounded_together(policies: Policies) -> Callable[[PlannedLine | OrderLine], str] | None:
    """Which charges billed on one day are rounded together, if any are: where prices hold a tax that is rounded for several
    lines, those, as its net is what that tax leaves; else by the stage at which the company rounds."""
    return TOGETHER.get(policies.rounded_at)


def leveled(book: Book, contract: Contract, plan: Iterable[PlannedLine]) -> tuple[PlannedLine, ...]:
    """What is still to be billed, rounded as its invoices will be."""
    found, policies = list(plan), book.company.policies
    together = rounded_together(policies)
    if together is None and policies.tax_price == "exclusive":
        return tuple(found)
    groups: dict[object, list[int]] = {}
    for place, line in enumerate(found):
        if not line.invoice:
            groups.setdefault((line.bill_date, together(line)) if together else place, []).append(place)
    for places in groups.values():
        exact = [_exact(book, contract, found[place]) for place in places]
        agreed = sum((found[place].agreed for place in places), Fraction(0))
        whole = net_of(policies, sum(exact, Fraction(0)), agreed, contract.currency)
        if any(exact):
            for place, net in zip(places, whole.allocate(exact, policies.remainder), strict=True):
                found[place] = replace(found[place], net=net)
    return tuple(found)


def _exact(book: Book, contract: Contract, line: PlannedLine) -> Fraction:
    where = contract.customer, line.tax_code, line.service, line.bill_date
    return agreed_net(book, *where, line.agreed, units_of(line))
