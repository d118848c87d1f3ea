"""A hand-made stack of plain lists, to be broken one fact at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from types import SimpleNamespace
from typing import Any

from engine.model.areas import AreaClose
from engine.model.bank import BankItem
from engine.model.calendar import AccountingPeriod
from engine.model.cash import CashExchange, Deduction, Identification, PrepaymentRelease
from engine.model.checklist import CloseTask, TaskDone
from engine.model.company import AllowanceBucket
from engine.model.contracts import Amendment, Contract
from engine.model.events import Delivery
from engine.model.holds import BillingHold, HoldRelease
from engine.model.invoices import CreditMemo, CreditUse, Invoice
from engine.model.journal import (
    AccountBalance,
    JournalEntry,
    JournalLine,
    LedgerAccount,
    PeriodClose,
    Rejection,
    TrialBalanceRow,
)
from engine.model.losses import Reinstatement, TaxReliefClaim
from engine.model.manual import JournalApproval, ManualJournal
from engine.model.open_items import OpenItem
from engine.model.orders import Order
from engine.model.payments import (
    DisputeResolution,
    InvoiceDispute,
    Payment,
    PaymentApplication,
    PaymentAttempt,
    PaymentRequest,
    Payout,
    PendingAttempt,
    Recovery,
    Refund,
    RefundPayment,
    WriteOff,
)
from engine.model.quotes import ChangePreview
from engine.model.revenue import RevenueFact, RevenueMonth, RevenueSchedule
from engine.model.reversals import Chargeback, ChargebackOutcome, PaymentReturn, PaymentReversal, RefundReturn
from engine.model.transfers import BalanceTransfer, ReceivableTransfer
from engine.model.usage import Usage
from ports.stack import Capability, Stack
from reports.systems.snapshot import FAR_AWAY
from tests.reports.documents import usd

CHART = (
    ("1100", "Receivables", "asset", "receivables"),
    ("1150", "Unbilled receivable", "asset", "unbilled receivable"),
    ("1200", "Gateway clearing", "asset", "gateway clearing"),
    ("1000", "Cash", "asset", "cash"),
    ("2000", "Contract liability", "liability", "contract liability"),
    ("2100", "Sales tax payable", "liability", "tax"),
    ("2200", "Unapplied cash", "liability", "unapplied cash"),
    ("2300", "Customer credits", "liability", "customer credits"),
    ("2400", "Refund payable", "liability", "refund payable"),
    ("2500", "Refund liability", "liability", "refund liability"),
    ("1190", "Loss allowance", "asset", "allowance"),
    ("4000", "Revenue", "income", "revenue"),
    ("6000", "Credit loss expense", "expense", "credit loss"),
    ("6100", "Bank and gateway fees", "expense", "fees"),
)


@dataclass
class Books:
    """The four systems' lists. `balances`: None follows the entries."""

    orders: list[Order] = field(default_factory=list)
    contracts: list[Contract] = field(default_factory=list)
    amendments: list[Amendment] = field(default_factory=list)
    usage: list[Usage] = field(default_factory=list)
    invoices: list[Invoice] = field(default_factory=list)
    credit_memos: list[CreditMemo] = field(default_factory=list)
    credit_uses: list[CreditUse] = field(default_factory=list)
    billing_payments: list[Payment] = field(default_factory=list)
    applications: list[PaymentApplication] = field(default_factory=list)
    reversals: list[PaymentReversal] = field(default_factory=list)
    deductions: list[Deduction] = field(default_factory=list)
    identifications: list[Identification] = field(default_factory=list)
    prepayment_releases: list[PrepaymentRelease] = field(default_factory=list)
    cash_exchanges: list[CashExchange] = field(default_factory=list)
    receivable_transfers: list[ReceivableTransfer] = field(default_factory=list)
    balance_transfers: list[BalanceTransfer] = field(default_factory=list)
    payment_requests: list[PaymentRequest] = field(default_factory=list)
    refunds: list[Refund] = field(default_factory=list)
    refund_payments: list[RefundPayment] = field(default_factory=list)
    disputes: list[InvoiceDispute] = field(default_factory=list)
    resolutions: list[DisputeResolution] = field(default_factory=list)
    write_offs: list[WriteOff] = field(default_factory=list)
    recoveries: list[Recovery] = field(default_factory=list)
    open_items: list[OpenItem] = field(default_factory=list)
    due: dict[str, int] = field(default_factory=dict)
    whole: dict[str, int] = field(default_factory=dict)
    billing_exceptions: list[Rejection] = field(default_factory=list)
    holds: list[BillingHold] = field(default_factory=list)
    hold_releases: list[HoldRelease] = field(default_factory=list)
    change_previews: list[ChangePreview] = field(default_factory=list)
    gateway_requests: list[PaymentRequest] = field(default_factory=list)
    attempts: list[PaymentAttempt] = field(default_factory=list)
    pending: list[PendingAttempt] = field(default_factory=list)
    payments: list[Payment] = field(default_factory=list)
    refund_returns: list[RefundReturn] = field(default_factory=list)
    relief_claims: list[TaxReliefClaim] = field(default_factory=list)
    reinstatements: list[Reinstatement] = field(default_factory=list)
    gateway_refunds: list[RefundPayment] = field(default_factory=list)
    chargebacks: list[Chargeback] = field(default_factory=list)
    chargeback_outcomes: list[ChargebackOutcome] = field(default_factory=list)
    returns: list[PaymentReturn] = field(default_factory=list)
    payouts: list[Payout] = field(default_factory=list)
    journal: list[JournalEntry] = field(default_factory=list)
    revenue: list[RevenueMonth] = field(default_factory=list)
    facts: list[RevenueFact] = field(default_factory=list)
    schedules: list[RevenueSchedule] = field(default_factory=list)
    area_closes: list[AreaClose] = field(default_factory=list)
    close_tasks: list[CloseTask] = field(default_factory=list)
    tasks_done: list[TaskDone] = field(default_factory=list)
    closes: list[PeriodClose] = field(default_factory=list)
    manual_journals: list[ManualJournal] = field(default_factory=list)
    journal_approvals: list[JournalApproval] = field(default_factory=list)
    loss_rates: list[AllowanceBucket] = field(default_factory=list)
    erp_exceptions: list[Rejection] = field(default_factory=list)
    bank: list[BankItem] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    misstated: dict[tuple[str, str], int] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def accounts(self) -> list[LedgerAccount]:
        return [LedgerAccount(code=code, name=name, type=kind, role=role) for code, name, kind, role in CHART]  # type: ignore[arg-type]

    def entry(self, source: str) -> JournalEntry:
        return next(found for found in self.journal if source in (found.source, found.number))

    def drop(self, source: str) -> None:
        self.journal.remove(self.entry(source))

    def change(self, wanted: str, **what: Any) -> None:
        at = self.journal.index(self.entry(wanted))
        self.journal[at] = replace(self.journal[at], **what)

    def change_lines(self, source: str, how: Callable[[JournalLine], JournalLine]) -> None:
        self.change(source, lines=tuple(map(how, self.entry(source).lines)))

    def balances(self, as_of: date) -> list[AccountBalance]:
        sums: dict[tuple[str, str, str], int] = defaultdict(int)
        for found in self.journal:
            for line in found.lines if found.posting_date <= as_of else ():
                sums[found.entity, line.account, line.customer] += line.amount.minor
        return [
            AccountBalance(
                entity=entity,
                account=account,
                currency="USD",
                customer=customer,
                amount=usd(cents + self.misstated.get((account, customer), 0)),
            )
            for (entity, account, customer), cents in sums.items()
        ]

    def trial_balance(self, period: AccountingPeriod) -> list[TrialBalanceRow]:
        rows = []
        for account in self.accounts():
            lines = [(found, line) for found in self.journal for line in found.lines if line.account == account.name]
            opening = sum(line.amount.minor for found, line in lines if found.posting_date < period.start)
            within = [line.amount.minor for found, line in lines if period.start <= found.posting_date <= period.end]
            rows.append(
                TrialBalanceRow(
                    entity="NW",
                    account=account.name,
                    currency="USD",
                    opening=usd(opening),
                    debits=usd(sum(cents for cents in within if cents > 0)),
                    credits=usd(-sum(cents for cents in within if cents < 0)),
                    closing=usd(opening + sum(within)),
                )
            )
        return rows

    def stack(self) -> Stack:
        return Stack(
            name="hand-made",
            crm=self._door(
                customers=list,
                quotes=list,
                decisions=list,
                merges=list,
                granted_exceptions=list,
                orders=lambda: self.orders,
            ),
            billing=self._billing(),
            payments=self._door(
                requests=lambda: self.gateway_requests,
                attempts=lambda: self.attempts,
                pending_attempts=lambda: self.pending,
                payments=lambda: self.payments,
                refunds=lambda: self.gateway_refunds,
                refund_returns=lambda: self.refund_returns,
                chargebacks=lambda: self.chargebacks,
                chargeback_outcomes=lambda: self.chargeback_outcomes,
                returns=lambda: self.returns,
                payouts=lambda: self.payouts,
            ),
            erp=self._erp(),
            clock=self._door(deliveries=lambda: self.deliveries),
            capabilities=frozenset(Capability),
        )

    def _erp(self) -> Any:
        return self._door(
            accounts=self.accounts,
            journal=lambda start, end: self.journal,
            balances=self.balances,
            trial_balance=self.trial_balance,
            facts=lambda: self.facts,
            schedules=lambda: self.schedules,
            revenue=lambda through, as_of=None: self.revenue,
            findings=list,
            authorizations=list,
            closes=lambda: self.closes,
            reopenings=list,
            close_tasks=lambda: self.close_tasks,
            tasks_done=lambda: self.tasks_done,
            area_closes=lambda: self.area_closes,
            charges=list,
            rates=list,
            fiscal_calendars=lambda: [""],
            loss_rates=lambda: self.loss_rates,
            settlements=list,
            transfers=list,
            manual_journals=lambda: self.manual_journals,
            journal_approvals=lambda: self.journal_approvals,
            exceptions=lambda: self.erp_exceptions,
            bank_items=lambda as_of: self.bank,
        )

    def _billing(self) -> Any:
        same = "contracts amendments usage invoices credit_memos credit_uses applications payment_requests refunds"
        more = "refund_payments reversals deductions identifications prepayment_releases cash_exchanges receivable_transfers balance_transfers disputes resolutions write_offs recoveries"
        names = f"{same} {more} refund_returns relief_claims reinstatements".split()
        return self._door(
            **{name: (lambda name=name: getattr(self, name)) for name in names},
            payments=lambda: self.billing_payments,
            letters=list,
            takeovers=list,
            open_items=lambda as_of: self.open_items,
            due=lambda number, through: usd((self.whole if through == FAR_AWAY else self.due)[number]),
            exceptions=lambda: self.billing_exceptions,
            holds=lambda: self.holds,
            hold_releases=lambda: self.hold_releases,
            printed=lambda: (),
            drafts=lambda: (),
            change_previews=lambda: self.change_previews,
            repeated_readings=lambda: (),
            payment_plans=list,
            plan_ends=list,
            policy_changes=list,
        )

    def _door(self, **views: Any) -> Any:
        def counted(name: str, view: Any) -> Any:
            def ask(*given: Any) -> Any:
                self.asked.append(name)
                return view(*given)

            return ask

        return SimpleNamespace(**{name: counted(name, view) for name, view in views.items()})
