"""Taxes on sales that a company owes itself and not for its customers: they are part of the price, and an expense.

IFRS 15.47 and 606-10-32-2 take out only what is collected on behalf of third parties; handbook P18. What is taxed is revenue over the
same days as what it is a tax on; what a credit takes back of it is less revenue over the days it concerns.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from engine.book import Book
from engine.model.contracts import Contract, Subscription
from engine.model.invoices import CreditMemo, Invoice
from engine.model.orders import OrderLine
from engine.model.revenue import SchedulePiece
from engine.revenue.allocating import for_line
from engine.revenue.promising import served
from engine.terms.progressing import Pieces

BORNE = "sales tax borne"


def is_gross(book: Book) -> bool:
    """Whether the company's books hold taxes on sales as revenue and expense."""
    return book.company.policies.gross_tax == "included"


def amounts(book: Book, contract: Contract, today: date, month_end: date) -> Iterator[tuple[str, str, int]]:
    """The taxes of all that was billed for a contract, less those of what was credited."""
    if not is_gross(book):
        return
    invoices = book.about(Invoice, "contract", contract.number)
    memos = book.about(CreditMemo, "contract", contract.number)
    billed = sum(line.tax.minor for invoice in invoices for line in invoice.lines)
    yield BORNE, "borne", billed - sum(line.tax.minor for memo in memos for line in memo.lines)


def with_taxes(book: Book, contract: Contract, state: Subscription, lines: dict[str, OrderLine], found: Pieces) -> None:
    """Add the taxes of what is billed and credited to the pieces, line by line."""
    for invoice in book.about(Invoice, "contract", contract.number) if is_gross(book) else ():
        for billed in invoice.lines:
            known = lines.get(billed.line)
            days = served(known, billed.service, state.end) if known else billed.service
            piece = SchedulePiece(service=days, amount=billed.tax, source=invoice.number)
            own = for_line(known, days, billed.tax, invoice.number) if known else piece
            found.setdefault(billed.line, []).append(own)
    for memo in book.about(CreditMemo, "contract", contract.number) if is_gross(book) else ():
        for credit in memo.lines:
            piece = SchedulePiece(service=credit.revenue_service, amount=-credit.tax, source=memo.number)
            found.setdefault(credit.line, []).append(piece)
