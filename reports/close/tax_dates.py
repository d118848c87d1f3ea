"""What a tax return of some days has to say, by the day that decides for tax law, beside what the ledger posted on those days.

Tax points and return periods follow tax law, not the accounting period (handbook, section 6): service of March that is invoiced in
April may be taxed in March, and an invoice that reaches the ledger after a close is posted in a month in which its tax is not due.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from engine.model.calendar import ServicePeriod
from engine.model.invoices import CreditMemo, DocumentLine, Invoice
from engine.model.journal import JournalEntry
from engine.model.money import Money, total
from engine.model.policies.taxes import TaxPoint


class Taxed(NamedTuple):
    """A tax on a line: whose, at which percentage, the day that decides (tax date), the day it is posted (None: never), what it is
    on and what it comes to; both negative where it is credited."""

    entity: str
    tax: str
    percent: Decimal
    tax_date: date
    posted: date | None
    taxable: Money
    amount: Money


@dataclass(frozen=True, slots=True)
class TaxFigures:
    """What was taxed, by the tax point of the company: `documents` and the days on which the ledger posted each."""

    documents: tuple[Invoice | CreditMemo, ...]
    posted: Mapping[str, date]
    tax_point: TaxPoint

    def lines(self) -> Iterator[Taxed]:
        """Every tax of every line."""
        for document in self.documents:
            sign = -1 if isinstance(document, CreditMemo) else 1
            for line in document.lines:
                day = document.event_date if sign < 0 else _tax_date(line, document.event_date, self.tax_point)
                base = line.net if line.taxable is None else line.taxable
                for tax in line.by_tax:
                    posted = self.posted.get(document.number)
                    amounts = (Money(sign * one.minor, one.currency) for one in (base, tax.amount))
                    yield Taxed(document.entity, tax.tax, tax.percent, day, posted, *amounts)


def figures(
    documents: Iterable[Invoice | CreditMemo], journal: Iterable[JournalEntry], tax_point: TaxPoint
) -> TaxFigures:
    """What was taxed and when it was posted."""
    return TaxFigures(tuple(documents), {entry.source: entry.posting_date for entry in journal}, tax_point)


def tax_return(seen: TaxFigures, days: ServicePeriod) -> Iterator[dict[str, object]]:
    """One row for each entity, tax and percentage whose tax date is in those days: what it is on, and what is due."""
    found: dict[tuple[str, str, Decimal, str], list[Taxed]] = defaultdict(list)
    for one in seen.lines():
        if one.tax_date in days:
            found[one.entity, one.tax, one.percent, one.amount.currency].append(one)
    for (entity, tax, percent, currency), rows in sorted(found.items()):
        yield {
            "entity": entity,
            "tax": tax,
            "rate": percent / 100,
            "taxable": total((one.taxable for one in rows), currency),
            "due": total((one.amount for one in rows), currency),
        }


def beside_the_ledger(seen: TaxFigures, days: ServicePeriod) -> Iterator[dict[str, object]]:
    """One row for each entity and tax: due by tax date = posted in those days, less what of it belongs to other returns, and what
    this return has of other days' postings."""
    found: dict[tuple[str, str, str], list[Taxed]] = defaultdict(list)
    for one in seen.lines():
        if one.amount and (one.tax_date in days or _is_posted(one, days)):
            found[one.entity, one.tax, one.amount.currency].append(one)
    for (entity, tax, currency), rows in sorted(found.items()):
        due, posted = ([one for one in rows if one.tax_date in days], [one for one in rows if _is_posted(one, days)])
        yield {
            "entity": entity,
            "tax": tax,
            "due": _sum(due, currency),
            "posted": _sum(posted, currency),
            "of other returns": _sum((one for one in posted if one.tax_date not in days), currency),
            "posted elsewhere": _sum((one for one in due if not _is_posted(one, days)), currency),
        }


def _is_posted(one: Taxed, days: ServicePeriod) -> bool:
    return one.posted is not None and one.posted in days


def _sum(rows: Iterable[Taxed], currency: str) -> Money:
    return total((one.amount for one in rows), currency)


def _tax_date(line: DocumentLine, invoiced: date, point: TaxPoint) -> date:
    """The day that decides for a line; of one that was cut by days, its first."""
    if point == "invoice date":
        return invoiced
    return line.service.end if point == "service period end" else line.service.start
