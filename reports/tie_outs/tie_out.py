"""The four systems asked through their doors, and everything that must agree between them compared to the cent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from engine.model.bearing import CASH, COMPLIANCE, CUSTOMER, REVENUE, Bearing, of
from engine.model.close import Reconciliation
from engine.model.journal import JournalEntry
from engine.model.money import Rounding
from engine.model.policies.billing import RoundingStage
from ports.stack import Stack
from reports.systems.snapshot import Snapshot, collect
from reports.tie_outs import counts
from reports.tie_outs.allowance import allowance_reconciliations
from reports.tie_outs.banked import bank_reconciliations
from reports.tie_outs.cash_basis import cash_basis_reconciliations
from reports.tie_outs.contract_balances import ContractBalances
from reports.tie_outs.contracted import contract_reconciliations
from reports.tie_outs.control_accounts import CONTROLS
from reports.tie_outs.controls import Ledger, reconcile
from reports.tie_outs.costs import cost_reconciliations
from reports.tie_outs.exchanged import exchange_clearing
from reports.tie_outs.granted import exceptions_stand
from reports.tie_outs.group import group_reconciliations
from reports.tie_outs.masters import master_reconciliations
from reports.tie_outs.merged import through_merges
from reports.tie_outs.migrated import migration_clearing
from reports.tie_outs.on_paper import papers_agree
from reports.tie_outs.quoted import quoted_values
from reports.tie_outs.recognized import Recognition, contract_liability, revenue_reconciliations
from reports.tie_outs.staged import within
from reports.tie_outs.tax_controls import tax_code_controls
from reports.tie_outs.transfers import transfers


def tie_out(
    stack: Stack, as_of: date, rounding: Rounding = "half up", stage: RoundingStage = "per line"
) -> tuple[Reconciliation, ...]:
    """What the systems say of the end of that day, side by side; every difference with the documents that explain it.
    `rounding` and `stage`: how the company rounds, and where."""
    return reconciliations(collect(stack, as_of, rounding, stage))


def reconciliations(snapshot: Snapshot) -> tuple[Reconciliation, ...]:
    """All reconciliations of a snapshot, those that agree included, always in the same order.

    Amounts are in the documents' currency; what is counted (orders, numbers, documents) is in `COUNT`, ISO 4217's code for no currency.
    """
    return tuple(_all(Ledger(through_merges(snapshot)), snapshot.erp.journal))


def _all(ledger: Ledger, as_posted: Sequence[JournalEntry]) -> Iterator[Reconciliation]:
    recognition = Recognition(ledger)
    yield from within("order", counts.orders(ledger), CUSTOMER)
    yield from within("order", transfers(ledger), of("wrong customer or entity"))
    yield from within("quote", quoted_values(ledger), CUSTOMER)
    yield from within("bill", contract_reconciliations(ledger), REVENUE | of("customer billed wrongly"))
    yield from within("bill", counts.numbers(ledger), COMPLIANCE | of("duplicate"))
    yield from within("bill", papers_agree(ledger), of("customer billed wrongly"))
    for control in (*CONTROLS, *tax_code_controls(ledger)):
        yield from reconcile(ledger, control)
    yield from within("bill", cash_basis_reconciliations(ledger), of("tax misstated on a return"))
    yield from within("collect", bank_reconciliations(ledger), CASH)
    yield from within("collect", counts.payment_requests(ledger), CASH)
    yield from within("close", counts.events(ledger), CUSTOMER)
    yield from within("collect", counts.money_between(ledger), of("cash not applied"))
    yield from within("recognize", revenue_reconciliations(recognition), of("cut-off"))
    yield from within("close", ContractBalances(recognition).reconciliations(), REVENUE | Bearing(stays=True))
    yield from within("recognize", cost_reconciliations(ledger), REVENUE)
    yield from within("close", allowance_reconciliations(ledger), CASH)
    yield from within("close", migration_clearing(ledger), REVENUE | COMPLIANCE)
    yield from within("collect", exchange_clearing(ledger), CASH | of("wrong method"))
    yield from within(
        "close", counts.documents(ledger, (*CONTROLS, contract_liability(recognition))), REVENUE | CUSTOMER
    )
    yield from within("lead", master_reconciliations(ledger.snapshot), CUSTOMER)
    yield from within("quote", exceptions_stand(ledger.snapshot), of("approval missing"))
    yield from within("close", counts.debits_and_credits(ledger), of("unbalanced entry"))
    yield from within("close", group_reconciliations(ledger), REVENUE | of("wrong method"))
    yield from within("close", counts.balances(ledger), REVENUE)
    yield from within("close", counts.chart(ledger), REVENUE | of("wrong class"))
    yield from within("close", counts.closed_months(ledger, as_posted), of("closed period changed"))
