"""The ERP: it derives its journal from what reaches it, recognizes revenue, and closes periods."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from engine import (
    banking,
    checking_off,
    closing,
    consolidating,
    intercompany,
    journaling,
    ledger,
    merging,
    posting,
    recognizing,
    recording,
)
from engine.accompanying import accompany
from engine.handing_over import hand_over
from engine.holding_off import hold_off
from engine.journaling import journalize
from engine.model.areas import Area, AreaClose, CloseKind
from engine.model.bank import BankItem, BankLine, BankMatch, StatedLine
from engine.model.calendar import AccountingPeriod
from engine.model.checklist import CloseTask, TaskDone
from engine.model.company import AllowanceBucket, Onboarding
from engine.model.currency import ExchangeRate
from engine.model.document import Document
from engine.model.intercompany import ConsolidatedRow, IntercompanyCharge, IntercompanySettlement
from engine.model.journal import (
    AccountBalance,
    JournalEntry,
    LedgerAccount,
    PeriodClose,
    PeriodReopening,
    TrialBalanceRow,
)
from engine.model.manual import JournalApproval, ManualDraft, ManualJournal
from engine.model.masters import CustomerMerge
from engine.model.money import Money
from engine.model.revenue import Fact, RevenueFact, RevenueMonth, RevenueSchedule
from engine.model.transfers import ContractTransfer
from engine.providing import provide
from engine.receiving import receive
from engine.recognizing import recognize
from engine.revaluing import revalue, take_back
from engine.scheduling import follow_rates, reschedule
from fakes.systems.system import SystemOfRecord


class Erp(SystemOfRecord):
    """Owns chart, entries, revenue schedules and periods."""

    name = "erp"
    stages = (take_back, follow_rates, journalize, hand_over, accompany, recognize, hold_off, provide, revalue)

    def take(self, event: str, document: Document) -> JournalEntry | None:
        """Take in what a business event brings (`event`: its number): the entry it makes, or None.

        A document that came before answers with its first entry. Refused, and kept as a rejection, if it cannot be posted.
        """
        with self.taking(event, document):
            if isinstance(document, Onboarding):
                self.onboard(document)
            if isinstance(document, CustomerMerge):
                return self._merge(document)
            return receive(self.book, document, self.today)

    def _merge(self, merge: CustomerMerge) -> JournalEntry | None:
        if not self.book.has(CustomerMerge, merge.number):
            for entry in list(merging.transfer(self.book, merge)):
                self.keep([posting.moved(self.book, entry)])
            self.follow(merge)
        return next(iter(self.book.about(JournalEntry, "event", f"customers merged:{merge.number}")), None)

    def wrote(self, document: Document) -> None:
        """Revenue and closes are told to whom they concern; the allowance is the ledger's own affair."""
        if isinstance(document, PeriodClose):
            self.tell("period closed", document)
        elif isinstance(document, JournalEntry) and document.event.startswith("revenue posted:"):
            self.tell("revenue posted", document, document.label)

    def prepare_journal(self, draft: ManualDraft) -> ManualJournal:
        """Keep a manual journal for approval."""
        return journaling.prepare(self.book, draft, self.today)

    def approve_journal(self, name: str, approver: str) -> JournalApproval:
        """Let somebody other than the preparer release a manual journal, by its name, for posting."""
        return journaling.approve(self.book, name, approver, self.today)

    def manual_journals(self) -> Sequence[ManualJournal]:
        """Every manual journal, approved or not."""
        return self.book.all(ManualJournal)

    def journal_approvals(self) -> Sequence[JournalApproval]:
        """Every approval of a manual journal."""
        return self.book.all(JournalApproval)

    def record(self, contract: str, fact: Fact, effective: date) -> RevenueFact:
        """Finance records a fact about a contract; the schedules follow."""
        recorded = recording.record(self.book, contract, fact, effective, self.today)
        self.keep([recorded])
        self.keep(reschedule(self.book, recorded, self.today))
        return recorded

    def facts(self) -> Sequence[RevenueFact]:
        """Every fact recorded, in order."""
        return self.book.all(RevenueFact)

    def bring_in(self, entity: str, line: StatedLine) -> BankLine:
        """A line of a bank statement."""
        made = banking.bring_in(self.book, entity, line, self.today)
        return self.book.find(BankLine, made.number) or self.book.add(made)

    def match_line(self, line: str, documents: Sequence[str]) -> BankMatch:
        """Somebody says which documents a bank line is."""
        return self.written(banking.match(self.book, line, tuple(documents), self.today))

    def bank_items(self, as_of: date) -> Sequence[BankItem]:
        """Bank lines and entries on bank accounts, matched or not, at the end of that day."""
        return banking.bank_items(self.book, as_of)

    def charge(self, entity: str, to: str, amount: Money, reason: str) -> IntercompanyCharge:
        """One legal entity charges another for what it has done for it."""
        made = intercompany.charge(self.book, entity, to, amount, reason, self.today)
        self.keep([*intercompany.entered(self.book, made), made])
        return made

    def settle(self, entity: str, to: str, amount: Money) -> IntercompanySettlement:
        """A legal entity pays what it owes another."""
        made = intercompany.settle(self.book, entity, to, amount, self.today)
        self.keep([*intercompany.entered(self.book, made), made])
        return made

    def charges(self) -> Sequence[IntercompanyCharge]:
        """What legal entities charged each other."""
        return self.book.all(IntercompanyCharge)

    def settlements(self) -> Sequence[IntercompanySettlement]:
        """What legal entities paid each other."""
        return self.book.all(IntercompanySettlement)

    def transfers(self) -> Sequence[ContractTransfer]:
        """What was handed over with contracts that passed to another customer or legal entity."""
        return self.book.all(ContractTransfer)

    def consolidation(self, period: AccountingPeriod, currency: str) -> Sequence[ConsolidatedRow]:
        """The group's trial balance at the end of a period, in a currency."""
        return consolidating.consolidate(self.book, period, currency)

    def close(self, period: AccountingPeriod, entity: str = "") -> PeriodClose:
        """Close a period and all before it, of one legal entity or ("") of all: nothing is posted into them any more."""
        self.keep(closing.close(self.book, period, self.today, entity))
        return self.book.all(PeriodClose)[-1]

    def close_area(
        self, area: Area, period: AccountingPeriod, kind: CloseKind, admits: Sequence[str] = (), entity: str = ""
    ) -> AreaClose:
        """Close an area of a period's ledger softly, for all but the roles and kinds of documents it admits, or hard."""
        self.keep(closing.close_area(self.book, area, period, kind, admits, self.today, entity))
        return self.book.all(AreaClose)[-1]

    def area_closes(self) -> Sequence[AreaClose]:
        """Every close of an area, in order."""
        return self.book.all(AreaClose)

    def close_tasks(self) -> Sequence[CloseTask]:
        """The close checklist, in order."""
        return self.book.company.close_tasks

    def check_off(self, period: AccountingPeriod, task: str, by: str, started: date | None = None) -> TaskDone:
        """A task of a period's close is done today, by a role that began it on a day (None: today)."""
        self.keep([done := checking_off.check_off(self.book, period, task, by, started, self.today)])
        return done

    def tasks_done(self) -> Sequence[TaskDone]:
        """Every task done, of every period, in order."""
        return self.book.all(TaskDone)

    def reopen(
        self, period: AccountingPeriod, requester: str, approver: str, reason: str, area: Area | None = None
    ) -> PeriodReopening:
        """Open a closed period, or one area of it, and every later one, again, with a second person's approval."""
        self.keep(closing.reopen(self.book, period, requester, approver, reason, self.today, area))
        return self.book.all(PeriodReopening)[-1]

    def reopenings(self) -> Sequence[PeriodReopening]:
        """Every reopening, in order."""
        return self.book.all(PeriodReopening)

    def rates(self) -> Sequence[ExchangeRate]:
        """The exchange rates that the ledger goes by."""
        return self.book.company.exchange_rates

    def loss_rates(self) -> Sequence[AllowanceBucket]:
        """The expected losses that the ledger goes by."""
        return self.book.company.allowance

    def closes(self) -> Sequence[PeriodClose]:
        """Every close, in order."""
        return self.book.all(PeriodClose)

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
        return ledger.trial_balance(self.book, period)

    def schedules(self) -> Sequence[RevenueSchedule]:
        """Every version of every revenue schedule."""
        return self.book.all(RevenueSchedule)

    def revenue(self, through: AccountingPeriod | None) -> Sequence[RevenueMonth]:
        """Revenue by contract, product and month: scheduled and posted; whole terms unless limited."""
        return recognizing.revenue(self.book, through)
