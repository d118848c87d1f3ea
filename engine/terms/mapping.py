"""Whether what sales sells is mapped to how the ledger earns it: each charge of each product exactly once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.book import Book
from engine.model.catalog import Charge
from engine.model.company import Company
from engine.model.contracts import PlannedLine
from engine.model.orders import OrderLine
from engine.refusals import Refused


def unmapped(company: Company, product: str, charge: Charge) -> Iterator[str]:
    """What is wrong with the mapping of a sold charge, in words; nothing is, where the company maps nothing at all."""
    mapping = company.governance.mapping
    found = [row for row in mapping if row.product == product and row.charge in ("", charge.name)]
    what = f"{product!r}" if charge.name == product else f"{product!r} ({charge.name})"
    if mapping and not found:
        yield f"{what} is not mapped to a revenue treatment"
    elif len(found) > 1:
        yield f"{what} is mapped {len(found)} times: {', '.join(row.treatment for row in found)}"
    elif found and found[0].treatment != charge.recognition:
        yield f"{what} is mapped to {found[0].treatment!r}, and the catalog recognizes it {charge.recognition!r}"


def unmapped_planned(company: Company, line: PlannedLine) -> Iterator[str]:
    """The same of a line about to be billed; what is no charge of the catalog (a fee, say) needs no mapping."""
    for product in company.products if company.governance.mapping else ():
        for charge in (charge for plan in product.plans for charge in plan.charges):
            if (product.name, charge.name) == (line.product, line.charge):
                yield from unmapped(company, product.name, charge)
                return


def check_mapped(book: Book, lines: Iterable[OrderLine]) -> None:
    """Refused for a line that is not mapped once, where the company refuses at once what cannot be billed."""
    if book.company.policies.unbillable == "refused at once":
        for line in lines:
            for said in unmapped(book.company, line.product, line.charge):
                raise Refused("unmapped-product", said)
