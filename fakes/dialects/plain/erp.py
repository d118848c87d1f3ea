"""The ERP's operations: what a story asks for and sees."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from engine.model.company import AllowanceBucket, Customer
from engine.model.journal import AccountBalance, JournalEntry, LedgerAccount, PeriodClose, Rejection, TrialBalanceRow
from engine.model.revenue import RevenueFact, RevenueMonth, RevenueSchedule
from fakes.dialects.plain import intercompany
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.requests import (
    AsOf,
    Between,
    CloseRequest,
    FactRequest,
    ThroughMonth,
    period,
)
from fakes.http.operations import Call, Operation
from ports.erp import ErpPort

if TYPE_CHECKING:
    from fakes.world import World


def operations(world: World) -> Iterator[Operation]:
    """Journal, balances, revenue, periods."""
    forms = Forms(world, "erp", ErpPort)

    def close(call: Call) -> PeriodClose:
        return world.erp.close(period(call.body.period), call.body.entity)

    def record(call: Call) -> RevenueFact:
        return world.erp.record(call.body.contract, call.body.fact, call.body.effective)

    def journal(call: Call) -> object:
        return world.erp.journal(call.query.start, call.query.end)

    def balances(call: Call) -> object:
        return world.erp.balances(call.query.as_of)

    def revenue(call: Call) -> object:
        through = call.query.through
        return world.erp.revenue(None if through is None else period(through))

    yield forms.act("close", "/erp/closes", CloseRequest, PeriodClose, close)
    yield forms.act("record", "/erp/revenue-facts", FactRequest, RevenueFact, record)
    yield forms.view("facts", "/erp/revenue-facts", tuple[RevenueFact, ...], lambda call: world.erp.facts())

    yield forms.view("customers", "/erp/customers", tuple[Customer, ...], lambda call: world.erp.customers())
    yield from intercompany.operations(world)
    yield forms.view(
        "fiscal_calendars", "/erp/fiscal-calendars", tuple[str, ...], lambda call: world.erp.fiscal_calendars()
    )
    yield forms.view("loss_rates", "/erp/loss-rates", tuple[AllowanceBucket, ...], lambda call: world.erp.loss_rates())
    yield forms.view("closes", "/erp/closes", tuple[PeriodClose, ...], lambda call: world.erp.closes())
    yield forms.view("accounts", "/erp/accounts", tuple[LedgerAccount, ...], lambda call: world.erp.accounts())
    yield forms.view("journal", "/erp/journal", tuple[JournalEntry, ...], journal, Between)
    yield forms.view("balances", "/erp/balances", tuple[AccountBalance, ...], balances, AsOf)
    yield forms.view(
        "trial_balance",
        "/erp/trial-balances/<month>",
        tuple[TrialBalanceRow, ...],
        lambda call: world.erp.trial_balance(period(call.path["month"])),
    )
    yield forms.view("schedules", "/erp/schedules", tuple[RevenueSchedule, ...], lambda call: world.erp.schedules())
    yield forms.view("revenue", "/erp/revenue", tuple[RevenueMonth, ...], revenue, ThroughMonth)
    yield forms.view("exceptions", "/erp/exceptions", tuple[Rejection, ...], lambda call: world.erp.exceptions())
