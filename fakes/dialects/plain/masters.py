"""The CRM's operations on master data, and what every system answers about the customers it knows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from engine.model.company import Customer
from engine.model.events import System
from engine.model.masters import CustomerMerge, DuplicateDecision, PossibleDuplicate
from fakes.dialects.plain.forms import Forms
from fakes.http.operations import Call, Operation

if TYPE_CHECKING:
    from fakes.world import World


@dataclass(frozen=True, kw_only=True, slots=True)
class CustomerRequest:
    """A customer to be entered, and the system its record comes from."""

    record: Customer
    origin: System = "crm"


@dataclass(frozen=True, kw_only=True, slots=True)
class ReviewRequest:
    """A steward's word on a customer that waits for review."""

    customer: str
    role: str
    decision: Literal["new", "duplicate"]


@dataclass(frozen=True, kw_only=True, slots=True)
class MergeRequest:
    """Which customer becomes another name of which."""

    merged: str
    survivor: str


def masters(world: World, forms: Forms) -> Iterator[Operation]:
    """Customers, possible duplicates, merges."""

    def create(call: Call) -> Customer:
        return world.crm.create_customer(call.body.record, call.body.origin)

    def review(call: Call) -> DuplicateDecision:
        return world.crm.review_customer(call.body.customer, call.body.role, call.body.decision)

    def merge(call: Call) -> CustomerMerge:
        return world.crm.merge_customers(call.body.merged, call.body.survivor)

    yield forms.act("create_customer", "/crm/customers", CustomerRequest, Customer, create)
    yield forms.act("review_customer", "/crm/duplicate-decisions", ReviewRequest, DuplicateDecision, review)
    yield forms.act("merge_customers", "/crm/merges", MergeRequest, CustomerMerge, merge)
    yield forms.view("customers", "/crm/customers", tuple[Customer, ...], lambda call: world.crm.customers())
    yield forms.view(
        "possible_duplicates",
        "/crm/possible-duplicates",
        tuple[PossibleDuplicate, ...],
        lambda call: world.crm.possible_duplicates(),
    )
    yield forms.view(
        "duplicate_decisions",
        "/crm/duplicate-decisions",
        tuple[DuplicateDecision, ...],
        lambda call: world.crm.duplicate_decisions(),
    )
    yield forms.view("merges", "/crm/merges", tuple[CustomerMerge, ...], lambda call: world.crm.merges())
