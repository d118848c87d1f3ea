"""A cutover arrives whole or not at all, whichever system would not take its part, and whichever falls silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from engine.model.areas import Area
from engine.model.calendar import AccountingPeriod
from engine.model.cutover import ChangeInFlight, Handover, OpeningCash, OpenOrder
from engine.model.manual import ManualDraft, ManualLine
from engine.model.orders import ChangeQuantity, RequestedLine
from fakes.http.faults import Kind, Place, Rule
from fakes.http.in_process import InProcess
from fakes.stack import opened
from ports.adapters import plain
from ports.refusal import Refused, Unreachable
from ports.stack import Stack
from scenarios.customers import customer
from scenarios.world import find, load
from steps.cutover.arriving import arrive, would_arrive
from tests.fakes.test_takeovers import CUTOVER, opening, terms, usd

COMPANY = replace(load(find("Northwind SaaS")), approvals=())
POSTS = ("crm.create_customer", "billing.take_over", "billing.take_over_cash", "erp.prepare_journal", "erp.approve_journal", "crm.quote", "crm.amend")  # fmt: skip
ASKED = ("crm.would_take_over", "billing.would_take_over", "erp.would_take_over")


def journal(**changes: Any) -> ManualDraft:
    lines = (
        ManualLine(account="Cash", amount=usd("5.00")),
        ManualLine(account="Migration clearing", amount=usd("-5.00")),
    )
    return replace(
        ManualDraft(name="rest", preparer="Migration lead", on=CUTOVER, lines=lines, opening=True), **changes
    )


def quoted(product: str = "Analytics") -> OpenOrder:
    return OpenOrder(customer="Duff", terms=terms(), lines=(RequestedLine(product=product, price=Decimal(5)),))


def added(count: int = 5, contract: str = "K-1") -> ChangeInFlight:
    change = ChangeQuantity(product="Platform seat", delta=count)
    return ChangeInFlight(contract=contract, changes=(change,), effective=date(2026, 8, 1))


WHOLE = Handover(
    customers=(customer("Northwind SaaS", "USD", "Duff", number="L-6"),),
    openings=(opening(), opening(number="K-2", customer="Duff", invoices=())),
    cash=(OpeningCash(number="P-1", customer="Duff", received=CUTOVER, amount=usd("5.00")),),
    changes=(added(),),
    orders=(quoted(),),
    journals=(journal(),),
    approver="Controller",
)


@pytest.fixture
def fakes() -> InProcess:
    return InProcess(opened())


@pytest.fixture
def stack(fakes: InProcess) -> Stack:
    made = plain.stack("fakes", fakes.client())
    made.clock.reset(COMPANY, CUTOVER)
    return made


# The ledger posts what is open of K-1 (of K-2 nothing is), cash, the rest, and the two bills of the cutover day.
ARRIVED = {"customers": 4, "orders": 3, "quotes": 1, "takeovers": 3, "contracts": 2, "amendments": 1, "journals": 1, "entries": 5}  # fmt: skip


def what_is_there(stack: Stack) -> dict[str, int]:
    return {
        "customers": sum(one.name == "Duff" for door in (stack.crm, stack.billing, stack.payments, stack.erp) for one in door.customers()),
        "orders": len(stack.crm.orders()),
        "quotes": len(stack.crm.quotes()),
        "takeovers": len(stack.billing.takeovers()),
        "contracts": len(stack.billing.contracts()),
        "amendments": len(stack.billing.amendments()),
        "journals": len(stack.erp.manual_journals()),
        "entries": len(stack.erp.journal(date.min, CUTOVER)),
    }  # fmt: skip


def test_a_sound_handover_arrives_in_every_system(stack: Stack) -> None:
    nothing = what_is_there(stack)
    assert len(would_arrive(stack, WHOLE)) == 3 + 4 + 4
    assert what_is_there(stack) == nothing
    arrive(stack, WHOLE)
    assert what_is_there(stack) == ARRIVED


UNSOUND = [
    ({"customers": (replace(WHOLE.customers[0], tax_status="taxed", email=""),), "orders": (quoted("Analitics"),)}, "crm", "no product 'Analitics'"),
    ({"orders": (replace(quoted(), customer="Nobody"),)}, "crm", "the CRM knows no customer 'Nobody'"),
    ({"openings": (opening(), opening(number="K-2", customer="Dough"))}, "billing", "there is no customer 'Dough' here"),
    ({"openings": (opening(), opening())}, "billing", "contract K-1 is here already"),
    ({"cash": (replace(WHOLE.cash[0], amount=usd("0.00")),)}, "billing", "be taken over"),
    ({"cash": (replace(WHOLE.cash[0], kept_as="prepayment", contract="K-9"),)}, "billing", "P-1 is paid ahead of K-9, which is no contract of Duff"),
    ({"cash": (replace(WHOLE.cash[0], kept_as="prepayment", contract="K-1"),)}, "billing", "no contract of Duff in USD"),
    ({"changes": (added(-30),)}, "billing", "holds 20"),
    ({"changes": (added(contract="K-9"),)}, "crm", "no order behind contract 'K-9'"),
    ({"changes": (added(), added(-26))}, "billing", "holds 25"),
    ({"journals": (journal(lines=(ManualLine(account="Cash", amount=usd("5.00")),)),)}, "erp", "does not balance"),
    ({"journals": (journal(lines=(ManualLine(account="Csh", amount=usd("5.00")), ManualLine(account="Cash", amount=usd("-5.00")))),)}, "erp", "'Csh'"),
    ({"journals": (journal(), journal())}, "erp", "there is a manual journal 'rest' already"),
    ({"approver": "Migration lead"}, "erp", "cannot approve it"),
]  # fmt: skip


@pytest.mark.parametrize(("changes", "system", "said"), UNSOUND)
def test_what_one_system_would_not_take_arrives_in_none(
    stack: Stack, changes: dict[str, Any], system: str, said: str
) -> None:
    nothing = what_is_there(stack)
    with pytest.raises(Refused, match=said) as no:
        would_arrive(stack, replace(WHOLE, **changes))
    assert no.value.system == system
    assert what_is_there(stack) == nothing


def test_a_closed_area_of_the_ledger_keeps_everything_back(fakes: InProcess) -> None:
    stack = plain.stack("fakes", fakes.client())
    company = replace(COMPANY, policies=COMPANY.policies.with_answer("posting into a closed period", "refused"))
    stack.clock.reset(company, CUTOVER)
    area: Area = "general ledger"
    june = replace(WHOLE, journals=(journal(on=date(2026, 6, 30)),))
    stack.erp.close_area(area, AccountingPeriod(2026, 6), "hard")
    nothing = what_is_there(stack)
    with pytest.raises(Refused, match="whose general ledger is closed"):
        would_arrive(stack, june)
    assert what_is_there(stack) == nothing


@pytest.mark.parametrize("operation", ASKED)
def test_a_system_that_is_down_keeps_everything_back(fakes: InProcess, stack: Stack, operation: str) -> None:
    fakes._dispatcher.faults.add(Rule(operation=operation, kind=Kind.UNAVAILABLE, count=None))
    nothing = what_is_there(stack)
    with pytest.raises(Unreachable, match="down for maintenance"):
        would_arrive(stack, WHOLE)
    assert what_is_there(stack) == nothing


@pytest.mark.parametrize("place", [Place.BEFORE, Place.AFTER])
@pytest.mark.parametrize("operation", POSTS)
def test_an_answer_that_is_lost_once_loses_and_doubles_nothing(
    fakes: InProcess, stack: Stack, operation: str, place: Place
) -> None:
    fakes._dispatcher.faults.add(Rule(operation=operation, kind=Kind.DROP, place=place))
    arrive(stack, WHOLE)
    assert not fakes._dispatcher.faults.unfired()
    assert what_is_there(stack) == ARRIVED


def test_a_system_that_dies_in_the_middle_leaves_it_said_what_is_there_and_what_is_not(
    fakes: InProcess, stack: Stack
) -> None:
    fakes._dispatcher.faults.add(Rule(operation="erp.prepare_journal", kind=Kind.BROKEN, count=None))
    said = r"stopped at journal 'rest': customer Duff, contract K-1, contract K-2, cash P-1 arrived, and not journal 'rest', its approval by Controller, open order of Duff, change of K-1"
    with pytest.raises(Unreachable, match=said):
        arrive(stack, WHOLE)
