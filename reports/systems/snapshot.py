"""All four systems at one moment, each view asked once. What compares or shows them reads only this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

from engine.model.calendar import AccountingPeriod
from engine.model.document import Document
from engine.model.events import Delivery, System
from engine.model.governance import Ownership
from engine.model.journal import (
    PeriodClose,
    standing,
)
from engine.model.masters import MasterChange, MasterRecord
from engine.model.money import Rounding
from engine.model.policies.billing import RoundingStage
from ports.billing import BillingPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort
from ports.stack import Capability, Stack
from reports.systems.held import open_holds
from reports.systems.taken_over import own
from reports.systems.views import BillingView, CrmView, LedgerView, PaymentsView

__all__ = ["FAR_AWAY", "BillingView", "CrmView", "LedgerView", "PaymentsView", "Snapshot", "collect", "with_closes"]

# Later than any bill date. The calendar's very last day would leave no day after it to compute with.
FAR_AWAY = date(9000, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Snapshot:
    """The systems as asked on one occasion, for the end of the day `as_of`. `rounding`: how the company rounds; `stage`: at
    which stage; `month_days`: how many days a month counts in key figures (0: those of the calendar);
    `prudent`: whether the books recognize no unrealized exchange gains."""

    as_of: date
    crm: CrmView
    billing: BillingView
    payments: PaymentsView
    erp: LedgerView
    deliveries: Sequence[Delivery]
    rounding: Rounding = "half up"
    stage: RoundingStage = "per line"
    month_days: int = 0
    prudent: bool = False
    holdings: Mapping[System, Sequence[MasterRecord]] = field(default_factory=dict)
    changes: Sequence[MasterChange] = ()
    ownership: tuple[Ownership, ...] = ()

    @property
    def period(self) -> AccountingPeriod:
        """The month that holds the day."""
        return self.period_of(self.as_of)

    def period_of(self, day: date) -> AccountingPeriod:
        """The accounting period that holds a day."""
        return AccountingPeriod.of(day, self.erp.calendar)

    def documents(self) -> Iterator[tuple[System, Document]]:
        """Every document with the system that keeps it; journal entries and schedules included."""
        crm, billing, payments, erp = self.crm, self.billing, self.payments, self.erp
        yield from (("crm", found) for found in chain(crm.quotes, crm.decisions, crm.orders, crm.merges))
        yield from (("billing", found) for found in _of_billing(billing))
        yield from (("payments", found) for found in _of_payments(payments))
        yield from (
            ("erp", found) for found in chain(erp.journal, erp.facts, erp.schedules, erp.closes, erp.manual_journals)
        )


def collect(stack: Stack, as_of: date, rounding: Rounding = "half up", stage: RoundingStage = "per line") -> Snapshot:
    """Ask each system each of its views once; only what is due is asked contract by contract."""
    calendar = next(iter(stack.erp.fiscal_calendars()), "")
    return Snapshot(
        as_of=as_of,
        crm=_crm(stack.crm),
        billing=_with_what_is_no_document(
            _billing(stack.billing, as_of, AccountingPeriod.of(as_of, calendar).previous.end), stack.billing
        ),
        payments=_payments(stack.payments),
        erp=_erp(stack.erp, as_of, calendar),
        deliveries=stack.clock.deliveries() if Capability.INJECT_FAULTS in stack.capabilities else (),
        rounding=rounding,
        stage=stage,
    )


def with_masters(seen: Snapshot, stack: Stack, ownership: tuple[Ownership, ...]) -> Snapshot:
    """The same moment, with what each system holds of the masters and what was written there."""
    doors: dict[System, CrmPort | BillingPort | PaymentsPort | ErpPort] = {
        "crm": stack.crm,
        "billing": stack.billing,
        "payments": stack.payments,
        "erp": stack.erp,
    }
    changes = [one for name, door in doors.items() for one in door.master_changes() if one.system == name]
    holdings = {name: door.holdings() for name, door in doors.items()}
    return replace(seen, holdings=holdings, changes=changes, ownership=ownership)


def with_closes(seen: Snapshot, closes: Sequence[PeriodClose]) -> Snapshot:
    """The same moment, with what the ledger has closed since: a close changes nothing else."""
    return replace(seen, erp=replace(seen.erp, closes=standing(closes, seen.erp.reopenings)))


def _crm(crm: CrmPort) -> CrmView:
    return CrmView(
        customers=crm.customers(),
        quotes=crm.quotes(),
        decisions=crm.decisions(),
        orders=crm.orders(),
        merges=crm.merges(),
        exceptions=crm.granted_exceptions(),
    )


def _billing(billing: BillingPort, as_of: date, before: date) -> BillingView:
    contracts, takeovers = billing.contracts(), billing.takeovers()
    return BillingView(
        contracts=contracts,
        amendments=billing.amendments(),
        usage=billing.usage(),
        invoices=own(billing.invoices(), (one for made in takeovers for one in made.invoices)),
        credit_memos=billing.credit_memos(),
        credit_uses=billing.credit_uses(),
        payments=own(billing.payments(), (one for made in takeovers for one in made.payments)),
        applications=own(billing.applications(), (one for made in takeovers for one in made.applications)),
        reversals=billing.reversals(),
        deductions=billing.deductions(),
        identifications=billing.identifications(),
        freed=billing.prepayment_releases(),
        exchanged=billing.cash_exchanges(),
        novated=billing.receivable_transfers(),
        balances_passed=billing.balance_transfers(),
        payment_requests=billing.payment_requests(),
        refunds=billing.refunds(),
        refund_payments=billing.refund_payments(),
        disputes=billing.disputes(),
        resolutions=billing.resolutions(),
        payment_plans=billing.payment_plans(),
        plan_ends=billing.plan_ends(),
        write_offs=billing.write_offs(),
        recoveries=billing.recoveries(),
        refund_returns=billing.refund_returns(),
        relief_claims=billing.relief_claims(),
        reinstatements=billing.reinstatements(),
        letters=billing.letters(),
        open_items=billing.open_items(as_of),
        open_before=billing.open_items(before),
        due={contract.number: billing.due(contract.number, as_of) for contract in contracts},
        whole={contract.number: billing.due(contract.number, FAR_AWAY) for contract in contracts},
        exceptions=billing.exceptions(),
        holds=open_holds(billing.holds(), billing.hold_releases(), as_of),
        takeovers=takeovers,
        policy_changes=billing.policy_changes(),
    )


def _with_what_is_no_document(seen: BillingView, billing: BillingPort) -> BillingView:
    """The same with what billing shows beside its documents: papers, drafts, previews, and readings that came again."""
    return replace(
        seen,
        printed=billing.printed(),
        drafts=billing.drafts(),
        change_previews=billing.change_previews(),
        repeated=billing.repeated_readings(),
    )


def _of_billing(billing: BillingView) -> Iterator[Document]:
    yield from chain(billing.contracts, billing.amendments, billing.invoices, billing.credit_memos, billing.credit_uses)
    yield from chain(
        billing.payment_requests, billing.payments, billing.applications, billing.reversals, billing.takeovers
    )
    yield from chain(
        billing.deductions, billing.identifications, billing.refunds, billing.usage, billing.refund_returns
    )
    yield from chain(billing.refund_payments, billing.disputes, billing.resolutions, billing.write_offs)
    yield from chain(billing.recoveries, billing.relief_claims, billing.reinstatements, billing.letters, billing.freed)
    yield from chain(billing.exchanged, billing.novated, billing.balances_passed)
    yield from chain(billing.payment_plans, billing.plan_ends)


def _of_payments(payments: PaymentsView) -> Iterator[Document]:
    yield from chain(payments.pending, payments.attempts, payments.payments, payments.refunds)
    yield from chain(payments.refund_returns, payments.chargebacks, payments.chargeback_outcomes)
    yield from chain(payments.returns, payments.payouts)


def _payments(payments: PaymentsPort) -> PaymentsView:
    return PaymentsView(
        requests=payments.requests(),
        attempts=payments.attempts(),
        payments=payments.payments(),
        refunds=payments.refunds(),
        refund_returns=payments.refund_returns(),
        chargebacks=payments.chargebacks(),
        chargeback_outcomes=payments.chargeback_outcomes(),
        returns=payments.returns(),
        payouts=payments.payouts(),
        pending=payments.pending_attempts(),
    )


def _erp(erp: ErpPort, as_of: date, calendar: str) -> LedgerView:
    schedules = erp.schedules()
    return LedgerView(
        accounts=erp.accounts(),
        journal=erp.journal(date.min, FAR_AWAY),
        balances=erp.balances(as_of),
        trial_balance=erp.trial_balance(AccountingPeriod.of(as_of, calendar)),
        facts=erp.facts(),
        schedules=[one for one in schedules if one.posting_date <= as_of],
        revenue=erp.revenue(None, as_of),
        closes=standing(erp.closes(), reopenings := erp.reopenings()),
        reopenings=reopenings,
        close_tasks=erp.close_tasks(),
        tasks_done=erp.tasks_done(),
        area_closes=standing(erp.area_closes(), reopenings),
        rates=erp.rates(),
        loss_rates=erp.loss_rates(),
        calendar=calendar,
        charges=erp.charges(),
        settlements=erp.settlements(),
        transfers=erp.transfers(),
        manual_journals=erp.manual_journals(),
        journal_approvals=erp.journal_approvals(),
        exceptions=erp.exceptions(),
        bank=erp.bank_items(as_of),
        findings=erp.findings(),
        authorizations=erp.authorizations(),
        rescheduled=frozenset(one.contract for one in schedules if one.event_date > as_of),
    )
