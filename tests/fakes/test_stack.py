"""The whole stack on the business side: a year of one contract, the same in process and on a real socket."""

import inspect
import threading
from collections.abc import Iterator
from datetime import date
from typing import Any, get_type_hints

import pytest
from pydantic_core import to_json

from engine.model.calendar import AccountingPeriod
from engine.model.company import Company
from engine.model.cutover import Handover
from engine.model.events import BusinessEvent, CourierFault, SystemFault
from engine.model.money import Money
from engine.model.orders import (
    Cancel,
    ChangeQuantity,
    RequestedLine,
)
from engine.model.payments import PaymentBehavior
from engine.model.revenue import Collectability
from fakes import stack as stacks
from fakes.courier import Receipt
from fakes.http.in_process import InProcess
from fakes.integration import Integration
from ports.adapters import plain
from ports.billing import BillingPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort
from ports.refusal import Refused
from ports.stack import Stack
from scenarios.world import find, load
from tests.fakes.sales import YEAR, closing, sell

DOORS: dict[str, type] = {"crm": CrmPort, "billing": BillingPort, "payments": PaymentsPort, "erp": ErpPort}
ASKED: dict[str, Any] = {
    "start": date(2026, 1, 1),
    "end": date(2027, 1, 31),
    "as_of": date(2026, 6, 30),
    "period": AccountingPeriod(2026, 3),
    "contract": "C-1",
    "quote": "Q-1",
    "customer": "Globex",
    "currency": "USD",
    "dimension": "region",
    "handover": Handover(),
}
# What this year does not bring about; everything else must be seen, or the comparison would compare nothing.
NEVER = {
    "billing hold_releases", "billing drafts", "billing holds", "billing policy_changes", "billing prepaid", "billing preview",
    "unfired", "clock bugs", "crm decisions", "crm possible_duplicates", "crm duplicate_decisions", "crm merges", "crm granted_exceptions", "crm master_changes", "billing master_changes",
    "payments master_changes", "erp master_changes", "crm readiness",
    "billing credit_uses", "billing refunds", "billing refund_payments",
    "billing write_offs", "billing recoveries", "billing exceptions", "payments refunds", "erp exceptions",
    "billing reversals", "billing deductions", "billing identifications", "payments chargebacks", "payments chargeback_outcomes", "payments returns",
    "billing refund_returns", "billing reinstatements", "billing relief_claims", "billing usage", "billing repeated_readings", "billing takeovers", "billing would_take_over", "crm would_take_over", "erp would_take_over", "erp journal_approvals",
    "erp manual_journals", "erp findings", "erp authorizations", "payments exceptions", "payments refund_returns", "payments pending_attempts",
    "billing rebates", "billing prepayment_releases", "billing payment_plans", "billing plan_ends", "billing cash_exchanges", "billing receivable_transfers", "billing balance_transfers", "erp bank_items",
    "erp rates", "erp tasks_done", "erp area_closes", "erp loss_rates", "erp charges", "erp settlements", "erp transfers", "erp reopenings",
}  # fmt: skip


@pytest.fixture(scope="module")
def company() -> Company:
    return load(find("Northwind SaaS"))


@pytest.fixture(params=["in process", "served"])
def stack(request: pytest.FixtureRequest) -> Iterator[Stack]:
    stack = stacks.in_process() if request.param == "in process" else stacks.served()
    yield stack
    stack.shut_down()


