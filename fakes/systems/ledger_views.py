"""The ERP's books as it shows them: chart, entries, balances, schedules, and what was found out after a close."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine.ledger import dimensioning
from engine.ledger import general_ledger as ledger
from engine.model.calendar import AccountingPeriod
from engine.model.findings import AccountsAuthorization, Finding
from engine.model.journal import AccountBalance, JournalEntry, LedgerAccount, LineDimension, TrialBalanceRow
from engine.model.revenue import RevenueMonth, RevenueSchedule
from engine.portioning import own
from engine.revenue import recognizing
from fakes.systems.periods import PeriodDesk


class LedgerViews(PeriodDesk):
    """What stands in the ERP's books."""

    def accounts(self) -> Sequence[LedgerAccount]:
        """The chart of accounts."""
        return self.book.company.accounts

    def journal(self, start: date, end: date) -> Sequence[JournalEntry]:
        """The entries posted from `start` to `end`, both included, in posting order."""
        return ledger.journal(self.book, start, end)

    def balances(self, as_of: date) -> Sequence[AccountBalance]:
        """What stands on each account at the end of that day, by customer."""
        return ledger.balances(self.book, as_of)

    def trial_balance(self, period: AccountingPeriod) -> Sequence[TrialBalanceRow]:
        """Opening, movements and closing of each account."""
        return ledger.trial_balance(self.book, own(self.book, period))

    def trial_balance_by(self, period: AccountingPeriod, dimension: LineDimension) -> Sequence[TrialBalanceRow]:
        """The same by region, channel, customer, contract or product."""
        return dimensioning.trial_balance_by(self.book, own(self.book, period), dimension)

    def findings(self) -> Sequence[Finding]:
        """What was found out about periods after their end, in order."""
        return self.book.all(Finding)

    def authorizations(self) -> Sequence[AccountsAuthorization]:
        """Which accounts were authorized for issue, in order."""
        return self.book.all(AccountsAuthorization)

    def schedules(self) -> Sequence[RevenueSchedule]:
        """Every version of every revenue schedule."""
        return self.book.all(RevenueSchedule)

    def revenue(self, through: AccountingPeriod | None, as_of: date | None = None) -> Sequence[RevenueMonth]:
        """Revenue by contract, product and month: posted, and scheduled (today, or as of a day); whole terms unless limited."""
        return recognizing.revenue(self.book, own(self.book, through) if through else None, as_of or date.max)
