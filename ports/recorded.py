"""Doors that tell a listener what was asked and answered. What is behind them neither knows nor cares."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from inspect import Signature, signature
from typing import Any, TypeVar, cast

from ports.billing import BillingPort
from ports.clock import ClockPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort
from ports.refusal import Refused, Unreachable
from ports.stack import Stack

Port = TypeVar("Port", CrmPort, BillingPort, PaymentsPort, ErpPort, ClockPort)

# The verbs that change something. All others only ask.
ACTS = {
    "crm": frozenset(
        {
            "create_customer",
            "correct_master",
            "review_customer",
            "merge_customers",
            "quote",
            "revise",
            "quote_changes",
            "decide",
            "grant_exception",
            "close_won",
            "amend",
            "set_price",
        }
    ),
    "billing": frozenset(
        {
            "correct_master",
            "set_index",
            "change_policies",
            "set_tax_rate",
            "set_price",
            "record_usage",
            "credit",
            "debit",
            "take_over",
            "take_over_cash",
            "credit_account",
            "void",
            "release",
            "apply",
            "take_off",
            "deduct",
            "identify",
            "free",
            "use_credit",
            "refund",
            "agree_on_parts",
            "cancel_plan",
            "dispute",
            "resolve",
            "write_off",
            "write_off_small",
            "claim_relief",
        }
    ),
    "payments": frozenset(
        {
            "correct_master",
            "set_behavior",
            "set_answer_delay",
            "find_out",
            "receive",
            "pay_out",
            "charge_back",
            "decide",
            "arbitrate",
            "send_back",
            "return_refund",
            "repay_refund",
        }
    ),
    "erp": frozenset(
        {
            "correct_master",
            "prepare_journal",
            "approve_journal",
            "check_off",
            "bring_in",
            "match_line",
            "charge",
            "settle",
            "close",
            "close_area",
            "reopen",
            "record",
            "report",
            "authorize",
        }
    ),
    "clock": frozenset({"reset", "advance_to", "plan_courier_fault", "plan_system_fault", "repair"}),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """One call through a door. Exactly one of `answer` and `refused` tells how it ended; an act may answer with None.

    `asks`: it only looked. `arguments`: by name, as the verb declares them.
    """

    system: str
    verb: str
    asks: bool
    arguments: Mapping[str, object]
    answer: object = None
    refused: Refused | Unreachable | None = None


Listener = Callable[[Call], None]


def recorded(stack: Stack, listen: Listener) -> Stack:
    """The same stack; every call's verb, arguments, and answer or refusal is told to `listen` before it returns."""
    return replace(
        stack,
        crm=_door("crm", CrmPort, stack.crm, listen),
        billing=_door("billing", BillingPort, stack.billing, listen),
        payments=_door("payments", PaymentsPort, stack.payments, listen),
        erp=_door("erp", ErpPort, stack.erp, listen),
        clock=_door("clock", ClockPort, stack.clock, listen),
        in_book=lambda name: _door("erp", ErpPort, stack.in_book(name), listen),
    )


def _door(system: str, kind: type, behind: Port, listen: Listener) -> Port:
    return cast("Port", _Door(system, kind, behind, listen))


def verbs(kind: type) -> dict[str, Callable[..., object]]:
    """The verbs of a door, those that it shares with others included."""
    found = {name: said for base in reversed(kind.__mro__) for name, said in vars(base).items()}
    return {name: said for name, said in found.items() if not name.startswith("_") and callable(said)}


class _Door:
    """A port whose every verb of the protocol is told; a verb the protocol lacks does not exist."""

    def __init__(self, system: str, kind: type, behind: object, listen: Listener) -> None:
        for verb, said in verbs(kind).items():
            if not verb.startswith("_") and callable(said):
                told = _told(system, verb, signature(said), getattr(behind, verb), listen)
                setattr(self, verb, told)


def _told(
    system: str, verb: str, form: Signature, act: Callable[..., object], listen: Listener
) -> Callable[..., object]:
    def tell(*given: Any, **named: Any) -> object:
        bound = form.bind(None, *given, **named)
        arguments = {name: value for name, value in bound.arguments.items() if name != "self"}
        call = Call(system=system, verb=verb, asks=verb not in ACTS[system], arguments=arguments)
        try:
            answer = act(*given, **named)
        except (Refused, Unreachable) as no:
            listen(replace(call, refused=no))
            raise
        listen(replace(call, answer=answer))
        return answer

    return tell
