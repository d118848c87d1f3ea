"""The CRM's desk for master data: customers come in, are held against those there are, and become one."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from engine.model.company import Customer, Onboarding
from engine.model.document import dated
from engine.model.events import System
from engine.model.masters import CustomerMerge, DuplicateDecision, PossibleDuplicate
from engine.refusals import Refused
from engine.sales import deduplicating, merging, validating
from fakes.systems.likeness import alike
from fakes.systems.system import SystemOfRecord


class MasterDesk(SystemOfRecord):
    """What the CRM does with customers."""

    def create_customer(self, customer: Customer, origin: System = "crm") -> Customer:
        """A new customer, told to the other systems, unless it waits for review as a possible duplicate."""
        self._check_name(customer.name)
        validating.check_entry(self.book, customer)
        found = deduplicating.screen(self.book, customer, self._alike, self.today)
        if found is not None:
            self.book.add(found)
        if found is None or found.act == "warn":
            self._onboarded(customer, origin)
        return customer

    def _check_name(self, name: str) -> None:
        if name in self.book.customers or name in self.book.survivors:
            raise Refused("duplicate-customer", f"the CRM already has a customer {name!r}")
        if any(one.customer == name for one in deduplicating.waiting(self.book)):
            raise Refused("duplicate-customer", f"a customer {name!r} waits for review already")

    def _alike(self, first: str, second: str) -> Fraction:
        return alike(first, second, self.book.company.policies)

    def _onboarded(self, customer: Customer, origin: System) -> None:
        onboarding = Onboarding(
            number=f"ON-{customer.name}",
            **dated(self.today),
            customer=customer.name,
            record=customer,
            origin=origin,
        )
        self.onboard(self.book.add(onboarding))
        self.tell("customer created", onboarding)

    def review_customer(self, customer: str, role: str, decision: Literal["new", "duplicate"]) -> DuplicateDecision:
        """A steward's word on a queued customer: what is new becomes known to all systems."""
        made = self.book.add(deduplicating.decide(self.book, customer, role, decision, self.today))
        if decision == "new":
            self._onboarded(deduplicating.decided_record(self.book, made), "crm")
        return made

    def merge_customers(self, merged: str, survivor: str) -> CustomerMerge:
        """Two customers become one; the other systems are told."""
        made = merging.merge(self.book, merged, survivor, self.today)
        self.follow(made)
        self.tell("customers merged", made)
        return made

    def possible_duplicates(self) -> Sequence[PossibleDuplicate]:
        """Every new customer that looked like one there was."""
        return self.book.all(PossibleDuplicate)

    def duplicate_decisions(self) -> Sequence[DuplicateDecision]:
        """What stewards decided about queued customers."""
        return self.book.all(DuplicateDecision)

    def merges(self) -> Sequence[CustomerMerge]:
        """All merges, in order."""
        return self.book.all(CustomerMerge)
