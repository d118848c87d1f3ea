"""The systems under test, together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from ports.billing import BillingPort
from ports.clock import ClockPort
from ports.crm import CrmPort
from ports.erp import ErpPort
from ports.payments import PaymentsPort


class Capability(Enum):
    """What a stack may or may not be able to do; a scenario that needs what is missing is "not exercised"."""

    TRAVEL_IN_TIME = "travel in time"
    INJECT_FAULTS = "inject faults"
    CLOSE_PERIODS = "close periods"


def _no_such_book(name: str) -> ErpPort:
    raise LookupError(f"this stack's ERP keeps no books under {name!r}")


@dataclass(frozen=True, kw_only=True)
class Stack:
    """The five doors of the systems under test, what they can do, and how to let go of them.

    `in_book`: the ERP's door to the books that it keeps beside its own, by their name.
    """

    name: str
    crm: CrmPort
    billing: BillingPort
    payments: PaymentsPort
    erp: ErpPort
    clock: ClockPort
    capabilities: frozenset[Capability] = frozenset(Capability)
    shut_down: Callable[[], None] = lambda: None
    in_book: Callable[[str], ErpPort] = _no_such_book
