"""One legal entity's books in one currency, in one month: what every section of a close report reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from engine.model.close import Reconciliation, ReportLine
from engine.model.contracts import Subscription
from engine.model.intercompany import ConsolidatedRow
from engine.model.journal import JournalEntry, JournalLine, TrialBalanceRow
from engine.model.money import Money
from engine.model.revenue import RevenueMonth
from reports.tie_outs.controls import Ledger
from reports.tie_outs.quality import Quality


class Month:
    """The month whose last day the snapshot shows."""

    def __init__(self, ledger: Ledger, entity: str, currency: str, ties: Sequence[Reconciliation] = ()) -> None:
        self.year_begins = "January"
        self.group: Sequence[ConsolidatedRow] = ()
        self.books: Sequence[tuple[str, Sequence[TrialBalanceRow]]] = ()
        self.quality: Sequence[Quality] = ()
        self.subscribed: Sequence[Subscription] = ()
        self.revenue_before: Sequence[RevenueMonth] = ()
        self.authorized_discount: Decimal | None = None
        self.entities: Sequence[tuple[str, str]] = ()
        self.ledger = ledger
        self.snapshot = ledger.snapshot
        self.entity = entity
        self.currency = currency
        self.ties = ties
        self.period = ledger.snapshot.period

    def line(self, line: str, minor: int, before: int | None = None, moves: int = 0) -> ReportLine:
        """A line of the report, in the month's currency; beside it, what it came to in the month before. `moves`: see there."""
        prior = None if before is None else Money(before, self.currency)
        return ReportLine(line=line, amount=Money(minor, self.currency), prior=prior, moves=moves)

    def lines(self, role: str) -> Iterator[tuple[JournalEntry, JournalLine]]:
        """The journal lines on accounts of that role, of any day; what is translated, at its worth in the books' currency."""
        for entry, line in self.ledger.lines([role]):
            if entry.entity == self.entity and line.booked.currency == self.currency:
                yield entry, replace(line, amount=line.booked)
            elif (entry.entity, entry.currency) == (self.entity, self.currency):
                yield entry, line

    def entries(self) -> Iterator[JournalEntry]:
        """The entries posted in the month."""
        for entry in self.snapshot.erp.journal:
            kept = self.entity == entry.entity and self.currency in (entry.currency, entry.book_currency)
            if kept and self.within(entry.posting_date):
                yield entry

    def within(self, day: date) -> bool:
        """Whether the day is one of the month's."""
        return self.period.start <= day <= self.period.end

    def revenue(self) -> Iterator[RevenueMonth]:
        """What the entity's contracts recognize in this currency, month by month."""
        return self._ours(self.snapshot.erp.revenue)

    def expected_before(self) -> Iterator[RevenueMonth]:
        """The same as it stood at the end of the month before."""
        return self._ours(self.revenue_before)

    def _ours(self, rows: Iterable[RevenueMonth]) -> Iterator[RevenueMonth]:
        for row in rows:
            if (row.entity, row.scheduled.currency) == (self.entity, self.currency):
                yield row
