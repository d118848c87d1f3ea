"""The ERP's operations between legal entities: what they charge and pay each other, and the group as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.model.currency import ExchangeRate
from engine.model.intercompany import ConsolidatedRow, IntercompanyCharge, IntercompanySettlement
from engine.model.money import Money
from engine.model.transfers import ContractTransfer
from fakes.dialects.plain.books import books_of
from fakes.dialects.plain.forms import Forms
from fakes.dialects.plain.requests import period
from fakes.http.operations import Call, Operation
from ports.erp import ErpPort

if TYPE_CHECKING:
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class ChargeRequest:
    """What one legal entity owes another, and what for."""

    entity: str
    to: str
    amount: Money
    reason: str
    gives: str = ""
    takes: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SettlementRequest:
    """What one legal entity pays another."""

    entity: str
    to: str
    amount: Money


def operations(world: World) -> Iterator[Operation]:
    """Charges, settlements, exchange rates, consolidation."""
    forms = Forms(world, "erp", ErpPort)

    def charge(call: Call) -> IntercompanyCharge:
        body = call.body
        return books_of(world, call).charge(body.entity, body.to, body.amount, body.reason, body.gives, body.takes)

    def settle(call: Call) -> IntercompanySettlement:
        return books_of(world, call).settle(call.body.entity, call.body.to, call.body.amount)

    def consolidation(call: Call) -> object:
        return books_of(world, call).consolidation(period(call.path["month"]), call.path["currency"])

    yield forms.act("charge", "/erp/intercompany-charges", ChargeRequest, IntercompanyCharge, charge)
    yield forms.act("settle", "/erp/intercompany-settlements", SettlementRequest, IntercompanySettlement, settle)
    yield forms.view(
        "charges",
        "/erp/intercompany-charges",
        tuple[IntercompanyCharge, ...],
        lambda call: books_of(world, call).charges(),
    )
    yield forms.view(
        "settlements",
        "/erp/intercompany-settlements",
        tuple[IntercompanySettlement, ...],
        lambda call: books_of(world, call).settlements(),
    )
    yield forms.view(
        "rates", "/erp/exchange-rates", tuple[ExchangeRate, ...], lambda call: books_of(world, call).rates()
    )
    yield forms.view(
        "transfers",
        "/erp/contract-transfers",
        tuple[ContractTransfer, ...],
        lambda call: books_of(world, call).transfers(),
    )
    yield forms.view(
        "consolidation", "/erp/consolidations/<month>/<currency>", tuple[ConsolidatedRow, ...], consolidation
    )
