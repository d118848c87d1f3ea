from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest

from engine.model.calendar import AccountingPeriod
from ports.billing import BillingPort
from ports.clock import ClockPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort
from ports.recorded import ACTS, Call, recorded
from ports.recorded import verbs as verbs_of_door
from ports.refusal import Refused, Unreachable
from ports.stack import Capability, Stack

PORTS: dict[str, type] = {
    "crm": CrmPort,
    "billing": BillingPort,
    "payments": PaymentsPort,
    "erp": ErpPort,
    "clock": ClockPort,
}
MARCH = AccountingPeriod(2026, 3)


def verbs(kind: type) -> dict[str, Callable[..., Any]]:
    return verbs_of_door(kind)


def silent(**answers: Callable[..., Any]) -> Stack:
    """A stack whose verbs all answer with nothing, but for those given."""

    def door(kind: type) -> Any:
        return SimpleNamespace(**{name: answers.get(name, lambda *_: None) for name in verbs(kind)})

    doors: dict[str, Any] = {system: door(kind) for system, kind in PORTS.items()}
    return Stack(name="silent", capabilities=frozenset({Capability.CLOSE_PERIODS}), **doors)


def test_an_act_is_told_with_its_arguments_by_name_and_its_answer() -> None:
    calls: list[Call] = []
    stack = recorded(silent(use_credit=lambda *given: given), calls.append)
    answer: object = stack.billing.use_credit("Globex", "NW-000001", None)
    assert answer == ("Globex", "NW-000001", None)
    assert calls == [
        Call(
            system="billing",
            verb="use_credit",
            asks=False,
            arguments={"customer": "Globex", "invoice": "NW-000001", "amount": None},
            answer=answer,
        )
    ]


def test_a_view_is_told_as_asking() -> None:
    calls: list[Call] = []
    recorded(silent(trial_balance=lambda period: [period]), calls.append).erp.trial_balance(period=MARCH)  # type: ignore[arg-type]
    assert [(call.verb, call.asks, call.arguments) for call in calls] == [("trial_balance", True, {"period": MARCH})]


@pytest.mark.parametrize("no", [Refused("closed", "March 2026 is closed already", "erp"), Unreachable("no answer")])
def test_a_refusal_is_told_and_still_raised(no: Exception) -> None:
    def refuse(*_: object) -> None:
        raise no

    calls: list[Call] = []
    with pytest.raises(type(no)) as raised:
        recorded(silent(close=refuse), calls.append).erp.close(MARCH)
    assert raised.value is no
    assert [(call.verb, call.answer, call.refused) for call in calls] == [("close", None, no)]


def test_a_bug_behind_a_door_is_not_taken_for_a_refusal() -> None:
    def broken(*_: object) -> None:
        raise KeyError("bug")

    calls: list[Call] = []
    with pytest.raises(KeyError):
        recorded(silent(orders=broken), calls.append).crm.orders()
    assert calls == []


def test_the_stack_keeps_its_name_and_capabilities() -> None:
    stack = recorded(silent(), lambda call: None)
    assert (stack.name, stack.capabilities) == ("silent", {Capability.CLOSE_PERIODS})


@pytest.mark.parametrize("system", PORTS)
def test_what_answers_with_a_sequence_asks_and_every_act_is_a_verb_of_its_door(system: str) -> None:
    said = verbs(PORTS[system])
    assert ACTS[system] <= said.keys()
    views = {name for name, verb in said.items() if str(verb.__annotations__["return"]).startswith("Sequence")}
    assert said.keys() - ACTS[system] == views | (said.keys() & {"due", "today"})
