"""The door to the ERP: journal, revenue and periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from engine.model.areas import Area, AreaClose, CloseKind
from engine.model.bank import BankItem, BankLine, BankMatch, StatedLine
from engine.model.calendar import AccountingPeriod
from engine.model.checklist import CloseTask, TaskDone
from engine.model.company import AllowanceBucket
from engine.model.currency import ExchangeRate
from engine.model.findings import AccountsAuthorization, Finding, FindingDraft
from engine.model.intercompany import ConsolidatedRow, IntercompanyCharge, IntercompanySettlement
from engine.model.journal import (
    AccountBalance,
    JournalEntry,
    LedgerAccount,
    LineDimension,
    PeriodClose,
    PeriodReopening,
    Rejection,
    TrialBalanceRow,
)
from engine.model.manual import JournalApproval, ManualDraft, ManualJournal
from engine.model.money import Money
from engine.model.revenue import Fact, RevenueFact, RevenueMonth, RevenueSchedule
from engine.model.transfers import ContractTransfer
from ports.masters import MastersPort
from ports.takeovers import RehearsalPort


class ErpPort(MastersPort, RehearsalPort, Protocol):
    """Every act answers with the document it made, or raises ports.refusal.Refused. Every view is read-only."""

    def prepare_journal(self, draft: ManualDraft) -> ManualJournal:
        """Keep a manual journal for approval."""
        ...

    def approve_journal(self, name: str, approver: str) -> JournalApproval:
        """Let somebody other than the preparer release a manual journal, by its name, for posting."""
        ...

    def report(self, draft: FindingDraft) -> Finding:
        """Report what is found out about a period after its end: an error, a change of estimate, an event."""
        ...

    def authorize(self, period: AccountingPeriod, by: str, entity: str = "") -> AccountsAuthorization:
        """Let the accounts of a closed period be issued, of one legal entity or ("") of the first."""
        ...

    def findings(self) -> Sequence[Finding]:
        """Everything reported so, in order."""
        ...

    def authorizations(self) -> Sequence[AccountsAuthorization]:
        """Which accounts were authorized for issue, in order."""
        ...

    def manual_journals(self) -> Sequence[ManualJournal]:
        """Every manual journal, approved or not."""
        ...

    def journal_approvals(self) -> Sequence[JournalApproval]:
        """Every approval of a manual journal."""
        ...

    def close(self, period: AccountingPeriod, entity: str = "") -> PeriodClose:
        """Close a period and all before it, of one legal entity or ("") of all: nothing is posted into them any more."""
        ...

    def record(self, contract: str, fact: Fact, effective: date) -> RevenueFact:
        """Finance records what decides about a contract's revenue: a delivery, progress, an estimate."""
        ...

    def facts(self) -> Sequence[RevenueFact]:
        """Every fact recorded, in order."""
        ...

    def close_area(
        self, area: Area, period: AccountingPeriod, kind: CloseKind, admits: Sequence[str] = (), entity: str = ""
    ) -> AreaClose:
        """Close an area of a period's ledger softly, for all but the roles and kinds of documents it admits, or hard."""
        ...

    def area_closes(self) -> Sequence[AreaClose]:
        """Every close of an area, in order."""
        ...

    def close_tasks(self) -> Sequence[CloseTask]:
        """The close checklist, in order."""
        ...

    def check_off(
        self, period: AccountingPeriod, task: str, by: str, started: date | None = None, entity: str = ""
    ) -> TaskDone:
        """A task of a period's close is done today, by a role that began it on a day ("None": today); in the books of one legal
        entity or ("") of all in which it is open. A task of the group is done once."""
        ...

    def tasks_done(self) -> Sequence[TaskDone]:
        """Every task done, of every period, in order."""
        ...

    def reopen(
        self, period: AccountingPeriod, requester: str, approver: str, reason: str, area: Area | None = None
    ) -> PeriodReopening:
        """Open a closed period, or one area of it, and every later one, again, with a second person's approval."""
        ...

    def reopenings(self) -> Sequence[PeriodReopening]:
        """Every reopening, in order."""
        ...

    def bring_in(self, entity: str, line: StatedLine) -> BankLine:
        """A line of a legal entity's bank statement ("": the first entity); with the bank's own number it is taken once."""
        ...

    def match_line(self, line: str, documents: Sequence[str]) -> BankMatch:
        """Say which documents a bank line is, whatever would be found by itself."""
        ...

    def bank_items(self, as_of: date) -> Sequence[BankItem]:
        """Bank lines and entries on bank accounts, matched or not, as of a day; nothing where no statement was brought in."""
        ...

    def charge(
        self, entity: str, to: str, amount: Money, reason: str, gives: str = "", takes: str = ""
    ) -> IntercompanyCharge:
        """One legal entity charges another for what it has done for it: what the one credits and the other debits, if not
        intercompany revenue and expenses."""
        ...

    def settle(self, entity: str, to: str, amount: Money) -> IntercompanySettlement:
        """A legal entity pays what it owes another."""
        ...

    def charges(self) -> Sequence[IntercompanyCharge]:
        """What legal entities charged each other."""
        ...

    def settlements(self) -> Sequence[IntercompanySettlement]:
        """What legal entities paid each other."""
        ...

    def transfers(self) -> Sequence[ContractTransfer]:
        """What was handed over with contracts that passed to another customer or legal entity."""
        ...

    def consolidation(self, period: AccountingPeriod, currency: str) -> Sequence[ConsolidatedRow]:
        """The group's trial balance at the end of a period, in a currency."""
        ...

    def rates(self) -> Sequence[ExchangeRate]:
        """The exchange rates that the ledger goes by."""
        ...

    def fiscal_calendars(self) -> Sequence[str]:
        """The one calendar of accounting periods, as `engine.model.fiscal` writes it ("": calendar months)."""
        ...

    def loss_rates(self) -> Sequence[AllowanceBucket]:
        """The expected losses that the ledger goes by: of what is overdue by so many days, the percentage."""
        ...

    def closes(self) -> Sequence[PeriodClose]:
        """Every close, in order."""
        ...

    def accounts(self) -> Sequence[LedgerAccount]:
        """The chart of accounts."""
        ...

    def journal(self, start: date, end: date) -> Sequence[JournalEntry]:
        """The entries posted from `start` to `end`, both included, in posting order."""
        ...

    def balances(self, as_of: date) -> Sequence[AccountBalance]:
        """What stands on each account at the end of that day, by customer."""
        ...

    def trial_balance(self, period: AccountingPeriod) -> Sequence[TrialBalanceRow]:
        """Opening, movements and closing of each account."""
        ...

    def trial_balance_by(self, period: AccountingPeriod, dimension: LineDimension) -> Sequence[TrialBalanceRow]:
        """The same told apart by region, channel, customer, contract or product of the lines; for a year's income statement
        before it is closed too."""
        ...

    def schedules(self) -> Sequence[RevenueSchedule]:
        """Every version of every revenue schedule."""
        ...

    def revenue(self, through: AccountingPeriod | None, as_of: date | None = None) -> Sequence[RevenueMonth]:
        """Revenue by contract, product and month: posted, and scheduled (today, or as schedules stood at the end of a day);
        whole terms unless limited."""
        ...

    def exceptions(self) -> Sequence[Rejection]:
        """Business events the ERP would not take, with the reason."""
        ...
