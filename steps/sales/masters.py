"""Customers as master data: entered, held against those there are, reviewed, merged, and what each system knows of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import steps.stage.master_kinds  # noqa: F401 - the kinds of value that the tables below hold
from engine.model.company import Customer
from engine.model.events import System
from engine.model.governance import MatchRule, SurvivorshipRule
from engine.model.masters import CUSTOMER_FIELDS
from steps.company.customers import newcomer
from steps.language.phrases import given, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage.world import World

STAGE = "lead"
ENTERED = Table(
    "customers",
    Column("customer", "customer", required=True, key=True),
    *(Column(field) for field in CUSTOMER_FIELDS),
    Column("system", "system", default="crm"),
)
KNOWN = Table(
    "customers", Column("customer", "customer", required=True, key=True), *(Column(field) for field in CUSTOMER_FIELDS)
)
DUPLICATES = Table(
    "duplicate rules",
    Column("compare", "compared", required=True),
    Column("at least", "percent", default=Decimal(1)),
    Column("act", "duplicate act", required=True),
)
SURVIVORSHIP = Table(
    "survivorship rules",
    Column("field", "customer field", required=True),
    Column("rule", "survival", required=True),
)
FOUND = Table(
    "possible duplicates",
    Column("customer", "customer", required=True, key=True),
    Column("like", "customer", required=True, key=True),
    Column("compare", "compared", key=True),
    Column("alike", "percent"),
    Column("act", "duplicate act"),
)
SURVIVED = Table(
    "surviving values",
    Column("field", "customer field", required=True, key=True),
    Column("value"),
    Column("from", "customer"),
    Column("rule", "survival"),
)


@given("possible duplicates of customers are handled so:", table=DUPLICATES)
def duplicates_are_handled(world: World, table: Rows) -> None:
    """What makes a new customer a possible duplicate, how alike it must be, and whether it is refused, queued or warned of."""
    rules = [MatchRule(at_least=_hundredths(r["at least"]), **_only(r, "compare", "act")) for r in table.records()]
    world.change_company(governance=replace(world.company.governance, duplicates=tuple(rules)))


@given("these values survive a merge of customers:", table=SURVIVORSHIP)
def values_survive(world: World, table: Rows) -> None:
    """By which rule each field's value is chosen: the newest, the most complete, or the system of record's."""
    rules = tuple(SurvivorshipRule(**_only(row, "field", "rule")) for row in table.records())
    world.change_company(governance=replace(world.company.governance, survivorship=rules))


@given("these customers exist:", table=KNOWN)
def customers_exist(world: World, table: Rows) -> None:
    """Customers the company's masters hold, beside its own or, under the name of one, in its place; the rest is made up."""
    new = [_customer(world, row) for row in table.records()]
    names = {customer.name for customer in new}
    kept = [customer for customer in world.company.customers if customer.name not in names]
    world.change_company(customers=(*kept, *new))


@given("only these customers exist:", table=KNOWN)
def only_customers_exist(world: World, table: Rows) -> None:
    """The customers of the company's masters, in place of all its own; what is left out is made up."""
    alone = world.company.of_customers(tuple(_customer(world, row) for row in table.records()))
    ways = {"behaviors": alone.behaviors, "answer_delays": alone.answer_delays, "allowance": alone.allowance}
    world.change_company(customers=alone.customers, **ways)


@when("these customers are entered on {date}:", table=ENTERED)
def customers_are_entered(world: World, day: date, table: Rows) -> None:
    """New customers come into the CRM one after the other, by sales or from the system named; what is left out is made up."""
    world.on(day)
    for row in table.records():
        world.attempt(_entering(world, row))


@when("the {string} decides that {customer} is a new customer")
def is_new(world: World, role: str, customer: str) -> None:
    """A customer that waited for review is another one than those there are: all systems hear of it."""
    world.attempt(lambda: world.crm.review_customer(customer, role, "new"))


@when("the {string} decides that {customer} is a duplicate")
def is_duplicate(world: World, role: str, customer: str) -> None:
    """A customer that waited for review is one there is: it is not entered."""
    world.attempt(lambda: world.crm.review_customer(customer, role, "duplicate"))


