"""The ERP's operations: what a story asks for and sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from engine.model.company import AllowanceBucket, Customer
from engine.model.journal import AccountBalance, JournalEntry, LedgerAccount, PeriodClose, Rejection, TrialBalanceRow
from engine.model.revenue import RevenueFact, RevenueMonth, RevenueSchedule
from fakes.dialects.plain import intercompany
from fakes.dialects.plain.books import books_of
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.holdings import held_masters
from fakes.dialects.plain.queries import Between, ThroughMonth
from fakes.dialects.plain.requests import (
    AsOf,
    CloseRequest,
    FactRequest,
    period,
)
from fakes.dialects.plain.takeovers import rehearsal
from fakes.http.operations import Call, Operation
from ports.erp import ErpPort

if TYPE_CHECKING:
    from fakes.world import World


def operations(world: World) -> Iterator[Operation]:
    """Journal, balances, revenue, periods."""
    forms = Forms(world, "erp", ErpPort)
    yield from held_masters(world, forms, "erp")
    yield rehearsal(world, forms, "erp")
    yield from _recorded(world, forms)
    yield from intercompany.operations(world)
    yield from _kept(world, forms)
    yield from _listed(world, forms)


def _recorded(world: World, forms: Forms) -> Iterator[Operation]:
    """What people do, and the facts they record."""

    def close(call: Call) -> PeriodClose:
        return books_of(world, call).close(period(call.body.period), call.body.entity)

    def record(call: Call) -> RevenueFact:
        return books_of(world, call).record(call.body.contract, call.body.fact, call.body.effective)

    yield forms.act("close", "/erp/closes", CloseRequest, PeriodClose, close)
    yield forms.act("record", "/erp/revenue-facts", FactRequest, RevenueFact, record)
    yield forms.view("facts", "/erp/revenue-facts", tuple[RevenueFact, ...], lambda call: books_of(world, call).facts())


def _kept(world: World, forms: Forms) -> Iterator[Operation]:
    """What stands in the books on a day, or for a month."""

    def journal(call: Call) -> object:
        return books_of(world, call).journal(call.query.start, call.query.end)

    def balances(call: Call) -> object:
        return books_of(world, call).balances(call.query.as_of)

    def revenue(call: Call) -> object:
        through = call.query.through
        return books_of(world, call).revenue(None if through is None else period(through), call.query.as_of)

    def trial_balance(call: Call) -> object:
        return books_of(world, call).trial_balance(period(call.path["month"]))

    def trial_balance_by(call: Call) -> object:
        return books_of(world, call).trial_balance_by(period(call.path["month"]), call.path["dimension"])

    path = "/erp/trial-balances/<month>/by/<dimension>"
    yield forms.view("trial_balance_by", path, tuple[TrialBalanceRow, ...], trial_balance_by)
    yield forms.view("journal", "/erp/journal", tuple[JournalEntry, ...], journal, Between)
    yield forms.view("balances", "/erp/balances", tuple[AccountBalance, ...], balances, AsOf)
    yield forms.view("trial_balance", "/erp/trial-balances/<month>", tuple[TrialBalanceRow, ...], trial_balance)
    yield forms.view("revenue", "/erp/revenue", tuple[RevenueMonth, ...], revenue, ThroughMonth)


def _listed(world: World, forms: Forms) -> Iterator[Operation]:
    """What the books hold in all."""
    rows: tuple[tuple[str, str, type], ...] = (
        ("customers", "/erp/customers", Customer),
        ("loss_rates", "/erp/loss-rates", AllowanceBucket),
        ("fiscal_calendars", "/erp/fiscal-calendars", str),
        ("closes", "/erp/closes", PeriodClose),
        ("accounts", "/erp/accounts", LedgerAccount),
        ("schedules", "/erp/schedules", RevenueSchedule),
        ("exceptions", "/erp/exceptions", Rejection),
    )
    for verb, path, noun in rows:
        yield forms.view(verb, path, tuple[noun, ...], _asked(world, verb))  # type: ignore[valid-type]  # made at run time


def _asked(world: World, verb: str) -> Callable[[Call], object]:
    return lambda call: getattr(books_of(world, call), verb)()