def year(stack: Stack, company: Company) -> None:
    """A year with everything in it: cards and transfers, an upsell, a dispute, accidents, a cancellation."""
    stack.clock.reset(company, date(2026, 1, 1))
    stack.payments.set_behavior(PaymentBehavior(customer="Globex", outcomes=("succeeds", "declined", "succeeds")))
    sell(stack)
    sell(stack, "Initech", "Analytics", 1)
    stack.clock.plan_courier_fault(CourierFault(type="invoice posted", action="lose", nth=3))
    stack.clock.plan_courier_fault(CourierFault(type="payment received", action="repeat"))
    stack.clock.plan_system_fault(SystemFault(system="erp", type="payment applied", kind="loses its answer"))
    stack.clock.advance_to(date(2026, 3, 15))
    quote = stack.crm.quote_changes("C-1", (ChangeQuantity(product="Platform seat", delta=5),), date(2026, 3, 16))
    stack.crm.close_won(quote.number)
    stack.payments.receive("Initech", Money(55000, "USD"), None, "thank you")
    stack.billing.dispute("NW-000004", None, Money(1000, "USD"), "not what we ordered")
    stack.billing.resolve("D-1", Money(500, "USD"))
    stack.clock.advance_to(date(2026, 6, 30))
    stack.clock.repair()
    stack.erp.record("C-1", Collectability(probable=True), date(2026, 6, 30))
    stack.erp.close(AccountingPeriod(2026, 4))
    stack.crm.amend("C-2", (Cancel(unused="credited", fee=None),), date(2026, 7, 1))
    stack.payments.pay_out(None)
    stack.clock.advance_to(date(2027, 1, 31))


def seen(stack: Stack) -> dict[str, Any]:
    """Every view of every door, and what became of every event."""
    clock = stack.clock
    found: dict[str, Any] = {"deliveries": clock.deliveries(), "unfired": clock.unfired(), "clock bugs": clock.bugs()}
    for system, port in DOORS.items():
        for verb, _ in inspect.getmembers(port, inspect.isfunction):
            if verb.startswith("_"):
                continue
            hints = get_type_hints(getattr(port, verb))
            if hints.pop("return").__name__ == "Sequence" or verb == "due":
                arguments = [ASKED.get(name, _through(verb)) for name in hints]
                found[f"{system} {verb}"] = getattr(getattr(stack, system), verb)(*arguments)
    return found


def _through(verb: str) -> Any:
    return date(2026, 6, 30) if verb in ("due", "preview") else AccountingPeriod(2026, 12)


def test_a_year_looks_the_same_in_both_modes_and_twice(company: Company) -> None:
    found: list[dict[str, Any]] = []
    for stack in (stacks.in_process(), stacks.served()):
        for _ in range(2):
            year(stack, company)
            found.append(seen(stack))
        stack.shut_down()
    assert len(found[0]["billing invoices"]) > 12
    assert len(found[0]["erp journal"]) > 40
    assert {name for name, nouns in found[0].items() if not nouns} == NEVER
    for other in found[1:]:
        for name, nouns in found[0].items():
            assert other[name] == nouns, name


def test_an_event_that_came_twice_is_posted_once(stack: Stack, company: Company) -> None:
    stack.clock.reset(company, date(2026, 1, 1))
    stack.clock.plan_courier_fault(CourierFault(type="invoice posted", action="repeat"))
    sell(stack)
    outcomes = [(told.to, told.outcome) for told in stack.clock.deliveries() if told.type == "invoice posted"]
    assert outcomes == [("erp", "delivered"), ("erp", "repeated")]
    posted = [entry for entry in stack.erp.journal(date(2026, 1, 1), date(2026, 1, 31)) if entry.source == "NW-000001"]
    assert len(posted) == 1


def test_an_answer_lost_after_the_work_is_asked_for_again(stack: Stack, company: Company) -> None:
    stack.clock.reset(company, date(2026, 1, 1))
    stack.clock.plan_system_fault(SystemFault(system="erp", type="invoice posted", kind="loses its answer"))
    sell(stack)
    assert stack.clock.unfired() == ()
    assert [told.outcome for told in stack.clock.deliveries() if told.type == "invoice posted"] == ["delivered"]
    assert len(stack.erp.journal(date(2026, 1, 1), date(2026, 1, 1))) == 1


