"""Who owns master data, who wrote it, whether all systems say the same, and how good it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, get_args

import steps.stage.master_kinds  # noqa: F401 - the kinds of value that the tables below hold
from engine.model.events import System
from engine.model.governance import Dimension, MasterObject, Ownership, QualityRule
from engine.model.masters import MasterChange
from reports.systems.snapshot import Snapshot, collect, with_masters
from reports.tie_outs.masters import master_reconciliations
from reports.tie_outs.quality import Quality, percent, quality, score
from scenarios.governance import unmeasurable
from steps.language.failures import StoryError
from steps.language.phrases import given, parameter_type, then, when
from steps.language.tables import Column, Rows, Table
from steps.stage import follow_ups
from steps.stage.names import contract_of
from steps.stage.world import World

for _name, _words in (("master object", get_args(MasterObject)), ("dimension", get_args(Dimension))):
    parameter_type(_name, "|".join(_words), str, noun=f"a {_name}", hint=" or ".join(_words))
OWNERSHIP = Table(
    "ownership",
    Column("of", "master object", required=True),
    Column("field"),
    Column("system", "system", required=True),
)
STAGE = "lead"
QUALITY = Table(
    "data quality rules",
    Column("of", "master object", required=True),
    Column("dimension", "dimension", required=True),
    Column("field"),
    Column("pattern"),
    Column("at least", "percent", default=Decimal(1)),
)
DIFFERENCES = Table(
    "differences of master data",
    Column("of", "master object", key=True),
    Column("name", key=True),
    Column("finding", required=True, key=True),
)
WRITTEN = Table("writes", Column("finding", required=True, key=True))
MEASURED = Table(
    "data quality",
    Column("of", "master object", required=True, key=True),
    Column("dimension", "dimension", required=True, key=True),
    Column("field", key=True),
    Column("checked", "count"),
    Column("good", "count"),
    Column("share", "percent"),
    Column("threshold", "text"),
)


@given("these systems own master data:", table=OWNERSHIP)
def systems_own(world: World, table: Rows) -> None:
    """The system of record of each field, or of a whole object; of all else the usual one (customers: the CRM, the rest: billing)."""
    rows = table.records()
    rules: list[Any] = [Ownership(of=r["of"], field=r["field"] or "", system=r["system"]) for r in rows]  # type: ignore[arg-type]  # by the kinds of the columns
    world.change_company(governance=replace(world.company.governance, ownership=tuple(rules)))


@given("these data quality rules:", table=QUALITY)
def data_quality_rules(world: World, table: Rows) -> None:
    """How good fields must be: completeness, uniqueness, validity, consistency, timeliness, each with its threshold."""
    world.change_company(
        governance=replace(world.company.governance, quality=tuple(_rule(row) for row in table.records()))
    )


@when("the {system} writes {string} as the {word} of {customer} on {date}")
def writes(world: World, system: System, value: str, field: str, customer: str, day: date) -> None:
    """Somebody changes a field of a customer (email, tax-number ...) in one system; the others hear of it if it owns the field."""
    world.on(day)
    world.attempt(lambda: _DOORS[system](world)("customer", customer, field.replace("-", " "), value))


@when("the {system} writes {string} as the {word} of the {master object} {string} on {date}")
def writes_of(world: World, system: System, value: str, field: str, of: MasterObject, name: str, day: date) -> None:
    """Somebody changes a field of a product, price, tax or contract in one system; the others hear of it if it owns the field."""
    world.on(day)
    world.attempt(lambda: _DOORS[system](world)(of, name, field.replace("-", " "), value))


@when("the {system} writes {string} as the {word} of the contract of {customer} on {date}")
def writes_of_contract(world: World, system: System, value: str, field: str, customer: str, day: date) -> None:
    """Somebody changes what one system holds of the customer's contract; what is signed changes by amendment alone."""
    world.on(day)
    number = contract_of(world.stack, customer, world.meant).number
    world.attempt(lambda: _DOORS[system](world)("contract", number, field.replace("-", " "), value))


@then("these master data differ:", table=DIFFERENCES)
def master_data_differ(world: World, table: Rows) -> None:
    """Every value that another system holds otherwise than the one that owns it, now; the story has said so."""
    found = _differences(world, "Master data: ")
    world.check(table, found, "differences of master data")


@then("these writes were not the owner's:", table=WRITTEN)
def not_the_owners(world: World, table: Rows) -> None:
    """Every write of a field by a system that does not own it, so far; the story has said so."""
    found = [{"finding": row["finding"]} for row in _differences(world, "Master data written")]
    world.check(table, found, "writes that were not the owner's")


@then("all systems agree on master data")
def all_agree(world: World) -> None:
    """Every value is the owner's in every system that knows the object."""
    found = "; ".join(str(row["finding"]) for row in _differences(world, "Master data: "))
    world.check_value("differences of master data", "none", found or "none")


@then("data quality is:", table=MEASURED)
def data_quality_is(world: World, table: Rows) -> None:
    """Each rule of data quality with what was checked, what of it is good, and whether its threshold is reached."""
    world.check(table, [_row(one) for one in _quality(world)], "data quality")


@then("the data quality of a {string} is {percent}")
def score_is(world: World, of: str, expected: Decimal) -> None:
    """All that is good of everything checked of that kind of object."""
    found = percent(score(_quality(world), of))
    world.check_value(f"the data quality of a {of}", f"{(expected * 100).normalize():f}%", f"{found.normalize():f}%")


_DOORS: dict[System, Callable[[World], Callable[[MasterObject, str, str, str], MasterChange]]] = {
    "crm": lambda world: world.crm.correct_master,
    "billing": lambda world: world.billing.correct_master,
    "payments": lambda world: world.payments.correct_master,
    "erp": lambda world: world.erp.correct_master,
}


def _seen(world: World) -> Snapshot:
    seen = collect(world.stack, world.clock.today())
    return with_masters(seen, world.stack, world.company.governance.ownership)


def _differences(world: World, title: str) -> list[dict[str, object]]:
    found = [one for one in master_reconciliations(_seen(world)) if one.title.startswith(title)]
    world.announced.extend(one for one in found if one.difference)
    return [
        {"of": one.title.removeprefix("Master data: "), "name": item.document, "finding": item.explanation}
        for one in found
        for item in one.items
    ]


def _quality(world: World) -> tuple[Quality, ...]:
    seen = _seen(world)
    return quality(seen, world.company, follow_ups.broken(seen, world.company))


def _row(one: Quality) -> dict[str, object]:
    return {
        "of": one.rule.of,
        "dimension": one.rule.dimension,
        "field": one.rule.field or None,
        "checked": one.checked,
        "good": one.good,
        "share": percent(one.share) / 100,
        "threshold": "reached" if one.holds else f"below {one.rule.at_least.normalize():f}%",
    }


def _rule(row: dict[str, Any]) -> QualityRule:
    rule = QualityRule(
        of=row["of"],
        dimension=row["dimension"],
        field=row["field"] or "",
        pattern=row["pattern"] or "",
        at_least=row["at least"] * 100,
    )
    if said := unmeasurable(rule):
        raise StoryError(said)
    return rule
