"""The tax ledger: what was taxed at which percentage, tax by tax, said by invoices and credit memos themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from itertools import chain

from engine.model.invoices import CreditMemo, CreditMemoLine, DocumentLine, Invoice
from engine.model.money import Money, total


@dataclass(slots=True)
class _Account:
    taxable: list[Money] = field(default_factory=list)
    charged: list[Money] = field(default_factory=list)
    credited: list[Money] = field(default_factory=list)


Key = tuple[str, Decimal, str, str]
"""A tax, its percentage, its treatment, and the currency."""


def tax_ledger(
    invoices: Iterable[Invoice], memos: Iterable[CreditMemo], start: date, end: date
) -> Iterator[dict[str, object]]:
    """One row for each tax, percentage and treatment: what it is on (credits taken off), charged, credited, and due."""
    accounts: dict[Key, _Account] = {}
    for document in chain[Invoice | CreditMemo](invoices, memos):
        if start <= document.posting_date <= end:
            for line in document.lines:
                _enter(accounts, line, document.currency)
    for (tax, percent, treatment, currency), account in sorted(accounts.items()):
        charged, credited = total(account.charged, currency), total(account.credited, currency)
        yield {
            "tax": tax,
            "rate": percent / 100,
            "treatment": treatment,
            "taxable": total(account.taxable, currency),
            "charged": charged,
            "credited": credited,
            "due": charged - credited,
        }


def _enter(accounts: dict[Key, _Account], line: DocumentLine, currency: str) -> None:
    for tax in line.by_tax:
        account = accounts.setdefault((tax.tax, tax.percent, line.treatment, currency), _Account())
        credit = isinstance(line, CreditMemoLine)
        base = line.net if line.taxable is None else line.taxable
        account.taxable.append(-base if credit else base)
        (account.credited if credit else account.charged).append(tax.amount)
