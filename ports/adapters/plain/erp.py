"""The ERP's door, over Tieout's own API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

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
from ports.adapters.plain.masters import PlainMasters
from ports.adapters.plain.takeovers import PlainRehearsal
from ports.adapters.plain.wire import Wire, month, segment


class PlainErp(PlainRehearsal, PlainMasters):
    """ports.erp.ErpPort."""

    system = "erp"

    def __init__(self, wire: Wire) -> None:
        self._wire = wire

    def prepare_journal(self, draft: ManualDraft) -> ManualJournal:
        """Keep a manual journal."""
        return self._wire.act(ManualJournal, "/erp/manual-journals", draft)

    def approve_journal(self, name: str, approver: str) -> JournalApproval:
        """Release a manual journal."""
        return self._wire.act(JournalApproval, "/erp/journal-approvals", {"name": name, "approver": approver})

    def report(self, draft: FindingDraft) -> Finding:
        """Report an error, a change of estimate or an event."""
        return self._wire.act(Finding, "/erp/findings", draft)

    def authorize(self, period: AccountingPeriod, by: str, entity: str = "") -> AccountsAuthorization:
        """Let accounts be issued."""
        asked = {"period": month(period), "by": by, "entity": entity}
        return self._wire.act(AccountsAuthorization, "/erp/authorizations", asked)

    def findings(self) -> Sequence[Finding]:
        """Everything reported so."""
        return self._wire.every(Finding, "/erp/findings")

    def authorizations(self) -> Sequence[AccountsAuthorization]:
        """Which accounts were authorized."""
        return self._wire.every(AccountsAuthorization, "/erp/authorizations")

    def manual_journals(self) -> Sequence[ManualJournal]:
        """Every manual journal."""
        return self._wire.every(ManualJournal, "/erp/manual-journals")

    def journal_approvals(self) -> Sequence[JournalApproval]:
        """Every approval of one."""
        return self._wire.every(JournalApproval, "/erp/journal-approvals")

    def close(self, period: AccountingPeriod, entity: str = "") -> PeriodClose:
        """Close a month and all before it."""
        return self._wire.act(PeriodClose, "/erp/closes", {"period": month(period), "entity": entity})

    def record(self, contract: str, fact: Fact, effective: date) -> RevenueFact:
        """A fact about a contract's revenue."""
        body = {"contract": contract, "fact": fact, "effective": effective}
        return self._wire.act(RevenueFact, "/erp/revenue-facts", body)

    def facts(self) -> Sequence[RevenueFact]:
        """Every fact recorded."""
        return self._wire.every(RevenueFact, "/erp/revenue-facts")

    def close_area(
        self, area: Area, period: AccountingPeriod, kind: CloseKind, admits: Sequence[str] = (), entity: str = ""
    ) -> AreaClose:
        """Close an area of a month's ledger."""
        asked = {"area": area, "period": month(period), "kind": kind, "admits": list(admits), "entity": entity}
        return self._wire.act(AreaClose, "/erp/area-closes", asked)

    def area_closes(self) -> Sequence[AreaClose]:
        """Every close of an area."""
        return self._wire.every(AreaClose, "/erp/area-closes")

    def close_tasks(self) -> Sequence[CloseTask]:
        """The close checklist."""
        return self._wire.every(CloseTask, "/erp/close-tasks")

    def check_off(
        self, period: AccountingPeriod, task: str, by: str, started: date | None = None, entity: str = ""
    ) -> TaskDone:
        """A task of a month's close is done."""
        asked = {"period": month(period), "task": task, "by": by, "started": started, "entity": entity}
        return self._wire.act(TaskDone, "/erp/tasks-done", asked)

    def tasks_done(self) -> Sequence[TaskDone]:
        """Every task done."""
        return self._wire.every(TaskDone, "/erp/tasks-done")

    def reopen(
        self, period: AccountingPeriod, requester: str, approver: str, reason: str, area: Area | None = None
    ) -> PeriodReopening:
        """Open a month, or an area of it, and all after it again."""
        asked = {"period": month(period), "requester": requester, "approver": approver, "reason": reason, "area": area}
        return self._wire.act(PeriodReopening, "/erp/reopenings", asked)

    def reopenings(self) -> Sequence[PeriodReopening]:
        """Every reopening."""
        return self._wire.every(PeriodReopening, "/erp/reopenings")

    def bring_in(self, entity: str, line: StatedLine) -> BankLine:
        """A line of a bank statement."""
        return self._wire.act(BankLine, "/erp/bank-lines", {"entity": entity, "line": line})

    def match_line(self, line: str, documents: Sequence[str]) -> BankMatch:
        """Match it by hand."""
        return self._wire.act(BankMatch, f"/erp/bank-lines/{segment(line)}/matches", {"documents": list(documents)})

    def bank_items(self, as_of: date) -> Sequence[BankItem]:
        """Bank lines and entries, matched or not."""
        return self._wire.every(BankItem, "/erp/bank-items", as_of=as_of)

    def charge(
        self, entity: str, to: str, amount: Money, reason: str, gives: str = "", takes: str = ""
    ) -> IntercompanyCharge:
        """One entity charges another."""
        body = {"entity": entity, "to": to, "amount": amount, "reason": reason, "gives": gives, "takes": takes}
        return self._wire.act(IntercompanyCharge, "/erp/intercompany-charges", body)

    def settle(self, entity: str, to: str, amount: Money) -> IntercompanySettlement:
        """One entity pays another."""
        body = {"entity": entity, "to": to, "amount": amount}
        return self._wire.act(IntercompanySettlement, "/erp/intercompany-settlements", body)

    def charges(self) -> Sequence[IntercompanyCharge]:
        """All charges between entities."""
        return self._wire.every(IntercompanyCharge, "/erp/intercompany-charges")

    def settlements(self) -> Sequence[IntercompanySettlement]:
        """All payments between entities."""
        return self._wire.every(IntercompanySettlement, "/erp/intercompany-settlements")

    def transfers(self) -> Sequence[ContractTransfer]:
        """What was handed over with contracts."""
        return self._wire.every(ContractTransfer, "/erp/contract-transfers")

    def consolidation(self, period: AccountingPeriod, currency: str) -> Sequence[ConsolidatedRow]:
        """The group's trial balance."""
        return self._wire.every(ConsolidatedRow, f"/erp/consolidations/{month(period)}/{segment(currency)}")

    def rates(self) -> Sequence[ExchangeRate]:
        """The exchange rates that the ledger goes by."""
        return self._wire.every(ExchangeRate, "/erp/exchange-rates")

    def fiscal_calendars(self) -> Sequence[str]:
        """The calendar of accounting periods."""
        return self._wire.every(str, "/erp/fiscal-calendars")

    def loss_rates(self) -> Sequence[AllowanceBucket]:
        """The expected losses that the ledger goes by."""
        return self._wire.every(AllowanceBucket, "/erp/loss-rates")

    def closes(self) -> Sequence[PeriodClose]:
        """Every close."""
        return self._wire.every(PeriodClose, "/erp/closes")

    def accounts(self) -> Sequence[LedgerAccount]:
        """The chart."""
        return self._wire.every(LedgerAccount, "/erp/accounts")

    def journal(self, start: date, end: date) -> Sequence[JournalEntry]:
        """The entries between two days."""
        return self._wire.every(JournalEntry, "/erp/journal", start=start, end=end)

    def balances(self, as_of: date) -> Sequence[AccountBalance]:
        """Balances on a day."""
        return self._wire.every(AccountBalance, "/erp/balances", as_of=as_of)

    def trial_balance(self, period: AccountingPeriod) -> Sequence[TrialBalanceRow]:
        """A month's trial balance."""
        return self._wire.every(TrialBalanceRow, f"/erp/trial-balances/{month(period)}")

    def trial_balance_by(self, period: AccountingPeriod, dimension: LineDimension) -> Sequence[TrialBalanceRow]:
        """Each account before, in and after a month, by a dimension."""
        return self._wire.every(TrialBalanceRow, f"/erp/trial-balances/{month(period)}/by/{segment(dimension)}")

    def schedules(self) -> Sequence[RevenueSchedule]:
        """Every version of every schedule."""
        return self._wire.every(RevenueSchedule, "/erp/schedules")

    def revenue(self, through: AccountingPeriod | None, as_of: date | None = None) -> Sequence[RevenueMonth]:
        """Revenue by month."""
        return self._wire.every(RevenueMonth, "/erp/revenue", through=through, as_of=as_of)

    def exceptions(self) -> Sequence[Rejection]:
        """What the ERP would not take."""
        return self._wire.every(Rejection, "/erp/exceptions")