@when("{customer} is merged into {customer} on {date}")
def is_merged(world: World, merged: str, survivor: str, day: date) -> None:
    """Two customers become one in all systems; contracts, invoices and what stands in the ledger follow the survivor."""
    world.on(day)
    world.attempt(lambda: world.crm.merge_customers(merged, survivor))


@then("these possible duplicates were found:", table=FOUND)
def were_found(world: World, table: Rows) -> None:
    """Every new customer that looked like another and was not refused, value by value."""
    world.check(table, _found(world, lambda number: True), "possible duplicates")


@then("no possible duplicate was found")
def none_found(world: World) -> None:
    """No new customer looked like one there was."""
    found = ", ".join(one.customer for one in world.crm.possible_duplicates())
    world.check_value("possible duplicates", "none", found or "none")


@then("these customers wait for review:", table=FOUND)
def wait_for_review(world: World, table: Rows) -> None:
    """Queued customers about whom no steward has decided."""
    decided = {decision.finding for decision in world.crm.duplicate_decisions()}
    queued = {one.number for one in world.crm.possible_duplicates() if one.act == "queue"}
    world.check(table, _found(world, (queued - decided).__contains__), "customers that wait for review")


@then("the {system} knows these customers:", table=KNOWN)
def knows_customers(world: World, system: System, table: Rows) -> None:
    """These customers are among those the system knows, with these values."""
    found = [_fields(customer) for customer in _KNOWN_BY[system](world)]
    world.check(table, found, f"customers of {system}", exactly=False)


@then("the {system} does not know {customer}")
def does_not_know(world: World, system: System, customer: str) -> None:
    """The system has no such customer, or none of that name any more."""
    names = {known.name for known in _KNOWN_BY[system](world)}
    world.check_value(f"{customer} in {system}", "unknown", "known" if customer in names else "unknown")


@then("these values of {customer} survived:", table=SURVIVED)
def survived(world: World, customer: str, table: Rows) -> None:
    """What the last merge into this customer kept of each field, from whose record, by which rule."""
    merges = [merge for merge in world.crm.merges() if merge.customer == customer]
    fields = merges[-1].fields if merges else ()
    found = [{"field": one.field, "value": one.value, "from": one.source, "rule": one.rule} for one in fields]
    world.check(table, found, f"surviving values of {customer}", exactly=False)


_KNOWN_BY: dict[System, Callable[[World], Sequence[Customer]]] = {
    "crm": lambda world: world.crm.customers(),
    "billing": lambda world: world.billing.customers(),
    "payments": lambda world: world.payments.customers(),
    "erp": lambda world: world.erp.customers(),
}


def _entering(world: World, row: dict[str, object]) -> Callable[[], object]:
    customer, system = _customer(world, row), row["system"]
    return lambda: world.crm.create_customer(customer, system)  # type: ignore[arg-type]  # by the column's type


def _customer(world: World, row: dict[str, object]) -> Customer:
    """A customer as a row says; "none" leaves a field empty, and what is left out is made up."""
    said = {CUSTOMER_FIELDS[field]: str(row[field]) for field in CUSTOMER_FIELDS if row[field] is not None}
    values: dict[str, Any] = {field: "" if value == "none" else value for field, value in said.items()}
    return replace(newcomer(world.company, str(row["customer"])), **values)


def _found(world: World, keep: Callable[[str], bool]) -> list[dict[str, object]]:
    return [
        {
            "customer": one.customer,
            "like": match.like,
            "compare": match.compare,
            "alike": match.percent / 100,
            "act": one.act,
        }
        for one in world.crm.possible_duplicates()
        if keep(one.number)
        for match in one.matches
    ]


def _fields(customer: Customer) -> dict[str, object]:
    fields = {field: getattr(customer, name) or None for field, name in CUSTOMER_FIELDS.items()}
    return {"customer": customer.name, **fields}


def _only(row: dict[str, object], *columns: str) -> Any:
    return {column: row[column] for column in columns}


def _hundredths(value: object) -> Decimal:
    assert isinstance(value, Decimal)
    return value * 100
