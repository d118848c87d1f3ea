"""Customers a story brings along."""

from __future__ import annotations

from dataclasses import replace

from engine.model.company import Company, Customer
from scenarios.world import customer
from steps.language.failures import StoryError
from steps.language.phrases import given
from steps.stage.world import World


def newcomer(company: Company, name: str) -> Customer:
    """A customer of that name, with details made up from the company's and the customer's name: always the same."""
    return customer(company.name, company.entity.currency, name)


@given("{customer} is billed to {customer}")
def is_billed_to(world: World, child: str, parent: str) -> None:
    """The second gets the first's invoices, and owes them; contracts and their revenue stay the first's."""
    known = {one.name: one for one in world.company.customers}
    above = parent
    while above and above != child:
        above = known[above].billed_to
    if above:
        raise StoryError(f"{child} would be billed to itself in the end")
    found = [replace(one, billed_to=parent) if one.name == child else one for one in world.company.customers]
    world.change_company(customers=tuple(found))