def test_what_a_system_refused_arrives_after_the_repair(stack: Stack, company: Company) -> None:
    stack.clock.reset(company, date(2026, 1, 1))
    stack.clock.plan_system_fault(SystemFault(system="erp", type="invoice posted", kind="refuses"))
    sell(stack)
    assert [told.outcome for told in stack.clock.deliveries() if told.type == "invoice posted"] == ["refused"]
    assert [rejection.subject for rejection in stack.erp.exceptions()] == ["NW-000001"]
    stack.clock.advance_to(date(2026, 1, 20))
    assert stack.clock.repair() >= 1
    assert (
        len([entry for entry in stack.erp.journal(date(2026, 1, 1), date(2026, 1, 31)) if entry.source == "NW-000001"])
        == 1
    )


def test_somebody_elses_integration_may_hand_over_a_document_and_the_others_hear_of_it(company: Company) -> None:
    with InProcess(stacks.opened()).client() as client, closing(plain.stack("built-in", client)) as stack:
        stack.clock.reset(company, date(2026, 1, 1))
        stack.clock.plan_courier_fault(CourierFault(type="payment received", action="lose"))
        sell(stack)
        payment = stack.payments.receive("Globex", Money(11000, "USD"), None, "transfer")
        assert stack.billing.applications() == ()
        headers = {"Business-Event": f"payment received:{payment.number}", "Content-Type": "application/json"}
        for _ in range(2):
            taken = client.post("/billing/payments", content=to_json(payment), headers=headers)
            assert (taken.status_code, set(taken.json())) == (201, {"made"})
        assert [made.payment for made in stack.billing.applications()] == [payment.number]
        assert [(told.type, told.to) for told in stack.clock.deliveries()][-1] == ("payment applied", "erp")


class Forgetful(Integration):
    """A company's integration that hands no invoice over."""

    def handle(self, event: BusinessEvent, only_to: str | None = None) -> Iterator[Receipt]:
        if event.type != "invoice posted":
            yield from super().handle(event, only_to)


def test_a_company_puts_its_own_integration_between_the_systems(company: Company) -> None:
    with closing(stacks.in_process(Forgetful)) as stack:
        for _ in range(2):
            stack.clock.reset(company, date(2026, 1, 1))
            sell(stack)
            assert [invoice.number for invoice in stack.billing.invoices()] == ["NW-000001"]
            assert stack.erp.journal(date(2026, 1, 1), date(2026, 1, 1)) == ()
            assert {told.type for told in stack.clock.deliveries()} == {"order closed-won", "contract activated"}


def test_a_refusal_reads_as_the_system_said_it(stack: Stack, company: Company) -> None:
    stack.clock.reset(company, date(2026, 1, 1))
    with pytest.raises(Refused) as refusal:
        stack.crm.quote("Nobody Ltd", YEAR, (RequestedLine(product="Platform seat"),))
    assert (refusal.value.system, "Nobody Ltd" in refusal.value.sentence) == ("crm", True)
    with pytest.raises(Refused) as refusal:
        stack.clock.advance_to(date(2025, 12, 31))
    assert (refusal.value.system, refusal.value.code) == ("clock", "time-runs-forward")
    assert stack.clock.today() == date(2026, 1, 1)


def test_a_fresh_start_lets_the_kept_calls_go(company: Company, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go: list[InProcess] = []
    monkeypatch.setattr(InProcess, "clear", lambda fakes: let_go.append(fakes))
    with closing(stacks.in_process()) as stack:
        stack.clock.reset(company, date(2026, 1, 1))
        stack.clock.today()
    assert len(let_go) == 1


def test_letting_go_of_a_served_stack_closes_its_port(company: Company) -> None:
    threads = threading.active_count()
    with closing(stacks.served()) as stack:
        assert stack.crm.orders() == ()
        assert threading.active_count() > threads
    assert threading.active_count() == threads


def test_a_reset_forgets_everything(stack: Stack, company: Company) -> None:
    for _ in range(2):
        stack.clock.reset(company, date(2026, 1, 1))
        assert stack.crm.orders() == ()
        assert stack.clock.deliveries() == ()
        sell(stack)
        assert [order.number for order in stack.crm.orders()] == ["O-1"]
